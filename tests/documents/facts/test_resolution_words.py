"""What was resolved, and who may act, in the words and shapes that councils use beside "RESOLVED to delegate"."""

from __future__ import annotations

import pytest

from moothall.documents.limbs import limbs
from moothall.documents.reading import text
from moothall.documents.review import Review, review


def page(words: str, name: str = "page.md") -> Review:
    return review(text.read(words.encode(), name))


def asked(words: str) -> list[tuple[object, str]]:
    return [(each["number"], str(each["text"])) for each in page(words).record.recommendations or ()]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("That the Head of Policy be given authority to send it", ("Head of Policy",)),
        ("That the Director of Place, together with the Chair, be empowered to finish it", ("Director of Place",)),
        ("Cabinet approves it and gives the Chief Executive authority to make small changes", ("Chief Executive",)),
        ("That members may make alterations before it goes", ()),
        ("That the Monitoring Officer may make alterations before it goes", ("Monitoring Officer",)),
        (
            "authorise the head of legal services, after consulting the Leader, to submit it",
            ("head of legal services",),
        ),
        ("note that the Government may change the deadline", ()),
    ],
)
def test_authority_is_given_in_other_words_than_delegate(words: str, who: tuple[str, ...]) -> None:
    assert tuple(name for placed in limbs(words) for name in placed.limb.delegates) == who


def test_every_part_of_a_numbered_resolution_is_kept_whatever_its_verb() -> None:
    minutes = (
        "Council minutes, 17 July 2024\n\nProductivity Plan\n\nRESOLVED\n\n(i) That Council endorses the plan;\n\n"
        "(ii) That the plan be placed on the website; and\n\n(iii) That a report be brought in a year."
    )

    assert [number for number, _ in asked(minutes)] == ["i", "ii", "iii"]


def test_a_decision_told_again_with_a_short_name_in_its_minute_is_one() -> None:
    record = (
        "Decision details\n\nProductivity Plan\n\nDecision Maker: Cabinet\n\nDecision:\n\nRESOLVED to:\n\n"
        "(a) approve the Productivity Plan for the Ministry of Housing (MHCLG) by 19 July 2024.\n\n"
        "Minutes:\n\nCabinet RESOLVED to:\n\n"
        "(a) approve the Productivity Plan for MHCLG by 19 July 2024."
    )

    assert len(asked(record)) == 1


def test_of_a_table_of_decisions_only_the_row_of_the_plan_is_read() -> None:
    notice = (
        "Cabinet decisions, 9 July 2024\n\n| No. | Report | Decision | Reason |\n| --- | --- | --- | --- |\n"
        "| 4 | Leisure contract | That the contract be awarded and the outturn be noted | Price |\n"
        "| 5 | Productivity Plan | (1) That the plan be endorsed; (2) That it be published | The settlement |\n"
    )

    read = page(notice)

    assert [each["text"] for each in read.record.recommendations or ()] == [
        "That the plan be endorsed;", "That it be published",
    ]  # fmt: skip
    assert read.record.verbs == ("endorse",)


def test_an_item_ends_where_the_next_item_of_two_begins() -> None:
    minutes = (
        "Cabinet\n\n9 July 2024\n\n9. PRODUCTIVITY PLAN\n\nRESOLVED that the plan be agreed.\n\n"
        "10. OVERVIEW AND SCRUTINY COMMITTEE\n\nRESOLVED that the minutes of 3 June 2024 be noted.\n\n"
        "The meeting closed. Decisions may be called in by 5 pm on 18 July 2024."
    )

    read = page(minutes).record

    assert (read.verbs, read.call_in, read.call_in_deadline) == (("agree",), True, "2024-07-18")
