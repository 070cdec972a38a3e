"""A step taken by the council that goes: whether it counts as a step of the council that follows."""

from __future__ import annotations

from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import TRANSITION_REGULATIONS, Provision

NAME = "transition-step"
RULE = "G-S3"
VERSION = "2026-11-22"
PROVISION = Provision(
    TRANSITION_REGULATIONS, "regulation 3", note="It works with the order for each area, which prevails over it."
)
PROVISIONS = (PROVISION,)
COUNTS, DOES_NOT, ORDER = "counts_for_successor", "does_not_count", "as_the_order_says"
WHAT = {
    COUNTS: "The step counts as taken by the council that follows",
    DOES_NOT: "The step does not count for the council that follows, which takes it again",
    ORDER: "The order for the area says whether the step counts",
}


def deadline(*, by_predecessor: bool, exercised_in_transition: bool, order_says_otherwise: bool = False) -> Deadline:
    """Whether a step of a council that goes counts for the council that follows it.

    It does only for a function that the preparing or shadow council exercises in the transition. Consultation and the
    like, done by the old council, then need not be done again. The order made for the area prevails.
    """
    counts = by_predecessor and exercised_in_transition
    kind = ORDER if order_says_otherwise else COUNTS if counts else DOES_NOT
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=WHAT[kind],
        points=(
            _point("Taken by a council that the new one follows", by_predecessor, "predecessor"),
            _point("The new council exercises the function in the transition", exercised_in_transition, "function"),
            _point("The order for the area says nothing else", not order_says_otherwise, "order"),
        ),
    )


def _point(about: str, met: bool, code: str) -> Point:
    return Point(about, met, code, "So it was said." if met else "It was said not to be so.")
