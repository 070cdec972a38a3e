"""The questions of a workspace as values, the answers shared in a round, and a round's days in order."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from moothall.apps.correspondence import models, replies
from moothall.apps.extensions import queries as extensions
from moothall.apps.publications.models import Publication
from moothall.apps.returns.models import Return
from moothall.apps.routes.models import Decision, Step
from moothall.apps.workspaces.models import Workspace
from moothall.domain import correspondence as domain
from moothall.domain import round_timeline
from moothall.domain.correspondence import Asked, Question, Said, What
from moothall.domain.extensions import Channel
from moothall.domain.round_timeline import Lane, Moment
from moothall.domain.rounds import Round


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """An answered question as another council reads it. ``council`` is empty where it is shared without the name."""

    council: str
    question: Question
    answer: Said


def rows(workspace: Workspace) -> QuerySet[models.Question]:
    """Every question of a workspace with what was said of it, by number."""
    return models.Question.objects.filter(workspace=workspace).prefetch_related("said")


def questions(workspace: Workspace) -> tuple[Question, ...]:
    """Every question of a workspace as it stands, by number."""
    return tuple(value(one) for one in rows(workspace))


def question(workspace: Workspace, number: int) -> models.Question | None:
    """The row of this number, or None."""
    return rows(workspace).filter(number=number).first()


def said(workspace: Workspace, pk: int) -> models.Said | None:
    """One thing said of a question of this workspace, with its file, or None."""
    return models.Said.objects.filter(question__workspace=workspace, pk=pk).select_related("file").first()


def value(row: models.Question) -> Question:
    """A question as a value, with everything said of it."""
    return Question(
        number=row.number, kind=Asked(row.kind), whom=row.whom, asker=row.asker, on=row.asked_on,
        channel=Channel(row.channel), words=row.words, bears_on=tuple(row.bears_on),
        said=tuple(_said(one) for one in row.said.all()), file_name=row.file_name, recorded_by=row.by_name,
    )  # fmt: skip


def _said(row: models.Said) -> Said:
    return Said(
        what=What(row.what), on=row.on, who=row.who, channel=Channel(row.channel) if row.channel else None,
        words=row.words, is_named=row.is_named, pk=row.pk, file_name=row.file_name, recorded_by=row.by_name,
    )  # fmt: skip


def shared_in(round_slug: str, *, but: Workspace | None = None) -> tuple[SharedAnswer, ...]:
    """The answers that councils of a round share, by day of the answer; without those of one council where named."""
    found = models.Question.objects.filter(workspace__round_slug=round_slug, said__what=What.SHARED.value).distinct()
    if but is not None:
        found = found.exclude(workspace=but)
    shared = []
    for row in found.select_related("workspace").prefetch_related("said"):
        one = value(row)
        if one.shared and one.answer:
            name = row.workspace.official_name if one.shared.is_named else ""
            shared.append(SharedAnswer(name, one, one.answer))
    return tuple(sorted(shared, key=lambda one: (one.answer.on, one.question.words)))


def timeline(workspace: Workspace, round_: Round) -> tuple[Moment, ...]:
    """Everything on record of this round for this council, by day."""
    found = [*round_timeline.of_round(round_), *round_timeline.of_questions(questions(workspace))]
    found += round_timeline.of_extensions(extensions.of_workspace(workspace))
    found += _of_members(workspace)
    found += replies.moments(workspace)
    for one in Publication.objects.filter(workspace=workspace):
        found.append(Moment(_day(one.published_at), Lane.PUBLIC, "The plan published", "", "publication"))
    for sent in Return.objects.filter(workspace=workspace):
        found.append(
            Moment(_day(sent.sent_at), Lane.COUNCIL, "The return certified",
                   f"Receipt {sent.receipt_number}.", "publication")
        )  # fmt: skip
    return round_timeline.in_order(found)


def _of_members(workspace: Workspace) -> list[Moment]:
    found = []
    for step in Step.objects.filter(route__workspace=workspace, met_at__isnull=False):
        found.append(Moment(_day(step.met_at), Lane.MEMBERS, f"{step.body} met", "", "route"))
    for decision in Decision.objects.filter(step__route__workspace=workspace).select_related("step"):
        found.append(
            Moment(decision.decided_on, Lane.MEMBERS, f"{decision.step.body} decided", decision.minute, "decisions")
        )
    return found


def _day(at: object) -> date:
    return timezone.localdate(at)  # type: ignore[arg-type]


def waiting(workspace: Workspace) -> int:
    """How many questions have no answer yet."""
    return sum(one.state is domain.State.WAITING for one in questions(workspace))
