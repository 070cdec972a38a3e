"""Which rule of a council's own fills which argument of which clock: one table, and for the rest why it is only shown.

Every clock of the rulebook stands in one of the two tables.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from moothall.domain.authorities import BodyKind
from moothall.domain.call_in_rules import CallInRule, call_in_as_plain
from moothall.domain.clocks import (
    agenda_publication,
    call_in,
    call_in_hold,
    call_in_waiver,
    callable_decision,
    committee_call_in,
    council_business,
    council_summons,
    key_decision,
    key_decision_notice,
    late_item,
    meeting_notice,
    officer_decision_record,
    officer_executive_record,
    private_meeting_notice,
    retention,
    special_urgency_report,
    urgency,
)
from moothall.domain.clocks.private_meeting_notice import Notice
from moothall.domain.clocks.retention import FOUR, YEARS, Record
from moothall.domain.days import Length
from moothall.domain.local_rules import (
    RULINGS,
    Every,
    Hold,
    Kept,
    LocalRule,
    NoCallIn,
    Policy,
    RuledClock,
    RuleValue,
    Threshold,
)

Asked = Mapping[str, Any]
Arguments = dict[str, Any]
Fill = Callable[[LocalRule, Asked], tuple[Arguments, str]]
"""From a rule and what was asked: the arguments it puts in place of defaults, and why not where it puts none."""

NO_FIRST_DAY = "It bears no first day, and such a policy holds only with its date: enter the day from which it stands."
SEVERAL_SUMS = "It names several sums, and which of them holds depends on the kind of money: give that sum."
NO_SUM = "It names no sum."
LONGEST_KEPT = 100  # years, as far as whole years are counted


@dataclass(frozen=True, slots=True)
class Filling:
    """One row of the table: a clock, what is settled, the arguments that are filled by it, and how.

    ``by`` are arguments that the filled value depends on, so that a form cannot be filled in before they are said.
    ``where`` says, from what was asked, whether the row is meant at all.
    """

    clock: str
    ruled: RuledClock
    keys: tuple[str, ...]
    fill: Fill
    by: tuple[str, ...] = ()
    where: Callable[[Asked], bool] = lambda asked: True


@dataclass(frozen=True, slots=True)
class ShownOnly:
    """A rule that fills no argument: ``why``, in a sentence, and the clocks beside whose answers it is shown."""

    why: str
    beside: tuple[str, ...] = ()


def _of_call_in(*keys: str) -> Fill:
    def fill(rule: LocalRule, asked: Asked) -> tuple[Arguments, str]:
        if not isinstance(rule.value, CallInRule):
            return {}, "So what is counted here is not the council's."
        plain = call_in_as_plain(rule.value)
        return {key: plain[key] for key in keys if plain.get(key) is not None}, ""

    return fill


def _callable(rule: LocalRule, asked: Asked) -> tuple[Arguments, str]:
    if isinstance(rule.value, NoCallIn):
        return {"no_call_in": rule.value.reason}, ""
    only = rule.value.key_only if isinstance(rule.value, CallInRule) else None
    if only is None:
        return {}, "It does not say whether only key decisions may be called in."
    return {"key_only": only}, ""


def _clear(rule: LocalRule, asked: Asked) -> tuple[Arguments, str]:
    assert isinstance(rule.value, Length)
    return {"clear_days": rule.value.number, "convention": rule.value.unit.value}, ""


def _hold(rule: LocalRule, asked: Asked) -> tuple[Arguments, str]:
    assert isinstance(rule.value, Hold)
    length = rule.value.length
    first = {"first_day_counts": rule.value.first_day_counts}
    return {"days": length.number, "unit": length.unit.value, **first}, ""


def _test(rule: LocalRule, asked: Asked) -> tuple[Arguments, str]:
    assert isinstance(rule.value, Policy)
    return {"test": rule.value.words}, ""


def _threshold(rule: LocalRule, asked: Asked) -> tuple[Arguments, str]:
    """The one sum; of several the one that settles it whatever the money is for, where a sum is known."""
    assert isinstance(rule.value, tuple)
    sums = sorted(threshold.pounds for threshold in rule.value)
    if not sums:
        return {}, NO_SUM
    found = _settling(sums, asked.get("pounds"))
    if found is None:
        return {}, SEVERAL_SUMS
    return {"threshold": found, **_spell(rule, "threshold_from", "threshold_to")}, ""


def _settling(sums: list[int], pounds: Any) -> int | None:
    """Of sums in order the one that settles it for an amount: the highest where all are reached, the lowest if none."""
    if sums[0] == sums[-1]:
        return sums[0]
    amount = int(pounds) if str(pounds).strip().isdecimal() and len(str(pounds)) <= 40 else None
    if amount is None or sums[0] <= amount < sums[-1]:
        return None
    return sums[-1] if amount >= sums[-1] else sums[0]


def _policy(rule: LocalRule, asked: Asked) -> tuple[Arguments, str]:
    assert isinstance(rule.value, Policy)
    if rule.valid_from is None:
        return {}, NO_FIRST_DAY
    sum_ = {} if rule.value.pounds is None else {"policy_pounds": rule.value.pounds}
    return {**sum_, **_spell(rule, "policy_from", "policy_to")}, ""


def _material(rule: LocalRule, asked: Asked) -> tuple[Arguments, str]:
    assert isinstance(rule.value, Policy)
    if rule.value.pounds is None:
        return {}, NO_SUM
    if rule.valid_from is None:
        return {}, NO_FIRST_DAY
    return {"threshold": rule.value.pounds, "threshold_since": rule.valid_from.isoformat()}, ""


def _every(rule: LocalRule, asked: Asked) -> tuple[Arguments, str]:
    assert isinstance(rule.value, Every)
    return {"every_months": rule.value.months}, ""


def _kept(rule: LocalRule, asked: Asked) -> tuple[Arguments, str]:
    assert isinstance(rule.value, Kept)
    record = asked.get("record", Record.MEETING.value)
    if rule.value.records > LONGEST_KEPT:
        return {}, "So many years are not counted here."
    is_papers = record in {kind.value for kind in Record if YEARS[kind] is FOUR}
    return {"keep_years": rule.value.papers if is_papers else rule.value.records}, ""


def _spell(rule: LocalRule, first: str, last: str) -> Arguments:
    days = {first: rule.valid_from, last: rule.valid_to}
    return {key: day.isoformat() for key, day in days.items() if day}


def _which(notice: Notice) -> Callable[[Asked], bool]:
    return lambda asked: asked.get("which", Notice.FIRST.value) == notice.value


_COUNT = (
    *("days", "unit", "base", "first_day_counts", "publish_allowance", "publish_cutoff", "closes", "effective"),
    *("starts_after", "on_nonworking_end", "requesters", "grounds"),
)
_CLEAR = ("clear_days", "convention")
FILLINGS: tuple[Filling, ...] = (
    Filling(call_in.NAME, RuledClock.CALL_IN, (*_COUNT, "key_only"), _of_call_in(*_COUNT, "key_only")),
    Filling(committee_call_in.NAME, RuledClock.CALL_IN, _COUNT, _of_call_in(*_COUNT)),
    Filling(callable_decision.NAME, RuledClock.CALL_IN, ("key_only", "no_call_in"), _callable),
    Filling(urgency.NAME, RuledClock.CALL_IN, ("days", "unit"), _of_call_in("days", "unit")),
    Filling(call_in_hold.NAME, RuledClock.CALL_IN_HOLD, ("days", "unit", "first_day_counts"), _hold),
    Filling(call_in_waiver.NAME, RuledClock.CALL_IN_WAIVER, ("test",), _test),
    Filling(meeting_notice.NAME, RuledClock.MEETING_NOTICE, _CLEAR, _clear),
    Filling(agenda_publication.NAME, RuledClock.AGENDA_PUBLICATION, _CLEAR, _clear),
    Filling(council_summons.NAME, RuledClock.COUNCIL_SUMMONS, _CLEAR, _clear),
    Filling(key_decision_notice.NAME, RuledClock.KEY_DECISION_NOTICE, _CLEAR, _clear),
    Filling(
        key_decision.NAME,
        RuledClock.KEY_DECISION_THRESHOLD,
        ("threshold", "threshold_from", "threshold_to"),
        _threshold,
        by=("pounds",),
    ),
    Filling(
        private_meeting_notice.NAME,
        RuledClock.PRIVATE_MEETING_NOTICE,
        _CLEAR,
        _clear,
        by=("which",),
        where=_which(Notice.FIRST),
    ),
    Filling(
        private_meeting_notice.NAME,
        RuledClock.PRIVATE_MEETING_SECOND_NOTICE,
        _CLEAR,
        _clear,
        by=("which",),
        where=_which(Notice.SECOND),
    ),
    Filling(
        officer_executive_record.NAME,
        RuledClock.OFFICER_DECISION_RECORDS,
        ("policy_pounds", "policy_from", "policy_to"),
        _policy,
    ),
    Filling(
        officer_decision_record.NAME, RuledClock.OFFICER_DECISION_RECORDS, ("threshold", "threshold_since"), _material
    ),
    Filling(special_urgency_report.NAME, RuledClock.SPECIAL_URGENCY_REPORT, ("every_months",), _every),
    Filling(retention.NAME, RuledClock.RETENTION, ("keep_years",), _kept, by=("record",)),
)
SHOWN_ONLY: dict[RuledClock, ShownOnly] = {
    RuledClock.CALL_IN_EXCLUSIONS: ShownOnly(
        "Whether a decision falls under it, somebody must judge and say.",
        (call_in.NAME, callable_decision.NAME),
    ),
    RuledClock.MEMBER_NOTICE: ShownOnly(
        "The law asks for no such notice, so no clock gives its date: the planner and the timetable count by it.",
    ),
    RuledClock.LATE_ITEM: ShownOnly(
        "It cannot open a door that the law keeps shut, and what is urgent the chair must judge.",
        (late_item.NAME, council_business.NAME),
    ),
}


def fillings_of(clock: str) -> tuple[Filling, ...]:
    """The rows of the table for a clock; none where no rule of a council's own fills any argument of it."""
    return tuple(row for row in FILLINGS if row.clock == clock)


def rules_beside(clock: str) -> tuple[RuledClock, ...]:
    """What is settled that fills no argument of a clock and is shown beside its answers."""
    return tuple(ruled for ruled, shown in SHOWN_ONLY.items() if clock in shown.beside)


def makers_of(clock: str) -> tuple[BodyKind, ...]:
    """The kinds of decision maker that the rules of a clock can be for, in their usual order."""
    ruled = (*(row.ruled for row in fillings_of(clock)), *rules_beside(clock))
    return tuple(kind for kind in BodyKind if any(kind in RULINGS[one].makers for one in ruled))


def says(value: RuleValue) -> str:
    """What a rule says, in a few words without a full stop."""
    match value:
        case CallInRule():
            return value.in_words()
        case NoCallIn():
            return f"no call-in: {value.reason.rstrip('.')}"
        case Length():
            return value.clear()
        case Hold():
            first = "that day counted" if value.first_day_counts else "that day left out"
            return f"{value.length} from the call-in, {first}"
        case Policy():
            since = "" if value.pounds is None else f", from £{value.pounds:,}"
            return value.words.rstrip(".") + since
        case Every():
            return "every month" if value.months == 1 else f"every {value.months} months"
        case Kept():
            return f"records {value.records} years, background papers {value.papers}"
        case _:
            return "; ".join(_sum(one) for one in value) or "no sum"


def _sum(threshold: Threshold) -> str:
    return f"{threshold.what} from £{threshold.pounds:,}"
