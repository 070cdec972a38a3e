"""The eight particulars of a notice, and the earliest day as the one that is tested."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain import due_dates, points
from moothall.domain.authorities import BodyKind
from moothall.domain.clock_questions import answer
from moothall.domain.clocks import key_decision_notice, key_decision_particulars
from moothall.domain.clocks.key_decision_particulars import NamedAs, Particular
from moothall.domain.days import days_between
from moothall.domain.deadlines import Deadline
from moothall.domain.due_dates import Due, Precision
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(2012, 10, 20), max_value=date(2027, 12, 31))
ALL = frozenset(Particular)
BODY = (NamedAs.NAME, NamedAs.MEMBERS)


def notice(due: str, **said: Any) -> Deadline:
    given_ = {"says": ALL, "named_as": BODY, "taker": BodyKind.EXECUTIVE, **said}
    return key_decision_particulars.deadline(due_dates.read(due), holidays=england(), **given_)


def test_there_are_eight_particulars_and_a_notice_with_all_of_them_is_complete() -> None:
    found = notice("2024-07-09")

    assert found.kind == "complete"
    assert len(found.points) == len(Particular) == 8
    assert points.unmet(found.points) == ()


@pytest.mark.parametrize("left_out", [one for one in Particular if one is not Particular.DECISION_MAKER])
def test_whatever_is_left_out_is_named(left_out: Particular) -> None:
    found = notice("2024-07-09", says=ALL - {left_out})

    assert found.kind == "incomplete"
    assert [point.code for point in found.points if not point.met] == [f"no_{left_out.value}"]


@pytest.mark.parametrize(
    ("taker", "named_as", "code"),
    [
        pytest.param(BodyKind.EXECUTIVE, {NamedAs.NAME}, "no_members", id="a body without its members"),
        pytest.param(BodyKind.EXECUTIVE, set(), "no_name_and_members", id="nobody named"),
        pytest.param(BodyKind.INDIVIDUAL_MEMBER, {NamedAs.NAME}, "no_title", id="a member without a title"),
        pytest.param(BodyKind.OFFICER, {NamedAs.TITLE}, "no_name", id="an officer by title alone"),
        pytest.param(BodyKind.OFFICER, {NamedAs.NAME, NamedAs.TITLE}, "decision_maker", id="an officer, whole"),
    ],
)
def test_a_body_is_named_with_its_members_and_a_person_with_their_title(
    taker: BodyKind, named_as: set[NamedAs], code: str
) -> None:
    found = notice("2024-07-09", taker=taker, named_as=named_as)

    assert found.points[2].code == code


@pytest.mark.parametrize(
    ("due", "last"),
    [
        pytest.param("2024-07-10", date(2024, 6, 11), id="a day"),
        pytest.param("2024-07", date(2024, 6, 2), id="a month: its first day"),
        pytest.param("not before 2024-07-10", date(2024, 6, 11), id="not before a day"),
        pytest.param("2024-07-08 to 2024-07-19", date(2024, 6, 9), id="between two days: the first"),
    ],
)
def test_southwarks_month_and_plymouths_two_dates_are_tested_at_the_earliest_day(due: str, last: date) -> None:
    """Southwark's notices have named only a month, Plymouth's two dates; the days themselves are computed."""
    found = notice(due)

    assert found.on == last
    assert found.on == key_decision_notice.deadline(due_dates.read(due).earliest, holidays=england()).on


def test_a_notice_for_july_that_went_up_on_3_june_is_too_late_though_28_days_fit_before_most_of_july() -> None:
    found = notice("2024-07", published_on=date(2024, 6, 3))

    assert (found.points[-1].code, found.points[-1].met) == ("too_late", False)
    assert "27 clear days of 28" in found.points[-1].says
    assert "may be taken on Monday 1 July 2024" in found.notes[0]


def test_kents_notice_of_2_september_2022_stood_exactly_28_clear_days() -> None:
    """Kent's decision due on 1 October 2022, noticed on 2 September; the funeral holiday changes no calendar count."""
    found = notice("2022-10-01", published_on=date(2022, 9, 2))

    assert found.on == date(2022, 9, 2)
    assert (found.points[-1].code, found.points[-1].met) == ("in_time", True)


def test_a_private_matter_still_owes_all_eight_and_says_that_the_text_was_not_read() -> None:
    found = notice("2024-07-09", private=True)

    assert any("check with your monitoring officer" in note for note in found.notes)
    assert any("key or not" in note for note in found.notes)


@pytest.mark.parametrize("body", [BodyKind.FULL_COUNCIL, BodyKind.COMMITTEE])
def test_a_body_outside_the_executive_needs_no_such_notice(body: BodyKind) -> None:
    with pytest.raises(Refusal, match="is no executive decision"):
        notice("2024-07-09", taker=body)


def test_a_notice_after_the_decision_it_announces_is_refused() -> None:
    with pytest.raises(Refusal, match="comes after the decision"):
        notice("2024-07-09", published_on=date(2024, 7, 10))


def test_it_is_asked_by_name() -> None:
    asked = {"due": "2024-07", "notice_says": ["matter", "due"], "named_as": "name, members"}

    plain = answer("key-decision-particulars", asked, england()).as_plain()

    assert (plain["on"], plain["working_on"], plain["kind"]) == ("2024-06-02", "2024-05-31", "incomplete")
    assert [point["met"] for point in plain["points"]] == [False, True, True, True, False, False, False, False]


@given(first=DAYS, length=st.integers(0, 60), later=st.integers(0, 30))
def test_a_longer_period_never_gives_a_later_day_and_a_later_start_never_an_earlier_one(
    first: date, length: int, later: int
) -> None:
    period = Due(Precision.BETWEEN, first, first + timedelta(length))
    moved = Due(Precision.BETWEEN, first + timedelta(later), first + timedelta(later + length))

    on, on_later = (
        key_decision_particulars.deadline(due, says=ALL, named_as=BODY, taker=BodyKind.EXECUTIVE, holidays=england())
        for due in (period, moved)
    )

    assert on.on is not None and on_later.on is not None
    assert on.on <= on_later.on
    assert [day.day for day in on.counted] == list(days_between(on.on, first))
    assert sum(day.counts for day in on.counted) == 28
