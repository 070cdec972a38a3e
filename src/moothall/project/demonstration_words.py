"""What people of the demonstration do with words besides writing them: ask, give, read and comment, by their deeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from moothall.apps.comments import actions as comments
from moothall.apps.implications import actions as implications
from moothall.apps.implications import queries as requests
from moothall.apps.people.models import Person
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Draft
from moothall.apps.wordings import actions as wordings
from moothall.apps.workspaces.models import Workspace
from moothall.apps.writing import actions as writing
from moothall.apps.writing import reading
from moothall.domain.parts import PLAN
from moothall.domain.plans import AnswerStatus, Layout, Plan
from moothall.domain.signoffs import Reply
from moothall.reference.demonstration import Beginning, Worded


def add_objectives(draft: Draft, plan: Plan, by: Person, at: datetime) -> None:
    """Add the objectives, which commitments name and so come before them."""
    add(draft, "objectives", plan.objectives, by, at)


def add_further(draft: Draft, plan: Plan, by: Person, at: datetime) -> None:
    """Add what else hangs on the plan, each after what it names, and set the plan out as it says."""
    for into, some in (
        ("own-points", plan.own_points),
        ("partnerships", plan.partnerships),
        ("figures", plan.figures),
        ("documents", plan.documents),
        ("sections", plan.sections),
    ):
        add(draft, into, some, by, at)
    if plan.layout is not Layout.NARRATIVE or plan.length_reason:
        plans.set_out(
            draft=draft,
            layout=plan.layout,
            length_reason=plan.length_reason,
            revision=draft.setting_revision,
            by=by,
            at=at,
        )


def add(draft: Draft, into: str, some: Iterable[Any], by: Person, at: datetime) -> None:
    """Add items of one list of the plan, in their order."""
    for one in some:
        said = {field.name: getattr(one, field.name) for field in fields(one) if field.name != "key"}
        said = {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}
        plans.add_item(draft=draft, into=into, by=by, at=at, **said)


def keep_wordings(workspace: Workspace, some: Iterable[Worded], by: Person, at: datetime) -> None:
    """Keep the council's standard wordings."""
    for one in some:
        said = {field.name: getattr(one, field.name) for field in fields(one)}
        wordings.add_wording(workspace=workspace, by=by, at=at, **said)


def ask(workspace: Workspace, beginning: Beginning, cast: Mapping[str, Person], by: Person, at: datetime) -> None:
    """Ask for implications, and give those that are answered an hour later."""
    rows = [
        implications.ask(
            workspace=workspace,
            kind=one.kind,
            person=cast[one.person],
            places=[f"report.implications.{one.kind}"],
            note=one.note,
            due_on=one.due_on,
            by=by,
            at=at,
        )
        for one in beginning.asked
    ]
    answered_at = at + timedelta(hours=1)
    for one, row in zip(beginning.asked, rows, strict=True):
        if one.words:
            implications.answer(
                request=row,
                reply=Reply.AGREE_WITH_WORDS,
                seen=requests.standing(row, beginning.round, as_of=answered_at.date()).print,
                words=one.words,
                by=cast[one.person],
                at=answered_at,
            )


def give(workspace: Workspace, beginning: Beginning, cast: Mapping[str, Person], by: Person, at: datetime) -> None:
    """Give parts of the plan and of the report to those who are to write them."""
    for one in beginning.given:
        writing.assign(
            workspace=workspace,
            part=one.part,
            title=one.title,
            person=cast[one.person],
            due_on=one.due_on,
            note=one.note,
            by=by,
            at=at,
        )


def read(workspace: Workspace, person: Person, at: datetime) -> None:
    """Keep that a person has read the plan as it stands, so that what changes afterwards is shown to them."""
    reading.mark_read(workspace=workspace, whole=PLAN, entry=reading.latest(workspace), by=person, at=at)


def revise(draft: Draft, beginning: Beginning, by: Person, at: datetime) -> None:
    """Write answers once more."""
    rows = {one.question: one for one in draft.answers.all()}
    for one in beginning.revised:
        row = rows[one.question]
        plans.answer_question(
            draft=draft,
            question=one.question,
            status=AnswerStatus(row.status),
            text=one.text,
            revision=row.revision,
            by=by,
            at=at,
        )


def comment(workspace: Workspace, beginning: Beginning, cast: Mapping[str, Person], at: datetime) -> None:
    """Say what is said of the plan's words, and suggest others, each beside the words it is about."""
    titles = {question.id: f"{question.id} {question.title}" for _, question in beginning.round.questions()}
    for one in beginning.comments:
        said: dict[str, Any] = {
            "workspace": workspace,
            "place": one.place,
            "title": titles[one.place.rpartition("/")[2]],
            "quote": one.quote,
            "text": one.text,
            "by": cast[one.by],
            "at": at,
        }
        if one.words:
            comments.suggest(words=one.words, **said)
        else:
            comments.comment(**said)
