"""Why a case is listed on another day than its council's rule gives: each cause on a dated case."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from moothall.domain.days import Length, Unit
from moothall.domain.diagnoses import diagnose
from moothall.domain.past_decisions import PastDecision
from moothall.domain.rule_packs import Base, CallInRule
from moothall.reference.bank_holidays import england

MODULES = ("diagnoses", "learning")
FIVE_DAYS = CallInRule()
FROM_DECISION = CallInRule(base=Base.DECISION, publish_allowance=1)


def cause(
    listed: tuple[int, int, int],
    published: tuple[int, int, int] | None = None,
    decided: tuple[int, int, int] | None = None,
    rule: CallInRule = FIVE_DAYS,
) -> tuple[str, str]:
    case = PastDecision(date(*listed), date(*published) if published else None, date(*decided) if decided else None)
    found = diagnose(case, rule, england())
    return found.diagnosis, found.message


@pytest.mark.parametrize(
    ("published", "listed", "day"),
    [
        pytest.param((2022, 5, 23), (2022, 6, 1), "Monday 30 May 2022", id="30 May taken as the holiday"),
        pytest.param((2022, 5, 25), (2022, 6, 3), "Thursday 2 June 2022", id="2 June taken as working"),
        pytest.param((2022, 5, 26), (2022, 6, 4), "Friday 3 June 2022", id="3 June taken as working"),
        pytest.param((2020, 4, 30), (2020, 5, 9), "Monday 4 May 2020", id="4 May 2020 taken as the holiday"),
    ],
)
def test_a_moved_holiday_that_was_not_entered_is_recognised(
    published: tuple[int, int, int], listed: tuple[int, int, int], day: str
) -> None:
    """The first two are Salford's effective dates of 2022; the others are computed with the same wrong table."""
    named, message = cause(listed, published)

    assert named == "moved_holiday_not_entered"
    assert day in message


def test_cheltenham_counted_the_substitute_days_of_christmas_2021() -> None:
    named, message = cause((2021, 12, 31), (2021, 12, 23))

    assert named == "substitute_day_missing"
    assert "Monday 27 December 2021" in message
    assert "Tuesday 28 December 2021" in message


@pytest.mark.parametrize(
    ("published", "listed"),
    [
        pytest.param((2023, 5, 3), (2023, 5, 11), id="Coronation"),
        pytest.param((2022, 9, 14), (2022, 9, 22), id="State Funeral"),
    ],
)
def test_a_holiday_proclaimed_late_and_missing_from_the_table_is_recognised(
    published: tuple[int, int, int], listed: tuple[int, int, int]
) -> None:
    assert cause(listed, published)[0] in ("moved_holiday_not_entered", "holiday_not_counted")


def test_a_missing_holiday_may_also_be_the_day_of_publication_counted_and_the_sentence_says_both() -> None:
    named, message = cause((2024, 8, 30), (2024, 8, 22))

    assert named == "holiday_not_counted"
    assert "Summer bank holiday (Monday 26 August 2024)" in message
    assert "or the day of publication was counted" in message


@pytest.mark.parametrize(
    ("named", "dates"),
    [
        ("listed_before_decision", {"decided": (2024, 7, 3), "published": (2024, 7, 4), "listed": (2024, 7, 2)}),
        ("published_before_decision", {"decided": (2024, 7, 3), "published": (2024, 7, 1), "listed": (2024, 7, 11)}),
        ("effective_at_once", {"decided": (2024, 7, 3), "published": (2024, 7, 4), "listed": (2024, 7, 3)}),
        ("effective_at_once", {"published": (2024, 7, 3), "listed": (2024, 7, 3)}),
        ("effective_at_once", {"decided": (2024, 7, 2), "published": (2024, 7, 3), "listed": (2024, 7, 4)}),
        (
            "publication_date_overwritten",
            {"decided": (2024, 7, 2), "published": (2024, 7, 31), "listed": (2024, 7, 11)},
        ),
        ("publication_date_overwritten", {"published": (2024, 7, 31), "listed": (2024, 7, 11)}),
        ("late_record", {"decided": (2024, 7, 3), "published": (2024, 7, 3), "listed": (2025, 7, 1)}),
        ("listed_next_working_day", {"published": (2024, 7, 5), "listed": (2024, 7, 15)}),
        ("counted_from_next_working_day", {"published": (2024, 7, 3), "listed": (2024, 7, 12)}),
        ("first_day_counted_otherwise", {"published": (2024, 7, 3), "listed": (2024, 7, 10)}),
        ("closed_at_christmas", {"published": (2024, 12, 20), "listed": (2025, 1, 7)}),
        ("another_length", {"published": (2024, 7, 1), "listed": (2024, 7, 16)}),
        ("unknown", {"published": (2024, 7, 1), "listed": (2024, 8, 20)}),
    ],
)
def test_each_cause_has_its_case(named: str, dates: dict[str, tuple[int, int, int]]) -> None:
    assert cause(**dates)[0] == named


def test_a_rule_from_the_decision_says_where_a_case_gives_none_or_the_plan_slipped() -> None:
    assert cause((2024, 7, 11), (2024, 7, 3), rule=FROM_DECISION)[0] == "nothing_to_count_from"
    assert cause((2024, 7, 13), (2024, 7, 5), (2024, 7, 3), FROM_DECISION)[0] == "counted_from_next_working_day"


def test_an_overwritten_date_names_the_day_that_would_fit() -> None:
    _, message = cause((2024, 7, 11), (2024, 7, 31), (2024, 7, 2))

    assert "fits publication on Wednesday 3 July 2024" in message


def test_a_three_day_council_has_its_own_causes_too() -> None:
    three_days = CallInRule(Length(3, Unit.WORKING))

    assert cause((2024, 7, 11), (2024, 7, 3), rule=three_days) == (
        "another_length",
        "It fits 5 working days instead of 3: another rule may hold for this kind of decision or decision-maker, or at"
        " that time.",
    )


def test_no_dates_however_far_apart_are_left_without_an_answer() -> None:
    published = date(2024, 3, 20)
    for waited in range(-40, 400):
        case = PastDecision(published + timedelta(days=waited), published)

        assert diagnose(case, FIVE_DAYS, england()).message.endswith(".")


def test_each_cause_is_explained_to_democratic_services() -> None:
    root = Path(__file__).parents[2]
    page = (root / "docs/how-to/council/learn-your-call-in-rule.md").read_text(encoding="utf-8")
    code = "".join((root / f"src/moothall/domain/{name}.py").read_text(encoding="utf-8") for name in MODULES)

    named = set(re.findall(r'Diagnosis\(\s*"(\w+)"', code))

    assert len(named) > 10
    assert {name for name in named if f"`{name}`" not in page} == set()
