"""How long it takes to write a plan and a covering report of about four pages, beside the usual HTML-to-PDF library."""

from __future__ import annotations

import importlib
import io
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from statistics import median

import pypdfium2

from moothall.documents.exchange import plan_json
from moothall.documents.layouts import committee_report, plan_narrative
from moothall.documents.own_templates import filling, sample
from moothall.documents.writing import docx, html, pdf
from moothall.documents.writing.document import Document
from moothall.domain.plans import Answer, AnswerStatus, Commitment, CommitmentStatus, Milestone, Plan
from moothall.domain.rounds import Round
from moothall.reference import demonstration, house_templates, rounds

AT = datetime(2024, 7, 19, tzinfo=UTC)
TIMES = 15
WORDS = (
    "Agency staff cost 3.1% of the pay bill in 2023/24, down from 5.6% two years before. Every request to fill a post "
    "for longer than four weeks is decided by a weekly panel, and the panel's figures are in the quarterly report. "
    "Three pieces of work went to consultants; two of them passed their knowledge on to our own staff."
)


def main() -> None:
    """Print the time of each format, and of the same page made by WeasyPrint where that can be imported."""
    round_ = rounds.shipped()[0]
    plan = _plan(round_)
    document = plan_narrative.compose(plan, round_)
    inside = pdf.Attachment(name=plan_json.FILE_NAME, data=plan_json.to_bytes(plan))
    written = pdf.write(document, attachments=(inside,), timestamp=AT)
    print(f"  a plan of {len(pypdfium2.PdfDocument(written))} pages, {len(written) // 1024} KB, with its data inside")
    _say("PDF, tagged, UA-1 and A-3a", lambda: pdf.write(document, attachments=(inside,), timestamp=AT))
    _say("DOCX", lambda: docx.write(document))
    _say("HTML", lambda: html.write(document))
    _say("compose", lambda: plan_narrative.compose(plan, round_))
    _peer(document)
    _report()


def _plan(round_: Round) -> Plan:
    answers = tuple(
        Answer(question.id, AnswerStatus.ANSWERED, f"{WORDS}\n\n{WORDS}") for _, question in round_.questions()
    )
    commitments = tuple(
        Commitment(
            f"c{place}", theme.key, "Three offices into one", WORDS, CommitmentStatus.UNDER_WAY,
            (Milestone(f"m{place}", "The last lease ends", date(2025, 3, 31)),),
        )
        for place, theme in enumerate(round_.themes)
    )  # fmt: skip
    return Plan("E07999901", "Wrenbourne Borough Council", round_.slug, "Our plan", WORDS, answers[:14], commitments)


def _report() -> None:
    """A full covering report in the plain house order, as PDF and in a template of the council's own."""
    house = house_templates.plain()
    report = demonstration.line(date(2024, 6, 3), lambda day: day.weekday() < 5).report
    document = committee_report.compose(report, house)
    pages = len(pypdfium2.PdfDocument(pdf.write(document, timestamp=AT)))
    print(f"  a covering report of {pages} pages")
    ours = _say("PDF, tagged, UA-1 and A-3a", lambda: pdf.write(document, timestamp=AT))
    own = sample.write(house)
    _say("DOCX in the council's own template", lambda: filling.fill(own, "own.docx", report, house, timestamp=AT))
    theirs = _peer(document)
    if theirs:
        print(
            f"  the report's PDF takes {ours / theirs:.2f} of WeasyPrint's time in this run; "
            f"the bar is at most a third, and it is {'met' if ours * 3 <= theirs else 'missed'}"
        )


def _peer(document: Document) -> float:
    """The median time of the same page made by WeasyPrint, in milliseconds; 0 where it cannot be imported."""
    try:
        weasyprint = importlib.import_module("weasyprint")
    except (ImportError, OSError):
        print("  WeasyPrint cannot be imported here, so there is nothing to compare with")
        return 0.0
    page = html.write(document, standalone=True).decode()
    return _say(
        f"WeasyPrint {weasyprint.__version__}, ua-1 only",
        lambda: weasyprint.HTML(file_obj=io.StringIO(page)).write_pdf(pdf_variant="pdf/ua-1"),
    )


def _say(what: str, do: Callable[[], object]) -> float:
    """Print the first and the median time of a deed; the median, in milliseconds."""
    taken = []
    for _ in range(TIMES):
        since = time.perf_counter()
        do()
        taken.append((time.perf_counter() - since) * 1000)
    usual = median(taken[1:])
    print(f"  {what:<36} first {taken[0]:7.1f} ms   median {usual:7.1f} ms")
    return usual
