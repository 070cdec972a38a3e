"""A plan value as rows of the bank: what a file of a plan begins with. Each key stays what it was."""

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import models

from moothall.apps.plans.models import (
    Answer,
    Barrier,
    Commitment,
    Draft,
    Figure,
    LinkedDocument,
    Listed,
    Measure,
    Milestone,
    Objective,
    OwnPoint,
    Partnership,
    Section,
)
from moothall.apps.workspaces.models import Workspace
from moothall.domain.fingerprints import plain
from moothall.domain.plans import AnswerStatus, Plan
from moothall.domain.refusals import Refusal

Row = TypeVar("Row", bound=models.Model)
_LISTS: tuple[tuple[str, type[Listed]], ...] = (
    ("measures", Measure),
    ("barriers", Barrier),
    ("documents", LinkedDocument),
    ("objectives", Objective),
    ("own_points", OwnPoint),
    ("partnerships", Partnership),
    ("figures", Figure),
    ("sections", Section),
)


def fill(workspace: Workspace, plan: Plan) -> Draft:
    """The draft that says what this plan says. Raises a Refusal for words longer than the bank can hold."""
    draft = _kept(
        Draft(
            workspace=workspace, title=plan.title, introduction=plan.introduction, layout=plan.layout.value,
            length_reason=plan.length_reason,
        )
    )  # fmt: skip
    for answer in (*plan.answers, *plan.requirements):
        if answer.status is not AnswerStatus.OPEN or answer.text:
            _kept(Answer(draft=draft, **plain(answer)))
    for position, one in _placed(plan.commitments):
        fields = {name: value for name, value in plain(one).items() if name != "milestones"}
        row = _kept(Commitment(draft=draft, position=position, **fields))
        for step in one.milestones:
            _kept(Milestone(commitment=row, key=step.key, title=step.title, due_on=step.due_on))
    for name, model in _LISTS:
        for position, one in _placed(getattr(plan, name)):
            _kept(model(draft=draft, position=position, **_fields(one)))
    return draft


def _fields(one: Any) -> dict[str, Any]:
    fields: dict[str, Any] = plain(one)
    if "standing_on" in fields:
        fields["standing_on"] = one.standing_on
    return fields


def _placed(some: Iterable[Any]) -> Iterable[tuple[int, Any]]:
    """Each with its place: in the file's order, and no lower than the number in its key, which is never given again."""
    place = 0
    for one in some:
        number = re.search(r"\d{1,6}$", one.key)
        place = max(place + 1, int(number[0]) if number else 0)
        yield place, one


def _kept(row: Row) -> Row:
    for field in row._meta.fields:
        value = getattr(row, field.attname)
        if isinstance(field, models.CharField) and field.max_length and len(str(value)) > field.max_length:
            raise Refusal(
                f"“{str(value)[:60]}…” has {len(str(value))} characters, and there is room for {field.max_length}.",
                next_step="Shorten it in the file, then bring the file in again.",
            )
        if isinstance(value, str) and "\0" in value:
            raise Refusal("The file holds a character that no text has.", next_step="Take it from where it was made.")
    row.save(force_insert=True)
    return row
