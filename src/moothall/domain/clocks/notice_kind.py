"""Which procedure the time between notice and key decision allows: decided by count, then by consent."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain.clocks import general_exception, key_decision_notice
from moothall.domain.days import Counting, Holidays, in_words
from moothall.domain.deadlines import Deadline, OtherAnswer, Point
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision
from moothall.domain.refusals import Refusal

NAME = "notice-kind"
RULE = "G-K2, G-K3, G-K4"
VERSION = "2012-09-10"
FULL_NOTICE = "full_notice"
GENERAL_EXCEPTION = "general_exception"
SPECIAL_URGENCY = "special_urgency"


class Procedure(StrEnum):
    """The three procedures, in the order of the law: each opens only where the one before it is impracticable."""

    FULL_NOTICE = FULL_NOTICE
    GENERAL_EXCEPTION = GENERAL_EXCEPTION
    SPECIAL_URGENCY = SPECIAL_URGENCY


PROVISIONS = {
    FULL_NOTICE: key_decision_notice.PROVISION,
    GENERAL_EXCEPTION: general_exception.PROVISION,
    SPECIAL_URGENCY: Provision(EXECUTIVE_REGULATIONS, "regulation 11(1)"),
}
RULES = {FULL_NOTICE: "G-K2", GENERAL_EXCEPTION: "G-K3", SPECIAL_URGENCY: "G-K4"}
WHAT = {
    FULL_NOTICE: "Full notice: 28 clear days or more stand between the notice and the decision",
    GENERAL_EXCEPTION: "General exception: tell the chair of scrutiny in writing; say why 28 days could not be given",
    SPECIAL_URGENCY: "Special urgency: the decision maker needs the agreement of the chair of scrutiny first",
}


IN_WORDS = {
    FULL_NOTICE: "full notice (regulation 9)",
    GENERAL_EXCEPTION: "the general exception (regulation 10)",
    SPECIAL_URGENCY: "special urgency (regulation 11)",
}
ORDER = (FULL_NOTICE, GENERAL_EXCEPTION, SPECIAL_URGENCY)
NOTES: dict[str, tuple[str, ...]] = {
    FULL_NOTICE: (),
    GENERAL_EXCEPTION: (
        "Five clear days still fit, so special urgency is not open: regulation 11 begins where regulation 10 is"
        " impracticable too, and not where it is only slower.",
        "The days run from the notice of the exception itself, not from an earlier entry in the forward plan.",
    ),
    SPECIAL_URGENCY: (
        "Fewer than five clear days are left, so that neither regulation 9 nor regulation 10 can be kept.",
    ),
}


def deadline(notice_on: date, decision_on: date, *, holidays: Holidays, chosen: Procedure | None = None) -> Deadline:
    """The kind of notice that a key decision had, or would have, by the days between.

    Twenty-eight clear calendar days or more are full notice. Otherwise five clear working days after the day the notice
    was made available allow the general exception; anything shorter is special urgency and needs a named agreement.
    The order is the law's: urgency may not be chosen while five days still fit, and where ``chosen`` says which
    procedure a council named, a point says whether it is that one. For a notice to count for the general exception it
    must be the exception notice itself. Raises a Refusal where the notice comes after the decision.
    """
    if notice_on > decision_on:
        raise Refusal(
            f"The notice ({in_words(notice_on)}) comes after the decision ({in_words(decision_on)}).",
            next_step="Check both dates.",
            rule=RULE,
        )
    working = Counting(holidays, general_exception.CLEAR_DAYS.unit)
    calendar = Counting(holidays, key_decision_notice.CLEAR_DAYS.unit)
    left = working.clear_days(notice_on, decision_on)
    kind = _kind(calendar.clear_days(notice_on, decision_on), left)
    counting = calendar if kind == FULL_NOTICE else working
    return Deadline(
        clock=NAME,
        rule=RULES[kind],
        version=VERSION,
        what=WHAT[kind],
        provision=PROVISIONS[kind],
        calendar=str(holidays),
        counted=counting.between(notice_on, decision_on).days,
        kind=kind,
        other_convention=_other(kind, left),
        notes=(*NOTES[kind], *((general_exception.BEFORE,) if decision_on < general_exception.IN_FORCE else ())),
        points=_right_route(kind, chosen, left),
    )


def _right_route(kind: str, chosen: Procedure | None, left: int) -> tuple[Point, ...]:
    """Whether the procedure a council named is the one that the days between call for."""
    if chosen is None:
        return ()
    asks = f"The procedure named, {IN_WORDS[chosen]}, is the one the law calls for"
    if chosen == kind:
        return (Point(asks, True, "right_route", f"There are {left} clear working days, and it is {IN_WORDS[kind]}."),)
    if ORDER.index(chosen) > ORDER.index(kind):
        says = (
            f"It is the wrong route: with {left} clear working days left, {IN_WORDS[kind]} can be kept and comes first."
        )
        return (Point(asks, False, "wrong_route", says),)
    says = f"Too little time is left for it: with {left} clear working days it is {IN_WORDS[kind]}."
    return (Point(asks, False, "too_late_for_it", says),)


def _kind(for_full: int, for_exception: int) -> str:
    """The kind by the clear days left, as each of the two periods counts them."""
    if for_full >= key_decision_notice.CLEAR_DAYS.number:
        return FULL_NOTICE
    return GENERAL_EXCEPTION if for_exception >= general_exception.CLEAR_DAYS.number else SPECIAL_URGENCY


def _other(kind: str, working_days_left: int) -> OtherAnswer | None:
    other = _kind(working_days_left, working_days_left)
    return OtherAnswer("if the 28 days are counted as working days", None, kind=other) if other != kind else None
