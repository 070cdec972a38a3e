"""What statements of a plan that was read would add to the bank, beside what stands there. Nothing is ever overwritten.

What is there already is not added again, other words are left as they are, and what a rule of the bank still wants is
held back with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from moothall.domain.facts import Locator
from moothall.domain.fingerprints import fingerprint
from moothall.domain.plan_proposals import PlanProposal, Proposed
from moothall.domain.plans import Answer, AnswerStatus, Barrier, Commitment, Measure, Milestone, Plan
from moothall.domain.statements import MeasureFound, Statement, StatementKind

Item: TypeAlias = Answer | Commitment | Milestone | Measure | Barrier
Mark: TypeAlias = tuple[StatementKind, Locator]
"""A statement by its kind and its place."""

_LONGEST: dict[str, tuple[str, int]] = {
    "unit": ("unit", 120),
    "source": ("source", 300),
    "baseline": ("starting value", 60),
    "baseline_period": ("starting period", 60),
    "target": ("target", 120),
    "where": ("place", 400),
}


class How(StrEnum):
    """What would become of it: added, there already, left because other words stand there, or held back."""

    NEW = "new"
    THERE = "there"
    OTHER_WORDS = "other_words"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Addition:
    """One thing for the bank. ``key`` changes whenever the thing does, so that only what was shown is ever added.

    ``beside`` is what stands in the bank already, ``why`` the reason it is held back or left, ``under`` the lasting key
    of the commitment a single milestone belongs to.
    """

    kind: str
    key: str
    value: Item
    rests_on: tuple[Statement, ...]
    how: How = How.NEW
    beside: Item | None = None
    why: str = ""
    under: str = ""
    remarks: tuple[str, ...] = ()


def additions(
    proposal: PlanProposal, plan: Plan | None, *, put_in: Mapping[Mark, str], document: str
) -> tuple[Addition, ...]:
    """Everything the proposal holds with what would become of it: answers, commitments, milestones, measures, barriers.

    ``put_in`` gives, for statements that were put into the bank before, the key they got there; ``document`` is named
    as the source of a measure that names none.
    """
    found = [
        *(_answer(one, plan) for one in proposal.answers),
        *_commitments(proposal.commitments, plan, put_in),
        *_listed("measure", [_sourced(one, document) for one in proposal.measures], plan, put_in),
        *_listed("barrier", proposal.barriers, plan, put_in),
    ]
    return tuple(found)


def _answer(one: Proposed[Answer], plan: Plan | None) -> Addition:
    value = one.value
    new = Addition("answer", _key("answer", value), value, one.rests_on, remarks=one.remarks)
    stands = next((each for each in plan.answers if each.question == value.question), None) if plan else None
    if stands is not None and any((stands.text.strip(), stands.where.strip(), stands.reason.strip())):
        if all(_plain(getattr(stands, name)) == _plain(getattr(value, name)) for name in ("text", "where", "reason")):
            return replace(new, how=How.THERE, beside=stands)
        why = "Somebody has answered this question in other words. They stay."
        return replace(new, how=How.OTHER_WORDS, beside=stands, why=why)
    if not value.is_settled:
        wants = {
            AnswerStatus.ELSEWHERE: "The plan does not say where it is answered. Correct the statement to say it.",
            AnswerStatus.NOT_ANSWERED: "The plan gives no reason. Correct the statement to give one.",
        }
        return replace(new, how=How.HELD, why=wants.get(value.status, "It holds no words."))
    return _fitting(new)


def _commitments(
    some: tuple[Proposed[Commitment], ...], plan: Plan | None, put_in: Mapping[Mark, str]
) -> Iterator[Addition]:
    seen: list[Commitment] = []
    for one in some:
        new = _new("commitment", one)
        stands = _standing(new, plan.commitments if plan else (), put_in)
        twin = next((each for each in seen if _alike(each, one.value)), None)
        if stands is not None or _was_put(one, put_in):
            left = _beside(new, stands, one, put_in)
            yield left
            if left.how is How.THERE and isinstance(stands, Commitment):
                yield from _milestones(one, stands, put_in)
        elif twin is not None:
            yield replace(new, how=How.THERE, beside=twin, why=_TWICE)
        elif not one.value.theme:
            yield replace(new, how=How.HELD, why="It stands under no theme of the round. Move it under one.")
        else:
            seen.append(one.value)
            yield new


def _milestones(one: Proposed[Commitment], stands: Commitment, put_in: Mapping[Mark, str]) -> Iterator[Addition]:
    """The steps of a commitment that is there already which it does not have yet."""
    rests_on = tuple(each for each in one.rests_on if each.kind is StatementKind.MILESTONE)
    for step in one.value.milestones:
        has = any(_same(each.title, step.title) and each.due_on == step.due_on for each in stands.milestones)
        if not has and not any(_mark(each) in put_in for each in rests_on):
            key = _key("milestone", replace(step, key=stands.key))
            yield Addition("milestone", key, step, rests_on, under=stands.key)


def _listed(
    kind: str,
    some: tuple[Proposed[Barrier], ...] | list[Proposed[Measure]],
    plan: Plan | None,
    put_in: Mapping[Mark, str],
) -> Iterator[Addition]:
    bank: tuple[Item, ...] = () if plan is None else plan.measures if kind == "measure" else plan.barriers
    seen: list[Measure | Barrier] = []
    for one in some:
        new = _new(kind, one)
        stands = _standing(new, bank, put_in)
        twin = next((each for each in seen if _alike(each, one.value)), None)
        if stands is not None or _was_put(one, put_in):
            yield _beside(new, stands, one, put_in)
        elif twin is not None:
            yield replace(new, how=How.THERE, beside=twin, why=_TWICE)
        elif why := _wanting(one):
            yield replace(new, how=How.HELD, why=why)
        else:
            seen.append(one.value)
            yield _fitting(new)


def _beside(
    new: Addition,
    stands: Item | None,
    one: Proposed[Commitment] | Proposed[Measure] | Proposed[Barrier],
    put_in: Mapping[Mark, str],
) -> Addition:
    """The addition as it is left: there already, taken out since, or there by its name and in other words."""
    if stands is None:
        return replace(new, how=How.THERE, why=_TAKEN_OUT)
    if _was_put(one, put_in) or _says_the_same(stands, one.value):
        return replace(new, how=How.THERE, beside=stands)
    return replace(
        new, how=How.OTHER_WORDS, beside=stands, why="The plan has one of this name in other words. They stay."
    )


_TAKEN_OUT = "It was put in before, and somebody has taken it out since."
_TWICE = "The plan says it twice; it is added once."


def _wanting(one: Proposed[Measure] | Proposed[Barrier]) -> str:
    """What the bank still wants of a measure before it can be followed."""
    read = one.rests_on[0].value
    if not isinstance(one.value, Measure) or not isinstance(read, MeasureFound):
        return ""
    wants = [name for name, part in (("its unit", read.unit), ("which way is better", read.direction)) if part is None]
    if wants:
        return f"The plan does not say {' or '.join(wants)}. Correct it to say so."
    return "" if one.value.theme else "It stands under no theme of the round. Move it under one."


def _fitting(new: Addition) -> Addition:
    for name, (words, most) in _LONGEST.items():
        if len(getattr(new.value, name, "")) > most:
            why = f"Its {words} is longer than {most} characters. Correct it to be shorter."
            return replace(new, how=How.HELD, why=why)
    return new


def _sourced(one: Proposed[Measure], document: str) -> Proposed[Measure]:
    if one.value.source:
        return one
    return replace(one, value=replace(one.value, source=f"{document}, page {one.rests_on[0].where.page}"[:300]))


def _new(kind: str, one: Proposed[Commitment] | Proposed[Measure] | Proposed[Barrier]) -> Addition:
    return Addition(kind, _key(kind, replace(one.value, key="")), one.value, one.rests_on, remarks=one.remarks)


def _key(kind: str, value: Item) -> str:
    if isinstance(value, Commitment):
        value = replace(value, milestones=tuple(replace(step, key="") for step in value.milestones))
    return f"{kind}-{fingerprint(value)[:16]}"


def _standing(new: Addition, bank: tuple[Item, ...], put_in: Mapping[Mark, str]) -> Item | None:
    """What stands in the bank for it: the item it became when it was put in, else one of the same words."""
    keys = {put_in[_mark(one)] for one in new.rests_on if _mark(one) in put_in}
    became = next((each for each in bank if getattr(each, "key", None) in keys), None)
    return became or next((each for each in bank if _names_it(each, new.value)), None)


def _was_put(one: Proposed[Commitment] | Proposed[Measure] | Proposed[Barrier], put_in: Mapping[Mark, str]) -> bool:
    return _mark(one.rests_on[0]) in put_in


def _alike(one: Item, other: Item) -> bool:
    """Whether two items are about the same thing: the same words, or where one has only its name, the same name."""
    first, second = (getattr(each, "text", "") for each in (one, other))
    return _same(first or getattr(one, "title", ""), second or getattr(other, "title", ""))


def _names_it(stands: Item, value: Item) -> bool:
    return _alike(stands, value) or _same(getattr(stands, "title", ""), getattr(value, "title", ""))


def _says_the_same(stands: Item, value: Item) -> bool:
    """Whether nothing is said by the one that the other does not say; the key, the steps and the code are apart."""
    names = ("text", "ask", "unit", "baseline", "baseline_period", "target")
    return all(_plain(getattr(stands, name, "")) == _plain(getattr(value, name, "")) for name in names)


def _same(one: str, other: str) -> bool:
    return bool(_plain(one)) and _plain(one) == _plain(other)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[\w%£]+", words.casefold()))


def _mark(one: Statement) -> Mark:
    return one.kind, one.where
