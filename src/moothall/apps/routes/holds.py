"""What a call-in does to a decision and its route. It is part of the deeds of a call-in, which write the line."""

from datetime import date, datetime

from moothall.apps.routes.models import CallInCorrection, Decision, Step
from moothall.domain.authorities import BodyKind
from moothall.domain.deadlines import Deadline
from moothall.domain.fingerprints import plain


def set_hold(decision: Decision, *, since: datetime | None) -> None:
    """Hold the decision back since a moment, or (None) let it go on. Nothing is written where it stands so already."""
    if decision.held_since != since:
        decision.held_since = since
        decision.save(update_fields=["held_since"])


def set_effect(decision: Decision, *, clock: Deadline, reason: str, by_name: str, at: datetime) -> None:
    """Let the day of effect of a published call-in be the one that followed from its hearing. Both stay on record."""
    before, decision.call_in = decision.call_in, plain(clock)
    decision.save(update_fields=["call_in"])
    CallInCorrection.objects.create(
        decision=decision, before=before, after=decision.call_in, reason=reason[:400], by_name=by_name, corrected_at=at
    )


def add_step(decision: Decision, *, body: str, kind: BodyKind, on: date, at: datetime) -> Step:
    """A further deciding step after a call-in: what is resolved in the place of a decision is recorded there.

    Two steps of one route never have one name, since dates are told apart by it.
    """
    steps = list(Step.objects.filter(route=decision.step.route).order_by("position"))
    taken, name = {one.body.casefold() for one in steps}, body.strip()
    if name.casefold() in taken:
        name = f"{name} (after call-in)"
    return Step.objects.create(
        route=decision.step.route, position=steps[-1].position + 1, body=name, body_kind=kind.value, meets_on=on,
        met_at=at,
    )  # fmt: skip


def is_waived(decision: Decision) -> bool:
    """Whether a consent that it is not called in is on record: a row of `call_ins`, which lies above this."""
    return getattr(decision, "waiver", None) is not None
