"""The demonstration: invented councils, people and a round, and everything one council does along the line.

Nothing here is in the register or in any count. All days are counted from the first run (see demonstration_days).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from moothall.domain import rounds
from moothall.domain.authorities import Authority, BodyKind, Governance
from moothall.domain.decisions import Decision, Limb
from moothall.domain.plain import build
from moothall.domain.plans import Plan
from moothall.domain.progress import Break, BreakKind, MilestoneUpdate, Pointer, Reading
from moothall.domain.reports import CommitteeReport
from moothall.domain.roles import Role
from moothall.domain.round_files import from_file
from moothall.reference.demonstration_days import Placing
from moothall.reference.sources import read_json

IsWorkingDay = Callable[[date], bool]
SECOND_ROUND = "depot-and-fleet-grant-example"
_ENGLAND = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Council:
    """An invented council. ``colour`` is its own, as #rrggbb, dark enough for text on white."""

    authority: Authority
    governance: Governance
    colour: str
    address: str


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast. ``council`` is a GSS code, empty for the panel and the operator. Without roles, no account."""

    name: str
    post: str
    email: str
    council: str = ""
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting on the way. ``begins_at`` is local time ("18:30"); ``outcome`` is empty while it is still to come.

    ``limbs`` and ``minute`` are what a body that only advises resolved.
    """

    body: str
    kind: BodyKind
    meets_on: date
    begins_at: str
    is_deciding: bool
    outcome: str = ""
    minute: str = ""
    limbs: tuple[Limb, ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """When each thing was done, or will be. All are working days, each lawful in its order."""

    letter_on: date
    plan_begun_on: date
    forward_plan_on: date
    plan_drafted_on: date
    implications_asked_on: date
    implications_agreed_on: date
    scrutiny_agenda_on: date
    scrutiny_notice_on: date
    scrutiny_on: date
    scrutiny_published_on: date
    agenda_on: date
    decided_on: date
    decision_published_on: date
    call_in_closes_on: date
    in_force_on: date
    finished_on: date
    plan_published_on: date
    return_sent_on: date
    reported_back_on: date
    progress_on: date
    deadline_on: date


@dataclass(frozen=True, slots=True)
class Worded:
    """A standard wording of a council, and the place it serves (`domain.wordings.Place`)."""

    title: str
    serves: str
    text: str
    approved_by: str
    approved_on: date
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reworded:
    """Words of the plan before and after a change. ``place`` is a question's id, or "introduction"."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Texts:
    """What became of the plan's text: what scrutiny ``asked`` for, and what was ``finished`` under the delegation.

    ``added`` are the keys of milestones and figures that came in with what was asked for. ``within`` says how the
    finished text keeps to the delegation's condition.
    """

    asked: tuple[Reworded, ...]
    added: tuple[str, ...]
    finished: tuple[Reworded, ...]
    within: str
    circulated_to: str
    reported_to: str


@dataclass(frozen=True, slots=True)
class Line:
    """One council's whole way from the letter to its first progress. ``plan`` is the text its cabinet had.

    ``held_back`` are updates that were recorded after the first progress went out, and are not public yet.
    """

    council: Council
    round: rounds.Round
    days: Days
    plan: Plan
    report: CommitteeReport
    meetings: tuple[Meeting, ...]
    decision: Decision
    texts: Texts
    readings: tuple[Reading, ...]
    updates: tuple[MilestoneUpdate, ...]
    breaks: tuple[Break, ...]
    pointers: tuple[Pointer, ...]
    held_back: tuple[MilestoneUpdate, ...]
    wordings: tuple[Worded, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """What one of the panel says of the passage that holds the words ``begins``. ``practice`` may be "none"."""

    begins: str
    by: str
    theme: str
    theme_also: str = ""
    practice: str = "none"
    barrier: str = "none"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Implications of a kind that somebody is asked for. ``words`` is the answer, empty while it is waited for."""

    kind: str
    person: str
    due_on: date
    note: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Commented:
    """What one of the cast says of quoted words in a place of the plan. ``words`` are others that they suggest."""

    place: str
    quote: str
    text: str
    by: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A part of the plan or of the report (a key of `domain.parts`) that one of the cast is to write by a day."""

    part: str
    title: str
    person: str
    due_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Revised:
    """An answer as it was written once more, after the plan had been read."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """A council part of the way: a plan and a report in drafting, who is asked, and the meeting still to come.

    ``read_by`` read the plan and commented on it before the answers in ``revised`` were written once more.
    """

    council: Council
    round: rounds.Round
    plan: Plan
    report: CommitteeReport
    meetings: tuple[Meeting, ...]
    wordings: tuple[Worded, ...]
    asked: tuple[Asked, ...]
    given: tuple[Given, ...]
    read_by: str
    comments: tuple[Commented, ...]
    revised: tuple[Revised, ...]


@cache
def councils() -> tuple[Council, ...]:
    """The invented councils: the one that has done it all, the one in drafting, and one that has not begun."""
    return tuple(build(Council, row) for row in read_json("demonstration/councils.json")["councils"])


def authorities() -> tuple[Authority, ...]:
    """The invented councils as authorities, every one marked fictional, with codes outside the official range."""
    return tuple(council.authority for council in councils())


@cache
def cast() -> tuple[Person, ...]:
    """Everybody in the demonstration. All are invented; their addresses lead nowhere (.example, RFC 2606)."""
    return tuple(build(Person, row) for row in read_json("demonstration/councils.json")["cast"])


def holder(role: Role, council: str = "") -> Person:
    """The one of the cast who holds a role, for a council's GSS code or (empty) for the installation."""
    for person in cast():
        if role in person.roles and person.council == council:
            return person
    raise KeyError(f"Nobody in the demonstration is {role.label} for {council or 'the installation'}.")


def round(first_run: date, is_working_day: IsWorkingDay) -> rounds.Round:
    """The invented round: its letter some eleven weeks before the first run, its deadline eight working days after."""
    return _round(Placing(first_run, is_working_day))


def second_round(first_run: date, is_working_day: IsWorkingDay) -> rounds.Round:
    """Another invented round, a condition of grant: its deadline was amended, and is past by the first run."""
    return from_file(Placing(first_run, is_working_day).fill(read_json("demonstration/second-round.json")))


def line(first_run: date, is_working_day: IsWorkingDay) -> Line:
    """All that the first council did, from the letter to the progress it told the working day before the first run."""
    placing = Placing(first_run, is_working_day)
    route = placing.fill(read_json("demonstration/wrenbourne-route.json"))
    progress = placing.fill(read_json("demonstration/wrenbourne-progress.json"))
    days = build(Days, route["days"])
    told_at = datetime.combine(days.progress_on, time(10, 0), _ENGLAND)
    return Line(
        council=councils()[0],
        round=_round(placing),
        days=days,
        plan=build(Plan, placing.fill(read_json("demonstration/wrenbourne-plan.json"))),
        report=build(CommitteeReport, placing.fill(read_json("demonstration/wrenbourne-report.json"))),
        meetings=tuple(build(Meeting, row) for row in route["meetings"]),
        decision=build(Decision, route["decision"]),
        texts=build(Texts, route["texts"]),
        readings=tuple(one for row in progress["readings"] for one in _readings(row, placing, days)),
        updates=tuple(build(MilestoneUpdate, {**row, "recorded_at": told_at}) for row in progress["updates"]),
        breaks=tuple(_break(row, placing) for row in progress["breaks"]),
        pointers=tuple(build(Pointer, {**row, "recorded_at": told_at}) for row in progress["pointers"]),
        held_back=tuple(build(MilestoneUpdate, {**row, "recorded_at": told_at}) for row in progress["held_back"]),
        wordings=tuple(build(Worded, row) for row in route["wordings"]),
    )


@cache
def codings() -> tuple[Coded, ...]:
    """What two of the panel said of passages of the first council's plan, in the order they said it."""
    return tuple(build(Coded, row) for row in read_json("demonstration/wrenbourne-codings.json")["codings"])


def beginning(first_run: date, is_working_day: IsWorkingDay) -> Beginning:
    """What the second council has so far: a plan half written, and its committee in seven working days."""
    placing = Placing(first_run, is_working_day)
    data = placing.fill(read_json("demonstration/kettlewick.json"))
    return Beginning(
        council=councils()[1],
        round=_round(placing),
        plan=build(Plan, data["plan"]),
        report=build(CommitteeReport, data["report"]),
        meetings=tuple(build(Meeting, row) for row in data["meetings"]),
        wordings=tuple(build(Worded, row) for row in data["wordings"]),
        asked=tuple(build(Asked, row) for row in data["asked"]),
        given=tuple(build(Given, row) for row in data["given"]),
        read_by=data["read_by"],
        comments=tuple(build(Commented, row) for row in data["comments"]),
        revised=tuple(build(Revised, row) for row in data["revised"]),
    )


def _round(placing: Placing) -> rounds.Round:
    return from_file(placing.fill(read_json("demonstration/round.json")))


def _break(row: dict[str, Any], placing: Placing) -> Break:
    return Break(row["measure"], placing.quarter_end(row["quarter"]), BreakKind(row["kind"]), row["words"])


def _readings(row: dict[str, Any], placing: Placing, days: Days) -> list[Reading]:
    """A measure's readings, the latest told with the first progress, the earlier ones when the plan was published."""
    is_yearly = row["unit_of_time"] == "year"
    first = -len(row["values"])
    found = []
    for number, value in enumerate(row["values"], start=first):
        is_latest = number == -1
        told_on = days.progress_on if is_latest else days.plan_published_on
        ends_on = placing.year_end(number) if is_yearly else placing.quarter_end(number)
        found.append(
            Reading(
                measure=row["measure"],
                period=placing.financial_year(number) if is_yearly else placing.quarter(number),
                period_ends_on=ends_on,
                value=Decimal(value),
                note=row["note"] if is_latest else "",
                source=row["source"]
                if is_latest or is_yearly
                else f"Quarterly performance report, {placing.quarter(number)}",
                recorded_at=datetime.combine(told_on, time(10, 0), _ENGLAND),
            )
        )
    return found
