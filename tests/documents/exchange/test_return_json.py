"""A return as JSON, with the plan that was sent inside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moothall.documents.exchange import return_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.domain.fingerprints import fingerprint
from tests.documents.invented import SENT


def test_a_return_comes_back_exactly_as_it_was() -> None:
    undecided = replace(SENT, decision=None)

    assert return_json.load(return_json.to_bytes(SENT)) == SENT
    assert return_json.load(return_json.dump(undecided)) == undecided


def test_the_plan_inside_still_has_the_fingerprint_it_was_sent_with() -> None:
    found = return_json.load(return_json.to_bytes(SENT))

    assert fingerprint(found.plan) == found.plan_fingerprint


def test_what_is_wrong_in_the_plan_inside_is_said_with_its_whole_place() -> None:
    data = return_json.dump(SENT)
    data["plan"]["answers"][0]["status"] = "maybe"

    with pytest.raises(NotLoaded) as refused:
        return_json.load(data)

    assert refused.value.path == "plan.answers[0].status"


@pytest.mark.parametrize(("field", "value"), [("sent_at", "yesterday"), ("publication_version", 0), ("decision", {})])
def test_what_is_wrong_in_the_return_is_said_with_its_place(field: str, value: object) -> None:
    with pytest.raises(NotLoaded) as refused:
        return_json.load({**return_json.dump(SENT), field: value})

    assert refused.value.path.startswith(field)
