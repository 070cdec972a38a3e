"""Choosing evidence for a theme, adding one's own, and taking away what is none."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.best_value import gathering
from moothall.apps.best_value.models import Item
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain import best_value as domain
from moothall.domain.best_value import Matter, ThemeText, excerpt
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round


@transaction.atomic
def choose(*, workspace: Workspace, round_: Round, theme: ThemeText, key: str, by: Any, at: datetime) -> Item:
    """Confirm that something there is evidence for a theme; its words are kept as they stand now.

    Raises a Refusal where it is chosen already, and where nothing of this key is there any more.
    """
    permit(by, Deed.GATHER_BEST_VALUE, workspace.pk)
    _hold(workspace)
    if _chosen(workspace, theme, key) is not None:
        raise Refusal("That is chosen for this theme already.", next_step="Look at the list again.")
    row = _write(workspace, theme, _matter(workspace, round_, key), by, at)
    audit.record(
        "best_value.chosen", about=row, by=by, at=at, workspace=workspace, theme=theme.name, title=row.title,
        source=key, on=row.on,
    )  # fmt: skip
    return row


@transaction.atomic
def add(
    *, workspace: Workspace, theme: ThemeText, title: str, words: str, address: str, on: date, by: Any, at: datetime
) -> Item:
    """Add evidence of one's own for a theme, in words, with its address and its day. Raises as the domain does."""
    permit(by, Deed.GATHER_BEST_VALUE, workspace.pk)
    domain.check_added(title, words, address, on=on, today=timezone.localdate(at))
    _hold(workspace)
    number = Item.objects.filter(workspace=workspace, source__startswith="own:").count() + 1
    row = Item.objects.create(
        workspace=workspace, theme=theme.key.value, source=f"own:{number}", title=title.strip(), words=words.strip(),
        address=address.strip(), on=on, by_name=getattr(by, "name", "Moothall"), recorded_at=at,
    )  # fmt: skip
    audit.record(
        "best_value.added", about=row, by=by, at=at, workspace=workspace, theme=theme.name, title=row.title,
        words=row.words, address=row.address, on=on,
    )  # fmt: skip
    return row


@transaction.atomic
def take_away(
    *, workspace: Workspace, round_: Round, theme: ThemeText, key: str, why: str, by: Any, at: datetime
) -> Item:
    """Take away what was chosen or added for a theme, or what was found for it, with the reason. It stays on record.

    Raises a Refusal without a reason, and where nothing of this key is there.
    """
    permit(by, Deed.GATHER_BEST_VALUE, workspace.pk)
    domain.check_away(why)
    _hold(workspace)
    row = _chosen(workspace, theme, key)
    was_chosen = row is not None
    ended = {"ended_at": at, "ended_by_name": getattr(by, "name", "Moothall"), "why_ended": why.strip()}
    if row is None:
        row = _write(workspace, theme, _matter(workspace, round_, key), by, at, **ended)
    else:
        for name, value in ended.items():
            setattr(row, name, value)
        row.save(update_fields=list(ended))
    audit.record(
        "best_value.taken_away", about=row, by=by, at=at, workspace=workspace, theme=theme.name, title=row.title,
        source=key, why=row.why_ended, before={"chosen": was_chosen}, after={"chosen": False},
    )  # fmt: skip
    return row


def _hold(workspace: Workspace) -> None:
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # one at a time, so that nothing is chosen twice


def _chosen(workspace: Workspace, theme: ThemeText, key: str) -> Item | None:
    return Item.objects.filter(workspace=workspace, theme=theme.key.value, source=key, ended_at=None).first()


def _matter(workspace: Workspace, round_: Round, key: str) -> Matter:
    found = next((one for one in gathering.matters(workspace, round_) if one.key == key), None)
    if found is None:
        raise Refusal("What was found is no longer there.", next_step="Look at the list again, or add it by hand.")
    return found


def _write(workspace: Workspace, theme: ThemeText, found: Matter, by: Any, at: datetime, **ended: Any) -> Item:
    return Item.objects.create(
        workspace=workspace, theme=theme.key.value, source=found.key, title=found.title[:300],
        words=excerpt(found.words), on=found.on, by_name=getattr(by, "name", "Moothall"), recorded_at=at, **ended,
    )  # fmt: skip
