"""The plan being written, and the versions kept of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from moothall.apps.audit import queries as audit
from moothall.apps.plans.models import Answer as AnswerRow
from moothall.apps.plans.models import (
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
    Version,
)
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import plan_json
from moothall.domain.plans import Answer, AnswerStatus, Layout, Plan
from moothall.domain.rounds import Round

# What hangs on a plan beside commitments, measures and barriers, by the name its lists go by in addresses.
FURTHER: dict[str, type[Listed]] = {
    "documents": LinkedDocument,
    "objectives": Objective,
    "own-points": OwnPoint,
    "partnerships": Partnership,
    "figures": Figure,
    "sections": Section,
}


def draft(workspace: Workspace) -> Draft | None:
    """The draft with its lists, or None where nobody has begun."""
    return (
        Draft.objects.filter(workspace=workspace)
        .select_related("workspace")
        .prefetch_related(
            "answers",
            Prefetch(
                "commitment_set",
                Commitment.objects.filter(removed_at=None).prefetch_related(
                    Prefetch("milestones", Milestone.objects.filter(removed_at=None))
                ),
            ),
            Prefetch("measure_set", Measure.objects.filter(removed_at=None)),
            Prefetch("barrier_set", Barrier.objects.filter(removed_at=None)),
            *(
                Prefetch(f"{kind._meta.model_name}_set", kind.objects.filter(removed_at=None))  # type: ignore[attr-defined]
                for kind in FURTHER.values()
            ),
        )
        .first()
    )


def plan(row: Draft, round_: Round) -> Plan:
    """The draft as a plan: every question of the round has an answer, an open one where nobody wrote."""
    written = {answer.question: answer.to_value() for answer in row.answers.all()}
    return Plan(
        authority=row.workspace.gss,
        authority_name=row.workspace.official_name,
        round=round_.slug,
        title=row.title,
        introduction=row.introduction,
        answers=tuple(
            written.get(question.id, Answer(question=question.id, status=AnswerStatus.OPEN))
            for _, question in round_.questions()
        ),
        commitments=tuple(one.to_value() for one in row.commitment_set.all()),
        measures=tuple(one.to_value() for one in row.measure_set.all()),
        barriers=tuple(one.to_value() for one in row.barrier_set.all()),
        requirements=tuple(written[one.id] for one in round_.requirements if one.id in written),
        documents=tuple(one.to_value() for one in row.linkeddocument_set.all()),
        objectives=tuple(one.to_value() for one in row.objective_set.all()),
        own_points=tuple(one.to_value() for one in row.ownpoint_set.all()),
        partnerships=tuple(one.to_value() for one in row.partnership_set.all()),
        figures=tuple(one.to_value() for one in row.figure_set.all()),
        length_reason=row.length_reason,
        layout=Layout(row.layout),
        sections=tuple(one.to_value() for one in row.section_set.all()),
    )


def answered(round_slug: str, questions: Iterable[str]) -> dict[int, list[str]]:
    """Which of these questions each workspace of a round wrote something about, by the workspace's key."""
    rows = AnswerRow.objects.filter(draft__workspace__round_slug=round_slug, question__in=list(questions))
    found: dict[int, list[str]] = {}
    for workspace_id, question in rows.order_by("question").values_list("draft__workspace_id", "question"):
        found.setdefault(workspace_id, []).append(question)
    return found


def no_longer_asked(row: Draft, round_: Round) -> list[Answer]:
    """What was written to questions and requirements that the round does not hold any more. It is kept, not counted."""
    asked = {one.id for _, one in round_.questions()} | {one.id for one in round_.requirements}
    said = (one.to_value() for one in row.answers.all() if one.question not in asked)
    return sorted((one for one in said if one.text or one.where or one.reason), key=lambda one: one.question)


def versions(workspace: Workspace) -> list[Version]:
    """Every kept version, newest first."""
    return list(Version.objects.filter(workspace=workspace))


def version(workspace: Workspace, number: int) -> Version | None:
    """One kept version, or None."""
    return Version.objects.filter(workspace=workspace, number=number).first()


def latest_version(workspace: Workspace) -> Version | None:
    """The newest kept version, or None."""
    return Version.objects.filter(workspace=workspace).first()


def frozen(row: Version) -> Plan:
    """The plan a version holds."""
    return plan_json.load(row.plan)


def item(row: Draft, key: str) -> Any:
    """What hangs on a draft under this key (a commitment, measure, barrier, document and so on), or None."""
    lists = [row.commitment_set.all(), row.measure_set.all(), row.barrier_set.all()]
    lists += [getattr(row, f"{kind._meta.model_name}_set").all() for kind in FURTHER.values()]
    return next((one for some in lists for one in some if one.key == key), None)


def measure_keys(workspace: Workspace) -> frozenset[str]:
    """The keys of every measure that stands in any kept version of the plan."""
    return frozenset(one["key"] for row in versions(workspace) for one in row.plan.get("measures", ()))


def milestone_keys(workspace: Workspace) -> frozenset[str]:
    """The keys of every milestone that stands in any kept version of the plan."""
    return frozenset(
        step["key"]
        for row in versions(workspace)
        for one in row.plan.get("commitments", ())
        for step in one.get("milestones", ())
    )


def writers(workspace: Workspace) -> dict[str, tuple[str, datetime]]:
    """Who last wrote what becomes of each question or requirement, and when, by its id."""
    lines = audit.of_workspace(workspace.pk).filter(event="question.answered").order_by("id")
    return {line.details["question"]: (line.by_name, line.at) for line in lines}


def keys(row: Draft) -> frozenset[str]:
    """The keys of everything that hangs on the plan now; milestones belong to their commitments and are left out."""
    kinds: tuple[type[Listed], ...] = (Commitment, Measure, Barrier, *FURTHER.values())
    found = (kind.objects.filter(draft=row, removed_at=None).values_list("key") for kind in kinds)  # type: ignore[attr-defined]
    first, *others = found
    return frozenset(key for (key,) in first.order_by().union(*(one.order_by() for one in others)))


def other_rounds(workspace: Workspace) -> list[str]:
    """The rounds of this council, by slug, in which it has another workspace with a plan begun."""
    drafts = Draft.objects.filter(workspace__gss=workspace.gss).exclude(workspace=workspace)
    return list(drafts.values_list("workspace__round_slug", flat=True))


def last_words(workspace: Workspace, round_: Round) -> tuple[Plan, Version | None] | None:
    """What this council's plan of another round says: its newest version, or the draft where none was kept."""
    there = Workspace.objects.filter(gss=workspace.gss, round_slug=round_.slug).first()
    kept = latest_version(there) if there else None
    if kept is not None:
        return frozen(kept), kept
    row = draft(there) if there else None
    return (plan(row, round_), None) if row is not None else None
