"""Trials of choosing evidence for a best-value theme, adding one's own and taking some away."""

from __future__ import annotations

from datetime import date
from typing import Any

from moothall.apps.best_value import actions
from moothall.apps.best_value.models import Item
from moothall.domain.roles import Deed, Role
from moothall.reference import best_value_themes
from tests.apps.deeds import NOW, Do, Trial
from tests.people import ROUND, Council

GOVERNANCE = best_value_themes.shipped()[2]
_POLICY = Role.POLICY_OFFICER


def statement_added(here: Council, **done: Any) -> Item:
    """The annual governance statement, added for governance."""
    done = {
        "title": "Annual governance statement", "words": "Members look at it each June.",
        "address": "https://www.ambermere.example/statement", "on": date(2024, 6, 1), "by": here.who(_POLICY),
        "at": NOW,
    } | done  # fmt: skip
    return actions.add(workspace=here.workspace, theme=GOVERNANCE, **done)


def decision_chosen(here: Council, key: str, **done: Any) -> Item:
    """What was found under this key, chosen for governance."""
    done = {"by": here.who(_POLICY), "at": NOW} | done
    return actions.choose(workspace=here.workspace, round_=ROUND, theme=GOVERNANCE, key=key, **done)


def taken_away(here: Council, key: str, **done: Any) -> Item:
    """The same, taken away."""
    done = {"why": "It is about something else.", "by": here.who(_POLICY), "at": NOW} | done
    return actions.take_away(workspace=here.workspace, round_=ROUND, theme=GOVERNANCE, key=key, **done)


def _choose(here: Council) -> Do:
    here.decided()
    key = f"decision:{here.workspace.route.steps.get(decision__isnull=False).pk}"
    return lambda by: decision_chosen(here, key, by=by)


def _add(here: Council) -> Do:
    return lambda by: statement_added(here, by=by)


def _take_away(here: Council) -> Do:
    row = statement_added(here)
    return lambda by: taken_away(here, row.source, by=by)


_GATHER = Deed.GATHER_BEST_VALUE
TRIALS = (
    Trial("best_value.choose", "best_value.chosen", _GATHER, _POLICY, _choose),
    Trial("best_value.add", "best_value.added", _GATHER, _POLICY, _add),
    Trial("best_value.take_away", "best_value.taken_away", _GATHER, _POLICY, _take_away),
)
