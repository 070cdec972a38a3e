"""Whether a decision may be called in and by whose rule, and how each request stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from moothall.apps.call_ins import followed
from moothall.apps.call_ins.models import CallIn, Name
from moothall.apps.routes import clocks, recounts
from moothall.apps.routes import queries as routes
from moothall.apps.routes.models import Decision
from moothall.apps.workspaces.models import Workspace
from moothall.domain import call_ins
from moothall.domain.authorities import BodyKind
from moothall.domain.call_ins import State, Terms
from moothall.domain.clocks import call_in_hold
from moothall.domain.clocks.callable_decision import SAYS, Because
from moothall.domain.deadlines import Deadline
from moothall.domain.local_rules import Hold, LocalRule, Policy, RuledClock
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import calendar
from moothall.reference import bank_holidays

BESIDE = (RuledClock.CALL_IN_EXCLUSIONS, RuledClock.CALL_IN_WAIVER, RuledClock.CALL_IN_HOLD)
"""What the constitution settles of a call-in beside the count itself."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A request as it stands at a moment. ``names`` are those not withdrawn, ``left`` those withdrawn.

    ``hear_by`` is the last day on which it holds the decision back by the council's own rule, None where it has none.
    ``after`` is what followed one that is valid, None for the others.
    """

    row: CallIn
    terms: Terms
    state: State
    names: tuple[Name, ...]
    left: tuple[Name, ...]
    hear_by: Deadline | None
    after: followed.After | None = None

    @property
    def holds(self) -> bool:
        """Whether the decision may not be carried out now: it is called in, and the hold has not ended."""
        return self.state.holds and (self.after is None or self.after.stage.holds)

    @property
    def missing(self) -> int:
        """How many names are missing to the smallest number that is enough."""
        return max(0, self.terms.needed - len(self.names))

    def has(self, person: object) -> bool:
        """Whether this person's name stands under it."""
        return any(one.person_id == getattr(person, "pk", None) for one in self.names)


@dataclass(frozen=True, slots=True)
class Prospect:
    """Whether a decision may be called in at a moment. ``refusal`` says why not and what then; None where it may.

    ``terms`` are None where no rule opens it. ``working`` is the published count, where call-in was counted; ``rules``
    are the council's further rules on call-in for this kind of maker.
    """

    decision: Decision
    refusal: Refusal | None
    terms: Terms | None
    working: Deadline | None
    rules: tuple[LocalRule, ...]
    requests: tuple[Standing, ...]

    @property
    def stands(self) -> Standing | None:
        """The request that stands, if there is one."""
        return next((one for one in self.requests if one.row.ended_at is None), None)


def terms(decision: Decision) -> Terms | None:
    """What the council's rule asks of a request about this decision, with the closing time as it stands.

    None before publication and where call-in does not apply. A closing time put by the proper officer goes first.
    """
    published = recounts.published_call_in(decision)
    if published is None or published.on is None:
        return None
    pack, rule = clocks.ruled_by(decision)
    kind = BodyKind(decision.step.body_kind)
    own = pack.rule(RuledClock.CALL_IN, kind)
    closes_on, closes_at = _closing(decision, published.on, published.at)
    return Terms(
        closes_on=closes_on,
        closes_at=closes_at,
        requesters=rule.requesters if rule else "",
        grounds=rule.grounds if rule else "",
        rule=rule.in_words() if rule else "as it was published",
        source=own.source if own else "",
        key_only=rule.key_only if rule else None,
        is_assumed=pack.assumes_call_in(kind),
    )


def _closing(decision: Decision, on: date, at: datetime | None) -> tuple[date, datetime | None]:
    """When call-in closes: as published, or as the proper officer put it."""
    body = decision.step.body
    dates = routes.standing_dates(routes.route(decision.step.route.workspace))
    step = next((one.step for one in dates if one.step.step == "call_in" and one.step.body == body), None)
    return (step.on, step.at) if step else (on, at)


def prospect(decision: Decision, *, at: datetime) -> Prospect:
    """Whether this decision may be called in at a moment, by which rule, and what was asked of it so far."""
    found, requests = terms(decision), of_decision(decision, at=at)
    pack, _ = clocks.ruled_by(decision)
    kind = BodyKind(decision.step.body_kind)
    own = (pack.rule(clock, kind) for clock in BESIDE)
    return Prospect(
        decision=decision,
        refusal=_why_not(decision, found, requests, at),
        terms=found,
        working=recounts.published_call_in(decision),
        rules=tuple(one for one in own if one is not None and isinstance(one.value, Policy | Hold)),
        requests=requests,
    )


def _why_not(decision: Decision, found: Terms | None, requests: Iterable[Standing], at: datetime) -> Refusal | None:
    if decision.published_at is None:
        return Refusal(
            f"The decision of {decision.step.body} is not published yet, and call-in runs from its publication.",
            next_step="Democratic services publishes it.",
        )
    if found is None:
        return Refusal(
            f"This decision of {decision.step.body} cannot be called in. {_reason(decision)}",
            next_step=f"Scrutiny can still look at it and recommend ({call_ins.STILL_POSSIBLE.cite()}).",
            rule="G-C3",
        )
    if any(one.state is State.VALID for one in requests):
        return Refusal(
            "This decision was called in already, and a decision is called in once.",
            next_step="The call-in is heard by scrutiny.",
            rule="G-C3",
        )
    try:
        call_ins.check_open(found, timezone.localtime(at))
    except Refusal as closed:
        return closed
    return None


def _reason(decision: Decision) -> str:
    """Why call-in does not apply: as it was recorded, by the council's own rule, or because there is none."""
    if not decision.is_callable and decision.not_callable_reason:
        return f"{decision.not_callable_reason.rstrip('.')}."
    kind = BodyKind(decision.step.body_kind)
    pack, rule = clocks.ruled_by(decision)
    own = pack.why_no_call_in(kind)
    if own:
        source = pack.rule(RuledClock.CALL_IN, kind)
        return f"{own.rstrip('.')}{f' ({source.source})' if source and source.source else ''}."
    if kind is BodyKind.FULL_COUNCIL or (rule is None and pack.call_in is not None):
        return SAYS[Because.NOT_EXECUTIVE]
    return "No call-in is recorded for this council."


def standing(row: CallIn, *, at: datetime) -> Standing:
    """One request as it stands at a moment."""
    names = list(row.names.all())
    here = tuple(one for one in names if one.withdrawn_at is None)
    asked_of = _as_it_closes(row)
    state = call_ins.state(asked_of, names=len(here), is_valid=row.is_valid, moment=timezone.localtime(at))
    left = tuple(one for one in names if one.withdrawn_at is not None)
    hear_by = _hear_by(row) if state.holds else None
    return Standing(row, asked_of, state, here, left, hear_by, followed.after(row))


def _as_it_closes(row: CallIn) -> Terms:
    """The rule as it stood when the request was made, with the closing time as it stands now."""
    kept, published = row.asked_of(), recounts.published_call_in(row.decision)
    if published is None or published.on is None:
        return kept
    closes_on, closes_at = _closing(row.decision, published.on, published.at)
    return replace(kept, closes_on=closes_on, closes_at=closes_at)


def _hear_by(row: CallIn) -> Deadline | None:
    """The end of the hold by the council's own rule, counted from the day the names were enough."""
    pack, _ = clocks.ruled_by(row.decision)
    own = pack.rule(RuledClock.CALL_IN_HOLD, BodyKind(row.decision.step.body_kind))
    since = row.enough_at or row.settled_at
    if own is None or not isinstance(own.value, Hold) or since is None:
        return None
    holidays = calendar(pack, bank_holidays.england(), RuledClock.CALL_IN_HOLD)
    try:
        return call_in_hold.deadline(
            timezone.localdate(since), hold=own.value.length, first_day_counts=own.value.first_day_counts,
            holidays=holidays,
        )  # fmt: skip
    except Refusal:  # beyond the table of holidays: no day is made up
        return None


def rows(workspace: Workspace) -> QuerySet[CallIn]:
    """Every request of a workspace with its names, the first first."""
    found = CallIn.objects.filter(decision__step__route__workspace=workspace)
    return found.select_related("decision__step__route__workspace").prefetch_related("names", "followed")


def call_in(workspace: Workspace, pk: int) -> CallIn | None:
    """One request of this workspace, or None."""
    return rows(workspace).filter(pk=pk).first()


def of_decision(decision: Decision, *, at: datetime) -> tuple[Standing, ...]:
    """Every request about a decision as it stands, the first first."""
    found = CallIn.objects.filter(decision=decision).select_related("decision__step__route__workspace")
    return tuple(standing(one, at=at) for one in found.prefetch_related("names", "followed"))


def to_settle(workspaces: Iterable[Workspace], *, at: datetime) -> list[Standing]:
    """The requests with enough names that nobody has marked valid or not, over these workspaces; the first first."""
    found = CallIn.objects.filter(
        decision__step__route__workspace__in=list(workspaces), is_valid__isnull=True, ended_at__isnull=True,
        enough_at__isnull=False,
    )  # fmt: skip
    some = found.select_related("decision__step__route__workspace").prefetch_related("names")
    return [standing(one, at=at) for one in some]


def to_follow(workspaces: Iterable[Workspace], *, at: datetime) -> list[Standing]:
    """The valid requests of these workspaces whose hold has not ended; the first first."""
    found = CallIn.objects.filter(decision__step__route__workspace__in=list(workspaces), is_valid=True)
    some = found.select_related("decision__step__route__workspace").prefetch_related("names", "followed")
    every = [standing(one, at=at) for one in some]
    return [one for one in every if one.after is not None and not one.after.stage.is_over]


def hold_of(decision: Decision) -> datetime | None:
    """Since when a call-in holds this decision back, derived from its requests; None where none does.

    `Decision.held_since` is this, written with each deed.
    """
    for row in CallIn.objects.filter(decision=decision, ended_at__isnull=True):
        found = followed.after(row)
        if found is not None and not found.stage.holds:
            continue
        if row.is_valid or row.enough_at is not None:
            return row.enough_at or row.settled_at
    return None
