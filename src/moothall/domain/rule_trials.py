"""What a council's rule gives on days that anyone can check: in a plain week, and over the next holidays.

Two rulebooks tried on the same days show what a change of a rule does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from moothall.domain import years
from moothall.domain.authorities import BodyKind
from moothall.domain.call_in_rules import Base, CallInRule
from moothall.domain.clocks import call_in, call_in_hold
from moothall.domain.days import ONE_DAY, CountedDay, Counting, Holidays, Length, Unit, if_known, in_words
from moothall.domain.local_rules import RULINGS, Hold, Kept, RuledClock, Shape
from moothall.domain.refusals import Refusal
from moothall.domain.rule_examples import next_thursday
from moothall.domain.rule_packs import RulePack, calendar

_WEEKS_OF_NOTICE = timedelta(weeks=6)
_NEAR = timedelta(days=4)
_AFTER_CUTOFF = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Case:
    """What is tried: the event in a sentence, its day, and its time where that matters."""

    says: str
    on: date
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule gives for a case: a sentence, the days counted, and the day something takes effect after them."""

    says: str
    counted: tuple[CountedDay, ...] = ()
    effective_on: date | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """One case under the rules before and after a change; ``after`` is None where nothing is being changed."""

    case: Case
    before: Outcome
    after: Outcome | None = None

    @property
    def is_changed(self) -> bool:
        """Whether the change gives another answer or counts other days."""
        return self.after is not None and self.after != self.before


def over_holidays(as_of: date, holidays: Holidays) -> tuple[date, str] | None:
    """The Thursday before the next holidays that stand close together, such as Easter and Christmas, and their names.

    None where the table knows of no more.
    """
    coming = sorted((row for row in holidays.rows if row.on > as_of and row.on.weekday() < 5), key=lambda row: row.on)
    for first, second in pairwise(coming):
        thursday = next_thursday(first.on - 8 * ONE_DAY)
        if second.on - first.on <= _NEAR and thursday > as_of:
            return thursday, f"{first.name} and {second.name}"
    return None


def trials(
    before: RulePack, after: RulePack | None, clock: RuledClock, kind: BodyKind, *, as_of: date, holidays: Holidays
) -> tuple[Trial, ...]:
    """A clock tried on the days after ``as_of`` for one kind of decision maker, under one or two packs.

    A rule in words or sums alone gives no dates and no trial. A case beyond the table of holidays is left out.
    """
    found = []
    for case in _cases(before, after, clock, kind, as_of, holidays):
        was = _if_known(before, clock, kind, case, holidays)
        now = _if_known(after, clock, kind, case, holidays) if after else None
        if was is not None and (after is None or now is not None):
            found.append(Trial(case, was, now))
    return tuple(found)


def _if_known(pack: RulePack, clock: RuledClock, kind: BodyKind, case: Case, holidays: Holidays) -> Outcome | None:
    return if_known(lambda: outcome(pack, clock, kind, case, holidays))


def outcome(pack: RulePack, clock: RuledClock, kind: BodyKind, case: Case, holidays: Holidays) -> Outcome:
    """What the pack valid on the day of a case gives for it. Raises a Refusal beyond the table of holidays."""
    valid = pack.on(case.on)
    match RULINGS[clock].shape:
        case Shape.CALL_IN:
            return _call_in(valid, kind, case, holidays)
        case Shape.HOLD:
            return _hold(valid, kind, case, holidays)
        case Shape.KEPT:
            return _kept(valid, kind, case)
        case _:
            return _notice(valid, clock, kind, case, holidays)


def _cases(
    before: RulePack, after: RulePack | None, clock: RuledClock, kind: BodyKind, as_of: date, holidays: Holidays
) -> list[Case]:
    shape = RULINGS[clock].shape
    if shape in (Shape.THRESHOLDS, Shape.POLICY, Shape.EVERY):
        return []
    event = _EVENTS.get(clock, "A meeting on")
    start = as_of + _WEEKS_OF_NOTICE if shape is Shape.CLEAR_DAYS else as_of
    plain = next_thursday(start)
    found = [Case(f"{event} {in_words(plain)}", plain)]
    holidays_ahead = over_holidays(as_of if shape is not Shape.CLEAR_DAYS else start, holidays)
    if holidays_ahead and shape is not Shape.KEPT:
        thursday, names = holidays_ahead
        after_them = next_thursday(thursday) if shape is Shape.CLEAR_DAYS else thursday
        where = "after" if shape is Shape.CLEAR_DAYS else "before"
        found.append(Case(f"{event} {in_words(after_them)}, {where} {names}", after_them))
    cutoffs = [_cutoff(pack.on(plain), kind) for pack in (before, after) if pack] if shape is Shape.CALL_IN else []
    late = min((datetime.combine(plain, at) + _AFTER_CUTOFF for at in cutoffs if at), default=None)
    if late and late.date() == plain:
        found.append(Case(f"A decision published at {_clock(late)} on {in_words(plain)}", plain, late))
    return found


_EVENTS = {
    RuledClock.CALL_IN: "A decision taken and published on",
    RuledClock.CALL_IN_HOLD: "A decision called in on",
    RuledClock.MEMBER_NOTICE: "A member decides alone on",
    RuledClock.KEY_DECISION_NOTICE: "A key decision taken on",
    RuledClock.COUNCIL_SUMMONS: "A meeting of the council on",
    RuledClock.RETENTION: "A decision taken on",
}
_OWED = {
    RuledClock.MEETING_NOTICE: "The notice is up",
    RuledClock.AGENDA_PUBLICATION: "Agenda and reports are public",
    RuledClock.COUNCIL_SUMMONS: "The summons is sent",
    RuledClock.MEMBER_NOTICE: "The papers are public",
    RuledClock.KEY_DECISION_NOTICE: "The notice is published",
    RuledClock.PRIVATE_MEETING_NOTICE: "The first notice is published",
    RuledClock.PRIVATE_MEETING_SECOND_NOTICE: "The second notice is published",
}


def _cutoff(pack: RulePack, kind: BodyKind) -> time | None:
    rule = pack.call_in_for(kind)
    return rule.publish_cutoff if rule and rule.base is Base.PUBLICATION else None


def _call_in(pack: RulePack, kind: BodyKind, case: Case, holidays: Holidays) -> Outcome:
    rule: CallInRule | None = pack.call_in_for(kind)
    if rule is None:
        why = pack.why_no_call_in(kind)
        return Outcome(f"No call-in is counted{f': {_sentence(why)}' if why else '.'}")
    decided_on = case.on if rule.base is Base.DECISION else None
    found = call_in.deadline(case.at or case.on, decided_on=decided_on, rule=rule, holidays=calendar(pack, holidays))
    assert found.on is not None and found.effective_on is not None
    closes = f"Call-in closes at {_clock(found.at)} on" if found.at else "Call-in is open to the end of"
    in_force = f"In force on {in_words(found.effective_on)}."
    return Outcome(f"{closes} {in_words(found.on)}. {in_force}", found.counted, found.effective_on)


def _hold(pack: RulePack, kind: BodyKind, case: Case, holidays: Holidays) -> Outcome:
    own = pack.rule(RuledClock.CALL_IN_HOLD, kind)
    if own is None or not isinstance(own.value, Hold):
        return Outcome("No period is recorded in which it must be heard.")
    found = call_in_hold.deadline(
        case.on,
        hold=own.value.length,
        first_day_counts=own.value.first_day_counts,
        holidays=calendar(pack, holidays, RuledClock.CALL_IN_HOLD),
    )
    assert found.on is not None
    return Outcome(f"It is held back to the end of {in_words(found.on)}.", found.counted, found.effective_on)


def _kept(pack: RulePack, kind: BodyKind, case: Case) -> Outcome:
    own = pack.rule(RuledClock.RETENTION, kind)
    kept = own.value if own and isinstance(own.value, Kept) else Kept(6, 4)
    records, papers = (_last_day(case.on, number) for number in (kept.records, kept.papers))
    return Outcome(f"Its record is kept to {records} and its background papers to {papers}.")


def _last_day(first: date, number: int) -> str:
    try:
        return in_words(years.Years(number).beginning_with(first).on)
    except Refusal:
        return f"the end of {number} years"


def _notice(pack: RulePack, clock: RuledClock, kind: BodyKind, case: Case, holidays: Holidays) -> Outcome:
    clear: Length | None = pack.clear_days(clock, kind)
    if clear is None:
        return Outcome("Nothing is owed before it.")
    counting = Counting(calendar(pack, holidays, clock), clear.unit)
    count = counting.last_days_before(case.on, clear.number, by_office=clear.unit is Unit.WORKING)
    says = f"{_OWED[clock]} by {in_words(count.on)} at the latest"
    office = counting.last_working(count.on)
    if office != count.on:
        says += f"; the last day an office can act is {in_words(office)}"
    return Outcome(says + ".", count.days)


def _clock(at: datetime) -> str:
    """A time as councils write it: 5pm, 5.15pm, noon."""
    if (at.hour, at.minute) in {(0, 0), (12, 0)}:
        return "noon" if at.hour else "midnight"
    return f"{at.hour % 12 or 12}{f'.{at:%M}' if at.minute else ''}{'am' if at.hour < 12 else 'pm'}"


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?")) else words + "."
