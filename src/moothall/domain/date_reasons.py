"""Why a date that was counted once is another now, in sentences: read from both workings and the table of holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from moothall.domain.days import CountedDay, Holiday, Holidays, in_words, time_in_words
from moothall.domain.deadlines import Deadline

_BY_PLACE = re.compile(
    r"^(?:Day \d|Clear day \d|The |Saturday$|Sunday$|More than|.*(?:left out$|which counts|not a day that))"
)
_BANK_HOLIDAY = "Bank holiday"


def why(was: Deadline, now: Deadline, holidays: Holidays, *, is_moved: bool = False) -> tuple[str, ...]:
    """What explains that ``now`` is another answer than ``was``: holidays, closures, then the rule itself.

    ``is_moved`` says that what they are counted from is on another day, which explains a difference by itself.
    """
    said = list(_days(was, now, holidays))
    lengths = _number(was), _number(now)
    if lengths[0] != lengths[1]:
        said.append(f"The rule has changed: {lengths[0]} days were counted, and now {lengths[1]}.")
    elif was.at != now.at and (was.at is None or now.at is None or was.at.time() != now.at.time()):
        said.append(f"The rule has changed: it closed {_closing(was)}, and now closes {_closing(now)}.")
    if not said and not is_moved and _dates(was) != _dates(now):
        said.append("The rule by which it is counted has changed.")
    return tuple(said)


def tables_differ(was: Deadline, holidays: Holidays) -> str:
    """A sentence naming both tables of holidays where a date was counted with another than today's; else nothing."""
    if was.calendar == str(holidays) or was.calendar.startswith(f"{holidays}, and "):
        return ""
    return f"It was counted with {was.calendar}; today's table is {holidays}."


def _days(was: Deadline, now: Deadline, holidays: Holidays) -> Iterator[str]:
    """A sentence for each day that is in both workings, or that either stands beside, and is open in only one."""
    before = {one.day: one for one in was.counted}
    after = {one.day: one for one in now.counted}
    for day in sorted(before.keys() & after.keys()):
        closed_then, closed_now = _closed(before[day]), _closed(after[day])
        if closed_now and not closed_then:
            yield _closed_since(day, closed_now, _row(holidays, day))
        elif closed_then and not closed_now:
            yield _opened_since(day, closed_then)


def _closed(one: CountedDay) -> str:
    """Why a day is closed, or nothing for a day that is open or does not count by its place alone."""
    if one.counts:
        return ""
    inside = re.search(r"not a day that counts \((?P<why>[^)]+)\)", one.why)
    reason = inside["why"] if inside else one.why
    return "" if _BY_PLACE.match(reason) else reason


def _row(holidays: Holidays, day: date) -> Holiday | None:
    return next((row for row in holidays.rows if row.on == day), None)


def _closed_since(day: date, reason: str, row: Holiday | None) -> str:
    if row is not None and reason.startswith(_BANK_HOLIDAY):
        since = f", proclaimed on {in_words(row.proclaimed_on)}" if row.proclaimed_on else ""
        return f"{in_words(day)} is a bank holiday ({row.name}){since}. It was counted as a working day."
    return f"{in_words(day)} does not count any more ({reason[0].lower() + reason[1:]}): it was entered since."


def _opened_since(day: date, reason: str) -> str:
    if reason.startswith(_BANK_HOLIDAY):
        name = reason.partition(": ")[2]
        return f"{in_words(day)} is no bank holiday after all: it was counted as one ({name}), and the day was moved."
    return f"{in_words(day)} counts again: it was left out ({reason[0].lower() + reason[1:]})."


def _number(one: Deadline) -> int:
    return sum(day.counts for day in one.counted)


def _closing(one: Deadline) -> str:
    return f"at {time_in_words(one.at.time())}" if one.at else "at the end of the day"


def _dates(one: Deadline) -> tuple[object, ...]:
    return one.on, one.at, one.effective_on
