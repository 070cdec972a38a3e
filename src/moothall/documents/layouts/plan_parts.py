"""Parts that every layout of a plan shares: what belongs under which theme, and how each kind of thing is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from moothall.documents.layouts.dates import day
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.writing.document import (
    Block,
    Cell,
    Items,
    Paragraph,
    Setting,
    Span,
    Table,
    Words,
    cell,
    words,
)
from moothall.domain.plans import (
    Answer,
    AnswerStatus,
    Barrier,
    Commitment,
    CommitmentStatus,
    Direction,
    Measure,
    Milestone,
    Plan,
)
from moothall.domain.rounds import Question, Round

STAGES = {
    CommitmentStatus.DONE: "Done",
    CommitmentStatus.UNDER_WAY: "Under way",
    CommitmentStatus.PLANNED: "Planned",
}
DIRECTIONS = {Direction.UP: "Higher is better", Direction.DOWN: "Lower is better", Direction.CONTEXT: "For context"}
_ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:)\]]")


@dataclass(frozen=True, slots=True)
class ThemePart:
    """One theme of the round with what the plan says under it. The last part may hold what no theme claims."""

    title: str
    text: str
    answers: tuple[tuple[Question, Answer], ...] = ()
    commitments: tuple[Commitment, ...] = ()
    measures: tuple[Measure, ...] = ()
    barriers: tuple[Barrier, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing at all stands under this theme."""
        return not (self.answers or self.commitments or self.measures or self.barriers)


def theme_parts(plan: Plan, round_: Round) -> tuple[ThemePart, ...]:
    """The plan by the round's themes, in the round's order. Whatever no theme claims comes last: nothing is dropped.

    Barriers stand under the round's theme of barriers, or in a part of their own where the round has none.
    """
    answers = {answer.question: answer for answer in plan.answers}
    of_barriers = round_.theme_of_barriers()
    parts = [
        ThemePart(
            title=theme.title,
            text=theme.text,
            answers=tuple((one, answers[one.id]) for one in theme.questions if one.id in answers),
            commitments=tuple(one for one in plan.commitments if one.theme == theme.key),
            measures=tuple(one for one in plan.measures if one.theme == theme.key),
            barriers=plan.barriers if theme is of_barriers else (),
        )
        for theme in round_.themes
    ]
    if plan.barriers and of_barriers is None:
        parts.append(ThemePart("What stands in the way", "", barriers=plan.barriers))
    parts.append(_unclaimed(plan, round_))
    return tuple(part for part in parts if not part.is_empty)


def _unclaimed(plan: Plan, round_: Round) -> ThemePart:
    asked = {question.id for _, question in round_.questions()}
    keys = {theme.key for theme in round_.themes}
    return ThemePart(
        title="Other points",
        text="",
        answers=tuple((Question(one.question, "", ""), one) for one in plan.answers if one.question not in asked),
        commitments=tuple(one for one in plan.commitments if one.theme not in keys),
        measures=tuple(one for one in plan.measures if one.theme not in keys),
    )


class Count:
    """Numbers paragraphs 1, 2, 3 through a whole plan, each with an anchor to link to. Notes and lists have none."""

    def __init__(self) -> None:
        self._last = 0

    def number(self, blocks: Iterable[Block]) -> list[Block]:
        """The blocks, each body paragraph with the next number on it."""
        return [self._numbered(block) for block in blocks]

    def _numbered(self, block: Block) -> Block:
        if not isinstance(block, Paragraph) or block.setting is not Setting.BODY:
            return block
        self._last += 1
        return replace(block, number=str(self._last), anchor=f"p{self._last}")


def linked(text: str) -> Words:
    """The text with the web addresses in it made into links."""
    spans: list[Span] = []
    at = 0
    for found in _ADDRESS.finditer(text):
        spans += [Span(text[at : found.start()]), Span(found.group(), link=found.group())]
        at = found.end()
    return tuple(span for span in (*spans, Span(text[at:])) if span.text)


def not_here(answer: Answer) -> tuple[Paragraph | Items, ...]:
    """What is said of a question this plan does not answer itself: where the answer is, why there is none, or neither.

    An answer counts as given whenever it has text, whatever its status.
    """
    if answer.status is AnswerStatus.ELSEWHERE and answer.where.strip():
        return (Paragraph((Span("Answered elsewhere: "), *linked(answer.where.strip()))),)
    if answer.status is AnswerStatus.NOT_ANSWERED and answer.reason.strip():
        opening, *rest = paragraphs(answer.reason)
        if isinstance(opening, Paragraph):
            return (Paragraph((Span("Not answered. "), *opening.words)), *rest)
        return (Paragraph(words("Not answered.")), opening, *rest)
    return (Paragraph(words("Not answered yet.")),)


def is_said(answer: Answer) -> bool:
    """The answer has words of its own to show."""
    return bool(answer.text.strip())


def answer_blocks(answer: Answer) -> tuple[Paragraph | Items, ...]:
    """The answer's own words, and where it points elsewhere or was declined, that too."""
    said = tuple(with_links(paragraphs(answer.text))) if is_said(answer) else ()
    settled_here = answer.status in (AnswerStatus.ANSWERED, AnswerStatus.OPEN)
    return said if said and settled_here else (*said, *not_here(answer))


def with_links(parts: Iterable[Paragraph | Items]) -> Iterator[Paragraph | Items]:
    """The paragraphs with the web addresses in them made into links."""
    for part in parts:
        if isinstance(part, Paragraph):
            part = replace(part, words=tuple(span for one in part.words for span in linked(one.text)))
        yield part


def commitment_blocks(one: Commitment) -> tuple[Paragraph | Items, ...]:
    """A commitment as a paragraph: its title in bold, its text, and how far it is."""
    said = tuple(with_links(paragraphs(one.text)))
    stage = Span(f" {STAGES[one.status]}.", quiet=True)
    title = one.title.strip()
    opening = (Span(title if title.endswith((".", "?")) else f"{title}.", bold=True), Span(" ")) if title else ()
    if said and isinstance(said[0], Paragraph):
        return (Paragraph((*opening, *said[0].words, stage)), *said[1:])
    return (Paragraph((*opening, stage)), *said)


def barrier_blocks(one: Barrier) -> tuple[Paragraph | Items, ...]:
    """A barrier: its title in bold, what stands in the way, and what is asked of government."""
    title = one.title.strip()
    opening = (Span(title if title.endswith((".", "?")) else f"{title}.", bold=True), Span(" ")) if title else ()
    said = tuple(with_links(paragraphs(one.text)))
    first: tuple[Paragraph | Items, ...]
    if said and isinstance(said[0], Paragraph):
        first = (Paragraph((*opening, *said[0].words)), *said[1:])
    else:
        first = (Paragraph(opening), *said)
    asked = with_links(paragraphs(one.ask))
    return (*first, *(_asked(part, at == 0) for at, part in enumerate(asked)))


def _asked(part: Paragraph | Items, first: bool) -> Paragraph | Items:
    if first and isinstance(part, Paragraph):
        return Paragraph((Span("What we ask of government: ", bold=True), *part.words))
    return part


def milestones_table(commitments: Iterable[Commitment]) -> Table | None:
    """Every milestone of these commitments with its day, soonest first, or None where there are none."""
    dated = [(step, one) for one in commitments for step in one.milestones]
    if not dated:
        return None
    dated.sort(key=lambda pair: (pair[0].due_on, pair[0].title))
    rows = tuple((cell(step.title), cell(one.title), cell(day(step.due_on))) for step, one in dated)
    header = ("Milestone", "Part of", "Due")
    return Table(rows, header=header, widths=(40, 36, 24), caption="Milestones")


def measures_table(measures: Iterable[Measure]) -> Table | None:
    """The measures with where they started, where they are meant to go and where they are reported, or None."""
    rows = tuple(_measure_row(one) for one in measures)
    if not rows:
        return None
    header = ("Measure", "Started from", "Our target", "Reported in")
    return Table(rows, header=header, widths=(34, 20, 22, 24), caption="Measures")


def _measure_row(one: Measure) -> tuple[Cell, ...]:
    started = " in ".join(part for part in (one.baseline.strip(), one.baseline_period.strip()) if part)
    aim = Paragraph((Span(DIRECTIONS[one.direction], quiet=True),))
    return (
        (Paragraph(words(one.title)), Paragraph(words(one.unit, quiet=True))),
        cell(started or "Not stated"),
        (
            *cell(" by ".join(part for part in (one.target.strip(), one.target_period.strip()) if part) or "None set"),
            aim,
        ),
        cell(one.source),
    )


def milestones_in_words(steps: Iterable[Milestone]) -> Cell:
    """Milestones as lines of a table cell: "31 March 2025: three offices in one"."""
    return tuple(Paragraph(words(f"{day(step.due_on)}: {step.title}")) for step in steps)
