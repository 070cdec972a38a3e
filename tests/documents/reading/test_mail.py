"""A mail is read as its own page and then what is attached to it, each part named with its pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from moothall.documents.reading.document import BlockKind, Document
from moothall.documents.reading.read import Readers
from tests.samples import as_docx, as_reportlab_pdf, mails, report, workbooks

PICTURE = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00" * 64


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers() as kept:
        yield kept


def said(document: Document, page: int, kind: BlockKind) -> list[str]:
    text = document.pages[page - 1].text
    return [text[each.start : each.end] for each in document.pages[page - 1].blocks if each.kind is kind]


def test_a_mail_opens_with_its_sender_its_subject_and_its_words(readers: Readers) -> None:
    document = readers.read(mails.mail("Please find the plan below.\n\nWe spent £5m.\n").as_bytes(), "mail.eml")

    assert said(document, 1, BlockKind.HEADING) == ["Productivity plan – covering report"]
    assert said(document, 1, BlockKind.PARAGRAPH)[0] == "From: Policy team <policy@moorbeck.gov.uk>"
    assert "We spent £5m." in said(document, 1, BlockKind.PARAGRAPH)


def test_the_day_a_mail_was_sent_is_in_its_text_and_in_no_block_a_date_is_read_from(readers: Readers) -> None:
    document = readers.read(mails.mail().as_bytes(), "mail.eml")

    assert "Sent: Mon, 01 Jul 2024" in document.pages[0].text
    assert not any("Sent:" in words for kind in BlockKind for words in said(document, 1, kind))


def test_each_attachment_is_read_and_its_pages_follow_those_of_the_mail(readers: Readers) -> None:
    attached = (
        ("report.pdf", as_reportlab_pdf.make(report.MATTER)),
        ("report.docx", as_docx.make(report.MATTER)),
        ("measures.xlsx", workbooks.measures()),
    )

    document = readers.read(mails.mail(attached=attached).as_bytes(), "mail.eml")

    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    parts = {part["name"]: part for part in document.metadata["parts"]}
    assert list(parts) == ["mail.eml", "report.pdf", "report.docx", "measures.xlsx"]
    assert parts["report.pdf"]["first"] == 2
    assert parts["measures.xlsx"]["last"] == len(document.pages)
    assert "1.1 This report asks Cabinet" in document.pages[parts["report.docx"]["first"] - 1].text


def test_tables_are_counted_on_through_the_attachments(readers: Readers) -> None:
    table = "<table><tr><td>Key decision</td><td>No</td></tr></table>"
    attached = (("report.docx", as_docx.make(report.MATTER)), ("measures.xlsx", workbooks.measures()))

    document = readers.read(
        mails.mail(marked=f"<p>The report is attached.</p>{table}", attached=attached).as_bytes(), "a"
    )

    numbers = [block.table for page in document.pages for block in page.blocks if block.table is not None]
    assert numbers == sorted(numbers)
    assert len(
        {(page.number, block.table) for page in document.pages for block in page.blocks if block.table is not None}
    ) == len(set(numbers))


def test_an_attachment_that_cannot_be_read_says_why_and_costs_the_others_nothing(readers: Readers) -> None:
    attached = (("old.rtf", b"{\\rtf1 words}"), ("letter.txt", b"The letter."))

    document = readers.read(mails.mail(attached=attached).as_bytes(), "mail.eml")

    unread, letter = document.metadata["parts"][1:]
    assert (unread["first"], unread["sentence"].split(",")[0]) == (None, "old.rtf is a rich text file")
    assert document.pages[letter["first"] - 1].text == "The letter."
    assert any("old.rtf" in note for note in document.metadata["not_read"])


def test_a_picture_set_in_the_words_of_a_mail_is_no_attachment(readers: Readers) -> None:
    made = mails.mail()
    made.add_attachment(
        PICTURE, maintype="image", subtype="png", cid="<logo>", disposition="inline", filename="logo.png"
    )

    document = readers.read(made.as_bytes(), "mail.eml")

    assert [part["name"] for part in document.metadata["parts"]] == ["mail.eml"]


def test_a_mail_as_a_web_page_keeps_its_table_and_a_poor_one_gives_way_to_the_plain_words(readers: Readers) -> None:
    table = "<p>The report is attached.</p><table><tr><td>Key decision</td><td>No</td></tr></table>"
    rich = readers.read(mails.mail(marked=table).as_bytes(), "rich.eml")
    poor = readers.read(
        mails.mail("All that matters is said here.\n", marked="<p>See mail.</p>").as_bytes(), "poor.eml"
    )

    assert "Key decision\tNo" in said(rich, 1, BlockKind.TABLE_ROW)
    assert "All that matters is said here." in poor.pages[0].text


def test_a_mail_forwarded_within_a_mail_is_a_part_of_its_own(readers: Readers) -> None:
    document = readers.read(mails.nested(2), "forwarded.eml")

    assert [part["first"] for part in document.metadata["parts"]] == [1, 2, 3]
    assert "The innermost words." in document.pages[2].text


@pytest.mark.parametrize(("charset", "words"), [("windows-1252", "The council’s £5m"), ("utf-8", "The council’s £5m")])
def test_words_are_read_in_the_letters_the_mail_names(readers: Readers, charset: str, words: str) -> None:
    head = f"From: a@example.org\nSubject: Plan\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n"

    document = readers.read(head.encode() + words.encode(charset), "mail.eml")

    assert words in document.pages[0].text


def test_a_page_saved_whole_in_one_file_is_read_with_the_address_it_came_from(readers: Readers) -> None:
    page = "<html><body><h1>Decision details</h1><p>That the plan – £5m – be approved.</p></body></html>"

    document = readers.read(mails.saved_page(page, charset="windows-1252"), "decision.mhtml")

    assert said(document, 1, BlockKind.PARAGRAPH) == ["That the plan – £5m – be approved."]
    assert document.metadata["address"] == "https://democracy.moorbeck.gov.uk/ieDecisionDetails.aspx?ID=12"


def test_a_page_of_frames_saved_whole_is_read_frame_by_frame(readers: Readers) -> None:
    frames = tuple(f"<html><body><p>The words of frame {count}.</p></body></html>" for count in (1, 2))

    document = readers.read(
        mails.saved_page("<html><frameset><frame src='a'></frameset></html>", frames=frames), "a.mht"
    )

    assert [page.text.strip() for page in document.pages] == ["The words of frame 1.", "The words of frame 2."]
