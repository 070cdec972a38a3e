"""The texts finished under a delegation, and what members left to whom. Reads alone; finishing is a deed."""

from dataclasses import dataclass

from moothall.apps.plans.models import Version
from moothall.apps.routes import queries
from moothall.apps.routes.models import Decision, Finishing, Step
from moothall.apps.workspaces.models import Workspace
from moothall.domain.finishing import Delegation, delegations
from moothall.domain.route_table import DECIDING


@dataclass(frozen=True)
class Left:
    """One limb of a decision on the route that leaves something to somebody, with the decision it is of."""

    decision: Decision
    delegation: Delegation

    @property
    def key(self) -> str:
        """The limb by a name that no other limb of the workspace has."""
        return f"{self.decision.pk}-{self.delegation.number}"


def finishings(workspace: Workspace) -> list[Finishing]:
    """Every text finished under a delegation in this workspace, in the order in which it was recorded."""
    found = Finishing.objects.filter(step__route__workspace=workspace)
    return list(found.select_related("version", "decision__step", "step__route__workspace").order_by("pk"))


def finishing_of(version: Version) -> Finishing | None:
    """The finishing by which this version was settled, or None where nobody finished it under a delegation."""
    return Finishing.objects.filter(version=version).select_related("decision__step").order_by("pk").last()


def finishing(workspace: Workspace, pk: int) -> Finishing | None:
    """One of them, or None."""
    found = Finishing.objects.filter(pk=pk, step__route__workspace=workspace)
    return found.select_related("step__route__workspace", "version").first()


def left(step: Step) -> list[Left]:
    """What the decisions before a step leave to somebody by their limbs, in the order of the route."""
    found = []
    for decision in queries.decisions(step.route.workspace):
        if decision.step.position < step.position and decision.step.deed in DECIDING:
            limbs = delegations(decision.step.body, decision.decided_on, queries.limbs(decision))
            found += [Left(decision, one) for one in limbs]
    return found
