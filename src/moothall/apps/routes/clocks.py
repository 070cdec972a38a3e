"""The council's own rules, and the call-in clock of a decision under them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from moothall.apps.routes.models import Decision
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import call_in
from moothall.domain.deadlines import Deadline
from moothall.domain.rule_examples import example
from moothall.domain.rule_packs import Base, RulePack, rule_pack
from moothall.domain.timetable import Key, Situation
from moothall.reference import bank_holidays, rule_packs


def pack_of(workspace: Workspace) -> RulePack:
    """The rules this council entered, over the defaults of its governance."""
    return pack_from(workspace.rule_pack, Governance(workspace.governance))


def pack_from(rules: Mapping[str, Any], governance: Governance) -> RulePack:
    """The rules entered, as plain data, over the defaults of a governance; the defaults alone where none are."""
    default = rule_packs.default(governance)
    return rule_pack(rules, default=default) if rules else default


def worked_example(pack: RulePack, *, as_of: date) -> Deadline | None:
    """The call-in of a decision taken and published on the next Thursday after a day; None without call-in.

    Most executives meet in the week and many on a Thursday, so that the example runs over a weekend as theirs do.
    """
    return example(pack, as_of=as_of, holidays=bank_holidays.england())


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
