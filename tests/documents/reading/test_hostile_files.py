"""Every file that cannot be read gets a sentence of its own that says what is wrong and what to do."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator

import pytest

from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import Limits
from moothall.documents.reading.read import Readers
from tests.samples import as_docx, as_reportlab_pdf, hostile, mails, report, workbooks


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers() as kept:
        yield kept


def pdf() -> bytes:
    return as_reportlab_pdf.make(report.MATTER)


def docx() -> bytes:
    return as_docx.make(report.MATTER)


PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00" * 64
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def old_office(stream: str) -> bytes:
    """A file in Office's older container with a stream of this name."""
    return OLE + stream.encode("utf-16-le") + b"\x00" * 2048


def millions(of: bytes, times: int) -> bytes:
    """Rows of a sheet, each with its number."""
    return b"".join(of.replace(b"#", b"%d" % number) for number in range(1, times + 1))


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
    ("mail.msg", "unknown_format", lambda: old_office("__substg1.0_"), "Outlook's own"),
    ("sheet.xls", "unknown_format", lambda: old_office("Workbook"), "as a workbook (.xlsx)"),
    ("sealed.eml", "encrypted", mails.sealed, "its reader's key"),
    ("nested.eml", "bomb", lambda: mails.nested(100), "within one another more than 60 times"),
    ("macros.xlsm", "macros", workbooks.measures, "macros"),
    ("entities.xlsx", "bomb", hostile.xlsx_with_entities, "entities"),
    ("late-entities.docx", "bomb", hostile.docx_with_entities_behind_a_comment, "entities"),
    (
        "rows.xlsx",
        "oversized",
        lambda: workbooks.with_rows(millions(b'<row r="#"><c><v>1</v></c></row>', 30_000)),
        "20,000 rows",
    ),
    ("wide.csv", "oversized", lambda: b"a," * 600 + b"\n", "more than 500 columns"),
    ("endless.csv", "oversized", lambda: b"a," * 5_000_000, "a line of more than"),
    ("quotation.csv", "damaged", lambda: b'a,b\n"open,' + b"x\n" * 200_000, "never closed"),
    ("empty.csv", "empty", lambda: b"\n\n", "no words"),
    ("hidden.xlsx", "empty", workbooks.all_empty, "no words on any sheet"),
    ("broken.xlsx", "damaged", lambda: workbooks.with_rows(b"<row><c"), "could not be opened as a workbook"),
    ("outside.docx", "damaged", lambda: hostile.docx_with({"/etc/passwd": b"x"}), "points outside the file"),
    ("climbing.xlsx", "damaged", lambda: hostile.xlsx_with({"../../up.xml": b"<a/>"}), "points outside the file"),
    ("twice.docx", "damaged", hostile.docx_with_a_part_twice, "two parts with the same name"),
    ("quine.zip", "unknown_format", hostile.zip_within_itself, "Unpack it"),
    ("quine.docx", "mislabelled", hostile.zip_within_itself, "is a zip file, though"),
    ("both.docx", "mislabelled", lambda: b"%PDF-1.7\n" + docx(), "is a PDF, though"),
    ("page.pdf", "mislabelled", lambda: b"<!doctype html><html><p>Sign in</p></html>", "is a web page, though"),
    ("sheet.csv", "mislabelled", workbooks.measures, "is a spreadsheet, though"),
    ("export.xls", "mislabelled", lambda: b"<html><table><tr><td>1</td></tr></table></html>", "is a web page, though"),
    (
        "frames.html",
        "empty",
        lambda: b"<html><frameset><frame src='a_files/b.html'></frameset></html>",
        "a_files/b.html",
    ),
    ("deep.html", "bomb", lambda: b"<html><body>" + b"<div>" * 100_000 + b"words", "thousands deep"),
    ("nothing.mhtml", "empty", lambda: mails.saved_page("<html><body></body></html>"), "no web page"),
    ("huge.png", "unknown_format", hostile.huge_picture, "a picture"),
    ("page.png", "unknown_format", lambda: PNG, "a picture"),
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


def test_a_sheet_of_a_million_empty_rows_is_read_to_its_one_value(readers: Readers) -> None:
    data = workbooks.with_rows(millions(b'<row r="#"/>', 1_000_000) + b'<row r="1000001"><c><v>5</v></c></row>')

    document = readers.read(data, "long.xlsx")

    assert document.pages[0].text.split() == ["Measures", "5"]


def test_mails_packed_out_of_sight_are_read_to_a_depth_and_the_rest_is_said(readers: Readers) -> None:
    document = readers.read(mails.nested_out_of_sight(20), "deep.eml")

    assert len(document.pages) == 4
    assert document.metadata["parts"][-1]["first"] is None
    assert "a mail within 4 others" in document.metadata["parts"][-1]["sentence"]


def test_attachments_past_the_most_that_are_read_are_named_with_what_to_do(readers: Readers) -> None:
    made = mails.mail(attached=tuple((f"{count}.txt", b"Words.") for count in range(33)))

    document = readers.read(made.as_bytes(), "many.eml")

    unread = [part for part in document.metadata["parts"] if part["first"] is None]
    assert [part["name"] for part in unread] == ["30.txt", "31.txt", "32.txt"]
    assert "more than 30 attachments" in unread[0]["sentence"]


def test_a_page_nested_deeper_than_it_can_be_walked_keeps_its_words(readers: Readers) -> None:
    page = b"<html><body>" + b"<div>" * 1_500 + b"<p>Deep words.</p>" + b"</div>" * 1_500 + b"<p>After.</p></body>"

    document = readers.read(page, "deep.html")

    assert document.pages[0].text.split("\n\n")[:2] == ["Deep words.", "After."]


def test_a_mail_with_a_bomb_attached_is_read_and_the_bomb_is_not(readers: Readers) -> None:
    made = mails.mail(attached=(("bomb.docx", hostile.docx_bomb(160)), ("letter.txt", b"The letter.")))

    document = readers.read(made.as_bytes(), "mail.eml")

    names = {part["name"]: part for part in document.metadata["parts"]}
    assert "unpacks to" in names["bomb.docx"]["sentence"]
    assert document.pages[names["letter.txt"]["first"] - 1].text == "The letter."


def test_a_workbook_that_refers_to_another_says_so_and_fetches_nothing(readers: Readers) -> None:
    document = readers.read(hostile.xlsx_that_refers("file:///C:/kept/elsewhere.xlsx"), "linked.xlsx")

    assert document.metadata["fetches"] == ["file:///C:/kept/elsewhere.xlsx"]
