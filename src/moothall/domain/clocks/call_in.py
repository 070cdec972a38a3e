"""Scrutiny may call a decision in before it is carried out. The time for it is each council's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from moothall.domain.days import ONE_DAY, Count, CountedDay, Counting, Holidays, days_between, if_known, in_words
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.given import ENGLAND
from moothall.domain.provisions import ACT_2000, Provision, Read
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import Base, CallInRule, Effective, NonworkingEnd

NAME = "call-in"
RULE = "G-C1"
VERSION = "2012-05-04"
PROVISION = Provision(
    f"{ACT_2000}, section 9F(4)",
    "which sets no period; the length, the start and the end are in the council's constitution",
    Read.ACCOUNT,
)
PROVISIONS = (PROVISION,)


def deadline(
    published: date | datetime | None = None,
    *,
    decided_on: date | None = None,
    rule: CallInRule | None = None,
    holidays: Holidays,
    relisted_on: date | None = None,
) -> Deadline:
    """The last day, and time where there is one, on which a decision may be called in, and when it takes effect.

    The Act lets scrutiny look again at a decision not yet carried out and sets no time for it; the council's own rule
    is handed in. A moment with an offset is taken to England first. The day that starts the count is left out unless
    the rule counts it. Councils list a decision as effective on the calendar day after the last day, even a Saturday or
    a holiday. A decision that was listed again later (``relisted_on``) counts from its first publication. Raises a
    Refusal where the event that starts the count is missing, where publication comes before the decision or a second
    listing before the first, or beyond the table of holidays.
    """
    rule = rule or CallInRule()
    published = _local(published)
    _check_order(published, decided_on, relisted_on)
    counting = Counting(holidays, rule.length.unit, rule.closures)
    count = _count(published, decided_on, rule, counting)
    effective_on = _effective_on(count.on, rule, counting)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Last day on which the decision may be called in",
        provision=PROVISION,
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        at=datetime.combine(count.on, rule.closes) if rule.closes else None,
        effective_on=effective_on,
        listed_on=count.on + ONE_DAY,
        other_convention=_other(published, decided_on, rule, counting, count.on),
        notes=(
            *_days_that_do_not_work(count, effective_on, counting),
            *_of_the_rule(count, rule),
            *_of_publication(published, decided_on, relisted_on, rule, counting),
        ),
    )


def _check_order(published: date | datetime | None, decided_on: date | None, relisted_on: date | None) -> None:
    if published is not None and decided_on is not None and _day(published) < decided_on:
        raise Refusal(
            f"The decision was published ({in_words(_day(published))}) before it was taken ({in_words(decided_on)}).",
            next_step="Check both dates: a decision cannot be published before it is taken.",
            rule=RULE,
        )
    first = None if published is None else _day(published)
    if relisted_on is not None and (first is None or relisted_on < first):
        said = f"before the first publication given ({in_words(first)})" if first else "and no first publication"
        raise Refusal(
            f"The decision was listed again ({in_words(relisted_on)}) {said}.",
            next_step="Give the day it was first published (published): that day is kept, whatever a list shows later.",
            rule=RULE,
        )


def _count(published: date | datetime | None, decided_on: date | None, rule: CallInRule, counting: Counting) -> Count:
    if rule.base is Base.DECISION:
        if decided_on is None:
            raise Refusal(
                "This rule counts from the decision, and no date is given for it.",
                next_step="Give the day of the decision (decided).",
            )
        base = counting.working_days_after(decided_on, rule.publish_allowance)
        named = "The day of decision" if base == decided_on else "The last day allowed for publishing"
        lead = _lead(decided_on, base, "The day of decision, left out", "Allowed for publishing", counting)
        return _counted(lead, base, named, rule, counting)
    if published is None:
        raise Refusal(
            "Call-in counts from publication, and no date is given for it.",
            next_step="Give the day of publication (published).",
        )
    on = _day(published)
    base = counting.next_working(on) if _is_late(published, rule.publish_cutoff, counting) else on
    named = "The day of publication" if base == on else "Counts as the day of publication"
    lead = _lead(on, base, "Published after the cut-off, so on the next working day", "Not yet counted", counting)
    return _counted(lead, base, named, rule, counting)


def _counted(lead: tuple[CountedDay, ...], base: date, named: str, rule: CallInRule, counting: Counting) -> Count:
    """The count from its base, after the days the rule skips, and on to a working day where the rule says so."""
    start = counting.working_days_after(base, rule.starts_after)
    if start != base:
        lead = (*lead, *_lead(base, start, f"{named}, left out", "Skipped: the count starts late", counting))
        named = "Skipped: the count starts late"
    after = counting.days_after(start, rule.length.number, first_day_counts=rule.first_day_counts, base_is=named)
    on = after.on
    moved: tuple[CountedDay, ...] = ()
    if rule.on_nonworking_end is NonworkingEnd.NEXT_WORKING and not counting.is_working(on):
        on = counting.first_working(on)
        moved = tuple(
            CountedDay(day, False, counting.why_not_working(day) or "The working day to which the last day moves")
            for day in days_between(after.on + ONE_DAY, on)
        )
    return Count(on, lambda: (*lead, *after.days, *moved))


def _lead(event: date, base: date, event_is: str, otherwise: str, counting: Counting) -> tuple[CountedDay, ...]:
    """The days from an event to the day before the base, none of which count."""
    return tuple(
        CountedDay(day, False, event_is if day == event else counting.why_not_working(day) or otherwise)
        for day in days_between(event, base - ONE_DAY)
    )


def _is_late(published: date | datetime, cutoff: time | None, counting: Counting) -> bool:
    """Whether publication counts as the next working day's. Without a time of publication the cut-off cannot apply.

    What goes up on a weekend comes after the cut-off of the working day before it, so it cannot start earlier than
    what went up late on that day.
    """
    if cutoff is None or not isinstance(published, datetime):
        return False
    return published.time() > cutoff or not counting.is_working(published.date())


def _effective_on(on: date, rule: CallInRule, counting: Counting) -> date:
    if rule.effective in (Effective.AT_CLOSE, Effective.END_OF_LAST_DAY):
        return on
    return on + ONE_DAY if rule.effective is Effective.NEXT_CALENDAR_DAY else counting.next_working(on)


def takes_effect_on(last_day: date, *, rule: CallInRule, holidays: Holidays) -> date:
    """The day a decision takes effect by the council's rule where call-in closes on a given day, however that came."""
    return _effective_on(last_day, rule, Counting(holidays, rule.length.unit, rule.closures))


def _other(
    published: date | datetime | None, decided_on: date | None, rule: CallInRule, counting: Counting, on: date
) -> OtherAnswer | None:
    """The answer where the starting day is treated the other way: the commonest difference between constitutions."""
    if rule.starts_after:
        return None  # a rule that skips days after the starting day cannot also count it
    toggled = replace(rule, first_day_counts=not rule.first_day_counts)
    other = if_known(lambda: _count(published, decided_on, toggled, counting))
    if other is None or other.on == on:
        return None
    started = "decision" if rule.base is Base.DECISION else "publication"
    way = "counts" if toggled.first_day_counts else "does not count"
    effective_on = if_known(lambda: _effective_on(other.on, toggled, counting))
    return OtherAnswer(f"if the day of {started} {way}", other.on, effective_on)


def _days_that_do_not_work(count: Count, effective_on: date, counting: Counting) -> tuple[str, ...]:
    notes = []
    base = count.days[0].day
    reason = counting.why_not_working(base)
    start = if_known(lambda: counting.next_working(base))
    if reason and start:
        notes.append(f"{in_words(base)} is no working day ({reason}); the first one after it is {in_words(start)}.")
    reason = if_known(lambda: counting.why_not_working(effective_on))
    if reason:
        notes.append(f"The decision takes effect on {in_words(effective_on)}, though it is no working day ({reason}).")
    reason = counting.why_not_working(count.on)
    if reason:
        notes.append(f"The last day, {in_words(count.on)}, is no working day ({reason}), and the rule leaves it there.")
    return tuple(notes)


def _of_the_rule(count: Count, rule: CallInRule) -> tuple[str, ...]:
    notes = []
    if rule.effective is Effective.END_OF_LAST_DAY:
        notes.append(f"It takes effect at the end of {in_words(count.on)}: nothing can be done under it before that.")
    if rule.requesters:
        notes.append(f"Who may call in, by this council's rule: {rule.requesters.rstrip('.')}.")
    if rule.grounds:
        notes.append(f"On what grounds, by this council's rule: {rule.grounds.rstrip('.')}.")
    return tuple(notes)


def _of_publication(
    published: date | datetime | None,
    decided_on: date | None,
    relisted_on: date | None,
    rule: CallInRule,
    counting: Counting,
) -> tuple[str, ...]:
    """What the dates of publication call for: a listing made again, and a publication later than the rule allowed."""
    notes = []
    first = None if published is None else _day(published)
    if relisted_on and first and relisted_on != first:
        notes.append(
            f"Listed again on {in_words(relisted_on)}. The first publication, {in_words(first)}, starts the count and"
            " is kept: a list that shows only the later day shows the wrong one."
        )
    if rule.base is Base.DECISION and first and decided_on:
        allowed = if_known(lambda: counting.working_days_after(decided_on, rule.publish_allowance))
        if allowed and first > allowed:
            notes.append(
                f"It was published on {in_words(first)}, later than the last day allowed for it ({in_words(allowed)})."
                " The date was worked out in advance from the decision: work it out again from the day it was published"
                " (base publication), and tell members."
            )
    return tuple(notes)


def _local(published: date | datetime | None) -> date | datetime | None:
    """Publication as clocks in England showed it, whatever offset the moment was kept with."""
    if isinstance(published, datetime) and published.tzinfo is not None:
        return published.astimezone(ENGLAND).replace(tzinfo=None)
    return published


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
