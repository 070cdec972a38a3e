"""Barriers: what stands in the way of the council, each run of sentences of a paragraph that tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from moothall.documents.asking import asked_in, is_obstacle, says_barrier
from moothall.documents.plan_tables import BARRIER, of_role
from moothall.documents.plan_text import PlanText, Sentence, stated
from moothall.domain.statements import BarrierFound, Side, Statement, StatementKind


def find(text: PlanText) -> Iterator[Statement]:
    """One barrier a paragraph or list item, and one a cell of a table's column of barriers; the asks left out."""
    for _, group in groupby(text.sentences, key=lambda each: id(each.line)):
        run = [each for each in group if _tells(each)]
        if run:
            start, end = run[0].start, _until_ask(run)
            words = run[0].line.text[start:end].rstrip(" ,;:–-")
            if len(words.split()) >= 3:
                yield run[0].statement(StatementKind.BARRIER, BarrierFound(words), "barriers.paragraph", 0, len(words))
    for row in text.rows:
        cells = of_role(row, BARRIER)
        if cells and row.part.value.theme == "barriers":
            words = " ".join(line.text for line in cells)
            yield stated(row.part, StatementKind.BARRIER, BarrierFound(words), "barriers.table", cells[0])


def _tells(sentence: Sentence) -> bool:
    voice = sentence.voice()
    if voice is not None and voice.side in (Side.GOVERNMENT, Side.PRESS):
        return False
    asked = asked_in(sentence)
    if asked is not None and asked.start < 12:
        return False
    return is_obstacle(sentence) or (says_barrier(sentence) and voice is None)


def _until_ask(run: list[Sentence]) -> int:
    last = run[-1]
    asked = asked_in(last)
    return last.start + asked.start if asked is not None else last.end
