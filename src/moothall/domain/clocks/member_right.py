"""What a member may see that the public may not: papers of business before the council or a committee."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.domain import exemptions, in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, Provision

NAME = "member-right"
RULE = "G-M1"
VERSION = "2006-03-01"
IN_FORCE = date(2006, 3, 1)
PROVISION = Provision(ACT_1972, "section 100F(1) to (2C)", note="In these words for England since 1 March 2006.")
PROVISIONS = (PROVISION,)
OPEN, MAY_BE_WITHHELD, NO_RIGHT = "open_to_members", "may_be_withheld", "no_right_here"
OPEN_TO_MEMBERS = frozenset({3, 6})
WHAT = {
    OPEN: "The document is open to every member of the council",
    MAY_BE_WITHHELD: "The document may be kept from members where the proper officer finds it exempt",
    NO_RIGHT: "Section 100F gives no right to this document",
}


def deadline(
    day: date, *, relates_to_business: bool, paragraphs: Sequence[int] = (), terms_under_negotiation: bool = False
) -> Deadline:
    """Whether a document must be open to any member of the council, though the public may not see it.

    Documents the council holds that relate to business at the council or a committee are open to members. Those under
    a paragraph of schedule 12A need not be, save under paragraph 6, and paragraph 3 unless they show the terms of a
    contract under negotiation. So a member's copy and the public's copy can differ. Raises a Refusal for an unknown
    paragraph and before 1 March 2006.
    """
    in_force.check(day, IN_FORCE, provision=PROVISION, rule=RULE)
    exemptions.check(paragraphs, day, rule="G-E1")
    closed = [number for number in paragraphs if number not in OPEN_TO_MEMBERS]
    if 3 in paragraphs and terms_under_negotiation:
        closed.append(3)
    kind = NO_RIGHT if not relates_to_business else MAY_BE_WITHHELD if closed else OPEN
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=WHAT[kind],
        points=(
            Point(
                "It relates to business at the council or a committee",
                relates_to_business,
                "business",
                "It does." if relates_to_business else "It does not; a member's need to know may still give a right.",
            ),
            Point(
                "No paragraph keeps it from members",
                not closed,
                "paragraphs",
                f"{exemptions.named(sorted(closed)).capitalize()} may keep it from members."
                if closed
                else "None is claimed, or only what stays open to members.",
            ),
        ),
    )
