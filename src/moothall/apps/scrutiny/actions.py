"""Recording what scrutiny recommended, and what was answered to it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.people.permissions import permit
from moothall.apps.plans.models import Version
from moothall.apps.routes.models import Decision, Route, Step
from moothall.apps.scrutiny import queries
from moothall.apps.scrutiny.models import Recommendation, Response
from moothall.domain import scrutiny_recommendations as domain
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@transaction.atomic
def recommend(
    *, step: Step, text: str, to_whom: str, made_on: date, noticed_on: date | None = None, due_on: date | None = None,
    due_rule: str = "", by: Any, at: datetime,
) -> Recommendation:  # fmt: skip
    """Record one recommendation that scrutiny made at a step of the route. Its number follows the last.

    Where scrutiny required an answer by notice in writing, the day follows from the Act; otherwise from the council's
    own rule, where one is given with its paragraph. Raises a Refusal without words or addressee, before the body met,
    and for a day without its rule.
    """
    workspace = step.route.workspace
    permit(by, Deed.RECORD_SCRUTINY, workspace.pk)
    today = timezone.localdate(at)
    domain.check_recommendation(text, to_whom, made_on=made_on, today=today)
    if step.met_at is None:
        raise Refusal(f"{step.body} has not met yet.", next_step="Record the meeting first.")
    if due_on is not None and (not due_rule.strip() or due_on < made_on):
        raise Refusal(
            "A day to answer by needs the rule that gives it, and cannot come before the recommendation.",
            next_step="Give the paragraph of the constitution, or leave the day empty.",
        )
    if noticed_on is not None and not made_on <= noticed_on <= today:
        raise Refusal("The notice is dated before the recommendation, or in the future.", next_step="Correct the day.")
    if noticed_on is not None and due_on is None:
        due_on, due_rule = domain.respond_by(noticed_on).on, domain.PROVISION.in_words()
    Route.objects.select_for_update().get(pk=step.route_id)  # numbers are given one at a time
    last = Recommendation.objects.filter(step__route_id=step.route_id).aggregate(last=Max("number"))["last"]
    row = Recommendation.objects.create(
        step=step, number=(last or 0) + 1, text=text.strip(), to_whom=to_whom.strip(), made_on=made_on,
        noticed_on=noticed_on, due_on=due_on, due_rule=due_rule.strip(), by_name=getattr(by, "name", "Moothall"),
        recorded_at=at,
    )  # fmt: skip
    audit.record(
        "scrutiny.recommended", about=row, by=by, at=at, workspace=workspace, body=step.body, number=row.number,
        text=row.text, to_whom=row.to_whom, made_on=made_on, due_on=due_on,
    )  # fmt: skip
    return row


@transaction.atomic
def respond(
    *, recommendation: Recommendation, answer: domain.Answer, by_whom: str, on: date, why: str,
    decision: Decision | None = None, before: Version | None = None, after: Version | None = None, by: Any,
    at: datetime,
) -> Response:  # fmt: skip
    """Record the answer to a recommendation: accepted, in part or rejected, by whom, why, and by which decision.

    ``before`` and ``after`` are the versions between which an accepted one changed the plan. A later answer stands, and
    the earlier one stays on record. Raises a Refusal as the domain does, and for one version without the other.
    """
    workspace = recommendation.step.route.workspace
    permit(by, Deed.ANSWER_SCRUTINY, workspace.pk)
    found = queries.standing(queries.rows(workspace).get(pk=recommendation.pk))
    if (before is None) != (after is None):
        raise Refusal("Only one of the two versions is given.", next_step="Choose both, or neither.")
    if before is not None and after is not None and before.number >= after.number:
        raise Refusal("The version before is not the earlier one.", next_step="Choose them the other way round.")
    changed = f"version {after.number}" if after else ""
    new = domain.Response(answer, by_whom.strip(), on, why, changed=changed)
    domain.check_response(found.value, new, today=timezone.localdate(at))
    row = Response.objects.create(
        recommendation=recommendation, answer=answer.value, by_whom=new.by_whom, answered_on=on, why=why.strip(),
        decision=decision, before=before, after=after, by_name=getattr(by, "name", "Moothall"), recorded_at=at,
    )  # fmt: skip
    last = found.value.response
    audit.record(
        "scrutiny.answered", about=row, by=by, at=at, workspace=workspace, number=recommendation.number,
        answer=answer.value, by_whom=row.by_whom, on=on, reason=row.why, instead_of=last.answer.value if last else None,
        versions=[before.number, after.number] if before and after else None,
    )  # fmt: skip
    return row
