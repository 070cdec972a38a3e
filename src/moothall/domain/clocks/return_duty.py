"""A return that government asks for: whether the council must send it, and on what that rests."""

from __future__ import annotations

from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, NO_LAW, Provision, Read
from moothall.domain.rounds import LegalBasis

NAME = "return-duty"
RULE = "G-R1"
VERSION = "1974-04-01"
MUST, ASKED, CONDITION = "must_be_sent", "asked_for", "condition_of_money"
PROVISIONS: dict[LegalBasis, Provision] = {
    LegalBasis.RETURNS_POWER: Provision(ACT_1972, "section 230"),
    LegalBasis.STATUTORY: Provision(
        "The Act the round names", "", Read.RECALLED, note="The round's own letter says which; it is not known here."
    ),
    LegalBasis.GRANT_CONDITION: Provision(
        "The terms of the grant", "", Read.RECALLED, note="The grant's own terms say what follows if nothing is sent."
    ),
    LegalBasis.POLICY_REQUEST: Provision(NO_LAW, "", note="A request of policy has no force of law of its own."),
}
KINDS = {LegalBasis.POLICY_REQUEST: ASKED, LegalBasis.GRANT_CONDITION: CONDITION}
SAYS = {
    MUST: "The council must send it",
    ASKED: "The council is asked for it, and no law makes it send it",
    CONDITION: "The council owes it under the terms of the money it took",
}


def deadline(*, basis: LegalBasis) -> Deadline:
    """Whether a council must send what government asks for, by what the request rests on.

    Section 230 of the 1972 Act obliges every local authority to send the Secretary of State the reports and returns,
    and the information about its functions, that are required. A round may rest on that general power, on an Act of its
    own, on the terms of a grant, or on none of them: a letter that asks is not by itself a requirement.
    """
    kind = KINDS.get(basis, MUST)
    return judged(
        Test(NAME, RULE, VERSION, PROVISIONS[basis]),
        kind=kind,
        what=SAYS[kind],
        points=(Point("A duty in law", kind == MUST, basis.value, f"{SAYS[kind]}."),),
        notes=("If the letter does not say what it rests on, ask the department, and keep the answer with the round.",),
    )
