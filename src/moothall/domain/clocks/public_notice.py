"""A public notice that the authority gives: where it must be seen, unless a rule of its own says so."""

from __future__ import annotations

from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, Provision

NAME = "public-notice"
RULE = "G-N9"
VERSION = "1974-04-01"
PROVISION = Provision(ACT_1972, "section 232")
OF_MEETING = Provision(ACT_1972, "section 100A(6)(a)")
PROVISIONS = (PROVISION, OF_MEETING)
GIVEN, NOT_GIVEN, OWN_RULE = "given", "not_given", "own_rule"
WHAT = {
    GIVEN: "The public notice is given as the Act asks",
    NOT_GIVEN: "The public notice is not yet given as the Act asks",
    OWN_RULE: "The notice of a meeting has a rule of its own: at the council's offices",
}


def deadline(*, conspicuous_place: bool, other_means: str = "", of_meeting: bool = False) -> Deadline:
    """Whether a public notice is given as the Act asks where no other rule says how.

    It goes in some conspicuous place or places in the area, and in any other manner the authority finds desirable.
    The rule gives way to an express one: the notice of a meeting goes up at the council's offices.
    """
    kind = OWN_RULE if of_meeting else GIVEN if conspicuous_place else NOT_GIVEN
    return judged(
        Test(NAME, RULE, VERSION, OF_MEETING if of_meeting else PROVISION),
        kind=kind,
        what=WHAT[kind],
        points=(
            Point(
                "In a conspicuous place in the area",
                conspicuous_place,
                "conspicuous_place",
                "It is up." if conspicuous_place else "No such place is named.",
            ),
            Point(
                "By other means besides",
                bool(other_means.strip()) or None,
                "other_means",
                other_means.strip() or "None is named. The authority decides which it finds desirable.",
            ),
        ),
    )
