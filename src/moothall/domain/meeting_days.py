"""Days and times as people write them in lists of meetings: 13 and 27 June, Tuesday, 13th July, 2027 6.00 pm.

What a written day stands for is checked against the weekday beside it; where the two disagree nobody guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

from moothall.domain.days import in_words

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_DAY = rf"(?:\b{WEEKDAY}\b\.?,?\s+(?:the\s+)?)?\b\d{{1,2}}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"(?:\b(?P<iso_weekday>{WEEKDAY})\b\.?,?\s+)?(?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}(?!\d))"
    rf"|(?:\b(?P<slashed_weekday>{WEEKDAY})\b\.?,?\s+)?(?P<slashed>\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d{{2}})\b)"
    rf"|(?P<days>{_DAY}(?:\s*(?:,|and|&|or|,\s*and)\s*{_DAY}){{0,30}})(?:\s+(?:of\s+)?|-)(?P<month>{MONTH})\b\.?"
    r"(?:(?:,?\s+|-)(?P<year>\d{4})\b)?"
    rf"|\b(?P<month_first>{MONTH})\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year_after>\d{{4}})\b)?",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\b\.?)"
    r"|(?P<hour24>\d{1,2})[.:](?P<minute24>\d{2})\b(?!\s*[./-]?\d)(?:\s*h(?:ou)?rs\b)?"
    r"|(?P<noon>noon\b|midday\b))"
)
TIME = re.compile(rf"\s*,?\s*\(?(?:at\s+)?(?:[T ]\s*)?{_CLOCK}(?::\d{{2}}\b)?\)?", re.IGNORECASE)
TIME_ANYWHERE = re.compile(rf"(?<![\d/.:-]){_CLOCK}", re.IGNORECASE)


def days(match: re.Match[str], as_of: date, until: date) -> Iterator[tuple[date | None, str]]:
    """Each day a match of ``DATE`` stands for ("13 and 27 June" are two), or None with what is wrong.

    A day without a year is put in the year that brings it nearest to the time between ``as_of`` and ``until``.
    """
    parts = match.groupdict()
    if parts["iso"] or parts["slashed"]:
        yield _numeric(parts["iso"], parts["slashed"], parts["iso_weekday"] or parts["slashed_weekday"])
        return
    month = _MONTHS.index((parts["month"] or parts["month_first"])[:3].lower()) + 1
    year = parts["year"] or parts["year_after"]
    for written in re.finditer(_DAY, parts["days"] or parts["day_after"], re.IGNORECASE):
        number = re.search(r"\d{1,2}", written.group())
        weekday = re.match(WEEKDAY, written.group(), re.IGNORECASE)
        day = _in_window(int(number.group()) if number else 0, month, int(year) if year else None, as_of, until)
        if day is None:
            yield None, f"{match.group().strip(' .')} is not a day of the calendar: check it."
        else:
            yield _checked(day, weekday.group() if weekday else None)


def has_year(match: re.Match[str]) -> bool:
    """Whether the year stands in a match of ``DATE`` and need not be found."""
    return any(match[name] for name in ("iso", "slashed", "year", "year_after"))


def clock_time(match: re.Match[str]) -> time | None:
    """The time of day that a match of ``TIME`` stands for, or None for 25:61."""
    parts = match.groupdict()
    if parts["noon"]:
        return time(12)
    hour, minute = int(parts["hour"] or parts["hour24"]), int(parts["minute"] or parts["minute24"] or 0)
    if parts["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if parts["half"][0].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _numeric(iso: str | None, slashed: str | None, weekday: str | None) -> tuple[date | None, str]:
    try:
        if iso:
            return _checked(date.fromisoformat(iso), weekday)
        day, month, year = (int(part) for part in re.split(r"[/.]", slashed or ""))
        return _checked(date(year if year > 99 else 2000 + year, month, day), weekday)
    except ValueError:
        return None, f"{iso or slashed} is not a day of the calendar: check it."


def _checked(day: date, weekday: str | None) -> tuple[date | None, str]:
    if weekday and _WEEKDAYS[day.weekday()] != weekday[:3].lower():
        return None, f"{in_words(day)} is not a {weekday}: check the day."
    return day, ""


def _in_window(day: int, month: int, year: int | None, as_of: date, until: date) -> date | None:
    years = [year] if year is not None else range(as_of.year - 1, max(as_of, until).year + 2)
    candidates = []
    for each in years:
        try:
            candidates.append(date(each, month, day))
        except ValueError:
            continue
    return min(candidates, key=lambda found: max((as_of - found).days, (found - until).days, 0), default=None)
