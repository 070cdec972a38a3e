"""Officer time: quarter hours, weeks and months, and what counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from moothall.domain import hours
from moothall.domain.hours import Entry, Post, Span, Stage, Switched, Time
from moothall.domain.refusals import Refusal

TIME = Time(Post.FINANCE, Stage.PLAN, 7, Span.WEEK, date(2024, 6, 3))


def test_hours_are_taken_in_quarters_and_nothing_between_none_or_too_many() -> None:
    assert hours.quarters_in(Decimal("1.750")) == 7 and TIME.hours == "1.75"
    assert hours.in_hours(8000) == "2000"
    for wrong, said in (
        ("1.3", "1.3 hours is not in quarter"),
        ("0", "more than no time"),
        ("2000.25", "at most 2000"),
    ):
        with pytest.raises(Refusal, match=said):
            hours.quarters_in(Decimal(wrong))


def test_an_entry_is_for_the_week_from_monday_or_for_the_month_and_not_for_one_to_come() -> None:
    month = replace(TIME, span=Span.MONTH, first_on=hours.first_of(Span.MONTH, date(2024, 6, 9)))

    assert hours.first_of(Span.WEEK, date(2024, 6, 9)) == date(2024, 6, 3)
    assert (TIME.when, month.when) == ("Week of Monday 3 June 2024", "June 2024")
    hours.check_time(TIME, today=date(2024, 6, 3))
    with pytest.raises(Refusal, match="June 2024 is still to come"):
        hours.check_time(month, today=date(2024, 5, 31))


def test_only_entries_that_stand_are_added_up_and_time_from_before_is_said_to_be_old() -> None:
    report = replace(TIME, stage=Stage.REPORT, quarters=4)
    found = [
        Entry(1, TIME, corrected_by=3),
        Entry(2, TIME, taken_back="Entered twice."),
        Entry(3, replace(TIME, quarters=2), corrects=1, why="Half an hour."),
        Entry(4, report),
    ]
    on = Switched(True, "For the review", "Ines Harcombe", datetime(2024, 6, 3, 9, tzinfo=UTC))
    off = replace(on, is_on=False)

    assert dict(hours.totals(found)) == dict.fromkeys(Stage, 0) | {Stage.PLAN: 2, Stage.REPORT: 4}
    assert hours.answer_of(found, on) == "1.5 hours of officer time are on record."
    assert "no longer recorded here, since Monday 3 June 2024. 1.5 hours" in hours.answer_of(found, off)
    assert hours.answer_of([], None) == "Officer time is not recorded here."
