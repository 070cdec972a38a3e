"""A plan in three layouts: the same words each time, and every question accounted for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moothall.documents.layouts import plan_narrative, plan_questions, plan_table
from moothall.documents.writing import html
from moothall.documents.writing.document import Document, Heading, Paragraph, Table, plain
from moothall.domain.plans import Answer, AnswerStatus, Commitment, CommitmentStatus
from tests.documents.invented import PLAN, ROUND


def headings(document: Document) -> list[str]:
    return [f"{block.number} {block.text}".strip() for block in document.blocks if isinstance(block, Heading)]


def numbered(document: Document) -> list[tuple[str, str]]:
    found = [block for block in document.blocks if isinstance(block, Paragraph) and block.number]
    return [(block.number, plain(block.words)) for block in found]


def test_the_narrative_numbers_its_paragraphs_once_through_the_whole_plan() -> None:
    found = numbered(plan_narrative.compose(PLAN, ROUND))

    assert [number for number, _ in found] == [str(place) for place in range(1, len(found) + 1)]
    assert found[2] == ("3", "Agency staff cost 3.1% of the pay bill.")


def test_the_narrative_explains_at_its_end_what_is_answered_elsewhere_or_declined() -> None:
    document = plan_narrative.compose(PLAN, ROUND)

    assert headings(document)[-1] == "Questions not answered here"
    assert [text for _, text in numbered(document)][-2:] == [
        "Facility time. Answered elsewhere: https://wrenbourne.example/pay-policy",
        "Most to save. Not answered. It cannot be answered out of its context.",
    ]


def test_question_by_question_shows_every_question_with_its_wording_and_what_became_of_it() -> None:
    document = plan_questions.compose(PLAN, ROUND)

    assert headings(document)[0] == "1 Wasteful spend"
    assert headings(document)[1:5] == [
        "1.1 Agency staff",
        "1.2 Facility time",
        "1.3 Most to save",
        "1.4 Not reached",
    ]
    said = html.write(document).decode()
    assert "What do you spend on agency staff?" in said
    assert "Not answered yet." in said


def test_milestones_stand_in_the_order_of_their_days() -> None:
    tables = [block for block in plan_narrative.compose(PLAN, ROUND).blocks if isinstance(block, Table)]

    milestones = next(table for table in tables if table.caption == "Milestones")
    assert [plain(row[2][0].words) for row in milestones.rows] == ["31 October 2024", "31 March 2025"]  # type: ignore[union-attr]


def test_the_table_layout_sets_barriers_beside_what_is_asked_of_government() -> None:
    tables = [block for block in plan_table.compose(PLAN, ROUND).blocks if isinstance(block, Table)]

    assert tables[-1].header == ("Barrier", "What stands in the way", "What we ask of government")


@pytest.mark.parametrize("layout", [plan_narrative, plan_questions, plan_table])
def test_no_layout_drops_words_whatever_theme_or_question_they_belong_to(layout: object) -> None:
    stray = Commitment("c9", "no-such-theme", "A stray commitment", "Its stray words.", CommitmentStatus.DONE)
    plan = replace(
        PLAN,
        answers=(*PLAN.answers, Answer("no-such-question", AnswerStatus.ANSWERED, "A stray answer.")),
        commitments=(*PLAN.commitments, stray),
    )

    said = html.write(layout.compose(plan, ROUND)).decode()  # type: ignore[attr-defined]

    for words in (
        "What we have changed.",
        "A panel meets weekly.",
        "pay-policy",
        "It cannot be answered out of its context.",
        "We will let the other two.",
        "Guildhall Street reopens",
        "5.6% in 2021/22",
        "Lower is better",
        "One-year settlements.",
        "Settle for three years.",
        "A stray answer.",
        "Its stray words.",
    ):
        assert words in said


def test_barriers_have_a_part_of_their_own_in_a_round_without_such_a_theme() -> None:
    document = plan_narrative.compose(PLAN, replace(ROUND, themes=ROUND.themes[:1]))

    assert "What stands in the way" in headings(document)


def test_who_agreed_the_plan_stands_under_its_title() -> None:
    decided = "Approved by Cabinet on Thursday 11 July 2024."

    assert plan_narrative.compose(PLAN, ROUND, decided=decided).subtitles == (decided,)


def test_a_reconstructed_wording_of_the_questions_is_said_to_be_one() -> None:
    theme = ROUND.themes[0]
    graded = replace(theme, questions=(replace(theme.questions[0], confidence="B"), *theme.questions[1:]))

    reconstructed = plan_questions.compose(PLAN, replace(ROUND, themes=(graded,)))

    assert "reconstructed wording" in html.write(reconstructed).decode()
    assert "reconstructed wording" not in html.write(plan_questions.compose(PLAN, ROUND)).decode()
