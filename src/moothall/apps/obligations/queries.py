"""What a plan answers beside its own round, and how far."""

from collections.abc import Sequence
from dataclasses import dataclass

from moothall.apps.obligations.models import FurtherReceipt, Obligation
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import queries as routes
from moothall.apps.workspaces.models import Workspace
from moothall.domain import obligations as values
from moothall.domain.remarks import Remark
from moothall.domain.rounds import Round


@dataclass(frozen=True, slots=True)
class Standing:
    """An obligation with everything a page says of it. ``row`` brings its receipts, the newest first."""

    row: Obligation
    value: values.Obligation
    questions: tuple[values.QuestionMet, ...]
    requirements: tuple[values.RequirementMet, ...]
    receipts: tuple[FurtherReceipt, ...]

    @property
    def settled(self) -> int:
        """How many of its questions are answered in the plan or declined with a reason."""
        return sum(one.is_settled for one in self.questions)


def obligations(workspace: Workspace) -> list[Obligation]:
    """Every obligation ever taken on in a workspace, in the order it was."""
    rows = Obligation.objects.filter(workspace=workspace).select_related("workspace")
    return list(rows.prefetch_related("served", "receipts__publication"))


def obligation(workspace: Workspace, number: int) -> Obligation | None:
    """The obligation with this number, or None."""
    return next((one for one in obligations(workspace) if one.number == number), None)


def value(row: Obligation) -> values.Obligation:
    """The obligation as a domain value. Raises LookupError where its round is no longer held, which nothing allows."""
    round_ = rounds.round_called(row.round_slug)
    if round_ is None:
        raise LookupError(row.round_slug)
    return values.Obligation(row.number, round_, row.subject)


def standing(row: Obligation, held: dict[str, str] | None = None) -> Standing:
    """One obligation with its coverage. ``held`` are the parts of the plan, where they are known already."""
    found = value(row)
    served = tuple(values.Served(one.asked, one.part, one.words) for one in row.served.all())
    known = parts(row.workspace) if held is None else held
    return Standing(
        row,
        found,
        values.questions_met(found.round, served, known),
        values.requirements_met(found.round, served),
        tuple(row.receipts.all()),
    )


def parts(workspace: Workspace) -> dict[str, str]:
    """What the plan holds that can answer a question, by id or key: settled answers, and what hangs on the plan."""
    row, round_ = plans.draft(workspace), rounds.round_called(workspace.round_slug)
    if row is None or round_ is None:
        return {}
    plan = plans.plan(row, round_)
    settled = {one.question for one in plan.answers if one.is_settled}
    found = {one.id: one.title for _, one in round_.questions() if one.id in settled}
    lists = (plan.commitments, plan.measures, plan.barriers, plan.own_points, plan.partnerships, plan.objectives)
    return found | {one.key: one.title for some in lists for one in some}


def sent_elsewhere(round_slug: str) -> dict[str, FurtherReceipt]:
    """The latest receipt of each council that answered this round by the plan of another, by its GSS code."""
    rows = FurtherReceipt.objects.filter(obligation__round_slug=round_slug, obligation__subject="")
    rows = rows.select_related("obligation__workspace").order_by("sent_at", "pk")
    return {row.obligation.workspace.gss: row for row in rows}


def remarks(workspace: Workspace) -> tuple[Remark, ...]:
    """A remark for each obligation, the plan's own round among them, that nothing before members names on its own.

    Of the decision once there is one, else of the report's recommendations. None where the plan has one obligation.
    """
    known = _all(workspace)
    if len(known) < 2:
        return ()
    limbs, recommended = _limbs(workspace), _recommended(workspace)
    if limbs:
        return values.check(known, limbs, decided=True)
    return values.check(known, recommended, decided=False) if recommended else ()


def own_limb(row: Obligation) -> str:
    """The limb of the decision that is this obligation's own, in words; empty where none names it."""
    limbs = _limbs(row.workspace)
    place = values.apart(_all(row.workspace), limbs).get(row.number)
    return "" if place is None else limbs[place]


def _all(workspace: Workspace) -> list[values.Obligation]:
    own: Round | None = rounds.round_called(workspace.round_slug)
    rows = [one for one in obligations(workspace) if one.ended_at is None]
    return [*([values.Obligation(0, own)] if own else []), *(value(one) for one in rows)]


def _limbs(workspace: Workspace) -> Sequence[str]:
    decision = routes.deciding_decision(workspace)
    return [f"{one.verb.value} {one.object}" for one in routes.limbs(decision)] if decision else []


def _recommended(workspace: Workspace) -> Sequence[str]:
    row = reports.report(workspace)
    return [one.text for one in reports.value(row).recommendations] if row else []
