"""A trial for each deed about what changes of the text rest on, as in `deeds`."""

from __future__ import annotations

from typing import Any

from moothall.apps.lineage import actions as lineage
from moothall.apps.lineage.models import Account
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Draft, Version
from moothall.apps.publications import lines
from moothall.apps.routes.models import Decision
from moothall.domain.decisions import Verb
from moothall.domain.lineage import Ground
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial
from tests.people import Council

_POLICY, _CLERK = Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES
LIMBS = (Verb.APPROVE, Verb.AMEND)


def amended(here: Council) -> Version:
    """Cabinet decided on the first version, and a second was kept in which the opening says something else."""
    here.decided(verbs=LIMBS)
    draft, by = Draft.objects.get(), here.who(_POLICY)
    plans.write_opening(
        draft=draft, title=draft.title, introduction="We are small.", revision=draft.revision, by=by, at=NOW
    )
    return plans.keep_version(workspace=here.workspace, round_=here.round_, name="as amended", by=by, at=NOW)


def resolved(here: Council) -> Decision:
    """The second version is the text as Cabinet left it."""
    version, decision = amended(here), Decision.objects.get()
    lineage.name_resolved_text(decision=decision, version=version, by=here.who(_CLERK), at=NOW)
    return decision


def said_of(here: Council, **said: Any) -> dict[str, Any]:
    """What is said of the one change: under limb (b) of the decision, unless said otherwise."""
    decision = Decision.objects.get()
    (change,) = [one for change in lines.line_of(here.workspace).changes for one in change.placed]
    return {
        "workspace": here.workspace, "later": lines.later_texts(here.workspace), "marks": [change.difference.mark],
        "ground": Ground.MEETING, "decision": decision, "limb": 1, "made_by": "Cabinet",
        "made_on": decision.decided_on, "by": here.who(_POLICY), "at": NOW, **said,
    }  # fmt: skip


def delegated(here: Council) -> Account:
    """The change was made under a limb, as the policy officer says."""
    resolved(here)
    return lineage.account_for(
        **said_of(here, ground=Ground.DELEGATION, made_by="the Leader", within="It is an opening alone.")
    )


def _name_resolved_text(here: Council) -> Do:
    version = amended(here)
    return lambda by: lineage.name_resolved_text(decision=Decision.objects.get(), version=version, by=by, at=NOW)


def _account_for(here: Council) -> Do:
    resolved(here)
    said = said_of(here)
    return lambda by: lineage.account_for(**(said | {"by": by}))


def _confirm_account(here: Council) -> Do:
    row = delegated(here)
    return lambda by: lineage.confirm_account(account=row, by=by, at=NOW)


def _take_back_account(here: Council) -> Do:
    row = delegated(here)
    return lambda by: lineage.take_back_account(account=row, reason="It was at the meeting.", by=by, at=NOW)


def _report_back(here: Council) -> Do:
    row = delegated(here)
    return lambda by: lineage.report_back(account=row, to="all members", on=NOW.date(), words="By mail", by=by, at=NOW)


_ACCOUNT = Deed.ACCOUNT_FOR_CHANGE
TRIALS = (
    Trial("lineage.name_resolved_text", "text.resolved_named", Deed.RECORD_DECISION, _CLERK, _name_resolved_text),
    Trial("lineage.account_for", "change.accounted", _ACCOUNT, _POLICY, _account_for),
    Trial("lineage.confirm_account", "change.confirmed", Deed.CONFIRM_ACCOUNT, _CLERK, _confirm_account),
    Trial("lineage.take_back_account", "change.account_taken_back", _ACCOUNT, _POLICY, _take_back_account),
    Trial("lineage.report_back", "change.reported_back", _ACCOUNT, _POLICY, _report_back),
)
