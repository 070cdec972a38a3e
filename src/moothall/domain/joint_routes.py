"""One text for several sovereign councils: each decides for itself, and the slowest sets the pace (R17)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from moothall.domain.authorities import Governance
from moothall.domain.constraints import UNCONSTRAINED, Constraints
from moothall.domain.courses import Step, in_order
from moothall.domain.days import Holidays, in_short
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute, send
from moothall.domain.refusals import Refusal
from moothall.domain.routes import Endorsement, route
from moothall.domain.rule_packs import RulePack
from moothall.domain.situation import Key

_BY_MEETING = ("R1", "R4", "R6")


@dataclass(frozen=True, slots=True)
class Council:
    """One council of several: its name, its meetings and the rules it counts by."""

    name: str
    meetings: tuple[Meeting, ...]
    pack: RulePack


def plan_together(
    *,
    as_of: date,
    deadline_on: date,
    councils: Sequence[Council],
    holidays: Holidays,
    governance: Governance | None = None,
    key: Key = Key.UNSURE,
    callable_: bool = True,
    constraints: Constraints = UNCONSTRAINED,
) -> tuple[PlannedRoute, ...]:
    """Every pace at which these councils can agree one text, then each council's own ways out under its name.

    A pace is the day on which the last of them is in force. At each, every council takes its latest meeting that keeps
    it, because that leaves most time for the one text. There is no such route where one council has none: the others'
    dates then do not help, and the verdict says whose are missing. Raises a Refusal for fewer than two councils, for a
    name given twice, and beyond the table of holidays.
    """
    _check(councils)
    own: dict[str, tuple[PlannedRoute, ...]] = {
        council.name: plan_routes(
            as_of=as_of,
            deadline_on=deadline_on,
            meetings=council.meetings,
            pack=council.pack,
            holidays=holidays,
            governance=governance,
            key=key,
            callable_=callable_,
            constraints=constraints,
        )
        for council in councils
    }
    usable = {
        name: [each for each in routes if each.fits and each.route in _BY_MEETING] for name, routes in own.items()
    }
    found = list(_at_each_pace(usable, as_of=as_of, deadline_on=deadline_on))
    return (*found, *_ways_out(own, usable))


def _check(councils: Sequence[Council]) -> None:
    names = [council.name.casefold() for council in councils]
    if len(names) < 2:
        raise Refusal(
            "One council alone has no one to agree a text with.", next_step="Name at least two, in the column council."
        )
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise Refusal(f"{twice[0]} is given twice.", next_step="Put all its meetings under one name.")


def _at_each_pace(usable: dict[str, list[PlannedRoute]], *, as_of: date, deadline_on: date) -> Iterator[PlannedRoute]:
    if not all(usable.values()):
        return
    first = max(min(_day(each) for each in routes) for routes in usable.values())
    paces = sorted({_day(each) for routes in usable.values() for each in routes if _day(each) >= first})
    for pace in paces:
        taken = {
            name: max((each for each in routes if _day(each) <= pace), key=_day) for name, routes in usable.items()
        }
        yield _joint(taken, pace, as_of=as_of, deadline_on=deadline_on)


def _day(each: PlannedRoute) -> date:
    assert each.in_force_on is not None
    return each.in_force_on


def _joint(taken: dict[str, PlannedRoute], pace: date, *, as_of: date, deadline_on: date) -> PlannedRoute:
    shape = route("R17")
    slowest = next(name for name, each in taken.items() if _day(each) == pace)
    papers = min(
        (step.on for each in taken.values() for step in each.steps if step.step == "agenda_publication"), default=as_of
    )
    agree = Step(
        "agree_text", "Agree the one text before the first council's papers go out", None, papers, who="The councils"
    )
    steps = [
        replace(step, body=f"{name}: {step.body}" if step.body else name, what=f"{name}: {step.what}")
        for name, each in taken.items()
        for step in each.steps
        if step.step != "submit"
    ]
    decided = ", ".join(f"{name} {_decided(each, deadline_on)}" for name, each in taken.items())
    return PlannedRoute(
        route=shape.id,
        name=f"One text: {decided}",
        fits=True,
        endorsement=Endorsement.YES,
        as_of=as_of,
        steps=in_order([agree, *steps, send(pace, "Each council publishes the plan and sends its return")]),
        slack_days=(deadline_on - pace).days,
        submit_on=pace,
        in_force_on=pace,
        trades=(
            f"{slowest} sets the pace: it is in force there on {in_short(pace, year=pace.year != deadline_on.year)}.",
            *shape.costs,
            *_costs(taken),
        ),
    )


def _costs(taken: dict[str, PlannedRoute]) -> Iterator[str]:
    """What each council's part costs under its name; what it costs every one of them, once."""
    shared = [cost for cost in next(iter(taken.values())).trades if all(cost in each.trades for each in taken.values())]
    for name, each in taken.items():
        yield from (f"{name}: {cost}" for cost in each.trades if cost not in shared)
    yield from shared


def _decided(each: PlannedRoute, deadline_on: date) -> str:
    on = next(step.on for step in each.steps if step.step == "decision")
    return in_short(on, year=on.year != deadline_on.year)


def _ways_out(
    own: dict[str, tuple[PlannedRoute, ...]], usable: dict[str, list[PlannedRoute]]
) -> Iterator[PlannedRoute]:
    """Each council's own ways out under its name: of those without a meeting in time, or of all where every one has."""
    short_of_one = {name for name, routes in usable.items() if not routes} or set(own)
    for name, routes in own.items():
        if name in short_of_one:
            for each in routes:
                if each.way_out:
                    none = "" if usable[name] else f"{name} has no meeting that makes the deadline. "
                    yield replace(each, name=f"{name}: {each.name}", why_not=none + (each.why_not or ""))
