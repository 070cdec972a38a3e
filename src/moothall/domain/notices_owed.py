"""Which notices a body's part in a decision owes, why, and how each stands on a day: due, missed, given, late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import general_exception
from moothall.domain.days import in_short
from moothall.domain.deadlines import Deadline
from moothall.domain.notice_kinds import AS_SOON, KINDS
from moothall.domain.notice_matter import Matter
from moothall.domain.notice_timing import CountedBy, Timing, due, left
from moothall.domain.notices import NoticeKind
from moothall.domain.refusals import Refusal


class State(StrEnum):
    """How a notice that is owed stands on the day looked from."""

    GIVEN = "given"
    LATE = "late"
    DUE = "due"
    MISSED = "missed"
    MAYBE = "maybe"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Owed:
    """One notice that is owed. ``because`` says why in a sentence; ``is_certain`` is False where facts are open.

    ``due`` is the day with its working, None where the law names none; ``by_when`` says it in words, and ``left`` what
    is left where it was missed or late.
    """

    kind: NoticeKind
    state: State
    because: str
    is_certain: bool
    due: Deadline | None
    by_when: str
    left: str = ""

    @property
    def title(self) -> str:
        """What the kind is called."""
        return KINDS[self.kind].title


Standing = Mapping[NoticeKind, Timing]
"""How the notice of each kind that was given and stands was in time."""


def owed(matter: Matter, standing: Standing, by: CountedBy, *, as_of: date) -> tuple[Owed, ...]:
    """Every notice that this body's part in the decision owes, in the order in which a decision meets them.

    A committee-system council owes no notice of the executive's. Where a full notice of a key decision is missed or
    late, the general exception or special urgency stands in its place, as the days left allow.
    """
    return tuple(_stands(kind, because, certain, matter, standing, by, as_of) for kind, because, certain in
                 _which(matter, standing, by, as_of))  # fmt: skip


_Which = Iterator[tuple[NoticeKind, str, bool]]


def _which(matter: Matter, standing: Standing, by: CountedBy, as_of: date) -> _Which:
    executive = matter.governance is not Governance.COMMITTEE and matter.body_kind in (
        BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER, BodyKind.OFFICER,
    )  # fmt: skip
    if executive and matter.is_deciding:
        yield from _of_key(matter, standing, by, as_of)
    if executive and matter.body_kind is BodyKind.EXECUTIVE and matter.is_private:
        yield from _of_private(matter, standing, by, as_of)
    if matter.body_kind.meets:
        yield NoticeKind.MEETING, f"{matter.body} meets in public.", True
        yield NoticeKind.AGENDA, "The agenda and the open reports go on public view.", True
    if matter.body_kind is BodyKind.FULL_COUNCIL:
        yield NoticeKind.SUMMONS, "The council is summoned beside the public notice.", True
    yield from _of_record(matter, executive)
    if NoticeKind.SPECIAL_URGENCY in standing:
        yield NoticeKind.URGENCY_REPORT, "Special urgency was used.", True


def _of_key(matter: Matter, standing: Standing, by: CountedBy, as_of: date) -> _Which:
    if matter.is_key is False:
        return
    certain = matter.is_key is True
    why = "The covering report says that the decision is key." if certain else (
        "The covering report does not say whether the decision is key; if it is, this is owed."
    )  # fmt: skip
    yield NoticeKind.KEY_DECISION, why, certain
    full = standing.get(NoticeKind.KEY_DECISION)
    exception = standing.get(NoticeKind.GENERAL_EXCEPTION)
    is_short = full.in_time is False if full else _is_past(NoticeKind.KEY_DECISION, matter, by, as_of)
    urgent = standing.get(NoticeKind.SPECIAL_URGENCY)
    if exception is None and urgent is None and (not is_short or _is_over(matter, as_of)):
        return
    can_wait = exception is not None or (matter.on is not None and not _is_past(
        NoticeKind.GENERAL_EXCEPTION, matter, by, as_of
    ))  # fmt: skip
    if can_wait and urgent is None:
        yield NoticeKind.GENERAL_EXCEPTION, "28 clear days cannot be given, and five still fit.", certain
        if exception is not None:
            yield NoticeKind.EXCEPTION_REASONS, "The general exception was used.", certain
    elif urgent is not None or (exception is not None and exception.in_time is False) or not can_wait:
        yield NoticeKind.SPECIAL_URGENCY, "Not even five clear days can be given.", certain


def _of_private(matter: Matter, standing: Standing, by: CountedBy, as_of: date) -> _Which:
    closed = "A part of the report is exempt, and that is enough, key or not."
    both = (NoticeKind.PRIVATE_MEETING, NoticeKind.PRIVATE_MEETING_SECOND)
    for kind in both:
        yield kind, closed, True
    late = any(
        standing[kind].in_time is False if kind in standing else _is_past(kind, matter, by, as_of) for kind in both
    )
    if NoticeKind.PRIVATE_SHORT_NOTICE in standing or (late and not _is_over(matter, as_of)):
        yield NoticeKind.PRIVATE_SHORT_NOTICE, "A notice of the private meeting did not come in time.", True


def _is_over(matter: Matter, as_of: date) -> bool:
    """Whether the day of the decision lies behind, so that no other way can be begun."""
    return matter.on is not None and as_of > matter.on


def _of_record(matter: Matter, executive: bool) -> _Which:
    if not matter.is_deciding:
        return
    kinds = {
        BodyKind.EXECUTIVE: NoticeKind.EXECUTIVE_RECORD,
        BodyKind.INDIVIDUAL_MEMBER: NoticeKind.MEMBER_RECORD,
        BodyKind.OFFICER: NoticeKind.OFFICER_EXECUTIVE_RECORD if executive else NoticeKind.OFFICER_RECORD,
    }
    kind = kinds.get(matter.body_kind)
    if kind is NoticeKind.OFFICER_RECORD:
        yield kind, "Owed if the officer was told to decide this, or it affects rights, permits or spends much.", False
    elif kind is not None and KINDS[kind].applies(matter.governance, matter.body_kind):
        yield kind, "Every executive decision has one, key or not.", True


def _is_past(kind: NoticeKind, matter: Matter, by: CountedBy, as_of: date) -> bool:
    """Whether the last day for a notice lies behind; for the general exception, the last on which it could go up."""
    if matter.on is None:
        return False
    try:
        if kind is NoticeKind.GENERAL_EXCEPTION:
            return as_of > general_exception.last_notice(matter.on, holidays=by.holidays)
        found = due(kind, matter.on, matter.body_kind, by)
    except Refusal:
        return False
    return found is not None and found.on is not None and as_of > found.on


_RECORDS = frozenset(
    {
        NoticeKind.EXECUTIVE_RECORD, NoticeKind.MEMBER_RECORD, NoticeKind.OFFICER_EXECUTIVE_RECORD,
        NoticeKind.OFFICER_RECORD,
    }
)  # fmt: skip


def _stands(
    kind: NoticeKind, because: str, certain: bool, matter: Matter, standing: Standing, by: CountedBy, as_of: date
) -> Owed:
    timing = standing.get(kind)
    try:
        found = due(kind, matter.on, matter.body_kind, by) if matter.on else None
    except Refusal as refusal:
        return Owed(kind, State.MAYBE, because, False, None, str(refusal))
    when = _by_when(kind, found)
    if timing is not None:
        late = timing.in_time is False
        return Owed(kind, State.LATE if late else State.GIVEN, because, certain, found, when, timing.left)
    if kind in _RECORDS and matter.decision is None:
        return Owed(kind, State.LATER, because, certain, found, "After the decision")
    if found is None or found.on is None:
        return Owed(kind, State.DUE if certain else State.MAYBE, because, certain, found, when)
    if as_of > found.on:
        assert matter.on is not None  # what has a last day has a day it is counted to
        after = left(kind, given_on=as_of, on=matter.on, maker=matter.body_kind, by=by, as_of=as_of)
        is_over = as_of >= matter.on
        return Owed(kind, State.MISSED if certain else State.MAYBE, because, certain, found, when,
                    _OVER if is_over else after)  # fmt: skip
    return Owed(kind, State.DUE if certain else State.MAYBE, because, certain, found, when)


_OVER = "The day has come. If it was given, record it with the moment it went up; if not, ask your monitoring officer."


def _by_when(kind: NoticeKind, found: Deadline | None) -> str:
    if found is None or found.on is None:
        return AS_SOON if KINDS[kind].by_when.startswith(AS_SOON) else KINDS[kind].by_when
    last = f"By {in_short(found.on, year=True)}"
    if found.working_on and found.working_on != found.on:
        return f"{last}; the last working day is {in_short(found.working_on, year=True)}"
    return last


def in_a_line(rows: Sequence[Owed]) -> str:
    """How the notices stand, in one line: how many are given, late, missed and due, and the next day owed."""
    parts = []
    for state, words in ((State.GIVEN, "given"), (State.LATE, "given late"), (State.MISSED, "past")):
        count = sum(one.state is state for one in rows)
        if count:
            past = f" {'its' if count == 1 else 'their'} day and not on record" if state is State.MISSED else ""
            parts.append(f"{count} {words}{past}")
    waiting = [one for one in rows if one.state is State.DUE]
    dated = sorted(one.due.on for one in waiting if one.due and one.due.on)
    if waiting:
        next_ = f", the next by {in_short(dated[0], year=True)}" if dated else ""
        parts.append(f"{len(waiting)} due{next_}")
    open_ = sum(one.state is State.MAYBE for one in rows)
    if open_:
        parts.append(f"{open_} owed only if the facts still open say so")
    return f"Notices: {', '.join(parts)}." if parts else "No notice is owed now."
