"""A plan as JSON comes back as it was, and what is wrong with a file is said with its place."""

from __future__ import annotations

import copy
import dataclasses
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.exchange import checked, plan_json
from moothall.domain.fingerprints import fingerprint, plain
from moothall.domain.plans import Plan
from tests.documents.invented import PLAN

st.register_type_strategy(date, st.dates())


@given(plan=st.from_type(Plan))
def test_any_plan_comes_back_exactly_as_it_was(plan: Plan) -> None:
    assert plan_json.load(plan_json.dump(plan)) == plan
    assert plan_json.load(plan_json.to_bytes(plan)) == plan


def test_the_same_plan_gives_the_same_file_which_says_what_it_is() -> None:
    written = plan_json.to_bytes(PLAN)

    assert written == plan_json.to_bytes(PLAN)
    assert json.loads(written)["format"] == "moothall-plan"
    assert json.loads(written)["version"] == 1


def broken(path: list[str | int], value: Any) -> dict[str, Any]:
    data: Any = copy.deepcopy(plan_json.dump(PLAN))
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["commitments", 0, "milestones", 1, "due_on"], "31 March 2025", "commitments[0].milestones[1].due_on"),
        (["commitments", 0, "milestones", 1, "due_on"], "2025-02-30", "commitments[0].milestones[1].due_on"),
        (["answers", 2, "status"], "maybe", "answers[2].status"),
        (["measures", 0, "score"], 7, "measures[0]"),
        (["barriers"], None, "barriers"),
        (["version"], 2, "version"),
        (["format"], "something-else", "format"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(path: list[str | int], value: Any, place: str) -> None:
    with pytest.raises(plan_json.NotLoaded) as refused:
        plan_json.load(broken(path, value))

    assert refused.value.path == place
    assert str(refused.value).startswith(f"{place}: ")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"{", "not JSON"),
        (b"[]", "no JSON object"),
        (b'{"format": "a", "format": "b"}', "twice"),
        (b"[" * 100_000, "nested too deep"),
        (b"{}", "not a moothall-plan file"),
    ],
)
def test_what_is_no_plan_at_all_gets_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(plan_json.NotLoaded, match=words):
        plan_json.load(data)


def test_a_file_saved_by_a_windows_editor_is_read_too() -> None:
    assert plan_json.load(b"\xef\xbb\xbf" + plan_json.to_bytes(PLAN)) == PLAN


def test_the_published_schema_describes_every_field() -> None:
    schema = json.loads(checked.schema_text("plan"))

    objects = [schema, *schema["$defs"].values()]
    assert all(field.get("description") for one in objects for field in one["properties"].values())
    fields = {field.name for field in dataclasses.fields(Plan)}
    assert set(schema["properties"]) == fields | {"format", "version"}


def test_what_plans_learnt_to_hold_later_leaves_a_plan_without_it_as_it_was() -> None:
    kept_before = {"format", "version", "authority", "authority_name", "round", "title", "introduction", "answers"}
    kept_before |= {"commitments", "measures", "barriers"}

    assert set(plan_json.dump(PLAN)) == kept_before
    assert fingerprint(PLAN) == fingerprint(
        {name: plain(getattr(PLAN, name)) for name in kept_before - {"format", "version"}}
    )
