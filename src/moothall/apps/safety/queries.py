"""The texts of a workspace looked at before the public sees them: what stands open, and what was settled and why."""

import hashlib
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.core.cache import cache

from moothall.apps.extensions import queries as extensions
from moothall.apps.files import queries as files
from moothall.apps.intake import queries as intake
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.safety.models import Settled
from moothall.apps.workspaces.models import Workspace
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.properties import Properties, properties
from moothall.domain.days import Counting, Unit
from moothall.domain.placed_remarks import Attachment, Known, Material, PlacedRemark, Whole
from moothall.domain.refusals import Refusal
from moothall.domain.rounds import Round
from moothall.domain.safety.reading_age import age
from moothall.domain.safety_remarks import safety_remarks
from moothall.domain.safety_sections import people_named, plan_sections, report_sections
from moothall.reference import authorities, bank_holidays, departments, public_safety, spellings

VERSION = 1
"""Raised when a check changes what it finds, so that nothing found before is shown for it."""
_A_DAY = 24 * 60 * 60
_A_WEEK = 7 * 24 * 60 * 60
_AHEAD = 90  # days: a poll further off has no window yet
NOTICE_OF_ELECTION = 25
"""Working days before a poll by which its notice of election is published: the window opens then at the latest."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at and what was found. ``settled`` pairs a remark with its row; ``ages`` are (section, years)."""

    material: Material
    open: tuple[PlacedRemark, ...]
    settled: tuple[tuple[PlacedRemark, Any], ...]
    ages: tuple[tuple[str, int], ...]

    def open_in(self, *wholes: Whole) -> tuple[PlacedRemark, ...]:
        """The open remarks on the plan, the report or the files."""
        return tuple(one for one in self.open if one.whole in wholes)

    def remark(self, key: str) -> PlacedRemark | None:
        """The open remark with this key, or None."""
        return next((one for one in self.open if one.key == key), None)


def looked(workspace: Workspace, round_: Round, *, as_of: date, may_open: bool = True) -> Looked:
    """Everything the checks point out in the workspace's plan, report and files as they stand.

    Without ``may_open`` only files that were opened before are looked at.
    """
    made = material(workspace, round_, as_of=as_of, may_open=may_open)
    rows = {row.key: row for row in Settled.objects.filter(workspace=workspace, taken_back_at=None)}
    found = _found(made)
    ages = [(section.label, age(section.text)) for section in made.sections]
    return Looked(
        made,
        tuple(one for one in found if one.key not in rows),
        tuple((one, rows[one.key]) for one in found if one.key in rows),
        tuple((label, years) for label, years in ages if years is not None),
    )


def open_remarks(workspace: Workspace, round_: Round, *wholes: Whole, as_of: date) -> tuple[PlacedRemark, ...]:
    """The open remarks on the plan, the report or the files, for the short line on their pages.

    Without ``wholes`` those on all of them. Hints are left out.
    """
    found = looked(workspace, round_, as_of=as_of, may_open=False)
    return tuple(one for one in found.open_in(*(wholes or Whole)) if not one.is_hint)


def _found(made: Material) -> tuple[PlacedRemark, ...]:
    """What the checks find, kept at hand for a day by the texts and facts they looked at."""
    seen = repr((VERSION, replace(made, known=Known())))
    key = f"safety:{hashlib.sha256(seen.encode()).hexdigest()}"
    found: tuple[PlacedRemark, ...] | None = cache.get(key)
    if found is None:
        found = safety_remarks(made)
        cache.set(key, found, _A_DAY)
    return found


def settled(workspace: Workspace, pk: int) -> Settled | None:
    """One settled remark of this workspace that was not taken back, or None."""
    return Settled.objects.filter(workspace=workspace, pk=pk, taken_back_at=None).first()


def material(workspace: Workspace, round_: Round, *, as_of: date, may_open: bool) -> Material:
    """The texts of a workspace with the facts they are held against."""
    draft, row = plans.draft(workspace), reports.report(workspace)
    report = reports.value(row) if row else None
    sections = plan_sections(plans.plan(draft, round_), round_) if draft else ()
    authority = next((one for one in authorities.all_authorities() if one.gss == workspace.gss), None)
    return Material(
        sections=sections + (report_sections(report) if report else ()),
        as_of=as_of,
        official_name=workspace.official_name,
        own_names=spellings.names(authority) if authority else (),
        letter_on=round_.letter_on,
        deadline_on=extensions.deadline_on(workspace, round_).on,
        department_now=departments.current_on(as_of).name,
        report=report,
        exempt=_exempt(row),
        named=people_named(report) if report else (),
        poll=_poll(round_.polling_days, as_of),
        attachments=_attachments(workspace, may_open=may_open),
        known=public_safety.known(),
    )


def _exempt(row: Any) -> tuple[str, ...]:
    """The texts of the exempt part, where the report has one. They are compared with, and never shown."""
    part = reports.exempt_part(row) if row else None
    return (part.text,) if part else ()


def _poll(polling_days: tuple[date, ...], as_of: date) -> tuple[date, date] | None:
    """The window of the poll that is open on this day or comes next, by the latest day for its notice of election."""
    poll_on = next((day for day in sorted(polling_days) if 0 <= (day - as_of).days <= _AHEAD), None)
    if poll_on is None:
        return None
    counting = Counting(bank_holidays.england(), Unit.WORKING)
    first = poll_on
    for _ in range(NOTICE_OF_ELECTION):
        first = counting.last_working(date.fromordinal(first.toordinal() - 1))
    return first, poll_on


def _attachments(workspace: Workspace, *, may_open: bool) -> tuple[Attachment, ...]:
    """What the files of the workspace carry, the newest version of each; those not opened before only where asked."""
    found = []
    for upload in intake.uploads(workspace):
        carried = None if hasattr(upload, "replaced_by") else _carried(upload, may_open=may_open)
        if carried is not None:
            found.append(Attachment(f"file.{upload.pk}", upload.name, **asdict(carried)))
    return tuple(found)


def _carried(upload: Any, *, may_open: bool) -> Properties | None:
    """What one file carries, kept at hand by its fingerprint for a week; None where it does not open."""
    key = f"properties:{upload.file.sha256}"
    carried: Properties | None = cache.get(key)
    if carried is None and may_open:
        try:
            carried = properties(files.content(upload.file), upload.name)
        except (Refusal, Unreadable):
            return None
        cache.set(key, carried, _A_WEEK)
    return carried
