"""Days written out in running text: 19 July 2024, Friday 19th July 2024, 19/07/2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december"),
        1,
    )
}  # fmt: skip
DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:" + "|".join(name.capitalize() for name in _MONTHS) + r"),?\s+\d{4}"
    r"|\d{1,2}/\d{1,2}/\d{4})"
)
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Z][a-z]+),?\s+(\d{4})|(\d{1,2})/(\d{1,2})/(\d{4})")
_FOUND = re.compile(DAY)


def days_written(text: str) -> Iterator[tuple[int, int, date]]:
    """Each whole day a text gives, with where its words start and end. Days the calendar does not have are left out."""
    for found in _FOUND.finditer(text):
        day = read_day(found[0])
        if day is not None:
            yield found.start(), found.end(), day


def read_day(words: str) -> date | None:
    """The day these words give, or None."""
    found = _WORDS.search(words)
    if found is None:
        return None
    try:
        if found[1]:
            return date(int(found[3]), _MONTHS[found[2].lower()], int(found[1]))
        return date(int(found[6]), int(found[5]), int(found[4]))
    except (ValueError, KeyError):
        return None
