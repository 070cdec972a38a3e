"""What must be mended before the agenda, each with its field and its rule; and guidance a template left behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from moothall.domain.leftover_guidance import leftovers
from moothall.domain.refusals import Refusal
from moothall.domain.report_completeness import completeness
from moothall.domain.reports import (
    CommitteeReport,
    Implication,
    Option,
    Recommendation,
    check_taken,
    promised,
)
from tests.documents.invented import REPORT

MENDED = replace(
    REPORT,
    implications=(Implication("legal", "There is no statutory duty.", "Joan Whitcombe, solicitor"),),
    recommendations=(Recommendation("1", "Approve the plan."), Recommendation("2", "Note it.", (), "1")),
)


def found(**changes: object) -> dict[str, str]:
    return {one.remark.check: one.field for one in completeness(replace(MENDED, **changes), ())}  # type: ignore[arg-type]


def test_a_report_with_nothing_to_mend_has_no_remark() -> None:
    assert found() == {}


@pytest.mark.parametrize(
    ("changes", "check", "field"),
    [
        (
            {"implications": (Implication("equalities", "", is_none=True),)},
            "none_without_reason_or_name",
            "implications",
        ),
        (
            {"implications": (Implication("legal", "So.", "A. Body", promised="A full assessment"),)},
            "promise_without_date",
            "implications",
        ),
        ({"key_decision": True, "key_decision_reason": ""}, "key_without_reason", "key_decision_reason"),
        (
            {"key_decision": True, "forward_plan_number": "", "forward_plan_first_notified": None},
            "key_without_notice",
            "forward_plan_number",
        ),
        ({"background_papers": ("The letter",)}, "background_paper_without_copy", "background_copies"),
        ({"is_open": False, "exempt_paragraphs": "3"}, "exempt_without_reason", "public_interest"),
        ({"recommendations": (Recommendation("2", "Note.", (), "9"),)}, "alternative_to_nothing", "recommendations"),
        ({"options": (Option("Do it"), Option("Do not"))}, "option_not_chosen", "options"),
        ({"appendices": ("Appendix A",)}, "appendix_without_name", "appendices"),
        ({"appendices": ("Appendix A: plan", "Appendix A: plan")}, "appendix_twice", "appendices"),
        ({"summary": "To ask [insert body] to agree."}, "guidance_left", "summary"),
    ],
)
def test_each_fault_is_told_with_the_field_in_which_it_is_mended(
    changes: dict[str, object], check: str, field: str
) -> None:
    assert found(**changes) == {check: field}


def test_none_is_an_answer_when_somebody_gives_it_and_says_why() -> None:
    none = Implication("equalities", "It changes no service.", "Dev Rana, equalities adviser", is_none=True)

    assert found(implications=(none,)) == {}


def test_none_for_equalities_carries_the_duty_and_its_mark() -> None:
    report = replace(MENDED, implications=(Implication("equalities", "", is_none=True),))

    remark = completeness(report, ())[0].remark

    assert remark.message == "“None” for equalities has no reason and no name."
    assert remark.rule is not None and "section 149 (check with your monitoring officer)" in remark.rule


@pytest.mark.parametrize(
    "text",
    [
        "[insert name of body]",
        "<enter date>",
        "Yes/No, delete as appropriate",
        "Click here to enter text",
        "{{ title }}",
    ],
)
def test_guidance_of_a_template_is_found_where_it_stands(text: str) -> None:
    said = f"The plan. {text} And more."

    first = next(leftovers(said))

    assert said[first.start : first.end] == first.words and first.words in said


@pytest.mark.parametrize(
    "text", ["The plan [Appendix A] is attached.", "Members may insert a date.", "See section 3 [2024] EWHC 12."]
)
def test_a_councils_own_brackets_are_no_guidance(text: str) -> None:
    assert list(leftovers(text)) == []


def test_what_is_promised_for_later_is_listed_by_its_day() -> None:
    late = Implication("legal", "x", "y", promised="Advice", promised_by=date(2025, 3, 1))
    soon = Implication("equalities", "x", "y", promised="A full assessment", promised_by=date(2024, 12, 1))
    some = Implication("financial", "x", "y", promised="Figures")

    listed = promised(replace(MENDED, implications=(some, late, soon)))

    assert listed == (soon, late, some)


@pytest.mark.parametrize(
    ("numbers", "today", "words"),
    [
        (("1",), date(2024, 7, 10), "not been held"),
        (("7",), date(2024, 7, 12), "no recommendation 7"),
        (("1", "2"), date(2024, 7, 12), "alternatives"),
    ],
)
def test_members_cannot_have_taken_this(numbers: tuple[str, ...], today: date, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        check_taken(MENDED, numbers, today=today)


def test_one_of_two_alternatives_can_be_taken() -> None:
    check_taken(MENDED, ("2",), today=date(2024, 7, 11))

    assert CommitteeReport("", "", "", None).taken == ()
