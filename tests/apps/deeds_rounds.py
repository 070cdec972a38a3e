"""A trial for each deed on rounds and on obligations, as in `deeds`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from moothall.apps.obligations import actions as obligations
from moothall.apps.obligations.models import Obligation
from moothall.apps.rounds import actions as rounds
from moothall.domain.roles import Deed, Role
from moothall.domain.rounds import Amendment, Change, ChangeKind
from tests.apps.deeds import NOW, Do, Trial
from tests.people import ROUND, Council

MOVED = Amendment(
    date(2024, 7, 1),
    "Letter of the department to all councils",
    "There are two more weeks.",
    (Change(ChangeKind.DEADLINE_MOVED, on=date(2024, 8, 2)),),
)


def _amend_round(here: Council) -> Do:
    return lambda by: rounds.amend_round(round_=replace(ROUND, amendments=(MOVED,)), by=by, at=NOW)


def pension_fund(here: Council) -> Obligation:
    """The plan answers its own round for the pension fund as well."""
    by = here.who(Role.POLICY_OFFICER)
    return obligations.take_on(
        workspace=here.workspace, round_slug=ROUND.slug, subject="Ambermere Pension Fund", by=by, at=NOW
    )


def _take_on(here: Council) -> Do:
    return lambda by: obligations.take_on(
        workspace=here.workspace, round_slug=ROUND.slug, subject="Ambermere Pension Fund", by=by, at=NOW
    )


def _say_where(here: Council) -> Do:
    here.written()
    row = pension_fund(here)
    return lambda by: obligations.say_where(obligation=row, asked="T1.Q1", part="T1.Q1", by=by, at=NOW)


def _send_for(here: Council) -> Do:
    here.published()
    row = pension_fund(here)
    said = {"words": "I certify.", "channel": "by hand", "recipient": "The board", "rests_on": "Minute 12 of 3 July"}
    return lambda by: obligations.send_for(obligation=row, **said, by=by, at=NOW)


def _end(here: Council) -> Do:
    row = pension_fund(here)
    return lambda by: obligations.end(obligation=row, reason="The fund writes its own.", by=by, at=NOW)


_POLICY = Role.POLICY_OFFICER
TRIALS = (
    Trial("rounds.amend_round", "round.amended", Deed.AMEND_ROUND, Role.OPERATOR, _amend_round, False),
    Trial("obligations.take_on", "obligation.taken_on", Deed.LINK_OBLIGATION, _POLICY, _take_on),
    Trial("obligations.say_where", "obligation.answered", Deed.LINK_OBLIGATION, _POLICY, _say_where),
    Trial("obligations.send_for", "obligation.sent", Deed.SUBMIT_RETURN, Role.CHIEF_EXECUTIVE, _send_for),
    Trial("obligations.end", "obligation.ended", Deed.LINK_OBLIGATION, _POLICY, _end),
)
SAVING: tuple[Trial, ...] = ()
