"""What statements of a plan would add to the bank: once each, beside what stands there, and never over it."""

from __future__ import annotations

from moothall.domain.facts import Locator
from moothall.domain.plan_additions import Addition, How, additions
from moothall.domain.plan_proposals import plan_from
from moothall.domain.plans import Answer, AnswerStatus, Barrier, Commitment, CommitmentStatus, Plan
from moothall.domain.statements import (
    BarrierFound,
    CommitmentFound,
    Content,
    Level,
    NonAnswerFound,
    SectionFound,
    Statement,
    StatementKind,
)
from tests.people import ROUND

WORDS = "We will share a legal service with a neighbour."


def said(kind: StatementKind, value: object, start: int = 0, theme: str | None = "transformation") -> Statement:
    return Statement(kind, value, Locator(1, start, start + 9), WORDS, "test", theme=theme, question="T1.Q1")  # type: ignore[arg-type]


def commitment(text: str = WORDS, start: int = 0, theme: str | None = "transformation") -> Statement:
    return said(StatementKind.COMMITMENT, CommitmentFound(text, CommitmentStatus.PLANNED), start, theme)


def plan(**held: object) -> Plan:
    return Plan("X", "Ambermere", ROUND.slug, "Plan", "", **{"answers": (), **held})  # type: ignore[arg-type]


def found(*statements: Statement, bank: Plan | None = None, put_in: object = None) -> tuple[Addition, ...]:
    proposal = plan_from(Content(statements), ROUND)
    return additions(proposal, bank, put_in=put_in or {}, document="plan.pdf")  # type: ignore[arg-type]


def test_where_no_plan_was_begun_everything_whole_is_new() -> None:
    (one,) = found(commitment())

    assert (one.how, one.value.text) == (How.NEW, WORDS)  # type: ignore[union-attr]


def test_the_same_words_are_there_already_whatever_their_marks_and_capitals() -> None:
    stands = Commitment("C1", "transformation", "Legal", WORDS.upper().rstrip("."), CommitmentStatus.PLANNED)

    (one,) = found(commitment(), bank=plan(commitments=(stands,)))

    assert (one.how, one.beside) == (How.THERE, stands)


def test_what_the_plan_says_twice_is_added_once() -> None:
    ways = [one.how for one in found(commitment(), commitment(start=500))]

    assert ways == [How.NEW, How.THERE]


def test_what_was_put_in_is_not_offered_again_when_somebody_reworded_it_or_took_it_out() -> None:
    mark = {(StatementKind.COMMITMENT, Locator(1, 0, 9)): "C1"}
    stands = Commitment("C1", "transformation", "Ours", "Other words.", CommitmentStatus.DONE)

    (reworded,) = found(commitment(), bank=plan(commitments=(stands,)), put_in=mark)
    (taken_out,) = found(commitment(), bank=plan(), put_in=mark)

    assert (reworded.how, reworded.beside) == (How.THERE, stands)
    assert (taken_out.how, taken_out.beside) == (How.THERE, None)
    assert "taken it out" in taken_out.why


def test_a_commitment_under_no_theme_waits_for_one() -> None:
    (one,) = found(commitment(theme=None))

    assert one.how is How.HELD
    assert "under no theme" in one.why


def test_an_answer_in_other_words_and_a_barrier_of_the_same_name_stay() -> None:
    section = said(
        StatementKind.SECTION, SectionFound("Change", Level.QUESTION, "transformation", ("T1.Q1",), "", "New.")
    )
    barrier = said(StatementKind.BARRIER, BarrierFound("Settlements are short."), 50, "barriers")
    bank = plan(
        answers=(Answer("T1.Q1", AnswerStatus.ANSWERED, "Old."),),
        barriers=(Barrier("B1", "Settlements are short", "In our own words."),),
    )

    assert [one.how for one in found(section, barrier, bank=bank)] == [How.OTHER_WORDS, How.OTHER_WORDS]


def test_a_question_declined_without_a_reason_waits_for_one() -> None:
    (one,) = found(said(StatementKind.NON_ANSWER, NonAnswerFound(AnswerStatus.NOT_ANSWERED)))

    assert one.how is How.HELD
    assert "gives no reason" in one.why


def test_the_key_changes_with_the_words_so_that_only_what_was_shown_is_added() -> None:
    (before,), (after,) = found(commitment()), found(commitment("We will share two services with a neighbour."))
    (elsewhere,) = found(commitment(start=40))

    assert before.key != after.key
    assert before.key == elsewhere.key
