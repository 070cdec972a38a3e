"""The resolution that shuts the public out: it names the part of the proceedings and describes the information."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.domain import exemptions, in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, Provision, Read

NAME = "exclusion-resolution"
RULE = "G-E2"
VERSION = "2012-09-10"
IN_FORCE = {False: date(1986, 4, 1), True: date(2012, 9, 10)}
VALID, NOT_VALID = "valid", "not_valid"
PROVISIONS: dict[bool, Provision] = {
    False: Provision(ACT_1972, "section 100A(4) and (5)"),
    True: Provision(
        EXECUTIVE_REGULATIONS,
        "regulation 4",
        Read.RECALLED,
        note="That a resolution is needed was read; that it must name the part and the description was not.",
    ),
}


def deadline(
    day: date, *, part: str = "", paragraphs: Sequence[int] = (), description: str = "", executive: bool = False
) -> Deadline:
    """Whether a resolution to shut the public out says what it must.

    It identifies the proceedings, or the part of them, to which it applies, and states the description of schedule 12A
    under which the information is exempt. Both are kept, as numbers and as words: a bare "exempt" is no resolution.
    Raises a Refusal for an unknown paragraph and before the provision was in force.
    """
    provision = PROVISIONS[executive]
    in_force.check(day, IN_FORCE[executive], provision=provision, rule=RULE)
    if paragraphs:
        exemptions.check(paragraphs, day, rule="G-E1")
    points = (
        Point("Which proceedings, or which part", bool(part.strip()), "part", part.strip() or "It names no part."),
        Point(
            "Paragraph of schedule 12A",
            bool(paragraphs),
            "paragraphs",
            f"It names {exemptions.named(paragraphs)}." if paragraphs else "It names no paragraph.",
        ),
        Point(
            "The description in words",
            bool(description.strip()),
            "description",
            description.strip() or _suggested(paragraphs),
        ),
    )
    valid = all(point.met for point in points)
    return judged(
        Test(NAME, RULE, VERSION, provision),
        kind=VALID if valid else NOT_VALID,
        what="The resolution says what it must" if valid else "The resolution does not say enough to shut anyone out",
        points=points,
    )


def _suggested(paragraphs: Sequence[int]) -> str:
    if not paragraphs:
        return "It does not describe the information."
    return f"It does not describe the information. The schedule's own: {exemptions.described(paragraphs)}."
