"""Times as plans write them and the days they can mean: financial years, quarters, seasons, months, spans.

A year such as 2023/24 is a financial year, 1 April to 31 March; a quarter of it counts from April. "By" and "from"
leave one end open. Spans from now rest on the plan's own date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.domain.statements import Period

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
# 2023/24, 2023-24, 2023/2024, 23/24
_FINANCIAL = (
    r"(?:(?:FY|financial year)\s?)?(?P<fy>(?:(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d)|"
    r"\d\d/\d\d))(?![\d/])"
)
_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "eighteen": 18, "twenty": 20,
}  # fmt: skip
_COUNT = r"(?:\d{1,2}|" + "|".join(_SMALL) + r")"
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_TIME = re.compile(
    r"(?<![\w£/.,])(?:"
    r"(?P<quarter>(?:Q(?P<qn>[1-4])|(?:the\s+)?(?P<qw>first|second|third|fourth|final)\s+quarter)"
    rf"(?:\s+of)?[\s,]*{_FINANCIAL.replace('fy', 'qfy')}|(?:Q(?P<qn2>[1-4])|(?:the\s+)?(?P<qw2>first|second|third|"
    rf"fourth|final)\s+quarter)(?:\s+of)?\s+(?P<qy>{_YEAR})\b)"
    rf"|(?P<yearend>(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?{_FINANCIAL.replace('fy', 'efy')})"
    rf"|(?P<endof>(?:the\s+)?end\s+of\s+(?P<em>{_MONTH})?\s*(?P<ey>{_YEAR}))\b"
    rf"|(?P<yearspan>(?:(?P<between>between)\s+)?(?P<ys1>{_YEAR})\s?(?:to|and|–|-)\s?(?P<ys2>{_YEAR}))\b(?![/–-]\d)"
    r"|(?P<numeric>(?P<nd>0?[1-9]|[12]\d|3[01])(?P<nsep>[/.])(?P<nm>0?[1-9]|1[0-2])(?P=nsep)(?P<ny>(?:20)?\d\d))(?![\d/.]\d)"
    rf"|(?P<financial>{_FINANCIAL})"
    rf"|(?P<day>(?P<dd>0?[1-9]|[12]\d|3[01])\s?(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dm>{_MONTH})(?:,?\s+(?P<dy>{_YEAR}))?)"
    rf"|(?P<month>(?:(?P<mpart>early|mid|late)[\s-])?(?P<mm>{_MONTH})(?:\s+(?:of\s+)?|,\s+)(?P<my>{_YEAR}))\b"
    rf"|(?P<season>(?:early\s+|late\s+)?(?P<sn>spring|summer|autumn|"
    rf"winter)(?:\s+of)?\s+(?P<sy>{_YEAR}))\b(?P<sy2>/\d\d)?"
    rf"|(?P<span>(?:over|in|within|during|for|across)\s+(?:the\s+)?(?P<way>next|coming|last|past|previous)\s+"
    rf"(?P<sc>{_COUNT})?(?:\s*(?:to|-|–|or)\s*(?P<sc2>{_COUNT}))?\s*(?P<su>months?|years?|(?:financial\s+)years?))\b"
    rf"|(?P<bare>{_YEAR})(?![\d/,.%]*\d|\s?%|\s+(?:calls|homes|residents|staff|households|properties|jobs|posts))\b"
    r")",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?P<by>by|before|no later than|until|up to|to)|\b(?P<since>since|from|starting(?: in| from)?|after|onwards)|"
    r"\b(?P<at>in|during|on|for|at|throughout|within))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_YEAR_WORD = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class WrittenPeriod:
    """A time and where it stands in a text, the word before it that turns it ("by", "since") kept apart.

    ``turn`` is "by", "since", "at" or None. ``is_relative`` where it rests on the plan's own date.
    """

    start: int
    end: int
    period: Period
    turn: str | None
    is_relative: bool = False
    looks_back: bool = False


def written_periods(text: str, *, dated_on: date | None = None) -> Iterator[WrittenPeriod]:
    """The times named in a text, in order. ``dated_on`` is what "the next two years" is counted from."""
    if not _YEAR_WORD.search(text) and not re.search(r"\b(?:next|coming|last|past|previous)\b", text, re.IGNORECASE):
        return
    for match in _TIME.finditer(text):
        if match.group("day") and not match.group("dy"):
            continue  # half a date is none
        name = next(name for name in _READERS if match.group(name))
        read = _READERS[name](match, dated_on)
        if read is None:
            continue
        turn = _turn(text, match.start())
        start = match.start() if turn is None else turn[1]
        written = text[match.start() : match.end()]
        first, last = read
        if turn is not None and turn[0] == "by":
            first = None
        elif turn is not None and turn[0] == "since":
            last = None
        way = (match.group("way") or "").lower()
        yield WrittenPeriod(
            start,
            match.end(),
            Period(text[start : match.end()] if turn and turn[0] in ("by", "since") else written, first, last),
            turn[0] if turn else None,
            is_relative=name == "span",
            looks_back=way in ("last", "past", "previous"),
        )


def _turn(text: str, at: int) -> tuple[str, int] | None:
    match = _BEFORE.search(text, max(0, at - 24), at)
    if match is None:
        return None
    name = next(name for name in ("by", "since", "at") if match.group(name))
    if match.group().strip().lower() == "to":
        return None  # "2010 to 2020" is read as one span
    return name, match.start()


_Days = tuple[date | None, date | None] | None


def _month(words: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(words[:3].lower()))


def month_of(year: int, number: int) -> tuple[date, date]:
    """The first and last day of a month."""
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def financial_year(written: str) -> tuple[date, date] | None:
    """The first and last day of a year written 2023/24; None where the two years do not follow one another.

    Two years further apart are a run of financial years, from the first April to the last March.
    """
    first, second = re.findall(r"\d+", written)
    start = int(first) if len(first) == 4 else 2000 + int(first)
    end = int(second) if len(second) == 4 else start // 100 * 100 + int(second)
    if not start < end <= start + 15 or (len(first) == 2 and end != start + 1):
        return None
    return date(start, 4, 1), date(end, 3, 31)


def _financial(match: re.Match[str], dated_on: date | None) -> _Days:
    return financial_year(match.group("fy"))


def _year_end(match: re.Match[str], dated_on: date | None) -> _Days:
    years = financial_year(match.group("efy"))
    return (years[1], years[1]) if years else None


def _quarter(match: re.Match[str], dated_on: date | None) -> _Days:
    words = ("first", "second", "third", "fourth", "final")
    named = match.group("qn") or match.group("qn2")
    number = int(named) if named else min(4, words.index((match.group("qw") or match.group("qw2")).lower()) + 1)
    if match.group("qfy"):
        years = financial_year(match.group("qfy"))
        if years is None:
            return None
        start = years[0].year
        first = number * 3 + 1
        return (date(start, first, 1), month_of(start, first + 2)[1]) if number < 4 else (
            date(start + 1, 1, 1), date(start + 1, 3, 31))  # fmt: skip
    year = int(match.group("qy"))
    return date(year, number * 3 - 2, 1), month_of(year, number * 3)[1]


def _end_of(match: re.Match[str], dated_on: date | None) -> _Days:
    year = int(match.group("ey"))
    last = month_of(year, _month(match.group("em")) if match.group("em") else 12)[1]
    return last, last


def _years(match: re.Match[str], dated_on: date | None) -> _Days:
    first, last = int(match.group("ys1")), int(match.group("ys2"))
    return (date(first, 1, 1), date(last, 12, 31)) if first < last else None


def _day(match: re.Match[str], dated_on: date | None) -> _Days:
    try:
        on = date(int(match.group("dy")), _month(match.group("dm")), int(match.group("dd")))
    except ValueError:
        return None
    return on, on


def _numeric(match: re.Match[str], dated_on: date | None) -> _Days:
    year = int(match.group("ny"))
    try:
        on = date(year if year > 99 else 2000 + year, int(match.group("nm")), int(match.group("nd")))
    except ValueError:
        return None
    return on, on


def _in_month(match: re.Match[str], dated_on: date | None) -> _Days:
    return month_of(int(match.group("my")), _month(match.group("mm")))


def _season(match: re.Match[str], dated_on: date | None) -> _Days:
    first, last = _SEASONS[match.group("sn").lower()]
    year = int(match.group("sy"))
    return date(year, first, 1), month_of(year + (last < first), last)[1]


def _span(match: re.Match[str], dated_on: date | None) -> _Days:
    if dated_on is None:
        return None, None
    words = (match.group("sc2") or match.group("sc") or "one").lower()
    count = int(words) if words.isdigit() else _SMALL[words]
    months = count * (12 if "year" in match.group("su").lower() else 1)
    if match.group("way").lower() in ("next", "coming"):
        return dated_on, later(dated_on, months)
    return later(dated_on, -months), dated_on


def _bare_year(match: re.Match[str], dated_on: date | None) -> _Days:
    year = int(match.group("bare"))
    return date(year, 1, 1), date(year, 12, 31)


def later(day: date, months: int) -> date:
    """The same day of the month so many months on, or the last of that month where it has no such day."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    return date(year, month + 1, 1) + timedelta(days=min(day.day, monthrange(year, month + 1)[1]) - 1)


_READERS: dict[str, Callable[[re.Match[str], date | None], _Days]] = {
    "quarter": _quarter,
    "yearend": _year_end,
    "endof": _end_of,
    "yearspan": _years,
    "numeric": _numeric,
    "financial": _financial,
    "day": _day,
    "month": _in_month,
    "season": _season,
    "span": _span,
    "bare": _bare_year,
}
