"""Of a page that lists several decisions only the one about the plan is read."""

from __future__ import annotations

from moothall.documents.reading import text
from moothall.documents.review import review

ROWS = (
    "Forward plan\n\n"
    "| Item | Decision maker | Date of decision | Key decision | Contact officer |\n| --- | --- | --- | --- | --- |\n"
    "| Leisure contract | Cabinet | 9 July 2024 | Yes | Hale Mortimer |\n"
    "| Productivity plan | Leader of the Council | 15 July 2024 | No | Della Rourke |\n"
)
BLOCKS = (
    "Notice of decisions\n\n"
    "Ref: 11\nTitle: Leisure contract\nDecision maker: Cabinet\nDecision due: 9 July 2024\nKey decision: Yes\n\n"
    "Ref: 12\nTitle: Productivity plan\nDecision maker: Leader of the Council\nDecision due: 15 July 2024\n"
    "Key decision: No\n"
)


def told(words: str) -> tuple[object, object, object]:
    record = review(text.read(words.encode(), "list.md")).record
    return (record.body or {}).get("name"), record.meeting_date, record.key_decision


def test_a_row_under_headed_columns_is_read_by_its_heads() -> None:
    assert told(ROWS) == ("Leader of the Council", "2024-07-15", False)


def test_labels_that_begin_again_are_read_from_one_title_to_the_next() -> None:
    assert told(BLOCKS) == ("Leader of the Council", "2024-07-15", False)


def test_the_facts_of_a_row_stand_where_the_page_has_them() -> None:
    document = text.read(ROWS.encode(), "list.md")

    for fact in review(document).facts:
        assert document.pages[0].text[fact.where.start : fact.where.end] == fact.quote
