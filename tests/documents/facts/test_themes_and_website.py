"""Themes in a council's own words, and the sentences that put its plan on its website."""

from __future__ import annotations

import pytest

from moothall.documents.reading import text
from moothall.documents.records import Record
from moothall.documents.review import review

ALL = {"transformation", "technology_data", "wasteful_spend", "barriers"}


def told(words: str, name: str = "page.md") -> Record:
    return review(text.read(words.encode(), name)).record


@pytest.mark.parametrize(
    "words",
    [
        "The letter asks about four things: changing services; better data; cutting waste; and what gets in our way.",
        "## Improving our services\nWe moved.\n\n## Use of data\nForms.\n\n## Efficiency\nPaper.\n\n## Hurdles\nBids.",
        "Plans cover four areas: how services are transformed, technology, wasteful spend and barriers to progress.",
    ],
)
def test_four_themes_in_the_councils_own_words_are_known(words: str) -> None:
    assert set(told(f"# Productivity plan\n\n{words}\n").themes or ()) == ALL


def test_four_priorities_of_another_plan_are_no_themes() -> None:
    words = "The council has four priorities: clean streets; digital services; efficiency; and homes."

    assert told(f"# Productivity plan\n\n{words}\n").themes is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Plans must then appear on each council's website.", True),
        ("The plan is on our website.", True),
        ("We must send our answer by July and put it on our website.", True),
        ("The corporate plan is on our website.", None),
        ("The agenda is on our website.", None),
    ],
)
def test_what_is_said_of_the_website_counts_only_of_the_plan(words: str, said: bool | None) -> None:
    assert told(f"# Productivity plan\n\nReport to Cabinet\n\n{words}\n").publish_on_website is said


def test_bare_lines_between_paragraphs_head_a_text_that_marks_no_heading() -> None:
    page = (
        "Productivity plan\n\nWe set out how the council works.\n\nRedesigning services\n\nThe council merged two "
        "centres.\n\nTechnology and data\n\nA system went live in May.\n\nBarriers\n\nBidding takes a lot of time.\n"
    )

    assert told(page, "page.txt").headings == ("Redesigning services", "Technology and data", "Barriers")
