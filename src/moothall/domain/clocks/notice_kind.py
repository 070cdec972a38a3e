"""Which procedure the time between notice and key decision allows: decided by count, then by consent."""

from __future__ import annotations

from datetime import date

from moothall.domain.clocks import general_exception, key_decision_notice
from moothall.domain.days import Counting, Holidays, in_words
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision
from moothall.domain.refusals import Refusal

NAME = "notice-kind"
RULE = "G-K2, G-K3, G-K4"
VERSION = "2012-09-10"
FULL_NOTICE = "full_notice"
GENERAL_EXCEPTION = "general_exception"
SPECIAL_URGENCY = "special_urgency"
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


def deadline(notice_on: date, decision_on: date, *, holidays: Holidays) -> Deadline:
    """The kind of notice that a key decision had, or would have, by the days between.

    Twenty-eight clear calendar days or more are full notice. Otherwise five clear working days after the day the notice
    was made available allow the general exception; anything shorter is special urgency and needs a named agreement.
    The order is the law's: urgency may not be chosen while five days still fit. For a notice to count for the general
    exception it must be the exception notice itself. Raises a Refusal where the notice comes after the decision.
    """
    if notice_on > decision_on:
        raise Refusal(
            f"The notice ({in_words(notice_on)}) comes after the decision ({in_words(decision_on)}).",
            next_step="Check both dates.",
            rule=RULE,
        )
    working = Counting(holidays, general_exception.CLEAR_DAYS.unit)
    calendar = Counting(holidays, key_decision_notice.CLEAR_DAYS.unit)
    kind = _kind(notice_on, decision_on, calendar, working)
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
        other_convention=_other(notice_on, decision_on, kind, working),
    )


def _kind(notice_on: date, decision_on: date, for_full: Counting, for_exception: Counting) -> str:
    if for_full.clear_days(notice_on, decision_on) >= key_decision_notice.CLEAR_DAYS.number:
        return FULL_NOTICE
    if for_exception.clear_days(notice_on, decision_on) >= general_exception.CLEAR_DAYS.number:
        return GENERAL_EXCEPTION
    return SPECIAL_URGENCY


def _other(notice_on: date, decision_on: date, kind: str, working: Counting) -> OtherAnswer | None:
    other = _kind(notice_on, decision_on, working, working)
    return OtherAnswer("if the 28 days are counted as working days", None, kind=other) if other != kind else None
