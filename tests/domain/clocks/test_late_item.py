"""Late items: in time, through the chair's door, or before an executive meeting that has no door."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import late_item
from moothall.domain.days import Counting, days_between
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(2012, 9, 10), max_value=date(2027, 12, 31))
BODIES = st.sampled_from([body for body in BodyKind if body.meets])
MEETING, LISTED = date(2024, 7, 9), date(2024, 7, 4)


def item(body: BodyKind, listed_on: date = LISTED, meeting_on: date = MEETING, circumstances: str = "") -> Deadline:
    return late_item.deadline(
        meeting_on, listed_on=listed_on, body=body, holidays=england(), circumstances=circumstances
    )


def test_an_item_of_4_july_for_north_hertfordshires_cabinet_of_9_july_finds_no_door() -> None:
    """Computed for a real meeting of North Hertfordshire: two clear working days are left, and no chair can help."""
    found = item(BodyKind.EXECUTIVE)

    assert (found.kind, found.on, found.rule) == ("no_door", date(2024, 7, 1), "G-N7")
    assert found.notes[0].startswith("Warning: regulation 6(2)")
    assert sum(day.counts for day in found.counted) == 2


def test_a_committee_may_take_the_same_item_for_special_circumstances_that_are_minuted() -> None:
    silent = item(BodyKind.COMMITTEE)
    said = item(BodyKind.COMMITTEE, circumstances="The offer ends on 12 July.")

    assert silent.kind == said.kind == "special_circumstances"
    assert "100B(4)(b)" in silent.provision.cite()
    assert "may not be taken" in silent.notes[0]
    assert "The minutes name the special circumstances: The offer ends on 12 July." in said.notes[0]


def test_at_the_council_a_late_item_must_get_past_the_summons_too() -> None:
    notes = item(BodyKind.FULL_COUNCIL).notes

    assert "past the summons" in notes[1]
    assert "check with your monitoring officer" in notes[1]


@pytest.mark.parametrize("body", [BodyKind.EXECUTIVE, BodyKind.COMMITTEE, BodyKind.FULL_COUNCIL])
def test_an_item_listed_on_the_last_day_is_in_time_for_every_body(body: BodyKind) -> None:
    assert item(body, date(2024, 7, 1)).kind == "in_time"
    assert item(body, date(2024, 7, 2)).kind != "in_time"


def test_an_item_listed_since_a_meeting_was_convened_at_shorter_notice_is_in_time() -> None:
    found = late_item.deadline(
        MEETING, listed_on=LISTED, body=BodyKind.EXECUTIVE, holidays=england(), convened_on=LISTED
    )
    after = late_item.deadline(
        MEETING, listed_on=date(2024, 7, 5), body=BodyKind.EXECUTIVE, holidays=england(), convened_on=LISTED
    )

    assert (found.kind, found.on) == ("in_time", LISTED)
    assert after.kind == "no_door"


def test_before_october_2002_three_clear_days_were_enough() -> None:
    assert item(BodyKind.COMMITTEE, date(2002, 9, 24), date(2002, 9, 30)).kind == "in_time"
    assert item(BodyKind.COMMITTEE, date(2002, 9, 25), date(2002, 10, 1)).kind == "special_circumstances"


def test_an_item_listed_after_its_meeting_is_refused() -> None:
    with pytest.raises(Refusal, match="after the meeting"):
        item(BodyKind.COMMITTEE, date(2024, 7, 10))


def test_an_executive_before_the_regulations_of_2012_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        item(BodyKind.EXECUTIVE, date(2012, 9, 3), date(2012, 9, 7))


@given(meeting=DAYS, before=st.integers(min_value=0, max_value=30), body=BODIES)
def test_an_item_is_in_time_exactly_where_five_clear_working_days_are_left(
    meeting: date, before: int, body: BodyKind
) -> None:
    listed = meeting - timedelta(before)

    found = item(body, listed, meeting)

    left = Counting(england()).clear_days(listed, meeting)
    assert (found.kind == "in_time") == (left >= 5)
    assert found.on is not None and Counting(england()).is_working(found.on)
    assert [day.day for day in found.counted] == list(days_between(found.counted[0].day, meeting))
    assert found.counted[0].day == (found.on if found.kind == "in_time" else listed)


@given(meeting=DAYS, later=st.integers(min_value=0, max_value=40), body=BODIES)
def test_a_later_meeting_never_closes_its_agenda_sooner(meeting: date, later: int, body: BodyKind) -> None:
    first, second = (item(body, day, day).on for day in (meeting, meeting + timedelta(later)))

    assert first is not None and second is not None
    assert first <= second
