"""The equality duty before a decision: due regard that is shown, dated and comes first."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import EQUALITY_ACT, Provision, Read

NAME = "equality-screening"
RULE = "G-Q1"
VERSION = "2011-04-05"
IN_FORCE = date(2011, 4, 5)
PROVISION = Provision(
    EQUALITY_ACT,
    "section 149",
    Read.ACCOUNT,
    note="That a screening of no effect needs a name and a reason is good practice and not in the section.",
)
PROVISIONS = (PROVISION,)
SHOWN, NOT_SHOWN, TOO_LATE = "shown", "not_shown", "after_the_decision"


class Outcome(StrEnum):
    """What the screening found."""

    ASSESSED = "assessed"
    NOT_APPLICABLE = "not_applicable"


WHAT = {
    SHOWN: "Due regard is shown before the decision of this day",
    NOT_SHOWN: "Due regard is not yet shown for the decision of this day",
    TOO_LATE: "The screening came after the decision of this day, and regard must come before",
}


def deadline(
    decision_on: date,
    *,
    screened_on: date | None = None,
    outcome: Outcome = Outcome.ASSESSED,
    by: str = "",
    reason: str = "",
) -> Deadline:
    """Whether due regard to the three aims of the equality duty is shown before a decision (``on`` is its day).

    Eliminate discrimination, advance equality of opportunity, foster good relations: regard to them comes before the
    decision and not after, and whoever decides must have it before them. "Not applicable" carries a name and a reason.
    Raises a Refusal for a decision before 5 April 2011.
    """
    in_force.check(decision_on, IN_FORCE, provision=PROVISION, rule=RULE)
    late = screened_on is not None and screened_on > decision_on
    points = _points(decision_on, screened_on, outcome, by.strip(), reason.strip())
    kind = TOO_LATE if late else SHOWN if all(point.met is not False for point in points) else NOT_SHOWN
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=WHAT[kind],
        on=decision_on,
        points=points,
        notes=(
            "The three aims: to eliminate discrimination, to advance equality of opportunity, to foster good relations."
            " Marriage and civil partnership count for the first only.",
        ),
    )


def _points(decision_on: date, screened_on: date | None, outcome: Outcome, by: str, reason: str) -> tuple[Point, ...]:
    none = outcome is Outcome.NOT_APPLICABLE
    return (
        Point(
            "Screened before the decision",
            screened_on is not None and screened_on <= decision_on,
            "before",
            f"Screened on {in_words(screened_on)}." if screened_on else "No day of a screening is given.",
        ),
        Point("A name behind it", bool(by), "by", by or "Nobody is named."),
        Point(
            "A reason, where it is said not to apply",
            bool(reason) if none else None,
            "reason",
            reason or ("None is given." if none else "It was assessed, so none is needed."),
        ),
    )
