"""By when somebody has a plan, from the dates of its route."""

from datetime import date

from moothall.domain.timetable import Step
from moothall.domain.waiting import due

DEADLINE = date(2024, 7, 19)
STEPS = (
    Step("agenda_publication", "Put the agenda on public view", "Cabinet", date(2024, 7, 3)),
    Step("decision", "Cabinet decides", "Cabinet", date(2024, 7, 11)),
    Step("call_in", "Last day to call in", "Cabinet", date(2024, 7, 18)),
    Step("submit", "Send the return", None, date(2024, 7, 19)),
)


def test_without_a_route_the_plan_is_due_by_the_deadline_of_the_round() -> None:
    found = due("drafted", (), deadline_on=DEADLINE, as_of=date(2024, 6, 1))

    assert (found.on, found.is_past) == (DEADLINE, False)


def test_a_draft_is_due_by_the_first_date_of_the_route_that_is_still_ahead() -> None:
    assert due("drafted", STEPS, deadline_on=DEADLINE, as_of=date(2024, 6, 1)).on == date(2024, 7, 3)
    assert due("drafted", STEPS, deadline_on=DEADLINE, as_of=date(2024, 7, 4)).on == date(2024, 7, 11)


def test_a_meeting_is_waited_for_until_its_own_day_whatever_comes_before_it() -> None:
    found = due("met", STEPS, deadline_on=DEADLINE, as_of=date(2024, 6, 1))

    assert (found.on, found.what) == (date(2024, 7, 11), "Cabinet decides")


def test_a_meeting_after_the_deadline_is_still_the_day_that_is_waited_for() -> None:
    late = (Step("decision", "Cabinet decides", "Cabinet", date(2024, 7, 23)),)

    assert due("met", late, deadline_on=DEADLINE, as_of=date(2024, 7, 20)).on == date(2024, 7, 23)
    assert due("drafted", late, deadline_on=DEADLINE, as_of=date(2024, 7, 1)).on == DEADLINE


def test_once_every_date_is_over_the_deadline_is_named_as_past() -> None:
    found = due("drafted", STEPS, deadline_on=DEADLINE, as_of=date(2024, 8, 1))

    assert (found.on, found.is_past) == (DEADLINE, True)
