"""What the round asks for beside its questions, and by what each is shown: yes, not evident, or as a person judged it.

There is no sum of it: each requirement has its own answer, and what shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.decisions import ENDORSING, Limb
from moothall.domain.refusals import Refusal
from moothall.domain.rounds import Requirement, RequirementKind


class Asks(StrEnum):
    """What a requirement is about, as far as something on record can show it."""

    OVERSIGHT = "oversight"
    ENDORSEMENT = "endorsement"
    PUBLICATION = "publication"
    RETURN = "return"
    MEASURES = "measures"
    OTHER = "other"


_WORDS = (
    (Asks.ENDORSEMENT, r"\bendors"),
    (Asks.OVERSIGHT, r"\bovers(?:ight|ee|een)\b"),
    (Asks.PUBLICATION, r"\bpublish|\bwebsite\b"),
    (Asks.RETURN, r"\b(?:return|reach|sent|submit)"),
    (Asks.MEASURES, r"\bmeasures?\b|\bmetrics?\b|\bindicators?\b"),
)


def asks(one: Requirement) -> tuple[Asks, ...]:
    """What a requirement is about: by its kind, or by its name or words where it has none; it may be two things."""
    name = one.id if one.kind is RequirementKind.OTHER else one.kind.value
    if name in set(Asks):
        named = Asks(name)
        both = named is Asks.ENDORSEMENT and re.search(_WORDS[1][1], one.text, re.IGNORECASE)
        return (Asks.OVERSIGHT, Asks.ENDORSEMENT) if both else (named,)
    if one.kind is not RequirementKind.OTHER:
        return (Asks.OTHER,)
    found = tuple(what for what, words in _WORDS if re.search(words, one.text, re.IGNORECASE))
    return found[:1] or (Asks.OTHER,)


class Answer(StrEnum):
    """How a requirement stands."""

    YES = "yes"
    NOT_EVIDENT = "not_evident"
    NOT_YET = "not_yet"
    A_PERSON_SAYS = "a_person_says"

    @property
    def words(self) -> str:
        """The answer as it follows what is asked for."""
        return {
            Answer.YES: "yes",
            Answer.NOT_EVIDENT: "not evident",
            Answer.NOT_YET: "not yet",
            Answer.A_PERSON_SAYS: "nothing on record says it by itself",
        }[self]


@dataclass(frozen=True, slots=True)
class DecisionSeen:
    """A decision as the report looks at it. ``key`` finds its page.

    ``endorses`` is False where its words cannot be the council's endorsement: another body's advice, an officer's
    decision, a refusal. ``oversees`` is False where no members had the plan before them.
    """

    key: int
    body: str
    decided_on: date
    limbs: tuple[Limb, ...]
    minute: str
    endorses: bool = True
    oversees: bool = True
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """Something else that was done and shows a requirement: what, as a sentence, on which day, and where it is seen."""

    asks: Asks
    sentence: str
    on: date
    page: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows a requirement: a sentence; the decision and the letter of its limb, or the page of something else."""

    sentence: str
    decision: int | None = None
    limb: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's judgement that something on record was meant as what is asked for, kept with the reason and the name.

    ``asks`` is what of the requirement is judged; ``limb`` the letter of the limb that was meant so.
    """

    requirement: str
    asks: Asks
    decision: int
    body: str
    limb: str
    reason: str
    by_name: str
    by_post: str
    on: date
    key: int = 0

    @property
    def sentence(self) -> str:
        """The judgement as it is shown wherever it is used."""
        who = f"{self.by_name}, {self.by_post}," if self.by_post else self.by_name
        reason = self.reason.strip().rstrip(".")
        return (
            f"{who} judged on {in_words(self.on)} that limb {self.limb} of what {self.body} resolved was meant as"
            f" {self.asks.value}: {reason}."
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a requirement asks for, with its answer and what shows it."""

    asks: Asks
    answer: Answer
    shown: tuple[Shown, ...] = ()
    judged: Judged | None = None

    @property
    def sentence(self) -> str:
        """The answer in a few words: Endorsement: not evident."""
        if self.asks is Asks.OTHER:
            return "Nothing on record says it by itself: a person says whether it is so."
        return f"{self.asks.value.capitalize()}: {self.answer.words}."


@dataclass(frozen=True, slots=True)
class RequirementShown:
    """A requirement of the round with what it asks for, part by part."""

    requirement: Requirement
    parts: tuple[Part, ...]


def report(
    requirements: Iterable[Requirement],
    *,
    decisions: Sequence[DecisionSeen] = (),
    done: Sequence[Done] = (),
    judged: Sequence[Judged] = (),
) -> tuple[RequirementShown, ...]:
    """Each requirement of a round, by what it is shown, and who judged what. *Note* shows oversight, not endorsement.

    A decision that was undone after a call-in shows nothing. A judgement never turns an answer into yes: both stand.
    """
    stand = [one for one in decisions if not one.is_undone]
    return tuple(
        RequirementShown(one, tuple(_part(one, what, stand, done, judged) for what in asks(one)))
        for one in requirements
    )


def _part(
    one: Requirement, what: Asks, decisions: Sequence[DecisionSeen], done: Sequence[Done], judged: Sequence[Judged]
) -> Part:
    mine = next((each for each in judged if each.requirement == one.id and each.asks is what), None)
    if what is Asks.OTHER:
        return Part(what, Answer.A_PERSON_SAYS, judged=mine)
    if what in (Asks.OVERSIGHT, Asks.ENDORSEMENT):
        shown = tuple(_limbs(decisions, what))
        if shown or decisions:
            return Part(what, Answer.YES if shown else Answer.NOT_EVIDENT, shown, None if shown else mine)
        return Part(what, Answer.NOT_YET)
    found = tuple(Shown(each.sentence, page=each.page) for each in done if each.asks is what)
    return Part(what, Answer.YES if found else Answer.NOT_YET, found)


def _limbs(decisions: Sequence[DecisionSeen], what: Asks) -> Iterable[Shown]:
    for one in decisions:
        for place, limb in enumerate(one.limbs):
            if what is Asks.ENDORSEMENT and (limb.verb not in ENDORSING or not one.endorses):
                continue
            if what is Asks.OVERSIGHT and not one.oversees:
                continue
            letter = f"({chr(ord('a') + place)})"
            about = f" {limb.object.strip()}" if limb.object.strip() else ""
            says = f"{one.body}, {in_words(one.decided_on)}, limb {letter}: {limb.verb.value}{about}."
            yield Shown(says, one.key, letter)


def line(found: Iterable[RequirementShown]) -> str:
    """Oversight and endorsement in one line: Oversight: yes. Endorsement: not evident. Empty where neither is asked."""
    parts = {part.asks: part for one in found for part in one.parts}
    return " ".join(parts[what].sentence for what in (Asks.OVERSIGHT, Asks.ENDORSEMENT) if what in parts)


def judgements(found: Iterable[RequirementShown]) -> tuple[Judged, ...]:
    """The judgements that are used, each once, in order."""
    return tuple(dict.fromkeys(part.judged for one in found for part in one.parts if part.judged))


def check_judgement(found: Iterable[RequirementShown], *, requirement: str, what: Asks, reason: str) -> None:
    """Raise a Refusal unless this can be judged: it is asked for, something is decided, and it is not evident."""
    part = next(
        (each for one in found if one.requirement.id == requirement for each in one.parts if each.asks is what), None
    )
    if part is None or what not in (Asks.OVERSIGHT, Asks.ENDORSEMENT):
        raise Refusal("This requirement is not one that is judged.", next_step="Choose one that is not evident.")
    if part.answer is Answer.YES:
        raise Refusal("What members resolved shows it already.", next_step="No judgement is needed.")
    if part.answer is Answer.NOT_YET:
        raise Refusal("Nothing is decided yet that could be meant so.", next_step="Record the decision first.")
    if not reason.strip():
        raise Refusal(
            "There is no reason.", next_step="Say what shows that members meant it so: minutes, debate, report."
        )
