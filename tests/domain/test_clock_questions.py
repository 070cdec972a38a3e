"""The clocks as programs ask for them: anything may be asked, and the answer is a date or a sentence."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clock_questions import QUESTIONS, answer
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

KEYS = sorted({argument.key for question in QUESTIONS.values() for argument in question.arguments})
NEAR_THE_EDGES = st.sampled_from(
    ["0001-01-01", "9999-12-31", "9999-12-31T23:59", "0001-01-01T00:00+14:00", "1995-01-01", "2028-12-31", "2028-12-29"]
)
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-5, 400)
    | st.floats()
    | st.text(max_size=8)
    | st.dates(date(1990, 1, 1), date(2033, 1, 1)).map(date.isoformat)
    | st.datetimes().map(str)
    | NEAR_THE_EDGES
    | st.sampled_from(["working", "calendar", "decision", "publication", "at_close", "next_working_day", "17:00"])
    | st.lists(st.dates().map(date.isoformat), max_size=2)
    | st.dictionaries(st.text(max_size=3), st.integers(), max_size=1)
)


@given(name=st.sampled_from(sorted(QUESTIONS)), asked=st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5))
def test_whatever_is_asked_the_answer_is_a_date_or_a_refusal_in_a_sentence(name: str, asked: dict[str, Any]) -> None:
    try:
        found = answer(name, asked, england())
    except Refusal as refusal:
        assert str(refusal).endswith((".", "?", "}", "]"))
        return
    assert found.on or found.kind


@given(
    name=st.sampled_from(sorted(QUESTIONS)),
    days=st.lists(NEAR_THE_EDGES, min_size=3, max_size=3),
    base=st.sampled_from(["decision", "publication"]),
)
def test_days_at_the_edge_of_the_table_and_of_the_calendar_are_answered_or_refused(
    name: str, days: list[str], base: str
) -> None:
    question = QUESTIONS[name]
    examples = {argument.key: argument.example for argument in question.arguments}
    asked: dict[str, Any] = {key: examples[key] or days[index] for index, key in enumerate(question.needs)}
    if name == "call-in":
        asked = {"published": days[0], "decided": days[1], "base": base, "publish_cutoff": "17:00"}
        asked |= {"publish_allowance": 1} if base == "decision" else {}

    try:
        found = answer(name, asked, england())
    except Refusal:
        return
    assert found.counted or found.points


@pytest.mark.parametrize(
    ("name", "asked", "on"),
    [
        pytest.param("key-decision-notice", {"decision": "1995-02-03"}, date(1995, 1, 5), id="28 working days unknown"),
        pytest.param("key-decision-notice", {"decision": "1995-01-30"}, date(1995, 1, 1), id="no working day before"),
        pytest.param(
            "call-in",
            {"published": "2028-12-26", "days": 5, "unit": "calendar"},
            date(2028, 12, 31),
            id="listed in 2029",
        ),
    ],
)
def test_an_answer_inside_the_table_is_given_though_what_goes_with_it_lies_beyond(
    name: str, asked: dict[str, Any], on: date
) -> None:
    assert answer(name, asked, england()).on == on


def test_an_unknown_clock_is_answered_with_the_clocks_there_are() -> None:
    with pytest.raises(Refusal, match="The clocks are: call-in, agenda-publication, key-decision-notice"):
        answer("full-moon", {}, england())


@pytest.mark.parametrize("name", [name for name, question in QUESTIONS.items() if question.needs])
def test_a_missing_argument_is_asked_for_by_name(name: str) -> None:
    with pytest.raises(Refusal, match=f"needs {QUESTIONS[name].needs[0]}, and it is not given"):
        answer(name, {}, england())
