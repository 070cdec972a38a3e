"""A plan question by question: each question as it was asked, and what became of it."""

from __future__ import annotations

from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.plan_further import further
from moothall.documents.layouts.plan_parts import (
    Count,
    ThemePart,
    answer_blocks,
    barrier_blocks,
    commitment_blocks,
    measures_table,
    milestones_table,
    theme_parts,
)
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Document,
    Heading,
    Paragraph,
    Setting,
    words,
)
from moothall.domain.plans import Plan
from moothall.domain.rounds import Round

RECONSTRUCTED = "The questions below are given in a reconstructed wording. The letter that asked them has its own."


def compose(plan: Plan, round_: Round, *, colour: str = BENCH_GREEN, decided: str = "") -> Document:
    """The plan under the questions of the round, numbered theme by theme; every question in the plan is shown.

    Where the wording of any question is a reconstruction, a note before the first of them says so.
    """
    count = Count()
    blocks: list[Block] = count.number(paragraphs(plan.introduction))
    if any(question.confidence for _, question in round_.questions()):
        blocks.append(Paragraph(words(RECONSTRUCTED), setting=Setting.NOTE))
    for place, part in enumerate(theme_parts(plan, round_), start=1):
        blocks += _theme(part, place, count)
    blocks += further(plan, count)
    return Document(
        title=plan.title.strip() or round_.title,
        blocks=tuple(blocks),
        owner=plan.authority_name,
        subtitles=tuple(line for line in (decided,) if line),
        foot=". ".join(part for part in (plan.authority_name.strip(), plan.title.strip()) if part),
        summary=f"{plan.authority_name}: {round_.title}, question by question",
        colour=colour,
    )


def _theme(part: ThemePart, place: int, count: Count) -> list[Block]:
    blocks: list[Block] = [Heading(part.title, number=str(place))]
    if part.text:
        blocks.append(Paragraph(words(part.text), setting=Setting.NOTE))
    for at, (question, answer) in enumerate(part.answers, start=1):
        blocks.append(Heading(question.title or question.id, level=3, number=f"{place}.{at}"))
        if question.text and question.text != question.title:
            blocks.append(Paragraph(words(question.text, italic=True), setting=Setting.NOTE))
        blocks += count.number(answer_blocks(answer))
    if part.commitments:
        blocks.append(Heading("What we do", level=3))
        for one in part.commitments:
            blocks += count.number(commitment_blocks(one))
    for table in (milestones_table(part.commitments), measures_table(part.measures)):
        if table is not None:
            blocks += [Heading(table.caption, level=3), table]
    if part.barriers:
        blocks.append(Heading("What stands in the way", level=3))
        for barrier in part.barriers:
            blocks += count.number(barrier_blocks(barrier))
    return blocks
