"""Dates as councils write them: 11th July 2024, Thursday 11 July, 11/07/2024, July 11, 2024, 2024-07-11."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<{0}>0?[1-9]|[12]\d|3[01])\s?(?:(?:st|nd|rd|th)\b\.?)?"
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+(?:the\s+)?)?"
_DATE = re.compile(
    rf"\b{_WEEKDAY}(?:"
    rf"{_DAY.format('d1')}[\s-]+(?:day\s+)?(?:of\s+)?{_MONTH.format('m1')}(?:[\s,-]+(?P<y1>(?:19|20)\d\d|(?<=['’])\d\d|"
    r"(?<=-)\d\d)\b)?"
    rf"|{_MONTH.format('m2')}\s+{_DAY.format('d2')}\b(?!\s*(?:/|\d{{1,2}}\b))(?:,?\s+(?P<y2>(?:19|20)\d\d)\b)?"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)"
    r"|(?P<d4>0?[1-9]|[12]\d|3[01])(?P<sep>[/.-])(?P<m4>0?[1-9]|1[0-2])(?P=sep)(?P<y4>(?:19|20)\d\d|\d\d)(?!\d|[./-]\d)"
    r")",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
# "paragraph 4.7.24" and "version 1.2.24" are numbers.
_PARAGRAPH = re.compile(
    r"\b(?:para(?:graph)?s?|sections?|clauses?|rules?|parts?|items?|appendix|versions?|v)\.?\s*$", re.I
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day and where it stands in a text. ``year_stated`` is false where the year came from elsewhere."""

    start: int
    end: int
    on: date
    year_stated: bool = True


def written_dates(text: str, *, year: int | None = None) -> Iterator[WrittenDate]:
    """The days named in a text, in order.

    A day without a year takes ``year``, unless a weekday stands with it and disagrees; without ``year`` it is
    passed over, since half a date is none.
    """
    for start, end, stated, month, day, weekday in _written(text):
        if stated is None and year is None:
            continue
        on = _day(stated or str(year), month, day)
        if on is None:
            continue
        if stated is None and weekday and _WEEKDAYS[on.weekday()] != weekday:
            continue
        yield WrittenDate(start, end, on, stated is not None)


@lru_cache(maxsize=2048)
def _written(text: str) -> tuple[tuple[int, int, str | None, str, str, str], ...]:
    """Start, end, year, month, day and weekday of each day named, as written. Many finders ask it of one line."""
    if not _FIGURE.search(text):
        return ()
    found = []
    for match in _DATE.finditer(text):
        if match.group("sep") == "." and _PARAGRAPH.search(text[: match.start()]):
            continue
        at = next(n for n in "1234" if match.group(f"d{n}"))
        weekday = (match.group("weekday") or "")[:3].lower()
        year, month, day = (match.group(f"{part}{at}") for part in "ymd")
        found.append((match.start(), match.end(), year, month, day, weekday))
    return tuple(found)


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(whole, number, int(day))
    except ValueError:
        return None
