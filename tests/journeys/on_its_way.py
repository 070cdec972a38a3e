"""A report on its way to Cabinet on 11 July 2024, as the journeys of its readers find it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from moothall.apps.implications import actions as implications
from moothall.apps.reports import actions as reports
from moothall.apps.reports.models import Report
from moothall.apps.routes import actions as routes
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.roles import Role
from moothall.reference import bank_holidays, rule_packs
from tests.people import Council

HERE = "/council/savings-plans/ambermere/"
TODAY = datetime(2024, 6, 24, 9, tzinfo=UTC)


def wrote(council: Council, report: Report, name: str, value: Any, *, revision: int = 0) -> None:
    """One field of the report as its author writes it."""
    by = council.who(Role.REPORT_AUTHOR)
    reports.write_field(report=report, name=name, value=value, revision=revision, by=by, at=TODAY)


def report_on_its_way(council: Council) -> Report:
    """A plan, a route with all its dates, and a report begun, with finance asked until 28 June."""
    council.written()
    meeting = Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 7, 11))
    found = plan_routes(
        as_of=date(2024, 5, 24), deadline_on=council.round_.deadline_on, meetings=[meeting],
        pack=rule_packs.default(Governance.EXECUTIVE), holidays=bank_holidays.england(),
    )  # fmt: skip
    planned = next(one for one in found if one.route == "R1")
    routes.choose_route(
        workspace=council.workspace, code="R1", name=planned.name, as_of=planned.as_of, planned=planned,
        steps=planned.bodies, by=council.who(Role.POLICY_OFFICER), at=TODAY,
    )  # fmt: skip
    author = council.who(Role.REPORT_AUTHOR)
    report = reports.begin_report(workspace=council.workspace, house_template="plain", by=author, at=TODAY)
    for name, value in {
        "title": "Savings Plan 2024",
        "body": "Cabinet",
        "meeting_on": "2024-07-11",
        "recommendations": [{"number": "1", "text": "That Cabinet approves and endorses the plan."}],
        "implications": [{"kind": "financial", "text": "No cost beyond the budget."}],
    }.items():
        wrote(council, report, name, value)
    implications.ask(
        workspace=council.workspace, kind="financial", person=council.who(Role.IMPLICATION_AUTHOR),
        due_on=date(2024, 6, 28), places=["report.implications.financial"], by=author, at=TODAY,
    )  # fmt: skip
    return report
