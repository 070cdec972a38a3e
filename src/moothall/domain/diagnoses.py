"""Why a past decision may be listed on another day than the council's rule gives: what is known to go wrong.

A diagnosis is a likely cause for a person to check. It is never taken as a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from moothall.domain.days import ONE_DAY, Counting, Holiday, Holidays, Length, days_between, in_words
from moothall.domain.fitting import LONGEST, listed_on
from moothall.domain.past_decisions import PastDecision
from moothall.domain.rule_packs import Base, CallInRule

A_LATE_RECORD = timedelta(days=60)
_MOST_HOLIDAYS = 4


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A likely cause: a lasting id, and a sentence that gives the dates it rests on."""

    diagnosis: str
    message: str


def diagnose(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis:
    """The likeliest cause for which a case is not listed on the day this rule gives; `unknown` where none is known.

    Dates that cannot be right come first, then the table of holidays, then the date of publication, then the rule.
    """
    for known in _CAUSES:
        found = known(case, rule, holidays)
        if found is not None:
            return found
    return Diagnosis("unknown", "No cause that is known here fits. Look at the decision itself.")


Cause = Callable[[PastDecision, CallInRule, Holidays], Diagnosis | None]


def _impossible_order(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    if case.decided_on is not None and case.listed_on < case.decided_on:
        return Diagnosis(
            "listed_before_decision",
            f"It is listed as in effect on {in_words(case.listed_on)}, before it was decided on"
            f" {in_words(case.decided_on)}. Check both dates.",
        )
    if case.published_before_decision and case.published_on is not None and case.decided_on is not None:
        return Diagnosis(
            "published_before_decision",
            f"It is given as published on {in_words(case.published_on)}, before it was decided on"
            f" {in_words(case.decided_on)}. That date may be the notice's.",
        )
    return None


def _at_once(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    return _took_effect_at_once(case) if case.listed_on == case.began_on else None


def _at_once_when_published(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    soon = case.listed_on - (case.published_on or case.began_on)
    return _took_effect_at_once(case) if timedelta(0) <= soon <= ONE_DAY else None


def _took_effect_at_once(case: PastDecision) -> Diagnosis:
    return Diagnosis(
        "effective_at_once",
        f"It took effect at once, on {in_words(case.listed_on)}, so call-in cannot have been open. If it is marked as"
        " open to call-in, ask why: urgency, an exempt kind of decision, or the wrong mark.",
    )


def _nothing_to_count_from(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    event = case.published_on if rule.base is Base.PUBLICATION else case.decided_on
    if event is not None:
        return None
    return Diagnosis(
        "nothing_to_count_from", f"The rule counts from {rule.base.value}, and the case gives no date for it."
    )


def _table_of_holidays(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    """The case fits once a bank holiday is taken out of the table, or put back where it usually is."""
    if case.listed_on - case.began_on > A_LATE_RECORD:
        return None
    for taken, added in _wrong_tables(case, holidays):
        if listed_on(rule, case, _with(holidays, taken, added)) != case.listed_on:
            continue
        missing = " and ".join(f"{row.name} ({in_words(row.on)})" for row in taken)
        usual = " and ".join(in_words(day) for day in added)
        if added:
            also = f" and {missing} counted as working" if taken else ""
            return Diagnosis(
                "moved_holiday_not_entered",
                f"It fits if {usual} was taken as the bank holiday{also}: a moved holiday was not entered.",
            )
        as_working = "as a working day" if len(taken) == 1 else "as working days"
        if any("substitute" in row.name.lower() for row in taken):
            return Diagnosis("substitute_day_missing", f"It fits if {missing} counted {as_working}.")
        late = any(row.proclaimed_on is not None for row in taken)
        return Diagnosis(
            "moved_holiday_not_entered" if late else "holiday_not_counted",
            f"It fits if {missing} counted {as_working}, as where a holiday is missing from the council's table"
            " or the day of publication was counted.",
        )
    return None


def _closed_at_christmas(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    inside = [day for day in days_between(case.began_on, case.listed_on) if (day.month, day.day) in _CHRISTMAS]
    if not inside or case.listed_on - case.began_on > A_LATE_RECORD:
        return None
    year = inside[0].year if inside[0].month == 12 else inside[0].year - 1
    closures = frozenset(days_between(date(year, 12, 24), date(year + 1, 1, 1)))
    for closed in (closures - {date(year, 12, 24)}, closures):
        if listed_on(replace(rule, closures=closed), case, holidays) == case.listed_on:
            return Diagnosis(
                "closed_at_christmas",
                "It fits if the council's closure between Christmas and New Year was not counted. Enter the closed days"
                " if the constitution says so.",
            )
    return None


def _next_working_day(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    computed = listed_on(rule, case, holidays)
    if computed is None or computed == case.listed_on:
        return None
    if Counting(holidays).first_working(computed) != case.listed_on:
        return None
    return Diagnosis(
        "listed_next_working_day",
        f"Call-in ends the day before {in_words(computed)}; the list gives the next working day instead.",
    )


def _overwritten(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    """The case fits an earlier day of publication than the one given, as where it was listed again later."""
    published = case.published_on
    if published is None:
        return None
    if case.decided_on is not None and rule.base is Base.PUBLICATION:
        last = min(published, case.listed_on) - ONE_DAY
        for day in days_between(max(case.decided_on, last - A_LATE_RECORD), last):
            if listed_on(rule, replace(case, published=day), holidays) == case.listed_on:
                return _looks_overwritten(published, day)
    return _looks_overwritten(published, None) if published > case.listed_on else None


def _looks_overwritten(published: date, fits: date | None) -> Diagnosis:
    first = f"The listed day fits publication on {in_words(fits)}" if fits else "The listed day fits an earlier one"
    return Diagnosis(
        "publication_date_overwritten",
        f"{first}, and {in_words(published)} is given: the date of publication may have been overwritten when the"
        " decision was listed again. Look for the first publication.",
    )


def _a_day_late(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    by_publication = rule.base is Base.PUBLICATION
    event = case.published_on if by_publication else case.decided_on
    if event is None:
        return None
    started = Counting(holidays).next_working(event)
    late = replace(case, published=started) if by_publication else replace(case, published=None, decided_on=started)
    if listed_on(rule, late, holidays) != case.listed_on:
        return None
    return Diagnosis(
        "counted_from_next_working_day",
        f"It fits a count from {in_words(started)}: published after a cut-off time, or a day later than planned.",
    )


def _first_day(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    if listed_on(replace(rule, first_day_counts=not rule.first_day_counts), case, holidays) != case.listed_on:
        return None
    way = "is not counted" if rule.first_day_counts else "is counted"
    return Diagnosis("first_day_counted_otherwise", f"It fits if the day of {rule.base.value} {way}.")


def _late_record(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    waited = case.listed_on - case.began_on
    if waited <= A_LATE_RECORD:
        return None
    return Diagnosis(
        "late_record",
        f"It is listed {waited.days} days after {in_words(case.began_on)}: a decision that cannot be called in, or was"
        " held, and was recorded late.",
    )


def _another_length(case: PastDecision, rule: CallInRule, holidays: Holidays) -> Diagnosis | None:
    for number in (5, 3, 2, 10, *range(1, LONGEST + 1)):
        length = Length(number, rule.length.unit)
        if listed_on(replace(rule, length=length), case, holidays) == case.listed_on:
            return Diagnosis(
                "another_length",
                f"It fits {length} instead of {rule.length.number}: another rule may hold for this kind of decision or"
                " decision-maker, or at that time.",
            )
    return None


_CAUSES: tuple[Cause, ...] = (
    *(_impossible_order, _at_once, _nothing_to_count_from, _late_record, _table_of_holidays, _next_working_day),
    *(_overwritten, _a_day_late, _first_day, _at_once_when_published, _closed_at_christmas, _another_length),
)
_CHRISTMAS = {(12, day) for day in range(25, 32)} | {(1, 1)}


def _wrong_tables(case: PastDecision, holidays: Holidays) -> Iterator[tuple[tuple[Holiday, ...], tuple[date, ...]]]:
    """Each way the table may be wrong around a case: holidays taken out, usual days put in; the least change first."""
    near = list(days_between(case.began_on, case.listed_on + timedelta(days=7)))
    inside = [row for row in holidays.rows if near[0] <= row.on <= near[-1]][:_MOST_HOLIDAYS] if near else []
    usual = tuple(day for day in near if _usually_a_holiday(day) and holidays.name_of(day) is None)
    changes = [
        (taken, added)
        for number in range(len(inside) + 1)
        for taken in combinations(inside, number)
        for added in ((), *((usual,) if usual else ()))
        if taken or added
    ]
    return iter(sorted(changes, key=lambda change: len(change[0]) + len(change[1])))


def _usually_a_holiday(day: date) -> bool:
    """Whether the bank holidays of May stand on this day unless moved (Banking and Financial Dealings Act 1971)."""
    return day.month == 5 and day.weekday() == 0 and (day.day <= 7 or day.day > 24)


def _with(holidays: Holidays, taken: tuple[Holiday, ...], added: tuple[date, ...]) -> Holidays:
    rows = tuple(row for row in holidays.rows if row not in taken)
    return replace(holidays, rows=(*rows, *(Holiday(day, "Usual day of the bank holiday") for day in added)))
