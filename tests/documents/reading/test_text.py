"""Plain text and what looks like Markdown: the page is the file's text, and blocks lie on it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.reading import text
from moothall.documents.reading.document import BlockKind, Unreadable


def blocks(words: str) -> list[tuple[BlockKind, str]]:
    return [
        (block.kind, words[block.start : block.end])
        for block in text.blocks_of(words)
        if block.kind is not BlockKind.TABLE_ROW
    ]


def test_the_page_is_exactly_the_files_text() -> None:
    words = "## **Purpose**\n\nTo *note* the plan – “now”.\n"

    document = text.read(words.encode(), "report.txt")

    assert [page.text for page in document.pages] == [words]


def test_a_file_from_windows_is_read_in_its_own_letters() -> None:
    document = text.read("The council’s plan – £5m".encode("cp1252"), "report.txt")

    assert document.pages[0].text == "The council’s plan – £5m"


def test_line_ends_of_windows_count_as_one_letter() -> None:
    document = text.read(b"One\r\n\r\nTwo", "report.txt")

    assert document.pages[0].text == "One\n\nTwo"


@pytest.mark.parametrize(("data", "reason"), [(b" \n\t\n", "empty"), (b"ab\x00cd", "mislabelled")])
def test_a_file_without_words_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        text.read(data, "report.txt")

    assert refused.value.reason == reason


def test_marks_of_a_heading_stay_outside_its_block() -> None:
    found = blocks("### **3 Overview of the plan**\n")

    assert found == [(BlockKind.HEADING, "3 Overview of the plan")]


def test_a_bold_sentence_is_a_paragraph_and_a_bold_line_a_heading() -> None:
    found = blocks("**4. ALTERNATIVE OPTIONS**\n\n**That the plan be approved.**\n")

    assert [kind for kind, _ in found] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("line", "number"), [("- 1.1 First", "1.1"), ("2. Second", "2"), ("a) third", "a"), ("(iv) fourth", "iv")]
)
def test_numbered_items_keep_their_number(line: str, number: str) -> None:
    block = text.blocks_of(line)[0]

    assert (block.kind, block.number) == (BlockKind.LIST_ITEM, number)


@pytest.mark.parametrize("line", ["10 July 2024", "(01632) 960123", "2024-25 was hard"])
def test_dates_and_telephones_are_no_numbered_items(line: str) -> None:
    assert text.blocks_of(line)[0].number is None


def test_rows_parted_by_tabs_are_cells_of_one_table() -> None:
    found = [b for b in text.blocks_of("Report to:\tCabinet\nDate:\t10 July 2024\n") if b.kind is BlockKind.TABLE_CELL]

    assert [(b.table, b.row, b.column) for b in found] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]


def test_rows_parted_by_bars_are_cells_and_their_rule_is_nothing() -> None:
    found = blocks("| Key decision | No |\n|---|---|\n| Wards | All |\n")

    assert [words for _, words in found] == ["Key decision", "No", "Wards", "All"]


def test_a_hard_wrap_is_one_paragraph_and_labels_on_following_lines_are_not() -> None:
    wrapped = (
        "The Department for Levelling Up, Housing and Communities has asked for\nProductivity plans from all of us.\n"
    )
    labels = "Decision Maker: Cabinet\nDecision status: Approved\n"

    assert (len(text.blocks_of(wrapped)), len(text.blocks_of(labels))) == (1, 2)


@given(st.text(max_size=400))
def test_every_block_lies_on_the_page_and_in_order(words: str) -> None:
    outer = [b for b in text.blocks_of(words) if b.kind is not BlockKind.TABLE_CELL]

    assert all(0 <= b.start <= b.end <= len(words) for b in text.blocks_of(words))
    assert all(before.end <= after.start for before, after in pairwise(outer))
