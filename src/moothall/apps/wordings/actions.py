"""Keeping standard wordings. A change is a further version; nothing that was approved is ever overwritten."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from moothall.apps.audit import actions as audit
from moothall.apps.people.permissions import permit
from moothall.apps.wordings.models import Wording
from moothall.apps.workspaces.models import Workspace
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.wordings import check_wording, place_of

_SAID = ("title", "text", "serves", "approved_by", "approved_on", "review_on")


@transaction.atomic
def add_wording(
    *,
    workspace: Workspace,
    title: str,
    text: str,
    serves: str,
    approved_by: str,
    approved_on: date,
    review_on: date | None = None,
    by: Any,
    at: datetime,
) -> Wording:
    """Keep words for every round of this council. ``serves`` is a place as `domain.wordings.Place` writes it.

    Raises a Refusal where words, name or approval are missing, or its days cannot be right.
    """
    permit(by, Deed.KEEP_WORDINGS, workspace.pk)
    said = _said(title, text, serves, approved_by, approved_on, review_on, at)
    _one_at_a_time(workspace)
    last = Wording.objects.filter(gss=workspace.gss).aggregate(last=Max("number"))["last"] or 0
    row = _kept(workspace, said, number=last + 1, version=1, by=by, at=at)
    audit.record("wording.added", about=row, by=by, at=at, workspace=workspace, number=row.number, **said)
    return row


@transaction.atomic
def renew_wording(
    *,
    workspace: Workspace,
    wording: Wording,
    title: str,
    text: str,
    serves: str,
    approved_by: str,
    approved_on: date,
    review_on: date | None = None,
    by: Any,
    at: datetime,
) -> Wording:
    """Put a new version in place of the one that is offered. The old one stays to be read.

    A wording that was taken back is offered again from here. Raises a Refusal as ``add_wording`` does, where nothing
    would change, and where somebody put a newer version in its place meanwhile.
    """
    permit(by, Deed.KEEP_WORDINGS, workspace.pk)
    said = _said(title, text, serves, approved_by, approved_on, review_on, at)
    _one_at_a_time(workspace)
    row = Wording.objects.get(pk=wording.pk, gss=workspace.gss)
    if not row.is_latest:
        raise Refusal(
            "Someone put a newer version in its place while you were writing.",
            next_step="Open the newer version, and put your words in again.",
        )
    before = {name: getattr(row, name) for name in _SAID}
    if row.is_offered and before == said:
        raise Refusal("Nothing is changed.", next_step="Change the words or their approval, or go back.")
    row.is_latest = False
    row.save(update_fields=["is_latest"])
    new = _kept(workspace, said, number=row.number, version=row.version + 1, by=by, at=at)
    audit.record(
        "wording.renewed", about=new, by=by, at=at, workspace=workspace, number=new.number, version=new.version,
        title=title, before=before, after=said,
    )  # fmt: skip
    return new


@transaction.atomic
def take_back_wording(*, workspace: Workspace, wording: Wording, why: str, by: Any, at: datetime) -> Wording:
    """Offer a wording no longer. It stays to be read, with the reason; where it was used nothing changes.

    Raises a Refusal without a reason, and where it is not offered any more.
    """
    permit(by, Deed.KEEP_WORDINGS, workspace.pk)
    if not why.strip():
        raise Refusal("There is no reason.", next_step="Say why nobody shall use these words any more.")
    _one_at_a_time(workspace)
    row = Wording.objects.get(pk=wording.pk, gss=workspace.gss)
    if not row.is_offered:
        raise Refusal("This wording is not offered any more.", next_step="Look at the list again.")
    row.taken_back_at, row.taken_back_why = at, why.strip()
    row.taken_back_by_name = getattr(by, "name", "Moothall")
    row.save(update_fields=["taken_back_at", "taken_back_why", "taken_back_by_name"])
    audit.record(
        "wording.taken_back", about=row, by=by, at=at, workspace=workspace, number=row.number, title=row.title,
        reason=row.taken_back_why,
    )  # fmt: skip
    return row


def _said(
    title: str, text: str, serves: str, approved_by: str, approved_on: date, review_on: date | None, at: datetime
) -> dict[str, Any]:
    check_wording(
        title=title, text=text, approved_by=approved_by, approved_on=approved_on, review_on=review_on, as_of=at.date()
    )
    words = text.replace("\r\n", "\n").strip()
    said = (title.strip(), words, str(place_of(serves)), approved_by.strip(), approved_on, review_on)
    return dict(zip(_SAID, said, strict=True))


def _one_at_a_time(workspace: Workspace) -> None:
    """Let nobody else change the council's wordings until this is done."""
    list(Workspace.objects.select_for_update().filter(gss=workspace.gss).values_list("pk"))


def _kept(workspace: Workspace, said: dict[str, Any], *, number: int, version: int, by: Any, at: datetime) -> Wording:
    return Wording.objects.create(
        gss=workspace.gss,
        number=number,
        version=version,
        entered_at=at,
        entered_by_name=getattr(by, "name", "Moothall"),
        **said,
    )
