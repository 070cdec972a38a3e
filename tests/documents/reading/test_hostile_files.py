"""Every file that cannot be read gets a sentence of its own that says what is wrong and what to do."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator

import pytest

from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import Limits
from moothall.documents.reading.read import Readers
from tests.samples import as_docx, as_reportlab_pdf, hostile, report


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers() as kept:
        yield kept


def pdf() -> bytes:
    return as_reportlab_pdf.make(report.MATTER)


def docx() -> bytes:
    return as_docx.make(report.MATTER)


PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00" * 64
MAIL = b"Return-Path: <a@example.org>\nMIME-Version: 1.0\nSubject: plan\n\nThe plan is attached.\n"
CASES: list[tuple[str, str, Callable[[], bytes], str]] = [
    ("nothing.pdf", "empty", lambda: b"", "0 bytes"),
    ("blank.txt", "empty", lambda: b" \n\n ", "no words"),
    ("blank.pdf", "empty", lambda: hostile.pdf_of_pages(2), "no words on its pages"),
    ("locked.pdf", "encrypted", hostile.locked_pdf, "password"),
    ("locked.docx", "encrypted", hostile.locked_docx, "password"),
    ("locked-parts.docx", "encrypted", hostile.locked_zip, "password"),
    ("pack.pdf", "too_many_pages", lambda: hostile.pdf_of_pages(10_000), "10,000 pages"),
    ("macros.docx", "macros", hostile.docx_with_macros, "macros"),
    ("macros.docm", "macros", docx, "macros"),
    ("entities.docx", "bomb", hostile.docx_with_entities, "entities"),
    ("bomb.docx", "bomb", hostile.docx_bomb, "unpacks to"),
    ("parts.docx", "bomb", lambda: hostile.zip_of_parts(6_000), "5,000 parts"),
    ("report.docx", "mislabelled", pdf, "is a PDF, though its name says it is a Word document"),
    ("report.pdf", "mislabelled", docx, "is a Word document, though its name says it is a PDF"),
    ("report.txt", "mislabelled", pdf, "is a PDF"),
    ("noise.pdf", "mislabelled", lambda: bytes(range(256)) * 64, "no kind known here"),
    ("cut.pdf", "damaged", lambda: pdf()[: len(pdf()) // 2], "stops before its end"),
    ("cut.docx", "damaged", lambda: docx()[: len(docx()) // 2], "stops before its end"),
    ("hollow.pdf", "damaged", lambda: b"%PDF-1.7\n" + b"x" * 3000 + b"\n%%EOF", "cannot be opened as one"),
    ("broken.docx", "damaged", lambda: hostile.docx_with({"word/document.xml": b"<w:document"}), "could not be opened"),
    ("old.doc", "unknown_format", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000, "before 2007"),
    ("plan.rtf", "unknown_format", lambda: b"{\\rtf1 hello}", "rich text"),
    ("mail.eml", "unknown_format", lambda: MAIL, "e-mail"),
    ("page.png", "unknown_format", lambda: PNG, "a picture"),
    ("sheet.csv", "unknown_format", lambda: b"measure,value\na,1\n", "spreadsheet"),
    ("noise", "unknown_format", lambda: bytes(range(256)) * 64, "of a kind not known"),
]


@pytest.mark.parametrize(("name", "reason", "make", "words"), CASES, ids=[f"{case[0]}-{case[1]}" for case in CASES])
def test_a_file_that_cannot_be_read_says_what_is_wrong_and_what_to_do(
    readers: Readers, name: str, reason: str, make: Callable[[], bytes], words: str
) -> None:
    data = make()

    with pytest.raises(Unreadable) as refused:
        readers.read(data, name)

    assert refused.value.reason == reason
    assert words in refused.value.sentence
    assert refused.value.sentence.endswith(".")
    assert refused.value.sentence.count(". ") >= 1, "says what is wrong but not what to do next"


def test_a_file_larger_than_may_be_uploaded_says_both_sizes(readers: Readers) -> None:
    data = b"%PDF-1.7\n" + b"\x00" * (26 * 1024 * 1024)

    with pytest.raises(Unreadable) as refused:
        readers.read(data, "large.pdf")

    assert refused.value.reason == "oversized"
    assert "26.0 MB" in refused.value.sentence
    assert "25 MB" in refused.value.sentence


def test_a_file_that_takes_too_long_is_put_aside_and_the_next_one_is_read() -> None:
    with Readers(limits=Limits(wall_seconds=6)) as patient:
        patient.read(b"Warm.", "warm.txt")
        held = patient._workers[0]._process
        assert held is not None
        held.send_signal(signal.SIGSTOP)  # as a file without end would hold it, on a machine of any speed
        with pytest.raises(Unreadable) as refused:
            patient.read(b"Words.", "slow.txt")
        after = patient.read(b"Still here.", "after.txt")

    assert refused.value.reason == "timed_out"
    assert held.returncode is not None
    assert after.pages[0].text == "Still here."


def test_a_file_that_wants_too_much_memory_is_put_aside_and_the_next_one_is_read() -> None:
    data = ("word " * 4_500_000).encode()

    with Readers(limits=Limits(memory_bytes=96 * 1024 * 1024)) as small:
        with pytest.raises(Unreadable) as refused:
            small.read(data, "huge.txt")
        after = small.read(b"Still here.", "after.txt")

    assert refused.value.reason == "bomb"
    assert after.pages[0].text == "Still here."


def test_what_a_word_file_would_fetch_is_noted_and_never_fetched(readers: Readers) -> None:
    data = hostile.docx_that_fetches("https://templates.example.org/a.dotm")

    document = readers.read(data, "report.docx")

    assert document.metadata["fetches"] == ["https://templates.example.org/a.dotm"]
