"""A plan as a narrative: numbered paragraphs through the whole of it, theme by theme."""

from __future__ import annotations

from dataclasses import replace

from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.plan_further import further
from moothall.documents.layouts.plan_parts import (
    Count,
    ThemePart,
    answer_blocks,
    barrier_blocks,
    commitment_blocks,
    is_said,
    measures_table,
    milestones_table,
    not_here,
    theme_parts,
)
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    Span,
    Table,
    words,
)
from moothall.domain.plans import Answer, AnswerStatus, Plan
from moothall.domain.rounds import Question, Round

ELSEWHERE = (AnswerStatus.ELSEWHERE, AnswerStatus.NOT_ANSWERED)


def compose(
    plan: Plan, round_: Round, *, colour: str = BENCH_GREEN, decided: str = "", with_explanations: bool = True
) -> Document:
    """The plan in one running text. ``decided`` is a sentence under the title on who agreed it and when.

    Questions answered elsewhere or declined are explained at the end, so that the text itself reads on.
    """
    count = Count()
    blocks: list[Block] = count.number(paragraphs(plan.introduction))
    blocks += body(plan, round_, count, with_explanations=with_explanations)
    return replace(cover(plan, round_, colour=colour, decided=decided), blocks=tuple(blocks))


def body(
    plan: Plan,
    round_: Round,
    count: Count,
    leave_out: frozenset[str] = frozenset(),
    *,
    with_explanations: bool = True,
) -> list[Block]:
    """The plan theme by theme and what it holds further, after its introduction. ``leave_out`` stands elsewhere."""
    blocks: list[Block] = []
    parts = theme_parts(plan, round_)
    for part in parts:
        blocks += _theme(part, count)
    blocks += further(plan, count, leave_out)
    if with_explanations:
        blocks += _explanations(parts, count)
    return blocks


def cover(plan: Plan, round_: Round, *, colour: str = BENCH_GREEN, decided: str = "") -> Document:
    """The document of a plan with nothing in it yet: whose it is, its title and who agreed it."""
    return Document(
        title=plan.title.strip() or round_.title,
        blocks=(),
        owner=plan.authority_name,
        subtitles=tuple(line for line in (decided,) if line),
        foot=". ".join(part for part in (plan.authority_name.strip(), plan.title.strip()) if part),
        summary=f"{plan.authority_name}: {round_.title}",
        colour=colour,
    )


def _theme(part: ThemePart, count: Count) -> list[Block]:
    blocks: list[Block] = []
    for question, answer in part.answers:
        if is_said(answer):
            blocks += [Heading(question.title, level=3)] if question.title else []
            # Where it also points elsewhere, the explanations at the end say so; here the text alone stands.
            blocks += count.number(_own_words(answer))
    if part.commitments:
        blocks.append(Heading("What we do", level=3))
        for one in part.commitments:
            blocks += count.number(commitment_blocks(one))
    for table, name in (
        (milestones_table(part.commitments), "Milestones"),
        (measures_table(part.measures), "Measures"),
    ):
        blocks += _titled(table, name)
    for barrier in part.barriers:
        blocks += count.number(barrier_blocks(barrier))
    return [Heading(part.title), *blocks] if blocks else []


def _own_words(answer: Answer) -> tuple[Paragraph | Items, ...]:
    return answer_blocks(Answer(answer.question, AnswerStatus.ANSWERED, answer.text))


def _titled(table: Table | None, name: str) -> list[Block]:
    return [] if table is None else [Heading(name, level=3), table]


def _explanations(parts: tuple[ThemePart, ...], count: Count) -> list[Block]:
    pairs = [(question, answer) for part in parts for question, answer in part.answers if answer.status in ELSEWHERE]
    if not pairs:
        return []
    blocks: list[Block] = []
    for question, answer in pairs:
        blocks += count.number(_explained(question, answer))
    return [Heading("Questions not answered here"), *blocks]


def _explained(question: Question, answer: Answer) -> tuple[Paragraph | Items, ...]:
    said = not_here(answer)
    name = (question.title or question.text or question.id).strip()
    opening = (Span(name if name.endswith((".", "?")) else f"{name}.", bold=True), Span(" "))
    if isinstance(said[0], Paragraph):
        return (Paragraph((*opening, *said[0].words)), *said[1:])
    return (Paragraph((*opening, *words(""))), *said)
