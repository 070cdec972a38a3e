"""Handing a folder over, giving the file of an appendix, and keeping the addresses that come back."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.files import actions as files
from moothall.apps.files import queries as kept_files
from moothall.apps.handoff import queries
from moothall.apps.handoff.appendices import Opened
from moothall.apps.handoff.folder import Folder, Written
from moothall.apps.handoff.models import AgendaLink, AppendixFile, FileHandedOver, HandOff
from moothall.apps.people.permissions import permit
from moothall.apps.reports import queries as reports
from moothall.apps.workspaces.models import Workspace
from moothall.documents.writing import folder as zipped
from moothall.domain import agenda_links
from moothall.domain.agenda_links import LinkKind
from moothall.domain.fingerprints import plain
from moothall.domain.handing_over import folder_name
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@transaction.atomic
def give_appendix(
    *, workspace: Workspace, appendix: str, opened: Opened | None, is_exempt: bool = False, by: Any, at: datetime
) -> AppendixFile:
    """Give the file of an appendix, by the appendix's name in the report; without one, say that it is the plan itself.

    One that ``is_exempt`` goes with Part 2, and only those who may write Part 2 give it or put another in its place.
    A file given before is replaced and kept. Raises a Refusal for the very file, or answer, that stands, and for an
    exempt one where there is no Part 2 or no file.
    """
    permit(by, Deed.HAND_OVER, workspace.pk)
    stands = AppendixFile.objects.filter(workspace=workspace, appendix=appendix, replaced_at=None)
    before = stands.select_for_update().first()
    if is_exempt or (before is not None and before.is_exempt):
        permit(by, Deed.WRITE_EXEMPT, workspace.pk)
    if is_exempt:
        _check_exempt(workspace, opened)
    file = files.keep(opened.data, media_type=opened.media_type, at=at) if opened else None
    if before is not None:
        if (before.file_id, before.is_exempt) == (file.pk if file else None, is_exempt):
            raise Refusal(f"That stands for “{appendix}” already.", next_step="Choose another file, or leave it.")
        AppendixFile.objects.filter(pk=before.pk).update(replaced_at=at)
    row = AppendixFile.objects.create(
        workspace=workspace,
        appendix=appendix,
        file=file,
        name=opened.name if opened else "",
        words=opened.words if opened else "",
        left_in=opened.left_in if opened else "",
        is_exempt=is_exempt,
        given_at=at,
        given_by_name=getattr(by, "name", "Moothall"),
    )
    audit.record(
        "appendix.given", about=row, by=by, at=at, appendix=appendix, name="" if is_exempt else row.name,
        sha256=file.sha256 if file else "", size=file.size if file else 0, is_exempt=is_exempt,
        before=before.file.sha256 if before and before.file else "",
    )  # fmt: skip
    return row


def _check_exempt(workspace: Workspace, opened: Opened | None) -> None:
    if opened is None:
        raise Refusal("The plan is for the public, so it cannot be exempt.", next_step="Give a file, or leave it open.")
    report = reports.report(workspace)
    if report is None or reports.exempt_text(report) is None:
        raise Refusal(
            "There is no Part 2 for an exempt appendix to go with.",
            next_step="Write Part 2 first: it says under which paragraph, and why.",
        )


@transaction.atomic
def hand_over(*, folder: Folder, by: Any, at: datetime) -> HandOff:
    """Keep a folder as handed over, with every file, its size and fingerprint, and what was not ready and why it went.

    The record names the files of the open folder; of Part 2 it has the paragraphs and a fingerprint, and no more.
    """
    workspace = folder.matter.workspace
    permit(by, Deed.HAND_OVER, workspace.pk)
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    last = queries.latest(workspace)
    number = (last.number if last else 0) + 1
    report, part = folder.matter.report, folder.matter.part_2
    where = (workspace.authority_name, report.body, report.meeting_on, number)
    open_zip, closed_zip = _zipped(folder.files, folder.at), _zipped(folder.part_2, folder.at)
    row = HandOff.objects.create(
        workspace=workspace,
        number=number,
        system=folder.system.value,
        title=report.title[:400],
        name=folder_name(*where),
        at=folder.at,
        by_name=getattr(by, "name", "Moothall"),
        not_ready=plain(folder.matter.not_ready),
        not_ready_count=len(folder.matter.not_ready),
        reason=folder.reason,
        paragraphs=list(part.paragraphs) if part else [],
        sha256=kept_files.fingerprint(open_zip),
        size=len(open_zip),
        part_2_name=folder_name(*where, is_part_2=True) if part else "",
        part_2_sha256=kept_files.fingerprint(closed_zip) if part else "",
        part_2_size=len(closed_zip) if part else 0,
    )
    _keep(row, 1, folder.files, at)
    _keep(row, 2, folder.part_2, at)
    audit.record(
        "report.handed_over", about=row, by=by, at=at, number=number, system=row.system, sha256=row.sha256,
        files=[{"name": one.file.name, "size": one.file.size, "sha256": one.file.sha256} for one in folder.files],
        not_ready=[one.message for one in folder.matter.not_ready], reason=row.reason, paragraphs=row.paragraphs,
        part_2_sha256=row.part_2_sha256,
    )  # fmt: skip
    return row


def _zipped(written: Iterable[Written], at: datetime) -> bytes:
    return zipped.write([(one.file.name, one.data) for one in written], timestamp=at.astimezone(UTC))


def _keep(row: HandOff, part: int, written: Iterable[Written], at: datetime) -> None:
    FileHandedOver.objects.bulk_create(
        FileHandedOver(
            hand_off=row,
            part=part,
            position=position,
            name=one.file.name,
            kind=one.file.kind.value,
            title=one.file.title[:400],
            media_type=one.file.media_type,
            said=one.said,
            file=files.keep(one.data, media_type=one.file.media_type, at=at),
        )
        for position, one in enumerate(written, start=1)
    )


@transaction.atomic
def enter_link(*, workspace: Workspace, kind: LinkKind, address: str, by: Any, at: datetime) -> AgendaLink:
    """Keep the address of the agenda, the item or the minutes on the council's own pages.

    Raises a Refusal for anything but an https address, and where one stands: that is corrected.
    """
    permit(by, Deed.HAND_OVER, workspace.pk)
    agenda_links.check_address(address)
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    if queries.standing_link(workspace, kind) is not None:
        raise Refusal(f"The address of {kind.label} was entered before.", next_step="Correct that one, and say why.")
    row = _link(workspace, kind, address, "", by, at)
    audit.record("agenda_link.entered", about=row, by=by, at=at, kind=kind.value, address=row.address)
    return row


@transaction.atomic
def correct_link(*, link: AgendaLink, address: str, reason: str, by: Any, at: datetime) -> AgendaLink:
    """Put another address in the place of one, with a word why. The one before stays on record.

    Raises a Refusal for anything but an https address, the same address, no reason, or one that was corrected already.
    """
    permit(by, Deed.HAND_OVER, link.workspace_id)
    agenda_links.check_address(address)
    agenda_links.check_correction(link.address, address, reason)
    if not AgendaLink.objects.filter(pk=link.pk, replaced_at=None).update(replaced_at=at):
        raise Refusal("This address was corrected already.", next_step="Look at the one that stands now.")
    kind = LinkKind(link.kind)
    row = _link(link.workspace, kind, address, reason.strip(), by, at)
    audit.record(
        "agenda_link.corrected", about=row, by=by, at=at, kind=kind.value, before=link.address, after=row.address,
        reason=row.reason,
    )  # fmt: skip
    return row


def _link(workspace: Workspace, kind: LinkKind, address: str, reason: str, by: Any, at: datetime) -> AgendaLink:
    return AgendaLink.objects.create(
        workspace=workspace,
        kind=kind.value,
        address=_lower_scheme(address.strip()),
        reason=reason[:400],
        entered_at=at,
        entered_by_name=getattr(by, "name", "Moothall"),
    )


def _lower_scheme(address: str) -> str:
    return f"https://{address[len('https://') :]}"
