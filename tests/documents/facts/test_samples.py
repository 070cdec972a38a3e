"""Records, minutes, reports and pages in many house styles, all invented: what is found, and what is left unsaid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from moothall.documents.reading import text
from moothall.documents.review import Review, review

SAMPLES = Path(__file__).parent / "samples"
EXPECTED: dict[str, dict[str, Any]] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


def reviewed(name: str) -> Review:
    return review(text.read((SAMPLES / f"{name}.txt").read_bytes(), f"{name}.txt"))


def comparable(found: Review, field: str) -> Any:
    value = found.record.plain().get(field)
    if field == "kind":
        return found.kind.value
    if value is None or value == "none":
        return value
    if field == "authority":
        return value["gss"]
    if field == "body":
        return [value["name"], value["kind"]]
    if field == "officers":
        return [officer["name"] for officer in value]
    if field == "implications":
        return [each["kind"] for each in value]
    return value


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_document_says_what_a_careful_reader_finds_in_it(name: str) -> None:
    found = reviewed(name)

    wrong = {
        field: (comparable(found, field), value)
        for field, value in EXPECTED[name].items()
        if field != "remarks" and comparable(found, field) != value
    }

    assert wrong == {}


@pytest.mark.parametrize("name", sorted(name for name in EXPECTED if "remarks" in EXPECTED[name]))
def test_a_document_draws_the_remarks_it_should(name: str) -> None:
    found = reviewed(name)

    checks = {remark.check for remark in found.remarks}

    assert checks >= set(EXPECTED[name]["remarks"])


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_fact_stands_where_it_says(name: str) -> None:
    page = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")

    facts = reviewed(name).facts

    assert facts
    assert all(page[fact.where.start : fact.where.end] == fact.quote and fact.quote for fact in facts)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_field_that_says_something_has_a_fact(name: str) -> None:
    found = reviewed(name)

    said = {field for field, value in found.record.plain().items() if value is not None}

    assert said == {fact.kind for fact in found.facts}


def test_every_sample_is_expected_and_every_expectation_has_a_sample() -> None:
    assert {path.stem for path in SAMPLES.glob("*.txt")} == set(EXPECTED)
