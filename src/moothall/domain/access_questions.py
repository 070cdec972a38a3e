"""The clocks of who may see what, and at what cost, as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.asked import numbers, on, one_of, yes, yes_no
from moothall.domain.authorities import Governance
from moothall.domain.clock_arguments import Argument, ClockQuestion, Moment
from moothall.domain.clocks import (
    body_rules,
    inspection_fee,
    member_right,
)
from moothall.domain.clocks.body_rules import Decider
from moothall.domain.clocks.inspection_fee import Asked
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.openness_questions import DAY, EXECUTIVE, PARAGRAPHS

DECIDERS = {
    Decider.COUNCIL: "The council",
    Decider.COMMITTEE: "A committee",
    Decider.SUB_COMMITTEE: "A sub-committee",
    Decider.EXECUTIVE: "The executive",
    Decider.EXECUTIVE_MEMBER: "One member of the executive",
    Decider.OFFICER_FOR_EXECUTIVE: "An officer, for the executive",
    Decider.OFFICER_FOR_COUNCIL: "An officer, for the council or a committee",
    Decider.WORKING_GROUP: "An informal working group",
}


def _body_rules(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return body_rules.deadline(
        on(asked, "day"),
        decider=given.choice(asked["decider"], "decider", Decider),
        governance=given.choice(asked.get("governance", Governance.EXECUTIVE), "governance", Governance),
    )


def _member_right(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return member_right.deadline(
        on(asked, "day"),
        relates_to_business=yes(asked, "relates_to_business"),
        paragraphs=numbers(asked, "paragraphs"),
        terms_under_negotiation=yes(asked, "terms_under_negotiation"),
    )


def _inspection_fee(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return inspection_fee.deadline(
        on(asked, "day"),
        asked=given.choice(asked.get("wants", Asked.INSPECT), "wants", Asked),
        executive=yes(asked, "executive"),
    )


QUESTIONS = (
    ClockQuestion(
        body_rules.NAME,
        "which rules on access a body or a person who decides comes under",
        (
            DAY,
            one_of("decider", "Who decides, or meets?", Decider, DECIDERS),
            Argument(
                "governance",
                "executive, mayor or committee",
                "executive",
                label="How is the council run?",
                choices=(("executive", "Leader and cabinet"), ("mayor", "Mayor"), ("committee", "Committees")),
            ),
        ),
        ("day", "decider"),
        _body_rules,
        title="Which rules a body comes under",
        moment=Moment.OPENNESS,
        kinds=(
            (body_rules.ACT, "The 1972 Act"),
            (body_rules.EXECUTIVE_LAW, "The executive’s regulations"),
            (body_rules.RECORD_ONLY, "A record and no meeting"),
            (body_rules.NONE, "No rules on access"),
        ),
        example=(("day", "2024-07-09"), ("decider", "committee")),
    ),
    ClockQuestion(
        member_right.NAME,
        "open_to_members, may_be_withheld or no_right_here: what any member may see of council and committee papers",
        (
            DAY,
            yes_no(
                "relates_to_business",
                "Does it relate to business at the council or a committee?",
                "the document relates to business at the council or a committee",
            ),
            PARAGRAPHS,
            yes_no(
                "terms_under_negotiation",
                "Does it show the terms of a contract under negotiation?",
                "it shows terms proposed in negotiations for a contract",
            ),
        ),
        ("day",),
        _member_right,
        title="What a member may see",
        moment=Moment.OPENNESS,
        kinds=(
            (member_right.OPEN, "Open to members"),
            (member_right.MAY_BE_WITHHELD, "May be withheld"),
            (member_right.NO_RIGHT, "No right under this section"),
        ),
        example=(("day", "2024-07-09"), ("relates_to_business", "true"), ("paragraphs", "3")),
    ),
    ClockQuestion(
        inspection_fee.NAME,
        "free or reasonable_fee: what may be charged for seeing or copying an open paper",
        (
            DAY,
            one_of(
                "wants",
                "What is asked for?",
                Asked,
                {
                    Asked.INSPECT: "To see a paper",
                    Asked.INSPECT_BACKGROUND_PAPERS: "To see background papers",
                    Asked.COPY: "To have a copy",
                },
                default="inspect",
            ),
            EXECUTIVE,
        ),
        ("day",),
        _inspection_fee,
        title="Charges for seeing papers",
        moment=Moment.OPENNESS,
        kinds=((inspection_fee.FREE, "Free"), (inspection_fee.FEE, "A reasonable fee")),
        example=(("day", "2024-07-09"), ("wants", "inspect_background_papers")),
    ),
)
