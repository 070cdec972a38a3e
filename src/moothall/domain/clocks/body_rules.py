"""Which rules on access a body or a person who decides comes under."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.authorities import Governance
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, OPENNESS_REGULATIONS, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "body-rules"
RULE = "G-N10"
VERSION = "2014-08-06"


class Decider(StrEnum):
    """Who decides, or meets."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    SUB_COMMITTEE = "sub_committee"
    EXECUTIVE = "executive"
    EXECUTIVE_MEMBER = "executive_member"
    OFFICER_FOR_EXECUTIVE = "officer_for_executive"
    OFFICER_FOR_COUNCIL = "officer_for_council"
    WORKING_GROUP = "working_group"


ACT, EXECUTIVE_LAW, RECORD_ONLY, NONE = "part_va", "executive_regulations", "record_only", "no_rules_of_access"
_ACT = Provision(ACT_1972, "section 100E and part VA")
_EXECUTIVE = Provision(EXECUTIVE_REGULATIONS, "regulations 2 and 3")
_RECORD = Provision(EXECUTIVE_REGULATIONS, "regulation 13", Read.RECALLED)
PROVISIONS: dict[Decider, Provision] = {
    Decider.COUNCIL: Provision(ACT_1972, "sections 100A to 100D"),
    Decider.COMMITTEE: _ACT,
    Decider.SUB_COMMITTEE: _ACT,
    Decider.EXECUTIVE: _EXECUTIVE,
    Decider.EXECUTIVE_MEMBER: _RECORD,
    Decider.OFFICER_FOR_EXECUTIVE: _RECORD,
    Decider.OFFICER_FOR_COUNCIL: Provision(
        OPENNESS_REGULATIONS,
        "regulations 6 and 7",
        Read.RECALLED,
        note="Regulation 6, on who is covered, was not read.",
    ),
    Decider.WORKING_GROUP: _ACT,
}
OF_EXECUTIVE = frozenset({Decider.EXECUTIVE, Decider.EXECUTIVE_MEMBER, Decider.OFFICER_FOR_EXECUTIVE})
KINDS = {Decider.EXECUTIVE: EXECUTIVE_LAW, Decider.WORKING_GROUP: NONE} | dict.fromkeys(
    (Decider.EXECUTIVE_MEMBER, Decider.OFFICER_FOR_EXECUTIVE, Decider.OFFICER_FOR_COUNCIL), RECORD_ONLY
)
SAYS = {
    ACT: "Part VA of the 1972 Act: public notice, agenda and reports five clear days before, open unless it resolves.",
    EXECUTIVE_LAW: "The executive's regulations: notice and papers, private meetings announced twice, key decisions.",
    RECORD_ONLY: "No meeting, so no notice of one: a record of the decision, and notice of it where it is key.",
    NONE: "An informal group that decides nothing comes under no rules of access. What it advises must be decided.",
}
SINCE = {Decider.OFFICER_FOR_COUNCIL: date(2014, 8, 6)} | dict.fromkeys(OF_EXECUTIVE, date(2012, 9, 10))
ACT_SINCE = date(1986, 4, 1)


def deadline(day: date, *, decider: Decider, governance: Governance = Governance.EXECUTIVE) -> Deadline:
    """Which rules on access a body comes under on a day (``kind``).

    The council, its committees and sub-committees come under part VA of the 1972 Act; the executive under its own
    regulations; one member or officer owes a record and no notice of a meeting; an informal working group comes under
    neither. Raises a Refusal for an executive in a committee system and before the rules were in force.
    """
    if governance is Governance.COMMITTEE and decider in OF_EXECUTIVE:
        raise Refusal(
            "A council under the committee system has no executive.",
            next_step="Give committee or sub_committee, or officer_for_council.",
            rule=RULE,
        )
    provision = PROVISIONS[decider]
    in_force.check(day, SINCE.get(decider, ACT_SINCE), provision=provision, rule=RULE)
    kind = KINDS.get(decider, ACT)
    return judged(
        Test(NAME, RULE, VERSION, provision),
        kind=kind,
        what=SAYS[kind].rstrip("."),
        points=(Point("Comes under rules on access", kind != NONE, kind, SAYS[kind]),),
    )
