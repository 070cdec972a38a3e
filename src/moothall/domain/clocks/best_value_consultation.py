"""Best value: whom the council consults when it decides how to fulfil its duty to improve."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1999, Provision

NAME = "best-value-consultation"
RULE = "G-V1"
VERSION = "2000-04-01"
PROVISION = Provision(
    ACT_1999,
    "section 3(2) and (3)",
    note="The Act was read as it stood in 2003; the day it came into force is recalled.",
)
PROVISIONS = (PROVISION,)
CONSULTED, NOT_YET, NOT_OWED = "consulted", "not_yet", "not_owed"


class Group(StrEnum):
    """Representatives whom the Act names."""

    TAXPAYERS = "taxpayers"
    BUSINESS_RATEPAYERS = "business_ratepayers"
    USERS = "users"
    INTERESTED = "interested"


GROUPS = {
    Group.TAXPAYERS: "People liable to pay council tax",
    Group.BUSINESS_RATEPAYERS: "People liable to pay business rates",
    Group.USERS: "People who use or are likely to use the services",
    Group.INTERESTED: "People with an interest in the area",
}
WHAT = {
    CONSULTED: "Representatives of all four groups were consulted",
    NOT_YET: "Representatives of all four groups are consulted before deciding how to fulfil the duty",
    NOT_OWED: "This duty to consult does not arise",
}


def deadline(*, decides_how: bool, consulted: Collection[Group] = ()) -> Deadline:
    """Whether the council has consulted the four groups the Act names, where it decides how to secure best value.

    The duty arises when the council decides how to fulfil its duty of continuous improvement, as with a plan that
    changes services. Each group is represented; how is for the council.
    """
    points = tuple(
        Point(GROUPS[group], group in consulted, group.value, "Consulted." if group in consulted else "Not consulted.")
        for group in Group
    )
    kind = NOT_OWED if not decides_how else CONSULTED if all(point.met for point in points) else NOT_YET
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=WHAT[kind],
        points=points
        if decides_how
        else (Point("It decides how the duty is fulfilled", False, "decides_how", "It was said not to."),),
    )
