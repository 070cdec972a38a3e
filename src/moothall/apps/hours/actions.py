"""Switching the recording of officer time on and off; entering time, correcting it, and taking it back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.hours import queries
from moothall.apps.hours.models import Entry, Switch, TakenBack
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain import hours as domain
from moothall.domain.hours import Time
from moothall.domain.roles import Deed


@transaction.atomic
def switch(*, workspace: Workspace, is_on: bool, words: str, by: Any, at: datetime) -> Switch:
    """Switch the recording on, with what for, or off, with why. What was entered stays.

    Raises a Refusal for what is so already and without words.
    """
    permit(by, Deed.SWITCH_HOURS, workspace.pk)
    _lock(workspace)
    before = queries.now(workspace)
    domain.check_switch(words, is_on=is_on, now=before)
    row = Switch.objects.create(
        workspace=workspace, is_on=is_on, words=words.strip(), by_name=getattr(by, "name", "Moothall"), recorded_at=at
    )
    audit.record(
        "hours.switched", about=row, by=by, at=at, workspace=workspace, before=bool(before and before.is_on),
        after=is_on, words=row.words,
    )  # fmt: skip
    return row


@transaction.atomic
def enter(*, workspace: Workspace, time: Time, by: Any, at: datetime) -> Entry:
    """Enter time. Raises a Refusal while recording is off, and for a week or month still to come."""
    permit(by, Deed.ENTER_HOURS, workspace.pk)
    row = _add(workspace, time, at)
    audit.record("hours.entered", about=row, by=by, at=at, workspace=workspace, number=row.number, after=_said(time))
    return row


@transaction.atomic
def correct(*, found: Entry, time: Time, why: str, by: Any, at: datetime) -> Entry:
    """Enter time in place of an earlier entry, with the reason; the earlier one stays to be read and counts no more.

    Raises a Refusal as entering does, for an entry that no longer counts, and without the reason.
    """
    workspace = found.workspace
    permit(by, Deed.ENTER_HOURS, workspace.pk)
    before = _standing(found)
    domain.check_settling(before, why)
    row = _add(workspace, time, at, corrects=found, why=why.strip())
    audit.record(
        "hours.corrected", about=row, by=by, at=at, workspace=workspace, number=row.number, corrects=found.number,
        before=_said(before.time), after=_said(time), reason=row.why,
    )  # fmt: skip
    return row


@transaction.atomic
def take_back(*, found: Entry, why: str, by: Any, at: datetime) -> TakenBack:
    """Take an entry back, with the reason. Raises a Refusal while recording is off, as above, and without it."""
    workspace = found.workspace
    permit(by, Deed.ENTER_HOURS, workspace.pk)
    before = _standing(found)
    domain.check_on(queries.now(workspace))
    domain.check_settling(before, why)
    row = TakenBack.objects.create(entry=found, why=why.strip(), recorded_at=at)
    audit.record(
        "hours.taken_back", about=row, by=by, at=at, workspace=workspace, number=found.number,
        before=_said(before.time), reason=row.why,
    )  # fmt: skip
    return row


def _lock(workspace: Workspace) -> None:
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # one at a time: numbers, and what still counts


def _standing(found: Entry) -> domain.Entry:
    _lock(found.workspace)
    row = queries.entry(found.workspace, found.number)
    return queries.value(row or found)


def _add(workspace: Workspace, time: Time, at: datetime, **more: Any) -> Entry:
    _lock(workspace)
    domain.check_on(queries.now(workspace))
    domain.check_time(time, today=timezone.localdate(at))
    last = Entry.objects.filter(workspace=workspace).aggregate(last=Max("number"))["last"]
    return Entry.objects.create(
        workspace=workspace, number=(last or 0) + 1, post=time.post.value, stage=time.stage.value,
        quarters=time.quarters, span=time.span.value, first_on=time.first_on, words=time.words.strip(),
        recorded_at=at, **more,
    )  # fmt: skip


def _said(time: Time) -> dict[str, str]:
    return {
        "post": time.post.label, "stage": time.stage.label, "hours": time.hours, "when": time.when,
        "words": time.words.strip(),
    }  # fmt: skip
