"""Every worked example of the summer of 2024, and of the Easter that moved two meetings, by the clocks and planner."""

from datetime import date

import pytest

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import (
    agenda_publication,
    call_in,
    general_exception,
    key_decision_notice,
    notice_kind,
    retention,
)
from moothall.domain.days import Counting, Length, Unit
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.routes import Way
from moothall.domain.timetable import Key
from moothall.reference.bank_holidays import england
from moothall.reference.rule_packs import default

LETTER, DEADLINE = date(2024, 4, 16), date(2024, 7, 19)
CALENDAR = Counting(england(), Unit.CALENDAR)
WORKING = Counting(england())


def plan(on: date, *, as_of: date = LETTER, body: str = "Cabinet", **asked: object) -> tuple[PlannedRoute, ...]:
    kind = BodyKind.INDIVIDUAL_MEMBER if body == "Leader" else BodyKind.EXECUTIVE
    return plan_routes(
        as_of=as_of,
        deadline_on=DEADLINE,
        meetings=[Meeting(body, kind, on)],
        pack=default(Governance.EXECUTIVE),
        holidays=england(),
        **asked,  # type: ignore[arg-type]
    )


def ordinary(routes: tuple[PlannedRoute, ...], on: date) -> PlannedRoute:
    """The plain route on which the body decides on a day."""
    return next(
        each
        for each in routes
        if each.route in ("R1", "R7") and not each.way_out
        if any(step.step == "decision" and step.on == on for step in each.steps)
    )


def dates(each: PlannedRoute) -> dict[str, date]:
    return {step.step: step.on for step in each.steps}


def test_north_herts_cabinet_of_9_july_by_either_convention() -> None:
    on, holidays = date(2024, 7, 9), england()

    found = dates(ordinary(plan(on), on))

    assert (found["agenda_publication"], found["key_decision_notice"]) == (date(2024, 7, 1), date(2024, 6, 10))
    in_calendar_days = agenda_publication.deadline(on, holidays=holidays, clear=Length(5, Unit.CALENDAR))
    in_working_days = key_decision_notice.deadline(on, holidays=holidays, clear=Length(28, Unit.WORKING))
    assert (in_calendar_days.on, in_working_days.on) == (date(2024, 7, 3), date(2024, 5, 29))
    noticed_on = date(2024, 5, 28)
    assert (CALENDAR.clear_days(noticed_on, on), WORKING.clear_days(noticed_on, on)) == (41, 29)


def test_test_valley_cabinet_of_10_july() -> None:
    found = dates(ordinary(plan(date(2024, 7, 10)), date(2024, 7, 10)))

    assert (found["agenda_publication"], found["key_decision_notice"]) == (date(2024, 7, 2), date(2024, 6, 11))


def test_harlow_cabinet_of_11_july_is_in_force_on_the_deadline_and_a_day_later_is_too_late() -> None:
    found = ordinary(plan(date(2024, 7, 11)), date(2024, 7, 11))

    assert dates(found)["agenda_publication"] == date(2024, 7, 3)
    assert (dates(found)["call_in"], found.in_force_on) == (date(2024, 7, 18), DEADLINE)
    assert found.a_day_late is not None
    assert (found.a_day_late.on, found.a_day_late.effective_on) == (DEADLINE, date(2024, 7, 20))


def test_the_latest_publication_of_a_callable_decision_in_force_by_the_deadline_is_11_july() -> None:
    in_time = [
        date(2024, 7, day)
        for day in range(1, 20)
        if (call_in.deadline(date(2024, 7, day), holidays=england()).effective_on or date.max) <= DEADLINE
    ]

    assert max(in_time) == date(2024, 7, 11)


def test_hounslow_cabinet_of_16_july_needs_call_in_waived() -> None:
    routes = plan(date(2024, 7, 16))

    found = ordinary(routes, date(2024, 7, 16))

    assert (found.fits, found.in_force_on) == (False, date(2024, 7, 24))
    waived = next(each for each in routes if each.way_out and each.way_out.way is Way.CALL_IN_WAIVED)
    assert (waived.fits, waived.submit_on) == (False, date(2024, 7, 16))
    assert any(step.step == "call_in_waived" for step in waived.steps)
    assert ordinary(plan(date(2024, 7, 16), callable_=False), date(2024, 7, 16)).fits


def test_newark_and_sherwood_cabinet_of_23_july_is_after_the_deadline_and_its_papers_before_it() -> None:
    found = ordinary(plan(date(2024, 7, 23)), date(2024, 7, 23))

    assert not found.fits and "4 days after the deadline" in (found.why_not or "")
    assert dates(found)["agenda_publication"] == date(2024, 7, 15)


def test_wolverhampton_sent_its_plan_13_days_before_the_decision_of_24_july_took_effect() -> None:
    routes = plan(date(2024, 7, 24))

    sent_first = next(each for each in routes if each.route == "R12")

    assert (sent_first.submit_on, sent_first.in_force_on) == (DEADLINE, date(2024, 8, 1))
    assert sent_first.submit_on and sent_first.in_force_on
    assert (sent_first.in_force_on - sent_first.submit_on).days == 13


def test_an_agenda_published_the_day_after_the_poll_opens_15_july_and_not_before() -> None:
    the_day_after = date(2024, 7, 5)

    too_soon = ordinary(plan(date(2024, 7, 12), as_of=the_day_after, key=Key.NO), date(2024, 7, 12))
    somerset = ordinary(plan(date(2024, 7, 15), as_of=the_day_after, key=Key.NO), date(2024, 7, 15))

    assert "had to be public by Thu 4 July" in (too_soon.why_not or "")
    assert dates(somerset)["agenda_publication"] == the_day_after
    assert somerset.in_force_on == date(2024, 7, 23)


def test_isle_of_wights_leader_had_34_clear_calendar_days_and_24_working_days() -> None:
    on, noticed_on = date(2024, 7, 10), date(2024, 6, 5)

    assert (CALENDAR.clear_days(noticed_on, on), WORKING.clear_days(noticed_on, on)) == (34, 24)
    assert notice_kind.deadline(noticed_on, on, holidays=england()).kind == notice_kind.FULL_NOTICE
    assert ordinary(plan(on, as_of=noticed_on, body="Leader", key=Key.YES), on).fits


def test_a_key_item_added_on_4_july_without_notice_waits_until_12_july() -> None:
    added_on = date(2024, 7, 4)

    first = general_exception.deadline(added_on, holidays=england())
    on_the_9th = plan(date(2024, 7, 9), as_of=added_on, key=Key.YES, body="Leader")

    assert first.on == date(2024, 7, 12)
    assert [day.day for day in first.counted if day.counts] == [date(2024, 7, day) for day in (5, 8, 9, 10, 11)]
    assert not ordinary(on_the_9th, date(2024, 7, 9)).fits
    assert any(each.way_out and each.way_out.way is Way.SPECIAL_URGENCY for each in on_the_9th)


def test_a_bank_holiday_pushes_the_agenda_of_29_may_to_20_may() -> None:
    assert dates(ordinary(plan(date(2024, 5, 29)), date(2024, 5, 29)))["agenda_publication"] == date(2024, 5, 20)


@pytest.mark.parametrize(
    ("on", "due"), [(date(2019, 4, 23), date(2019, 4, 11)), (date(2019, 4, 25), date(2019, 4, 15))]
)
def test_easter_takes_two_days_from_the_agendas_of_23_and_25_april_2019(on: date, due: date) -> None:
    """Nuneaton and Bedworth missed this, and had to move both meetings."""
    assert agenda_publication.deadline(on, holidays=england()).on == due


def test_cotswolds_record_of_29_july_2024_is_kept_to_28_july_2030() -> None:
    """Six years beginning with the date end a day before its anniversary; the notice of 2 August does not move that."""
    kept = retention.deadline(date(2024, 7, 29), record=retention.Record.OFFICER_DECISION)

    assert kept.on == date(2030, 7, 28)


def test_the_round_ran_94_days_from_letter_to_deadline() -> None:
    assert (DEADLINE - LETTER).days == 94
