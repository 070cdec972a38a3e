"""Dates of a chosen route that would now be others: shown, accepted by somebody, and never changed by themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from moothall.apps.audit.models import Entry
from moothall.apps.meetings import actions as meetings
from moothall.apps.meetings.models import Meeting
from moothall.apps.routes import actions, queries, recounts
from moothall.apps.routes.models import CallInCorrection, Decision, Route
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.call_in_rules import CallInRule
from moothall.domain.clocks import call_in
from moothall.domain.feasibility import plan_routes
from moothall.domain.fingerprints import plain
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from moothall.reference import bank_holidays, rule_packs
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db
CHOSEN, MAY, JULY = (datetime(2024, *day, 9, tzinfo=UTC) for day in ((4, 17), (5, 24), (7, 3)))


def on_route(here: Council) -> tuple[Route, Meeting]:
    """The route by the Cabinet of Tuesday 9 July 2024, which the council keeps."""
    by = here.who(Role.POLICY_OFFICER)
    row = meetings.add_meeting(
        workspace=here.workspace, body="Cabinet", kind=BodyKind.EXECUTIVE, on=date(2024, 7, 9), starts_at=time(18),
        by=by, at=CHOSEN,
    )  # fmt: skip
    planned = plan_routes(
        as_of=CHOSEN.date(), deadline_on=ROUND.deadline_on, meetings=[row.to_value()],
        pack=rule_packs.default(Governance.EXECUTIVE), holidays=bank_holidays.england(),
    )  # fmt: skip
    found = next(one for one in planned if one.route == "R1")
    chosen = actions.choose_route(
        workspace=here.workspace, code="R1", name=found.name, as_of=found.as_of, planned=found, steps=found.bodies,
        by=by, at=CHOSEN,
    )  # fmt: skip
    return chosen, row


def moved(here: Council, row: Meeting, to: date, at: datetime = MAY) -> None:
    meetings.move_meeting(
        workspace=here.workspace, meeting=row, on=to, starts_at=time(18), reason="The election is on 4 July",
        by=here.who(Role.DEMOCRATIC_SERVICES), at=at,
    )  # fmt: skip


def days(route: Route) -> dict[str, date]:
    planned = queries.planned(Route.objects.get(pk=route.pk))
    assert planned is not None
    return {step.step: step.on for step in planned.steps}


def test_moving_a_meeting_changes_no_date_of_the_route_until_somebody_accepts_it(council: Council) -> None:
    route, row = on_route(council)
    before = days(route)

    moved(council, row, date(2024, 7, 16))

    found = recounts.recounted(queries.route(council.workspace), as_of=MAY.date())
    assert days(route) == before
    assert found is not None and found.is_changed
    assert found.breaks[0].startswith("The deadline of Friday 19 July 2024 is missed by 5 days")
    assert "The election is on 4 July" in found.reasons[0]


def test_accepted_dates_take_the_place_of_the_old_ones_and_the_record_keeps_both(council: Council) -> None:
    route, row = on_route(council)
    moved(council, row, date(2024, 7, 16))
    found = recounts.recounted(queries.route(council.workspace), as_of=MAY.date())
    assert found is not None

    actions.adopt_dates(route=route, seen=recounts.seen(found), by=council.who(Role.DEMOCRATIC_SERVICES), at=MAY)

    line = Entry.objects.get(event="route.dates_adopted")
    assert days(route)["decision"] == date(2024, 7, 16)
    assert (line.details["before"]["name"], line.details["after"]["name"]) == (
        "Cabinet, Tue 9 July", "Cabinet, Tue 16 July",
    )  # fmt: skip
    step = Route.objects.get().steps.get()
    assert (step.meets_on, step.meeting_id) == (date(2024, 7, 16), row.pk)
    again = recounts.recounted(queries.route(council.workspace), as_of=MAY.date())
    assert again is not None and not again.is_changed


def test_an_agenda_that_is_out_keeps_its_day_when_new_dates_are_accepted(council: Council) -> None:
    route, row = on_route(council)
    moved(council, row, date(2024, 7, 16), at=JULY)
    found = recounts.recounted(queries.route(council.workspace), as_of=JULY.date())
    assert found is not None

    actions.adopt_dates(route=route, seen=recounts.seen(found), by=council.who(Role.DEMOCRATIC_SERVICES), at=JULY)

    accepted = days(route)
    assert (accepted["agenda_publication"], accepted["agenda_again"]) == (date(2024, 7, 1), date(2024, 7, 8))


def test_dates_that_changed_again_since_they_were_looked_at_are_not_accepted(council: Council) -> None:
    route, row = on_route(council)
    moved(council, row, date(2024, 7, 16))
    found = recounts.recounted(queries.route(council.workspace), as_of=MAY.date())
    assert found is not None
    moved(council, row, date(2024, 7, 18))

    with pytest.raises(Refusal, match="changed again since you looked"):
        actions.adopt_dates(route=route, seen=recounts.seen(found), by=None, at=MAY)

    assert days(route)["decision"] == date(2024, 7, 9)


def test_there_is_nothing_to_accept_where_nothing_differs_and_no_route_by_a_cancelled_meeting(council: Council) -> None:
    route, row = on_route(council)

    with pytest.raises(Refusal, match="as they were accepted"):
        actions.adopt_dates(route=route, seen="", by=None, at=MAY)
    meetings.cancel_meeting(workspace=council.workspace, meeting=row, reason="No quorum", by=None, at=MAY)
    found = recounts.recounted(queries.route(council.workspace), as_of=MAY.date())
    assert found is not None and found.breaks[0].startswith("Cabinet on Tuesday 9 July 2024 is cancelled. No quorum.")
    with pytest.raises(Refusal, match="is cancelled"):
        actions.adopt_dates(route=route, seen=recounts.seen(found), by=None, at=MAY)


def test_a_second_cabinet_on_the_old_day_is_not_taken_for_the_one_that_moved(council: Council) -> None:
    _, row = on_route(council)
    moved(council, row, date(2024, 7, 16))
    meetings.add_meeting(
        workspace=council.workspace, body="Cabinet", kind=BodyKind.EXECUTIVE, on=date(2024, 7, 9), starts_at=time(18),
        by=None, at=MAY,
    )  # fmt: skip

    found = recounts.recounted(queries.route(council.workspace), as_of=MAY.date())

    assert found is not None and found.now.name == "Cabinet, Tue 16 July"


def test_a_meeting_recorded_on_the_route_is_recorded_in_the_calendar_too(council: Council) -> None:
    route, row = on_route(council)
    at = datetime(2024, 7, 10, 9, tzinfo=UTC)

    actions.record_meeting(step=route.steps.get(), met_on=date(2024, 7, 9), by=None, at=at)

    row.refresh_from_db()
    assert row.status == "met"
    found = recounts.recounted(queries.route(council.workspace), as_of=at.date())
    assert found is not None and not found.is_changed


def published_with(here: Council, known_on: date | None) -> Decision:
    """A decision published on Wednesday 14 September 2022, its call-in counted with the holidays known on a day."""
    decision = here.decided()
    at = datetime(2022, 9, 14, 19, tzinfo=UTC)
    clock = call_in.deadline(date(2022, 9, 14), rule=CallInRule(), holidays=bank_holidays.england(known_on))
    Decision.objects.update(decided_on=date(2022, 9, 14), published_at=at, call_in=plain(clock))
    decision.refresh_from_db()
    return decision


def test_a_call_in_published_before_the_state_funeral_was_proclaimed_stands_and_shows_both_dates(
    council: Council,
) -> None:
    decision = published_with(council, date(2022, 9, 1))

    found = recounts.call_in_today(decision)

    assert found is not None and found.differs and found.stands and found.today
    assert (found.stands.effective_on, found.today.effective_on) == (date(2022, 9, 22), date(2022, 9, 23))
    assert "proclaimed on Saturday 10 September 2022" in found.why[0]
    assert "as known on Thursday 1 September 2022" in found.table
    decision.refresh_from_db()
    assert decision.call_in is not None and decision.call_in["effective_on"] == "2022-09-22"


def test_the_same_counted_on_15_september_2022_needs_no_correction(council: Council) -> None:
    decision = published_with(council, date(2022, 9, 15))

    found = recounts.call_in_today(decision)

    assert found is not None and not found.differs
    assert "as known on Thursday 15 September 2022" in found.table
    with pytest.raises(Refusal, match="is what would be counted today"):
        actions.correct_call_in(decision=decision, reason="Why", by=None, at=JULY)


def test_a_correction_needs_a_reason_and_keeps_what_was_published_for_ever(council: Council) -> None:
    decision = published_with(council, date(2022, 9, 1))
    with pytest.raises(Refusal, match="There is no reason"):
        actions.correct_call_in(decision=decision, reason=" ", by=None, at=JULY)

    actions.correct_call_in(decision=decision, reason="The funeral was a bank holiday", by=None, at=JULY)

    row: Any = CallInCorrection.objects.get()
    assert (row.before["effective_on"], row.after["effective_on"]) == ("2022-09-22", "2022-09-23")
    assert queries.in_force_on(Decision.objects.get()) == date(2022, 9, 23)
    with pytest.raises(DatabaseError, match="cannot be"), transaction.atomic():
        CallInCorrection.objects.update(reason="Another")
