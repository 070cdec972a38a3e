"""The record of an executive decision: what it must say, and who makes it, by who decided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.authorities import BodyKind
from moothall.domain.days import CountedDay, Counting, Holidays, days_between, in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "decision-record"
RULE = "G-D1, G-D2"
VERSION = "2012-09-10"
IN_FORCE = date(2012, 9, 10)
COMPLETE = "complete"
INCOMPLETE = "incomplete"
MEETING = Provision(EXECUTIVE_REGULATIONS, "regulation 12")
MEMBER = Provision(EXECUTIVE_REGULATIONS, "regulation 13(1) to (3)", Read.RECALLED)
OFFICER = Provision(EXECUTIVE_REGULATIONS, "regulation 13(4)", Read.ACCOUNT)
OPEN = Provision(EXECUTIVE_REGULATIONS, "regulation 14", Read.RECALLED)
PROVISIONS: dict[str, Provision] = {
    BodyKind.EXECUTIVE: MEETING,
    BodyKind.INDIVIDUAL_MEMBER: MEMBER,
    BodyKind.OFFICER: OFFICER,
    "open": OPEN,
}
RULES = {BodyKind.EXECUTIVE: "G-D1", BodyKind.INDIVIDUAL_MEMBER: "G-D2", BodyKind.OFFICER: "G-D2"}


class Field(StrEnum):
    """What a record says. Where there was nothing, the record says that there was none."""

    DECISION = "decision"
    DATE = "date"
    REASONS = "reasons"
    OPTIONS = "options"
    CONFLICTS = "conflicts"
    DISPENSATIONS = "dispensations"


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes the record, and how the fields that differ are worded for this kind of decision maker."""

    who: str
    options: str
    conflicts: str


MAKERS = {
    BodyKind.EXECUTIVE: Maker(
        "The proper officer makes it, or whoever presided where the proper officer was not there.",
        "the other options that were considered and rejected at the meeting",
        "every conflict of interest that a member of the body declared",
    ),
    BodyKind.INDIVIDUAL_MEMBER: Maker(
        "The member who decided makes it, or has the proper officer make it.",
        "the other options that were considered and rejected by the member",
        "every conflict of interest declared by a member of the executive who was consulted",
    ),
    BodyKind.OFFICER: Maker(
        "The officer who decided makes it.",
        "the other options that were considered and rejected by the officer",
        "every conflict of interest declared by a member of the executive who was consulted",
    ),
}
ASKS = {
    Field.DECISION: "the decision",
    Field.DATE: "the date on which it was made",
    Field.REASONS: "the reasons for it",
    Field.DISPENSATIONS: "for each conflict, any dispensation granted by the head of paid service",
}


def deadline(
    decided_on: date,
    *,
    taker: BodyKind,
    says: Collection[Field],
    holidays: Holidays,
    recorded_on: date | None = None,
) -> Deadline:
    """Whether the record of an executive decision says all it must (``kind``), who makes it, and how long it took.

    Every decision of the executive has one, key or not, as soon as reasonably practicable: the law names no day, so
    ``on`` is only the day the record was made, where that is given. Raises a Refusal for a decision that is not the
    executive's, before 10 September 2012, for a record made before its decision, and beyond the table of holidays.
    """
    if taker not in MAKERS:
        raise Refusal(
            f"A decision of the {taker.value.replace('_', ' ')} is no decision of the executive.",
            next_step="A meeting of the council or a committee keeps minutes; an officer who does not act for the"
            " executive keeps another record.",
            rule=RULE,
        )
    in_force.check(decided_on, IN_FORCE, provision=PROVISIONS[taker], rule=RULES[taker])
    _check_order(decided_on, recorded_on)
    told = tuple(_point(field, says, MAKERS[taker]) for field in Field)
    lacking = sum(not point.met for point in told)
    return Deadline(
        clock=NAME,
        rule=RULES[taker],
        version=VERSION,
        what=f"The record lacks {lacking} of the six things it must say" if lacking else "The record says all it must",
        provision=PROVISIONS[taker],
        calendar=str(holidays),
        counted=_counted(decided_on, recorded_on, Counting(holidays)),
        on=recorded_on,
        kind=INCOMPLETE if lacking else COMPLETE,
        notes=(MAKERS[taker].who, *_notes(taker, decided_on, recorded_on, Counting(holidays))),
        points=told,
    )


def _check_order(decided_on: date, recorded_on: date | None) -> None:
    if recorded_on is not None and recorded_on < decided_on:
        raise Refusal(
            f"The record ({in_words(recorded_on)}) is older than the decision ({in_words(decided_on)}).",
            next_step="Check both dates: a record is made after its decision.",
            rule=RULE,
        )


def _point(field: Field, says: Collection[Field], maker: Maker) -> Point:
    asks = {**ASKS, Field.OPTIONS: maker.options, Field.CONFLICTS: maker.conflicts}[field]
    there = field in says
    silent = field in (Field.OPTIONS, Field.CONFLICTS, Field.DISPENSATIONS)
    none = " Where there was none, it says so." if silent else ""
    return Point(
        asks[0].upper() + asks[1:],
        there,
        field.value if there else f"no_{field.value}",
        "The record says it." if there else f"The record does not say it.{none}",
    )


def _counted(decided_on: date, recorded_on: date | None, counting: Counting) -> tuple[CountedDay, ...]:
    """Every day from the decision to its record; of the working days none is owed, so each is only numbered."""
    days, number = [CountedDay(decided_on, False, "The day of the decision")], 0
    for day in days_between(decided_on, recorded_on or decided_on):
        reason = counting.why_not_working(day)
        if day != decided_on:
            number += reason is None
            days.append(CountedDay(day, reason is None, reason or f"Working day {number} after the decision"))
    return tuple(days)


def _notes(taker: BodyKind, decided_on: date, recorded_on: date | None, counting: Counting) -> tuple[str, ...]:
    notes = ["It is made as soon as reasonably practicable. The law names no day; your constitution may."]
    if recorded_on is not None:
        took = sum(counting.is_working(day) for day in days_between(decided_on, recorded_on) if day != decided_on)
        days = "working day" if took == 1 else "working days"
        notes.append(f"It was made {took} {days} after the decision: be able to say why it could not be sooner.")
    notes.append(f"It is open to the public, with the report, as soon as reasonably practicable: {OPEN.in_words()}.")
    if taker is BodyKind.OFFICER:
        notes.append("Whether your council records every such decision is its own policy (officer-executive-record).")
    return tuple(notes)
