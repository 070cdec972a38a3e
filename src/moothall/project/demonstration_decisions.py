"""What the demonstration's scrutiny recommended and had answered, and fields of its decision's record."""

from collections.abc import Callable
from datetime import datetime, timedelta

from moothall.apps.decision_records import actions as decision_records
from moothall.apps.people.models import Person
from moothall.apps.routes import queries as routes
from moothall.apps.scrutiny import actions as scrutiny
from moothall.apps.scrutiny import queries
from moothall.apps.workspaces.models import Workspace
from moothall.domain.roles import Role
from moothall.domain.scrutiny_recommendations import Answer

_ASKED = (
    (
        "That the plan give the cost of agency staff in pounds.",
        "The cost in pounds stands beside the share, under Agency staff and consultants.",
    ),
    (
        "That every commitment which is not done have dated steps.",
        "Each of them has its steps with their days.",
    ),
)


_ENTERED = (
    ("vote", "Unanimous; nobody asked for a recorded vote.", "The minutes, item 41"),
    ("lead_member", "The Leader of the Council", "The covering report"),
    ("lead_director", "The Chief Executive", "The covering report"),
    ("wards", "All wards", "The covering report"),
)


def record(workspace: Workspace, who: Callable[[Role], Person], at: datetime) -> None:
    """Record scrutiny's two requests, the answer the deciding body gave to each, and who had a dispensation: nobody.

    Nothing is recorded on a route without a step of scrutiny, or before a decision.
    """
    decision, clerk = routes.deciding_decision(workspace), who(Role.DEMOCRATIC_SERVICES)
    step = next((one for one in queries.steps(workspace) if one.met_at is not None), None)
    if decision is None or step is None or step.meets_on is None:
        return
    for minute, (text, why) in enumerate(_ASKED):
        row = scrutiny.recommend(
            step=step, text=text, to_whom=decision.step.body, made_on=step.meets_on, noticed_on=step.meets_on, by=clerk,
            at=at + timedelta(minutes=minute),
        )  # fmt: skip
        scrutiny.respond(
            recommendation=row, answer=Answer.ACCEPTED, by_whom=decision.step.body, on=decision.decided_on, why=why,
            decision=decision, by=who(Role.POLICY_OFFICER), at=at + timedelta(minutes=10 + minute),
        )  # fmt: skip
    decision_records.enter(
        decision=decision, name="dispensations", value=(), source="The minutes", by=clerk, at=at + timedelta(minutes=20)
    )
    for name, value, source in _ENTERED:
        decision_records.enter(
            decision=decision, name=name, value=value, source=source, by=clerk, at=at + timedelta(minutes=25)
        )
