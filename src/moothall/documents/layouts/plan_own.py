"""A plan in the council's own structure: its sections in its order, then whatever no section takes up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from moothall.documents.layouts import plan_narrative
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.plan_further import (
    documents_table,
    figures_table,
    objectives_table,
    partnership_blocks,
    point_blocks,
)
from moothall.documents.layouts.plan_parts import (
    Count,
    answer_blocks,
    barrier_blocks,
    commitment_blocks,
    measures_table,
    milestones_table,
)
from moothall.documents.writing.document import BENCH_GREEN, Block, Document, Heading
from moothall.domain.plans import Plan, Section
from moothall.domain.rounds import Round

Said = Callable[[Count], list[Block]]


def compose(plan: Plan, round_: Round, *, colour: str = BENCH_GREEN, decided: str = "") -> Document:
    """The plan in sections of the council's own. What no section names follows theme by theme: nothing is dropped."""
    count = Count()
    blocks: list[Block] = count.number(paragraphs(plan.introduction))
    said = _said(plan, round_)
    for section in plan.sections:
        blocks += _section(section, said, count)
    taken = frozenset(key for section in plan.sections for key in section.items)
    blocks += plan_narrative.body(_without(plan, taken), round_, count, taken)
    return replace(plan_narrative.cover(plan, round_, colour=colour, decided=decided), blocks=tuple(blocks))


def _section(section: Section, said: dict[str, Said], count: Count) -> list[Block]:
    blocks: list[Block] = []
    for key in section.items:
        if key in said:
            blocks += said[key](count)
    return [Heading(section.title), *blocks] if blocks else []


def _said(plan: Plan, round_: Round) -> dict[str, Said]:
    """For each id of a question and key of an item, what makes its blocks."""
    titles = {question.id: question.title or question.id for _, question in round_.questions()}
    said: dict[str, Said] = {}
    for answer in plan.answers:
        title = titles.get(answer.question, answer.question)
        said[answer.question] = lambda count, one=answer, title=title: [  # type: ignore[misc]
            Heading(title, level=3),
            *count.number(answer_blocks(one)),
        ]
    for one in plan.commitments:
        said[one.key] = lambda count, one=one: [  # type: ignore[misc]
            *count.number(commitment_blocks(one)),
            *_table(milestones_table([one])),
        ]
    for measure in plan.measures:
        said[measure.key] = lambda count, one=measure: _table(measures_table([one]))  # type: ignore[misc]
    for barrier in plan.barriers:
        said[barrier.key] = lambda count, one=barrier: count.number(barrier_blocks(one))  # type: ignore[misc]
    for point in plan.own_points:
        said[point.key] = lambda count, one=point: [  # type: ignore[misc]
            Heading(one.title, level=3),
            *count.number(point_blocks(one)),
        ]
    for pair in plan.partnerships:
        said[pair.key] = lambda count, one=pair: count.number(partnership_blocks(one))  # type: ignore[misc]
    for figure in plan.figures:
        said[figure.key] = lambda count, one=figure: _table(figures_table([one]))  # type: ignore[misc]
    for document in plan.documents:
        said[document.key] = lambda count, one=document: _table(documents_table([one]))  # type: ignore[misc]
    for objective in plan.objectives:
        alone = replace(plan, objectives=(objective,))
        said[objective.key] = lambda count, one=alone: _table(objectives_table(one))  # type: ignore[misc]
    return said


def _table(table: Block | None) -> list[Block]:
    return [] if table is None else [table]


def _without(plan: Plan, taken: frozenset[str]) -> Plan:
    return replace(
        plan,
        answers=tuple(one for one in plan.answers if one.question not in taken),
        commitments=tuple(one for one in plan.commitments if one.key not in taken),
        measures=tuple(one for one in plan.measures if one.key not in taken),
        barriers=tuple(one for one in plan.barriers if one.key not in taken),
    )
