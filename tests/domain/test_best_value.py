"""Evidence by best-value theme: the rules it is found by, and what is asked of evidence that somebody adds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from moothall.domain import best_value as domain
from moothall.domain.best_value import Kind, Matter, ThemeEvidence
from moothall.domain.clocks.best_value_themes import Theme
from moothall.domain.refusals import Refusal
from moothall.reference import best_value_themes

MONEY, GOVERNANCE = (best_value_themes.called(key) for key in ("use_of_resources", "governance"))
assert MONEY and GOVERNANCE
ANSWER = Matter("answer:T4.Q1", Kind.ANSWER, "Agency staff", "We spend less on them.", date(2024, 6, 1), "question")


def test_the_shipped_themes_are_those_of_the_clock_in_its_order() -> None:
    assert [one.key for one in best_value_themes.shipped()] == list(Theme)
    assert all(one.name and one.says and one.words for one in best_value_themes.shipped())


def test_something_is_found_by_its_sort_by_the_letters_theme_or_by_a_whole_word_and_says_which() -> None:
    decision = replace(ANSWER, kind=Kind.DECISION, title="Cabinet", words="endorse the plan")

    assert domain.found_by(GOVERNANCE, decision) == "Found because it is a decision."
    assert domain.found_by(MONEY, ANSWER) == "Found by the word “Agency” in its text."
    assert domain.found_by(MONEY, replace(ANSWER, of="Reducing wasteful spending")) == (
        "Found by the word “wasteful spending” in the theme of the letter, “Reducing wasteful spending”."
    )
    assert domain.found_by(MONEY, replace(ANSWER, title="Interagency work")) == ""
    assert domain.candidates(MONEY, [ANSWER], settled={ANSWER.key}) == ()


def test_a_theme_with_nothing_says_so_plainly() -> None:
    assert ThemeEvidence(MONEY, (), (), ()).answer.startswith("There is nothing for this theme here.")


def test_evidence_that_somebody_adds_has_words_an_address_to_open_and_a_day_that_has_come() -> None:
    said = {"title": "Statement", "words": "It says so.", "address": "https://a.example/s"}
    day = date(2024, 6, 1)

    domain.check_added(**said, on=day, today=day)
    with pytest.raises(Refusal, match="not said what"):
        domain.check_added(**said | {"words": " "}, on=day, today=day)
    with pytest.raises(Refusal, match="cannot be opened"):
        domain.check_added(**said | {"address": "javascript:alert(1)"}, on=day, today=day)
    with pytest.raises(Refusal, match="still to come"):
        domain.check_added(**said, on=date(2024, 6, 2), today=day)
