"""Whether the author of a report is also the only one who looked at it: advice, and no law."""

from __future__ import annotations

from collections.abc import Sequence

from moothall.domain.deadlines import Deadline, Point
from moothall.domain.officers import same
from moothall.domain.points import Test, judged
from moothall.domain.provisions import NO_LAW, Provision
from moothall.domain.refusals import Refusal

NAME = "sole-reviewer"
RULE = "G-O4"
VERSION = "2026-11-22"
PROVISION = Provision(NO_LAW, "", note="Good practice: the law's own bars are those of statutory-officers.")
PROVISIONS = (PROVISION,)
ADVICE, CLEAR = "advice", "clear"


def deadline(*, author: str, reviewers: Sequence[str]) -> Deadline:
    """Whether somebody besides its author reviewed a report. It is advice: nothing is barred and nothing is blocked.

    Raises a Refusal where no author is named.
    """
    if not author.strip():
        raise Refusal("No author is named.", next_step="Name the author of the report.", rule=RULE)
    others = [each for each in reviewers if each.strip() and not same(each, author)]
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=CLEAR if others else ADVICE,
        what="Somebody besides the author reviewed it" if others else "Ask a second person to review the report",
        points=(
            Point(
                "A reviewer who is not the author",
                bool(others),
                "second_person",
                ", ".join(others) if others else "Only the author is named, or nobody.",
            ),
        ),
        notes=("This is advice and not law. It blocks nothing.",),
    )
