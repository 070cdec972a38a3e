"""A plan as StratML: it fits the schema, comes back as it was, and what other programs wrote gets a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from moothall.documents.exchange import plan_json, plan_stratml
from moothall.documents.exchange.checked import SCHEMAS, NotLoaded
from moothall.domain.plans import Plan
from tests.documents.invented import PLAN, ROUND
from tests.examples import fewer

st.register_type_strategy(date, st.dates())
SCHEMA = etree.XMLSchema(etree.parse(SCHEMAS / "stratml.xsd"))


@settings(max_examples=fewer(40))
@given(plan=st.from_type(Plan))
def test_any_plan_fits_the_schema_and_comes_back_exactly_as_it_was(plan: Plan) -> None:
    written = plan_stratml.to_bytes(plan, ROUND)

    SCHEMA.assertValid(etree.fromstring(written))
    assert plan_stratml.load(written) == plan


def test_another_program_reads_titles_words_days_and_figures_from_its_elements() -> None:
    written = plan_stratml.to_bytes(PLAN, ROUND, published_on=date(2024, 7, 19), source="https://council.example/plan/")

    root = etree.fromstring(written)
    said = [element.text for element in root.iter("{*}Name", "{*}EndDate", "{*}Source", "{*}MeasurementDimension")]
    assert written == plan_stratml.to_bytes(
        PLAN, ROUND, published_on=date(2024, 7, 19), source="https://council.example/plan/"
    )
    assert {PLAN.title, PLAN.authority_name, "Agency staff", "2025-03-31", "https://council.example/plan/"} <= set(said)
    assert PLAN.measures[0].title in said


def test_words_changed_in_an_element_are_the_plan_s_words_when_it_comes_back() -> None:
    changed = plan_stratml.to_bytes(PLAN, ROUND).replace(b"A panel meets weekly.", b"A panel meets each Monday.")

    assert "A panel meets each Monday." in plan_stratml.load(changed).answers[0].text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not XML"),
        (plan_json.to_bytes(PLAN), "not XML"),
        (b"<plan/>", "no plan in StratML"),
        (b'<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>', "document type"),
        (f'<PerformancePlanOrReport xmlns="{plan_stratml.NAMESPACE}"/>'.encode(), "not written by Moothall"),
        (f'<PerformancePlanOrReport xmlns="{plan_stratml.NAMESPACE}"><?moothall-rest [?></PerformancePlanOrReport>'
         .encode(), "broken"),
        (plan_stratml.to_bytes(PLAN, ROUND).replace(b'"status":"under_way"', b'"status":"soon"'), "must be one of"),
    ],
    ids=["nothing", "json", "other XML", "entities", "another program", "broken", "no such status"],
)  # fmt: skip
def test_what_is_no_plan_in_stratml_gets_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(NotLoaded, match=words):
        plan_stratml.load(data)
