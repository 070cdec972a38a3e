"""A council whose report, plan, appendices and Part 2 are written, ready to be handed over."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import docx as word
import pikepdf

from moothall.apps.handoff import actions, folder, queries
from moothall.apps.handoff.appendices import Opened
from moothall.apps.handoff.matter import Matter, matter
from moothall.apps.handoff.models import HandOff
from moothall.apps.reports import actions as reports
from moothall.apps.reports.models import Report
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.fingerprints import plain
from moothall.domain.handing_over import System
from moothall.domain.reports import CommitteeReport
from moothall.domain.roles import Role
from tests.apps.deeds import NOW, exempt_part, report
from tests.documents.invented import REPORT
from tests.people import Council

SECRET = "zqbargain"
REASON = "The chair agreed to see it without them."
FILLED = replace(
    REPORT,
    is_open=False,
    exempt_paragraphs="paragraph 3 of part 1 of schedule 12A",
    public_interest="Telling it would weaken the council's hand.",
    no_background_papers=False,
    background_papers=("The letter of April", "Minutes of scrutiny"),
    background_copies=(("The letter of April", "https://papers.ambermere.example/letter"),),
)


def written(here: Council, filled: CommitteeReport = FILLED) -> Report:
    """The report with every field filled, and the plan kept as a version."""
    here.written()
    row, by = report(here), here.who(Role.REPORT_AUTHOR)
    empty = plain(CommitteeReport("", "", "", None))
    for name, value in plain(filled).items():
        if name in reports.FIELDS and value != empty[name] and name != "authority_name":
            reports.write_field(report=row, name=name, value=value, revision=0, by=by, at=NOW)
    return row


def part_2(
    row: Report, here: Council, text: str = f"The {SECRET} bid is two million under the next one."
) -> ExemptPart:
    """Part 2 with a word that stands nowhere else."""
    part = exempt_part(text)
    by = here.who(Role.REPORT_AUTHOR)
    reports.write_exempt(report=row, part=part, revision=0, by=by, at=NOW)
    return part


def given(
    here: Council, appendix: str, words: str | None = None, name: str = "letter.csv", *, is_exempt: bool = False
) -> None:
    """A file of these words for an appendix; without words it is the plan. The report author gives an exempt one."""
    opened = Opened(name, words.encode(), "text/csv", words, "") if words is not None else None
    by = here.who(Role.REPORT_AUTHOR if is_exempt else Role.DEMOCRATIC_SERVICES)
    actions.give_appendix(
        workspace=here.workspace, appendix=appendix, opened=opened, is_exempt=is_exempt, by=by, at=NOW
    )


def copied(here: Council, row: Report, words: str = "minute,said\n4,noted\n") -> None:
    """A public file of the second background paper."""
    by = here.who(Role.REPORT_AUTHOR)
    reports.keep_paper_copy(
        report=row,
        paper="Minutes of scrutiny",
        name="minutes.csv",
        data=words.encode(),
        media_type="csv",
        by=by,
        at=NOW,
    )


def complete(here: Council, *, with_part_2: bool = True) -> Report:
    """All of it: report, plan as appendix A, a file as appendix B and, where asked, Part 2."""
    row = written(here)
    given(here, "Appendix A: the plan")
    given(here, "Appendix B: the letter", "date,from\n16 April,the department\n")
    if with_part_2:
        part_2(row, here)
    return row


def found(here: Council) -> Matter:
    """What a folder would be made of."""
    value = matter(here.workspace, here.round_, as_of=NOW.date())
    assert value is not None
    return value


def handed(here: Council, *, later: int = 0, reason: str = REASON) -> HandOff:
    """The folder made and handed over, so many days later."""
    at: datetime = NOW + timedelta(days=later)
    last = queries.latest(here.workspace)
    before = [*queries.files_of(last), *queries.files_of(last, 2)] if last else []
    made = folder.make(found(here), system=System.MODERN_GOV, reason=reason, at=at, before=before)
    return actions.hand_over(folder=made, by=here.who(Role.DEMOCRATIC_SERVICES), at=at)


def inflated(data: bytes) -> Iterator[bytes]:
    """Every byte a file holds, and every byte of what is packed in it: ZIP within ZIP, streams and words of a PDF."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for one in packed.infolist():
                yield one.filename.encode() + one.comment + one.extra
                yield from inflated(packed.read(one))
    elif data.startswith(b"%PDF"):
        yield from _of_pdf(data)


def _of_pdf(data: bytes) -> Iterator[bytes]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield repr(dict(opened.docinfo)).encode()
        for one in opened.objects:
            if isinstance(one, pikepdf.Stream):
                try:
                    yield one.read_bytes()
                except pikepdf.PdfError:
                    yield one.read_raw_bytes()
            else:
                yield repr(one).encode()
    import pypdfium2

    pages = pypdfium2.PdfDocument(data)
    yield "".join(page.get_textpage().get_text_bounded() for page in pages).encode()


def word_file(*, comment: bool = False) -> bytes:
    """A small Word file, with a tracked change in it where asked."""
    opened: Any = word.Document()
    opened.add_paragraph("The letter asks for a plan.")
    if comment:
        opened.add_comment(opened.paragraphs[0].runs, text="Is this so?", author="A", initials="A")
    kept = io.BytesIO()
    opened.save(kept)
    return kept.getvalue()
