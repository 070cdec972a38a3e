"""A council whose route is chosen with its dates: Cabinet on Thursday 11 July 2024, counted from 24 May."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from moothall.apps.routes import actions as routes
from moothall.apps.routes import queries
from moothall.apps.routes.models import Route
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute, planned
from moothall.domain.roles import Role
from moothall.domain.routes import route
from moothall.domain.standing_dates import StandingDate
from moothall.domain.timetable import Key, Situation, decision
from moothall.reference import bank_holidays, rule_packs
from tests.people import Council

IN_MAY = datetime(2024, 5, 24, 9, tzinfo=UTC)


def plan(on: date = date(2024, 7, 11), *, deadline_on: date = date(2024, 7, 19)) -> PlannedRoute:
    """The route by Cabinet on a day, by the default rules."""
    situation = Situation(
        IN_MAY.date(), deadline_on, rule_packs.default(Governance.EXECUTIVE), Governance.EXECUTIVE, Key.YES, True,
        bank_holidays.england(),
    )  # fmt: skip
    meeting = Meeting("Cabinet", BodyKind.EXECUTIVE, on, time(18, 30))
    return planned(route("R1"), "Cabinet", decision(meeting, situation), situation)


def routed(council: Council, on: date = date(2024, 7, 11), at: datetime = IN_MAY) -> Route:
    """The route chosen by the policy officer; choosing again moves the meeting, and every date with it."""
    wanted = plan(on)
    return routes.choose_route(
        workspace=council.workspace, code=wanted.route, name=wanted.name, as_of=wanted.as_of, planned=wanted,
        steps=wanted.bodies, by=council.who(Role.POLICY_OFFICER), at=at,
    )  # fmt: skip


def dates(council: Council) -> dict[str, StandingDate]:
    """The dates of the council's route as they stand, by their names."""
    return {one.key: one for one in queries.standing_dates(queries.route(council.workspace))}
