"""Settling a remark with a reason, and taking that back."""

from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.people.permissions import permit
from moothall.apps.safety.models import Settled
from moothall.apps.workspaces.models import Workspace
from moothall.domain.placed_remarks import PlacedRemark
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@transaction.atomic
def settle_remark(*, workspace: Workspace, remark: PlacedRemark, reason: str, by: Any, at: datetime) -> Settled:
    """Let the words a remark is about stand, for a reason. The remark comes back once the words change.

    Raises a Refusal without a reason, or where the remark is settled and was not taken back.
    """
    permit(by, Deed.SETTLE_REMARK, workspace.pk)
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say why these words may stand.")
    if Settled.objects.filter(workspace=workspace, key=remark.key, taken_back_at=None).exists():
        raise Refusal("This remark is settled.", next_step="Look at the remarks again.")
    row = Settled.objects.create(
        workspace=workspace,
        key=remark.key,
        check_id=remark.remark.check,
        place=remark.place[:120],
        label=remark.label[:400],
        message=remark.remark.message,
        quote=remark.quote,
        reason=reason.strip(),
        by_name=getattr(by, "name", "Moothall"),
        settled_at=at,
    )
    audit.record(
        "remark.settled", about=row, by=by, at=at, check=row.check_id, label=row.label, message=row.message,
        quote=row.quote, reason=row.reason,
    )  # fmt: skip
    return row


@transaction.atomic
def take_back_settled(*, settled: Settled, by: Any, at: datetime) -> Settled:
    """Open a settled remark again. Who settled it and why stays on record. Raises a Refusal where it is open again."""
    permit(by, Deed.SETTLE_REMARK, settled.workspace_id)
    if settled.taken_back_at is not None:
        raise Refusal("This remark is open again already.", next_step="Look at the remarks again.")
    settled.taken_back_at, settled.taken_back_by_name = at, getattr(by, "name", "Moothall")
    settled.save(update_fields=["taken_back_at", "taken_back_by_name"])
    audit.record(
        "remark.opened_again", about=settled, by=by, at=at, check=settled.check_id, label=settled.label,
        message=settled.message, reason=settled.reason,
    )  # fmt: skip
    return settled
