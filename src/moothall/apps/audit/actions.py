"""Adding a line to the record. Called once by every deed, inside the deed's own transaction."""

from datetime import datetime
from typing import Any

from django.db import models, transaction

from moothall.apps.audit.models import Entry
from moothall.domain.fingerprints import plain


def record(
    event: str,
    *,
    about: models.Model,
    by: Any,
    at: datetime,
    workspace: models.Model | None = None,
    **details: Any,
) -> Entry:
    """Add one line: ``event`` in the past tense ("decision.recorded"), about a row, by a person (None: Moothall).

    Raises RuntimeError outside a transaction, so that a deed and its line stand or fall together.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a deed is recorded inside its own transaction")
    return Entry.objects.create(
        event=event,
        about_kind=about._meta.label,
        about_id=str(about.pk),
        workspace_id=workspace.pk if workspace else getattr(about, "workspace_id", None),
        by_id=getattr(by, "pk", None),
        by_name=getattr(by, "name", "Moothall"),
        at=at,
        details=plain(details),
    )
