"""A text that several councils share: its sections, its editions, and what one council made of it.

A section answers a question of the round, or is one of the group's own. An edition is the whole text at one moment. A
council stands on the words it last settled; what the group changed since and what the council wrote itself are merged
three ways, and nothing changes until somebody of that council says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from moothall.domain.merging import Merge, merge
from moothall.domain.refusals import Refusal
from moothall.domain.word_changes import Paragraph, changes

OWN = "own-"
"""Begins the key of a section that answers no question: own-1."""
_SPACE = re.compile(r"\s+")


class How(StrEnum):
    """What a council did with the words of a section in an edition."""

    TAKEN = "taken"
    OWN_WORDS = "own_words"
    DECLINED = "declined"


class Answered(StrEnum):
    """What became of words that a council proposed."""

    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class BaseSection:
    """One section: ``key`` is the id of the question it answers, or begins with ``own-``. ``text`` has paragraphs."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole text as it stood at one moment, why it was made, by whom and of which council. Never changed."""

    number: int
    why: str
    made_at: datetime
    made_by: str
    council: str
    sections: tuple[BaseSection, ...]

    def words(self, key: str) -> str:
        """What a section says in this edition; empty where it has none."""
        return next((one.text for one in self.sections if one.key == key), "")


@dataclass(frozen=True, slots=True)
class BaseText:
    """A base text with all its editions, as it goes from one installation to another."""

    round: str
    name: str
    purpose: str
    editions: tuple[Edition, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What a council last did with a section: under which edition, whose words these were then, who, when, and why."""

    key: str
    how: How
    edition: int
    words: str
    by: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One section as one council has it: the base it settled on, the base of the latest edition, and its own words.

    ``settled`` is None where it never took the section. ``place`` is the key of its words in the plan, empty where none
    were put there.
    """

    key: str
    title: str
    base: str
    latest: int
    own: str
    settled: Settled | None = None
    place: str = ""

    @property
    def is_undecided(self) -> bool:
        """Whether the group changed what this council settled on, and its plan does not say the same by itself."""
        if self.settled is None:
            return False
        return not _same(self.settled.words, self.base) and not _same(self.own, self.base)

    @property
    def is_untaken(self) -> bool:
        """Whether the base has words here that this council never took."""
        return self.settled is None and bool(self.base.strip())

    @property
    def is_gone(self) -> bool:
        """Whether the group took the section out of its text after this council settled on it."""
        return self.settled is not None and not self.base.strip()

    @property
    def base_changes(self) -> tuple[Paragraph, ...]:
        """What the group changed since this council settled."""
        return changes(self.settled.words if self.settled else "", self.base)

    @property
    def own_changes(self) -> tuple[Paragraph, ...]:
        """Where this council's words differ from the base they came from. All of them, where it took none."""
        return changes(self.settled.words if self.settled else "", self.own)

    @property
    def is_own(self) -> bool:
        """Whether the council's words differ from those it settled on."""
        return self.settled is not None and not _same(self.settled.words, self.own)

    @property
    def merge(self) -> Merge:
        """Both sides' changes put together; where they touch, a person chooses."""
        was = self.settled.words if self.settled else ""
        return merge(was, self.own, self.base)

    @property
    def sentence(self) -> str:
        """Where it stands, in a sentence."""
        if self.settled is None:
            return "Not taken." if self.base.strip() else "The base text says nothing here yet."
        came = {
            How.TAKEN: f"Taken from edition {self.settled.edition}",
            How.OWN_WORDS: f"Settled on edition {self.settled.edition}, with your own words",
            How.DECLINED: f"Edition {self.settled.edition} was declined",
        }[self.settled.how]
        if self.is_undecided:
            return f"{came}. Edition {self.latest} changed it since."
        return f"{came}{', and changed by you since' if self.is_own and self.settled.how is How.TAKEN else ''}."


def standings(
    edition: Edition | None,
    settled: Mapping[str, Settled],
    own: Mapping[str, str],
    places: Mapping[str, str],
    *,
    order: Sequence[tuple[str, str]] = (),
) -> tuple[Standing, ...]:
    """Every section that the latest edition has or that this council settled on, in the order of the edition.

    ``own`` are the council's words by the section's key, ``places`` where they stand in its plan. ``order`` gives keys
    and titles for sections that the edition has no more.
    """
    sections = edition.sections if edition else ()
    titles = {**dict(order), **{one.key: one.title for one in sections}}
    keys = [one.key for one in sections] + [key for key in settled if key not in {one.key for one in sections}]
    return tuple(
        Standing(
            key=key, title=titles.get(key, key), base=edition.words(key) if edition else "",
            latest=edition.number if edition else 0, own=own.get(key, ""), settled=settled.get(key),
            place=places.get(key, ""),
        )
        for key in keys
    )  # fmt: skip


def check_edition(before: Edition | None, sections: Iterable[BaseSection], why: str) -> None:
    """Raise a Refusal for an edition without a reason or words, or that says what the last one said."""
    now = tuple(sections)
    if not why.strip():
        raise Refusal("There is no reason.", next_step="Say in a sentence what is new in this edition.")
    if not any(one.text.strip() for one in now):
        raise Refusal("The base text has no words yet.", next_step="Write a section first.")
    if before is not None and before.sections == now:
        raise Refusal(
            f"Nothing has changed since edition {before.number}.", next_step="Write, and then make an edition of it."
        )


def stands_on(settled: Iterable[Settled]) -> str:
    """The editions that a council's sections stand on, in a sentence: edition 3; edition 2 in 1 section."""
    counts: dict[int, int] = {}
    for one in settled:
        if one.how is not How.DECLINED:
            counts[one.edition] = counts.get(one.edition, 0) + 1
    if not counts:
        return "Nothing taken yet"
    return "; ".join(
        f"edition {number} in {count} section{'' if count == 1 else 's'}"
        for number, count in sorted(counts.items(), reverse=True)
    ).capitalize()


def new_editions(mine: Sequence[Edition], theirs: Sequence[Edition]) -> tuple[Edition, ...]:
    """The editions of ``theirs`` that come after ``mine``, first first.

    Raises a Refusal where the two texts part: an edition of one number that says two things, or a number left out.
    """
    known = {one.number: one for one in mine}
    for one in theirs:
        if one.number in known and known[one.number] != one:
            raise Refusal(
                f"Edition {one.number} of the file is another than edition {one.number} here.",
                next_step="Ask the group for the whole text, and bring it in as a group of its own.",
            )
    later = tuple(one for one in theirs if one.number not in known)
    numbers = sorted([*known, *(one.number for one in later)])
    if numbers != list(range(1, len(numbers) + 1)):
        raise Refusal("The file leaves out an edition.", next_step="Ask for a file with every edition in it.")
    if not later:
        raise Refusal("The file has no edition that is not here.", next_step="Nothing needs doing.")
    return tuple(sorted(later, key=lambda one: one.number))


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same to a reader: white space apart, which forms and files change by themselves."""
    return _SPACE.sub(" ", one).strip() == _SPACE.sub(" ", other).strip()
