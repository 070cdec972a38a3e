"""Whatever file a plan went out in, the plan comes back from it as it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.documents.exchange import plan_json, plan_stratml, return_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.documents.layouts import plan_layouts
from moothall.documents.reading.attachments import plan_inside
from moothall.documents.reading.plan_file import plan_in
from moothall.documents.writing import pdf
from moothall.domain.plans import Plan
from tests.documents.invented import MOMENT, PLAN, ROUND, SENT
from tests.examples import fewer

st.register_type_strategy(date, st.dates())


def printed(plan: Plan) -> bytes:
    """The plan as a PDF that carries its data."""
    inside = pdf.Attachment(plan_json.FILE_NAME, plan_json.to_bytes(plan))
    return pdf.write(plan_layouts.compose(PLAN, ROUND), attachments=(inside,), timestamp=MOMENT)


@settings(max_examples=fewer(8))
@given(plan=st.from_type(Plan))
def test_any_plan_inside_a_pdf_comes_back_exactly_as_it_was(plan: Plan) -> None:
    inside = plan_inside(printed(plan))

    assert inside is not None
    assert plan_json.load(inside) == plan


def test_each_form_of_a_plan_gives_the_same_plan() -> None:
    forms = {
        "plan.json": plan_json.to_bytes(PLAN),
        "plan.xml": plan_stratml.to_bytes(PLAN, ROUND),
        "plan.pdf": printed(PLAN),
    }

    assert {name: plan_in(data, name) == PLAN for name, data in forms.items()} == dict.fromkeys(forms, True)
    assert plan_in(return_json.to_bytes(SENT), "return.json") == SENT.plan


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"hello", "not JSON"),
        (b"{}", "not a moothall-plan file"),
        (b"<a/>", "no plan in StratML"),
        (b"%PDF-1.7 nothing more", "plan.bin"),
        (pdf.write(plan_layouts.compose(PLAN, ROUND), timestamp=MOMENT), "no plan's data inside"),
    ],
    ids=["text", "JSON", "XML", "damaged", "no data"],
)
def test_a_file_that_holds_no_plan_says_what_it_is(data: bytes, words: str) -> None:
    with pytest.raises(NotLoaded, match=words):
        plan_in(data, "plan.bin")
