"""A request for a draft: whether it may be kept back because it was going to be published anyway."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import INFORMATION_ACT, Provision

NAME = "future-publication"
RULE = "G-F3"
VERSION = "2005-01-01"
IN_FORCE = date(2005, 1, 1)
PROVISION = Provision(INFORMATION_ACT, "section 22", note="Known from official guidance on the section.")
PROVISIONS = (PROVISION,)
MAY, MAY_NOT = "may_be_withheld", "may_not_be_withheld"
WHAT = {
    MAY: "The draft may be kept back until it is published",
    MAY_NOT: "The draft may not be kept back on this ground",
}


def deadline(
    requested_on: date,
    *,
    intended_since: date | None = None,
    publish_on: date | None = None,
    reasonable: bool = False,
    public_interest: str = "",
) -> Deadline:
    """Whether a draft may be kept back from a request because it is to be published, and until when (``on``).

    It must have been held with a view to publication when the request came, so the intention and its day are recorded
    from the first draft; it must be reasonable in all circumstances to wait; and the public interest in waiting must
    outweigh that in disclosing now. A day of publication need not be fixed. Raises a Refusal before 1 January 2005.
    """
    in_force.check(requested_on, IN_FORCE, provision=PROVISION, rule=RULE)
    held = intended_since is not None and intended_since <= requested_on
    points = (
        Point(
            "Held with a view to publication when the request came",
            held,
            "intended_before",
            f"The intention was recorded on {in_words(intended_since)}."
            if intended_since
            else "No day is recorded on which publication was intended.",
        ),
        Point(
            "Reasonable to wait",
            reasonable,
            "reasonable",
            "It was said to be." if reasonable else "Nobody has said that it is.",
        ),
        Point(
            "Public interest in waiting, stated",
            bool(public_interest.strip()),
            "public_interest",
            public_interest.strip() or "No reason is given.",
        ),
        Point(
            "A day of publication",
            publish_on > requested_on if publish_on else None,
            "publish_on",
            f"To be published on {in_words(publish_on)}." if publish_on else "None is fixed, and none need be.",
        ),
    )
    kind = MAY if all(point.met is not False for point in points) else MAY_NOT
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=WHAT[kind],
        on=publish_on if kind == MAY else None,
        points=points,
        notes=("The request is still answered within 20 working days: this decides only what the answer says.",),
    )
