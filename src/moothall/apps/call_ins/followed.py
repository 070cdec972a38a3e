"""What followed a call-in that is valid, and what it means for the decision. Derived from what was recorded."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from moothall.apps.call_ins.models import CallIn
from moothall.apps.call_ins.models import Followed as Row
from moothall.apps.routes import recounts
from moothall.apps.routes.models import Decision
from moothall.domain import called_in
from moothall.domain.called_in import NEXT, TURNS, WAYS, Happening, Stage, Turn, Way
from moothall.domain.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class After:
    """How a valid call-in stands: what happened with who wrote it down, whose turn it is, and what may happen next.

    ``days`` are those on which the decision was held back, None while it is and no end is known.
    """

    row: CallIn
    stage: Stage
    rows: tuple[Row, ...]
    happened: tuple[Happening, ...]
    days: Deadline | None

    @property
    def turn(self) -> Turn:
        """Whose turn it is, and what they do."""
        return TURNS[self.stage]

    @property
    def ways(self) -> tuple[Way, ...]:
        """What may happen next."""
        return tuple(WAYS[what] for what in NEXT[self.stage])

    @property
    def told(self) -> str:
        """What happened last, in a sentence; empty while nothing has."""
        return self.happened[-1].told if self.happened else ""


def after(row: CallIn) -> After | None:
    """What followed a request; None while it is not marked valid."""
    if not row.is_valid:
        return None
    rows = tuple(row.followed.all())
    happened = tuple(one.to_value() for one in rows)
    days = called_in.days_held(happened, called_in_on=called_in_on(row))
    return After(row, called_in.stage(happened), rows, happened, days)


def called_in_on(row: CallIn) -> date:
    """The day from which a request holds the decision back."""
    return timezone.localdate(row.enough_at or row.settled_at or row.asked_at)


def of_decision(decision: Decision) -> After | None:
    """What followed the call-in of a decision that is valid; None where there is none."""
    row = CallIn.objects.filter(decision=decision, is_valid=True).prefetch_related("followed").first()
    return after(row) if row else None


def is_replaced(decision: Decision) -> bool:
    """Whether a later decision was taken in the place of this one after a call-in."""
    if decision.held_since is None:
        return False
    found = of_decision(decision)
    return found is not None and found.stage is Stage.REPLACED


def effect(decision: Decision, found: After) -> Deadline | None:
    """The call-in of a decision with its day of effect after the hold; None while held, replaced, or never counted."""
    published = recounts.published_call_in(decision)
    return (
        called_in.effect(published, found.happened, called_in_on=called_in_on(found.row)) if published else None
    )  # fmt: skip
