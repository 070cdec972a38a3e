"""Officers' reports: 21 days to the meeting, and a standstill to the end of the first business day after it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import officer_report_meeting
from moothall.domain.clocks.officer_report_meeting import Report
from moothall.domain.days import Counting, days_between
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(1996, 1, 1), max_value=date(2027, 12, 31))
REPORTS = st.sampled_from(Report)


def test_a_finance_officers_21_days_begin_with_the_day_copies_are_sent() -> None:
    """Computed from 5 September 2023, the day of Birmingham's report as the press had it: Monday 25 September."""
    found = officer_report_meeting.deadline(
        date(2023, 9, 5), report=Report.SPENDING_ABOVE_RESOURCES, holidays=england()
    )

    assert (found.on, found.rule) == (date(2023, 9, 25), "G-O3")
    assert "unless the chief finance officer authorises one in writing" in found.notes[-1]


def test_a_monitoring_officers_meeting_is_at_most_21_days_after() -> None:
    found = officer_report_meeting.deadline(date(2023, 9, 5), holidays=england())

    assert (found.on, found.rule) == (date(2023, 9, 26), "G-O2")


@pytest.mark.parametrize(
    ("considered", "on"),
    [
        pytest.param(date(2024, 7, 11), date(2024, 7, 12), id="a Thursday"),
        pytest.param(date(2024, 7, 12), date(2024, 7, 15), id="a Friday, over the weekend"),
        pytest.param(date(2024, 3, 28), date(2024, 4, 2), id="Maundy Thursday, over Good Friday and Easter Monday"),
        pytest.param(date(2024, 12, 24), date(2024, 12, 27), id="Christmas Eve"),
    ],
)
def test_what_was_reported_on_stands_still_to_the_end_of_the_first_business_day(considered: date, on: date) -> None:
    found = officer_report_meeting.deadline(considered - timedelta(5), considered_on=considered, holidays=england())

    assert (found.on, found.effective_on) == (on, on + timedelta(1))


def test_the_finance_officers_ban_shows_the_day_the_official_notes_name_where_it_differs() -> None:
    found = officer_report_meeting.deadline(
        date(2024, 7, 1), report=Report.FINANCE_OFFICER, considered_on=date(2024, 7, 12), holidays=england()
    )

    assert found.on == date(2024, 7, 15)
    assert found.other_convention is not None
    assert found.other_convention.on == date(2024, 7, 13)
    assert found.provision.check_with_monitoring_officer


@pytest.mark.parametrize("report", [Report.MONITORING_OFFICER_ON_EXECUTIVE, Report.FINANCE_OFFICER_ON_EXECUTIVE])
def test_the_executives_own_matters_go_to_the_executive_under_sections_of_their_own(report: Report) -> None:
    found = officer_report_meeting.deadline(date(2024, 7, 1), report=report, holidays=england())

    assert "meeting of the executive" in found.what
    assert any(section in found.provision.cite() for section in ("5A", "114A"))


def test_a_meeting_held_too_late_is_said() -> None:
    found = officer_report_meeting.deadline(date(2024, 7, 1), considered_on=date(2024, 7, 23), holidays=england())

    assert "too late: the last day for the meeting was Monday 22 July 2024" in found.notes[0]


def test_a_report_considered_before_it_was_sent_is_refused() -> None:
    with pytest.raises(Refusal, match="before copies were sent"):
        officer_report_meeting.deadline(date(2024, 7, 2), considered_on=date(2024, 7, 1), holidays=england())


@given(sent=DAYS, later=st.integers(min_value=0, max_value=40), report=REPORTS)
def test_21_plain_days_stand_once_each_and_the_order_is_kept(sent: date, later: int, report: Report) -> None:
    found = officer_report_meeting.deadline(sent, report=report, holidays=england())
    after = officer_report_meeting.deadline(sent + timedelta(later), report=report, holidays=england())

    assert found.on is not None and after.on is not None
    assert [day.day for day in found.counted] == list(days_between(sent, found.on))
    assert sum(day.counts for day in found.counted) == 21
    assert found.on <= after.on


@given(sent=DAYS, days=st.integers(min_value=0, max_value=30), later=st.integers(min_value=0, max_value=40))
def test_the_standstill_ends_on_a_business_day_after_the_meeting(sent: date, days: int, later: int) -> None:
    considered = sent + timedelta(days)

    found = officer_report_meeting.deadline(sent, considered_on=considered, holidays=england())
    after = officer_report_meeting.deadline(sent, considered_on=considered + timedelta(later), holidays=england())

    assert found.on is not None and after.on is not None
    assert considered < found.on <= after.on
    assert Counting(england()).is_working(found.on)
    assert [day.day for day in found.counted] == list(days_between(considered, found.on))
