"""One document behind a report: whether it is a background paper, and whether it goes on the list."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, Provision

NAME = "background-paper"
RULE = "G-B1"
VERSION = "2000-10-01"
IN_FORCE = date(1986, 4, 1)
PROVISION = Provision(
    ACT_1972,
    "section 100D(2) to (5)",
    note="For the executive regulation 2 of SI 2012/2089 defines background papers in much the same way.",
)
PROVISIONS = (PROVISION,)
NOT_ONE, MUST, NEED_NOT, MAY_NOT = "not_a_background_paper", "must_be_listed", "need_not_be_listed", "may_not_be_listed"
WHAT = {
    NOT_ONE: "This is no background paper",
    MUST: "The paper goes on the list, and a copy is open to inspection with the report",
    NEED_NOT: "The paper is a background paper but need not be listed, for it is exempt",
    MAY_NOT: "The paper may not be listed, for it is confidential",
}


def deadline(
    day: date,
    *,
    discloses_facts: bool,
    relied_on: bool,
    published: bool = False,
    exempt: bool = False,
    confidential: bool = False,
) -> Deadline:
    """Whether a document behind a report must, need not or may not stand on the list of background papers.

    A background paper discloses facts or matters on which the report, or an important part of it, is based, and was
    relied on to a material extent in preparing it; published works are none. Exempt papers need not be listed,
    confidential ones may not be. Raises a Refusal for a day before 1 April 1986.
    """
    in_force.check(day, IN_FORCE, provision=PROVISION, rule=RULE)
    is_one = discloses_facts and relied_on and not published
    kind = NOT_ONE if not is_one else MAY_NOT if confidential else NEED_NOT if exempt else MUST
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=WHAT[kind],
        points=(
            _point("It discloses facts the report is based on", discloses_facts, "discloses_facts"),
            _point("It was relied on to a material extent", relied_on, "relied_on"),
            _point("It is no published work", not published, "unpublished"),
            _point("It is not confidential", not confidential, "not_confidential"),
            _point("It is not exempt", not exempt, "not_exempt"),
        ),
    )


def _point(about: str, met: bool, code: str) -> Point:
    return Point(about, met, code, "So it was said." if met else "It was said not to be so.")
