"""The clocks of openness, officers, duties and change as programs ask for them: examples, lists, wrong words."""

from typing import Any

import pytest

from moothall.domain import (
    access_questions,
    change_questions,
    duty_questions,
    information_questions,
    notice_questions,
    officer_questions,
    openness_questions,
    paper_questions,
)
from moothall.domain.clock_arguments import ClockQuestion, Reads
from moothall.domain.clock_questions import answer
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

OURS = [
    question
    for module in (
        access_questions,
        openness_questions,
        paper_questions,
        notice_questions,
        officer_questions,
        duty_questions,
        information_questions,
        change_questions,
    )
    for question in module.QUESTIONS
]


@pytest.mark.parametrize("question", OURS, ids=lambda question: question.name)
def test_the_example_of_each_clock_is_answered_with_its_working(question: ClockQuestion) -> None:
    found = answer(question.name, dict(question.example), england())

    assert found.clock == question.name
    assert found.counted or found.points
    assert not found.what.endswith(".")
    assert all(point.says.strip() for point in found.points)


@pytest.mark.parametrize("question", OURS, ids=lambda question: question.name)
def test_a_page_can_ask_every_argument_in_plain_words(question: ClockQuestion) -> None:
    for argument in question.arguments:
        assert argument.asked.endswith("?")
        assert argument.holds is not Reads.CHOICE or argument.choices


@pytest.mark.parametrize(
    ("name", "asked", "kind"),
    [
        ("exempt-information", {"day": "2024-07-09", "paragraphs": [1, 3]}, "not_shown"),
        ("exempt-information", {"day": "2024-07-09", "paragraphs": "1,3"}, "not_shown"),
        ("exempt-information", {"day": "2024-07-09", "paragraphs": 3}, "not_shown"),
        ("background-list", {"meeting": "2024-07-09", "papers": ["Notes, in draft"]}, "listed"),
        ("background-list", {"meeting": "2024-07-09", "papers": ""}, "not_said"),
        (
            "officer-decision-record",
            {"decided": "2024-07-29", "authorisation": "general", "effects": "rights,permission"},
            "owed",
        ),
        (
            "statutory-officers",
            {
                "day": "2024-07-09",
                "head_of_paid_service": [{"holder": "A", "from": "2024-01-01", "to": None}],
                "monitoring_officer": "B",
                "chief_finance_officer": [{"holder": "C", "to": "2024-06-30"}, {"holder": "D", "from": "2024-07-01"}],
            },
            "filled",
        ),
    ],
)
def test_lists_may_be_given_as_lists_or_as_text(name: str, asked: dict[str, Any], kind: str) -> None:
    assert answer(name, asked, england()).kind == kind


@pytest.mark.parametrize(
    ("name", "asked", "sentence"),
    [
        (
            "officer-decision-record",
            {"decided": "2024-07-29", "authorisation": "general", "threshold": 50000},
            "The council's policy is given without threshold_since. Give both threshold and threshold_since.",
        ),
        (
            "officer-decision-record",
            {"decided": "2024-07-29", "authorisation": "by word of mouth"},
            "authorisation is 'by word of mouth', which is not known here. Give one of: express, general.",
        ),
        (
            "exempt-information",
            {"day": "2024-07-09", "paragraphs": "3,x"},
            "paragraphs is 'x', which is not a whole number. Give it as 5.",
        ),
        (
            "exempt-information",
            {"day": "2024-07-09", "paragraphs": "9"},
            "Part 1 of schedule 12A has no paragraph 9. Give paragraphs from 1 to 7, as 3 or 1,2.",
        ),
        (
            "statutory-officers",
            {"day": "2024-07-09", "monitoring_officer": [{"holder": "A", "since": "2024-01-01"}]},
            "A holder of monitoring_officer has an unknown key, 'since'. The keys known here are: holder, from, to.",
        ),
        (
            "statutory-officers",
            {"day": "2024-07-09", "monitoring_officer": ["A"]},
            'monitoring_officer holds a line that is no object. Give {"holder": "A. Name"}.',
        ),
        (
            "pre-election",
            {
                "day": "2024-06-01",
                "notice_of_election": "2024-06-04",
                "poll": "2024-07-04",
                "civil_service_from": "2024-05-25",
            },
            "The civil service's window has no first day, no last day, or ends before it begins. Give"
            " civil_service_from and civil_service_to in order, or neither.",
        ),
        (
            "obligation-holder",
            {"day": "2027-04-01", "vesting": "2027-04-31", "obligation": "record"},
            "vesting is '2027-04-31', which is not a date. Give it as 2024-07-03, or 2024-07-03T17:15.",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_what_to_enter(name: str, asked: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        answer(name, asked, england())

    assert str(refused.value) == sentence


def test_a_meeting_before_october_2002_is_counted_by_its_law_and_by_five_where_five_are_asked_for() -> None:
    meeting = {"meeting": "2002-09-30"}

    of_its_day = answer("agenda-publication", meeting, england()).as_plain()["on"]
    asked = answer("agenda-publication", {**meeting, "clear_days": 5}, england()).as_plain()["on"]

    assert (of_its_day, asked) == ("2002-09-24", "2002-09-20")
