"""The call-in clock of a decision under the council's own rules, and what stored clocks would be under today's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from moothall.apps.routes.models import Decision
from moothall.apps.rules import queries as rules
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import BodyKind
from moothall.domain.called_in import HEARD_KIND
from moothall.domain.clocks import call_in
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.domain.rule_differences import ClockDifference, difference
from moothall.domain.rule_examples import example
from moothall.domain.rule_packs import Base, CallInRule, RulePack, calendar
from moothall.domain.timetable import Key, Situation
from moothall.reference import bank_holidays


@dataclass(frozen=True)
class StoredClock:
    """A stored call-in that would now come out otherwise: the decision it belongs to, and what differs."""

    decision: Decision
    difference: ClockDifference


def pack_of(workspace: Workspace, day: date) -> RulePack:
    """The rules this council entered, over the defaults of its governance, as they are valid on a day.

    The pack knows the other days too (`on`).
    """
    return rules.pack_on(workspace, day)


def worked_example(pack: RulePack, *, as_of: date) -> Deadline | None:
    """The call-in of a decision taken and published on the next Thursday after a day; None without call-in.

    Most executives meet in the week and many on a Thursday, so that the example runs over a weekend as theirs do.
    """
    return example(pack, as_of=as_of, holidays=bank_holidays.england())


def call_in_of(decision: Decision, *, published_at: datetime) -> Deadline | None:
    """When call-in of this decision closes if it is published at this moment; None where it cannot be called in.

    The rule is the one valid on the day that starts its count, for the kind of body that decided.
    """
    kind = BodyKind(decision.step.body_kind)
    situation = _situation(decision)
    on = situation.call_in_day(kind, decided_on=decision.decided_on, published_on=timezone.localdate(published_at))
    rule = situation.call_in_rule(kind, on)
    if rule is None:
        return None
    decided_on = decision.decided_on if rule.base is Base.DECISION else None
    return call_in.deadline(
        published_at, decided_on=decided_on, rule=rule, holidays=calendar(situation.pack, situation.holidays)
    )


def ruled_by(decision: Decision) -> tuple[RulePack, CallInRule | None]:
    """The council's rules of the day that starts the count of a decision's call-in, and its rule of call-in.

    The rule is None where such a decision is not open to call-in. Before publication the day of the decision stands
    for the other.
    """
    kind, situation = BodyKind(decision.step.body_kind), _situation(decision)
    published_on = timezone.localdate(decision.published_at) if decision.published_at else decision.decided_on
    on = situation.call_in_day(kind, decided_on=decision.decided_on, published_on=published_on)
    return situation.rules_on(on), situation.call_in_rule(kind, on)


def clocks_that_differ(workspace: Workspace) -> tuple[StoredClock, ...]:
    """The stored call-ins of this workspace that would come out otherwise under the present rules and holidays.

    Nothing is changed: what was published keeps its date, and the difference is there to be shown.
    """
    return tuple(_differing(workspace))


def _differing(workspace: Workspace) -> Iterator[StoredClock]:
    decisions = Decision.objects.filter(step__route__workspace=workspace, published_at__isnull=False)
    for row in decisions.select_related("step__route__workspace").order_by("decided_on", "pk"):
        assert row.published_at is not None
        if row.call_in and row.call_in.get("kind") == HEARD_KIND:
            continue  # its day of effect follows from what became of the call-in
        try:
            now = call_in_of(row, published_at=row.published_at)
        except Refusal:
            continue  # what can no longer be computed is no other date
        found = difference(row.call_in, now)
        if found is not None:
            yield StoredClock(row, found)


def _situation(decision: Decision) -> Situation:
    pack = pack_of(decision.step.route.workspace, decision.decided_on)
    return Situation(
        as_of=decision.decided_on,
        deadline_on=date.max,
        pack=pack,
        governance=pack.governance,
        key=Key.UNSURE,
        callable_=decision.is_callable,
        holidays=bank_holidays.england(),
    )
