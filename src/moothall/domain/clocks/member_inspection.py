"""What any member of the council may inspect of the executive's papers, and from when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.clocks.meeting_notice import is_short
from moothall.domain.days import (
    Count,
    CountedDay,
    Counting,
    Holidays,
    Length,
    Unit,
    days_between,
    if_known,
    in_words,
    time_in_words,
)
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.given import ENGLAND
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "member-inspection"
RULE = "G-M1"
VERSION = "2012-09-10"
IN_FORCE = date(2012, 9, 10)
CLEAR_DAYS = Length(5, Unit.WORKING)
REAL_HOURS = timedelta(hours=24)


class Occasion(StrEnum):
    """What the document belongs to."""

    PUBLIC_MEETING = "public_meeting"
    PRIVATE_MEETING = "private_meeting"
    INDIVIDUAL_DECISION = "individual_decision"


BEFORE = Provision(EXECUTIVE_REGULATIONS, "regulation 16(1) and (2)")
AFTER = Provision(EXECUTIVE_REGULATIONS, "regulation 16(3) and (4)")
WITHHELD = Provision(EXECUTIVE_REGULATIONS, "regulation 16(5) and (6)", Read.RECALLED)
PROVISIONS: dict[str, Provision] = {
    Occasion.PUBLIC_MEETING: BEFORE,
    Occasion.PRIVATE_MEETING: AFTER,
    Occasion.INDIVIDUAL_DECISION: AFTER,
    "withheld": WITHHELD,
}
ENDED = {
    Occasion.PRIVATE_MEETING: "the meeting ended",
    Occasion.INDIVIDUAL_DECISION: "the decision was taken",
}


def deadline(
    when: date | datetime,
    *,
    occasion: Occasion,
    holidays: Holidays,
    convened_on: date | None = None,
    added_on: date | None = None,
) -> Deadline:
    """The day, and the time where there is one, by which a member may inspect the executive's documents.

    For a public meeting ``when`` is its day: five clear days before, or when it was convened at shorter notice, or when
    the item was added. For a private meeting, and a decision of one member or an officer, it is the moment of its end:
    within 24 real hours, with weekends, holidays and the change of clocks left in. Raises a Refusal for a missing time,
    dates in the wrong order, before 10 September 2012, and beyond the table of holidays.
    """
    day = when.date() if isinstance(when, datetime) else when
    in_force.check(day, IN_FORCE, provision=PROVISIONS[occasion], rule=RULE)
    counting = Counting(holidays, CLEAR_DAYS.unit)
    at = None
    other = None
    if occasion is Occasion.PUBLIC_MEETING:
        count, other = _before(day, convened_on, added_on, counting)
    else:
        at, count = _after(when, ENDED[occasion], counting)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Have the documents open to any member of the council",
        provision=PROVISIONS[occasion],
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        at=at,
        other_convention=other,
        notes=(f"What is exempt, or an adviser's advice, may be withheld in part: {WITHHELD.in_words()}.",),
    )


def _before(
    meeting_on: date, convened_on: date | None, added_on: date | None, counting: Counting
) -> tuple[Count, OtherAnswer | None]:
    ordinary = counting.last_days_before(meeting_on, CLEAR_DAYS.number, by_office=True)
    on = ordinary.on
    if convened_on is not None and is_short(convened_on, meeting_on, ordinary, rule=RULE):
        on = convened_on
    if added_on is not None and added_on > meeting_on:
        raise Refusal(
            f"The item was added ({in_words(added_on)}) after the meeting ({in_words(meeting_on)}).",
            next_step="Check both dates.",
            rule=RULE,
        )
    on = max(on, added_on) if added_on is not None else on
    if on != ordinary.on:
        return Count(on, counting.between(on, meeting_on).days), None
    calendar = Counting(counting.holidays, Unit.CALENDAR)
    other = if_known(lambda: calendar.last_days_before(meeting_on, CLEAR_DAYS.number, by_office=True).on)
    return ordinary, OtherAnswer("if calendar days are counted", other) if other and other != on else None


def _after(when: date | datetime, ended: str, counting: Counting) -> tuple[datetime, Count]:
    if not isinstance(when, datetime):
        raise Refusal(
            f"Only the day is given on which {ended}, and 24 hours run from the minute.",
            next_step="Give the time too, as 2024-07-03T19:30.",
            rule=RULE,
        )
    counting.why_not_working(when.date())  # refuses what the table does not reach before any hour is added
    local = when.astimezone(ENGLAND) if when.tzinfo else when.replace(tzinfo=ENGLAND)
    end = (local.astimezone(UTC) + REAL_HOURS).astimezone(ENGLAND).replace(tzinfo=None)
    counting.why_not_working(end.date())
    start = local.replace(tzinfo=None)
    days = days_between(start.date(), end.date())
    return end, Count(end.date(), tuple(CountedDay(day, True, _hours_of(day, start, end, ended)) for day in days))


def _hours_of(day: date, start: datetime, end: datetime, ended: str) -> str:
    begins = f"24 hours begin at {time_in_words(start.time())}, when {ended}" if day == start.date() else ""
    ends = f"24 hours end at {time_in_words(end.time())}" if day == end.date() else ""
    return "; ".join(part for part in (begins, ends) if part) or "Its hours count"
