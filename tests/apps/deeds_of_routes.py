"""A trial for each deed at the steps of a route, and for composed routes, as in `deeds`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from moothall.apps.plans import actions as plans
from moothall.apps.routes import actions as routes
from moothall.apps.routes import actions_at_steps as steps
from moothall.apps.routes.models import Decision, Finishing, Step, StepRecord
from moothall.domain import own_routes
from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import Limb, Outcome, StepValue, Verb
from moothall.domain.finishing import Finished
from moothall.domain.roles import Deed, Role
from moothall.domain.route_table import Event
from moothall.domain.routes import Deed as PartOfRoute
from moothall.domain.routes import Term
from tests.apps.deeds import NOW, Do, Trial
from tests.people import Council

_SERVICES = Role.DEMOCRATIC_SERVICES
JULY = date(2024, 7, 4)
ALONE = StepValue(
    "Councillor for finance", BodyKind.INDIVIDUAL_MEMBER, True, date(2024, 7, 11), terms=(Term.SIGNED_BY_TWO,)
)
CABINET = StepValue("Cabinet", BodyKind.EXECUTIVE, True, JULY)
FINISHES = StepValue("Director", BodyKind.OFFICER, False, deed=PartOfRoute.FINISH)


def chosen(here: Council, *parts: StepValue, at: datetime = NOW) -> list[Step]:
    """A route of these steps, chosen by the policy officer."""
    route = routes.choose_route(
        workspace=here.workspace, code="own", name="Our own way", as_of=at.date(), planned={}, steps=parts,
        by=here.who(Role.POLICY_OFFICER), at=at,
    )  # fmt: skip
    return list(route.steps.all())


def resolved(
    here: Council, step: Step, *limbs: Limb, on: date = JULY, at: datetime = NOW, published: bool = True, **said: Any
) -> Decision:
    """A body met, resolved and published what it resolved, without call-in."""
    by = here.who(_SERVICES)
    routes.record_meeting(step=step, met_on=on, by=by, at=at)
    step.refresh_from_db()
    given: dict[str, Any] = {
        "minute": "RESOLVED as set out.", "is_callable": False, "not_callable_reason": "It is not an executive matter.",
    }  # fmt: skip
    row = routes.record_decision(
        step=step, limbs=limbs or (Limb(Verb.APPROVE, "the plan"),), decided_on=on, by=by, at=at, **(given | said)
    )
    return routes.publish_decision(decision=row, published_at=at, by=by, at=at) if published else row


def signed(here: Council, step: Step, who: str, by: Any = None) -> StepRecord:
    """One of two signs."""
    return steps.record_at_step(step=step, event=Event.SIGNED, on=JULY, who=who, by=by or here.who(_SERVICES), at=NOW)


def delegated(here: Council) -> tuple[Step, Decision]:
    """Cabinet approved the plan and left minor changes to the director."""
    version = here.written()
    cabinet, finishes = chosen(here, CABINET, FINISHES)
    left = Limb(Verb.DELEGATE, "minor changes", "after asking the Leader", ("the director",))
    return finishes, resolved(here, cabinet, Limb(Verb.APPROVE, "the plan"), left, plan_version=version)


SAID = Finished("the director", "Piers Tolland", NOW.date(), "The Leader was asked on 10 July.")


def finished(here: Council, by: Any = None) -> Finishing:
    """The director finished a later version under that limb."""
    finishes, decision = delegated(here)
    later = plans.keep_version(
        workspace=here.workspace, round_=here.round_, name="final", by=here.who(Role.POLICY_OFFICER), at=NOW
    )
    return steps.finish_text(
        step=finishes, version=later, decision=decision, limb=2, said=SAID, by=by or here.who(_SERVICES), at=NOW
    )


def _record_at_step(here: Council) -> Do:
    [step] = chosen(here, ALONE)
    return lambda by: signed(here, step, "Councillor A", by)


def _take_back_record(here: Council) -> Do:
    row = signed(here, chosen(here, ALONE)[0], "Councillor A")
    return lambda by: steps.take_back_record(record=row, reason="It was not signed.", by=by, at=NOW)


def _finish_text(here: Council) -> Do:
    finishes, decision = delegated(here)
    version = decision.plan_version
    return lambda by: steps.finish_text(
        step=finishes, version=version, decision=decision, limb=2, said=SAID, by=by, at=NOW
    )


def _report_back(here: Council) -> Do:
    row = finished(here)
    return lambda by: steps.report_back(
        finished=Finishing.objects.get(pk=row.pk), to="Cabinet", on=NOW.date(), by=by, at=NOW
    )


def _put_again(here: Council) -> Do:
    [step] = chosen(here, CABINET)
    resolved(here, step, Limb(Verb.NOTE, "the plan"), outcome=Outcome.REFUSED, outcome_reason="It is too long.")
    return lambda by: steps.put_again(step=step, meets_on=date(2024, 7, 18), by=by, at=NOW)


def _keep_own_route(here: Council) -> Do:
    own = own_routes.of_shape("R3")
    return lambda by: steps.keep_own_route(workspace=here.workspace, route=own, by=by, at=NOW)


def _remove_own_route(here: Council) -> Do:
    own = replace(own_routes.of_shape("R1"), name="Plainly")
    by = here.who(Role.POLICY_OFFICER)
    row = steps.keep_own_route(workspace=here.workspace, route=own, by=by, at=NOW)
    return lambda by: steps.remove_own_route(
        workspace=here.workspace, own=type(row).objects.get(pk=row.pk), by=by, at=NOW
    )


TRIALS = (
    Trial("routes.record_at_step", "step.recorded", Deed.RECORD_AT_STEP, _SERVICES, _record_at_step),
    Trial("routes.take_back_record", "step.taken_back", Deed.RECORD_AT_STEP, _SERVICES, _take_back_record),
    Trial("routes.finish_text", "text.finished", Deed.FINISH_TEXT, Role.CHIEF_EXECUTIVE, _finish_text),
    Trial("routes.report_back", "text.reported_back", Deed.RECORD_AT_STEP, _SERVICES, _report_back),
    Trial("routes.put_again", "step.put_again", Deed.CHOOSE_ROUTE, Role.POLICY_OFFICER, _put_again),
    Trial("routes.keep_own_route", "own_route.kept", Deed.CHOOSE_ROUTE, Role.POLICY_OFFICER, _keep_own_route),
    Trial("routes.remove_own_route", "own_route.removed", Deed.CHOOSE_ROUTE, Role.POLICY_OFFICER, _remove_own_route),
)
