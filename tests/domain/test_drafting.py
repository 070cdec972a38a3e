"""A first draft from what was confirmed, and nothing else."""

from moothall.domain.drafting import WANTED, draft
from moothall.domain.plain import build
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
