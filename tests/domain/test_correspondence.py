"""Questions asked outside the council: what stands of them, what is refused, and the round's days in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from moothall.domain import correspondence as domain
from moothall.domain import round_timeline
from moothall.domain.correspondence import Asked, Question, Said, What
from moothall.domain.extensions import Channel
from moothall.domain.refusals import Refusal
from moothall.domain.round_timeline import Lane
from tests.people import ROUND

TODAY = date(2024, 6, 3)
ASKED = Question(1, Asked.NETWORK, "The network", "Policy team", date(2024, 5, 7), Channel.EMAIL, "May we note it?")
ANSWERED = Said(What.ANSWERED, date(2024, 5, 20), "The network", Channel.EMAIL, "Better to endorse it.")


def _with(*said: Said) -> Question:
    return replace(ASKED, said=said)


def test_a_question_waits_until_it_is_answered_and_the_last_answer_stands() -> None:
    chased = _with(Said(What.CHASED, date(2024, 5, 14)))
    twice = _with(ANSWERED, Said(What.ANSWERED, date(2024, 5, 28), "The network", words="Noting will do."))

    assert chased.sentence(as_of=TODAY) == ("No answer yet, 27 days after it was asked. Chased on Tuesday 14 May 2024.")
    assert twice.answer is not None and twice.answer.words == "Noting will do."
    assert twice.sentence(as_of=TODAY) == "Answered by The network on Tuesday 28 May 2024."
    assert domain.answer_of([chased, twice]) == "2 questions were asked, and 1 has no answer yet."


def test_sharing_ends_when_it_is_ended_or_the_question_is_taken_back() -> None:
    shared = Said(What.SHARED, date(2024, 5, 21), is_named=False)

    assert _with(ANSWERED, shared).shared == shared
    assert _with(ANSWERED, shared, Said(What.UNSHARED, date(2024, 5, 22))).shared is None
    assert _with(ANSWERED, shared, Said(What.TAKEN_BACK, date(2024, 5, 22), words="Asked twice.")).shared is None
    assert "may still tell who you are" in domain.shown("Ambermere", is_named=False)


@pytest.mark.parametrize(
    ("asked", "new", "sentence"),
    [
        (_with(), replace(ANSWERED, on=date(2024, 5, 6)), "before that, or still to come"),
        (_with(), replace(ANSWERED, words=""), "An answer needs whoever gave it"),
        (_with(ANSWERED), Said(What.CHASED, date(2024, 5, 21)), "This question is answered"),
        (_with(), Said(What.TAKEN_BACK, date(2024, 5, 21)), "needs a reason"),
        (_with(Said(What.TAKEN_BACK, date(2024, 5, 8), words="Why.")), ANSWERED, "was taken back"),
    ],
)
def test_what_cannot_be_said_of_a_question_is_refused(asked: Question, new: Said, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        domain.check_said(asked, new, today=TODAY)


def test_the_timeline_sets_the_letter_the_question_and_the_answer_in_order_of_their_days() -> None:
    moments = round_timeline.in_order(
        [*round_timeline.of_round(ROUND), *round_timeline.of_questions([_with(ANSWERED)])]
    )

    drawing = round_timeline.drawn(moments, as_of=TODAY)

    assert [one.title for one in moments] == [
        "The letter", "Asked The network", "The network answered", "The day the plan is due, as the round has it",
    ]  # fmt: skip
    assert [lane for lane, _ in drawing.lanes] == [Lane.ISSUER, Lane.OTHERS, Lane.COUNCIL]
    assert [mark.at for _, marks in drawing.lanes for mark in marks] == [
        0,
        1,
        pytest.approx(34 / 94),
        pytest.approx(21 / 94),
    ]
    assert [name for _, name in drawing.months] == ["May 2024", "Jun 2024", "Jul 2024"]
