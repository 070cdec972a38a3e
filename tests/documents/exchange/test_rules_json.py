"""A file of a council's rules: what the schema publishes is what is read and written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from moothall.documents.exchange import rules_json
from moothall.domain import rule_packs, rulebook_plain
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.closures import ClosureKind
from moothall.domain.local_rules import RULINGS, RuledClock
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import Rulebook
from moothall.reference.rule_packs import default
from tests.domain.rulebooks import rulebooks
from tools import reference_rules

SCHEMA = rules_json.schema()
VALIDATOR = Draft202012Validator(SCHEMA)
LEAST: dict[str, Any] = {"format": "moothall.rules/1", "rules": [{"clock": "call-in", "value": {"days": 3}}]}


def test_the_published_schema_is_itself_valid_and_names_every_clock_maker_and_kind() -> None:
    parts = SCHEMA["$defs"]

    Draft202012Validator.check_schema(SCHEMA)
    assert parts["clock"]["enum"] == list(RuledClock)
    assert parts["maker"]["enum"] == list(BodyKind)
    assert parts["closure"]["properties"]["kind"]["enum"] == list(ClosureKind)


def test_the_schema_gives_each_clock_the_shape_it_is_read_in() -> None:
    shapes = {
        name: case["then"]["properties"]["value"]["$ref"].rpartition("/")[2]
        for case in SCHEMA["$defs"]["rule"]["allOf"]
        for name in case["if"]["properties"]["clock"]["enum"]
    }

    assert shapes == {clock: ruling.shape for clock, ruling in RULINGS.items()}


@given(book=rulebooks())
def test_what_is_written_fits_the_schema_and_comes_back_the_same(book: Rulebook) -> None:
    written = rules_json.dump(book)

    assert list(VALIDATOR.iter_errors(json.loads(written))) == []
    assert rules_json.load(written) == book


@pytest.mark.parametrize("model", Governance)
def test_the_flat_form_fits_the_schema_too(model: Governance) -> None:
    assert list(VALIDATOR.iter_errors(rule_packs.as_plain(default(model)))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"rules": [{"clock": "call-in"}]},
        {"rules": [{"clock": "agenda-publication", "value": {"days": 5}}]},
        {"rules": [{"clock": "tea", "value": {}}]},
        {"rules": [{"clock": "call-in", "value": {"days": 3}, "makers": ["king"]}]},
        {"closures": [{"name": "Christmas closure"}]},
        {"governance": [{"model": "king"}]},
        {"rulez": []},
        {"format": "moothall.rules/9"},
    ],
)
def test_what_the_schema_does_not_allow_is_not_read_either(change: dict[str, Any]) -> None:
    assert list(VALIDATOR.iter_errors(LEAST | change))
    with pytest.raises(Refusal):
        rules_json.load(LEAST | change)


def test_the_least_a_rulebook_may_say_is_read() -> None:
    assert list(VALIDATOR.iter_errors(LEAST)) == []
    assert rules_json.load(LEAST).rules[0].id == "rule-1"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff", "The rules cannot be read: The file is not UTF-8 text."),
        (b"{", "The rules cannot be read (line 1): The file is not JSON"),
        (b"[]", "The rules cannot be read: The file holds no JSON object at its top."),
        (b'{"rules": [], "rules": []}', "The rules cannot be read (rules): The key stands twice"),
        (b'{"rules": %s}' % (b"9" * 5000), "The rules hold a number that cannot be read."),
        (b'{"call_in": null}', "The file is not in the full form of rules"),
    ],
)
def test_a_file_that_is_no_rulebook_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        rules_json.load(data)

    assert str(refused.value).startswith(sentence)


@given(data=st.binary(max_size=60) | st.text(max_size=60))
def test_whatever_the_file_holds_it_is_refused_in_a_sentence(data: bytes | str) -> None:
    with pytest.raises(Refusal) as refused:
        rules_json.load(data)

    assert refused.value.next_step


@given(book=rulebooks())
def test_the_same_rulebook_is_always_the_same_file(book: Rulebook) -> None:
    assert rules_json.dump(book) == rules_json.dump(rulebook_plain.rulebook(json.loads(rules_json.dump(book))))


def test_the_examples_of_the_reference_page_are_read_and_fit_the_schema() -> None:
    flat = rule_packs.rule_pack(reference_rules.FLAT, default=default(Governance.EXECUTIVE))

    assert len(rules_json.load(reference_rules.EXAMPLE).rules) == len(reference_rules.EXAMPLE["rules"])
    assert flat.agenda.number == 7
    for example in (reference_rules.EXAMPLE, reference_rules.FLAT):
        assert list(VALIDATOR.iter_errors(example)) == []
