"""Meetings from a calendar (ICS): entries, those that repeat, those that replace one of a series, those called off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar

from moothall.documents.reading.document import Unreadable
from moothall.domain import given
from moothall.domain.meeting_lines import CALLED_OFF, LONGEST_LINE, MeetingLine, clean_name
from moothall.domain.meetings import Meeting, body_kind

MOST_REPEATS = 400
FURTHEST = timedelta(days=3 * 366)
_REPEATS = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_EARLY = datetime.min.replace(tzinfo=UTC)


def is_calendar(data: bytes) -> bool:
    """Whether a file says at its head that it is a calendar."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper() == b"BEGIN:VCALENDAR"


def entries(data: bytes, *, name: str, until: date | None) -> Iterator[MeetingLine]:
    """Each meeting of a calendar in local time, in its order. Of two entries for one the newest is taken.

    One that repeats gives each of its days, ``until`` a day where it has no end of its own; without ``until`` only the
    first of such a one. Raises Unreadable where the file cannot be read as a calendar at all.
    """
    try:
        calendar = Calendar.from_ical(data)
        events = list(calendar.walk("VEVENT"))
        is_called_off = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    except Exception as problem:  # whatever the parser raises on a stranger's file, the answer is the same
        raise Unreadable("damaged", f"{name} cannot be read as a calendar. Export it again as ICS.") from problem
    newest = _newest(enumerate(events, start=1))
    replaced = {(_uid(event), _recurrence(event)) for _, event in newest if _recurrence(event)}
    for number, event in newest:
        for line in _lines(number, event, replaced, until):
            yield replace(line, is_cancelled=True) if is_called_off else line


def _newest(events: Iterable[tuple[int, Any]]) -> list[tuple[int, Any]]:
    """The entries without those that a later one of the same name and the same day of a series takes the place of."""
    kept: dict[Any, tuple[int, Any]] = {}
    for number, event in events:
        uid = _uid(event)
        key: Any = (uid, _recurrence(event)) if uid else number
        before = kept.get(key)
        if before is None or _age(event) >= _age(before[1]):
            kept[key] = number, event
    return sorted(kept.values(), key=lambda pair: pair[0])


def _age(event: Any) -> tuple[int, datetime]:
    """How new an entry is: its sequence, then when it was last changed."""
    try:
        sequence = int(event.get("SEQUENCE", 0))
        changed = _day_or_moment(event, "LAST-MODIFIED") or _day_or_moment(event, "DTSTAMP")
        moment = changed.astimezone(UTC) if isinstance(changed, datetime) else _EARLY
    except (TypeError, ValueError, OverflowError, AttributeError):
        return 0, _EARLY
    return sequence, moment


def _uid(event: Any) -> str:
    return str(event.get("UID", "")).strip()[:150]


def _recurrence(event: Any) -> str:
    """Which day of a series an entry stands for, as a text; empty for an entry of its own."""
    moment = _day_or_moment(event, "RECURRENCE-ID")
    return _local(moment)[0].isoformat() if moment is not None else ""


def _day_or_moment(event: Any, name: str) -> date | datetime | None:
    return _moment(event.get(name))


def _moment(value: Any) -> date | datetime | None:
    """The moment in a part of an entry, or None where it is missing or cannot be read."""
    try:
        found = getattr(value, "dt", None)
    except ValueError:  # how the parser keeps a part that is broken
        return None
    return found if isinstance(found, date) else None


def _lines(number: int, event: Any, replaced: set[tuple[str, str]], until: date | None) -> Iterator[MeetingLine]:
    summary = " ".join(str(event.get("SUMMARY", "")).split())
    body, starts = clean_name(summary), _day_or_moment(event, "DTSTART")
    if not body or starts is None:
        problem = f"an event has no name or no day ({summary[:80] or 'no name'}). Add it, or leave the event out."
        yield MeetingLine(number, summary[:LONGEST_LINE] or "An entry without a name", None, problem)
        return
    recurrence = _recurrence(event)
    called_off = str(event.get("STATUS", "")).upper() == "CANCELLED" or bool(CALLED_OFF.search(summary))
    place = " ".join(str(event.get("LOCATION", "")).split())[:200]
    uid = _uid(event) + (f"/{recurrence}" if recurrence else "")
    try:
        all_days, note = _days(event, starts, until)
        repeats = len(all_days) > 1
        for day, local, clock in [(*_local(one), one) for one in all_days]:
            if (_uid(event), day.isoformat()) in replaced and not recurrence:
                continue
            meeting = Meeting(body, body_kind(body), day, local)
            words = f"{summary}, {_as_written(clock)}"[:LONGEST_LINE]
            own = f"{uid}/{day.isoformat()}" if repeats and uid else uid
            yield MeetingLine(number, words, meeting, "", place, own, called_off)
    except (TypeError, ValueError, OverflowError):
        yield MeetingLine(number, summary[:LONGEST_LINE], None, f"the day of {body} cannot be read. Write it again.")
        return
    if note:
        yield MeetingLine(number, summary[:LONGEST_LINE], None, f"{body} {note}")


def _local(moment: date | datetime) -> tuple[date, time | None]:
    """A day with the time of day in England, or no time for an entry of a whole day."""
    if not isinstance(moment, datetime):
        return moment, None
    local = moment.astimezone(given.ENGLAND) if moment.tzinfo else moment
    return local.date(), time(local.hour, local.minute)


def _as_written(moment: date | datetime) -> str:
    day, at = _local(moment)
    return f"{day.day} {day:%B} {day.year}" + (f" {at:%H:%M}" if at else "")


def _days(event: Any, starts: date | datetime, until: date | None) -> tuple[list[date | datetime], str]:
    """Every day an entry stands for, and what to say of those that were left out.

    A repetition keeps its time of day in its own time zone, so 18:30 stays 18:30 when the clocks change.
    """
    rule, extra, without = _rule(event), _dates(event, "RDATE"), _dates(event, "EXDATE")
    if rule is None and not extra and not without:
        return [starts], ""
    zone = starts.tzinfo if isinstance(starts, datetime) else None
    first = _bare(starts, zone)
    has_end = rule is None or "COUNT" in rule or "UNTIL" in rule
    if not has_end and until is None:
        return [starts], "repeats, and only its first day was taken. Give the repetition an end in your calendar."
    if rule is not None and not _can_follow(rule):
        return [starts], "repeats in a way not known here, and only its first day was taken. Enter the others by hand."
    last = first + FURTHEST if has_end or until is None else datetime.combine(until, time.max)
    moments = {first, *(_bare(one, zone, at=first) for one in extra)}
    moments.update(_repeated(first, rule, zone, min(last, first + FURTHEST)) if rule is not None else ())
    found = sorted(moments - {_bare(one, zone, at=first) for one in without})
    days: list[date | datetime] = [
        one.replace(tzinfo=zone) if isinstance(starts, datetime) else one.date() for one in found[:MOST_REPEATS]
    ]
    return days, f"repeats more than {MOST_REPEATS} times; the rest was left out." if len(found) > MOST_REPEATS else ""


def _can_follow(rule: Any) -> bool:
    """Whether a repetition is of a kind a calendar of meetings has, so that no stranger's rule runs for ever."""
    within = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYSETPOS": 366, "INTERVAL": 1000, "COUNT": 10_000}
    numbers = {key: [abs(int(value)) for value in rule.get(key, ())] for key in within}
    possible = all(1 <= value <= within[key] for key, values in numbers.items() for value in values)
    by_month_day = bool(numbers["BYMONTHDAY"])
    exists = not by_month_day or min(numbers["BYMONTHDAY"]) <= (28 if numbers["BYMONTH"] else 31)
    often = set(rule.get("FREQ", ())) & {"DAILY", "WEEKLY"}
    parts = {*within, "FREQ", "UNTIL", "BYDAY", "WKST"}
    return (
        set(rule) <= parts and set(rule.get("FREQ", ())) <= _REPEATS and possible and exists
        and not (often and (by_month_day or numbers["BYMONTH"] or numbers["BYSETPOS"]))
    )  # fmt: skip


def _repeated(first: datetime, rule: Any, zone: tzinfo | None, last: datetime) -> Iterator[datetime]:
    """The days of a repetition until its own end or ``last``, whichever comes first."""
    bare = {key: value for key, value in rule.items() if key not in ("UNTIL", "COUNT")}
    ends = [_bare(end, zone, last_of_day=True) for end in rule.get("UNTIL", ())]
    most = min([MOST_REPEATS + 1, *(int(count) for count in rule.get("COUNT", ()))])
    every: Any = rrulestr(type(rule)(bare).to_ical().decode(), dtstart=first)
    yield from islice(every.replace(until=min([last, *ends])), most)


def _rule(event: Any) -> Any:
    rule = event.get("RRULE")
    return rule[0] if isinstance(rule, list) else rule


def _dates(event: Any, name: str) -> list[date]:
    """The days of a list such as EXDATE, which may stand once or several times."""
    values = event.get(name)
    lists = values if isinstance(values, list) else [values]
    try:
        found = [_moment(one) for each in lists for one in getattr(each, "dts", ())]
    except ValueError:
        return []
    return [one for one in found if one is not None]


def _bare(
    moment: date | datetime, zone: tzinfo | None, *, at: datetime | None = None, last_of_day: bool = False
) -> datetime:
    """A moment without its zone, as the clock of the entry's own zone shows it. A day alone takes the entry's time."""
    if isinstance(moment, datetime):
        return (moment.astimezone(zone) if moment.tzinfo and zone else moment).replace(tzinfo=None)
    clock = time.max.replace(microsecond=0) if last_of_day else at.time() if at else time(0)
    return datetime.combine(moment, clock)
