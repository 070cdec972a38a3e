"""What is recorded at a step besides meeting and deciding: what each entry needs, and which of it is public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from moothall.domain.refusals import Refusal
from moothall.domain.route_table import ANSWERS, SETTLES, Event
from moothall.domain.routes import Term


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry. ``who`` and ``words`` are what the form asks there, empty where it asks nothing."""

    event: Event
    title: str
    who: str
    words: str = ""
    needs_words: bool = False
    has_last_day: bool = False
    has_places: bool = False
    is_public: bool = True


KINDS: tuple[Kind, ...] = (
    Kind(
        Event.REPRESENTATIONS_OPENED,
        "Written representations are invited",
        "",
        "Where and how they were invited",
        needs_words=True,
        has_last_day=True,
    ),
    Kind(
        Event.REPRESENTATION_MADE,
        "Somebody wrote",
        "Who wrote",
        "What was said",
        needs_words=True,
        is_public=False,
    ),
    Kind(Event.REPRESENTATIONS_READ, "The member has read what was written", "Which member"),
    Kind(Event.SIGNED, "One of them signed", "Who signed, with the post or office"),
    Kind(
        Event.CONSENTED,
        "The person whose consent it needs agreed",
        "Who agreed, with the office",
        "Why it is urgent, as it was agreed",
        needs_words=True,
    ),
    Kind(Event.LEAD_MEMBER_ASKED, "A lead member was asked", "Which member, with the office", "What was answered"),
    Kind(
        Event.GROUP_ADVISED,
        "The group of members advised",
        "Which group",
        "What it advised. This is not public.",
        needs_words=True,
        is_public=False,
    ),
    Kind(
        Event.OTHER_COUNCIL_DECIDED,
        "Another council decided on the same text",
        "Which council and body",
        "What it resolved",
        needs_words=True,
    ),
    Kind(
        Event.STRATEGY_NAMED,
        "The strategy that serves as the plan",
        "Who adopted it",
        "Its title",
        needs_words=True,
        has_places=True,
    ),
    Kind(Event.REPORTED, "The use of urgency was reported", "To whom it was reported", "What was reported"),
)
_BY_EVENT = {one.event: one for one in KINDS}


def kind(event: Event) -> Kind:
    """What an entry of this kind asks for. Raises a Refusal for an event that is recorded in another way."""
    if event not in _BY_EVENT:
        raise Refusal(
            f"This is not recorded here: {event.label.lower()}.", next_step="Choose one of the kinds offered."
        )
    return _BY_EVENT[event]


def kinds_for(terms: Sequence[Term]) -> tuple[Kind, ...]:
    """The kinds of entry a step with these terms asks for, in the order in which they happen."""
    return tuple(one for one in KINDS if ANSWERS[one.event] in terms)


def is_public(event: Event) -> bool:
    """Whether the words of such an entry may be read outside the council's own pages."""
    return event not in _BY_EVENT or _BY_EVENT[event].is_public


def is_beforehand(event: Event) -> bool:
    """Whether a decision rests on such an entry, so that it comes before it."""
    return event in ANSWERS and ANSWERS[event] in SETTLES


def check_record(
    event: Event,
    *,
    on: date,
    who: str,
    words: str,
    until_on: date | None,
    before: Sequence[tuple[Event, str]],
    today: date,
) -> None:
    """Raise a Refusal for an entry without the name, words or last day it needs, or of a day still to come.

    ``before`` are the entries that stand at the step with their names: nobody signs twice.
    """
    asks = kind(event)
    if on > today:
        raise Refusal("The day is still to come.", next_step="Record it when it has happened.")
    if asks.who and not who.strip():
        raise Refusal("Nobody is named.", next_step=f"Say who it was ({asks.who.lower()}).")
    if asks.needs_words and not words.strip():
        raise Refusal("There are no words.", next_step=f"Write them in a sentence ({asks.words.lower().rstrip('.')}).")
    if asks.has_last_day and (until_on is None or until_on < on):
        raise Refusal(
            "There is no last day on which somebody could write.",
            next_step="Give it: the day of the invitation or later.",
        )
    if event is Event.SIGNED and any(one == (event, who.strip()) for one in before):
        raise Refusal(f"{who.strip()} has signed already.", next_step="Record the signature of the other.")
