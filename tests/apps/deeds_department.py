"""Trials of what is asked of the department and of others, and of what the department says of the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from moothall.apps.correspondence import actions as correspondence
from moothall.apps.correspondence.actions import Put
from moothall.apps.correspondence.models import Question
from moothall.domain.correspondence import Asked, Said, What
from moothall.domain.extensions import Channel
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial
from tests.people import ROUND, Council

_POLICY = Role.POLICY_OFFICER
PUT = Put(
    Asked.DEPARTMENT, "The round’s mailbox", "Policy team", date(2024, 5, 7), Channel.EMAIL,
    "May the plan be noted rather than endorsed?", ("endorsement",),
)  # fmt: skip
ANSWER = Said(What.ANSWERED, date(2024, 5, 20), "The department", Channel.EMAIL, "Members are to endorse it.")


def question_asked(here: Council, **done: Any) -> Question:
    """A question put to the department by the policy officer."""
    done = {"put": PUT, "by": here.who(_POLICY), "at": NOW} | done
    return correspondence.ask(workspace=here.workspace, round_=ROUND, **done)


def question_answered(here: Council) -> Question:
    """The same, answered."""
    row = question_asked(here)
    correspondence.follow(question=row, said=ANSWER, by=here.who(_POLICY), at=NOW)
    return row


def department_heard(here: Council) -> None:
    """Something on every page of what is asked and answered: numbered 1, with its answer shared."""
    correspondence.share(
        question=question_answered(here), is_shared=True, is_named=False, by=here.who(_POLICY), at=NOW
    )  # fmt: skip


def _ask(here: Council) -> Do:
    return lambda by: question_asked(here, by=by)


def _follow(here: Council) -> Do:
    row = question_asked(here)
    return lambda by: correspondence.follow(question=row, said=ANSWER, by=by, at=NOW)


def _share(here: Council) -> Do:
    row = question_answered(here)
    return lambda by: correspondence.share(question=row, is_shared=True, is_named=True, by=by, at=NOW)


_RECORD = Deed.RECORD_CORRESPONDENCE
TRIALS = (
    Trial("correspondence.ask", "correspondence.asked", _RECORD, _POLICY, _ask),
    Trial("correspondence.follow", "correspondence.followed", _RECORD, _POLICY, _follow),
    Trial("correspondence.share", "correspondence.shared", Deed.SHARE_ANSWER, _POLICY, _share),
)
