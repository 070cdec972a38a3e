"""The council's own rules, and the call-in clock of a decision under them."""

from datetime import date, datetime

from moothall.apps.routes.models import Decision
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import call_in
from moothall.domain.deadlines import Deadline
from moothall.domain.rule_packs import Base, RulePack, rule_pack
from moothall.domain.timetable import Key, Situation
from moothall.reference import bank_holidays, rule_packs


def pack_of(workspace: Workspace) -> RulePack:
    """The rules this council entered, over the defaults of its governance."""
    default = rule_packs.default(Governance(workspace.governance))
    return rule_pack(workspace.rule_pack, default=default) if workspace.rule_pack else default


def call_in_of(decision: Decision, *, published_at: datetime) -> Deadline | None:
    """When call-in of this decision closes if it is published at this moment; None where it cannot be called in."""
    workspace = decision.step.route.workspace
    pack = pack_of(workspace)
    situation = Situation(
        as_of=decision.decided_on,
        deadline_on=date.max,
        pack=pack,
        governance=pack.governance,
        key=Key.UNSURE,
        callable_=decision.is_callable,
        holidays=bank_holidays.england(),
    )
    if pack.call_in is None or not situation.has_call_in(BodyKind(decision.step.body_kind)):
        return None
    decided_on = decision.decided_on if pack.call_in.base is Base.DECISION else None
    return call_in.deadline(published_at, decided_on=decided_on, rule=pack.call_in, holidays=situation.holidays)
