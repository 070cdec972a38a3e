"""The plan being written, and the versions kept of it."""

from typing import Any

from django.db.models import Prefetch

from moothall.apps.plans.models import Barrier, Commitment, Draft, Measure, Milestone, Version
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import plan_json
from moothall.domain.plans import Answer, AnswerStatus, Plan
from moothall.domain.rounds import Round


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
    )


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
    """The commitment, measure or barrier of a draft with this key, or None."""
    lists = (row.commitment_set.all(), row.measure_set.all(), row.barrier_set.all())
    return next((one for some in lists for one in some if one.key == key), None)


def measure_keys(workspace: Workspace) -> frozenset[str]:
    """The keys of every measure that stands in any kept version of the plan."""
    return frozenset(one.key for row in versions(workspace) for one in frozen(row).measures)


def milestone_keys(workspace: Workspace) -> frozenset[str]:
    """The keys of every milestone that stands in any kept version of the plan."""
    return frozenset(
        step.key for row in versions(workspace) for one in frozen(row).commitments for step in one.milestones
    )
