"""Anything may be asked of any clock: the answer is an answer or one sentence, and never a fault."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain import known_then
from moothall.domain.clock_questions import QUESTIONS
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

NAMES = sorted(QUESTIONS)
EDGES = st.sampled_from(
    ["", " ", "0001-01-01", "9999-12-31", "2024-02-29", "2023-02-29", "2024-W27-3", "20240703", "2024-07-03T17:15Z"]
)
DAYS = st.dates(date(1994, 1, 1), date(2030, 1, 1)).map(date.isoformat)
WORDS = st.sampled_from(
    sorted({value for one in QUESTIONS.values() for argument in one.arguments for value, _ in argument.choices})
)
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | DAYS
    | EDGES
    | WORDS
    | st.datetimes().map(str)
    | st.just("9" * 5000)
    | st.just(10**400)
)
ANYTHING = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def questions(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A clock with a few of its arguments, each of them anything; the others as in its example, or left out."""
    question = QUESTIONS[draw(st.sampled_from(NAMES))]
    keys = [argument.key for argument in question.arguments] + ["as_known_on"]
    asked: dict[str, Any] = dict(question.example) if draw(st.booleans()) else {}
    wild = draw(st.dictionaries(st.sampled_from(keys), ANYTHING, max_size=3))
    return question.name, {**asked, **wild}


def one_sentence(refusal: Refusal) -> bool:
    """Whether a refusal reads as a sentence or two, short enough to show, with nothing of the program in it."""
    said = str(refusal)
    return len(said) < 600 and "Traceback" not in said and bool(re.search(r"[.?}\]]$", said))


@given(asked=questions())
def test_whatever_stands_under_any_key_there_is_an_answer_or_a_sentence(asked: tuple[str, dict[str, Any]]) -> None:
    name, plain = asked
    try:
        found = known_then.answer(name, plain, england)
    except Refusal as refusal:
        assert one_sentence(refusal)
        return

    assert isinstance(found, Deadline)
    assert found.on or found.kind
    assert json.loads(json.dumps(found.as_plain()))["clock"] == name


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", [[], {}, [[]], [None], {"a": 1}, True, -1, 0, 1.5, "9" * 5000, 10**400, "\x00", "é"])
def test_each_argument_by_itself_may_be_any_value(name: str, value: Any) -> None:
    question = QUESTIONS[name]
    for argument in question.arguments:
        plain = {**dict(question.example), argument.key: value}
        try:
            found = known_then.answer(name, plain, england)
        except Refusal as refusal:
            assert one_sentence(refusal)
        else:
            assert found.on or found.kind


@pytest.mark.parametrize("name", NAMES)
def test_a_clock_lacking_what_it_needs_says_which_argument_is_missing(name: str) -> None:
    question = QUESTIONS[name]
    for key in question.needs:
        plain = {other: value for other, value in question.example if other != key}

        with pytest.raises(Refusal, match=rf"needs {key}\b"):
            known_then.answer(name, plain, england)


@pytest.mark.parametrize("name", NAMES)
def test_a_clock_refuses_a_key_it_does_not_have_and_names_those_it_has(name: str) -> None:
    with pytest.raises(Refusal, match="has an unknown key"):
        known_then.answer(name, {**dict(QUESTIONS[name].example), "phase_of_the_moon": 1}, england)


@pytest.mark.parametrize("name", NAMES)
def test_null_is_the_same_as_leaving_an_argument_out(name: str) -> None:
    question = QUESTIONS[name]
    example = dict(question.example)
    silent = {argument.key: None for argument in question.arguments if argument.key not in example}

    assert known_then.answer(name, {**silent, **example}, england) == known_then.answer(name, example, england)
