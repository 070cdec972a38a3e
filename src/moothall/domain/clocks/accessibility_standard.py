"""Whether something published must meet the accessibility requirement, and against what it is monitored."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACCESSIBILITY_REGULATIONS, Provision, Read

NAME = "accessibility-standard"
RULE = "G-A1"
VERSION = "2024-10-01"
IN_FORCE = date(2018, 9, 23)
OLD_FILES_BEFORE = date(2018, 9, 23)
PROVISION = Provision(
    ACCESSIBILITY_REGULATIONS,
    "on what content must be",
    Read.ACCOUNT,
    note="The regulations name no standard: content is to be perceivable, operable, understandable and robust.",
)
PROVISIONS = (PROVISION,)
MUST, EXCUSED = "must_meet", "excused"
MONITORED = ((date.fromisoformat(VERSION), "WCAG 2.2 AA"), (date(2018, 9, 23), "WCAG 2.1 AA"))
WHAT = {
    MUST: "It must meet the accessibility requirement",
    EXCUSED: "It is excused as an old file that nobody needs for a service",
}


def deadline(day: date, *, published_on: date, is_file: bool = False, essential: bool = False) -> Deadline:
    """Whether content must meet the accessibility requirement on a day, and the standard monitoring then uses.

    Everything on the site must, files such as PDFs too. A file published before 23 September 2018 is excused unless it
    is essential for a service. The standard is that of those who monitor, kept with the day since when it is used.
    Raises a Refusal for a day before 23 September 2018.
    """
    in_force.check(day, IN_FORCE, provision=PROVISION, rule=RULE)
    old = is_file and published_on < OLD_FILES_BEFORE
    kind = EXCUSED if old and not essential else MUST
    since, standard = next(row for row in MONITORED if row[0] <= day)
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=WHAT[kind],
        points=(
            Point(
                "Published since 23 September 2018, or no file",
                not old,
                "recent",
                f"Published on {in_words(published_on)}.",
            ),
            Point(
                "Essential for a service",
                essential,
                "essential",
                "It is." if essential else "It was said not to be.",
            ),
            Point(
                f"Checked to {standard}",
                None,
                "standard",
                f"Monitoring uses {standard} since {since:%B %Y}; of that month the day is not known.",
            ),
        ),
        notes=("An accessibility statement stands on the site and is kept up to date.",),
    )
