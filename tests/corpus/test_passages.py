"""A plan split into passages: the public page's own paragraphs, with names that last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from moothall.corpus.passages import split
from moothall.documents.layouts import plan_narrative
from moothall.documents.writing.document import Paragraph
from moothall.domain.plans import Answer, AnswerStatus, Barrier, Commitment, CommitmentStatus, Direction, Measure, Plan
from moothall.domain.rounds import LegalBasis, Question, Round, Theme

ROUND = Round(
    slug="thrift",
    title="Thrift",
    issuer="The department",
    legal_basis=LegalBasis.POLICY_REQUEST,
    letter_on=date(2024, 4, 16),
    deadline_on=date(2024, 7, 19),
    themes=(
        Theme("T1", "change", "How services changed", "", (Question("T1.Q1", "What changed", ""),)),
        Theme("T2", "barriers", "What stands in the way", "", (Question("T2.Q1", "", ""),)),
    ),
)
PLAN = Plan(
    authority="X07000001",
    authority_name="Ambermere District Council",
    round="thrift",
    title="Our plan",
    introduction="We are small.",
    answers=(
        Answer("T1.Q1", AnswerStatus.ANSWERED, "Three offices became one:\n- the depot\n- the hall\n\nIt saved money."),
        Answer("T2.Q1", AnswerStatus.NOT_ANSWERED, reason="It is reported already."),
    ),
    commitments=(Commitment("C1", "change", "Share lawyers", "With a neighbour.", CommitmentStatus.PLANNED),),
    measures=(Measure("M1", "change", "Agency spend", "%", Direction.DOWN, "Quarterly report"),),
    barriers=(Barrier("B1", "Short settlements", "They last a year.", "Settle for three."),),
)


def test_each_numbered_paragraph_of_the_public_page_is_one_passage() -> None:
    page = plan_narrative.compose(PLAN, ROUND)
    numbered = [block.anchor for block in page.blocks if isinstance(block, Paragraph) and block.number]

    passages = split(PLAN, ROUND)

    assert [one.anchor for one in passages] == numbered == ["p1", "p2", "p3", "p4", "p5", "p6", "p7"]
    assert [one.position for one in passages] == [1, 2, 3, 4, 5, 6, 7]


def test_a_passage_says_what_stands_on_the_page_with_the_list_under_it() -> None:
    opening, changed, *_ = split(PLAN, ROUND)

    assert opening.text == "We are small."
    assert changed.text == "Three offices became one:\nthe depot\nthe hall"


def test_a_passage_knows_its_theme_and_the_heading_above_it() -> None:
    places = [(one.theme, one.heading) for one in split(PLAN, ROUND)]

    assert places == [
        ("", ""),
        ("change", "What changed"),
        ("change", "What changed"),
        ("change", "What we do"),
        ("barriers", "What stands in the way"),
        ("barriers", "What stands in the way"),
        ("", "Questions not answered here"),
    ]


def test_a_list_right_under_a_heading_is_not_lost() -> None:
    plan = replace(PLAN, answers=(Answer("T1.Q1", AnswerStatus.ANSWERED, "- the depot\n- the hall"),))

    listed = split(plan, ROUND)[1]

    assert (listed.anchor, listed.heading, listed.text) == ("p1", "What changed", "the depot\nthe hall")


def test_the_same_text_always_gets_the_same_names() -> None:
    assert split(PLAN, ROUND) == split(replace(PLAN), ROUND)


def test_a_corrected_plan_keeps_the_names_of_all_words_that_stayed() -> None:
    before = {one.text: one.name for one in split(PLAN, ROUND)}
    corrected = replace(PLAN, title="Our other plan", introduction="A new opening.\n\nWe are small.\n\nWe are new.")

    after = {one.text: one.name for one in split(corrected, ROUND)}

    assert before.items() <= after.items()
    assert len(after) == len(before) + 2
    assert set(before.values()).isdisjoint({after["A new opening."], after["We are new."]})


def test_another_council_s_same_words_have_another_name() -> None:
    ours = {one.name for one in split(PLAN, ROUND)}

    assert ours.isdisjoint({one.name for one in split(replace(PLAN, authority="X07000002"), ROUND)})


def test_two_paragraphs_of_the_same_words_have_two_names() -> None:
    plan = replace(PLAN, introduction="We share.\n\nWe share.\n\nWe share.")

    first, second, third, *_ = split(plan, ROUND)

    assert first.text == second.text == third.text
    assert second.name == f"{first.name}-2"
    assert third.name == f"{first.name}-3"


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_two_passages_share_a_name_and_no_word_is_made_up(introduction: str, answer: str) -> None:
    plan = replace(PLAN, introduction=introduction, answers=(Answer("T1.Q1", AnswerStatus.ANSWERED, answer),))

    passages = split(plan, ROUND)

    assert len({one.name for one in passages}) == len(passages)
    assert all(len(one.name) <= 90 and one.text for one in passages if one.theme == "")
