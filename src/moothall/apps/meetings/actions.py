"""Bringing a council's meetings in, adding one, moving one, calling one off. Nothing is ever dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.meetings.changes import as_plain, change
from moothall.apps.meetings.models import Meeting
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import BodyKind
from moothall.domain.calendars import Arrival, Comparison, Gone, Outcome, Status, compare
from moothall.domain.days import in_words
from moothall.domain.meeting_lines import MeetingLine
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many meetings a list brought in, moved and called off."""

    new: int
    moved: int
    cancelled: int


@transaction.atomic
def bring_in_meetings(
    *,
    workspace: Workspace,
    lines: Sequence[MeetingLine],
    source: str,
    kinds: Mapping[str, BodyKind] | None = None,
    gone: Sequence[Gone] = (),
    by: Any,
    at: datetime,
) -> BroughtIn:
    """Keep the meetings of a list that a person has checked, and move or call off those it moves or calls off.

    ``kinds`` is what kind each body is, by its name; ``gone`` what was answered of meetings the list no longer has. It
    is compared anew with what is kept now. Raises a Refusal where it would change nothing, as a file brought in twice.
    """
    permit(by, Deed.KEEP_MEETINGS, workspace.pk)
    rows = {row.pk: row for row in Meeting.objects.select_for_update().filter(gss=workspace.gss)}
    found = compare(lines, [row.kept() for row in rows.values()], as_of=timezone.localdate(at))
    moved_apart = {one.arrival: one for one in gone if one.arrival is not None}
    ended = [one for one in gone if one.is_cancelled]
    if not found.changes and not ended:
        raise Refusal("Every meeting in it is kept already.", next_step="Bring in a newer file, or add a meeting.")
    _check_gone(gone, found)
    written: dict[str, list[Any]] = {"new": [], "moved": [], "cancelled": [], "changed": []}
    for index, arrival in enumerate(found.arrivals):
        instead = moved_apart.get(index)
        row = rows[instead.key] if instead else rows[arrival.kept.key] if arrival.kept else None
        outcome = Outcome.MOVED if instead else arrival.outcome
        if arrival not in found.changes:
            continue
        before = as_plain(row) if row else None
        kept = _take(arrival, outcome, row, workspace, source, kinds or {}, by=by, at=at)
        written[_KIND[outcome]].append({"before": before, "after": as_plain(kept)})
    for one in ended:
        row = rows[one.key]
        change(row, "cancelled", by=by, at=at, reason=f"Not in {source}", status=Status.CANCELLED.value)
        written["cancelled"].append({"after": as_plain(row)})
    audit.record(
        "meetings.brought_in", about=workspace, by=by, at=at, workspace=workspace, source=source, **written
    )  # fmt: skip
    return BroughtIn(len(written["new"]), len(written["moved"]), len(written["cancelled"]))


_KIND = {
    Outcome.NEW: "new",
    Outcome.MOVED: "moved",
    Outcome.BACK: "moved",
    Outcome.CANCELLED: "cancelled",
    Outcome.CHANGED: "changed",
}


def _check_gone(gone: Sequence[Gone], found: Comparison) -> None:
    """Refuse an answer about a meeting that the list still has: somebody changed it in between."""
    asked = {one.key for one in found.vanished}
    for one in gone:
        news = one.arrival is None or (
            one.arrival < len(found.arrivals) and found.arrivals[one.arrival].outcome is Outcome.NEW
        )
        if one.key not in asked or not news:
            raise Refusal(
                "The meetings kept have changed since you checked the list.", next_step="Bring the list in again."
            )


def _take(
    arrival: Arrival, outcome: Outcome, row: Meeting | None, workspace: Workspace, source: str,
    kinds: Mapping[str, BodyKind], *, by: Any, at: datetime,
) -> Meeting:  # fmt: skip
    """Write one line of a list: a new meeting, or what it changes in a kept one."""
    line, meeting = arrival.line, arrival.line.meeting
    assert meeting is not None
    values: dict[str, Any] = {"place": line.place or (row.place if row else ""), "source": source}
    values["uid"] = line.uid or (row.uid if row else "")
    if outcome is Outcome.CANCELLED:
        values = {"status": Status.CANCELLED.value}
    elif outcome is not Outcome.CHANGED:
        values |= {"on": meeting.on, "starts_at": meeting.starts_at or (row.starts_at if row else None)}
        values["status"] = Status.PLANNED.value if row is None else Status.MOVED.value
    if row is None:
        values |= {"gss": workspace.gss, "body": meeting.body, "kind": kinds.get(meeting.body, meeting.kind).value}
    kept = row or Meeting()
    what = "brought_in" if row is None else "back" if outcome is Outcome.BACK else outcome.value
    change(kept, what, by=by, at=at, reason=f"As in {source}", **values)
    return kept


@transaction.atomic
def add_meeting(
    *,
    workspace: Workspace,
    body: str,
    kind: BodyKind,
    on: date,
    starts_at: time | None = None,
    place: str = "",
    by: Any,
    at: datetime,
) -> Meeting:
    """Keep one meeting that somebody typed. Raises a Refusal where the body has one then already, or has no name."""
    permit(by, Deed.KEEP_MEETINGS, workspace.pk)
    name = " ".join(body.split())
    if not name:
        raise Refusal("The meeting has no body.", next_step="Name the body that meets, such as Cabinet.")
    _check_free(workspace, name, on, starts_at)
    row = Meeting(gss=workspace.gss)
    change(row, "added", by=by, at=at, body=name, kind=kind.value, on=on, starts_at=starts_at, place=place)
    audit.record("meeting.added", about=row, by=by, at=at, workspace=workspace, **as_plain(row))
    return row


@transaction.atomic
def move_meeting(
    *,
    workspace: Workspace,
    meeting: Meeting,
    on: date,
    starts_at: time | None,
    reason: str,
    by: Any,
    at: datetime,
) -> Meeting:
    """Move a meeting to another day or time, with the reason; its former day is kept.

    Dates that hang on it are not changed by this: they are shown beside the new ones until somebody accepts these.
    Raises a Refusal without a reason, for a meeting that has met or is called off, or where nothing would change.
    """
    permit(by, Deed.KEEP_MEETINGS, workspace.pk)
    row = Meeting.objects.select_for_update().get(pk=meeting.pk, gss=workspace.gss)
    check_open(row, reason)
    if (row.on, row.starts_at) == (on, starts_at):
        raise Refusal(f"{row.body} meets on {in_words(on)} already.", next_step="Enter the new day or time.")
    _check_free(workspace, row.body, on, starts_at, besides=row.pk)
    before = as_plain(row)
    change(row, "moved", by=by, at=at, reason=reason, on=on, starts_at=starts_at, status=Status.MOVED.value)
    audit.record(
        "meeting.moved", about=row, by=by, at=at, workspace=workspace, before=before, after=as_plain(row), reason=reason
    )
    return row


@transaction.atomic
def cancel_meeting(*, workspace: Workspace, meeting: Meeting, reason: str, by: Any, at: datetime) -> Meeting:
    """Call a meeting off, with the reason. It stays in the list as cancelled.

    Raises a Refusal without a reason, or for a meeting that has met or is cancelled already.
    """
    permit(by, Deed.KEEP_MEETINGS, workspace.pk)
    row = Meeting.objects.select_for_update().get(pk=meeting.pk, gss=workspace.gss)
    check_open(row, reason)
    change(row, "cancelled", by=by, at=at, reason=reason, status=Status.CANCELLED.value)
    audit.record("meeting.cancelled", about=row, by=by, at=at, workspace=workspace, **as_plain(row), reason=reason)
    return row


def check_open(row: Meeting, reason: str) -> None:
    """Raise a Refusal unless a meeting is still ahead and there is a reason to change it."""
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say why, such as: moved because of the election.")
    if row.status == Status.MET.value:
        raise Refusal(f"{row.body} met on {in_words(row.on)}.", next_step="What has happened stays as it was.")
    if row.status == Status.CANCELLED.value:
        raise Refusal(f"{row.body} on {in_words(row.on)} is cancelled.", next_step="Add the meeting on its new day.")


def _check_free(workspace: Workspace, body: str, on: date, starts_at: time | None, *, besides: int = 0) -> None:
    """Refuse a second meeting of a body at one time."""
    same = Meeting.objects.filter(gss=workspace.gss, body__iexact=body, on=on, starts_at=starts_at)
    if same.exclude(pk=besides).exclude(status=Status.CANCELLED.value).exists():
        raise Refusal(f"{body} on {in_words(on)} is kept already.", next_step="Look at it in the list of meetings.")
