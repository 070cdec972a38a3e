"""More of the demonstration's progress: what cannot be compared, a committee's own item, and what is not out yet."""

from datetime import datetime

from moothall.apps.people.models import Person
from moothall.apps.progress import actions as progress
from moothall.apps.workspaces.models import Workspace
from moothall.reference.demonstration import Line


def say_more(workspace: Workspace, line: Line, by: Person, at: datetime) -> None:
    """Say from when a measure cannot be compared, and where a committee was told already how something is going."""
    for one in line.breaks:
        progress.record_break(
            workspace=workspace, measure=one.measure, from_on=one.from_on, kind=one.kind, words=one.words, by=by, at=at
        )
    for item in line.pointers:
        progress.point_to_item(
            workspace=workspace,
            item=item.item,
            meeting=item.meeting,
            meeting_on=item.meeting_on,
            says=item.says,
            period=item.period,
            period_ends_on=item.period_ends_on,
            paragraph=item.paragraph,
            address=item.address,
            by=by,
            at=at,
        )


def hold_back(workspace: Workspace, line: Line, by: Person, at: datetime) -> None:
    """Record updates that nobody has released: the council sees them, and the public page does not."""
    for one in line.held_back:
        progress.update_milestone(
            workspace=workspace,
            milestone=one.milestone,
            state=one.state,
            words=one.words,
            next_step=one.next_step,
            by=by,
            at=at,
        )
