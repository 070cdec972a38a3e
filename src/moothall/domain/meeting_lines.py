"""Meetings line by line, as officers paste them from a calendar page or a table: understood, or a sentence why not.

The same value stands for a row of a spreadsheet and an entry of a calendar (`documents/reading/meetings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from moothall.domain.days import in_words, time_in_words
from moothall.domain.meeting_days import DATE, TIME_ANYWHERE, clock_time, days
from moothall.domain.meetings import Meeting, body_kind, body_name, parse_text

LONGEST_LINE = 400
LONGEST_PASTE = 200_000
EXAMPLE = "Cabinet, Tuesday 13 July 2027, 6pm"


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One line, row or entry that was brought in. ``words`` is how it stands there and ``number`` where, from 1.

    ``meeting`` is what was understood; where it is None, ``problem`` says why and what to enter. ``uid`` is the
    calendar's own name for the entry. ``is_kind_said`` is true where the file itself names the kind of body; otherwise
    it is a guess from the name. ``note`` is worth a look although the line was understood.
    """

    number: int
    words: str
    meeting: Meeting | None
    problem: str = ""
    place: str = ""
    uid: str = ""
    is_cancelled: bool = False
    is_kind_said: bool = False
    note: str = ""


CALLED_OFF = re.compile(r"\b(?:cancell?ed|cancell?ation|postponed|called off)\b", re.IGNORECASE)
_CALLED_OFF = re.compile(
    r"[\s(\[*:–—-]*\b(?:cancell?ed|cancell?ation|postponed|called off)\b[\s)\]*:–—-]*", re.IGNORECASE
)
_AROUND = re.compile(
    r"^(?:(?:agenda|minutes)(?: frontsheet| document)?s? (?:for|of) )?(?:meeting of )?(?:the )?", re.IGNORECASE
)
_UNTIL = re.compile(r"\s*(?:[-–—]|\bto\b|\buntil\b)\s*$", re.IGNORECASE)
_PARTS = re.compile(r"\t|\s*\|\s*|\s+[-–—]\s+|\s*[,;]\s+| {3,}|\s+in (?=the\b)|\s+at (?=the\b)")
_NOISE = re.compile(
    r"^(?:date|day|time|venue|place|location|meeting|committee|body|status|agenda|minutes|and|of|on|the|\W)*$"
    r"|^(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?s?\W*)+$"
    r"|^(?:january|february|march|april|may|june|july|august|september|october|november|december)?\W*(?:\d{4})?\W*$",
    re.IGNORECASE,
)

_TITLE = re.compile(
    r"\b(?:calendar|schedule|timetable|programme|diary|meetings|municipal year|20\d\d)\b", re.IGNORECASE
)
_BODY = re.compile(
    r"\b(?:cabinet|executive|council|committee|panel|board|scrutiny|forum|sub-?committee|leader|mayor|portfolio"
    r"|commission|working group|authority)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:chamber|hall|room|offices?|house|suite|centre|theatre|building|teams|zoom|online|virtual|remote|webcast"
    r"|street|road|campus)\b",
    re.IGNORECASE,
)


def clean_name(text: str) -> str:
    """A body's name without what calendars put round it: Cancelled, Agenda for, Meeting of the."""
    bare = _CALLED_OFF.sub(" ", text).strip()
    return body_name(_AROUND.sub("", " ".join(bare.split()), count=1))[:200]


def read_lines(text: str, as_of: date, until: date) -> tuple[MeetingLine, ...]:
    """Each line that was pasted, in order: a meeting, several on one line, or what is wrong with it.

    A line that is only a name holds for the days after it. A day without a year is put in the year that brings it
    nearest to the time between ``as_of`` and ``until``. Blank lines and headings of tables are passed over.
    """
    if len(text) > LONGEST_PASTE:
        problem = f"The text has {len(text)} characters; up to {LONGEST_PASTE} can be read. Bring in a file instead."
        return (MeetingLine(1, text[:80], None, problem),)
    found: list[MeetingLine] = []
    above = _Heading()
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.replace("\xa0", " ").replace("\ufeff", "").strip()
        if _NOISE.match(line[:LONGEST_LINE]) and not DATE.search(line[:LONGEST_LINE]):
            continue
        if len(line) > LONGEST_LINE:
            found.append(MeetingLine(number, line[:80], None, f"It is too long to be one meeting: write {EXAMPLE}."))
            continue
        if not DATE.search(line):
            found += above.left_over()
            above = _Heading(number, line)
            continue
        before = above.left_over()
        read = tuple(_read(number, line, above, as_of, until))
        found += (*above.left_over(), *read) if before else read
        if not above.is_used:
            above = _Heading()
    return (*found, *above.left_over())


@dataclass(slots=True)
class _Heading:
    """A line that is only a name, which holds for the days after it until a line names its own body."""

    number: int = 0
    words: str = ""
    is_used: bool = False

    @property
    def name(self) -> str:
        return "" if _TITLE.search(self.words) else clean_name(self.words)

    def left_over(self) -> tuple[MeetingLine, ...]:
        """The line itself, where no day took its name and it is no title of a calendar."""
        if self.is_used or not self.words or _TITLE.search(self.words):
            return ()
        problem = f"There is no day in it that can be read: write {EXAMPLE}."
        return (MeetingLine(self.number, self.words, None, problem),)


def _read(number: int, line: str, above: _Heading, as_of: date, until: date) -> Iterator[MeetingLine]:
    matches = list(DATE.finditer(line))
    if len(matches) > 1:
        yield from _several(number, line, above, as_of, until)
        return
    match = matches[0]
    starts_at, spans, wrong = _times(line, match)
    before, after = _without(line, 0, match.start(), spans), _without(line, match.end(), len(line), spans)
    body, place = _body_and_place(before, after, above)
    for day, problem in days(match, as_of, until):
        if day is not None and not body:
            day, problem = None, f"No body is named: write {EXAMPLE}."
        if day is None or wrong:
            yield MeetingLine(number, line, None, _what_to_enter(problem or wrong))
            continue
        meeting = Meeting(body, body_kind(body), day, starts_at)
        yield MeetingLine(number, line, meeting, place=place, is_cancelled=bool(CALLED_OFF.search(line)))


def _several(number: int, line: str, above: _Heading, as_of: date, until: date) -> Iterator[MeetingLine]:
    """More than one day on a line, as in an email."""
    called_off = bool(CALLED_OFF.search(line))
    first = DATE.search(line)
    above.is_used = bool(above.name and first and not clean_name(line[: first.start()]))
    meetings, problems = parse_text(f"{above.name}: {line}" if above.is_used else line, as_of, until)
    for meeting in meetings:
        name = clean_name(meeting.body) or meeting.body
        one = replace(meeting, body=name, kind=body_kind(name))
        note = "More than one day stands on a line that says cancelled: check which." if called_off else ""
        yield MeetingLine(number, line, one, note=note)
    for problem in problems:
        yield MeetingLine(number, line, None, problem)


def _times(line: str, day: re.Match[str]) -> tuple[time | None, list[tuple[int, int]], str]:
    """The time a meeting starts, where the times on a line stand, and what is wrong with the first of them."""
    found = [one for one in TIME_ANYWHERE.finditer(line) if one.end() <= day.start() or one.start() >= day.end()]
    if not found:
        return None, [], ""
    starts_at = clock_time(found[0])
    wrong = "" if starts_at else f"{found[0].group().strip()} is no time of day: write it like 6.30pm or 18:30."
    return starts_at, [one.span() for one in found], wrong


def _without(line: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """A stretch of a line without the times in it, nor the dash between two of them."""
    kept, at = "", start
    for first, last in spans:
        if start <= first and last <= end:
            kept += _UNTIL.sub("", line[at:first]) + "\t"
            at = last
    return kept + line[at:end]


def _body_and_place(before: str, after: str, above: _Heading) -> tuple[str, str]:
    """Whose meeting it is and where. A name before the day comes first, then a heading above, then what follows."""
    first = [part for part in _PARTS.split(before) if re.search(r"[^\W_]", body_name(part))]
    rest = [part for part in _PARTS.split(after) if re.search(r"[^\W_]", body_name(part))]
    rest = [part for part in rest if clean_name(part)]
    named = next((part for part in rest if _BODY.search(part) and not _PLACE.search(part)), None)
    above.is_used = bool(above.name and not first and named is None)
    if first:
        name = " - ".join(part.strip() for part in first)
    elif above.is_used:
        name = above.name
    else:
        name = named or (rest.pop(0) if rest else "")
    place = [body_name(part) for part in rest if part is not named or first]
    return clean_name(name), ", ".join(place)[:200]


def _what_to_enter(problem: str) -> str:
    return problem if "write" in problem else f"{problem} Write it like {EXAMPLE}."


def in_words_of(line: MeetingLine) -> str:
    """What a line was understood as, in words: Cabinet, Tuesday 13 July 2027, 6pm, Council Chamber."""
    if line.meeting is None:
        return line.problem
    meeting = line.meeting
    starts = f", {time_in_words(meeting.starts_at)}" if meeting.starts_at else ""
    return f"{meeting.body}, {in_words(meeting.on)}{starts}" + (f", {line.place}" if line.place else "")
