"""The list of background papers in a report: a list, or the plain statement that there are none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.domain import in_force
from moothall.domain.clocks import retention
from moothall.domain.clocks.retention import Record
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, Provision

NAME = "background-list"
RULE = "G-B1"
VERSION = "2000-10-01"
IN_FORCE = date(2000, 10, 1)
PROVISION = Provision(ACT_1972, "section 100D(1) and (5)", note="A list in each copy: England, since 1 October 2000.")
PROVISIONS = (PROVISION,)
LISTED, NONE, NOT_SAID = "listed", "none", "not_said"
WHAT = {
    LISTED: "The list stays with the report, open to inspection to the end of this day",
    NONE: "The report says that there are no background papers",
    NOT_SAID: "The report says nothing of background papers, which is not the same as none",
}


def deadline(
    meeting_on: date, *, papers: Sequence[str] = (), none_stated: bool = False, compiled_by: str = ""
) -> Deadline:
    """Whether a report says what it rests on, and the last day its list of background papers is open to inspection.

    Each copy of a report carries a list of its background papers, compiled by the proper officer; where there are none
    it says so. The list is kept with the report for six years beginning with the meeting, and at least one copy of each
    paper for four. Raises a Refusal for a meeting before 1 October 2000.
    """
    in_force.check(meeting_on, IN_FORCE, provision=PROVISION, rule=RULE)
    contradicts = none_stated and bool(papers)
    kind = LISTED if papers else NONE if none_stated else NOT_SAID
    kept = retention.deadline(meeting_on, record=Record.BACKGROUND_LIST)
    kept_papers = retention.deadline(meeting_on, record=Record.BACKGROUND_PAPERS).on
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=WHAT[kind],
        on=kept.on if papers else None,
        counted=kept.counted if papers else (),
        calendar=kept.calendar,
        points=(
            Point(
                "A list, or a plain none",
                kind is not NOT_SAID and not contradicts,
                "said",
                "It lists papers and says there are none: take one out." if contradicts else f"{WHAT[kind]}.",
            ),
            Point(
                "Compiled by the proper officer",
                bool(compiled_by.strip()) if papers else None,
                "compiled_by",
                compiled_by.strip() or "Nobody is named as having compiled it.",
            ),
        ),
        notes=(f"Keep a copy of each paper to the end of {in_words(kept_papers)}; the list outlives the papers.",)
        if papers and kept_papers
        else (),
    )
