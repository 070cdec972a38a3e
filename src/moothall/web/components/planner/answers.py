"""What the planner answers: the routes in the order they are shown, the one being looked at, and what is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from moothall.domain import meetings
from moothall.domain.constraint_remarks import constraint_remarks
from moothall.domain.constraints import UNCONSTRAINED, Constraints
from moothall.domain.days import Holidays
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute, assumed_call_in, verdict
from moothall.domain.remarks import Remark
from moothall.domain.routes import WAY_OF
from moothall.domain.rule_packs import RulePack, counting
from moothall.domain.timetable import Key
from moothall.domain.variants import every_route, variants
from moothall.web.components.planner.thinning import WAYS_EACH, thinned
from moothall.web.components.step_words import first_date


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked: everything a route depends on besides the holidays."""

    as_of: date
    deadline_on: date
    meetings: tuple[Meeting, ...]
    pack: RulePack
    key: Key
    callable_: bool
    constraints: Constraints = UNCONSTRAINED


@dataclass(frozen=True, slots=True)
class Row:
    """One route in the table. ``name`` in the address is ``slug``; ``costs`` leaves out what is said once for all.

    ``same_dates`` are the routes that stand under it because they share its dates. ``label`` is what the route adds to
    the name of the one it stands under.
    """

    slug: str
    route: PlannedRoute
    costs: tuple[str, ...]
    same_dates: tuple["Row", ...] = ()
    label: str = ""

    @property
    def first_date(self) -> str:
        """The first date to keep, in words; empty where all are past."""
        step = self.route.first_to_keep
        return first_date(step) if step else ""

    @property
    def to_spare(self) -> str:
        """28 days, None, or Late."""
        slack = self.route.slack_days
        if slack is None:
            return "Not known"
        if not self.route.fits and slack >= 0:
            return "Not in time"
        return "Late" if slack < 0 else f"{slack} day{'' if slack == 1 else 's'}" if slack else "None"


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything the page shows. ``ways_out`` are apart from the ordinary routes, ``chosen`` is one of any of them.

    ``rows`` and ``ways_out`` are complete; ``shown_rows`` and ``shown_ways`` are what the page prints (`thinning`).
    """

    asked: Asked
    routes: tuple[PlannedRoute, ...]
    rows: tuple[Row, ...]
    ways_out: tuple[Row, ...]
    chosen: Row | None
    verdict: str
    remarks: tuple[Remark, ...]
    closed: tuple[date, ...]
    is_all: bool = False
    shown_rows: tuple[Row, ...] = field(init=False)
    shown_ways: tuple[Row, ...] = field(init=False)

    def __post_init__(self) -> None:
        rows = self.rows if self.is_all else thinned(self.rows, self.chosen)
        ways = self.ways_out if self.is_all else thinned(self.ways_out, self.chosen, each=WAYS_EACH)
        object.__setattr__(self, "shown_rows", rows)
        object.__setattr__(self, "shown_ways", ways)

    @property
    def fits(self) -> bool:
        """At least one route makes the deadline."""
        return any(row.route.fits for row in self.rows)

    @property
    def is_thinned(self) -> bool:
        """Whether some routes are left out of the page."""
        return len(self.shown_rows) < len(self.rows) or len(self.shown_ways) < len(self.ways_out)

    @property
    def chosen_way(self) -> bool:
        """The route looked at is a way out."""
        return bool(self.chosen and self.chosen.route.way_out)

    @property
    def all_routes(self) -> tuple[PlannedRoute, ...]:
        """The routes as they are printed as data: one value each, none left out, in order."""
        return every_route(self.routes, deadline_on=self.asked.deadline_on)


def answer(asked: Asked, *, holidays: Holidays, chosen: str = "", show_all: bool = False) -> Answer:
    """Every route for what was asked, with the one named by ``chosen`` or else the first. Raises a Refusal."""
    routes = plan_routes(
        as_of=asked.as_of,
        deadline_on=asked.deadline_on,
        meetings=asked.meetings,
        pack=asked.pack,
        holidays=holidays,
        key=asked.key,
        callable_=asked.callable_,
        constraints=asked.constraints,
    )
    rows = tuple(_rows(routes, asked))
    every = [each for row in rows for each in (row, *row.same_dates)]
    return Answer(
        asked=asked,
        routes=routes,
        rows=tuple(row for row in rows if row.route.way_out is None),
        ways_out=tuple(row for row in rows if row.route.way_out is not None),
        chosen=next((row for row in every if row.slug == chosen), rows[0] if rows else None),
        verdict=verdict(routes, asked.deadline_on),
        remarks=_remarks(asked, holidays),
        closed=tuple(row.on for row in holidays.rows),
        is_all=show_all,
    )


def _remarks(asked: Asked, holidays: Holidays) -> tuple[Remark, ...]:
    ours = meetings.remarks(
        asked.meetings,
        as_of=asked.as_of,
        counting=counting(asked.pack, holidays),
        governance=asked.pack.governance,
    )
    tied = constraint_remarks(asked.meetings, asked.constraints, as_of=asked.as_of, deadline_on=asked.deadline_on)
    return (*ours, *tied)


def _rows(routes: Iterable[PlannedRoute], asked: Asked) -> Iterator[Row]:
    taken: dict[str, int] = {}
    said_once = assumed_call_in(asked.pack)
    for route in routes:
        others = variants(route, deadline_on=asked.deadline_on)
        same = tuple(_row(each, taken, said_once) for each in others)
        yield replace(_row(route, taken, said_once), same_dates=same)


def _row(route: PlannedRoute, taken: dict[str, int], said_once: str) -> Row:
    decided = next((step.on for step in route.steps if step.step == "decision"), route.as_of)
    slug = f"{route.route}-{decided.isoformat()}"
    if route.way_out and route.way_out.way not in WAY_OF.values():
        slug = f"{slug}-{route.way_out.way.value.replace('_', '-')}"
    taken[slug] = taken.get(slug, 0) + 1
    if taken[slug] > 1:
        slug = f"{slug}-{taken[slug]}"
    label = route.name.split(", ", 2)[-1]
    return Row(slug, route, tuple(cost for cost in route.trades if cost != said_once), label=label)
