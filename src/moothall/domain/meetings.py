"""Meetings a council could use, and reading them from a line of text as one would write it in an email."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.days import Counting, in_short, in_words
from moothall.domain.meeting_days import DATE, TIME, clock_time, days
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


_MARKS = " \t\r\n\f\v\xa0,.;:()-–—&|*•·"
_FIRST = frozenset(["and", "or", "then", "also", "on", "the", "at", "meet", "meets", "meeting", "is", "are", "of"])
_LAST = frozenset(["on", "the", "at", "meet", "meets", "meeting", "meetings", "is", "are", "and", "then"])
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
    for match in DATE.finditer(text):
        if match.start() < end:
            continue
        body = body_name(text[end : match.start()]) or body
        clock = TIME.match(text, match.end())
        end = clock.end() if clock else match.end()
        starts = clock_time(clock) if clock else None
        for day, problem in days(match, as_of, deadline):
            if day is None:
                not_understood.append(problem)
            elif not body:
                not_understood.append(
                    f"No body is named before {match.group().strip()}: write Cabinet {match.group().strip()}."
                )
            else:
                found.append(Meeting(body, body_kind(body), day, starts))
    rest = body_name(text[end:])
    if re.search(r"[^\W_]", rest):
        not_understood.append(f'"{rest}" has no date that can be read: write it as Cabinet 13 June.')
    return tuple(dict.fromkeys(found)), tuple(not_understood)


def body_name(between: str) -> str:
    """What is left of the words beside a day when marks and linking words are taken off: the body's name, or nothing.

    Not by one pattern, since a long run of blanks would keep it busy for minutes.
    """
    words = between.strip(_MARKS).split()
    while words and words[0].strip(_MARKS).lower() in _FIRST | {""}:
        del words[0]
    while words and words[-1].strip(_MARKS).lower() in _LAST | {""}:
        del words[-1]
    return " ".join(words).strip(_MARKS)
