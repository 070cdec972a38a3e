"""One document, several obligations: which recommendation names which, and what of a further round is answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from moothall.domain.remarks import Remark
from moothall.domain.rounds import Question, Requirement, Round, Theme

CHECK = "obligation_without_recommendation"
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[a-z]+")
_EVERYWHERE = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to", "plan", "plans", "round", "council"})


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a plan must answer beside its own round: a further round, or the same for another subject.

    ``number`` counts in the workspace from 1; ``subject`` is empty where it is the council itself.
    """

    number: int
    round: Round
    subject: str = ""

    @property
    def label(self) -> str:
        """The obligation in words: Depot Plans, for the pension fund."""
        return f"{self.round.title}, for {self.subject}" if self.subject else self.round.title

    @property
    def words(self) -> frozenset[str]:
        """The words by which a recommendation names it: of its subject, where it has one, else of the round's title."""
        said = _WORD.findall(_IN_BRACKETS.sub(" ", self.subject or self.round.title).lower())
        return frozenset(said) - _EVERYWHERE or frozenset(said)


@dataclass(frozen=True, slots=True)
class Served:
    """Where a question or requirement of the further round is met: a part of the plan by its id or key, or words."""

    asked: str
    part: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class QuestionMet:
    """A question of the further round, with the title of the part of the plan that answers it, or why it is not."""

    theme: Theme
    question: Question
    part: str
    title: str
    words: str

    @property
    def is_settled(self) -> bool:
        """Answered by a part that the plan still holds, or declined with a reason."""
        return bool(self.title or self.words)


@dataclass(frozen=True, slots=True)
class RequirementMet:
    """A requirement of the further round, and how this plan meets it. Each is met for itself."""

    requirement: Requirement
    words: str


def questions_met(round_: Round, served: Iterable[Served], parts: Mapping[str, str]) -> tuple[QuestionMet, ...]:
    """Every question of the further round. ``parts`` are the titles of what the plan holds and answers, by id or key.

    A part of a question is met with its whole, as in the plan's own round.
    """
    said = {one.asked: one for one in served}
    found: dict[str, QuestionMet] = {}
    for theme, question in round_.questions():
        one = said.get(question.id, Served(question.id))
        above = found.get(question.under)
        part = one.part if one.part in parts else above.part if above and not one.words else ""
        found[question.id] = QuestionMet(theme, question, part, parts.get(part, ""), one.words)
    return tuple(found.values())


def requirements_met(round_: Round, served: Iterable[Served]) -> tuple[RequirementMet, ...]:
    """Every requirement of the further round with how it is met; empty words where nobody has said."""
    said = {one.asked: one.words for one in served}
    return tuple(RequirementMet(one, said.get(one.id, "")) for one in round_.requirements)


def naming(obligation: Obligation, texts: Sequence[str]) -> tuple[int, ...]:
    """The places of the texts (recommendations, or limbs in words) that name this obligation, from 0."""
    return tuple(at for at, text in enumerate(texts) if obligation.words <= set(_WORD.findall(text.lower())))


def apart(obligations: Sequence[Obligation], texts: Sequence[str]) -> dict[int, int]:
    """For each obligation the text that is its own, by number and place. One text stands for one obligation alone.

    Two returns rest on two resolutions: a recommendation that names both is given to one of them (domain.md B2, R18).
    """
    wanted = {one.number: naming(one, texts) for one in obligations}
    holders: dict[int, int] = {}
    for number in sorted(wanted, key=lambda each: (len(wanted[each]), each)):
        _place(number, wanted, holders, set())
    return {number: at for at, number in holders.items()}


def check(obligations: Sequence[Obligation], texts: Sequence[str], *, decided: bool) -> tuple[Remark, ...]:
    """A remark for each obligation that no recommendation (or no limb, where ``decided``) of its own names."""
    own = apart(obligations, texts)
    what = "resolution" if decided else "recommendation"
    return tuple(
        Remark(
            CHECK,
            f"No {what} of its own names {one.label}.",
            "R18",
            f"Put one before members for it alone, with the words “{one.subject or one.round.title}” in it.",
        )
        for one in obligations
        if one.number not in own
    )


def _place(number: int, wanted: Mapping[int, tuple[int, ...]], holders: dict[int, int], tried: set[int]) -> bool:
    for at in wanted[number]:
        if at in tried:
            continue
        tried.add(at)
        if at not in holders or _place(holders[at], wanted, holders, tried):
            holders[at] = number
            return True
    return False
