"""What to point out about constraints beside a list of meetings: bodies nobody gave, and meetings left out by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from moothall.domain.authorities import BodyKind
from moothall.domain.constraints import Constraints, plain_name
from moothall.domain.days import in_words
from moothall.domain.meetings import Meeting
from moothall.domain.remarks import Remark


def constraint_remarks(
    meetings: Iterable[Meeting], constraints: Constraints, *, as_of: date, deadline_on: date
) -> tuple[Remark, ...]:
    """Remarks on what the constraints leave out or cannot mean, in the order they are read."""
    return tuple(_remarks(tuple(meetings), constraints, as_of, deadline_on))


def _remarks(
    meetings: tuple[Meeting, ...], constraints: Constraints, as_of: date, deadline_on: date
) -> Iterator[Remark]:
    known = {plain_name(meeting.body) for meeting in meetings} | {plain_name(kind.value) for kind in BodyKind}
    known |= {"leader", "mayor", "cabinet", "council", "scrutiny", "executive"}
    for name in sorted(constraints.not_used - known):
        yield Remark(
            "body_not_known",
            f"No meeting given is of a body called {name}.",
            None,
            "Write its name as it stands in the list of meetings.",
        )
    if constraints.reserved_to_council and not any(meeting.kind is BodyKind.FULL_COUNCIL for meeting in meetings):
        yield Remark(
            "no_council_meeting",
            "The decision is reserved to Council, and no meeting of Council is given.",
            None,
            "Add the meetings of Council. The executive and its members may only recommend.",
        )
    ready = constraints.ready_on
    if ready is not None and ready > deadline_on >= as_of:
        yield Remark(
            "text_ready_after_deadline",
            f"The text is ready on {in_words(ready)}, after the deadline.",
            None,
            "No route can make the deadline with this text: look at the ways out.",
        )
