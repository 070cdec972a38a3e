"""Which of the four things called urgent a decision needs: each by its own count, and none for another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from moothall.domain import in_force
from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import (
    call_in,
    late_item,
    notice_kind,
    private_meeting_notice,
    special_urgency,
)
from moothall.domain.clocks.private_meeting_notice import AGREEMENT_NEEDED
from moothall.domain.days import CountedDay, Holidays, in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.provisions import Provision
from moothall.domain.rule_packs import CallInRule
from moothall.domain.urgencies import Urgency, told_apart

NAME = "urgency"
RULE = "G-K4, G-K7, G-N2, G-N7, G-C2"
VERSION = "2012-09-10"
IN_FORCE = date(2012, 9, 10)
NEEDED = "needed"
NOT_NEEDED = "not_needed"
OPEN = "open"
ORDER = tuple(explained.urgency for explained in told_apart())
TITLES = {explained.urgency: explained.title for explained in told_apart()}
PROVISIONS = tuple(dict.fromkeys(provision for explained in told_apart() for provision in explained.provisions))


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a decision's notices. None where nothing is said, or where it does not apply.

    ``key_notice_on`` is the day the notice of a key decision was made available, ``private_notice_on`` that of the
    first notice of a private meeting, ``listed_on`` the day the item went on the public agenda, and ``in_force_by`` the
    day by which the decision must have taken effect.
    """

    key_notice_on: date | None = None
    private_notice_on: date | None = None
    listed_on: date | None = None
    in_force_by: date | None = None


def deadline(
    decision_on: date,
    *,
    known: Known,
    holidays: Holidays,
    body: BodyKind = BodyKind.EXECUTIVE,
    rule: CallInRule | None = None,
) -> Deadline:
    """Whether a decision needs any of the four urgencies (``kind``), each a point with its own agreement and report.

    Short notice of a key decision, short notice of a private meeting, a late item and a waiver of call-in are four
    different things: a decision may need all of them or none, and one never stands for another. Call-in is counted from
    publication on the day of the decision, by the council's own ``rule``. Raises a Refusal before 10 September 2012,
    for a notice after the decision, and beyond the table of holidays.
    """
    in_force.check(decision_on, IN_FORCE, provision=special_urgency.PROVISIONS["notice"], rule=RULE)
    told = (
        _key(decision_on, known.key_notice_on, body, holidays),
        _private(decision_on, known.private_notice_on, body, holidays),
        _late(decision_on, known.listed_on, body, holidays),
        _waiver(decision_on, known.in_force_by, body, rule, holidays),
    )
    needed = [urgency for urgency, point in zip(ORDER, told, strict=True) if point.met]
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what=_what(needed),
        provision=_provision(needed),
        calendar=str(holidays),
        counted=(CountedDay(decision_on, False, "The day of the decision"),),
        kind=NEEDED if needed else OPEN if any(point.met is None for point in told) else NOT_NEEDED,
        points=told,
        notes=_notes(needed),
    )


def _what(needed: list[Urgency]) -> str:
    if not needed:
        return "Nothing that is said here needs any of the four urgencies"
    return f"Of the four things called urgent this needs {len(needed)}"


def _provision(needed: list[Urgency]) -> Provision:
    first = needed[0] if needed else Urgency.KEY_DECISION_NOTICE
    return next(explained.provisions[0] for explained in told_apart() if explained.urgency is first)


def _notes(needed: list[Urgency]) -> tuple[str, ...]:
    return tuple(
        f"{explained.title}. Consent: {explained.consent} Report: {explained.report}"
        for explained in told_apart()
        if explained.urgency in needed
    )


def _point(urgency: Urgency, met: bool | None, code: str, says: str) -> Point:
    return Point(TITLES[urgency], met, code, says)


def _decides_alone(body: BodyKind) -> bool:
    return not body.meets


def _key(decision_on: date, notice_on: date | None, body: BodyKind, holidays: Holidays) -> Point:
    which = Urgency.KEY_DECISION_NOTICE
    if body in (BodyKind.FULL_COUNCIL, BodyKind.COMMITTEE, BodyKind.SCRUTINY):
        return _point(which, False, "not_executive", "It is no decision of the executive, so it cannot be key.")
    if notice_on is None:
        return _point(which, None, "no_notice_given", "No notice of a key decision is given: is it key (key-decision)?")
    kind = notice_kind.deadline(notice_on, decision_on, holidays=holidays).kind
    short = kind == notice_kind.SPECIAL_URGENCY
    says = (
        f"The notice of {in_words(notice_on)} leaves time for {notice_kind.IN_WORDS[kind or notice_kind.FULL_NOTICE]}."
    )
    if short:
        says = f"The notice of {in_words(notice_on)} leaves fewer than five clear working days."
    return _point(which, short, kind or "", says)


def _private(decision_on: date, notice_on: date | None, body: BodyKind, holidays: Holidays) -> Point:
    which = Urgency.PRIVATE_MEETING_NOTICE
    if body is not BodyKind.EXECUTIVE:
        return _point(which, False, "no_meeting_of_the_executive", "It is no meeting of the executive.")
    if notice_on is None:
        says = "No notice of a private meeting is given: is any part of the item exempt or confidential?"
        return _point(which, None, "no_notice_given", says)
    found = private_meeting_notice.deadline(decision_on, holidays=holidays, given_on=notice_on)
    short = found.kind == AGREEMENT_NEEDED
    last = f"the last day was {in_words(found.on)}" if found.on else ""
    return _point(which, short, str(found.kind), f"The first notice was given on {in_words(notice_on)}; {last}.")


def _late(decision_on: date, listed_on: date | None, body: BodyKind, holidays: Holidays) -> Point:
    which = Urgency.LATE_ITEM
    if _decides_alone(body):
        return _point(which, False, "no_meeting", "One person decides, without an agenda.")
    if listed_on is None:
        return _point(which, None, "no_listing_given", "The day the item went on the public agenda is not given.")
    found = late_item.deadline(decision_on, listed_on=listed_on, body=body, holidays=holidays)
    says = f"It was listed on {in_words(listed_on)}; the last day was {in_words(found.on)}." if found.on else ""
    if found.kind == late_item.NO_DOOR:
        says += " An executive meeting has no door for it, and no agreement opens one."
    return _point(which, found.kind != late_item.IN_TIME, str(found.kind), says)


def _waiver(
    decision_on: date, in_force_by: date | None, body: BodyKind, rule: CallInRule | None, holidays: Holidays
) -> Point:
    which = Urgency.CALL_IN_WAIVER
    if body in (BodyKind.FULL_COUNCIL, BodyKind.SCRUTINY):
        return _point(which, False, "not_callable", "It is not open to call-in.")
    if in_force_by is None:
        return _point(which, None, "no_day_given", "The day by which it must be in force is not given.")
    counted = call_in.deadline(decision_on, decided_on=decision_on, rule=rule, holidays=holidays)
    effective_on = counted.effective_on or decision_on
    short = effective_on > in_force_by
    by = "the council's rule" if rule else "the commonest rule, a default and not yours,"
    says = f"By {by} it takes effect on {in_words(effective_on)}, and it is needed by {in_words(in_force_by)}."
    return _point(which, short, "too_late_with_call_in" if short else "in_time_with_call_in", says)
