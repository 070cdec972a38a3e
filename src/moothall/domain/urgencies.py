"""Four different things that pages of councils call urgent: each has a test, a consent and a report of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from moothall.domain.clocks import call_in_waiver, late_item, private_meeting_notice, special_urgency
from moothall.domain.consents import Rung
from moothall.domain.provisions import Provision


class Urgency(StrEnum):
    """Which of the four it is, by what is short."""

    KEY_DECISION_NOTICE = "key_decision_notice"
    PRIVATE_MEETING_NOTICE = "private_meeting_notice"
    LATE_ITEM = "late_item"
    CALL_IN_WAIVER = "call_in_waiver"


@dataclass(frozen=True, slots=True)
class Explained:
    """One of the four, in words for a page. ``clock`` is the name under which it can be asked."""

    urgency: Urgency
    title: str
    short: str
    test: str
    consent: str
    report: str
    clock: str
    provisions: tuple[Provision, ...]


LADDER = (
    "The chair of the relevant scrutiny committee; the chair of the council where there is no such chair, or that chair"
    " is unable to act; the vice-chair only where there is neither chair. Whoever decides asks for it."
)
_FOUR = (
    Explained(
        Urgency.KEY_DECISION_NOTICE,
        "Special urgency",
        "The notice of a key decision",
        "Neither 28 clear days nor, after the notice of a general exception, five clear working days can be kept; the"
        " decision is urgent and cannot reasonably be deferred.",
        LADDER,
        "A notice of the reasons, as soon as reasonably practicable; then the leader's or mayor's report to the"
        " council, at least once a year.",
        special_urgency.NAME,
        (special_urgency.PROVISIONS[Rung.SCRUTINY_CHAIR], special_urgency.PROVISIONS["notice"]),
    ),
    Explained(
        Urgency.PRIVATE_MEETING_NOTICE,
        "Short notice of a private meeting",
        "The two notices that the executive meets, or takes a part of a meeting, in private",
        "The notices cannot stand for 28 and for five clear days; the meeting is urgent and cannot reasonably be"
        " deferred. It makes no difference whether the decision is key.",
        LADDER,
        "A notice of the reasons, as soon as reasonably practicable, at the offices and on the website.",
        private_meeting_notice.NAME,
        (private_meeting_notice.SHORT, private_meeting_notice.SHORT_REASONS),
    ),
    Explained(
        Urgency.LATE_ITEM,
        "A late item",
        "The time an item stood on the public agenda",
        "Special circumstances make it urgent. Only the council and its committees have this door; a meeting of the"
        " executive has none.",
        "The chair of the meeting alone, who must be of that opinion.",
        "The special circumstances go in the minutes.",
        late_item.NAME,
        (late_item.URGENT, late_item.EXECUTIVE),
    ),
    Explained(
        Urgency.CALL_IN_WAIVER,
        "Waiver of call-in",
        "The time scrutiny has to call a decision in",
        "The test of the council's own constitution, commonly that the wait would do harm. The law knows no waiver.",
        "Whoever the constitution names, before the decision is taken.",
        "A report to the next meeting of the council, and the reason in the record of the decision.",
        call_in_waiver.NAME,
        (call_in_waiver.PROVISION,),
    ),
)


def told_apart() -> tuple[Explained, ...]:
    """The four things called urgent, in the order a decision meets them, each with its test, consent and report."""
    return _FOUR
