"""Key or not: by the council's own figure of that day, by its wards, or by a judgement that somebody owes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind
from moothall.domain.clock_questions import answer
from moothall.domain.clocks import key_decision
from moothall.domain.clocks.key_decision import LocalThreshold
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DAY = date(2024, 7, 11)
REVENUE, CAPITAL = LocalThreshold(50_000), LocalThreshold(250_000)
YES_NO = st.none() | st.booleans()


def asked(**said: Any) -> Deadline:
    return key_decision.deadline(DAY, **said)


def codes(found: Deadline) -> list[str]:
    return [point.code for point in found.points]


@pytest.mark.parametrize(
    ("pounds", "threshold", "kind", "code"),
    [
        pytest.param(50_000, REVENUE, "key", "reaches_threshold", id="revenue, at the figure"),
        pytest.param(49_999, REVENUE, "not_key", "below_threshold", id="revenue, a pound below"),
        pytest.param(60_000, CAPITAL, "not_key", "below_threshold", id="the same sum as capital"),
        pytest.param(250_000, CAPITAL, "key", "reaches_threshold", id="capital, at the figure"),
    ],
)
def test_cherwells_figures_decide_for_each_kind_of_money(
    pounds: int, threshold: LocalThreshold, kind: str, code: str
) -> None:
    """Cherwell states 50,000 for revenue and 250,000 for capital; the sums are ours.

    https://modgov.cherwell.gov.uk/mgListPlans.aspx?RPId=562&RD=0
    """
    found = asked(pounds=pounds, threshold=threshold, wards=1)

    assert (found.kind, codes(found)[0]) == (kind, code)


def test_either_limb_is_enough_and_both_are_shown() -> None:
    """Regulation 8(1): spending or savings, or effects on two or more wards; either makes it key."""
    by_wards = asked(pounds=4_000, threshold=REVENUE, wards=3, wards_are_affected=True)
    by_money = asked(pounds=400_000, threshold=REVENUE, wards=3, wards_are_affected=False)

    assert by_wards.kind == by_money.kind == "key"
    assert codes(by_wards) == ["below_threshold", "wards"]
    assert codes(by_money) == ["reaches_threshold", "effects_not_significant"]


def test_without_a_figure_of_the_council_it_takes_a_judgement_as_there_is_no_national_one() -> None:
    open_ = asked(pounds=60_000, wards=1)
    judged = asked(pounds=60_000, wards=1, money_is_significant=False)

    assert (open_.kind, codes(open_)[0]) == ("a_judgement", "money_to_be_judged")
    assert "there is no national figure" in open_.points[0].says
    assert "28 clear days" in open_.notes[-1]
    assert judged.kind == "not_key"


def test_a_figure_of_another_day_is_not_used() -> None:
    until_may = LocalThreshold(50_000, valid_to=date(2024, 5, 15))
    since_may = LocalThreshold(100_000, valid_from=date(2024, 5, 16))

    before = asked(pounds=60_000, threshold=until_may, wards=0)
    after = asked(pounds=60_000, threshold=since_may, wards=0)

    assert before.kind == "a_judgement"
    assert "was not the council's on Thursday 11 July 2024" in before.points[0].says
    assert after.kind == "not_key"


def test_a_sum_below_the_figure_may_still_be_judged_significant() -> None:
    assert codes(asked(pounds=40_000, threshold=REVENUE, wards=0, money_is_significant=True)) == [
        "judged_significant",
        "fewer_than_two_wards",
    ]


@pytest.mark.parametrize("body", [BodyKind.FULL_COUNCIL, BodyKind.COMMITTEE, BodyKind.SCRUTINY])
def test_a_decision_of_mertons_council_is_none_of_the_executive_and_so_never_key(body: BodyKind) -> None:
    """Merton's list has such a case: what the council itself decides needs no notice of a key decision."""
    found = asked(pounds=9_000_000, threshold=REVENUE, wards=20, wards_are_affected=True, taker=body)

    assert (found.kind, codes(found)) == ("not_key", ["not_of_the_executive"])


def test_it_is_asked_by_name_with_the_points_of_its_test() -> None:
    plain = answer(
        "key-decision", {"decision": "2024-07-11", "pounds": "60000", "threshold": 50000, "wards": 1}, england()
    ).as_plain()

    assert plain["kind"] == "key"
    assert [(point["met"], point["code"]) for point in plain["points"]] == [
        (True, "reaches_threshold"),
        (False, "fewer_than_two_wards"),
    ]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"pounds": -1}, "-1 pounds cannot be"),
        ({"wards": -2}, "-2 wards cannot be"),
    ],
)
def test_sums_and_numbers_below_nought_are_refused(said: dict[str, int], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        asked(**said)


def test_days_of_a_threshold_without_it_and_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(Refusal, match="and no threshold"):
        answer("key-decision", {"decision": "2024-07-11", "threshold_from": "2024-05-01"}, england())
    with pytest.raises(Refusal, match="before it begins"):
        LocalThreshold(1, date(2024, 5, 2), date(2024, 5, 1))


def test_before_the_regulations_of_2012_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        key_decision.deadline(date(2012, 9, 9))


@given(
    pounds=st.none() | st.integers(0, 10**7),
    figure=st.none() | st.integers(0, 10**7),
    money=YES_NO,
    wards=st.none() | st.integers(0, 60),
    effects=YES_NO,
)
def test_it_is_key_where_a_limb_is_met_open_where_one_is_and_no_other_way(
    pounds: int | None, figure: int | None, money: bool | None, wards: int | None, effects: bool | None
) -> None:
    """Regulation 8(1): a decision is key if either limb is met, so it is not key only where both are not."""
    threshold = None if figure is None else LocalThreshold(figure)

    found = asked(
        pounds=pounds, threshold=threshold, money_is_significant=money, wards=wards, wards_are_affected=effects
    )

    met = [point.met for point in found.points]
    assert len(met) == 2
    assert found.kind == ("key" if True in met else "a_judgement" if None in met else "not_key")
    if pounds and figure is not None and pounds >= figure:
        assert found.kind == "key"


@given(pounds=st.integers(1, 10**6), more=st.integers(0, 10**6), figure=st.integers(0, 10**6))
def test_more_money_never_makes_a_key_decision_an_ordinary_one(pounds: int, more: int, figure: int) -> None:
    smaller, larger = (
        asked(pounds=sum_, threshold=LocalThreshold(figure), wards=0).kind for sum_ in (pounds, pounds + more)
    )

    assert (smaller, larger) != ("key", "not_key")
