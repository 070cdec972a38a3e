"""Notices as their pages show them: what is owed and how it stands, in shapes and words, and where each leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from moothall.apps.notices.queries import Kept, Part
from moothall.domain.notice_kinds import KINDS, Kind
from moothall.domain.notice_timing import Timing
from moothall.domain.notices import NoticeKind
from moothall.domain.notices_owed import Owed, State
from moothall.domain.notices_served import Answer, Served
from moothall.web.council.access import Here, address

_SHAPES = {
    State.GIVEN: ("tick", "Given", "quiet"),
    State.LATE: ("broken", "Given late", "strong"),
    State.DUE: ("clock", "Due", "strong"),
    State.MISSED: ("broken", "Past its day", "strong"),
    State.MAYBE: ("ring", "Perhaps owed", "quiet"),
    State.LATER: ("ring", "After the decision", "quiet"),
}
SERVED = {
    Answer.SERVES: ("tick", "Still serves"),
    Answer.ASK: ("ring", "Ask the monitoring officer"),
    Answer.ANEW: ("flag", "Give it anew"),
    Answer.NOTHING: ("square", "Withdraw it"),
}


@dataclass(frozen=True, slots=True)
class OwedRow:
    """One notice that is owed: its shape and word, the notice drafted or given for it, and where the row leads."""

    owed: Owed
    current: Kept | None
    shape: str
    word: str
    weight: str
    href: str
    link: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """One body's part for the page: what is owed, what does not serve a moved day, and what else may be drafted."""

    part: Part
    owed: tuple[OwedRow, ...]
    moved: tuple[tuple[Kept, Served], ...]
    others: tuple[tuple[Kind, str], ...]


def part_row(here: Here, part: Part) -> PartRow:
    """A body's part as the page of notices shows it."""
    owed = tuple(_owed(here, part, one) for one in part.owed)
    kinds = {one.kind for one in part.owed}
    others: tuple[tuple[Kind, str], ...] = ()
    if here.may("draft_notice") and not part.is_called_off:
        others = tuple(
            (kind, address(here, "draft_notice", part.step.pk, kind.kind.value))
            for kind in KINDS.values()
            if kind.applies(part.matter.governance, part.matter.body_kind) and kind.kind not in kinds
        )
    moved = tuple((one, one.served) for one in part.moved if one.served is not None)
    return PartRow(part, owed, moved, others)


def _owed(here: Here, part: Part, one: Owed) -> OwedRow:
    current = next((kept for kept in part.of_kind(one.kind) if kept.row.stands or kept.row.is_draft), None)
    shape, word, weight = _SHAPES[one.state]
    if current is not None and current.row.is_draft and one.state not in (State.GIVEN, State.LATE):
        shape, word = "half", f"Drafted. {word}"
    href, link = _leads(here, part, one, current)
    return OwedRow(one, current, shape, word, weight, href, link)


def _leads(here: Here, part: Part, one: Owed, current: Kept | None) -> tuple[str, str]:
    if current is not None:
        return address(here, "notice", current.row.number), f"number {current.row.number}"
    if one.kind is NoticeKind.AGENDA and part.agenda is not None:
        return address(here, "agendas"), "see the agenda"
    if here.may("draft_notice") and one.state is not State.LATER:
        return address(here, "draft_notice", part.step.pk, one.kind.value), "draft it"
    return "", ""


def state_of(kept: Kept) -> tuple[str, str, str]:
    """The shape, the word and the weight of one notice: a draft, given in time or late, replaced, or withdrawn."""
    row, timing = kept.row, kept.timing
    if row.withdrawn_at is not None:
        return ("square", "Withdrawn" if row.given_at else "Draft left", "quiet")
    if row.given_at is None:
        return ("half", "Draft", "strong")
    if row.replaced_at is not None:
        return ("square", "Replaced", "quiet")
    if timing is not None and timing.in_time is False:
        return ("broken", _late(timing), "strong")
    return ("tick", "Given in time" if timing is not None and timing.in_time else "Given", "quiet")


def _late(timing: Timing) -> str:
    return f"Late by {timing.days_late} {'day' if timing.days_late == 1 else 'days'}"


def past(rows: Iterable[Any]) -> list[Any]:
    """The notices that stand no more and are no drafts, for the side of the page."""
    return [row for row in rows if not row.stands and not row.is_draft]
