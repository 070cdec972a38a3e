"""Making and revoking a private calendar feed, and keeping what calendars were shown."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.people.permissions import permit
from moothall.apps.timetables import queries
from moothall.apps.timetables.models import Entry, Feed
from moothall.apps.workspaces.models import Workspace
from moothall.domain.calendar_entries import CalendarEntry, DatedEntry, cancelled
from moothall.domain.fingerprints import plain
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class MadeFeed:
    """A feed that was just made, with its secret, which is nowhere kept and cannot be shown again."""

    feed: Feed
    secret: str


@transaction.atomic
def make_feed(*, workspace: Workspace, by: Any, at: datetime) -> MadeFeed:
    """Make the person's own feed of a council's dates. One they had before is revoked at once."""
    permit(by, Deed.MAKE_FEED, workspace.pk)
    if by is None:
        raise Refusal("A feed belongs to a person.", next_step="Sign in and make it.")
    before = queries.feed_of(workspace, by)
    if before is not None:
        _revoke(before, by=by, at=at)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    row = Feed.objects.create(workspace=workspace, person=by, secret_hash=queries.hash_of(secret), made_at=at)
    audit.record("feed.made", about=row, by=by, at=at, instead_of=before.pk if before else None)
    return MadeFeed(row, secret)


@transaction.atomic
def revoke_feed(*, feed: Feed, by: Any, at: datetime) -> Feed:
    """Revoke a feed: its address answers nobody from this moment. One's own, or anyone's by the proper officer.

    Raises a Refusal where it was revoked before.
    """
    is_own = by is not None and feed.person_id == by.pk
    permit(by, Deed.MAKE_FEED if is_own else Deed.REVOKE_FEED, feed.workspace_id)
    if feed.revoked_at is not None:
        raise Refusal("This feed is revoked already.", next_step="Make a new one where it is needed.")
    _revoke(feed, by=by, at=at)
    audit.record("feed.revoked", about=feed, by=by, at=at, whose=feed.person.name)
    return feed


def _revoke(row: Feed, *, by: Any, at: datetime) -> None:
    row.revoked_at, row.revoked_by_name = at, getattr(by, "name", "Moothall")
    row.save(update_fields=["revoked_at", "revoked_by_name"])


def note_read(feed: Feed, *, on: date) -> None:
    """Keep the last day on which a feed was read, for those who list feeds. Nobody's deed, so it leaves no line."""
    if feed.read_on != on:
        feed.read_on = on
        feed.save(update_fields=["read_on"])


def keep_entries(
    workspace: Workspace, entries: Iterable[CalendarEntry], *, is_private: bool, at: datetime
) -> tuple[DatedEntry, ...]:
    """The entries with their lasting names, numbered by how often each has changed; those gone are cancelled.

    What calendars were shown before is compared with what they are shown now, and kept where it differs. Part of
    showing a calendar and nobody's deed, so it leaves no line.
    """
    now = {entry.key: entry for entry in entries}
    if _differs(queries.kept(workspace), now, is_private=is_private):
        with transaction.atomic():
            Workspace.objects.select_for_update().get(pk=workspace.pk)  # two calendars may look at the same moment
            _keep(workspace, now, is_private=is_private, at=at)
    rows = sorted(queries.kept(workspace).values(), key=lambda row: (row.shown["on"], row.key))
    return tuple(_dated(row, workspace) for row in rows)


def _wanted(row: Entry, now: dict[str, CalendarEntry], *, is_private: bool) -> tuple[CalendarEntry, bool]:
    """What a kept entry must say now, and whether it is cancelled."""
    entry = now.get(row.key)
    return (entry, False) if entry else (cancelled(queries.shown(row), is_private=is_private), True)


def _differs(kept: dict[str, Entry], now: dict[str, CalendarEntry], *, is_private: bool) -> bool:
    if now.keys() - kept.keys():
        return True
    return any(_wanted(row, now, is_private=is_private) != _said(row) for row in kept.values())


def _said(row: Entry) -> tuple[CalendarEntry, bool]:
    return queries.shown(row), row.is_cancelled


def _keep(workspace: Workspace, now: dict[str, CalendarEntry], *, is_private: bool, at: datetime) -> None:
    kept = queries.kept(workspace)
    for row in kept.values():
        entry, is_cancelled = wanted = _wanted(row, now, is_private=is_private)
        if wanted != _said(row):
            row.shown, row.is_cancelled = plain(entry), is_cancelled
            row.sequence, row.changed_at = row.sequence + 1, at
            row.save(update_fields=["shown", "is_cancelled", "sequence", "changed_at"])
    for key in now.keys() - kept.keys():
        Entry.objects.create(workspace=workspace, key=key, shown=plain(now[key]), changed_at=at)


def _dated(row: Entry, workspace: Workspace) -> DatedEntry:
    uid = f"{row.key}.{workspace.round_slug}.{workspace.gss.lower()}@moothall"
    return DatedEntry(uid, queries.shown(row), row.sequence, row.changed_at, row.is_cancelled)
