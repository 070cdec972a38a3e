"""Giving parts of the plan and of the report to people to write, changing that, and taking it back."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.people.models import Person
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.apps.writing import assignments
from moothall.apps.writing.models import Assignment
from moothall.domain.days import in_words
from moothall.domain.parts import whole_of, writing_deed
from moothall.domain.refusals import Refusal
from moothall.domain.roles import MAY, Deed


@transaction.atomic
def assign(
    *,
    workspace: Workspace,
    part: str,
    title: str,
    person: Person,
    due_on: date,
    due_because: str = "",
    note: str = "",
    by: Any,
    at: datetime,
) -> Assignment:
    """Give a part (a key of domain/parts) to a person to write by a day, and tell them at once.

    Raises a Refusal for a day that is past, for somebody who may not write it here, and where somebody has it.
    """
    _permit(by, workspace, part)
    _check(workspace, part, person, due_on, at)
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # two who assign one part at once meet here
    has_it = assignments.of_part(workspace, part)
    if has_it is not None:
        raise Refusal(f"{has_it.person.name} has “{title}” already.", next_step="Change that, or take it back first.")
    # What somebody had whose role ended is over now that another has it.
    Assignment.objects.filter(workspace=workspace, part=part, ended_at=None).update(ended_at=at)
    row = Assignment.objects.create(
        workspace=workspace, part=part, title=title[:300], person=person, due_on=due_on, due_because=due_because[:400],
        note=note.strip(), asked_by=by, asked_at=at,
    )  # fmt: skip
    assignments.tell(row, assignments.asks(row), key="asked", at=at, is_prompt=True)
    audit.record(
        "writing.assigned", about=row, by=by, at=at, part=part, title=row.title, person=person.name, due_on=due_on,
        due_because=row.due_because,
    )  # fmt: skip
    return row


@transaction.atomic
def change_assignment(
    *,
    assignment: Assignment,
    person: Person,
    due_on: date,
    due_because: str = "",
    reason: str,
    by: Any,
    at: datetime,
) -> Assignment:
    """Give a part to somebody else, or ask for it by another day, and say why. Whoever has it now is told at once.

    Raises a Refusal without a reason, where nothing is changed, and as `assign` does.
    """
    row = _still_theirs(assignment, reason, by)
    _check(row.workspace, row.part, person, due_on, at)
    before = {"person": row.person.name, "due_on": row.due_on}
    if (row.person_id, row.due_on) == (person.pk, due_on):
        raise Refusal("Nothing is changed.", next_step="Choose another person or another day.")
    left = row.person
    row.person, row.due_on, row.due_because = person, due_on, due_because[:400]
    row.asked_by, row.asked_at = by, at
    row.save()
    why, moment = reason.strip(), f"{at:%Y-%m-%d %H:%M:%S.%f}"
    asked = f"{assignments.asks(row)}\nWhy it changed: {why}\n"
    assignments.tell(row, asked, key=f"changed:{moment}", at=at, is_prompt=True)
    if left.pk != person.pk:
        told = f"“{row.title}” is no longer yours to write\n{person.name} has it now: {why}\n"
        assignments.tell(row, told, key=f"left:{moment}", person=left, at=at, is_prompt=False)
    audit.record(
        "writing.reassigned", about=row, by=by, at=at, part=row.part, title=row.title, before=before,
        after={"person": person.name, "due_on": due_on}, reason=why,
    )  # fmt: skip
    return row


@transaction.atomic
def take_back_assignment(*, assignment: Assignment, reason: str, by: Any, at: datetime) -> Assignment:
    """Say that a person need not write a part any more, and why. Nobody has it then, and the pages say so.

    Raises a Refusal without a reason, and where it was taken back before.
    """
    row = _still_theirs(assignment, reason, by)
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    told = f"“{row.title}” is no longer yours to write\n{getattr(by, 'name', 'Moothall')} writes: {reason.strip()}\n"
    assignments.tell(row, told, key="taken_back", at=at, is_prompt=False)
    audit.record(
        "writing.taken_back", about=row, by=by, at=at, part=row.part, title=row.title, person=row.person.name,
        reason=reason.strip(),
    )  # fmt: skip
    return row


def _permit(by: Any, workspace: Workspace, part: str) -> None:
    """Whoever assigns may assign, and may write the part."""
    permit(by, Deed.ASSIGN_PART, workspace.pk)
    permit(by, writing_deed(part), workspace.pk)


def _still_theirs(assignment: Assignment, reason: str, by: Any) -> Assignment:
    _permit(by, assignment.workspace, assignment.part)
    row = Assignment.objects.select_for_update(of=("self",)).select_related("person", "workspace").get(pk=assignment.pk)
    if row.ended_at is not None:
        raise Refusal("This was taken back before.", next_step="Assign it again.")
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say in a few words why.")
    return row


def _check(workspace: Workspace, part: str, person: Person, due_on: date, at: datetime) -> None:
    if due_on < timezone.localdate(at):
        raise Refusal(f"{in_words(due_on)} is past.", next_step="Choose today or a later day.")
    if person not in assignments.able(workspace, part):
        roles = " or ".join(sorted(role.label for role in MAY[writing_deed(part)]))
        raise Refusal(
            f"{person.name} may not write the {whole_of(part)} here.",
            next_step=f"Choose somebody who may: it takes the role of {roles}.",
        )
