"""A first draft from what was confirmed, and nothing else."""

import pytest

from moothall.domain.drafting import WANTED, check_fits, corrected_recommendation, draft, nearest
from moothall.domain.house_templates import HouseTemplate, Numbering, Slot
from moothall.domain.plain import build
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport

CONFIRMED = {
    "title": "Efficiency Plan",
    "body": {"name": "Cabinet", "kind": "executive"},
    "meeting_date": "2024-07-11",
    "key_decision": False,
    "forward_plan": {"number": "24/031", "first_notified": None},
    "recommendations": [
        {
            "number": "2.1",
            "text": "That Cabinet approves the plan.",
            "limbs": [{"verb": "approve", "object": "the plan", "condition": None, "delegates": []}],
            "alternative_to": None,
        }
    ],
    "officers": [{"name": "Ada Verrill", "role": "Director", "email": None, "phone": None}],
    "implications": [
        {"kind": "legal", "label": "Legal", "text": "none_stated", "author": None},
        {"kind": "financial", "label": "Finance", "text": "Met from budgets.", "author": "Bram Oakes"},
    ],
    "options": "none",
    "background_papers": "none",
    "wards": ["All"],
    "exempt": {"value": False, "basis": "open report"},
}


def test_what_was_confirmed_fills_the_report_and_makes_a_whole_value() -> None:
    drafted = draft(CONFIRMED)

    report = build(CommitteeReport, {"authority_name": "A Borough Council", **drafted.report})
    assert (report.title, report.body, str(report.meeting_on)) == ("Efficiency Plan", "Cabinet", "2024-07-11")
    assert report.recommendations[0].limbs[0].verb == "approve"
    assert report.implications[0].is_none
    assert report.implications[1].author == "Bram Oakes"
    assert report.no_options and report.no_background_papers
    assert report.forward_plan_number == "24/031"


def test_the_deciding_step_is_drafted_with_its_body_and_day() -> None:
    decider = draft(CONFIRMED).decider

    assert decider is not None
    assert (decider.body, decider.kind, decider.meets_on) == ("Cabinet", "executive", "2024-07-11")


def test_what_is_missing_is_listed_by_name() -> None:
    gaps = draft(CONFIRMED).gaps

    assert gaps == (WANTED["portfolio_holder"], WANTED["call_in"], WANTED["consultees"])


def test_nothing_confirmed_drafts_nothing_and_lists_everything() -> None:
    drafted = draft({})

    assert drafted.report == {}
    assert drafted.decider is None
    assert drafted.gaps == tuple(WANTED.values())


def test_a_field_the_document_does_not_say_is_a_gap_and_fills_nothing() -> None:
    drafted = draft({"title": None, "options": None})

    assert drafted.report == {}
    assert WANTED["title"] in drafted.gaps


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_an_empty_correction_is_refused_because_not_said_is_another_answer(empty: object) -> None:
    with pytest.raises(Refusal, match="answer that it does not say"):
        check_fits("title", empty)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("meeting_date", "the eleventh of July"),
        ("recommendations", [{"number": "1", "text": "That it be sung.", "limbs": [{"verb": "sing"}]}]),
        ("body", "Cabinet"),
    ],
)
def test_a_correction_without_the_shape_of_its_field_is_refused(field: str, value: object) -> None:
    with pytest.raises(Refusal, match="shape of this field"):
        check_fits(field, value)


@pytest.mark.parametrize("field", sorted(CONFIRMED))
def test_what_fills_a_report_fits(field: str) -> None:
    check_fits(field, CONFIRMED[field])


def test_a_corrected_recommendation_keeps_the_limbs_whose_verb_stays_and_adds_the_new_verb() -> None:
    read = {
        "number": "2",
        "text": "That Cabinet notes the plan",
        "limbs": [
            {"verb": "note", "object": "the plan", "condition": "", "delegates": []},
            {"verb": "approve", "object": "its publication", "condition": "once signed", "delegates": []},
        ],
        "alternative_to": None,
    }

    right = corrected_recommendation(read, number="2.1", text="That it be so", verbs=["approve", "endorse"])

    assert right["number"] == "2.1"
    assert [limb["verb"] for limb in right["limbs"]] == ["approve", "endorse"]
    assert right["limbs"][0]["condition"] == "once signed"
    assert right["limbs"][1]["object"] == "That it be so"


def _template(name: str, *labels: str, seen_in: tuple[str, ...] = ()) -> HouseTemplate:
    return HouseTemplate(name, name, tuple(Slot("summary", label) for label in labels), Numbering.NONE, seen_in=seen_in)


PLAIN = _template("plain", "Purpose", "Background")
IN_CAPITALS = _template("capitals", "RECOMMENDATIONS", "FORWARD PLAN", seen_in=("Ambermere District Council",))
LETTERED = _template("lettered", "Recommended that", "Proposals")


def test_the_house_template_seen_in_the_council_comes_before_one_with_like_headings() -> None:
    chosen = nearest(["Proposals"], [PLAIN, IN_CAPITALS, LETTERED], official_name="Ambermere District Council")

    assert chosen is IN_CAPITALS


def test_a_council_not_seen_before_gets_the_template_that_shares_most_headings() -> None:
    chosen = nearest(["1. Recommended that:", "2. Proposals"], [PLAIN, IN_CAPITALS, LETTERED], official_name="Another")

    assert chosen is LETTERED


def test_headings_like_none_of_the_templates_get_the_plain_one() -> None:
    assert nearest(["Overture"], [PLAIN, IN_CAPITALS, LETTERED], official_name="Another") is PLAIN


def test_a_forward_plan_number_without_a_day_fills_the_number_alone() -> None:
    report = draft({"forward_plan": {"number": "24/031", "first_notified": None}}).report

    assert report == {"forward_plan_number": "24/031"}
