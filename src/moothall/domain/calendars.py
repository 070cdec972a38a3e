"""A council's kept meetings beside a list brought in: what is new, moved, called off, the same, or no longer there.

Nothing is dropped because a newer file leaves it out: that is a question to a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words, time_in_words
from moothall.domain.meeting_lines import MeetingLine
from moothall.domain.meetings import Meeting


class Status(StrEnum):
    """Where a kept meeting stands. A moved one is still to be held, on its new day."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"
    MET = "met"

    @property
    def is_ahead(self) -> bool:
        """Whether the meeting is still to be held."""
        return self in (Status.PLANNED, Status.MOVED)


@dataclass(frozen=True, slots=True)
class KeptMeeting:
    """A meeting as a council keeps it. ``uid`` is its name in the calendar it came from; ``source`` that calendar."""

    key: int
    meeting: Meeting
    status: Status = Status.PLANNED
    place: str = ""
    uid: str = ""
    source: str = ""


class Outcome(StrEnum):
    """What bringing a line in does."""

    NEW = "new"
    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    BACK = "back"
    NOTHING = "nothing"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A line with what it does to the meetings kept. ``kept`` is the meeting it is about; ``said`` one sentence."""

    line: MeetingLine
    outcome: Outcome
    kept: KeptMeeting | None
    said: str


@dataclass(frozen=True, slots=True)
class Gone:
    """What a person answered of a kept meeting (``key``) that a list no longer has: it is called off, or it is the
    meeting of a new line (``arrival``, its place in the comparison from 0). Without either it stands.
    """

    key: int
    is_cancelled: bool = False
    arrival: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A list beside what is kept. ``vanished`` were brought in from a calendar before and are not in this one."""

    arrivals: tuple[Arrival, ...]
    vanished: tuple[KeptMeeting, ...]

    @property
    def changes(self) -> tuple[Arrival, ...]:
        """The arrivals that would change what is kept."""
        still = (Outcome.SAME, Outcome.NOTHING, Outcome.NOT_UNDERSTOOD)
        return tuple(one for one in self.arrivals if one.outcome not in still)

    def count(self, outcome: Outcome) -> int:
        """How many lines come to this."""
        return sum(one.outcome is outcome for one in self.arrivals)


def compare(lines: Sequence[MeetingLine], kept: Iterable[KeptMeeting], *, as_of: date) -> Comparison:
    """What bringing these lines in would do. A line is matched by the calendar's own name for it, else body and day.

    A kept meeting counts as vanished where it came from a calendar, is still ahead, is of a body and inside the days
    that the list covers, and no line is about it.
    """
    all_kept = tuple(kept)
    by_uid = {one.uid: one for one in all_kept if one.uid}
    by_day: dict[tuple[str, date], list[KeptMeeting]] = {}
    for one in sorted(all_kept, key=lambda each: each.status is Status.CANCELLED):
        by_day.setdefault(_day(one.meeting), []).append(one)
    arrivals: list[Arrival] = []
    matched: set[int] = set()
    seen: dict[tuple[object, ...], int] = {}
    for line in lines:
        if line.meeting is None:
            arrivals.append(Arrival(line, Outcome.NOT_UNDERSTOOD, None, line.problem))
            continue
        same = (line.uid or None, *_day(line.meeting), line.meeting.starts_at)
        if same in seen:
            arrivals.append(Arrival(line, Outcome.NOTHING, None, f"The same meeting as line {seen[same]}."))
            continue
        seen[same] = line.number
        found = by_uid.get(line.uid) if line.uid else None
        found = found or next(
            (each for each in by_day.get(_day(line.meeting), ()) if _may_be(each, line, matched)), None
        )
        if found:
            matched.add(found.key)
        arrivals.append(_arrival(line, line.meeting, found))
    return Comparison(tuple(arrivals), _vanished(lines, all_kept, matched, as_of))


def _day(meeting: Meeting) -> tuple[str, date]:
    return " ".join(meeting.body.casefold().split()), meeting.on


def _may_be(kept: KeptMeeting, line: MeetingLine, matched: set[int]) -> bool:
    """Whether a meeting of the same body on the same day is the one of a line: not one already found, nor another's."""
    if kept.key in matched or (line.uid and kept.uid and line.uid != kept.uid):
        return False
    starts, other = kept.meeting.starts_at, line.meeting.starts_at if line.meeting else None
    return starts is None or other is None or starts == other


def _arrival(line: MeetingLine, meeting: Meeting, kept: KeptMeeting | None) -> Arrival:
    if kept is None:
        if line.is_cancelled:
            return Arrival(line, Outcome.NOTHING, None, "Called off, and never kept here.")
        return Arrival(line, Outcome.NEW, None, "New.")
    if kept.status is Status.MET:
        return Arrival(line, Outcome.NOTHING, kept, f"It met on {in_words(kept.meeting.on)}; that stands.")
    if line.is_cancelled:
        if kept.status is Status.CANCELLED:
            return Arrival(line, Outcome.SAME, kept, "Called off already.")
        return Arrival(line, Outcome.CANCELLED, kept, "Called off.")
    if kept.status is Status.CANCELLED:
        return Arrival(line, Outcome.BACK, kept, f"Called off before, and now on {in_words(meeting.on)} again.")
    if meeting.on != kept.meeting.on:
        return Arrival(line, Outcome.MOVED, kept, f"Moved from {in_words(kept.meeting.on)} to {in_words(meeting.on)}.")
    if meeting.starts_at and meeting.starts_at != kept.meeting.starts_at:
        before = time_in_words(kept.meeting.starts_at) if kept.meeting.starts_at else "no time"
        return Arrival(
            line, Outcome.MOVED, kept, f"The same day at {time_in_words(meeting.starts_at)}, before: {before}."
        )
    if (line.place and line.place != kept.place) or (line.uid and not kept.uid):
        said = f"Now at {line.place}." if line.place and line.place != kept.place else "Now known by its calendar."
        return Arrival(line, Outcome.CHANGED, kept, said)
    return Arrival(line, Outcome.SAME, kept, "Kept already.")


def _vanished(
    lines: Sequence[MeetingLine], kept: Sequence[KeptMeeting], matched: set[int], as_of: date
) -> tuple[KeptMeeting, ...]:
    meetings = [line.meeting for line in lines if line.meeting]
    if not meetings:
        return ()
    bodies = {_day(one)[0] for one in meetings}
    first, last = max(as_of, min(one.on for one in meetings)), max(one.on for one in meetings)
    return tuple(
        one
        for one in sorted(kept, key=lambda each: each.meeting.on)
        if one.source and one.status.is_ahead and one.key not in matched
        and _day(one.meeting)[0] in bodies and first <= one.meeting.on <= last
    )  # fmt: skip


def is_moved_apart(arrival: Arrival, gone: KeptMeeting) -> bool:
    """Whether a new line may be the new day of a meeting that is no longer in the list: of the same body."""
    meeting = arrival.line.meeting
    return arrival.outcome is Outcome.NEW and meeting is not None and _day(meeting)[0] == _day(gone.meeting)[0]
