"""Asking for a call-in, joining and leaving it, and marking it valid or not."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.call_ins import letters, queries
from moothall.apps.call_ins.models import CallIn, Name
from moothall.apps.people.models import Person
from moothall.apps.people.permissions import permit
from moothall.apps.routes import holds
from moothall.apps.routes.models import Decision
from moothall.domain import call_ins
from moothall.domain.call_ins import State
from moothall.domain.fingerprints import plain
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@transaction.atomic
def ask(*, decision: Decision, grounds: str, alternative: str, by: Person, at: datetime) -> CallIn:
    """Ask for a decision to be called in, on grounds in one's own words and with what one wants instead.

    Where one name is enough, the decision is held back from now. Raises a Refusal where it cannot be called in, after
    the closing time, without words, and where a request stands already: that one is joined.
    """
    permit(by, Deed.ASK_CALL_IN, decision.step.route.workspace_id)
    decision = _locked(decision)
    found = queries.prospect(decision, at=at)
    if found.refusal is not None:
        raise found.refusal
    if found.stands is not None:
        raise Refusal("A request to call this decision in stands already.", next_step="Join that request.")
    call_ins.check_words(grounds, alternative)
    row = CallIn.objects.create(
        decision=decision, terms=plain(found.terms), grounds=grounds.strip(), alternative=alternative.strip(),
        asked_at=at,
    )  # fmt: skip
    _sign(row, "", by, at)
    after = _counted(row, decision, at)
    letters.asked(after, by.name, at=at)
    audit.record(
        "call_in.asked", about=row, by=by, at=at, workspace=decision.step.route.workspace, body=decision.step.body,
        decided_on=decision.decided_on, grounds=row.grounds, alternative=row.alternative, names=len(after.names),
        needed=after.terms.needed, is_held=after.state.holds,
    )  # fmt: skip
    return row


@transaction.atomic
def join(*, call_in: CallIn, words: str = "", by: Person, at: datetime) -> CallIn:
    """Put one's name to a request. With the number the rule asks for, the decision is held back from now.

    Raises a Refusal after the closing time, for a request that is settled or over, and for a name that stands there.
    """
    permit(by, Deed.ASK_CALL_IN, call_in.decision.step.route.workspace_id)
    decision = _locked(call_in.decision)
    before = _standing(call_in, at)
    call_ins.check_open(before.terms, timezone.localtime(at))
    _check_stands(before)
    if before.has(by):
        raise Refusal("Your name stands under this request.", next_step="Nothing more is needed from you.")
    _sign(call_in, words, by, at)
    after = _counted(call_in, decision, at)
    letters.joined(after, by.name, at=at)
    audit.record(
        "call_in.joined", about=call_in, by=by, at=at, workspace=decision.step.route.workspace,
        body=decision.step.body, words=words.strip(), names=len(after.names), needed=after.terms.needed,
        is_held=after.state.holds,
    )  # fmt: skip
    return call_in


@transaction.atomic
def withdraw(*, call_in: CallIn, reason: str = "", by: Person, at: datetime) -> CallIn:
    """Take one's own name off a request. With too few names left it no longer holds the decision back.

    Raises a Refusal for somebody whose name is not there, and once the request is settled or over.
    """
    permit(by, Deed.ASK_CALL_IN, call_in.decision.step.route.workspace_id)
    decision = _locked(call_in.decision)
    before = _standing(call_in, at)
    _check_stands(before)
    if not before.has(by):
        raise Refusal("Your name does not stand under this request.", next_step="Only those who asked withdraw.")
    Name.objects.filter(call_in=call_in, person=by, withdrawn_at=None).update(
        withdrawn_at=at, withdrawn_reason=reason.strip()
    )
    after = _counted(call_in, decision, at)
    letters.withdrawn(after, by.name, at=at)
    audit.record(
        "call_in.withdrawn", about=call_in, by=by, at=at, workspace=decision.step.route.workspace,
        body=decision.step.body, reason=reason.strip(), names=len(after.names), is_held=after.state.holds,
    )  # fmt: skip
    return call_in


@transaction.atomic
def settle(*, call_in: CallIn, is_valid: bool, reason: str, by: Any, at: datetime) -> CallIn:
    """Mark a request valid or not, with the reason. A valid one holds the decision back; after the other it goes on.

    Raises a Refusal without a reason, for a request that is settled, withdrawn or lapsed, and to whoever asked.
    """
    permit(by, Deed.SETTLE_CALL_IN, call_in.decision.step.route.workspace_id)
    decision = _locked(call_in.decision)
    before = _standing(call_in, at)
    _check_stands(before)
    if before.has(by):
        raise Refusal("You asked for this call-in yourself.", next_step="Ask somebody else who may to mark it.")
    if not reason.strip():
        raise Refusal(
            "There is no reason.", next_step="Say how it keeps the constitution's rule, or where it does not."
        )
    call_in.is_valid, call_in.reason = is_valid, reason.strip()
    call_in.settled_by_name, call_in.settled_at = getattr(by, "name", "Moothall"), at
    call_in.save(update_fields=["is_valid", "reason", "settled_by_name", "settled_at"])
    after = _counted(call_in, decision, at)
    letters.settled(after, at=at)
    audit.record(
        "call_in.settled", about=call_in, by=by, at=at, workspace=decision.step.route.workspace,
        body=decision.step.body, is_valid=is_valid, reason=call_in.reason, names=[one.name for one in after.names],
        is_held=after.state.holds,
    )  # fmt: skip
    return call_in


def _locked(decision: Decision) -> Decision:
    """The decision, held against others who ask at the same moment."""
    Decision.objects.select_for_update().get(pk=decision.pk)
    return Decision.objects.select_related("step__route__workspace").get(pk=decision.pk)


def _standing(call_in: CallIn, at: datetime) -> queries.Standing:
    call_in.refresh_from_db()
    return queries.standing(CallIn.objects.select_related("decision__step__route").get(pk=call_in.pk), at=at)


def _check_stands(found: queries.Standing) -> None:
    """Raise a Refusal unless the request still waits for names, or for being marked."""
    said = {
        State.VALID: ("The request is marked valid.", "What becomes of it is for scrutiny: say it there."),
        State.NOT_VALID: ("The request was marked not valid.", "While call-in is open another may be made."),
        State.WITHDRAWN: ("The request was withdrawn.", "While call-in is open another may be made."),
        State.LAPSED: (
            f"The request had too few names when call-in closed at {found.terms.closes}.",
            "Scrutiny can still look at the decision.",
        ),
    }
    if found.state in said:
        sentence, next_step = said[found.state]
        raise Refusal(sentence, next_step=next_step, rule=call_ins.RULE)


def _sign(row: CallIn, words: str, by: Person, at: datetime) -> None:
    Name.objects.create(call_in=row, person=by, name=by.name, post=by.post, words=words.strip(), joined_at=at)


def _counted(row: CallIn, decision: Decision, at: datetime) -> queries.Standing:
    """The request with when its names became enough and whether it is over, and the decision held or let go by it."""
    found = queries.standing(CallIn.objects.select_related("decision__step__route__workspace").get(pk=row.pk), at=at)
    is_enough = len(found.names) >= found.terms.needed
    row.enough_at = (row.enough_at or at) if is_enough else None
    row.ended_at = at if found.state in {State.NOT_VALID, State.WITHDRAWN} else None
    row.save(update_fields=["enough_at", "ended_at"])
    holds.set_hold(decision, since=queries.hold_of(decision))
    return queries.standing(CallIn.objects.select_related("decision__step__route__workspace").get(pk=row.pk), at=at)
