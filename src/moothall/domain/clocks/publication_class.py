"""The publication scheme: under which of its seven classes a document is published."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import INFORMATION_ACT, Provision, Read

NAME = "publication-class"
RULE = "G-F2"
VERSION = "2009-01-01"
IN_FORCE = date(2009, 1, 1)
PRIORITIES = Provision(INFORMATION_ACT, "section 19, and the model publication scheme", Read.ACCOUNT)
RECALLED = Provision(INFORMATION_ACT, "section 19, and the classes of the model publication scheme", Read.RECALLED)
PROVISIONS = (PRIORITIES, RECALLED)


class Document(StrEnum):
    """What is published."""

    PLAN = "plan"
    PROGRESS_REPORT = "progress_report"
    DECISION = "decision"
    AGENDA_OR_MINUTES = "agenda_or_minutes"
    POLICY = "policy"
    SPENDING = "spending"
    CONTRACT = "contract"
    REGISTER = "register"
    STRUCTURE = "structure"
    SERVICE = "service"


CLASSES = {
    Document.PLAN: "what_our_priorities_are_and_how_we_are_doing",
    Document.PROGRESS_REPORT: "what_our_priorities_are_and_how_we_are_doing",
    Document.DECISION: "how_we_make_decisions",
    Document.AGENDA_OR_MINUTES: "how_we_make_decisions",
    Document.POLICY: "our_policies_and_procedures",
    Document.SPENDING: "what_we_spend_and_how_we_spend_it",
    Document.CONTRACT: "what_we_spend_and_how_we_spend_it",
    Document.REGISTER: "lists_and_registers",
    Document.STRUCTURE: "who_we_are_and_what_we_do",
    Document.SERVICE: "the_services_we_offer",
}
READ = frozenset({Document.PLAN, Document.PROGRESS_REPORT})


def deadline(day: date, *, document: Document) -> Deadline:
    """The class of the model publication scheme under which a document is published (``kind``).

    A plan, and how it goes, belong under "what our priorities are and how we are doing". Councils that merge keep and
    reconcile their schemes. Raises a Refusal for a day before the model scheme of 1 January 2009.
    """
    provision = PRIORITIES if document in READ else RECALLED
    in_force.check(day, IN_FORCE, provision=provision, rule=RULE)
    kind = CLASSES[document]
    words = kind.replace("_", " ")
    return judged(
        Test(NAME, RULE, VERSION, provision),
        kind=kind,
        what=f"Publish it in the scheme under: {words}",
        points=(Point("Has a class in the scheme", True, document.value, f"{words.capitalize()}."),),
    )
