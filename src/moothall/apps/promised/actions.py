"""Taking up what a report promised, and recording what became of it. Whoever sees to it is told by mail."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.mail import outbox
from moothall.apps.people.models import Person
from moothall.apps.people.permissions import permit
from moothall.apps.promised import queries
from moothall.apps.promised.models import FollowUp, Said
from moothall.apps.workspaces.models import Workspace
from moothall.domain import follow_ups as domain
from moothall.domain.days import in_words
from moothall.domain.follow_ups import Owner, What
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@transaction.atomic
def promise(
    *, workspace: Workspace, text: str, post: str, person: Person | None, due_on: date, source: str = "",
    place: str = "", by: Any, at: datetime,
) -> FollowUp:  # fmt: skip
    """Take up what was promised, with the post that sees to it and by when; whoever holds the post gets mail.

    ``source`` and ``place`` are of the promise in the report. Raises a Refusal as the domain does, for somebody without
    a role here, and for a promise of the report that was taken up before.
    """
    permit(by, Deed.KEEP_FOLLOW_UPS, workspace.pk)
    owner = _owner(workspace, post, person)
    domain.check_promise(text, owner, due_on=due_on, today=timezone.localdate(at))
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # numbers are given one at a time
    if source and FollowUp.objects.filter(workspace=workspace, source=source).exists():
        raise Refusal("That promise of the report is taken up already.", next_step="Look at the list again.")
    last = FollowUp.objects.filter(workspace=workspace).aggregate(last=Max("number"))["last"]
    row = FollowUp.objects.create(
        workspace=workspace, number=(last or 0) + 1, text=text.strip(), source=source, place=place, post=owner.post,
        person=person, due_on=due_on, by_name=getattr(by, "name", "Moothall"), recorded_at=at,
    )  # fmt: skip
    _tell(row, row.number, person, due_on, at)
    audit.record(
        "follow_up.promised", about=row, by=by, at=at, workspace=workspace, number=row.number, text=row.text,
        place=place, post=owner.post, person=owner.name, due_on=due_on,
    )  # fmt: skip
    return row


@transaction.atomic
def follow_up(
    *, found: FollowUp, what: What, on: date, words: str, post: str = "", person: Person | None = None,
    due_on: date | None = None, by: Any, at: datetime,
) -> Said:  # fmt: skip
    """Record that a follow-up is done, with what shows it, or dropped, with the reason; or another owner or day.

    A new owner gets mail. Raises a Refusal as the domain does, and for a change without a post and a day.
    """
    workspace = found.workspace
    permit(by, Deed.KEEP_FOLLOW_UPS, workspace.pk)
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    before = queries.value(queries.rows().get(pk=found.pk))
    owner = _owner(workspace, post, person) if what is What.CHANGED else None
    if owner is not None and (not owner.post or due_on is None):
        raise Refusal("A change names the post that sees to it, and the day.", next_step="Fill in what is empty.")
    new = domain.Said(what, on, words, owner, due_on)
    domain.check_said(before, new, today=timezone.localdate(at))
    row = Said.objects.create(
        follow_up=found, what=what.value, on=on, words=words.strip(), post=owner.post if owner else "",
        person=person if owner else None, due_on=due_on if owner else None,
        by_name=getattr(by, "name", "Moothall"), recorded_at=at,
    )  # fmt: skip
    if owner and due_on:
        _tell(found, f"{found.number}-{row.pk}", person, due_on, at)
    audit.record(
        "follow_up.followed", about=row, by=by, at=at, workspace=workspace, number=found.number, what=what.value, on=on,
        reason=row.words, post=row.post, before={"post": before.owner.post, "due_on": before.due_on}, due_on=row.due_on,
    )  # fmt: skip
    return row


def _owner(workspace: Workspace, post: str, person: Person | None) -> Owner:
    if person is not None and queries.person_here(workspace, person.pk) is None:
        raise Refusal(f"{person.name} has no role here.", next_step="Give them a role first, or name the post alone.")
    return Owner(post.strip(), person.name if person else "")


def _tell(row: FollowUp, key: int | str, person: Person | None, due_on: date, at: datetime) -> None:
    if person is None:
        return
    workspace = row.workspace
    where = f"{settings.MOOTHALL.address}/council/{workspace.round_slug}/{workspace.slug}/promised/"
    outbox.put(
        person=person,
        subject=f"You see to what a report promised, by {in_words(due_on)}",
        words=f"The report of {workspace.official_name} promised:\n\n{row.text}\n\n"
        f"You see to it, by {in_words(due_on)}. When it is done, say what shows it:\n{where}",
        key=f"promised:{workspace.pk}:{key}:{person.pk}",
        at=at,
        about=f"promised:{row.pk}",
        workspace=workspace,
        is_prompt=True,
    )
