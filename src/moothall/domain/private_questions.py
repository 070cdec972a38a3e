"""The clocks of private meetings and of special urgency as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.clock_arguments import (
    HOW_MANY_CLEAR,
    UNITS,
    WHICH_DAYS,
    Argument,
    ClockQuestion,
    Moment,
    Reads,
)
from moothall.domain.clocks import private_meeting_notice, special_urgency
from moothall.domain.clocks.private_meeting_notice import Notice, Openness
from moothall.domain.consents import Chair, Chairs, Consent, Rung
from moothall.domain.days import Holidays, Length
from moothall.domain.deadlines import Deadline
from moothall.domain.meeting_questions import MEETING, clear_length, day_or_none
from moothall.domain.refusals import Refusal

CHAIR_STATES = (("able", "There is one, able to act"), ("unable", "There is one, unable to act"), ("none", "None"))
CHAIRS = (
    Argument(
        "scrutiny_chair",
        "the chair of scrutiny: able, unable (to act) or none",
        "able",
        label="Is there a chair of scrutiny?",
        choices=CHAIR_STATES,
    ),
    Argument(
        "council_chair",
        "the chair of the council: able, unable (to act) or none",
        "able",
        label="Is there a chair of the council?",
        choices=CHAIR_STATES,
    ),
)
DECISION_MAKER = Argument(
    "decision_maker",
    "who takes the decision, where an agreement is given",
    "none",
    label="Who takes the decision?",
    hint="Where an agreement is given.",
)
CONSENT = (
    Argument(
        "agreement_of",
        "whose agreement it is: scrutiny_chair, council_chair or council_vice_chair",
        "none",
        label="Whose agreement was given?",
        choices=(
            ("scrutiny_chair", "The chair of scrutiny"),
            ("council_chair", "The chair of the council"),
            ("council_vice_chair", "The vice-chair of the council"),
        ),
    ),
    Argument("agreed_by", "who gave the agreement", "none", label="Who gave the agreement?"),
    Argument("agreed_on", "the day the agreement was given", "none", label="When was the agreement given?"),
    Argument("obtained_by", "who obtained the agreement", "none", label="Who obtained the agreement?"),
    Argument(
        "urgent_because",
        "why the matter is urgent and cannot reasonably be deferred",
        "none",
        label="Why is the matter urgent, and why can it not reasonably be deferred?",
    ),
)


def _private_meeting_notice(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return private_meeting_notice.deadline(
        given.day(asked["meeting"], "meeting"),
        holidays=holidays,
        notice=given.choice(asked.get("which", Notice.FIRST), "which", Notice),
        parts=_parts(asked.get("parts", Openness.EXEMPT.value)),
        key=given.yes_or_no(asked["key"], "key") if "key" in asked else None,
        given_on=day_or_none(asked, "given"),
        chairs=_chairs(asked),
        clear=_clear(asked),
        consent=_consent(asked),
        decision_maker=given.words(asked.get("decision_maker", ""), "decision_maker"),
    )


def _clear(asked: Mapping[str, Any]) -> Length | None:
    """The clear days by the council's own rule, or None where nothing is said of them and the law's hold."""
    if not {"clear_days", "convention"} & set(asked):
        return None
    of_the_law = private_meeting_notice.CLEAR_DAYS[given.choice(asked.get("which", Notice.FIRST), "which", Notice)]
    return clear_length(asked, of_the_law, private_meeting_notice.NAME)


def _special_urgency(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return special_urgency.deadline(
        given.day(asked["decision"], "decision"),
        ready_on=given.day(asked["ready"], "ready"),
        holidays=holidays,
        chairs=_chairs(asked),
        consent=_consent(asked),
        decision_maker=given.words(asked.get("decision_maker", ""), "decision_maker"),
    )


def _chairs(asked: Mapping[str, Any]) -> Chairs:
    return Chairs(
        scrutiny=given.choice(asked.get("scrutiny_chair", Chair.ABLE), "scrutiny_chair", Chair),
        council=given.choice(asked.get("council_chair", Chair.ABLE), "council_chair", Chair),
    )


def _consent(asked: Mapping[str, Any]) -> Consent | None:
    """The agreement handed in, or None. Part of one is refused: each of its parts is what makes it an agreement."""
    keys = [argument.key for argument in CONSENT]
    missing = [key for key in keys if key not in asked]
    if len(missing) == len(keys):
        return None
    if missing:
        raise Refusal(
            f"The agreement is given without {missing[0]}.",
            next_step=f"Give all of {', '.join(keys)}, or none of them.",
        )
    return Consent(
        rung=given.choice(asked["agreement_of"], "agreement_of", Rung),
        by=given.words(asked["agreed_by"], "agreed_by"),
        obtained_by=given.words(asked["obtained_by"], "obtained_by"),
        given_on=given.day(asked["agreed_on"], "agreed_on"),
        because=given.words(asked["urgent_because"], "urgent_because"),
    )


def _parts(value: Any) -> tuple[Openness, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        raise Refusal("parts is not a list.", next_step="Give it as open,exempt.")
    return tuple(given.choice(part.strip() if isinstance(part, str) else part, "parts", Openness) for part in parts)


QUESTIONS = (
    ClockQuestion(
        private_meeting_notice.NAME,
        "the last day in law for a notice that the executive meets in private, and the last working day",
        (
            MEETING,
            Argument(
                "which",
                "which of the two notices: first or second",
                "first",
                label="Which of the two notices?",
                choices=(("first", "The first: the intention to meet in private"), ("second", "The second")),
                advanced=False,
            ),
            Argument(
                "clear_days",
                "how many clear days must lie between, by the council's own rule",
                "28, or 5 for the second",
                label=HOW_MANY_CLEAR,
                reads=Reads.NUMBER,
            ),
            Argument(
                "convention",
                "working or calendar days, by the council's own rule",
                "calendar for the first, working for the second",
                label=WHICH_DAYS,
                choices=UNITS,
            ),
            Argument(
                "parts",
                "how the item's parts stand: open, exempt, confidential, with commas",
                "exempt",
                label="How do the parts of the item stand?",
                hint="One exempt appendix is enough to make that part private.",
                reads=Reads.CHOICES,
                choices=(("open", "Open"), ("exempt", "Exempt"), ("confidential", "Confidential")),
            ),
            Argument(
                "key",
                "whether the decision is key (it makes no difference, and the answer says so)",
                "none",
                label="Is the decision key?",
                hint="It makes no difference to this clock.",
            ),
            Argument(
                "given",
                "the day the notice was given, to know whether that was in time",
                "none",
                label="When was the notice given?",
                hint="Where it was given already, to know whether that was in time.",
            ),
            *CHAIRS,
            DECISION_MAKER,
            *CONSENT,
        ),
        ("meeting",),
        _private_meeting_notice,
        title="Notices of a private meeting of the executive",
        moment=Moment.NOTICES,
        sentence="Give the notice by {when}",
        example=(("meeting", "2024-07-11"),),
    ),
    ClockQuestion(
        special_urgency.NAME,
        "whose agreement a key decision needs under special urgency, and by when",
        (
            Argument("decision", "the day the decision is to be taken", label="When is the decision to be taken?"),
            Argument(
                "ready",
                "the first day a notice under the general exception could be made available",
                label="What is the first day a notice under the general exception could be made available?",
            ),
            *CHAIRS,
            DECISION_MAKER,
            *CONSENT,
        ),
        ("decision", "ready"),
        _special_urgency,
        title="Special urgency",
        sentence="The agreement must be obtained by {when}",
        kinds=(
            (Rung.SCRUTINY_CHAIR.value, "The chair of scrutiny must agree"),
            (Rung.COUNCIL_CHAIR.value, "The chair of the council must agree"),
            (Rung.COUNCIL_VICE_CHAIR.value, "The vice-chair of the council must agree"),
        ),
        moment=Moment.NOTICES,
        example=(("decision", "2024-07-11"), ("ready", "2024-07-08")),
    ),
)
