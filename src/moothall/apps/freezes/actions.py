"""Freezing words for consolidation, and thawing them."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.freezes import queries
from moothall.apps.freezes.models import Freeze
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@transaction.atomic
def freeze(
    *, workspace: Workspace, part: str, title: str, reason: str, until_on: date, by: Any, at: datetime
) -> Freeze:
    """Freeze a part (a key of domain/parts) up to and with a day: others read and comment, and do not save.

    Raises a Refusal without a reason, for a day that is past, and where the part is frozen already.
    """
    permit(by, Deed.FREEZE_WORDS, workspace.pk)
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # two who freeze one part at once meet here
    today = timezone.localdate(at)
    if until_on < today:
        raise Refusal(f"{in_words(until_on)} is past.", next_step="Choose today or a later day.")
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say in a few words why nobody else may save.")
    held = queries.of_part(workspace.pk, part, as_of=today)
    if held is not None:
        raise Refusal(f"{held.frozen_by_name} has frozen “{held.title}” already.", next_step="Thaw that first.")
    Freeze.objects.filter(workspace=workspace, part=part, ended_at=None).update(ended_at=at)  # its last day is over
    row = Freeze.objects.create(
        workspace=workspace, part=part, title=title[:300], reason=reason.strip(), until_on=until_on, frozen_by=by,
        frozen_by_name=getattr(by, "name", "Moothall"), frozen_at=at,
    )  # fmt: skip
    audit.record(
        "words.frozen", about=row, by=by, at=at, part=part, title=row.title, until_on=until_on, reason=row.reason
    )
    return row


@transaction.atomic
def thaw(*, freeze: Freeze, by: Any, at: datetime) -> Freeze:
    """Let everybody save again who may. Raises a Refusal where it was thawed before."""
    permit(by, Deed.FREEZE_WORDS, freeze.workspace_id)
    row = Freeze.objects.select_for_update().get(pk=freeze.pk)
    if row.ended_at is not None:
        raise Refusal(f"“{row.title}” was thawed before.", next_step="Go on writing.")
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    audit.record("words.thawed", about=row, by=by, at=at, part=row.part, title=row.title)
    return row
