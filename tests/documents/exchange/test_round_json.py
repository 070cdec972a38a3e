"""A round file that is wrong is told where; one that is right comes back the same."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from moothall.documents.exchange import round_json
from moothall.reference import rounds

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def document() -> dict[str, Any]:
    return copy.deepcopy(round_json.dump(rounds.shipped()[0]))


def test_every_shipped_round_comes_back_unchanged() -> None:
    for each in rounds.shipped():
        assert round_json.load(round_json.dump(each)) == each


def test_the_published_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(round_json.schema())


def test_the_least_a_round_may_say_is_accepted() -> None:
    found = round_json.load(
        {
            "slug": "a-call",
            "title": "A call",
            "issuer": "An office",
            "legal_basis": "statutory",
            "letter_on": "2030-01-02",
            "deadline_on": "2030-03-01",
            "themes": [{"id": "T1", "key": "all", "title": "All", "text": "Everything."}],
        }
    )

    assert found.requirements == () and found.pages is None and found.themes[0].questions == ()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda d: d["themes"][2]["questions"][1].pop("id"), "themes[2].questions[1].id is missing. Add it."),
        (lambda d: d.pop("deadline_on"), "deadline_on is missing. Add it."),
        (lambda d: d["themes"][0].update(tittle="x"), "themes[0].tittle is not known here."),
        (lambda d: d.update(letter_on="2024-13-01"), "letter_on is '2024-13-01', which is no day."),
        (lambda d: d.update(letter_on="16 April"), "letter_on is '16 April'"),
        (lambda d: d.update(legal_basis="whim"), "legal_basis is 'whim'. It must be one of: statutory,"),
        (lambda d: d.update(format="moothall.round/9"), "It must be one of: moothall.round/1,"),
        (lambda d: d.update(pages=[4]), "pages has 1 items, which is too few"),
        (lambda d: d.update(pages=[4, 3]), "pages is [4, 3]. The least comes first."),
        (lambda d: d.update(pages=[0, 3]), "pages[0] is 0. It must be at least 1."),
        (lambda d: d.update(themes=[]), "themes has 0 items, which is too few."),
        (lambda d: d.update(title=" "), "title is ' '. It must not be empty."),
        (lambda d: d.update(title=7), "title is a number. It must be text."),
        (lambda d: d["themes"][1].update(key="Big Data"), "themes[1].key is 'Big Data'. Use small letters,"),
        (lambda d: d["themes"][1]["questions"][0].update(id="T1.Q1"), "themes[1].questions[0].id is 'T1.Q1', which"),
        (lambda d: d["themes"][3].update(key="transformation"), "themes[3].key is 'transformation', which is used"),
        (lambda d: d["requirements"][1].update(id="oversight"), "requirements[1].id is 'oversight', which is used"),
        (lambda d: d.update(deadline_on="2024-01-01"), "deadline_on (2024-01-01) is before letter_on (2024-04-16)."),
    ],
)
def test_what_is_wrong_is_told_with_its_place(document: dict[str, Any], change: Change, sentence: str) -> None:
    change(document)

    with pytest.raises(round_json.InvalidRound) as caught:
        round_json.load(document)

    assert any(sentence in fault for fault in caught.value.faults), caught.value.faults


def test_every_fault_is_told_at_once(document: dict[str, Any]) -> None:
    document["title"] = 7
    document.pop("slug")
    document["themes"][2]["questions"][1].pop("text")

    with pytest.raises(round_json.InvalidRound) as caught:
        round_json.load(document)

    assert len(caught.value.faults) == 3


@pytest.mark.parametrize("data", [None, [], "a round", 3])
def test_data_that_is_no_object_is_refused_in_a_sentence(data: Any) -> None:
    with pytest.raises(round_json.InvalidRound, match=r"The round is .* It must be an object"):
        round_json.load(data)
