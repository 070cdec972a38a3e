"""What the planner answers: the routes in the order they are shown, the one being looked at, and how it was counted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from moothall.domain import meetings
from moothall.domain.days import Holidays
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute, assumed_call_in, verdict
from moothall.domain.provisions import Provision
from moothall.domain.remarks import Remark
from moothall.domain.routes import route as shape
from moothall.domain.rule_packs import Effective, RulePack, counting
from moothall.domain.timetable import Key, Step
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


@dataclass(frozen=True, slots=True)
class Row:
    """One route in the table. ``name`` in the address is ``slug``; ``costs`` leaves out what is said once for all."""

    slug: str
    route: PlannedRoute
    costs: tuple[str, ...]

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
    """Everything the page shows. ``ways_out`` are apart from the ordinary routes, ``chosen`` is one of either."""

    asked: Asked
    rows: tuple[Row, ...]
    ways_out: tuple[Row, ...]
    chosen: Row | None
    verdict: str
    remarks: tuple[Remark, ...]
    closed: tuple[date, ...]

    @property
    def fits(self) -> bool:
        """At least one route makes the deadline."""
        return any(row.route.fits for row in self.rows)

    @property
    def all_routes(self) -> tuple[PlannedRoute, ...]:
        """The routes as they are printed, in order."""
        return tuple(row.route for row in (*self.rows, *self.ways_out))


def answer(asked: Asked, *, holidays: Holidays, chosen: str = "") -> Answer:
    """Every route for what was asked, with the one named by ``chosen`` or else the first. Raises a Refusal."""
    routes = plan_routes(
        as_of=asked.as_of,
        deadline_on=asked.deadline_on,
        meetings=asked.meetings,
        pack=asked.pack,
        holidays=holidays,
        key=asked.key,
        callable_=asked.callable_,
    )
    rows = tuple(_rows(routes, said_once=assumed_call_in(asked.pack)))
    ordinary = tuple(row for row in rows if not shape(row.route.route).way_out)
    return Answer(
        asked=asked,
        rows=ordinary,
        ways_out=tuple(row for row in rows if shape(row.route.route).way_out),
        chosen=next((row for row in rows if row.slug == chosen), rows[0] if rows else None),
        verdict=verdict(routes, asked.deadline_on),
        remarks=meetings.remarks(
            asked.meetings,
            as_of=asked.as_of,
            counting=counting(asked.pack, holidays),
            governance=asked.pack.governance,
        ),
        closed=tuple(row.on for row in holidays.rows),
    )


def _rows(routes: Iterable[PlannedRoute], *, said_once: str) -> Iterator[Row]:
    taken: dict[str, int] = {}
    for route in routes:
        decided = next((step.on for step in route.steps if step.step == "decision"), route.as_of)
        slug = f"{route.route}-{decided.isoformat()}"
        taken[slug] = taken.get(slug, 0) + 1
        if taken[slug] > 1:
            slug = f"{slug}-{taken[slug]}"
        yield Row(slug, route, tuple(cost for cost in route.trades if cost != said_once))


_IN_FORCE = {
    Effective.NEXT_CALENDAR_DAY: "A decision is in force on the next calendar day, even a Saturday.",
    Effective.NEXT_WORKING_DAY: "A decision is in force on the next working day.",
    Effective.AT_CLOSE: "A decision is in force when call-in closes.",
}


def how_counted(asked: Asked) -> tuple[str, ...]:
    """How the days of these routes were counted, in sentences."""
    said = ["Working days are Monday to Friday without the bank holidays of England and Wales."]
    said.append(
        f"Papers are public for {asked.pack.agenda.clear()}, the day they go up and the day of the meeting left out."
    )
    if asked.key is not Key.NO:
        said.append(f"Notice of a key decision stands for {asked.pack.key_decision_notice.clear()}.")
    if asked.pack.call_in and asked.callable_:
        said.append(f"Call-in runs {asked.pack.call_in.in_words()}.")
        said.append(_IN_FORCE[asked.pack.call_in.effective])
    return tuple(said)


@dataclass(frozen=True, slots=True)
class Source:
    """One instrument with the places in it that the route rests on: (what about, the provision)."""

    instrument: str
    places: tuple[tuple[str, Provision], ...]


def sources(route: PlannedRoute) -> tuple[Source, ...]:
    """Where the rules of the route come from: each instrument once, with its places in the order they are met."""
    found: dict[str, dict[Provision, str]] = {}
    for step in route.steps:
        if step.provision and step.step != "in_force":
            found.setdefault(step.provision.instrument, {}).setdefault(step.provision, _about(step))
    return tuple(
        Source(name, tuple((about, provision) for provision, about in places.items())) for name, places in found.items()
    )


_ABOUT = {
    "key_decision_notice": "Notice of a key decision",
    "general_exception_notice": "General exception",
    "agenda_publication": "Agenda and papers",
    "summons": "Summons to members",
    "member_papers": "Papers for one member",
    "publish_decision": "Record of the decision",
    "call_in": "Call-in",
    "call_in_waived": "Call-in set aside",
    "finish": "Decision by a delegate",
}


def _about(step: Step) -> str:
    return _ABOUT.get(step.step, step.what)
