"""Asking for a file of everything about a plan."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Max

from moothall.apps.audit import actions as audit
from moothall.apps.audit_files.making import STEPS
from moothall.apps.audit_files.models import AuditFile
from moothall.apps.audit_files.tasks import make_audit_file
from moothall.apps.people import queries as people
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain.audit_files import Purpose, check_asked
from moothall.domain.roles import Deed, may


@transaction.atomic
def ask_for_audit_file(*, workspace: Workspace, purpose: Purpose, why: str, by: Any, at: datetime) -> AuditFile:
    """Ask for a file for this purpose; the worker makes it of what stands when it does.

    Part 2 goes into a folder of its own where whoever asks may read it, else it is left out. Raises a Refusal without a
    word what the file is needed for, or while another is being made.
    """
    permit(by, Deed.MAKE_AUDIT_FILE, workspace.pk)
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    mine = AuditFile.objects.filter(workspace=workspace)
    check_asked(why, is_making=mine.filter(state=AuditFile.State.WAITING).exists())
    reads = by is not None and may(Deed.READ_EXEMPT, people.roles(by, workspace_id=workspace.pk))
    row = AuditFile.objects.create(
        workspace=workspace,
        number=(mine.aggregate(last=Max("number"))["last"] or 0) + 1,
        purpose=purpose.value,
        why=why.strip(),
        has_part_2=reads and purpose is not Purpose.BEST_VALUE,
        in_all=STEPS,
        asked_at=at,
        asked_by_id=getattr(by, "pk", None),
        asked_by_name=getattr(by, "name", "Moothall"),
    )
    audit.record(
        "audit_file.asked", about=row, by=by, at=at, number=row.number, purpose=purpose.value, why=row.why,
        has_part_2=row.has_part_2,
    )  # fmt: skip
    transaction.on_commit(partial(_ask_worker, row.pk))
    return row


def _ask_worker(pk: int) -> None:
    make_audit_file.enqueue(pk)
