"""A trial for each deed of the return and of a later day, as in `deeds`."""

from __future__ import annotations

from datetime import date
from typing import Any

from moothall.apps.extensions import actions as extensions
from moothall.apps.extensions.actions import Said
from moothall.apps.extensions.models import Entry
from moothall.domain.extensions import Channel, Reply
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial
from tests.people import ROUND, Council

_POLICY = Role.POLICY_OFFICER
ASKED = Said(
    on=date(2024, 7, 1),
    who="The department",
    channel=Channel.EMAIL,
    words="May we send the plan after Council has met?",
    why="Council meets on 25 July.",
    until_on=date(2024, 7, 26),
)
GRANTED = Said(
    on=date(2024, 7, 3), who="The department", channel=Channel.EMAIL, words="Yes, until 26 July.",
    until_on=date(2024, 7, 26), reply=Reply.GRANTED,
)  # fmt: skip


def later_day_asked(here: Council, **done: Any) -> Entry:
    """A later day asked for by the policy officer."""
    done = {"said": ASKED, "by": here.who(_POLICY), "at": NOW} | done
    return extensions.ask_extension(workspace=here.workspace, round_=ROUND, **done)


def later_day_granted(here: Council, **done: Any) -> Entry:
    """Friday 26 July, asked for and granted."""
    asked = later_day_asked(here)
    done = {"said": GRANTED, "by": here.who(_POLICY), "at": NOW} | done
    return extensions.answer_extension(workspace=here.workspace, round_=ROUND, asked=asked.pk, **done)


def _ask(here: Council) -> Do:
    return lambda by: later_day_asked(here, by=by)


def _answer(here: Council) -> Do:
    asked = later_day_asked(here)
    return lambda by: extensions.answer_extension(
        workspace=here.workspace, round_=ROUND, asked=asked.pk, said=GRANTED, by=by, at=NOW
    )


def _correct(here: Council) -> Do:
    row = later_day_asked(here)
    return lambda by: extensions.correct_extension(
        workspace=here.workspace, round_=ROUND, entry=row, said=ASKED, reason="A slip", by=by, at=NOW
    )


def _withdraw(here: Council) -> Do:
    asked = later_day_asked(here)
    return lambda by: extensions.withdraw_extension(
        workspace=here.workspace, asked=asked.pk, reason="Cabinet meets earlier", by=by, at=NOW
    )


_LATER = Deed.RECORD_EXTENSION
TRIALS = (
    Trial("extensions.ask_extension", "extension.asked", _LATER, _POLICY, _ask),
    Trial("extensions.answer_extension", "extension.answered", _LATER, _POLICY, _answer),
    Trial("extensions.correct_extension", "extension.corrected", _LATER, _POLICY, _correct),
    Trial("extensions.withdraw_extension", "extension.withdrawn", _LATER, _POLICY, _withdraw),
)
