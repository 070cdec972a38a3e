"""Seeing papers at the council's offices: what is free, and what the council may charge for."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, Provision

NAME = "inspection-fee"
RULE = "G-D7"
VERSION = "2012-09-10"
FREE, FEE = "free", "reasonable_fee"
PROVISIONS: dict[bool, Provision] = {
    False: Provision(ACT_1972, "section 100H(1) and (2)"),
    True: Provision(
        EXECUTIVE_REGULATIONS, "regulation 21(1) to (4)", note="Anyone may copy and comment on what is open."
    ),
}
IN_FORCE = {False: date(1986, 4, 1), True: date(2012, 9, 10)}


class Asked(StrEnum):
    """What somebody asks for."""

    INSPECT = "inspect"
    INSPECT_BACKGROUND_PAPERS = "inspect_background_papers"
    COPY = "copy"


SAYS = {
    Asked.INSPECT: "Agendas, minutes, reports and records of decisions are seen at all reasonable hours for nothing.",
    Asked.INSPECT_BACKGROUND_PAPERS: "A reasonable fee may be asked for seeing background papers at the offices.",
    Asked.COPY: "A reasonable fee may be asked for a copy.",
}


def deadline(day: date, *, asked: Asked = Asked.INSPECT, executive: bool = False) -> Deadline:
    """Whether the council may ask a fee of somebody who wants to see or to have a paper that is open.

    Papers are open at all reasonable hours. Only background papers cost anything to see, and a copy may cost a
    reasonable fee. Raises a Refusal before the provision was in force.
    """
    provision = PROVISIONS[executive]
    in_force.check(day, IN_FORCE[executive], provision=provision, rule=RULE)
    fee = asked is not Asked.INSPECT
    return judged(
        Test(NAME, RULE, VERSION, provision),
        kind=FEE if fee else FREE,
        what="A reasonable fee may be asked" if fee else "Nothing may be charged",
        points=(Point("Free of charge", not fee, asked.value, SAYS[asked]),),
        notes=("What is on the website costs nothing to anyone.",),
    )
