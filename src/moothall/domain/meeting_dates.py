"""What a meeting owes before it is held: its notice, its papers, its summons, and the notice of a key decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import meeting_notice
from moothall.domain.courses import Step, in_order
from moothall.domain.meetings import Meeting
from moothall.domain.refusals import Refusal
from moothall.domain.situation import Key, Situation
from moothall.domain.timetable import advice, decision

_LONG_BEFORE = timedelta(days=120)


def owed_before(meeting: Meeting, situation: Situation) -> tuple[Step, ...]:
    """The dated steps before a meeting at which a decision like this is taken, each with its working, by day.

    The notice of a key decision is among them for an executive, since whether a decision is key may be open for long.
    Nothing where the meeting lies beyond the table of holidays.
    """
    long_before = replace(situation, as_of=meeting.on - _LONG_BEFORE, key=Key.YES)
    course = advice if meeting.kind is BodyKind.SCRUTINY else decision
    try:
        found = course(meeting, long_before)
    except Refusal:
        return ()
    owed = [step for step in found.steps if step.deadline is not None and step.on < meeting.on]
    return in_order([*owed, *_notice(meeting, situation)])


def _notice(meeting: Meeting, situation: Situation) -> tuple[Step, ...]:
    """The public notice of the meeting itself; nothing for one person, or before the regulations for executives."""
    try:
        found = meeting_notice.deadline(meeting.on, holidays=situation.holidays, body=meeting.kind)
    except Refusal:
        return ()
    step = Step("meeting_notice", found.what, meeting.body, found.on or meeting.on, None, found.rule, found.provision)
    return (replace(step, deadline=found),)
