"""What was handed over, made again byte for byte, what a later folder has that differs, and the addresses."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

from moothall.apps.files import queries as files
from moothall.apps.handoff.models import AgendaLink, AppendixFile, FileHandedOver, HandOff
from moothall.apps.workspaces.models import Workspace
from moothall.documents.writing import folder
from moothall.domain.agenda_links import LinkKind
from moothall.domain.handing_over import FileDifference, differences
from moothall.domain.refusals import Refusal


def hand_offs(workspace: Workspace) -> list[HandOff]:
    """Every folder that was handed over, the latest first."""
    return list(HandOff.objects.filter(workspace=workspace))


def hand_off(workspace: Workspace, number: int) -> HandOff | None:
    """The folder of this number, or None."""
    return HandOff.objects.filter(workspace=workspace, number=number).first()


def latest(workspace: Workspace) -> HandOff | None:
    """The folder that was handed over last, or None."""
    return HandOff.objects.filter(workspace=workspace).first()


def files_of(row: HandOff, part: int = 1) -> list[FileHandedOver]:
    """The files of a folder, in their order. Those of Part 2 are only for those who may read it."""
    return list(row.files.filter(part=part).select_related("file"))


def content(row: HandOff, part: int = 1) -> bytes:
    """The folder as it was handed over, made again from its files: the same bytes.

    Part 2 is only for those who may read it. Raises a Refusal where there is none, or where a file was damaged since.
    """
    mark = row.sha256 if part == 1 else row.part_2_sha256
    if not mark:
        raise Refusal("This folder has no Part 2.", next_step="Take the open one.")
    kept = [(one.name, files.content(one.file)) for one in files_of(row, part)]
    data = folder.write(kept, timestamp=row.at.astimezone(UTC))
    if files.fingerprint(data) != mark:
        raise Refusal("The folder is not the one that was handed over.", next_step="Restore it from the backup.")
    return data


def changed(row: HandOff, part: int = 1) -> tuple[FileDifference, ...]:
    """What differs from the folder before, file by file; nothing for the first."""
    before = HandOff.objects.filter(workspace_id=row.workspace_id, number=row.number - 1).first()
    if before is None:
        return ()
    old, new = ([one.to_value() for one in files_of(each, part)] for each in (before, row))
    return differences(old, new)


def appendix_files(workspace: Workspace) -> Sequence[AppendixFile]:
    """The files of appendices that stand, by the order in which they were given."""
    return list(AppendixFile.objects.filter(workspace=workspace, replaced_at=None).select_related("file"))


def links(workspace: Workspace) -> tuple[AgendaLink, ...]:
    """The addresses that stand: agenda, item and minutes, in this order, those that were entered."""
    found = {one.kind: one for one in AgendaLink.objects.filter(workspace=workspace, replaced_at=None)}
    return tuple(found[kind.value] for kind in LinkKind if kind.value in found)


def past_links(workspace: Workspace) -> tuple[AgendaLink, ...]:
    """Addresses that were corrected, in the order they were entered."""
    return tuple(AgendaLink.objects.filter(workspace=workspace).exclude(replaced_at=None))


def standing_link(workspace: Workspace, kind: LinkKind) -> Any:
    """The address of this kind that stands, or None."""
    return AgendaLink.objects.filter(workspace=workspace, kind=kind.value, replaced_at=None).first()
