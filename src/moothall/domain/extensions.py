"""A later day asked of whoever called the round: what was asked, what was answered, and the day that holds.

Nothing said of it is overwritten: a correction stands in place of an earlier entry, which stays to be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal


class Kind(StrEnum):
    """What an entry says."""

    ASKED = "asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Reply(StrEnum):
    """What came of asking. That nothing came is said by a person too, and never taken for a yes."""

    GRANTED = "granted"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"


class Channel(StrEnum):
    """By which way it was asked or answered."""

    EMAIL = "email"
    LETTER = "letter"
    PORTAL = "portal"
    TELEPHONE = "telephone"
    MEETING = "meeting"

    @property
    def words(self) -> str:
        """The channel as it ends a sentence: by e-mail."""
        return _BY[self]


_BY = {
    Channel.EMAIL: "by e-mail",
    Channel.LETTER: "by letter",
    Channel.PORTAL: "through their own form",
    Channel.TELEPHONE: "by telephone",
    Channel.MEETING: "at a meeting",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was said of a later day, as somebody recorded it.

    ``on`` is the day it happened, ``who`` of whom it was asked or who answered, ``until_on`` the day that was asked for
    or granted. ``about`` is the entry that asked, where this one answers or withdraws it; ``corrects`` the entry in
    whose place this one stands, with ``reason``. ``words`` are the words as they were put, ``why`` the reason given.
    """

    pk: int
    kind: Kind
    on: date
    who: str = ""
    channel: Channel | None = None
    words: str = ""
    why: str = ""
    until_on: date | None = None
    reply: Reply | None = None
    about: int | None = None
    corrects: int | None = None
    reason: str = ""
    file_name: str = ""
    recorded_at: datetime | None = None
    recorded_by: str = ""


@dataclass(frozen=True, slots=True)
class Extension:
    """A later day that was asked for, with what stands of it: of several answers the last.

    ``earlier`` are the entries that were corrected.
    """

    asked: Entry
    answers: tuple[Entry, ...] = ()
    withdrawn: Entry | None = None
    earlier: tuple[Entry, ...] = ()

    @property
    def answer(self) -> Entry | None:
        """The answer that stands: the last of them."""
        return self.answers[-1] if self.answers else None

    @property
    def granted_to(self) -> date | None:
        """The day that was granted, where one was and the request still stands."""
        if self.withdrawn or self.answer is None or self.answer.reply is not Reply.GRANTED:
            return None
        return self.answer.until_on

    @property
    def is_open(self) -> bool:
        """Asked, and neither answered nor withdrawn."""
        return self.answer is None and self.withdrawn is None

    @property
    def sentence(self) -> str:
        """What became of it, in a sentence."""
        if self.withdrawn:
            return f"Withdrawn on {in_words(self.withdrawn.on)}."
        if self.answer is None:
            return "Not answered yet, so the earlier day holds."
        if self.answer.reply is Reply.GRANTED and self.answer.until_on:
            return f"Granted to {in_words(self.answer.until_on)}."
        if self.answer.reply is Reply.REFUSED:
            return f"Refused on {in_words(self.answer.on)}."
        return f"No answer by {in_words(self.answer.on)}, which is not a yes."


@dataclass(frozen=True, slots=True)
class Due:
    """The day by which a plan is due for one council. ``called_on`` is the day the round itself gives.

    ``by`` is the grant that moved it, None where the round's own day holds; ``waiting`` counts requests not answered.
    """

    on: date
    called_on: date
    by: Extension | None = None
    waiting: int = 0

    @property
    def is_later(self) -> bool:
        """Whether a later day was agreed with this council."""
        return self.by is not None

    @property
    def reason(self) -> str:
        """Why this day holds, in a sentence."""
        if self.by and self.by.answer:
            answer = self.by.answer
            who = f" by {answer.who}" if answer.who.strip() else ""
            return (
                f"A later day was agreed{who} on {in_words(answer.on)}; the round’s own was {in_words(self.called_on)}."
            )
        if self.waiting:
            return "A later day was asked for and is not granted, so the round’s own day holds."
        return "The day the round gives."

    @property
    def agreed(self) -> str:
        """That it is late by agreement, of whom and when, in a sentence; empty where the round's own day holds."""
        if self.by is None or self.by.answer is None:
            return ""
        answer = self.by.answer
        who = f" of {answer.who.strip()}" if answer.who.strip() else ""
        return (
            f"Late by agreement{who} on {in_words(answer.on)}: due on {in_words(self.on)} and not on"
            f" {in_words(self.called_on)}."
        )


def extensions(entries: Iterable[Entry]) -> tuple[Extension, ...]:
    """Every request for a later day with what stands of it, in the order in which they were asked."""
    kept = sorted(entries, key=lambda one: one.pk)
    replaced = {one.corrects for one in kept if one.corrects}
    standing = [one for one in kept if one.pk not in replaced]
    asked = sorted((one for one in standing if one.kind is Kind.ASKED), key=lambda one: (one.on, one.pk))
    first = _firsts(kept)
    return tuple(
        Extension(
            asked=one,
            answers=_of(standing, Kind.ANSWERED, first[one.pk], first),
            withdrawn=next(iter(_of(standing, Kind.WITHDRAWN, first[one.pk], first)), None),
            earlier=tuple(other for other in kept if other.pk in replaced and _root(other, first) == first[one.pk]),
        )
        for one in asked
    )


def _firsts(kept: Sequence[Entry]) -> dict[int, int]:
    """For each entry the one that it corrects in the end, itself where it corrects none."""
    first: dict[int, int] = {}
    for one in kept:
        first[one.pk] = first.get(one.corrects, one.corrects) if one.corrects else one.pk
    return first


def _root(one: Entry, first: dict[int, int]) -> int:
    """The asking that an entry belongs to."""
    about = one.about if one.about else one.pk
    return first.get(about, about)


def _of(standing: Sequence[Entry], kind: Kind, asked: int, first: dict[int, int]) -> tuple[Entry, ...]:
    found = (one for one in standing if one.kind is kind and _root(one, first) == asked)
    return tuple(sorted(found, key=lambda one: (one.on, first[one.pk])))


def due(called_on: date, those: Iterable[Extension]) -> Due:
    """The day that holds: the last that was granted where it is later than the round's own, else the round's own.

    A grant answered later stands in place of one answered before, even where its day is the earlier of the two.
    """
    some = tuple(those)
    granted = [one for one in some if one.granted_to and one.answer]
    last = max(granted, key=lambda one: (one.answer.on, one.answer.pk) if one.answer else (called_on, 0), default=None)
    waiting = sum(one.is_open for one in some)
    if last and last.granted_to and last.granted_to > called_on:
        return Due(last.granted_to, called_on, by=last, waiting=waiting)
    return Due(called_on, called_on, waiting=waiting)


def check_asked(*, on: date, who: str, words: str, until_on: date | None, called_on: date, today: date) -> None:
    """Raise a Refusal for a request that names nobody or has no words, of a day to come, or for no later day."""
    if not who.strip() or not words.strip():
        raise Refusal(
            "Of whom it was asked, and in which words, are both needed.", next_step="Fill in the one that is empty."
        )
    _check_past(on, today)
    if until_on is not None and until_on <= called_on:
        raise Refusal(
            f"The round’s own day is {in_words(called_on)}, so that is no later day.",
            next_step="Give the day that was asked for, or leave it empty where none was named.",
        )


def check_answered(
    *, reply: Reply, on: date, until_on: date | None, asked: Extension, called_on: date, today: date
) -> None:
    """Raise a Refusal for an answer before the question, or to come, and where a grant and its day do not go together.

    Also where the request was withdrawn.
    """
    if asked.withdrawn:
        raise Refusal("This request was withdrawn.", next_step="Record a new request where it was asked again.")
    _check_past(on, today)
    if on < asked.asked.on:
        raise Refusal(
            f"It was asked on {in_words(asked.asked.on)}, so it cannot have been answered on {in_words(on)}.",
            next_step="Correct the day of the answer, or the day it was asked.",
        )
    if reply is Reply.GRANTED and until_on is None:
        raise Refusal("A later day that was granted has a day.", next_step="Give the day until which it was granted.")
    if reply is not Reply.GRANTED and until_on is not None:
        raise Refusal(
            "A day is given, and the request is not said to be granted.",
            next_step="Choose granted, or leave the day empty.",
        )
    if until_on is not None and until_on <= called_on:
        raise Refusal(
            f"The round’s own day is {in_words(called_on)}, so what was granted is no later day.",
            next_step="Look at the answer again, and give the day it names.",
        )


def check_withdrawn(asked: Extension, *, reason: str) -> None:
    """Raise a Refusal for a request that was withdrawn before, or without a reason."""
    if asked.withdrawn:
        raise Refusal("This request was withdrawn already.", next_step="Record a new one where it was asked again.")
    check_reason(reason)


def check_reason(reason: str) -> None:
    """Raise a Refusal where what is changed or taken back says not why."""
    if not reason.strip():
        raise Refusal("What is changed here needs a reason.", next_step="Say in a sentence why.")


def _check_past(on: date, today: date) -> None:
    if on > today:
        raise Refusal(f"{in_words(on)} is still to come.", next_step="Record it once it has happened.")
