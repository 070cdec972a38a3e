"""Routes that share their dates with another and differ in what is decided, by whom it is settled, or what is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from moothall.domain.courses import Step, in_order
from moothall.domain.days import in_short
from moothall.domain.planned_routes import PlannedRoute, place
from moothall.domain.routes import ROUTES, Route, route
from moothall.domain.settled_later import DELEGATE_MAY_BE_KEY


@dataclass(frozen=True, slots=True)
class _Difference:
    """What one such route changes. ``named`` ends its name; the rest are the words of the steps it changes or adds.

    ``before_papers`` is a deed for the report's author before the papers go out. ``keeps_costs`` says whether the costs
    of the route whose dates it shares are its own too.
    """

    named: str
    decides: str = ""
    finishes: str = ""
    sends: str = ""
    before_papers: str = ""
    trades: tuple[str, ...] = ()
    keeps_costs: bool = True


_DIFFERENCES = {
    "R15": _Difference(
        "approving the approach and leaving the text to {who}",
        decides="{body} approves the approach",
        finishes="Write and settle the whole text before it is sent, and record it",
        trades=(DELEGATE_MAY_BE_KEY,),
        keeps_costs=False,
    ),
    "R16": _Difference(
        "inside a report members get anyway",
        before_papers="Name the plan in the title and the recommendations of the report that carries it",
        trades=("If that report is in the forward plan without the plan, its entry must name the plan too.",),
    ),
    "R17": _Difference(
        "one text with other councils",
        before_papers="Agree one text with the other councils before any of them publishes its papers",
        trades=("These are this council's dates alone: give the others' meetings too to see which is the slowest.",),
    ),
    "R18": _Difference(
        "two returns in one report",
        decides="{body} decides on both returns",
        sends="Publish the plan and send both returns",
        trades=("Both returns must be due by the same day or later.",),
    ),
    "R19": _Difference(
        "a strategy already adopted serves as the plan",
        before_papers="Say in the report where the strategy answers each question, and which it does not",
    ),
    "R20": _Difference(
        "with a standing delegation for later versions",
        decides="{body} decides, and delegates later versions",
        trades=("Say in the limb what a later version may change, who is asked, and when members are told.",),
    ),
}


def variants(base: PlannedRoute, *, deadline_on: date) -> tuple[PlannedRoute, ...]:
    """The routes that share every date with this one, in the order of the table; none unless it fits by itself.

    A way out has none: what rests on somebody's consent is not also an ordinary route.
    """
    if not base.fits:
        return ()
    return tuple(_variant(shape, base, deadline_on) for shape in ROUTES if base.route in shape.dates_of)


def every_route(routes: Iterable[PlannedRoute], *, deadline_on: date) -> tuple[PlannedRoute, ...]:
    """The routes and all that share their dates, one value each, in the order of routes: nothing is left out."""
    return tuple(sorted(_each(routes, deadline_on), key=_place))


def _each(routes: Iterable[PlannedRoute], deadline_on: date) -> Iterator[PlannedRoute]:
    for one in routes:
        yield one
        yield from variants(one, deadline_on=deadline_on)


def _place(each: PlannedRoute) -> tuple[int, int, int, int]:
    return place(
        route(each.route),
        fits=each.fits,
        slack_days=each.slack_days,
        way=each.way_out.way if each.way_out else None,
        in_force_on=each.in_force_on,
    )


def _variant(shape: Route, base: PlannedRoute, deadline_on: date) -> PlannedRoute:
    differs = _DIFFERENCES[shape.id]
    decides = next(step for step in base.steps if step.step == "decision")
    who = next((step.who for step in base.steps if step.step == "finish"), "")
    stem = f"{decides.body}, {in_short(decides.on, year=decides.on.year != deadline_on.year)}"
    named = differs.named.format(who=who[:1].lower() + who[1:])
    dropped = () if differs.keeps_costs else route(base.route).costs
    kept = tuple(sentence for sentence in base.trades if sentence not in dropped)
    return replace(
        base,
        route=shape.id,
        name=f"{stem}, {named}",
        endorsement=shape.endorsement,
        steps=in_order(_steps(differs, base)),
        trades=(*kept, *shape.costs, *differs.trades),
        same_dates_as=base.name,
    )


def _steps(differs: _Difference, base: PlannedRoute) -> Iterator[Step]:
    papers = next((step.on for step in base.steps if step.step == "agenda_publication"), None)
    if differs.before_papers and papers:
        yield Step("report_says", differs.before_papers, None, papers, who="Report author")
    words = {"decision": differs.decides, "finish": differs.finishes, "submit": differs.sends}
    for step in base.steps:
        said = words.get(step.step, "")
        yield replace(step, what=said.format(body=step.body)) if said else step
