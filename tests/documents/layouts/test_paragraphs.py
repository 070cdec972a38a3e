"""Long texts as people type them."""

from __future__ import annotations

from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.writing.document import Item, Items, Paragraph, words


def test_blank_lines_part_paragraphs_and_single_line_ends_do_not() -> None:
    assert paragraphs("One\nline.\r\n\r\nTwo.\n \n\nThree.") == (
        Paragraph(words("One line.")),
        Paragraph(words("Two.")),
        Paragraph(words("Three.")),
    )


def test_dashes_make_a_list_and_a_line_that_goes_on_belongs_to_its_item() -> None:
    assert paragraphs("Four themes:\n- one\n  and more\n• two") == (
        Paragraph(words("Four themes:")),
        Items((Item(words("one and more")), Item(words("two")))),
    )


def test_a_dash_inside_a_sentence_or_a_negative_number_is_no_bullet() -> None:
    assert paragraphs("A plan - of sorts.\n\n-5% a year.") == (
        Paragraph(words("A plan - of sorts.")),
        Paragraph(words("-5% a year.")),
    )


def test_nothing_typed_gives_nothing() -> None:
    assert paragraphs("") == paragraphs(" \n\n ") == ()
