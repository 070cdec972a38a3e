"""Whether the public must be let in, may be shut out by a vote, or must be shut out: open, exempt, confidential."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.domain import exemptions, in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, Provision

NAME = "item-openness"
RULE = "G-N10, G-E3"
VERSION = "2012-09-10"
IN_FORCE = {False: date(1986, 4, 1), True: date(2012, 9, 10)}
OPEN, MAY_CLOSE, MUST_CLOSE = "open", "may_close", "must_close"
PROVISIONS: dict[bool, Provision] = {
    False: Provision(ACT_1972, "section 100A(1) to (4)", note="In force since 1 April 1986."),
    True: Provision(
        EXECUTIVE_REGULATIONS,
        "regulations 3 and 4",
        note="Disorder is a third ground: lawful powers to keep order are untouched.",
    ),
}
WHAT = {
    OPEN: "The item is taken in public",
    MAY_CLOSE: "The public may be shut out for this item, by a resolution that says why",
    MUST_CLOSE: "The public must be shut out for this item",
}


def deadline(
    day: date,
    *,
    from_department: bool = False,
    barred_by: str = "",
    paragraphs: Sequence[int] = (),
    executive: bool = False,
) -> Deadline:
    """Whether an item is open, may be closed, or must be closed to the public.

    Confidential is only what a government department supplied on terms that forbid disclosure, and what an enactment
    or a court forbids to disclose: the public must be shut out. Exempt is what a paragraph of schedule 12A describes:
    shutting the public out is a choice and needs a vote. All else is open. Raises a Refusal for an unknown paragraph
    and before the provision was in force.
    """
    provision = PROVISIONS[executive]
    in_force.check(day, IN_FORCE[executive], provision=provision, rule="G-N10")
    if paragraphs:
        exemptions.check(paragraphs, day, rule="G-E1")
    confidential = from_department or bool(barred_by.strip())
    kind = MUST_CLOSE if confidential else MAY_CLOSE if paragraphs else OPEN
    return judged(
        Test(NAME, "G-E3" if confidential else "G-N10", VERSION, provision),
        kind=kind,
        what=WHAT[kind],
        points=_points(from_department, barred_by.strip(), paragraphs),
        notes=("A department's letter marked in confidence is not confidential in law unless its terms say so.",)
        if from_department
        else (),
    )


def _points(from_department: bool, barred_by: str, paragraphs: Sequence[int]) -> tuple[Point, ...]:
    return (
        Point(
            "Supplied by a government department on terms that forbid disclosure",
            from_department,
            "department_terms",
            "The department's terms make it confidential." if from_department else "Nothing says so.",
        ),
        Point(
            "Disclosure forbidden by an enactment or a court",
            bool(barred_by),
            "barred_by_law",
            f"Forbidden by {barred_by}." if barred_by else "No enactment and no order of a court is named.",
        ),
        Point(
            "Described by a paragraph of schedule 12A",
            bool(paragraphs),
            "exempt",
            f"{exemptions.named(paragraphs).capitalize()}: {exemptions.described(paragraphs)}."
            if paragraphs
            else "No paragraph is claimed.",
        ),
    )
