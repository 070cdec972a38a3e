"""What each way out rests on: whose consent, by which provision, and what is reported when it has been used."""

from __future__ import annotations

from dataclasses import dataclass, replace

from moothall.domain.authorities import Governance
from moothall.domain.clocks import general_exception, private_meeting_notice
from moothall.domain.planned_routes import WayOut
from moothall.domain.provisions import ACT_1972, ACT_2000, EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.routes import Way
from moothall.domain.situation import Situation

WAIVER_RULE = "G-C2"
WAIVER = Provision("The council's constitution", "its rule on urgency and call-in", Read.ACCOUNT)
URGENT_ITEM = Provision(ACT_1972, "section 100B(4)(b)")
SPECIAL_URGENCY = Provision(EXECUTIVE_REGULATIONS, "regulation 11(1)")
SHORTER_NOTICE = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 6(1) and (2)",
    note="Notice and agenda five clear days before, or from the time the meeting is convened at shorter notice.",
)
EXECUTIVE_DELEGATION = Provision(ACT_2000, "section 9E, and the council's scheme of delegation", Read.RECALLED)
COUNCIL_DELEGATION = Provision(ACT_1972, "section 101(1), and the council's scheme of delegation", Read.RECALLED)
ISSUER = "Whoever asked for the plan"
NAMED_IN_CONSTITUTION = "The person the constitution names"
LADDER = (
    "The chair of the relevant scrutiny committee, asked by the decision maker; the chair of the council where there is"
    " none or that chair is unable to act; the vice-chair only where there is neither"
)
_URGENCY_REPORTED = "The use of urgency is reported to the council as the constitution says."


@dataclass(frozen=True, slots=True)
class Ground:
    """What one way out rests on, whenever it is begun."""

    consent: str
    provision: Provision | None
    afterwards: str


GROUNDS: dict[Way, Ground] = {
    Way.GENERAL_EXCEPTION: Ground(
        "Nobody's: the chair of scrutiny is told in writing, or each member where there is no chair",
        general_exception.PROVISION,
        "A second notice says why 28 clear days could not be given.",
    ),
    Way.CALL_IN_WAIVED: Ground(NAMED_IN_CONSTITUTION, WAIVER, _URGENCY_REPORTED),
    Way.SPECIAL_URGENCY: Ground(
        LADDER,
        SPECIAL_URGENCY,
        "A notice of the reasons goes up, and the leader or mayor reports it to the council within the year"
        " (regulation 19).",
    ),
    Way.PRIVATE_AT_SHORT_NOTICE: Ground(
        LADDER,
        private_meeting_notice.SHORT,
        "A notice of the reasons goes up as soon as reasonably practicable.",
    ),
    Way.URGENT_ITEM: Ground(
        "The chair of the meeting",
        URGENT_ITEM,
        "The minutes name the special circumstances.",
    ),
    Way.CONVENED_AT_SHORT_NOTICE: Ground(
        "Whoever may call a meeting of the executive under the council's own rules",
        SHORTER_NOTICE,
        "The record of the decision is published as for any meeting.",
    ),
    Way.RATIFY: Ground(
        "Nobody's before it is sent: members give theirs afterwards",
        None,
        "Members endorse, change or refuse it; a change is sent after it.",
    ),
    Way.EXTENSION: Ground(ISSUER, None, "The agreed day is shown to members, in writing."),
    Way.SINGLE_MEMBER: Ground(NAMED_IN_CONSTITUTION, WAIVER, _URGENCY_REPORTED),
    Way.DELEGATION: Ground(
        "The person the constitution names, where call-in must be set aside; the lead members are asked",
        EXECUTIVE_DELEGATION,
        "The record of the officer's decision is published, and members ratify it.",
    ),
    Way.NOTE: Ground("Nobody's", None, "The round's requirement that members endorse it stays open."),
}


def way_out(way: Way, situation: Situation) -> WayOut:
    """What a way out rests on in this council, and the first day on which it can be begun."""
    ground = GROUNDS[way]
    if way is Way.DELEGATION and situation.governance is Governance.COMMITTEE:
        ground = replace(ground, provision=COUNCIL_DELEGATION)
    begins = situation.counting.first_working(situation.as_of)
    return WayOut(way, ground.consent, ground.provision, begins, ground.afterwards)
