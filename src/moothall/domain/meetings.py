"""Meetings a council could use, and reading them from a line of text as one would write it in an email."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.days import Counting, in_short, in_words
from moothall.domain.remarks import Remark


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a body, on a day, at a local time where it is known."""

    body: str
    kind: BodyKind
    on: date
    starts_at: time | None = None

    @property
    def at(self) -> datetime | None:
        """The day and time, where the time is known."""
        return datetime.combine(self.on, self.starts_at) if self.starts_at else None

    def label(self, *, year: bool = False) -> str:
        """The meeting as it stands in a list: Cabinet, Thu 13 June."""
        return f"{self.body}, {in_short(self.on, year=year)}"


_KINDS = (
    (BodyKind.SCRUTINY, r"scrutiny|overview|select committee|policy advisory|policy development"),
    (
        BodyKind.INDIVIDUAL_MEMBER,
        r"\bleader\b|portfolio holder|(cabinet|executive|lead) (member|councillor)|\bmayor\b",
    ),
    (BodyKind.OFFICER, r"chief executive|director|head of paid service|officer"),
    (BodyKind.EXECUTIVE, r"\bcabinet\b|\bexecutive\b"),
    (BodyKind.FULL_COUNCIL, r"\bcouncil\b(?!.*(committee|board|panel))"),
)


def body_kind(name: str) -> BodyKind:
    """What kind of body a name means, as councils use such names; a body that is nothing else is a committee."""
    for kind, pattern in _KINDS:
        if re.search(pattern, name, re.IGNORECASE):
            return kind
    return BodyKind.COMMITTEE


def remarks(
    meetings: Iterable[Meeting], *, as_of: date, counting: Counting, governance: Governance
) -> tuple[Remark, ...]:
    """What to point out about a list of meetings: those past, those on odd days, and bodies that cannot decide."""
    found: list[Remark] = []
    for meeting in meetings:
        found += _remarks_on(meeting, as_of, counting, governance)
    return tuple(found)


def _remarks_on(meeting: Meeting, as_of: date, counting: Counting, governance: Governance) -> Iterator[Remark]:
    label = f"{meeting.body} on {in_words(meeting.on)}"
    if meeting.on < as_of:
        yield Remark(
            "meeting_past",
            f"{label} is before the day you count from, {in_words(as_of)}.",
            None,
            "It is left out. Correct the date, or count from an earlier day.",
        )
        return
    reason = counting.why_not_working(meeting.on)
    if reason:
        yield Remark("meeting_on_no_working_day", f"{label} is on no working day ({reason}).", None, "Check the date.")
    if governance is Governance.COMMITTEE and meeting.kind is BodyKind.EXECUTIVE:
        yield Remark(
            "body_does_not_decide",
            f"{meeting.body} is an executive, and a council with a committee system has none.",
            None,
            "It is left out. Choose the council's governance again, or name the committee that decides.",
        )
    if governance is not Governance.COMMITTEE and meeting.kind is BodyKind.COMMITTEE:
        yield Remark(
            "body_does_not_decide",
            f"{meeting.body} is a committee of the council, and here the executive decides a plan like this.",
            None,
            "It is left out. Name the executive's meeting, or choose the committee system.",
        )


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_DAY = rf"(?:\b{_WEEKDAY}\b\.?,?\s+(?:the\s+)?)?\b\d{{1,2}}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b)"
    rf"|(?:\b(?P<slashed_weekday>{_WEEKDAY})\b\.?,?\s+)?(?P<slashed>\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d{{2}})\b)"
    rf"|(?P<days>{_DAY}(?:\s*(?:,|and|&|or|,\s*and)\s*{_DAY})*)\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>\d{{4}})\b)?"
    rf"|\b(?P<month_first>{_MONTH})\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year_after>\d{{4}})\b)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\s*,?\s*\(?(?:at\s+)?(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?P<half>am|pm)\b|(?P<hour24>\d{1,2}):(?P<minute24>\d{2})\b"
    r"|(?P<noon>noon)\b)\)?",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"^(?:[\s,.;:()\-–—&]+|(?:and|or|then|also|on|the|at|meets?|meeting|is|are|of)\b)+"
    r"|(?:[\s,.;:()\-–—&]+|\b(?:on|the|at|meets?|meetings?|is|are|and|then)\s*)+$",
    re.IGNORECASE,
)
LONGEST_TEXT = 20_000


def parse_text(text: str, as_of: date, deadline: date) -> tuple[tuple[Meeting, ...], tuple[str, ...]]:
    """Meetings from free text such as "Cabinet 13 June, 11 July. Council 18 July", and what was not understood.

    A body's name holds for the dates after it until another name comes. A date without a year is put in the year that
    brings it nearest to the time between ``as_of`` and ``deadline``. What was not understood is said in sentences.
    """
    if len(text) > LONGEST_TEXT:
        return (), (f"The text has {len(text)} characters; up to {LONGEST_TEXT} can be read. Give the meetings alone.",)
    found: list[Meeting] = []
    not_understood: list[str] = []
    body, end = "", 0
    for match in _DATE.finditer(text):
        if match.start() < end:
            continue
        body = _body(text[end : match.start()]) or body
        clock = _TIME.match(text, match.end())
        end = clock.end() if clock else match.end()
        starts = _time(clock) if clock else None
        for day, problem in _days(match, as_of, deadline):
            if day is None:
                not_understood.append(problem)
            elif not body:
                not_understood.append(
                    f"No body is named before {match.group().strip()}: write Cabinet {match.group().strip()}."
                )
            else:
                found.append(Meeting(body, body_kind(body), day, starts))
    rest = _body(text[end:])
    if re.search(r"[^\W_]", rest):
        not_understood.append(f'"{rest}" has no date that can be read: write it as Cabinet 13 June.')
    return tuple(dict.fromkeys(found)), tuple(not_understood)


def _body(between: str) -> str:
    before = None
    while before != between:
        before, between = between, _LINKS.sub("", between)
    return re.sub(r"\s+", " ", between)


def _days(match: re.Match[str], as_of: date, deadline: date) -> Iterator[tuple[date | None, str]]:
    """Each day a written date stands for ("13 and 27 June" are two), or None with what is wrong."""
    parts = match.groupdict()
    if parts["iso"] or parts["slashed"]:
        yield _numeric(parts["iso"], parts["slashed"], parts["slashed_weekday"])
        return
    month = _MONTHS.index((parts["month"] or parts["month_first"])[:3].lower()) + 1
    year = parts["year"] or parts["year_after"]
    for written in re.finditer(_DAY, parts["days"] or parts["day_after"], re.IGNORECASE):
        number = re.search(r"\d{1,2}", written.group())
        weekday = re.match(_WEEKDAY, written.group(), re.IGNORECASE)
        day = _in_window(int(number.group()) if number else 0, month, int(year) if year else None, as_of, deadline)
        if day is None:
            yield None, f"{match.group().strip(' .')} is not a day of the calendar: check it."
        else:
            yield _checked(day, weekday.group() if weekday else None)


def _numeric(iso: str | None, slashed: str | None, weekday: str | None) -> tuple[date | None, str]:
    try:
        if iso:
            return date.fromisoformat(iso), ""
        day, month, year = (int(part) for part in re.split(r"[/.]", slashed or ""))
        return _checked(date(year if year > 99 else 2000 + year, month, day), weekday)
    except ValueError:
        return None, f"{iso or slashed} is not a day of the calendar: check it."


def _checked(day: date, weekday: str | None) -> tuple[date | None, str]:
    if weekday and _WEEKDAYS[day.weekday()] != weekday[:3].lower():
        return None, f"{in_words(day)} is not a {weekday}: check the day."
    return day, ""


def _in_window(day: int, month: int, year: int | None, as_of: date, deadline: date) -> date | None:
    years = [year] if year else range(as_of.year - 1, max(as_of, deadline).year + 2)
    candidates = []
    for each in years:
        try:
            candidates.append(date(each, month, day))
        except ValueError:
            continue
    return min(candidates, key=lambda found: max((as_of - found).days, (found - deadline).days, 0), default=None)


def _time(match: re.Match[str]) -> time | None:
    parts = match.groupdict()
    if parts["noon"]:
        return time(12)
    hour, minute = int(parts["hour"] or parts["hour24"]), int(parts["minute"] or parts["minute24"] or 0)
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"].lower() == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
