"""What there is already that may be evidence: of the plan, its decisions, scrutiny, progress and sign-offs."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from moothall.apps.audit import queries as audit
from moothall.apps.implications import queries as implications
from moothall.apps.plans import queries as plans
from moothall.apps.progress import queries as progress
from moothall.apps.routes import queries as routes
from moothall.apps.scrutiny import queries as scrutiny
from moothall.apps.workspaces.models import Workspace
from moothall.domain.best_value import Kind, Matter
from moothall.domain.days import in_words
from moothall.domain.plans import AnswerStatus
from moothall.domain.rounds import Round
from moothall.domain.signoffs import Reply

_WRITTEN = ("commitment.added", "commitment.changed", "measure.added", "measure.changed")
_AGREED = (Reply.AGREE.value, Reply.AGREE_WITH_WORDS.value)


def matters(workspace: Workspace, round_: Round) -> tuple[Matter, ...]:
    """Everything of a workspace that may be evidence for some theme, in the order of the plan's life."""
    return (
        *_of_the_plan(workspace, round_),
        *_decisions(workspace),
        *_scrutiny(workspace),
        *_progress(workspace),
        *_sign_offs(workspace),
    )


def _of_the_plan(workspace: Workspace, round_: Round) -> Iterator[Matter]:
    row = plans.draft(workspace)
    if row is None:
        return
    plan, writers, written = plans.plan(row, round_), plans.writers(workspace), _written(workspace)
    begun = _begun(workspace)
    asked = {question.id: (question.title, theme.title) for theme, question in round_.questions()}
    themes = {name: one.title for one in round_.themes for name in (one.id, one.key)}
    for answer in plan.answers:
        said = answer.text or answer.where
        if answer.status in (AnswerStatus.ANSWERED, AnswerStatus.ELSEWHERE) and said.strip():
            title, of = asked[answer.question]
            on = timezone.localdate(writers[answer.question][1]) if answer.question in writers else begun
            yield Matter(
                f"answer:{answer.question}", Kind.ANSWER, title, said, on, "question", (answer.question,), of
            )  # fmt: skip
    for commitment in plan.commitments:
        yield Matter(
            f"item:{commitment.key}", Kind.COMMITMENT, commitment.title, commitment.text,
            written.get(commitment.key, begun), "change_item", (commitment.key,), themes.get(commitment.theme, ""),
        )  # fmt: skip
    for measure in plan.measures:
        words = f"In {measure.unit}. {measure.source}".strip()
        yield Matter(
            f"item:{measure.key}", Kind.MEASURE, measure.title, words, written.get(measure.key, begun),
            "change_item", (measure.key,), themes.get(measure.theme, ""),
        )  # fmt: skip


def _written(workspace: Workspace) -> dict[str, date]:
    """The day on which each commitment and measure was last written, by its key."""
    found: dict[str, date] = {}
    for line in audit.of_workspace(workspace.pk).filter(event__in=_WRITTEN).order_by("id"):
        value = line.details.get("value") or line.details.get("after") or {}
        if "key" in value:
            found[value["key"]] = timezone.localdate(line.at)
    return found


def _begun(workspace: Workspace) -> date | None:
    line = audit.of_workspace(workspace.pk).filter(event__in=("plan.begun", "plan.started_from_file")).first()
    return timezone.localdate(line.at) if line else None


def _decisions(workspace: Workspace) -> Iterator[Matter]:
    for row in routes.decisions(workspace):
        words = "; ".join(f"{one.verb.value} {one.object}" for one in routes.limbs(row))
        title = f"{row.step.body}, {in_words(row.decided_on)}"
        yield Matter(
            f"decision:{row.step_id}", Kind.DECISION, title, words or row.minute, row.decided_on, "decision",
            (row.step_id,),
        )  # fmt: skip


def _scrutiny(workspace: Workspace) -> Iterator[Matter]:
    for one in scrutiny.recommendations(workspace):
        value = one.value
        words = f"{value.text} {value.response.sentence if value.response else 'Not answered yet.'}"
        title = f"Recommendation {value.number} of {value.body}"
        yield Matter(f"scrutiny:{value.number}", Kind.SCRUTINY, title, words, value.made_on, "scrutiny")


def _progress(workspace: Workspace) -> Iterator[Matter]:
    for row in reversed(progress.releases(workspace.pk)):
        on = timezone.localdate(row.released_at)
        words = " ".join(filter(None, (row.words, row.next_step))) or f"Released by {row.released_by_name}."
        yield Matter(f"progress:{row.pk}", Kind.PROGRESS, f"Progress released on {in_words(on)}", words, on, "progress")


def _sign_offs(workspace: Workspace) -> Iterator[Matter]:
    for event in implications.signed(workspace):
        if event.request.capacity and event.reply in _AGREED:
            on = timezone.localdate(event.at)
            words = f"{event.by_name} agreed to the words as they stood on {in_words(on)}."
            yield Matter(
                f"signed:{event.pk}", Kind.SIGN_OFF, f"Sign-off as {event.request.capacity}", words, on, "signed"
            )  # fmt: skip
