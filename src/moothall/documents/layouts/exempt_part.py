"""Part 2 of a covering report as a file of its own. The open report is composed without ever seeing what is here."""

from __future__ import annotations

from moothall.documents.layouts.dates import day, weekday
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.writing.document import BENCH_GREEN, Block, Document, Heading, Table, cell
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.exemptions import described, named
from moothall.domain.reports import CommitteeReport

MARK = "Part 2: not for publication"
FILE_NAME = "part-2-not-for-publication"
"""The name of its files. It says nothing of what is in them, since a name is seen by many."""


def compose(part: ExemptPart, report: CommitteeReport, *, colour: str = BENCH_GREEN) -> Document:
    """Part 2 with what it belongs to, what makes it exempt, and its own words."""
    on = weekday(report.meeting_on) if report.meeting_on else ""
    rows = (
        (cell("Exempt under"), cell(f"Schedule 12A, {named(part.paragraphs)}: {described(part.paragraphs)}")),
        (cell("Public interest"), paragraphs(part.public_interest)),
        (cell("To be reviewed on"), cell(day(part.review_on))),
    )
    blocks: tuple[Block, ...] = (
        Table(rows, widths=(27, 73), caption="Why this part is exempt"),
        Heading("Exempt information"),
        *paragraphs(part.text),
    )
    return Document(
        title=report.title.strip() or "Untitled report",
        blocks=blocks,
        owner=report.authority_name,
        corner=MARK,
        eyebrow=MARK,
        subtitles=tuple(one for one in (", ".join(said for said in (report.body.strip(), on) if said),) if one),
        foot=MARK,
        colour=colour,
    )
