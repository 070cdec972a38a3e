"""PDFs keep their words, order, headings, numbered paragraphs and tables, with tags and without."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from moothall.documents.reading import pdf
from moothall.documents.reading.document import BlockKind, Document, Unreadable
from tests.samples import as_reportlab_pdf, as_typst_pdf, compared, hostile, report

MAKERS: dict[str, Callable[[], bytes]] = {
    "tagged": lambda: as_typst_pdf.make(report.MATTER, header=report.HEAD),
    "tagged, no rules": lambda: as_typst_pdf.make(report.MATTER, header=report.HEAD, ruled=False),
    "untagged": lambda: as_reportlab_pdf.make(report.MATTER, header=report.HEAD),
    "untagged, no rules": lambda: as_reportlab_pdf.make(report.MATTER, header=report.HEAD, ruled=False),
    "untagged, two columns": lambda: as_reportlab_pdf.make(report.MATTER, columns=2),
    "untagged, justified": lambda: as_reportlab_pdf.make(report.MATTER, justify=True),
    "turned on its side": lambda: hostile.sideways(as_reportlab_pdf.make(report.MATTER), 90),
    "upside down": lambda: hostile.sideways(as_reportlab_pdf.make(report.MATTER), 180),
}


def read(data: bytes) -> Document:
    return pdf.read(data, "report.pdf")


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [page.text[b.start : b.end] for page in document.pages for b in page.blocks if b.kind is kind]


@pytest.mark.parametrize("maker", MAKERS)
def test_a_report_keeps_its_words_order_headings_numbers_and_tables(maker: str) -> None:
    document = read(MAKERS[maker]())

    found = compared.compare(document, report.MATTER)
    assert found.missed == []
    assert found.words == 1
    assert found.order == 1
    assert "shortfall" not in document.metadata


@pytest.mark.parametrize("maker", MAKERS)
def test_every_block_lies_in_its_page_and_cells_lie_in_their_row(maker: str) -> None:
    document = read(MAKERS[maker]())

    for page in document.pages:
        row = None
        last = 0
        for block in page.blocks:
            assert 0 <= block.start <= block.end <= len(page.text)
            if block.kind is BlockKind.TABLE_CELL:
                assert row is not None
                assert row.start <= block.start <= block.end <= row.end
                assert "\t" not in page.text[block.start : block.end]
                continue
            assert block.start >= last, "blocks stand in reading order"
            last = block.end
            row = block if block.kind is BlockKind.TABLE_ROW else None


@pytest.mark.parametrize("make", [as_typst_pdf.make, as_reportlab_pdf.make])
def test_running_heads_and_page_numbers_stand_in_no_block_and_are_listed(make: Callable[..., bytes]) -> None:
    document = read(make(report.long(), header=report.HEAD))

    assert len(document.pages) > 2
    heads = [left["page"] for left in document.metadata["left_out"] if left["text"] == report.HEAD]
    assert heads == [page.number for page in document.pages]
    for left in document.metadata["left_out"]:
        page = document.pages[left["page"] - 1]
        assert page.text[left["start"] : left["end"]] == left["text"]
    blocks = [page.text[b.start : b.end] for page in document.pages for b in page.blocks]
    assert not [words for words in blocks if report.HEAD in words]
    assert document.metadata["notes"]


def test_a_paragraph_keeps_its_number_inside_its_words() -> None:
    document = read(as_reportlab_pdf.make(report.MATTER))

    numbered = {b.number: p.text[b.start : b.end] for p in document.pages for b in p.blocks if b.number}
    assert numbered["2.2"].startswith("2.2 That authority is delegated")
    assert numbered["3"] == "3 What the letter asks"


def test_cells_of_a_row_are_joined_by_tabs() -> None:
    document = read(as_reportlab_pdf.make(report.MATTER, ruled=False))

    assert "Days lost to sickness for each person\t8.4\t7.5" in texts(document, BlockKind.TABLE_ROW)


def lines(*written: tuple[float, float, str], size: float = 10) -> bytes:
    """A page with each text at its place (points from the left and from the top), drawn in the order given."""
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=(595, 842))
    canvas.setFont("Helvetica", size)
    for left, down, words in written:
        canvas.drawString(left, 842 - down, words)
    canvas.save()
    return kept.getvalue()


def test_words_on_two_lines_are_never_glued() -> None:
    document = read(lines((60, 100, "The council approves the plan at"), (60, 112, "Appendix A and notes the rest.")))

    assert texts(document, BlockKind.PARAGRAPH) == ["The council approves the plan at Appendix A and notes the rest."]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("This is a matter of decision-", "making for members of the council.", "decision-making"),
        ("This is the budget for 2024-", "25 and for the years after it now.", "2024-25"),
        ("Write to the author at plan@high-", "moor.gov.uk before the meeting is held.", "plan@high-moor.gov.uk"),
        ("It is an open matter and a non-", "key decision of the council here.", "non-key"),
    ],
)
def test_a_hyphen_that_belongs_to_the_word_stays_at_a_lines_end(before: str, after: str, joined: str) -> None:
    document = read(lines((60, 100, before), (60, 112, after)))

    assert joined in document.pages[0].text


def test_a_word_broken_at_a_lines_end_is_mended_where_the_document_has_it_whole() -> None:
    document = read(
        lines(
            (60, 100, "The transformation of services goes on as members asked, and trans-"),
            (60, 112, "formation of place goes with it."),
        )
    )

    assert "and transformation of place" in document.pages[0].text


def test_two_columns_drawn_in_any_order_are_read_one_after_the_other() -> None:
    left = [(60.0, 100 + 12.0 * row, f"Left column line {row:02} with words enough to fill it") for row in range(20)]
    right = [(320.0, 103 + 12.0 * row, f"Right column line {row:02} with words enough to fill it") for row in range(20)]
    scrambled = [line for pair in zip(reversed(right), left, strict=True) for line in pair]

    document = read(
        lines((60, 60, "A title that runs across both of the columns of this page, as titles do"), *scrambled)
    )

    text = " ".join(document.pages[0].text.split())
    places = [text.index(f"{side} column line {row:02}") for side in ("Left", "Right") for row in range(20)]
    assert text.startswith("A title")
    assert places == sorted(places)


def test_a_paragraph_that_runs_over_a_pages_end_is_marked_as_carried_on() -> None:
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=(595, 842))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 742, "The council sets out here the ground on which it stands, at some length.")
    canvas.drawString(60, 60, "3.1 The letter came to the council on the morning of a working day, namely on")
    canvas.showPage()
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 782, "16 April 2024, and asked for an answer.")
    canvas.drawString(60, 742, "3.2 Nothing else is known of it.")
    canvas.save()

    document = read(kept.getvalue())

    first, second = document.pages[1].blocks
    assert (first.continues, first.number) == (True, None)
    assert (second.continues, second.number) == (False, "3.2")


def test_paragraphs_set_in_after_a_colon_are_list_items_though_their_bullets_are_drawn() -> None:
    document = read(
        lines(
            (60, 88, "The plan has parts that were asked for by the letter that came in the"),
            (60, 100, "spring, and they come in this order:"),
            (84, 124, "how services were changed in the years since the last plan of this kind"),
            (84, 148, "how technology is used"),
            (60, 172, "Each of them is short, and each of them ends with what comes next."),
        )
    )

    assert [block.kind.value for block in document.pages[0].blocks] == [
        "paragraph", "list_item", "list_item", "paragraph",
    ]  # fmt: skip


def test_a_number_that_happens_to_open_a_line_opens_no_paragraph() -> None:
    document = read(
        lines(
            (60, 100, "The power is set out in the constitution of the council, at the paragraph numbered"),
            (60, 112, "5.7.1 of the part that deals with the executive and with what it may decide alone."),
        )
    )

    assert len(document.pages[0].blocks) == 1


def test_a_scan_without_text_is_called_a_scan() -> None:
    with pytest.raises(Unreadable) as refused:
        read(hostile.scanned_pdf())

    assert refused.value.reason == "scanned"
    assert "is a scan" in refused.value.sentence


def test_links_are_given_with_their_words() -> None:
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=(595, 842))
    canvas.drawString(60, 742, "See the council plan for more.")
    canvas.linkURL("https://example.org/plan", (60, 738, 230, 756))
    canvas.save()

    document = read(kept.getvalue())

    assert document.links == (("See the council plan for more.", "https://example.org/plan"),)
