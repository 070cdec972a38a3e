"""Asking for a call-in, joining and leaving it, marking it valid or not, what follows, and the waiver."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.call_ins import followed, letters, queries
from moothall.apps.call_ins.models import CallIn, Followed, Name, Waiver
from moothall.apps.people.models import Person
from moothall.apps.people.permissions import permit
from moothall.apps.routes import holds
from moothall.apps.routes.models import Decision, Step
from moothall.domain import call_ins, called_in, waivers
from moothall.domain.authorities import BodyKind
from moothall.domain.call_ins import State
from moothall.domain.called_in import Happening, Stage, What
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


@transaction.atomic
def follow(*, call_in: CallIn, happening: Happening, by: Any, at: datetime) -> Followed:
    """Record what followed a valid request: a hearing set, its outcome, the decision looked at again, the council.

    Where the hold ends, the decision takes effect on the day that follows. Where it is replaced, a step is added to the
    route at which what was resolved instead is recorded. Raises a Refusal as `domain.called_in.check` does, and for a
    request that is not marked valid.
    """
    permit(by, Deed.FOLLOW_CALL_IN, call_in.decision.step.route.workspace_id)
    decision = _locked(call_in.decision)
    before = followed.after(CallIn.objects.get(pk=call_in.pk))
    if before is None:
        raise Refusal("The request is not marked valid.", next_step="Mark it valid or not first.", rule=call_ins.RULE)
    reached = called_in.check(
        before.happened, happening, called_in_on=followed.called_in_on(call_in), today=timezone.localdate(at)
    )
    row = _keep(call_in, happening, by, at)
    holds.set_hold(decision, since=queries.hold_of(decision))
    effective_on = _take_effect(decision, row, by, at) if reached is Stage.TAKES_EFFECT else None
    step = _replace(decision, happening, at) if reached is Stage.REPLACED else None
    letters.followed(queries.standing(_with_its_route(call_in.pk), at=at), row, at=at)
    audit.record(
        "call_in.followed", about=call_in, by=by, at=at, workspace=decision.step.route.workspace,
        body=decision.step.body, what=row.what, told=happening.told, words=row.words, is_held=reached.holds,
        effective_on=effective_on, added_step=step.body if step else None,
    )  # fmt: skip
    return row


@transaction.atomic
def waive(
    *, decision: Decision, waiver: waivers.Waiver, council_on: date | None = None, by: Any, at: datetime
) -> Waiver:
    """Record whose consent it is that a decision is not called in because it is urgent, before it is published.

    ``council_on`` is the next meeting of the council, which is told. Raises a Refusal unless the waiver is whole and
    was given before the decision was taken, once the decision is published, and where one is recorded already.
    """
    permit(by, Deed.WAIVE_CALL_IN, decision.step.route.workspace_id)
    decision = _locked(decision)
    if decision.published_at is not None:
        raise Refusal("The decision is published already.", next_step="What was published stands as it was.")
    if Waiver.objects.filter(decision=decision).exists():
        raise Refusal("A waiver of this decision is recorded already.", next_step="Look at it on its page.")
    waivers.check_waiver(waiver, decided_on=decision.decided_on, today=timezone.localdate(at))
    assert waiver.agreed_on is not None  # a whole one has its day
    row = Waiver.objects.create(
        decision=decision, test=waiver.test.strip(), because=waiver.because.strip(), agreed_as=waiver.agreed_as.strip(),
        agreed_by=waiver.agreed_by.strip(), agreed_on=waiver.agreed_on, council_on=council_on,
        by_name=getattr(by, "name", "Moothall"), recorded_at=at,
    )  # fmt: skip
    decision.is_callable, decision.not_callable_reason = False, waivers.in_words_of(waiver)
    decision.save(update_fields=["is_callable", "not_callable_reason"])
    audit.record(
        "call_in.waived", about=row, by=by, at=at, workspace=decision.step.route.workspace, body=decision.step.body,
        agreed_by=row.agreed_by, agreed_as=row.agreed_as, agreed_on=row.agreed_on, reason=row.because, test=row.test,
        council_on=council_on,
    )  # fmt: skip
    return row


@transaction.atomic
def tell_council(*, waiver: Waiver, on: date, by: Any, at: datetime) -> Waiver:
    """Record that a waiver was reported to the council, and on which day.

    Raises a Refusal for a day before the decision or still to come, and where it was reported already.
    """
    workspace = waiver.decision.step.route.workspace
    permit(by, Deed.WAIVE_CALL_IN, workspace.pk)
    if waiver.told_on is not None:
        raise Refusal("The council was told already.", next_step="The first report stands.")
    if not waiver.decision.decided_on <= on <= timezone.localdate(at):
        raise Refusal(
            "That is not a day between the decision and today.", next_step="Give the day of the council’s meeting."
        )
    waiver.told_on = on
    waiver.save(update_fields=["told_on"])
    audit.record(
        "call_in.waiver_reported", about=waiver, by=by, at=at, workspace=workspace,
        body=waiver.decision.step.body, on=on,
    )  # fmt: skip
    return waiver


def _keep(call_in: CallIn, one: Happening, by: Any, at: datetime) -> Followed:
    return Followed.objects.create(
        call_in=call_in, what=one.what.value, on=one.on, starts_at=one.at, body=one.body.strip(),
        words=one.words.strip(), by_when=one.by_when, effect_on=one.effect_on, rule=one.rule.strip(),
        by_name=getattr(by, "name", "Moothall"), entered_at=at,
    )  # fmt: skip


def _take_effect(decision: Decision, row: Followed, by: Any, at: datetime) -> date | None:
    """The day of effect after the hold, kept with the published call-in where it is another than was counted."""
    found = followed.after(CallIn.objects.get(pk=row.call_in_id))
    clock = followed.effect(decision, found) if found else None
    if clock is None or clock.effective_on is None:
        return None
    if decision.call_in and decision.call_in["effective_on"] != clock.effective_on.isoformat():
        reason = f"It was called in. {row.to_value().told}"
        holds.set_effect(decision, clock=clock, reason=reason, by_name=row.by_name, at=at)
    return clock.effective_on


def _replace(decision: Decision, one: Happening, at: datetime) -> Step:
    is_council = one.what is What.COUNCIL_DECIDED
    kind = BodyKind.FULL_COUNCIL if is_council else BodyKind(decision.step.body_kind)
    return holds.add_step(decision, body=one.body, kind=kind, on=one.on, at=at)


def _with_its_route(pk: int) -> CallIn:
    return CallIn.objects.select_related("decision__step__route__workspace").get(pk=pk)


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
