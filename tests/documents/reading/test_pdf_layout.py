"""Pages without tags that programs set in their own ways: each was once read wrong."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable

import pytest
import typst
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from moothall.documents.reading import pdf
from moothall.documents.reading.document import BlockKind, Document

FONT, SIZE = "Helvetica", 10.0
WORDS = (
    "members",
    "agreed",
    "that",
    "costs",
    "of",
    "an",
    "outside",
    "inspection",
    "were",
    "fair",
    "and",
    "ought",
    "to",
)
Run = tuple[float, float, str]


def drawn(
    *runs: Run,
    dots: Iterable[tuple[float, float]] = (),
    lines: Iterable[tuple[float, float, float]] = (),
    fills: Iterable[tuple[float, float, float, float]] = (),
) -> Document:
    """A page with each run of letters at its place, in points from the left and the top.

    ``dots`` are small and round; ``lines`` go across (from, height, to); ``fills`` are grey (left, top, width, height).
    """
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=(595, 842))
    canvas.setFont(FONT, SIZE)
    canvas.setFillGray(0.9)
    for left, down, wide, high in fills:
        canvas.rect(left, 842 - down - high, wide, high, stroke=0, fill=1)
    canvas.setFillGray(0)
    for left, down, right in lines:
        canvas.line(left, 842 - down, right, 842 - down)
    for left, down in dots:
        canvas.circle(left, 842 - down, 2, stroke=0, fill=1)
    for left, down, words in runs:
        canvas.drawString(left, 842 - down, words)
    canvas.save()
    return pdf.read(kept.getvalue(), "page.pdf")


def spread(left: float, down: float, words: str, across: float) -> list[Run]:
    """A line justified to a width, each word drawn by itself as office programs do."""
    parts = words.split()
    space = (across - sum(stringWidth(part, FONT, SIZE) for part in parts)) / max(1, len(parts) - 1)
    runs = []
    for part in parts:
        runs.append((left, down, part))
        left += stringWidth(part, FONT, SIZE) + space
    return runs


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [
        page.text[block.start : block.end] for page in document.pages for block in page.blocks if block.kind is kind
    ]


def test_letters_set_apart_are_read_as_the_words_they_make() -> None:
    runs, left = [], 60.0
    for letter in "NEXT STEPS":
        if letter != " ":
            runs.append((left, 100.0, letter))
        left += stringWidth(letter, FONT, SIZE) + 3

    document = drawn(*runs, (60, 130, "The plan goes to full council in the autumn, and after that to the department."))

    assert texts(document, BlockKind.HEADING) == ["NEXT STEPS"]


def test_single_letters_that_are_meant_stay_apart() -> None:
    document = drawn((60, 100, "Options A B C and D were weighed, and the second of them was chosen by members."))

    assert "Options A B C and D were weighed" in document.pages[0].text


def test_words_drawn_in_pieces_and_in_any_order_are_whole() -> None:
    pieces = ["The mana", "gers of the ser", "vice agreed to ", "what was ask", "ed of them."]
    runs, left = [], 60.0
    for piece in pieces:
        runs.append((left, 100.0, piece))
        left += stringWidth(piece, FONT, SIZE)
    random.Random(3).shuffle(runs)

    document = drawn(*runs)

    assert texts(document, BlockKind.PARAGRAPH) == ["The managers of the service agreed to what was asked of them."]


def test_bullets_that_are_drawn_and_not_written_make_list_items() -> None:
    rows = ("street cleansing works from two depots", "the fleet is shared", "procurement has one officer")
    runs = [(84.0, 124.0 + 14 * place, words) for place, words in enumerate(rows)]
    dots = tuple((76.0, 120.0 + 14 * place) for place in range(3))

    document = drawn((60, 104, "The work is in three strands"), *runs, dots=dots)

    assert texts(document, BlockKind.LIST_ITEM) == list(rows)


def test_a_word_with_a_soft_hyphen_is_read_without_it_whether_it_breaks_or_not() -> None:
    words = "The council has brought mainte\u00adnance in-house and its mainte\u00adnance costs fell."
    made = typst.compile(f'#set page(width: 150pt, height: auto)\n#set text(hyphenate: false)\n#"{words}"'.encode())

    document = pdf.read(made, "narrow.pdf")

    read = " ".join(document.pages[0].text.split())
    assert read == "The council has brought maintenance in-house and its maintenance costs fell."


def wide_lines(side: str, across: float) -> list[str]:
    """Two dozen lines of chance words, each so short that a justified line of it has wide spaces."""
    by = random.Random(side)
    lines = []
    for row in range(24):
        words: list[str] = []
        while stringWidth(" ".join(words), FONT, SIZE) < 0.72 * across:
            words.append(f"{side}{row}" if len(words) == 2 else by.choice(WORDS))
        lines.append(" ".join(words))
    return lines


@pytest.mark.parametrize("leading", [13.0, 17.0])
def test_justified_columns_with_wide_spaces_are_columns_and_no_tables(leading: float) -> None:
    sides = {60.0: wide_lines("left", 225), 310.0: wide_lines("right", 225)}
    runs = [
        run
        for left, lines in sides.items()
        for row, line in enumerate(lines)
        for run in spread(left, 100 + leading * row + left / 60, line, 225)
    ]

    document = drawn(*runs)

    text = " ".join(document.pages[0].text.split())
    places = [text.index(line) for lines in sides.values() for line in lines]
    assert not texts(document, BlockKind.TABLE_ROW)
    assert places == sorted(places)


def test_columns_of_a_table_may_stand_nearer_than_a_letter_is_high() -> None:
    rows = (("Measure", "2023/24", "Target"), ("Void homes", "31 days", "21 days"), ("Calls taken", "8,744", "9,000"),
            ("Sickness", "9.1 days", "8 days"), ("Complaints", "12", "10"))  # fmt: skip
    runs = [
        (left, 100.0 + 16 * place, words)
        for place, row in enumerate(rows)
        for left, words in zip((60.0, 120.0, 166.0), row, strict=True)
    ]

    document = drawn(*runs)

    assert texts(document, BlockKind.TABLE_ROW) == ["\t".join(row) for row in rows]


def test_a_heading_over_some_columns_of_a_table_is_a_row_of_it() -> None:
    rows = (("Measure", "2023/24", "Target"), ("Void homes", "31", "21"), ("Calls taken", "8,744", "9,000"))
    runs = [
        (left, 100.0 + 16 * place, words)
        for place, row in enumerate(rows)
        for left, words in zip((60.0, 200.0, 300.0), row, strict=True)
    ]

    document = drawn((200, 84, "Share or number of each"), *runs)

    assert not texts(document, BlockKind.HEADING)
    assert [row.split("\t")[1] for row in texts(document, BlockKind.TABLE_ROW)] == [
        "Share or number of each", "2023/24", "31", "8,744",
    ]  # fmt: skip


def test_a_figure_in_a_table_is_not_taken_for_a_paragraph_number() -> None:
    rows = (("Sickness", "2.5", "8,782"), ("Turnover", "12.9%", "11.0%"), ("Vacancies", "3.1", "2.0"))
    runs = [
        (left, 100.0 + 16 * place, words)
        for place, row in enumerate(rows)
        for left, words in zip((60.0, 200.0, 250.0), row, strict=True)
    ]

    document = drawn(*runs)

    assert texts(document, BlockKind.TABLE_ROW) == ["\t".join(row) for row in rows]


def test_cells_set_to_the_middle_of_their_row_stay_in_it() -> None:
    runs: list[Run] = []
    for place in range(4):
        down = 100.0 + 34 * place
        runs += [(60, down + 6, f"Measure {place}"), (200, down + 6, f"{place}7%"), (300, down, "Director of Adult"),
                 (300, down + 12, "Social Care")]  # fmt: skip

    document = drawn(*runs)

    assert texts(document, BlockKind.TABLE_ROW) == [
        f"Measure {place}\t{place}7%\tDirector of Adult Social Care" for place in range(4)
    ]


def test_a_caption_between_two_tables_is_no_row_of_either() -> None:
    runs: list[Run] = []
    for first, down in (("Void homes", 100.0), ("Complaints", 260.0)):
        for place in range(5):
            runs += [(60, down + 16 * place, f"{first} {place}"), (250, down + 16 * place, f"{place}1%"),
                     (350, down + 16 * place, f"{place}9%")]  # fmt: skip

    document = drawn(*runs, (60, 220, "Table 2: how complaints moved"))

    rows = texts(document, BlockKind.TABLE_ROW)
    assert len(rows) == 10
    assert "Table 2: how complaints moved" in texts(document, BlockKind.PARAGRAPH)


def test_rows_that_only_lines_part_hold_their_wrapped_cells() -> None:
    rows = (("Measure", "2023/24", "Who"), ("Children in care placed within|twenty miles", "8,744", "Head of|Care"),
            ("Void homes", "31%", "Head of|Housing"), ("Complaints", "12", "Ombudsman"))  # fmt: skip
    runs: list[Run] = []
    lines: list[tuple[float, float, float]] = []
    down = 100.0
    for row in rows:
        for left, cell in zip((60.0, 250.0, 320.0), row, strict=True):
            runs += [(left, down + 12 * place, words) for place, words in enumerate(cell.split("|"))]
        down += 12 * max(cell.count("|") + 1 for cell in row)
        lines.append((58, down - 6, 400))
        down += 6

    document = drawn(*runs, lines=lines)

    assert texts(document, BlockKind.TABLE_ROW) == ["\t".join(row).replace("|", " ") for row in rows]


def test_rows_that_are_shaded_by_turns_are_rows_though_no_line_parts_them() -> None:
    rows = (("Measure", "2023/24"), ("Void homes let again|in time", "31%"), ("Calls taken", "8,744"),
            ("Sickness of|officers", "9.1 days"), ("Complaints upheld|by others", "12"))  # fmt: skip
    runs: list[Run] = []
    fills: list[tuple[float, float, float, float]] = []
    down = 100.0
    for place, row in enumerate(rows):
        high = 12 * max(cell.count("|") + 1 for cell in row) + 4
        if place % 2 == 0:
            fills.append((58, down - 11, 300, high))
        for left, cell in zip((60.0, 200.0), row, strict=True):
            runs += [(left, down + 12 * line, words) for line, words in enumerate(cell.split("|"))]
        down += high

    document = drawn(*runs, fills=fills)

    assert texts(document, BlockKind.TABLE_ROW) == ["\t".join(row).replace("|", " ") for row in rows]


def test_a_line_of_text_between_lines_drawn_across_makes_no_table() -> None:
    runs = [(60, 100 + 30 * place, f"{place}. The cabinet agreed the plan.") for place in range(4)]

    document = drawn(*runs, lines=[(58, 110 + 30 * place, 400) for place in range(4)])

    assert not texts(document, BlockKind.TABLE_ROW)


def test_a_box_beside_a_numbered_paragraph_takes_no_line_of_it() -> None:
    beside = ["2.1 The plan was", "drawn up by officers", "of four services and"]
    runs: list[Run] = [(60, 100 + 13 * place, words) for place, words in enumerate(beside)]
    runs += [(60, 165, "the chair of the audit committee, who met in June to look at what had been left out.")]
    runs += [
        (320, 100 + 13 * place, words)
        for place, words in enumerate(["Case study. A depot", "was closed in May and", "nobody missed it."])
    ]

    document = drawn(*runs, fills=[(310, 88, 140, 46)])

    assert not texts(document, BlockKind.TABLE_ROW)
    assert "Case study. A depot was closed in May and nobody missed it." in texts(document, BlockKind.PARAGRAPH)
    assert [block.number for block in document.pages[0].blocks if block.number] == ["2.1"]


def test_the_heading_under_a_table_is_no_row_of_it_and_costs_it_no_column() -> None:
    rows = (("Measure", "2023/24", "Target"), ("Void homes", "31", "21"), ("Calls taken", "8,744", "9,000"))
    runs = [
        (left, 100.0 + 16 * place, words)
        for place, row in enumerate(rows)
        for left, words in zip((60.0, 160.0, 300.0), row, strict=True)
    ]

    document = drawn(*runs, (60, 150, "What government could do for this council"))

    assert texts(document, BlockKind.TABLE_ROW) == ["\t".join(row) for row in rows]


def test_a_heading_in_spaced_capitals_over_two_lines_is_one_heading() -> None:
    runs: list[Run] = []
    for down, words in ((100.0, "TRANSFORMATION OF SERVICES"), (114.0, "IMPLICATIONS")):
        left = 60.0
        for letter in words:
            if letter != " ":
                runs.append((left, down, letter))
            left += stringWidth(letter, FONT, SIZE) + 2

    document = drawn(*runs, (60, 140, "The plan goes to full council,"), (60, 153, "and after that it is published."))

    assert texts(document, BlockKind.HEADING) == ["TRANSFORMATION OF SERVICES IMPLICATIONS"]


def test_a_title_is_not_run_together_with_the_text_of_the_first_column() -> None:
    made = typst.compile(
        b"#set page(width: 300pt, height: auto, columns: 2)\n"
        b'#place(top, float: true, scope: "parent", text(size: 20pt)[The plan of the whole council])\n#lorem(80)'
    )

    document = pdf.read(made, "title.pdf")

    assert texts(document, BlockKind.HEADING) == ["The plan of the whole council"]


def test_a_paragraph_with_a_tab_in_it_goes_on_at_its_own_margin_and_is_no_table() -> None:
    document = drawn(
        (60, 100, "Recommendation:"), (200, 100, "That the council endorses and approves the plan for the coming"),
        (60, 112, "year, and asks the chief executive to send it to the department before the end of the"),
        (60, 124, "month."),
    )  # fmt: skip

    assert texts(document, BlockKind.PARAGRAPH) == [
        "Recommendation: That the council endorses and approves the plan for the coming year, and asks the chief "
        "executive to send it to the department before the end of the month."
    ]


def test_a_small_head_that_changes_from_page_to_page_stays_out_of_the_text() -> None:
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=(595, 842))
    for head in ("Purpose", "Background", "Next steps"):
        canvas.setFont(FONT, 7)
        canvas.drawString(60, 800, head)
        canvas.setFont(FONT, SIZE)
        for line in range(12):
            canvas.drawString(60, 740 - 13 * line, f"{head} of the plan and what officers did about it in week {line}")
        canvas.showPage()
    canvas.save()

    document = pdf.read(kept.getvalue(), "heads.pdf")

    assert not texts(document, BlockKind.HEADING)
    assert [left["text"] for left in document.metadata["left_out"]] == ["Purpose", "Background", "Next steps"]
