"""Anything may stand in the address of a clock's page: an answer or a sentence beside a field, never a fault."""

import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moothall.domain.clock_arguments import Reads
from moothall.domain.clock_questions import QUESTIONS

NAMES = sorted(QUESTIONS)
TEXTS = (
    st.text(max_size=20)
    | st.integers().map(str)
    | st.dates().map(str)
    | st.sampled_from(["", "0", "-1", "9" * 5000, "2024-07-03", "2024-07-03T17:15", "2024-07-03T99", "T", "--", "yes"])
)


@st.composite
def addresses(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A clock with a few names of its form, each with any text or several."""
    question = QUESTIONS[draw(st.sampled_from(NAMES))]
    names = [argument.key for argument in question.arguments] + ["as_known_on", "beside"]
    dated = (Reads.DAY, Reads.DAY_OR_MOMENT)
    keys = [argument.key for argument in question.arguments if argument.holds in dated] + ["as_known_on", "beside"]
    names += [f"{key}_{part}" for key in keys for part in ("day", "month", "year", "time")]
    asked: dict[str, Any] = dict(question.example) if draw(st.booleans()) else {}
    wild = draw(st.dictionaries(st.sampled_from(names), TEXTS | st.lists(TEXTS, max_size=2), max_size=3))
    return question.name, {**asked, **wild}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(asked=addresses())
def test_whatever_stands_in_the_address_there_is_an_answer_or_a_sentence(
    client: Client, asked: tuple[str, dict[str, Any]]
) -> None:
    name, query = asked

    page = client.get(f"/clocks/{name}", query)
    data = client.get(f"/clocks/{name}", {**query, "format": "json"})
    api = client.get(f"/api/v1/clocks/{name}", query)

    html = page.content.decode()
    assert page.status_code == 200
    assert ("The answer" in html) != ("There is a problem" in html) or "Show the answer" in html
    assert data.status_code in {200, 400}
    assert ("error" in data.json()) == (data.status_code == 400)
    assert api.status_code in {200, 400}


@pytest.mark.parametrize("name", NAMES)
def test_every_refusal_of_a_clock_stands_beside_a_field_of_its_page(client: Client, name: str) -> None:
    question = QUESTIONS[name]
    for argument in question.arguments:
        if argument.holds is not Reads.DAY:
            continue
        html = client.get(f"/clocks/{name}", {**dict(question.example), argument.key: "1066-10-14"}).content.decode()

        if "There is a problem" in html:
            assert re.search(r'href="#id_\w+"', html), f"{name}: no field is named for {argument.key}"
