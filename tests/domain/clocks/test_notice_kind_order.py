"""Full notice, then the general exception, then urgency: the order is the law's, and a quicker one is the wrong one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clock_questions import answer
from moothall.domain.clocks import general_exception, notice_kind
from moothall.domain.clocks.notice_kind import ORDER, Procedure
from moothall.domain.consents import Chair
from moothall.domain.deadlines import Point
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(2012, 9, 10), max_value=date(2027, 10, 31))


def route(notice_on: date, decision_on: date, chosen: Procedure) -> Point:
    [point] = notice_kind.deadline(notice_on, decision_on, holidays=england(), chosen=chosen).points
    return point


def test_special_urgency_with_14_clear_working_days_left_is_the_wrong_route() -> None:
    """Broxtowe once gave a notice that label with so many days left; the dates here are computed."""
    point = route(date(2024, 6, 20), date(2024, 7, 11), Procedure.SPECIAL_URGENCY)

    assert (point.met, point.code) == (False, "wrong_route")
    assert "with 14 clear working days left, the general exception (regulation 10) can be kept" in point.says


@pytest.mark.parametrize(
    ("notice", "chosen", "code"),
    [
        pytest.param(date(2020, 6, 2), Procedure.SPECIAL_URGENCY, "wrong_route", id="exactly five days still fit"),
        pytest.param(date(2020, 6, 3), Procedure.SPECIAL_URGENCY, "right_route", id="a day short of five"),
        pytest.param(date(2020, 6, 2), Procedure.GENERAL_EXCEPTION, "right_route", id="Nottingham, exactly five"),
        pytest.param(date(2020, 6, 3), Procedure.GENERAL_EXCEPTION, "too_late_for_it", id="too late for ten"),
        pytest.param(date(2020, 5, 12), Procedure.GENERAL_EXCEPTION, "wrong_route", id="28 days fit"),
        pytest.param(date(2020, 5, 13), Procedure.FULL_NOTICE, "too_late_for_it", id="27 days"),
    ],
)
def test_what_nottingham_could_name_for_a_decision_of_10_june_2020(notice: date, chosen: Procedure, code: str) -> None:
    assert route(notice, date(2020, 6, 10), chosen).code == code


def test_without_a_procedure_named_there_is_no_point_and_the_notes_say_what_follows() -> None:
    found = notice_kind.deadline(date(2024, 6, 20), date(2024, 7, 11), holidays=england())

    assert found.points == ()
    assert "special urgency is not open" in found.notes[0]
    assert "not from an earlier entry in the forward plan" in found.notes[1]
    assert "points" not in found.as_plain()


def test_it_is_asked_by_name() -> None:
    plain = answer(
        "notice-kind",
        {"notice": "2024-06-20", "decision": "2024-07-11", "chosen": "special_urgency"},
        england(),
    ).as_plain()

    assert (plain["kind"], plain["points"][0]["code"]) == ("general_exception", "wrong_route")


@pytest.mark.parametrize(
    ("chair", "said"),
    [
        (None, "without one, each of its members is"),
        (Chair.ABLE, "The chair of the relevant scrutiny committee is told in writing."),
        (Chair.UNABLE, "though unable to act"),
        (Chair.NONE, "each member of the relevant scrutiny committee is told in writing"),
    ],
)
def test_where_scrutiny_has_no_chair_each_member_is_told_and_a_chair_unable_to_act_still_is(
    chair: Chair | None, said: str
) -> None:
    """Regulation 10 has no step for a chair who is unable to act: it asks for a notice and not for an agreement."""
    found = general_exception.deadline(date(2020, 6, 2), holidays=england(), scrutiny_chair=chair)

    assert said in found.notes[1]


@pytest.mark.parametrize(
    ("second", "code", "met"),
    [
        (date(2020, 6, 1), "before_the_first", False),
        (date(2020, 6, 2), "given", True),
        (date(2020, 6, 10), "given", True),
        (date(2020, 6, 11), "late", None),
    ],
)
def test_the_second_notice_gives_the_reasons_and_follows_the_first(second: date, code: str, met: bool | None) -> None:
    """Regulation 10(3): two documents at two times."""
    found = answer("general-exception", {"notice": "2020-06-02", "reasons_notice": second.isoformat()}, england())

    assert [(point.code, point.met) for point in found.points] == [(code, met)]
    assert "10(3)" in general_exception.REASONS.cite()


def test_before_september_2012_the_answer_says_that_other_regulations_held() -> None:
    then = general_exception.deadline(date(2012, 9, 7), holidays=england())
    now = general_exception.deadline(date(2012, 9, 10), holidays=england())

    assert general_exception.BEFORE in then.notes
    assert general_exception.BEFORE not in now.notes


@given(notice=DAYS, days=st.integers(0, 60), chosen=st.sampled_from(Procedure))
def test_only_one_of_the_three_is_ever_right_and_whatever_comes_later_in_the_order_is_wrong(
    notice: date, days: int, chosen: Procedure
) -> None:
    decision = notice + timedelta(days)
    kind = notice_kind.deadline(notice, decision, holidays=england()).kind
    assert kind is not None

    point = route(notice, decision, chosen)

    assert point.met == (chosen == kind)
    assert (point.code == "wrong_route") == (ORDER.index(chosen) > ORDER.index(kind))
