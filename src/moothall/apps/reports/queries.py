"""The covering report as a domain value."""

from moothall.apps.files import queries as files
from moothall.apps.reports.models import ExemptText, Field, OwnTemplate, PaperCopy, Report
from moothall.apps.workspaces.models import Workspace
from moothall.documents.own_templates.checking import Checked
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.plain import build
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport


def report(workspace: Workspace) -> Report | None:
    """The report with its fields, or None where nobody has begun."""
    return (
        Report.objects.filter(workspace=workspace)
        .select_related("workspace", "own_template__file")
        .prefetch_related("fields", "paper_copies__file")
        .first()
    )


def value(row: Report) -> CommitteeReport:
    """The report as it stands. Fields nobody filled have the domain's empty values."""
    filled = {field.name: field.value for field in row.fields.all()}
    needed = {"authority_name": row.workspace.official_name, "title": "", "body": "", "meeting_on": None}
    copies = [(one.paper, one.name) for one in paper_copies(row)]
    return build(CommitteeReport, needed | filled | {"background_files": copies})


def exempt_text(row: Report) -> ExemptText | None:
    """The last revision of Part 2, or None. Only for those who may read it: nothing open asks for this."""
    return ExemptText.objects.filter(report=row).order_by("-revision").first()


def exempt_part(row: Report) -> ExemptPart | None:
    """Part 2 as a value of its own, or None."""
    kept = exempt_text(row)
    return build(ExemptPart, kept.value) if kept else None


def field(row: Report, name: str) -> Field | None:
    """One filled field, or None."""
    return next((one for one in row.fields.all() if one.name == name), None)


def own_templates(row: Report) -> list[OwnTemplate]:
    """Every version of the council's own Word template that was brought in, the last one first."""
    return list(row.own_templates.select_related("file"))


def own_template(row: Report, number: int) -> OwnTemplate | None:
    """One version of the council's own Word template by its number, or None."""
    return OwnTemplate.objects.filter(report=row, number=number).select_related("file").first()


def in_use(row: Report) -> OwnTemplate:
    """The version of the council's own Word template that is in use. Raises a Refusal where none is."""
    if row.own_template is None:
        raise Refusal(
            "The report is in no template of the council’s own.", next_step="Choose one, or take the house order."
        )
    return row.own_template


def found_in(template: OwnTemplate) -> Checked:
    """What was found in a template when it was brought in: its names, its rows and its faults."""
    return build(Checked, template.found)


def template_bytes(template: OwnTemplate) -> bytes:
    """The template as it came. Raises a Refusal where the file is gone."""
    return files.content(template.file)


def paper_copies(row: Report) -> list[PaperCopy]:
    """The files that stand as public copies of background papers: for each paper the last one not taken back."""
    standing = {one.paper: one for one in row.paper_copies.all() if one.taken_back_at is None}
    return list(standing.values())


def paper_copy(row: Report, copy_id: int) -> PaperCopy | None:
    """One file that is the public copy of a background paper and was not taken back, or None."""
    return PaperCopy.objects.filter(report=row, pk=copy_id, taken_back_at=None).select_related("file").first()
