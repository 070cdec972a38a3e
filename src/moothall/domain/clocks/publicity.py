"""Publicity and the appearance of party politics: what to look at twice. Advice, and never a block."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1986, Provision, Read

NAME = "publicity"
RULE = "G-P1"
VERSION = "2011-03-31"
IN_FORCE = date(1986, 4, 1)
PROVISION = Provision(ACT_1986, "sections 2 and 6", Read.ACCOUNT, note="A published plan is publicity.")
PROVISIONS = (PROVISION,)
LOOK, ORDINARY = "look_again", "ordinary_care"
QUESTIONS = (
    ("names_party", "It names a party, or a person identified with one"),
    ("takes_side", "It takes a side on a question that divides parties"),
    ("part_of_campaign", "It is part of a campaign"),
    ("in_window", "It comes out in the window before a poll"),
)


def deadline(
    day: date,
    *,
    names_party: bool = False,
    takes_side: bool = False,
    part_of_campaign: bool = False,
    in_window: bool = False,
) -> Deadline:
    """Whether a text should be looked at again because it could appear to support a party: advice, never a block.

    The law looks at content and style, at when and how it comes out, and at its likely effect on those to whom it is
    directed. Any communication to the public or a part of it is publicity. Ordinary business goes on. Raises a Refusal
    before 1 April 1986.
    """
    in_force.check(day, IN_FORCE, provision=PROVISION, rule=RULE)
    said = {
        "names_party": names_party,
        "takes_side": takes_side,
        "part_of_campaign": part_of_campaign,
        "in_window": in_window,
    }
    look = any(said.values())
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=LOOK if look else ORDINARY,
        what="Have your monitoring officer look at the text" if look else "Ordinary care is enough",
        points=tuple(
            Point(about, said[code], code, "So it was said." if said[code] else "It was said not to.")
            for code, about in QUESTIONS
        ),
        notes=("This blocks nothing. A plan may be published in any week of the year if its words are fit for it.",),
    )
