"""Whatever bytes come, the answer is a document or a sentence, and the program that asked goes on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moothall.documents.reading.document import Document, Unreadable
from moothall.documents.reading.limits import Limits
from moothall.documents.reading.read import Readers
from tests.examples import fewer
from tests.samples import as_docx, as_html, as_reportlab_pdf, as_typst_pdf, mails, report, workbooks

REASONS = {
    "empty", "encrypted", "oversized", "too_many_pages", "bomb", "mislabelled", "unknown_format", "damaged", "scanned",
    "macros", "timed_out",
}  # fmt: skip
GOOD = {
    "tagged.pdf": as_typst_pdf.make(report.MATTER[:12]),
    "untagged.pdf": as_reportlab_pdf.make(report.MATTER[:12]),
    "report.docx": as_docx.make(report.MATTER[:12]),
    "report.html": as_html.make(report.MATTER[:12]),
    "report.txt": report.TEXT.encode(),
    "measures.xlsx": workbooks.measures(),
    "measures.ods": workbooks.open_document(),
    "measures.csv": b'Measure;Value\n"Calls; answered";80%\n\nBins;3\n',
    "mail.eml": mails.mail(
        marked="<p>Words</p>", attached=(("report.docx", as_docx.make(report.MATTER[:6])), ("letter.txt", b"A letter."))
    ).as_bytes(),
    "page.mhtml": mails.saved_page("<h1>Decision</h1><p>That the plan be approved.</p>", frames=("<p>More",)),
}
PARTS = {
    "word/document.xml", "word/numbering.xml", "word/styles.xml", "xl/workbook.xml", "xl/styles.xml",
    "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "content.xml",
}  # fmt: skip
NAMES = [
    "a", "a.pdf", "a.docx", "a.odt", "a.html", "a.txt", "a.md", "a.eml", "a.mht", "a.xlsx", "a.ods", "a.csv"
]  # fmt: skip
quick = settings(max_examples=fewer(40), suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers(limits=Limits(wall_seconds=10)) as kept:
        yield kept


def answered(readers: Readers, data: bytes, name: str) -> None:
    """Fail unless a file is answered by a sound document or by a sentence with a known reason."""
    try:
        document = readers.read(data, name)
    except Unreadable as refusal:
        assert refusal.reason in REASONS
        assert refusal.sentence.endswith(".")
        return
    assert isinstance(document, Document)
    for page in document.pages:
        assert all(0 <= block.start <= block.end <= len(page.text) for block in page.blocks)


@quick
@given(data=st.binary(max_size=600), name=st.sampled_from(NAMES))
def test_random_bytes_are_answered(readers: Readers, data: bytes, name: str) -> None:
    answered(readers, data, name)


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
@quick
@given(rest=st.binary(max_size=600))
def test_random_bytes_behind_a_good_beginning_are_answered(readers: Readers, start: bytes, rest: bytes) -> None:
    answered(readers, start + rest + b"\n%%EOF", "a")


@pytest.mark.parametrize("name", GOOD)
@quick
@given(data=st.data())
def test_good_files_cut_short_are_answered(readers: Readers, name: str, data: st.DataObject) -> None:
    good = GOOD[name]
    kept = data.draw(st.integers(0, len(good)))

    answered(readers, good[:kept] + (b"\n%%EOF" if name.endswith("pdf") else b""), name)


@pytest.mark.parametrize("name", GOOD)
@quick
@given(data=st.data())
def test_good_files_with_bytes_changed_are_answered(readers: Readers, name: str, data: st.DataObject) -> None:
    broken = bytearray(GOOD[name])
    places = st.tuples(st.integers(0, len(broken) - 1), st.integers(0, 255))
    for place, value in data.draw(st.lists(places, min_size=1, max_size=30)):
        broken[place] = value

    answered(readers, bytes(broken), name)


@pytest.mark.parametrize("name", ["report.docx", "measures.xlsx", "measures.ods"])
@quick
@given(data=st.data())
def test_office_files_with_broken_xml_inside_a_sound_zip_are_answered(
    readers: Readers, name: str, data: st.DataObject
) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD[name])) as source, zipfile.ZipFile(kept, "w") as target:
        for member in source.namelist():
            content = bytearray(source.read(member))
            if member in PARTS and content:
                begin = data.draw(st.integers(0, len(content) - 1))
                del content[begin : begin + data.draw(st.integers(0, 200))]
            target.writestr(member, bytes(content))

    answered(readers, kept.getvalue(), name)
