"""Once a month, with the first day the worker runs in it: each owner learns what is due, and what is vacant is told.

The day and the plan are handed in. What was kept before for the month is not kept again.
"""

from datetime import date, datetime

from moothall.apps.people import queries as people
from moothall.apps.progress import letters, queries
from moothall.apps.workspaces.models import Workspace
from moothall.domain.following import Wait, vacant, waits
from moothall.domain.plans import Plan
from moothall.domain.roles import Role


def month_begins(workspace: Workspace, plan: Plan, *, since: date, day: date, at: datetime) -> None:
    """Keep the month's mail about one plan, first published on the day ``since``."""
    followed = queries.followed(workspace.pk, plan)
    waiting = waits(
        plan,
        followed=followed,
        told=queries.told(workspace.pk),
        updates=queries.milestone_updates(workspace.pk),
        since=since,
        as_of=day,
    )
    by_owner: dict[int, list[Wait]] = {}
    for one in waiting:
        for owner in one.followed.owners:
            by_owner.setdefault(owner, []).append(one)
    for owner, some in by_owner.items():
        person = people.person(owner)
        if person is not None:
            letters.due(workspace, person, some, month=day, at=at)
    empty = [title for _, title in vacant(plan, followed)]
    for person in people.holders(Role.PERFORMANCE_MANAGER, workspace.pk) if empty else ():
        letters.vacant(workspace, person, empty, month=day, at=at)
