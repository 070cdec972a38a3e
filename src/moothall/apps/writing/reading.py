"""What each reader has read, and what was saved since. A mark is no deed: nobody else sees it and no line is recorded.

What changed is derived from the record, which never changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max, Q

from moothall.apps.audit.models import Entry
from moothall.apps.people.models import Person
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.apps.writing.models import ReadMark
from moothall.domain.parts import PLAN
from moothall.domain.roles import Deed
from moothall.domain.sections import LAYOUT, OPENING
from moothall.domain.since import Save, Touched, touched

_LISTED = (
    "commitment", "measure", "barrier", "linkeddocument", "objective", "ownpoint", "partnership", "figure", "section",
)  # fmt: skip
_WORDS = {
    PLAN: ("plan.opening_written", "question.answered", "plan.set_out"),
    "report": ("report.field_written",),
}
_TOLD = {
    PLAN: ("milestone.added", "milestone.removed", "plan.version_kept", "plan.published", "plan.withdrawn"),
    "report": ("report.house_template_chosen", "report.taken_recorded"),
}
_DATES = (
    "route.chosen", "route.dates_adopted", "meeting.moved", "meeting.cancelled", "date.overridden",
    "override.taken_back", "call_in.corrected", "call_in.asked", "call_in.withdrawn", "call_in.settled",
    "meeting.recorded", "decision.recorded", "decision.published",
    "words.frozen", "words.thawed",
)  # fmt: skip
EXEMPT = "report.exempt_written"
"""Told only to those who may read Part 2, and never with its words."""


@dataclass(frozen=True, slots=True)
class Since:
    """What happened after a line of the record: sections saved, other lines of it, and the last line there is."""

    sections: tuple[Touched, ...]
    lines: tuple[Entry, ...]
    upto: int


def marks(workspace: Workspace, whole: str, person: Person) -> list[ReadMark]:
    """When a person read the plan or the report, the latest first."""
    return list(ReadMark.objects.filter(workspace=workspace, whole=whole, person=person))


def last(workspace: Workspace, whole: str, person: Person) -> ReadMark | None:
    """When a person read the plan or the report last, or None where they have not said that they did."""
    return ReadMark.objects.filter(workspace=workspace, whole=whole, person=person).first()


def mark_read(*, workspace: Workspace, whole: str, entry: int, by: Any, at: datetime) -> ReadMark:
    """Keep that a person has read the plan or the report up to a line of the record, the last that they were shown."""
    permit(by, Deed.READ_WORKSPACE, workspace.pk)
    return ReadMark.objects.create(
        workspace=workspace, whole=whole, person=by, entry=min(entry, latest(workspace)), read_at=at
    )


def since(workspace: Workspace, whole: str, entry: int, *, may_read_exempt: bool = False) -> Since:
    """What was saved of the plan or of the report after a line of the record, and what else happened to its dates."""
    upto = latest(workspace)
    lines = Entry.objects.filter(workspace_id=workspace.pk, id__gt=entry, id__lte=upto).order_by("id")
    listed = Q()
    if whole == PLAN:
        for name in _LISTED:
            listed |= Q(event__startswith=f"{name}.")
    saved = lines.filter(Q(event__in=_WORDS[whole]) | listed)
    exempt = (EXEMPT,) if may_read_exempt and whole != PLAN else ()
    told = lines.filter(event__in=(*_TOLD[whole], *_DATES, *exempt))
    return Since(touched(_saves(saved)), tuple(told), upto)


def latest(workspace: Workspace) -> int:
    """The last line of the record about a workspace, 0 where there is none."""
    return Entry.objects.filter(workspace_id=workspace.pk).aggregate(last=Max("id"))["last"] or 0


def _saves(lines: Any) -> Iterator[Save]:
    """Each line of the record about words as what it changed."""
    for line in lines:
        section, before, after = _changed(line)
        yield Save(section, before, after, line.by_name, line.at)


def _changed(line: Entry) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """(section, fields before, fields after) of a line of the record."""
    said, (kind, _, event) = line.details, line.event.partition(".")
    if line.event == "plan.opening_written":
        return OPENING, said["before"], {"title": said["title"], "introduction": said["introduction"]}
    if line.event == "plan.set_out":
        before, after = ({"length_reason": said[side]["length_reason"]} for side in ("before", "after"))
        return LAYOUT, before, after
    if line.event == "question.answered":
        return said["question"], said["before"], said["after"]
    if line.event == "report.field_written":
        return said["field"], {"value": said["before"]}, {"value": said["after"]}
    if event == "added":
        return said["value"]["key"], {}, said["value"]
    if event == "removed":
        was = _value_before(line)
        return was.get("key") or f"{kind} {line.about_id}", was, {}
    return said["after"]["key"], said["before"], said["after"]


def _value_before(line: Entry) -> dict[str, Any]:
    """What a thing held before it was taken out: what the last line about it says."""
    earlier = Entry.objects.filter(about_kind=line.about_kind, about_id=line.about_id, id__lt=line.pk).order_by("-id")
    for one in earlier:
        value = one.details.get("after") or one.details.get("value")
        if isinstance(value, dict):
            return value
    return {"title": line.details.get("title", "")}
