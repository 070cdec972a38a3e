"""The clocks of equality, access, transparency, publicity and information as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.asked import day_of, on, on_or_none, one_of, said, text, yes, yes_no
from moothall.domain.clock_arguments import ClockQuestion, Moment
from moothall.domain.clocks import (
    accessibility_answer,
    accessibility_standard,
    equality_screening,
    publicity,
    transparency_data,
)
from moothall.domain.clocks.equality_screening import Outcome
from moothall.domain.clocks.transparency_data import Dataset
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline

DAY = day_of("day", "On which day?", "the day to look at")
DATASETS = {
    Dataset.SPENDING: "Spending over £500",
    Dataset.PROCUREMENT_CARD: "Procurement card",
    Dataset.CONTRACTS: "Tenders and contracts over £5,000",
    Dataset.LAND: "Land and buildings",
    Dataset.GRANTS: "Grants to voluntary bodies",
    Dataset.ORGANISATION_CHART: "Organisation chart",
    Dataset.FACILITY_TIME: "Trade union facility time",
    Dataset.PARKING_ACCOUNT: "Parking account",
    Dataset.PARKING_SPACES: "Parking spaces",
    Dataset.SENIOR_SALARIES: "Senior salaries",
    Dataset.CONSTITUTION: "Constitution",
    Dataset.PAY_MULTIPLE: "Pay multiple",
    Dataset.FRAUD: "Fraud",
    Dataset.WASTE_CONTRACTS: "Waste contracts",
}


def _equality_screening(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return equality_screening.deadline(
        on(asked, "decision"),
        screened_on=on_or_none(asked, "screened"),
        outcome=given.choice(asked.get("outcome", Outcome.ASSESSED), "outcome", Outcome),
        by=said(asked, "screened_by"),
        reason=said(asked, "reason"),
    )


def _accessibility_standard(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return accessibility_standard.deadline(
        on(asked, "day"),
        published_on=on(asked, "first_published"),
        is_file=yes(asked, "is_file"),
        essential=yes(asked, "essential"),
    )


def _accessibility_answer(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return accessibility_answer.deadline(on(asked, "received"), holidays=holidays)


def _transparency_data(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return transparency_data.deadline(
        on(asked, "day"),
        dataset=given.choice(asked["dataset"], "dataset", Dataset),
        last_on=on_or_none(asked, "last_published"),
    )


def _publicity(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return publicity.deadline(
        on(asked, "day"),
        names_party=yes(asked, "names_party"),
        takes_side=yes(asked, "takes_side"),
        part_of_campaign=yes(asked, "part_of_campaign"),
        in_window=yes(asked, "in_window"),
    )


QUESTIONS = (
    ClockQuestion(
        equality_screening.NAME,
        "shown, not_shown or after_the_decision: whether due regard to equality comes before a decision",
        (
            day_of("decision", "When is the decision?", "the day of the decision"),
            day_of("screened", "When was it screened?", "the day of the screening", needed=False),
            one_of(
                "outcome",
                "What did the screening find?",
                Outcome,
                {Outcome.ASSESSED: "The effects were assessed", Outcome.NOT_APPLICABLE: "It does not apply"},
                default="assessed",
            ),
            text("screened_by", "Who screened it?", "the name of who screened it"),
            text("reason", "Why does it not apply?", "the reason, where it does not apply"),
        ),
        ("decision",),
        _equality_screening,
        title="The equality duty before a decision",
        moment=Moment.DUTIES,
        sentence="Due regard comes before the decision of {when}",
        kinds=(
            (equality_screening.SHOWN, "Shown"),
            (equality_screening.NOT_SHOWN, "Not yet shown"),
            (equality_screening.TOO_LATE, "After the decision"),
        ),
        example=(("decision", "2024-07-09"), ("screened", "2024-06-20"), ("screened_by", "Policy Manager")),
    ),
    ClockQuestion(
        accessibility_standard.NAME,
        "must_meet or excused: whether what is published must be accessible, and the standard it is checked to",
        (
            DAY,
            day_of("first_published", "When was it published?", "the day it was first published"),
            yes_no("is_file", "Is it a file, such as a PDF?", "it is a file, such as a PDF"),
            yes_no("essential", "Is it essential for a service?", "it is essential for a service"),
        ),
        ("day", "first_published"),
        _accessibility_standard,
        title="Whether it must be accessible",
        moment=Moment.DUTIES,
        kinds=((accessibility_standard.MUST, "Must be accessible"), (accessibility_standard.EXCUSED, "Excused")),
        example=(("day", "2024-07-19"), ("first_published", "2024-07-19"), ("is_file", "true")),
    ),
    ClockQuestion(
        accessibility_answer.NAME,
        "the last day to answer an accessibility audit, and the last working day",
        (day_of("received", "When was the report received?", "the day the report was received"),),
        ("received",),
        _accessibility_answer,
        title="Answer to an accessibility audit",
        moment=Moment.DUTIES,
        sentence="Answer by {when}",
        example=(("received", "2024-07-03"),),
    ),
    ClockQuestion(
        transparency_data.NAME,
        "the day on which a dataset of the transparency code is next due",
        (
            DAY,
            one_of("dataset", "Which dataset?", Dataset, DATASETS),
            day_of("last_published", "When was it last published?", "the day it was last published", needed=False),
        ),
        ("day", "dataset"),
        _transparency_data,
        title="Datasets of the transparency code",
        moment=Moment.DUTIES,
        sentence="It is due by {when}",
        kinds=(
            (transparency_data.DUE, "Due again"),
            (transparency_data.ONCE, "Published once, and done"),
            (transparency_data.NEVER_YET, "Never published"),
        ),
        example=(("day", "2024-07-09"), ("dataset", "spending"), ("last_published", "2024-04-30")),
    ),
    ClockQuestion(
        publicity.NAME,
        "look_again or ordinary_care: advice on a text that could appear to support a party, never a block",
        (
            DAY,
            *(yes_no(code, f"{about}?", f"{about[:1].lower()}{about[1:]}") for code, about in publicity.QUESTIONS),
        ),
        ("day",),
        _publicity,
        title="Publicity and parties",
        moment=Moment.DUTIES,
        kinds=((publicity.LOOK, "Look again"), (publicity.ORDINARY, "Ordinary care")),
        example=(("day", "2024-06-25"), ("in_window", "true")),
    ),
)
