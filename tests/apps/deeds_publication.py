"""A trial for the deed of starting a plan from its file, as in `deeds`."""

from __future__ import annotations

from datetime import date

from moothall.apps.plans import actions as plans
from moothall.domain.plans import Answer, AnswerStatus, Commitment, CommitmentStatus, Milestone, Plan
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial
from tests.people import COUNCIL, ROUND, Council

PLAN = Plan(
    COUNCIL.gss,
    COUNCIL.official_name,
    ROUND.slug,
    "Savings Plan 2024",
    "",
    (Answer("T1.Q1", AnswerStatus.ANSWERED, "One office."),),
    (
        Commitment(
            "C4", "transformation", "Share a legal service", "", CommitmentStatus.PLANNED,
            (Milestone("C4.3", "Agreement signed", date(2024, 9, 30)),),
        ),
    ),
)  # fmt: skip


def _start_from_file(here: Council) -> Do:
    return lambda by: plans.start_from_file(
        workspace=here.workspace, round_=here.round_, plan=PLAN, name="plan.json", by=by, at=NOW
    )


TRIALS = (
    Trial("plans.start_from_file", "plan.started_from_file", Deed.WRITE_PLAN, Role.POLICY_OFFICER, _start_from_file),
)
