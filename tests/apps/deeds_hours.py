"""Trials of recording the officer time a return took."""

from __future__ import annotations

from datetime import date
from typing import Any

from moothall.apps.hours import actions as hours
from moothall.apps.hours.models import Entry
from moothall.domain.hours import Post, Span, Stage, Time
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial
from tests.people import Council

_POLICY = Role.POLICY_OFFICER
TIME = Time(Post.FINANCE, Stage.PLAN, 6, Span.WEEK, date(2024, 6, 3), "Figures of the plan")


def recording(here: Council, *, is_on: bool = True, **done: Any) -> None:
    """Recording switched on, for the year-end review."""
    done = {"words": "For the year-end review", "by": here.who(_POLICY), "at": NOW} | done
    hours.switch(workspace=here.workspace, is_on=is_on, **done)


def entered(here: Council, time: Time = TIME) -> Entry:
    """Recording on, and an hour and a half entered."""
    recording(here)
    return hours.enter(workspace=here.workspace, time=time, by=here.who(_POLICY), at=NOW)


def _switch(here: Council) -> Do:
    return lambda by: recording(here, by=by)


def _enter(here: Council) -> Do:
    recording(here)
    return lambda by: hours.enter(workspace=here.workspace, time=TIME, by=by, at=NOW)


def _correct(here: Council) -> Do:
    row = entered(here)
    return lambda by: hours.correct(found=row, time=TIME, why="It was another week.", by=by, at=NOW)


def _take_back(here: Council) -> Do:
    row = entered(here)
    return lambda by: hours.take_back(found=row, why="Entered twice.", by=by, at=NOW)


TRIALS = (
    Trial("hours.switch", "hours.switched", Deed.SWITCH_HOURS, _POLICY, _switch),
    Trial("hours.enter", "hours.entered", Deed.ENTER_HOURS, _POLICY, _enter),
    Trial("hours.correct", "hours.corrected", Deed.ENTER_HOURS, _POLICY, _correct),
    Trial("hours.take_back", "hours.taken_back", Deed.ENTER_HOURS, _POLICY, _take_back),
)
