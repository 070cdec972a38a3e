"""What a plan that was read proposes for the bank: the council's own statements only, each with what it rests on."""

from __future__ import annotations

from datetime import date

from moothall.documents.content import find_content
from moothall.documents.outline import outline
from moothall.documents.reading import text as reader
from moothall.domain.plan_proposals import PlanProposal, plan_from, standings, title
from moothall.domain.plans import AnswerStatus, CommitmentStatus
from moothall.domain.statements import Content
from moothall.reference import rounds

ROUND = rounds.shipped()[0]
PLAN = """# Wrenmoor Council productivity plan

July 2024

## Theme 1

### How do you measure productivity?

Productivity is measured by cost per household.

We will open a second depot by March 2026.

## Theme 3

### What does trade union facility time cost?

This is published separately in our pay policy statement.

## Theme 4

The Minister has said that councils will end waste by 2025.

Planning fees do not cover the cost of the service. Government should let councils set them.
"""


def content(text: str = PLAN) -> Content:
    return find_content(outline(reader.read(text.encode(), "plan.txt")), ROUND)


def proposal() -> PlanProposal:
    return plan_from(content(), ROUND)


def test_a_question_answered_elsewhere_is_proposed_with_its_place() -> None:
    (answer,) = [each.value for each in proposal().answers if each.value.question == "T3.Q5"]

    assert (answer.status, answer.where) == (AnswerStatus.ELSEWHERE, "our pay policy statement")


def test_the_words_under_a_question_are_its_answer() -> None:
    (answer,) = [each.value for each in proposal().answers if each.value.question == "T1.Q2"]

    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text.startswith("Productivity is measured by cost per household.")


def test_a_commitment_brings_its_milestone_and_a_ministers_words_bring_none() -> None:
    (one,) = proposal().commitments

    assert one.value.status is CommitmentStatus.PLANNED
    assert [step.due_on for step in one.value.milestones] == [date(2026, 3, 31)]
    assert one.rests_on[0].quote == "We will open a second depot by March 2026."


def test_a_barrier_is_proposed_with_what_is_asked_about_it() -> None:
    (one,) = proposal().barriers

    assert one.value.text == "Planning fees do not cover the cost of the service."
    assert one.value.ask == "Government should let councils set them."


def test_a_measure_without_a_unit_says_that_it_has_none() -> None:
    (one,) = proposal().measures

    assert one.value.unit == ""
    assert "does not say its unit" in one.remarks[0]


def test_every_question_stands_at_some_level_or_at_none() -> None:
    how = {one.question: one.how for one in standings(content(), ROUND)}

    assert how["T1.Q2"] == "question"
    assert how["T1.Q1"] == "theme"
    assert how["T3.Q5"] == "elsewhere"
    assert how["T2.Q1"] is None


def test_a_plan_without_themes_answers_as_a_whole() -> None:
    how = {one.how for one in standings(content("# A plan\n\n## Introduction\n\nWe are thrifty.\n"), ROUND)}

    assert how == {"plan"}


def test_a_title_is_cut_at_a_clause() -> None:
    assert title("Short words.") == "Short words"
    assert title("We will open a second depot by March 2026, once the lease of the old one is out, and close it.") == (
        "We will open a second depot by March 2026"
    )  # fmt: skip
