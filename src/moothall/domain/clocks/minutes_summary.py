"""Minutes with a part kept back: whether the public is owed a written summary in its place."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, Provision

NAME = "minutes-summary"
RULE = "G-D6"
VERSION = "1986-04-01"
IN_FORCE = date(1986, 4, 1)
PROVISION = Provision(ACT_1972, "section 100C(2)")
PROVISIONS = (PROVISION,)
NOT_NEEDED, NEEDED, MADE = "not_needed", "needed", "made"
WHAT = {
    NOT_NEEDED: "No written summary is owed",
    NEEDED: "The proper officer owes a written summary of the proceedings",
    MADE: "The written summary stands in for what was kept back",
}


def deadline(meeting_on: date, *, part_kept_back: bool, fair_without: bool, summary_by: str = "") -> Deadline:
    """Whether a written summary is owed because the open part of the minutes alone would not be a fair record.

    Where part of the minutes is kept back as exempt, and what is left is not a reasonably fair and coherent record, the
    proper officer makes a written summary that gives one without disclosing what is exempt. Raises a Refusal for a
    meeting before 1 April 1986.
    """
    in_force.check(meeting_on, IN_FORCE, provision=PROVISION, rule=RULE)
    owed = part_kept_back and not fair_without
    kind = NOT_NEEDED if not owed else MADE if summary_by.strip() else NEEDED
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=WHAT[kind],
        points=(
            Point(
                "Part of the minutes is kept back",
                part_kept_back,
                "kept_back",
                "A closed item was left out." if part_kept_back else "The minutes are open as a whole.",
            ),
            Point(
                "What is left is fair and coherent",
                fair_without or not part_kept_back,
                "fair",
                "A reader can follow it." if fair_without or not part_kept_back else "A reader could not follow it.",
            ),
            Point(
                "The summary is made, by the proper officer",
                bool(summary_by.strip()) if owed else None,
                "summary",
                summary_by.strip() or ("Nobody is named as having made it." if owed else "None is owed."),
            ),
        ),
        notes=("The summary is open to inspection for six years beginning with the meeting, like the minutes.",)
        if owed
        else (),
    )
