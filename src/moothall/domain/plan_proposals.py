"""What a plan that was read would be in the bank: answers, commitments, measures and barriers for a person to confirm.

Nothing here is kept by itself. Each proposal rests on the statements it was made from, so that they can be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from moothall.domain.plans import Answer, AnswerStatus, Barrier, Commitment, Direction, Measure, Milestone
from moothall.domain.rounds import Round
from moothall.domain.statements import (
    AskFound,
    BarrierFound,
    CommitmentFound,
    Content,
    Level,
    MeasureFound,
    MilestoneFound,
    NonAnswerFound,
    SectionFound,
    Statement,
    StatementKind,
)

T = TypeVar("T")
_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Proposed(Generic[T]):
    """A value for the bank, the statements it rests on, and what a person should look at first."""

    value: T
    rests_on: tuple[Statement, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a plan stands to one question: "question", "theme", "plan", "elsewhere", "not_answered", or None.

    "theme" and "plan" say only that a part speaks to the question's theme or to the whole; nobody has judged whether
    the question is met. ``rests_on`` is the statement that shows it.
    """

    question: str
    how: str | None
    rests_on: Statement | None


@dataclass(frozen=True, slots=True)
class PlanProposal:
    """All that is proposed from one plan. ``left_over`` are statements of the council that no proposal holds."""

    answers: tuple[Proposed[Answer], ...]
    commitments: tuple[Proposed[Commitment], ...]
    measures: tuple[Proposed[Measure], ...]
    barriers: tuple[Proposed[Barrier], ...]
    left_over: tuple[Statement, ...]


def plan_from(content: Content, of_round: Round) -> PlanProposal:
    """What the council's own statements propose for the bank, in the order of the text.

    Words of others are never proposed. A milestone needs a day: one without stays with its commitment as a remark.
    """
    ours = [one for one in content.statements if one.is_councils]
    answers = tuple(_answers(ours, of_round))
    commitments = tuple(_commitments(ours))
    measures = tuple(_measures(ours))
    barriers = tuple(_barriers(ours))
    held = {id(one) for group in (answers, commitments, measures, barriers) for each in group for one in each.rests_on}
    kinds = (StatementKind.COMMITMENT, StatementKind.MILESTONE, StatementKind.ASK, StatementKind.NON_ANSWER)
    left = tuple(one for one in ours if one.kind in kinds and id(one) not in held)
    return PlanProposal(answers, commitments, measures, barriers, left)


def standings(content: Content, of_round: Round) -> tuple[Standing, ...]:
    """For every question of the round, in its order, at which level the plan speaks to it."""
    return tuple(_standing(content, theme.key, question.id) for theme, question in of_round.questions())


def _standing(content: Content, theme: str, question: str) -> Standing:
    for one in content.of(StatementKind.NON_ANSWER):
        if one.question == question and isinstance(one.value, NonAnswerFound):
            return Standing(question, one.value.status.value, one)
    sections = [(one, one.value) for one in content.of(StatementKind.SECTION) if isinstance(one.value, SectionFound)]
    for one, value in sections:
        if question in value.questions:
            return Standing(question, "question", one)
    for one, value in sections:
        if value.theme == theme and value.level is Level.THEME:
            return Standing(question, "theme", one)
    if sections and not any(value.theme for _, value in sections):
        return Standing(question, "plan", sections[0][0])
    return Standing(question, None, None)


def _answers(ours: list[Statement], of_round: Round) -> Iterator[Proposed[Answer]]:
    for _, question in of_round.questions():
        declined = [
            one for one in ours if isinstance(one.value, NonAnswerFound) and one.question == question.id
        ]  # fmt: skip
        sections = [one for one in ours if isinstance(one.value, SectionFound) and question.id in one.value.questions]
        text = "\n\n".join(one.value.text for one in sections if isinstance(one.value, SectionFound) and one.value.text)
        if declined and isinstance(value := declined[0].value, NonAnswerFound):
            remarks = ("The plan also says other things under this question.",) if len(text) > 600 else ()
            answer = Answer(question.id, value.status, "", value.where or "", value.reason or "")
            yield Proposed(answer, (declined[0], *sections), (*declined[0].remarks, *remarks))
        elif text:
            shared = any(isinstance(one.value, SectionFound) and len(one.value.questions) > 1 for one in sections)
            remarks = ("The same words are proposed for another question too.",) if shared else ()
            yield Proposed(Answer(question.id, AnswerStatus.ANSWERED, text), tuple(sections), remarks)


def _commitments(ours: list[Statement]) -> Iterator[Proposed[Commitment]]:
    milestones = [one for one in ours if isinstance(one.value, MilestoneFound)]
    found = [one for one in ours if isinstance(one.value, CommitmentFound)]
    for number, one in enumerate(found, 1):
        value = one.value
        assert isinstance(value, CommitmentFound)
        key = f"C{number}"
        due = [each for each in milestones if each.where == one.where and isinstance(each.value, MilestoneFound)]
        steps: list[Milestone] = []
        remarks = list(one.remarks)
        for each in due:
            assert isinstance(each.value, MilestoneFound)
            on = each.value.due.last_on or each.value.due.first_on
            if on is None:
                remarks.append(f"“{each.value.due.written}” is no day: give the milestone its date.")
            else:
                steps.append(Milestone(f"{key}.{len(steps) + 1}", title(value.text), on))
        if one.theme is None:
            remarks.append("It stands under no theme: choose one.")
        kept = Commitment(key, one.theme or "", title(value.text), value.text, value.status, tuple(steps))
        yield Proposed(kept, (one, *due), tuple(dict.fromkeys(remarks)))


def _measures(ours: list[Statement]) -> Iterator[Proposed[Measure]]:
    found = [one for one in ours if isinstance(one.value, MeasureFound)]
    for number, one in enumerate(found, 1):
        value = one.value
        assert isinstance(value, MeasureFound)
        missing = [name for name, part in (("unit", value.unit), ("direction", value.direction)) if part is None]
        remarks = (f"The plan does not say its {' or '.join(missing)}.",) if missing else ()
        kept = Measure(
            f"M{number}", one.theme or "", title(value.title), value.unit or "", value.direction or Direction.CONTEXT,
            value.source or "", value.baseline or "", value.baseline_period or "", value.target or "",
        )  # fmt: skip
        yield Proposed(kept, (one,), (*one.remarks, *remarks))


def _barriers(ours: list[Statement]) -> Iterator[Proposed[Barrier]]:
    """Each barrier with the asks that stand after it and before the next; an ask alone makes one with no obstacle."""
    rows = [one for one in ours if isinstance(one.value, BarrierFound | AskFound)]
    groups: list[list[Statement]] = []
    for one in rows:
        opens = isinstance(one.value, BarrierFound) or not groups or _far(groups[-1][-1], one)
        groups.append([one]) if opens else groups[-1].append(one)
    for number, group in enumerate(groups, 1):
        texts = [one.value.text for one in group if isinstance(one.value, BarrierFound)]
        asks = [one.value.text for one in group if isinstance(one.value, AskFound)]
        remarks = [] if texts else ["The plan asks here without naming the obstacle."]
        if texts and not asks:
            remarks.append("The plan names the obstacle and asks nothing beside it.")
        kept = Barrier(f"B{number}", title((texts or asks)[0]), " ".join(texts), " ".join(asks))
        yield Proposed(kept, tuple(group), tuple(remarks))


def _far(before: Statement, one: Statement) -> bool:
    """Whether an ask stands in another part than what comes before it, or far from it."""
    if before.where.page != one.where.page:
        return one.where.start > 400
    return one.where.start - before.where.end > 400


def title(words: str) -> str:
    """The first words of a text, cut at a clause or else at a word, without the mark at its end."""
    plain = " ".join(words.split()).rstrip(" .;:,")
    if len(plain) <= _LONGEST_TITLE:
        return plain
    clause = re.match(rf".{{25,{_LONGEST_TITLE}}}?(?=[,;:(]|\s[–—-]\s)", plain)
    cut = clause.group() if clause else plain[:_LONGEST_TITLE].rsplit(" ", 1)[0]
    return cut.rstrip(" .;:,")
