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
from tests.samples import as_docx, as_html, as_reportlab_pdf, as_typst_pdf, report

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
}
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
@given(data=st.binary(max_size=600), name=st.sampled_from(["a", "a.pdf", "a.docx", "a.odt", "a.html", "a.txt"]))
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


@quick
@given(data=st.data())
def test_word_files_with_broken_xml_inside_a_sound_zip_are_answered(readers: Readers, data: st.DataObject) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD["report.docx"])) as source, zipfile.ZipFile(kept, "w") as target:
        for member in source.namelist():
            content = bytearray(source.read(member))
            if member in ("word/document.xml", "word/numbering.xml", "word/styles.xml") and content:
                begin = data.draw(st.integers(0, len(content) - 1))
                del content[begin : begin + data.draw(st.integers(0, 200))]
            target.writestr(member, bytes(content))

    answered(readers, kept.getvalue(), "report.docx")
