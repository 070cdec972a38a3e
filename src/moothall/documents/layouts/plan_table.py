"""A plan as tables: for each theme, questions with answers, commitments with milestones, measures and barriers."""

from __future__ import annotations

from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.plan_further import further
from moothall.documents.layouts.plan_parts import (
    STAGES,
    Count,
    ThemePart,
    answer_blocks,
    measures_table,
    milestones_in_words,
    theme_parts,
)
from moothall.documents.writing.document import BENCH_GREEN, Block, Document, Heading, Table, cell
from moothall.domain.plans import Barrier, Commitment, Plan
from moothall.domain.rounds import Round


def compose(plan: Plan, round_: Round, *, colour: str = BENCH_GREEN, decided: str = "") -> Document:
    """The plan in tables, theme by theme, for those who compare one part with another."""
    count = Count()
    blocks: list[Block] = count.number(paragraphs(plan.introduction))
    for part in theme_parts(plan, round_):
        blocks += _theme(part)
    blocks += further(plan, count)
    return Document(
        title=plan.title.strip() or round_.title,
        blocks=tuple(blocks),
        owner=plan.authority_name,
        subtitles=tuple(line for line in (decided,) if line),
        foot=". ".join(part for part in (plan.authority_name.strip(), plan.title.strip()) if part),
        summary=f"{plan.authority_name}: {round_.title}, as tables",
        colour=colour,
    )


def _theme(part: ThemePart) -> list[Block]:
    tables = (_answers(part), _commitments(part.commitments), measures_table(part.measures), _barriers(part.barriers))
    blocks: list[Block] = [Heading(part.title)]
    for table in tables:
        if table is not None:
            blocks += [Heading(table.caption, level=3), table]
    return blocks


def _answers(part: ThemePart) -> Table | None:
    rows = tuple(
        (cell(question.title or question.text or question.id), answer_blocks(answer))
        for question, answer in part.answers
    )
    return Table(rows, ("Question", "Our answer"), (30, 70), "Questions and answers") if rows else None


def _commitments(commitments: tuple[Commitment, ...]) -> Table | None:
    rows = tuple(
        (cell(one.title), (*paragraphs(one.text),), cell(STAGES[one.status]), milestones_in_words(one.milestones))
        for one in commitments
    )
    return (
        Table(rows, ("What we do", "In full", "Stage", "Milestones"), (24, 38, 13, 25), "What we do") if rows else None
    )


def _barriers(barriers: tuple[Barrier, ...]) -> Table | None:
    rows = tuple((cell(one.title), (*paragraphs(one.text),), (*paragraphs(one.ask),)) for one in barriers)
    header = ("Barrier", "What stands in the way", "What we ask of government")
    return Table(rows, header, (24, 42, 34), "What stands in the way") if rows else None
