"""The consent by which a decision is not called in, and what the council's own rule says of it."""

from dataclasses import dataclass
from datetime import date

from moothall.apps.call_ins.models import Waiver
from moothall.apps.routes import clocks
from moothall.apps.routes.models import Decision
from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import call_in_waiver
from moothall.domain.deadlines import Deadline
from moothall.domain.local_rules import LocalRule, RuledClock


@dataclass(frozen=True, slots=True)
class Standing:
    """A waiver with the test it was put to, point by point. ``owed`` where the council has still to be told."""

    row: Waiver
    working: Deadline
    owed: bool
    is_late: bool


def of_decision(decision: Decision) -> Waiver | None:
    """The waiver of a decision, or None."""
    return Waiver.objects.filter(decision=decision).first()


def standing(decision: Decision, *, as_of: date) -> Standing | None:
    """The waiver of a decision as it stands on a day, or None. It is late once the council's meeting has passed."""
    row = of_decision(decision)
    if row is None:
        return None
    working = call_in_waiver.deadline(
        decision.decided_on, waiver=row.to_value(), next_council_on=row.told_on or row.council_on
    )
    owed = row.told_on is None
    return Standing(row, working, owed, owed and row.council_on is not None and row.council_on < as_of)


def own_rule(decision: Decision) -> LocalRule | None:
    """What the council's constitution says of who may agree that call-in does not apply; None where not entered."""
    pack, _ = clocks.ruled_by(decision)
    return pack.rule(RuledClock.CALL_IN_WAIVER, BodyKind(decision.step.body_kind))
