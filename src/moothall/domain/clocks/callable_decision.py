"""Which decisions may be called in, and what to ask where a page says one thing and its dates another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from moothall.domain import points
from moothall.domain.authorities import BodyKind
from moothall.domain.days import ONE_DAY, CountedDay, in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test
from moothall.domain.provisions import ACT_2000, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "callable"
RULE = "G-C3"
VERSION = "2012-05-04"
CALLABLE = "callable"
NOT_CALLABLE = "not_callable"
PROVISION = Provision(
    f"{ACT_2000}, section 9F(4)",
    "which speaks of any decision not yet carried out; what a council leaves out is in its constitution",
    Read.ACCOUNT,
)
PROVISIONS = (PROVISION,)
LATE = timedelta(days=28)


class Because(StrEnum):
    """Why a decision may not be called in."""

    NOTING = "noting"
    RECOMMENDATION = "recommendation"
    BUDGET_FRAMEWORK = "budget_framework"
    CALLED_IN = "called_in"
    URGENT = "urgent"
    NOT_EXECUTIVE = "not_executive"
    OFFICER_NOT_KEY = "officer_not_key"
    NOT_KEY = "not_key"


SAYS = {
    Because.NOTING: "Nothing is decided: a report is noted.",
    Because.RECOMMENDATION: "It is a recommendation to the council, which decides itself.",
    Because.BUDGET_FRAMEWORK: "It belongs to the budget and policy framework, which the council settles.",
    Because.CALLED_IN: "It was called in before, and a decision is called in once.",
    Because.URGENT: "Call-in was waived for urgency, by a test and an agreement of its own (call-in-waiver).",
    Because.NOT_EXECUTIVE: "It is no decision of the executive.",
    Because.OFFICER_NOT_KEY: "An officer took it, and it is not key.",
    Because.NOT_KEY: "It is not key, and this council's rule opens call-in to key decisions only.",
}
ASKS = {
    Because.NOTING: "Only notes a report",
    Because.RECOMMENDATION: "Recommends to the council",
    Because.BUDGET_FRAMEWORK: "Part of the budget and policy framework",
    Because.CALLED_IN: "Called in before",
    Because.URGENT: "Urgent by the constitution's own test",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a decision: the flag "subject to call-in", and when it takes effect and went up.

    None where it shows nothing.
    """

    flag: bool | None = None
    effective_on: date | None = None
    published_on: date | None = None


def deadline(
    decided_on: date,
    *,
    taker: BodyKind,
    is_: Collection[Because] = (),
    key: bool | None = None,
    key_only: bool | None = None,
    no_call_in: str = "",
    shown: Shown | None = None,
) -> Deadline:
    """Whether a decision may be called in (``kind``), each reason that is asked after, and what a page contradicts.

    The Act speaks of decisions made but not carried out; constitutions leave out what is only noted or recommended to
    the council, the budget and policy framework, what was called in before, what is urgent by their own test, and
    mostly what an officer decides that is not key. ``key_only`` is a rule that opens only key decisions,
    ``no_call_in`` the reason given by a rule that opens none of this maker's. What may not be called in takes effect on
    the day it was taken. Raises a Refusal for a decision shown before it was taken.
    """
    shown = shown or Shown()
    _check(decided_on, shown)
    told = (
        *(_of_its_kind(reason, is_) for reason in ASKS),
        *_of_its_taker(taker, key, key_only),
        *_of_the_rule(no_call_in),
    )
    closed = [point for point in told if point.met]
    unknown = any(point.met is None for point in told)
    kind = NOT_CALLABLE if closed else CALLABLE
    return points.judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what="It may not be called in" if closed else "It may be called in",
        points=told,
        notes=(*_notes(bool(closed), unknown), *_contradictions(decided_on, kind, shown)),
        counted=(CountedDay(decided_on, False, "The day of the decision"),),
        effective_on=decided_on if closed else None,
    )


def _check(decided_on: date, shown: Shown) -> None:
    for day, what in ((shown.published_on, "was listed"), (shown.effective_on, "took effect")):
        if day is not None and day < decided_on:
            raise Refusal(
                f"The decision {what} ({in_words(day)}) before it was taken ({in_words(decided_on)}).",
                next_step="Check both dates: ask whoever keeps the list which of them is wrong.",
                rule=RULE,
            )


def _of_its_kind(reason: Because, is_: Collection[Because]) -> Point:
    met = reason in is_
    says = SAYS[reason] if met else "Not said of it."
    return Point(ASKS[reason], met, reason.value if met else f"not_{reason.value}", says)


def _of_the_rule(no_call_in: str) -> tuple[Point, ...]:
    asks = "Left out of call-in by the council's own rule"
    return (Point(asks, True, "own_rule", no_call_in),) if no_call_in else ()


def _of_its_taker(taker: BodyKind, key: bool | None, key_only: bool | None) -> tuple[Point, ...]:
    executive = taker in (BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER, BodyKind.OFFICER)
    who = taker.value.replace("_", " ")
    whose = Point(
        "Taken by somebody else than the executive",
        not executive,
        "executive" if executive else Because.NOT_EXECUTIVE.value,
        f"The {who} took it." if executive else SAYS[Because.NOT_EXECUTIVE],
    )
    if not executive:
        return (whose,)
    asks_for_key = key_only if key_only is not None else taker is BodyKind.OFFICER
    reason = Because.NOT_KEY if key_only else Because.OFFICER_NOT_KEY
    asks = "Not key, where only key decisions may be called in"
    if not asks_for_key:
        return (whose, Point(asks, False, "key_does_not_matter", "It makes no difference here whether it is key."))
    if key is None:
        says = "Whether it is key is not said, and it decides: ask key-decision."
        return (whose, Point(asks, None, "key_to_be_said", says))
    says = "It is key." if key else SAYS[reason]
    return (whose, Point(asks, not key, "key" if key else reason.value, says))


def _notes(closed: bool, unknown: bool) -> tuple[str, ...]:
    notes = ["These are the reasons seen most often, and a default: your constitution has its own list."]
    if closed:
        notes.append("The record should say that it may not be called in, and give the reason.")
    elif unknown:
        notes.append("Until it is known whether the decision is key, treat it as open to call-in.")
    return tuple(notes)


def _contradictions(decided_on: date, kind: str, shown: Shown) -> tuple[str, ...]:
    """Warnings where a page's flag, its dates and the reasons do not go together. Nothing is corrected by itself."""
    warnings = []
    if shown.flag is True and kind == NOT_CALLABLE:
        warnings.append(
            "The page says it is subject to call-in, and by the reasons given it is not. Correct one of them."
        )
    if shown.flag is False and kind == CALLABLE:
        warnings.append(
            "The page says it is not subject to call-in, and no reason for that is given. Enter the reason."
        )
    warnings += _no_time_for_it(decided_on, shown) if kind == CALLABLE else _late(decided_on, shown)
    return tuple(f"Warning: {warning}" for warning in warnings)


def _no_time_for_it(decided_on: date, shown: Shown) -> list[str]:
    """What is open to call-in cannot take effect at once, nor before it was published."""
    if shown.effective_on is None:
        return []
    if shown.published_on is not None and decided_on < shown.effective_on < shown.published_on:
        return [
            f"The page shows it published on {in_words(shown.published_on)}, after it took effect on"
            f" {in_words(shown.effective_on)}. It was listed again: enter the day it was first published, and keep it."
        ]
    if shown.effective_on <= (shown.published_on or decided_on):
        return [
            f"The page lets it take effect at once, on {in_words(shown.effective_on)}, though it is open to call-in."
            " Enter the reason, or the day call-in ends."
        ]
    return []


def _late(decided_on: date, shown: Shown) -> list[str]:
    """What may not be called in has effect from its decision, however late it was listed."""
    listed = shown.effective_on or shown.published_on
    if listed is None or listed <= decided_on + ONE_DAY:
        return []
    days = (listed - decided_on).days
    late = " The record came late: it was owed as soon as reasonably practicable." if listed - decided_on > LATE else ""
    return [
        f"The page shows {in_words(listed)}, {days} days after the decision. It took effect when it was taken, on"
        f" {in_words(decided_on)}.{late}"
    ]
