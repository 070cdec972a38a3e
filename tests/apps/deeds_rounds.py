"""A trial for each deed on rounds and on obligations, as in `deeds`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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


TRIALS = (Trial("rounds.amend_round", "round.amended", Deed.AMEND_ROUND, Role.OPERATOR, _amend_round, False),)
SAVING: tuple[Trial, ...] = ()
