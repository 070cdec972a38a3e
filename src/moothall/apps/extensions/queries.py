"""The later days of a workspace, and the day by which its plan is due."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from moothall.apps.extensions.models import Entry
from moothall.apps.workspaces.models import Workspace
from moothall.domain import extensions as values
from moothall.domain.extensions import Channel, Due, Extension, Kind, Reply
from moothall.domain.rounds import Round


def of_workspace(workspace: Workspace) -> tuple[Extension, ...]:
    """Every later day that was asked for, with what stands of each, in the order in which they were asked."""
    return values.extensions(_value(row) for row in Entry.objects.filter(workspace=workspace))


def deadline_on(workspace: Workspace, round_: Round) -> Due:
    """The day by which this workspace's plan is due and why: the round's own, or the later one that was granted."""
    return values.due(round_.deadline_on, of_workspace(workspace))


def later_days(round_: Round) -> dict[int, Due]:
    """The workspaces of a round with a later day that was agreed, by their keys. One query, however many."""
    rows: dict[int, list[values.Entry]] = defaultdict(list)
    for row in Entry.objects.filter(workspace__round_slug=round_.slug):
        rows[row.workspace_id].append(_value(row))
    found = {pk: values.due(round_.deadline_on, values.extensions(some)) for pk, some in rows.items()}
    return {pk: one for pk, one in found.items() if one.is_later}


def due_days(pairs: Iterable[tuple[Workspace, Round]]) -> dict[int, date]:
    """The day that holds for each of several workspaces, by their keys. One query, however many."""
    some = list(pairs)
    rows: dict[int, list[values.Entry]] = defaultdict(list)
    for row in Entry.objects.filter(workspace__in=[workspace for workspace, _ in some]):
        rows[row.workspace_id].append(_value(row))
    return {
        workspace.pk: values.due(round_.deadline_on, values.extensions(rows[workspace.pk])).on
        for workspace, round_ in some
    }


def extension(workspace: Workspace, pk: int) -> Extension | None:
    """The request of which this entry stands as the asking, or None."""
    return next((one for one in of_workspace(workspace) if one.asked.pk == pk), None)


def entry(workspace: Workspace, pk: int) -> Entry | None:
    """One entry of this workspace with its file, or None."""
    return Entry.objects.filter(workspace=workspace, pk=pk).select_related("file").first()


def _value(row: Entry) -> values.Entry:
    return values.Entry(
        pk=row.pk,
        kind=Kind(row.kind),
        on=row.on,
        who=row.who,
        channel=Channel(row.channel) if row.channel else None,
        words=row.words,
        why=row.why,
        until_on=row.until_on,
        reply=Reply(row.reply) if row.reply else None,
        about=row.about_id,
        corrects=row.corrects_id,
        reason=row.reason,
        file_name=row.file_name,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by_name,
    )
