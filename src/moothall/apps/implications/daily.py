"""What is done of every request once a day: reminders, deputies, lapsed words told, vacant posts found. The day is
handed in. Nothing here answers a request.
"""

from datetime import date, datetime

from django.utils import timezone

from moothall.apps.implications import letters, queries
from moothall.apps.implications.queries import Standing
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import walking
from moothall.apps.workspaces import queries as workspaces
from moothall.domain.reminding import Reminder, reminder_due
from moothall.domain.signoffs import State


def day_passes(day: date, *, at: datetime) -> None:
    """Keep whatever mail each open request calls for on this day; what was kept before is not kept twice.

    Nobody is reminded where members resolved that no plan is sent: nothing waits for their answer then.
    """
    for workspace in workspaces.all_workspaces().filter(requests__isnull=False).distinct():
        round_ = rounds.round_called(workspace.round_slug)
        if round_ is None or walking.not_sent(workspace) is not None:
            continue
        for one in queries.standings(workspace, round_, as_of=day):
            if one.state.is_open:
                _tell(one, day, at)


def _tell(one: Standing, day: date, at: datetime) -> None:
    row = one.request
    if one.holder is None:
        if row.asked_by:
            letters.vacant(row, row.asked_by, at=at)
        return
    both = [one.holder, row.person] if one.is_covered and row.person else [one.holder]
    if one.state is State.LAPSED:
        for person in both:
            letters.lapsed(row, person, one.print, at=at)
        return
    which = reminder_due(row.due_on, asked_on=timezone.localdate(row.asked_at), as_of=day)
    if which is Reminder.ESCALATE:
        above = row.deputy or row.asked_by
        both = [above] if above else both
    for person in both:
        if which is not None:
            letters.reminded(row, person, which, at=at)
