"""Agreement to an exact text: who was asked, what they said of which words, and where that leaves the request.

Events go in, a state comes out. Nothing here knows a day, so nothing ever becomes agreed because time has passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from moothall.domain.fingerprints import fingerprint
from moothall.domain.refusals import Refusal

RULE = "G-O1"
NONE_RULE = "G-Q1"


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the report or plan at its lasting place. ``print`` is the fingerprint of its exact value."""

    place: str
    label: str
    words: str
    print: str


class Reply(StrEnum):
    """What somebody who was asked may say."""

    AGREE = "agree"
    AGREE_WITH_WORDS = "agree_with_words"
    CANNOT_AGREE = "cannot_agree"
    NOT_APPLICABLE = "not_applicable"


class State(StrEnum):
    """Where a request stands."""

    WAITING = "waiting"
    AGREED = "agreed"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_AGREE = "cannot_agree"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to answer."""
        return self in {State.WAITING, State.LAPSED}


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody was asked, or asked again."""


@dataclass(frozen=True, slots=True)
class HandedOn:
    """Somebody else has it now, by name. An answer the one before gave stands with their name."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An explicit answer to exact words: the passages as they stood when it was given."""

    reply: Reply
    covered: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Whoever asked needs no answer any more."""


Event = Asked | HandedOn | Answered | Withdrawn
_STATES = {
    Reply.AGREE: State.AGREED,
    Reply.AGREE_WITH_WORDS: State.AGREED,
    Reply.CANNOT_AGREE: State.CANNOT_AGREE,
    Reply.NOT_APPLICABLE: State.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage that is not what it was: its words before and after, empty where it was not there."""

    place: str
    label: str
    before: str
    after: str


def covered(places: Iterable[str], texts: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages that stand at or under these places, in their order. ``report`` covers ``report.reasons``."""
    wanted = tuple(places)
    return tuple(
        one for one in texts if any(one.place == place or one.place.startswith(f"{place}.") for place in wanted)
    )


def print_of(passages: Iterable[Passage]) -> str:
    """The fingerprint of some passages together: 64 digits that change when any of them does."""
    return fingerprint(sorted((one.place, one.print) for one in passages))


def state(events: Sequence[Event], now: Iterable[Passage]) -> State:
    """Where a request stands, its events in order and ``now`` the covered passages as they stand.

    Only an explicit answer to the words as they stand makes it agreed; any other words make an answer lapse.
    """
    found = State.WAITING
    for event in events:
        if isinstance(event, Withdrawn):
            found = State.WITHDRAWN
        elif isinstance(event, Asked):
            found = State.WAITING
        elif isinstance(event, Answered):
            found = _STATES[event.reply]
    if found in {State.WAITING, State.WITHDRAWN}:
        return found
    answer = last_answer(events)
    return State.LAPSED if answer is None or print_of(answer.covered) != print_of(now) else found


def last_answer(events: Iterable[Event]) -> Answered | None:
    """The last explicit answer, or None where nobody has answered."""
    found = None
    for event in events:
        found = event if isinstance(event, Answered) else found
    return found


def differences(before: Iterable[Passage], after: Iterable[Passage]) -> tuple[Difference, ...]:
    """The passages that were added, taken out or changed between two states of a text; the others are left out."""
    was, now = ({one.place: one for one in some} for some in (before, after))
    return tuple(
        _difference(place, was.get(place), now.get(place))
        for place in dict.fromkeys((*was, *now))
        if place not in was or place not in now or was[place].print != now[place].print
    )


def _difference(place: str, was: Passage | None, now: Passage | None) -> Difference:
    label = next(one.label for one in (now, was) if one is not None)
    return Difference(place, label, was.words if was else "", now.words if now else "")


def check_reply(reply: Reply, *, seen: str, now: str, words: str, standing: str, reason: str) -> None:
    """Raise a Refusal where an answer cannot stand.

    ``seen`` and ``now`` are the fingerprints of the words shown and the words as they are; ``words`` what stands in
    the box, ``standing`` what stood in it when it was shown. Not applicable needs a reason (G-Q1), so does no.
    """
    if seen != now:
        raise Refusal("The words have changed since you opened this page.", next_step="Look at what changed.")
    if reply is Reply.AGREE and words.strip() != standing.strip():
        raise Refusal("You have changed the words.", next_step="Choose “Agree with my words”, or put them back.")
    if reply is Reply.AGREE_WITH_WORDS and not words.strip():
        raise Refusal("The box is empty.", next_step="Write the words you agree with.")
    if reply is Reply.CANNOT_AGREE and not reason.strip():
        raise Refusal("There is no reason.", next_step="Say why you cannot agree.")
    if reply is Reply.NOT_APPLICABLE and not reason.strip():
        raise Refusal("Not applicable needs a reason.", next_step="Say why; your name stands with it.", rule=NONE_RULE)


def check_own_words(signer: str, writers: Mapping[str, str], *, is_allowed: bool) -> None:
    """Raise a Refusal where somebody would certify words that they wrote, and nobody else has allowed it.

    ``writers`` gives, by the label of each passage, who wrote it as it stands. The bar is good practice (G-O1): the
    law's own bars are about who may hold which office.
    """
    own = [label for label, writer in writers.items() if writer == signer]
    if own and not is_allowed:
        raise Refusal(
            f"You cannot sign this off. You wrote {_some(own)}, and nobody certifies their own words.",
            next_step="The monitoring officer or the chief executive may allow it with a reason, or hand it on.",
            rule=RULE,
        )


def _some(labels: Sequence[str]) -> str:
    named = ", ".join(f"“{label}”" for label in labels[:3])
    return named if len(labels) <= 3 else f"{named} and {len(labels) - 3} more"
