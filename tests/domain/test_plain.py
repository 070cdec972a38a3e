"""Values to plain data and back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.fingerprints import fingerprint, plain
from moothall.domain.plain import build
from moothall.domain.plans import Answer, AnswerStatus, Barrier, Plan


class _Colour(StrEnum):
    GREEN = "green"


@dataclass(frozen=True)
class _Hall:
    name: str
    opened_on: date | None = None
    colours: tuple[_Colour, ...] = ()
    rooms: tuple[tuple[str, str], ...] = ()


def test_a_value_comes_back_as_it_went() -> None:
    hall = _Hall("Guildhall", date(1874, 5, 1), (_Colour.GREEN,), (("a", "council chamber"),))

    assert build(_Hall, plain(hall)) == hall


def test_missing_fields_take_their_defaults() -> None:
    assert build(_Hall, {"name": "Guildhall"}) == _Hall("Guildhall")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({}, "_Hall.name is missing"),
        ({"name": "x", "roof": "lead"}, "_Hall.roof is not known"),
        ({"name": 3}, "_Hall.name must be str"),
        ({"name": "x", "opened_on": "the first of May"}, "_Hall.opened_on"),
        ({"name": "x", "colours": ["puce"]}, r"_Hall.colours\[0\]"),
        ({"name": "x", "colours": "green"}, "_Hall.colours must be a list"),
        ({"name": "x", "rooms": [["a"]]}, r"_Hall.rooms\[0\] must have 2 items"),
        ([], "_Hall must be an object"),
    ],
)
def test_what_does_not_fit_is_named_with_its_path(data: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        build(_Hall, data)


_words = st.text(max_size=40)
_plans = st.builds(
    Plan,
    authority=_words,
    authority_name=_words,
    round=_words,
    title=_words,
    introduction=_words,
    answers=st.lists(
        st.builds(Answer, question=_words, status=st.sampled_from(AnswerStatus), text=_words), max_size=3
    ).map(tuple),
    barriers=st.lists(st.builds(Barrier, key=_words, title=_words, text=_words), max_size=2).map(tuple),
)


@given(_plans)
def test_any_plan_comes_back_as_it_went_with_the_same_fingerprint(plan: Plan) -> None:
    again = build(Plan, plain(plan))

    assert again == plan
    assert fingerprint(again) == fingerprint(plan)


@given(_plans, _plans)
def test_two_plans_share_a_fingerprint_only_when_they_are_equal(one: Plan, other: Plan) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (one == other)
