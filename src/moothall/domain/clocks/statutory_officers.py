"""The three statutory officers on a day: each post filled by one person, and who may not hold two."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.domain import in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.officers import CouncilKind, Holding, Post, holders, same
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, ACT_1989, Provision, Read

NAME = "statutory-officers"
RULE = "G-O1"
VERSION = "1990-01-16"
IN_FORCE = date(1990, 1, 16)
FILLED, NOT_FILLED, BARRED = "filled", "not_filled", "barred"
BARS = Provision(ACT_1989, "section 5(1) to (1B)", note="Its text was read; the day it began is recalled.")
PROVISIONS: dict[str, Provision] = {
    Post.HEAD_OF_PAID_SERVICE: Provision(ACT_1989, "section 4"),
    Post.MONITORING_OFFICER: BARS,
    Post.CHIEF_FINANCE_OFFICER: Provision(ACT_1972, "section 151", Read.ACCOUNT),
}
NO_HEAD_OF_SERVICE = frozenset({CouncilKind.COUNTY, CouncilKind.DISTRICT, CouncilKind.LONDON_BOROUGH})
WHAT = {
    FILLED: "Each post is held by one person, and nobody holds two that must be apart",
    NOT_FILLED: "A post is empty, or more than one person is named for it",
    BARRED: "One person holds two posts that the law keeps apart",
}


def deadline(day: date, *, holdings: Sequence[Holding], council: CouncilKind = CouncilKind.DISTRICT) -> Deadline:
    """Whether the three statutory posts are each held by one person on a day, and no bar is broken.

    The monitoring officer may not be the chief finance officer and, in a county, district or London borough council,
    may not be the head of paid service. That an author should not be a report's only reviewer is advice and another
    question (sole-reviewer). Raises a Refusal before 16 January 1990.
    """
    in_force.check(day, IN_FORCE, provision=BARS, rule=RULE)
    found = {post: holders(holdings, post, day) for post in Post}
    bars = _bars(found, council)
    filled = tuple(_filled(post, found[post]) for post in Post)
    kind = BARRED if not all(b.met for b in bars) else FILLED if all(p.met for p in filled) else NOT_FILLED
    empty = next((post for post in Post if len(found[post]) != 1), Post.MONITORING_OFFICER)
    return judged(
        Test(NAME, RULE, VERSION, PROVISIONS[empty] if kind == NOT_FILLED else BARS),
        kind=kind,
        what=WHAT[kind],
        points=(*filled, *bars),
    )


def _filled(post: Post, who: Sequence[str]) -> Point:
    says = who[0] if len(who) == 1 else f"{len(who)} people are named: {', '.join(who)}." if who else "Nobody is named."
    return Point(post.in_words.capitalize(), len(who) == 1, post.value, says)


def _bars(found: dict[Post, tuple[str, ...]], council: CouncilKind) -> tuple[Point, ...]:
    monitoring = found[Post.MONITORING_OFFICER]
    points = [_apart(monitoring, found[Post.CHIEF_FINANCE_OFFICER], Post.CHIEF_FINANCE_OFFICER)]
    if council in NO_HEAD_OF_SERVICE:
        points.append(_apart(monitoring, found[Post.HEAD_OF_PAID_SERVICE], Post.HEAD_OF_PAID_SERVICE))
    return tuple(points)


def _apart(monitoring: Sequence[str], others: Sequence[str], post: Post) -> Point:
    both = [one for one in monitoring for other in others if same(one, other)]
    return Point(
        f"The monitoring officer is not the {post.in_words}",
        not both,
        f"not_{post.value}",
        f"{both[0]} is named for both." if both else "They are not the same person, as far as is known.",
    )
