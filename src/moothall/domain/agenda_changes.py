"""What happens to a public agenda: an item comes late, a paper follows, one is replaced, an item is taken off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import late_item
from moothall.domain.days import Holidays, in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.refusals import Refusal

RULE = "G-N2"
ON_ADDING = Provision(
    ACT_1972,
    "section 100B(3)",
    note="What is added later is open to the public from when it is added, and not before members have it.",
)
ON_ADDING_EXECUTIVE = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 7",
    Read.RECALLED,
    note="Taken to be as section 100B(3); its text was not read.",
)
KEPT = Provision(ACT_1972, "section 100C(1)", note="The agenda and the open reports stay open for six years.")


class What(StrEnum):
    """What was done to a public agenda."""

    ITEM = "item"
    PAPER = "paper"
    REPLACED = "replaced"
    TAKEN_OUT = "taken_out"

    @property
    def label(self) -> str:
        """The change in words."""
        return _LABELS[self]


_LABELS = {
    What.ITEM: "An item is added",
    What.PAPER: "A paper follows (supplementary)",
    What.REPLACED: "A paper is replaced",
    What.TAKEN_OUT: "An item is taken off",
}


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a change of a public agenda means. ``kind`` is in_time, special_circumstances, no_door, or on_adding.

    ``needs_minute`` where the minutes must name special circumstances; ``clock`` the working for an item.
    """

    kind: str
    says: str
    next_step: str
    rule: str
    provision: Provision
    needs_minute: bool = False
    clock: Deadline | None = None


ON_ADDING_KIND = "on_adding"


def consequence(
    what: What, *, public_at: datetime, meeting_on: date, body: BodyKind, holidays: Holidays,
    convened_on: date | None = None, circumstances: str = "", is_key: bool | None = None,
) -> Consequence:  # fmt: skip
    """What follows from a change that was public at a moment, for a meeting of this kind of body.

    An item is measured by its time on the agenda: in time, by the chair's special circumstances (the council and its
    committees alone), or with no door at all (an executive, where regulations 6, 7, 10 and 11 are the ways and the
    chair's urgency is none). Papers of a listed item are public when they are added. Raises a Refusal for a change
    after the meeting, and as the clock does.
    """
    if public_at.date() > meeting_on:
        raise Refusal(
            f"It was public on {in_words(public_at.date())}, after the meeting of {in_words(meeting_on)}.",
            next_step="Check both days. What comes after the meeting is no paper of it.",
            rule=RULE,
        )
    if what is What.ITEM:
        return _item(public_at, meeting_on, body, holidays, convened_on, circumstances, is_key)
    executive = body is BodyKind.EXECUTIVE
    provision = ON_ADDING_EXECUTIVE if executive else ON_ADDING
    return Consequence(ON_ADDING_KIND, _SAYS[what], _NEXT[what], "G-N7" if executive else RULE, provision)


_SAYS = {
    What.PAPER: "It belongs to an item that is on the agenda, so the item keeps its place. Copies are public from the"
    " moment it is added, and not before members have it.",
    What.REPLACED: "The paper before it was public and stays on record with its fingerprint. Copies of the new one are"
    " public from the moment it is added, and not before members have it.",
    What.TAKEN_OUT: "The item is not taken at this meeting. What was public of it stays on record.",
}
_NEXT = {
    What.PAPER: "Send it to members at the same moment, and say at the meeting that it came after the agenda.",
    What.REPLACED: "Say at the meeting what differs and why. Where the recommendation changed, ask your monitoring"
    " officer whether the item is still the one that was listed.",
    What.TAKEN_OUT: "If it goes to another meeting, that one has notices of its own.",
}


def _item(
    public_at: datetime, meeting_on: date, body: BodyKind, holidays: Holidays, convened_on: date | None,
    circumstances: str, is_key: bool | None,
) -> Consequence:  # fmt: skip
    clock = late_item.deadline(
        meeting_on, listed_on=public_at.date(), body=body, holidays=holidays, convened_on=convened_on,
        circumstances=circumstances,
    )  # fmt: skip
    kind = clock.kind or late_item.IN_TIME
    if kind == late_item.IN_TIME:
        says = "It stood on the public agenda for the days the law asks for, so it may be taken as any other."
        return Consequence(kind, says, _also_key(is_key), clock.rule, clock.provision, clock=clock)
    if kind == late_item.SPECIAL_CIRCUMSTANCES:
        says = (
            "It came too late for the ordinary way. It may be taken only if the chair is of the opinion, by reason of"
            " special circumstances, that it is urgent."
        )
        if body is BodyKind.FULL_COUNCIL:
            says += " At the council it must also get past the summons, which did not name it."
        next_step = "Record the circumstances and the chair, and that the minutes name them."
        return Consequence(kind, says, next_step, clock.rule, clock.provision, needs_minute=True, clock=clock)
    says = (
        "It came too late, and an executive meeting has no door for an urgent item: the chair cannot open one."
        " Regulation 6(2) lets it take only what was listed for five clear days or since the meeting was convened."
    )
    next_step = (
        "Move it to a later meeting, or convene the whole meeting at shorter notice (regulation 6). If a local rule is"
        " relied on, name it and ask your monitoring officer."
        + (f" {_also_key(is_key)}" if is_key is not False else "")
    )
    return Consequence(kind, says, next_step, clock.rule, clock.provision, clock=clock)


def _also_key(is_key: bool | None) -> str:
    if is_key is False:
        return "Nothing more is owed for it."
    return (
        "If it is a key decision, its own notice is owed besides: 28 clear days, else the general exception"
        " (regulation 10), else special urgency (regulation 11)."
    )


def check_change(what: What, title: str, why: str) -> None:
    """Raise a Refusal unless a change names the item or paper and says why it comes after the agenda."""
    if not title.strip():
        raise Refusal("It is not said what was added or changed.", next_step="Give the title of the item or paper.")
    if not why.strip():
        reason = "it was taken off" if what is What.TAKEN_OUT else "it came after the agenda"
        raise Refusal(f"It is not said why {reason}.", next_step="Say why: members and the public will ask.")


def check_minute(consequence: Consequence, *, chair: str, circumstances: str) -> None:
    """Raise a Refusal unless the chair's opinion can be recorded: the door is there, with a chair and circumstances."""
    if not consequence.needs_minute:
        raise Refusal(
            "There is no opinion of a chair to record for this.",
            next_step="It came in time, or it is an executive's, whose chair has no such door."
            if consequence.kind != ON_ADDING_KIND
            else "Only a late item needs one.",
            rule=consequence.rule,
        )
    if not chair.strip():
        raise Refusal("The chair is not named.", next_step="Name who presided.", rule=consequence.rule)
    if not circumstances.strip():
        raise Refusal(
            "The special circumstances are not given.",
            next_step="Write them as the minutes have them: without them the item may not be taken.",
            rule=consequence.rule,
        )
