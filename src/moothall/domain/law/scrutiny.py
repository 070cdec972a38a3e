"""Scrutiny and call-in: the Local Government Act 2000, and the rest in each council's constitution."""

from __future__ import annotations

from moothall.domain.clocks import call_in_hold, call_in_waiver, callable_decision, committee_call_in
from moothall.domain.law.row import Gives, Part, Row
from moothall.domain.provisions import ACT_2000, Provision, Read

DATE, TEST, DUTY = Gives.DATE, Gives.TEST, Gives.DUTY

PART = Part(
    "Scrutiny and call-in",
    (
        Row(
            "G-C4",
            "A council with an executive has at least one scrutiny committee.",
            DUTY,
            Provision(ACT_2000, "section 9F(1) and (2)"),
        ),
        Row(
            "G-C1",
            "Scrutiny may look at a decision not yet carried out. How long and from when is each council's own rule.",
            DATE,
            call_in_hold.PROVISION,
            ("call-in", "call-in-hold"),
            "domain.rule_packs",
        ),
        Row(
            "G-C2",
            "Call-in is waived for urgency only by the council's own rule and the named person's agreement.",
            TEST,
            call_in_waiver.PROVISION,
            ("call-in-waiver", "urgency"),
        ),
        Row(
            "G-C3",
            "Some decisions may not be called in, by the council's own list.",
            TEST,
            callable_decision.PROVISION,
            ("callable",),
        ),
        Row(
            "G-C4",
            "Scrutiny committees come under part VA of the 1972 Act, and have no member of the executive.",
            DUTY,
            Provision(ACT_2000, "section 9FA", Read.ACCOUNT),
        ),
        Row(
            "G-C4",
            "Councils have regard to the statutory guidance on scrutiny, which sets no clock.",
            DUTY,
            Provision(ACT_2000, "section 9Q"),
        ),
        Row(
            "G-C5",
            "A council under the committee system has call-in only if it has a scrutiny committee and a rule.",
            TEST,
            committee_call_in.PROVISION,
            ("committee-call-in",),
        ),
    ),
)
