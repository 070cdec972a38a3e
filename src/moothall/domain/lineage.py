"""The texts of a plan from what members considered to what stands on the page, and what each change rests on.

The texts themselves and their differences are computed from what is recorded; only the authorities are said by people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

from moothall.domain.days import in_words
from moothall.domain.plans import Plan
from moothall.domain.publications import Moment
from moothall.domain.text_differences import Difference, differences

_TOLD = {
    Moment.CONSIDERED: "the text {by} considered",
    Moment.RESOLVED: "the text {by} resolved on",
    Moment.FINALISED: "the text as {by} finished it",
    Moment.PUBLISHED: "the text published on {on}",
    Moment.SENT: "the text that was sent",
}


class Ground(StrEnum):
    """What a change of the text rests on."""

    MEETING = "meeting"
    DELEGATION = "delegation"
    CORRECTION = "correction"

    @property
    def label(self) -> str:
        """The ground in words, as it stands in a list."""
        return {
            "meeting": "Amended at the meeting",
            "delegation": "Under a delegation",
            "correction": "Correction",
        }[self.value]


class CorrectionKind(StrEnum):
    """What a correction put right. None of them changes what the council says it will do."""

    SPELLING = "spelling"
    NAME = "name"
    FIGURE = "figure"
    REFERENCE = "reference"
    LAYOUT = "layout"

    @property
    def label(self) -> str:
        """The kind in words."""
        return {
            "spelling": "spelling or grammar",
            "name": "a name or title",
            "figure": "a figure, as its source has it",
            "reference": "a link or reference",
            "layout": "how it is set out",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Text:
    """The plan as it stood at one moment of the line.

    ``by`` is the body or the person, ``version`` the kept version that holds these words (None where none does) and
    ``name`` what that version is called. ``finished`` is the delegation under which the whole text was finished, where
    it was: every change of it that has no authority of its own rests on that.
    """

    moment: Moment
    plan: Plan
    fingerprint: str
    on: date
    by: str
    version: int | None = None
    name: str = ""
    finished: Account | None = None

    @property
    def told(self) -> str:
        """The text as it stands in a sentence: the text Cabinet considered."""
        if self.moment is Moment.FINALISED and self.finished is None:
            return f"the text that {self.by} kept"
        return _TOLD[self.moment].format(by=self.by, on=in_words(self.on))


@dataclass(frozen=True, slots=True)
class Reported:
    """That members were told of a change made for them: whom, on which day and how, and who recorded it."""

    to: str
    on: date
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class Account:
    """The authority that somebody gave for one or more differences (``marks``), and who confirmed it.

    ``limb`` and ``minute`` are the words it rests on; ``within`` says why it keeps to the delegation's condition.
    It counts once a second person confirmed it.
    """

    id: int
    ground: Ground
    marks: tuple[str, ...]
    made_by: str
    made_on: date
    words: str
    said_by: str
    said_at: datetime
    body: str = ""
    decided_on: date | None = None
    limb: str = ""
    minute: str = ""
    within: str = ""
    correction: CorrectionKind | None = None
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
    confirmed_words: str = ""
    reported: tuple[Reported, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Whether a second person confirmed it."""
        return self.confirmed_at is not None

    @property
    def sentence(self) -> str:
        """Who changed it, when, and under what."""
        if self.ground is Ground.CORRECTION:
            kind = f" ({self.correction.label})" if self.correction else ""
            return f"Corrected by {self.made_by} on {in_words(self.made_on)}{kind}."
        limb = f"limb {self.limb.split(' ', 1)[0]} of " if self.limb else ""
        decided = f"of {in_words(self.decided_on)}" if self.decided_on else ""
        if self.ground is Ground.MEETING:
            rests = f", by {limb}its decision" if limb else ""
            return f"Amended by {self.body} at its meeting on {in_words(self.made_on)}{rests}."
        return f"Made by {self.made_by} on {in_words(self.made_on)} under {limb}the decision of {self.body} {decided}."


@dataclass(frozen=True, slots=True)
class Placed:
    """A difference with the authority given for it.

    ``is_before`` where it was made before members decided, and ``decided_by`` the body that then decided on it.
    """

    difference: Difference
    accounts: tuple[Account, ...] = ()
    is_before: bool = False
    decided_by: str = ""

    @property
    def is_accounted(self) -> bool:
        """Whether an authority is on record for it, confirmed; before members decide none is needed."""
        return self.is_before or (bool(self.accounts) and all(one.is_confirmed for one in self.accounts))

    @property
    def is_waiting(self) -> bool:
        """Whether an authority was given and nobody has confirmed it."""
        return not self.is_accounted and bool(self.accounts)

    @property
    def is_flagged(self) -> bool:
        """Whether nobody can say yet under what authority it was made."""
        return not self.is_accounted and not self.accounts


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one text on the way to another, difference by difference."""

    earlier: Text
    later: Text
    placed: tuple[Placed, ...]

    @property
    def open(self) -> tuple[Placed, ...]:
        """The differences without an authority that counts."""
        return tuple(one for one in self.placed if not one.is_accounted)

    @property
    def sentence(self) -> str:
        """How far the two differ, and whether each difference has its authority."""
        if not self.placed:
            return "The same, word for word."
        count = len(self.placed)
        places = "1 place" if count == 1 else f"{count} places"
        if not self.open:
            each = "it" if count == 1 else "each"
            return f"They differ in {places}, and an authority is on record for {each}."
        return f"They differ in {places}. For {len(self.open)} no authority is on record that counts."


@dataclass(frozen=True, slots=True)
class Line:
    """Every text in order, and the changes between neighbours: one fewer than there are texts."""

    texts: tuple[Text, ...]
    changes: tuple[Change, ...]

    @property
    def open(self) -> tuple[Placed, ...]:
        """Every difference of the line without an authority that counts."""
        return tuple(one for change in self.changes for one in change.open)

    def at(self, moment: Moment) -> int | None:
        """The place of the last text of this moment, or None."""
        return max((place for place, one in enumerate(self.texts) if one.moment is moment), default=None)

    def flagged(self, mark: str) -> Difference | None:
        """The difference with this mark that has no authority at all yet, or None."""
        found = (one.difference for change in self.changes for one in change.placed if one.is_flagged)
        return next((one for one in found if one.mark == mark), None)


def line(texts: Sequence[Text], accounts: Iterable[Account], titles: Mapping[str, str] | None = None) -> Line:
    """The texts with every difference between neighbours, each with its authority.

    An authority holds for the first change it fits and for no later one: words that were taken back and put in again
    need it anew. What stood in the text that the deciding body had before it needs none: members decided on it.
    """
    left = {(account.id, mark): account for account in accounts for mark in account.marks}
    resolved = next((place for place, one in enumerate(texts) if one.moment is Moment.RESOLVED), None)
    changes = []
    for earlier, later in pairwise(texts):
        found = differences(earlier.plan, later.plan, titles)
        if later.moment is Moment.CONSIDERED:
            by = texts[resolved].by if resolved is not None else ""
            placed = tuple(Placed(one, is_before=True, decided_by=by) for one in found)
        else:
            whole = (later.finished,) if later.finished else ()
            placed = tuple(Placed(one, _taken(left, one.mark) or whole) for one in found)
        changes.append(Change(earlier, later, placed))
    return Line(tuple(texts), tuple(changes))


def _taken(left: dict[tuple[int, str], Account], mark: str) -> tuple[Account, ...]:
    """The authority given for a difference, which is then used up for it."""
    key = next((key for key in left if key[1] == mark), None)
    return (left.pop(key),) if key is not None else ()


def between(whole: Line, earlier: int, later: int, titles: Mapping[str, str] | None = None) -> Change:
    """Any two texts of the line compared, by their places, each difference with what was given for it on the way.

    A difference is accounted for where every change on the way that touched its place is.
    """
    low, high = sorted((earlier, later))
    way = [one for change in whole.changes[low:high] for one in change.placed]
    found = []
    for one in differences(whole.texts[low].plan, whole.texts[high].plan, titles):
        exact = [each for each in way if each.difference.mark == one.mark]
        steps = exact or [each for each in way if _touches(each.difference.key, one.key)]
        accounts = tuple({account.id: account for each in steps for account in each.accounts}.values())
        if any(each.is_flagged for each in steps):
            accounts = ()  # a part of the way has no authority, so the whole of it has none
        is_before = bool(steps) and all(each.is_before for each in steps)
        decided_by = next((each.decided_by for each in steps), "") if is_before else ""
        found.append(Placed(one, accounts, is_before, decided_by))
    return Change(whole.texts[low], whole.texts[high], tuple(found))


def _touches(one: str, other: str) -> bool:
    """Whether two keys name one place, or one of them a part of the other."""
    first, second = (key.partition("#")[0] for key in (one, other))
    return first == second or first.startswith(f"{second}.") or second.startswith(f"{first}.")
