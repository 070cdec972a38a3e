"""The demonstration's further parts of a plan, standard wordings, requests and comments, by the deeds people use."""

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
from moothall.domain.plans import Layout, Plan
from moothall.domain.signoffs import Reply
from moothall.reference.demonstration import Beginning, Worded


def add_objectives(draft: Draft, plan: Plan, by: Person, at: datetime) -> None:
    """Add the objectives, which commitments name and so come before them."""
    _add(draft, "objectives", plan.objectives, by, at)


def add_further(draft: Draft, plan: Plan, by: Person, at: datetime) -> None:
    """Add what else hangs on the plan, each after what it names, and set the plan out as it says."""
    for into, some in (
        ("own-points", plan.own_points),
        ("partnerships", plan.partnerships),
        ("figures", plan.figures),
        ("documents", plan.documents),
        ("sections", plan.sections),
    ):
        _add(draft, into, some, by, at)
    if plan.layout is not Layout.NARRATIVE or plan.length_reason:
        plans.set_out(
            draft=draft,
            layout=plan.layout,
            length_reason=plan.length_reason,
            revision=draft.setting_revision,
            by=by,
            at=at,
        )


def _add(draft: Draft, into: str, some: Iterable[Any], by: Person, at: datetime) -> None:
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
    for one in beginning.asked:
        person, answered_at = cast[one.person], at + timedelta(hours=1)
        row = implications.ask(
            workspace=workspace,
            kind=one.kind,
            person=person,
            places=[f"report.implications.{one.kind}"],
            note=one.note,
            due_on=one.due_on,
            by=by,
            at=at,
        )
        if one.words:
            standing = requests.standing(row, beginning.round, as_of=answered_at.date())
            implications.answer(
                request=row,
                reply=Reply.AGREE_WITH_WORDS,
                seen=standing.print,
                words=one.words,
                by=person,
                at=answered_at,
            )


def comment(workspace: Workspace, beginning: Beginning, cast: Mapping[str, Person], at: datetime) -> None:
    """Say what is said of the plan's words, each beside the words it is about."""
    titles = {question.id: f"{question.id} {question.title}" for _, question in beginning.round.questions()}
    for one in beginning.comments:
        comments.comment(
            workspace=workspace,
            place=one.place,
            title=titles[one.place.rpartition("/")[2]],
            text=one.text,
            quote=one.quote,
            by=cast[one.by],
            at=at,
        )
