"""Asks: what the plan asks of government, apart from the obstacle it is to remove."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.asking import asked_in
from moothall.documents.plan_tables import ASK, head_of, of_role
from moothall.documents.plan_text import PlanText, stated
from moothall.documents.voices import known
from moothall.domain.statements import AskFound, Side, Statement, StatementKind


def find(text: PlanText) -> Iterator[Statement]:
    """One ask a sentence, and one a cell of a table's column that asks. What another asks keeps that voice."""
    for sentence in text.sentences:
        voice = sentence.voice()
        if voice is not None and voice.side in (Side.GOVERNMENT, Side.PRESS):
            continue
        if (asked := asked_in(sentence)) is not None:
            value = AskFound(sentence.text[asked.start : asked.end], asked.of)
            yield sentence.statement(StatementKind.ASK, value, "asks.sentence", asked.start, asked.end)
    for row in text.rows:
        for line in of_role(row, ASK):
            if len(line.text.split()) >= 2:
                named = known(head_of(row, ASK))
                value = AskFound(line.text, named.name if named and named.side is Side.GOVERNMENT else None)
                yield stated(row.part, StatementKind.ASK, value, "asks.table", line)
