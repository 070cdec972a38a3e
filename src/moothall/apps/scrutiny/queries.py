"""Scrutiny's recommendations as they stand, for pages, the report to scrutiny and the public trail."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from moothall.apps.routes.models import Step
from moothall.apps.scrutiny.models import Recommendation
from moothall.apps.scrutiny.models import Response as ResponseRow
from moothall.apps.workspaces.models import Workspace
from moothall.domain import scrutiny_recommendations as domain
from moothall.domain.authorities import BodyKind
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class Standing:
    """A recommendation with its rows: the value, the working of its day where the Act gives one, and each answer."""

    row: Recommendation
    value: domain.Recommendation
    working: Deadline | None
    responses: tuple[ResponseRow, ...]


def rows(workspace: Workspace) -> QuerySet[Recommendation]:
    """Every recommendation of a workspace with its answers, by number."""
    found = Recommendation.objects.filter(step__route__workspace=workspace)
    return found.select_related("step__route__workspace").prefetch_related(
        "responses__decision__step", "responses__before", "responses__after"
    )


def recommendations(workspace: Workspace) -> tuple[Standing, ...]:
    """Every recommendation as it stands, by number."""
    return tuple(standing(one) for one in rows(workspace))


def recommendation(workspace: Workspace, number: int) -> Standing | None:
    """The recommendation of this number, or None."""
    row = rows(workspace).filter(number=number).first()
    return standing(row) if row else None


def steps(workspace: Workspace) -> list[Step]:
    """The steps of the route at which scrutiny looks at the plan, or another body only advises."""
    found = Step.objects.filter(route__workspace=workspace).select_related("route__workspace")
    return [one for one in found if one.body_kind == BodyKind.SCRUTINY.value or not one.is_deciding]


def step(workspace: Workspace, pk: int) -> Step | None:
    """One of these steps, or None."""
    return next((one for one in steps(workspace) if one.pk == pk), None)


def standing(row: Recommendation) -> Standing:
    """One recommendation as it stands."""
    answers = tuple(row.responses.all())
    value = domain.Recommendation(
        number=row.number, body=row.step.body, text=row.text, to_whom=row.to_whom, made_on=row.made_on,
        due_on=row.due_on, due_by=row.due_rule, responses=tuple(_response(one) for one in answers),
    )  # fmt: skip
    return Standing(row, value, domain.respond_by(row.noticed_on) if row.noticed_on else None, answers)


def _response(row: ResponseRow) -> domain.Response:
    decision = f"{row.decision.step.body}, {in_words(row.decision.decided_on)}" if row.decision else ""
    changed = (
        f"the words between version {row.before.number} and version {row.after.number}"
        if row.before and row.after
        else ""
    )
    return domain.Response(
        domain.Answer(row.answer), row.by_whom, row.answered_on, row.why, decision=decision, changed=changed
    )


def sentences(workspace: Workspace) -> tuple[str, ...]:
    """Each recommendation that was answered with its answer, for the decision trail that the public reads."""
    return tuple(
        f"{one.value.body} recommended on {in_words(one.value.made_on)}: “{one.value.text.strip()}”"
        f" {one.value.response.sentence}"
        for one in recommendations(workspace)
        if one.value.response is not None
    )


def overdue(workspace: Workspace, *, as_of: date) -> tuple[Standing, ...]:
    """The recommendations whose answer is overdue on a day."""
    return tuple(
        one for one in recommendations(workspace) if one.value.state(as_of=as_of) is domain.State.OVERDUE
    )  # fmt: skip
