"""Barriers: what stands in the way of the council, each run of sentences of a paragraph that tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from moothall.documents.asking import asked_in, is_obstacle, says_barrier
from moothall.documents.plan_tables import BARRIER, of_role
from moothall.documents.plan_text import PlanText, Sentence, stated
from moothall.documents.reading.document import BlockKind
from moothall.domain.statements import BarrierFound, Side, Statement, StatementKind

_CARRIES_ON = re.compile(
    r"(?:This|These|That|Those|It|They|Such|As a result|Consequently|For example|For instance|By way of example|In "
    r"(?:our|practice|effect)|The (?:result|effect|consequence)s?|Last year|Each|Both|Some)\b"
)


def find(text: PlanText) -> Iterator[Statement]:
    """One barrier a paragraph or list item, and one a cell of a table's column of barriers; the asks left out."""
    for run in _runs(text.sentences):
        if run:
            start, end = run[0].start, _until_ask(run)
            words = run[0].line.text[start:end].rstrip(" ,;:–-")
            if len(words.split()) >= (2 if run[0].line.kind is BlockKind.LIST_ITEM else 3):
                yield run[0].statement(StatementKind.BARRIER, BarrierFound(words), "barriers.paragraph", 0, len(words))
    for row in text.rows:
        cells = of_role(row, BARRIER)
        if cells and row.part.value.theme == "barriers":
            words = " ".join(line.text for line in cells)
            yield stated(row.part, StatementKind.BARRIER, BarrierFound(words), "barriers.table", cells[0])


def _runs(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The obstacles of each paragraph: a sentence that tells of one, with those after it that only carry it on."""
    for _, group in groupby(sentences, key=lambda each: id(each.line)):
        run: list[Sentence] = []
        for each in group:
            if _tells(each) and not (run and _CARRIES_ON.match(each.text)):
                if run:
                    yield run
                run = [each]
            elif run and asked_in(each) is None and each.voice() == run[0].voice() and _CARRIES_ON.match(each.text):
                run.append(each)
            elif run:
                yield run
                run = []
        if run:
            yield run


def _tells(sentence: Sentence) -> bool:
    if sentence.part.value.theme != "barriers" and not says_barrier(sentence):
        return False
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
