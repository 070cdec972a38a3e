"""A statutory officer's report: under which section it is made, and to whom it goes."""

from __future__ import annotations

from enum import StrEnum

from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1989, FINANCE_ACT_1988, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "officer-report-route"
RULE = "G-O2, G-O3"
VERSION = "2026-03-26"
COUNCIL, EXECUTIVE, NO_REPORT = "to_council", "to_executive", "no_report_yet"


class Matter(StrEnum):
    """What the officer has found."""

    UNLAWFUL = "unlawful"
    MALADMINISTRATION = "maladministration"
    UNLAWFUL_SPENDING = "unlawful_spending"
    SPENDING_ABOVE_RESOURCES = "spending_above_resources"

    @property
    def is_money(self) -> bool:
        """Whether it is for the chief finance officer and not for the monitoring officer."""
        return self in (Matter.UNLAWFUL_SPENDING, Matter.SPENDING_ABOVE_RESOURCES)


FIVE = Provision(ACT_1989, "section 5(2) to (2B)")
FIVE_A = Provision(ACT_1989, "section 5A")
SPENDING = Provision(FINANCE_ACT_1988, "section 114(2)", Read.ACCOUNT)
SPENDING_A = Provision(FINANCE_ACT_1988, "section 114A", note="The section was read, the day it was added was not.")
ABOVE = Provision(FINANCE_ACT_1988, "section 114(3)", note="Read in official notes.")
PROVISIONS: dict[str, Provision] = {
    "5": FIVE,
    "5A": FIVE_A,
    "114(2)": SPENDING,
    "114A": SPENDING_A,
    "114(3)": ABOVE,
}
CONSULTED = {
    False: "The head of paid service and the chief finance officer are consulted, as far as practicable.",
    True: "The head of paid service and the monitoring officer are consulted, as far as practicable.",
}


def deadline(*, matter: Matter, executive: bool, ombudsman_investigated: bool = False) -> Deadline:
    """Under which section a statutory officer reports, and whether to the council or to the executive (``kind``).

    Where the matter is the executive's the monitoring officer reports under section 5A and the chief finance officer
    under section 114A, to the executive; otherwise under sections 5 and 114(2), to the council. Spending above
    resources goes to the council always. Maladministration is reported only after the ombudsman has investigated.
    Raises a Refusal for an ombudsman's investigation of what is no maladministration.
    """
    if ombudsman_investigated and matter is not Matter.MALADMINISTRATION:
        raise Refusal(
            "An ombudsman's investigation belongs to a report of maladministration.",
            next_step="Give the matter as maladministration, or leave the investigation out.",
            rule="G-O2",
        )
    to_executive = executive and matter is not Matter.SPENDING_ABOVE_RESOURCES
    ready = matter is not Matter.MALADMINISTRATION or ombudsman_investigated
    section = _section(matter, to_executive=to_executive)
    kind = NO_REPORT if not ready else EXECUTIVE if to_executive else COUNCIL
    return judged(
        Test(NAME, "G-O3" if matter.is_money else "G-O2", VERSION, PROVISIONS[section]),
        kind=kind,
        what=_what(kind, section, matter),
        points=(
            Point(
                "The matter is the executive's",
                executive,
                "executive",
                "It is for the executive to decide." if executive else "It is not for the executive.",
            ),
            Point(
                "Ripe for a report",
                ready,
                "ripe",
                "It is." if ready else "Maladministration needs an ombudsman's investigation first.",
            ),
        ),
        notes=_notes(matter, to_executive),
    )


def _section(matter: Matter, *, to_executive: bool) -> str:
    if matter is Matter.SPENDING_ABOVE_RESOURCES:
        return "114(3)"
    if matter.is_money:
        return "114A" if to_executive else "114(2)"
    return "5A" if to_executive else "5"


def _what(kind: str, section: str, matter: Matter) -> str:
    who = "chief finance officer" if matter.is_money else "monitoring officer"
    if kind == NO_REPORT:
        return f"The {who} does not report yet"
    return f"The {who} reports under section {section}, to the {'executive' if kind == EXECUTIVE else 'council'}"


def _notes(matter: Matter, to_executive: bool) -> tuple[str, ...]:
    notes = [CONSULTED[matter.is_money], "The clock officer-report-meeting counts the 21 days and what stands still."]
    if to_executive:
        notes.append("The executive then reports to every member of the council on what it did, and why.")
    return tuple(notes)
