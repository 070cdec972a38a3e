"""What a calendar of a workspace says, and whose feeds there are."""

import hashlib

from django.db.models import QuerySet

from moothall.apps.extensions import queries as extensions
from moothall.apps.people import queries as people
from moothall.apps.people.models import Person
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.routes import queries as routes
from moothall.apps.timetables.models import Entry, Feed
from moothall.apps.workspaces.models import Workspace
from moothall.domain import calendar_entries
from moothall.domain.calendar_entries import CalendarEntry, has_private_part
from moothall.domain.plain import build
from moothall.domain.roles import Deed, may
from moothall.domain.rounds import Round


def title(workspace: Workspace) -> str:
    """What is decided, as the covering report names it, else the plan; empty where neither has a title."""
    report, draft = reports.report(workspace), plans.draft(workspace)
    return (reports.value(report).title if report else "") or (draft.title if draft else "")


def is_private(workspace: Workspace) -> bool:
    """Whether any part of the covering report is withheld from the public."""
    report = reports.report(workspace)
    return bool(report and has_private_part(reports.value(report)))


def entries(workspace: Workspace, round_: Round) -> tuple[CalendarEntry, ...]:
    """Every date of this workspace's route as it stands, and the round's deadline, without words of a private item."""
    return calendar_entries.entries(
        routes.standing_dates(routes.route(workspace)),
        title=title(workspace) or round_.title,
        deadline_on=extensions.deadline_on(workspace, round_).on,
        round_title=round_.title,
        is_private=is_private(workspace),
    )


def kept(workspace: Workspace) -> dict[str, Entry]:
    """The entries calendars were shown, by their keys; cancelled ones among them."""
    return {row.key: row for row in Entry.objects.filter(workspace=workspace)}


def shown(row: Entry) -> CalendarEntry:
    """What an entry said when it was last shown."""
    return build(CalendarEntry, row.shown)


def hash_of(secret: str) -> str:
    """What is kept of a feed's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def feed_with(secret: str) -> Feed | None:
    """The feed with this secret, or None: where there is none, it was revoked, or its person has left the council."""
    row = (
        Feed.objects.filter(secret_hash=hash_of(secret), revoked_at=None, person__is_active=True)
        .select_related("workspace", "person")
        .first()
    )
    if row is None or not may(Deed.READ_WORKSPACE, people.roles(row.person, workspace_id=row.workspace_id)):
        return None
    return row


def feeds(workspace: Workspace) -> QuerySet[Feed]:
    """Every feed of a workspace that can be read, the oldest first, with its person."""
    return Feed.objects.filter(workspace=workspace, revoked_at=None).select_related("person", "workspace")


def feed_of(workspace: Workspace, person: Person) -> Feed | None:
    """The feed a person has of a workspace, or None."""
    return feeds(workspace).filter(person=person).first()


def feed(workspace: Workspace, pk: int) -> Feed | None:
    """One feed of this workspace, or None."""
    return feeds(workspace).filter(pk=pk).first()
