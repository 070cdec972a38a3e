"""Which question of its theme a statement answers, by the words of its own sentence, where its part shows none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from moothall.documents.plan_text import PlanText
from moothall.documents.plan_themes import Cues, cues_of
from moothall.domain.rounds import Round
from moothall.domain.statements import Statement, StatementKind

# What these kinds are says more of the question they answer than the words they are told in.
_BY_KIND = {StatementKind.BARRIER: "barriers", StatementKind.ASK: "asks"}
_Span = tuple[int, int, int, str]


def placed(statements: Iterable[Statement], text: PlanText, of_round: Round) -> Iterator[Statement]:
    """The statements, each that stands under a theme alone put under the one question its sentence speaks to.

    A part under a heading is left as it is: it would be the answer, and its heading shows which one. A statement whose
    words speak to no question of its theme, or to several, stays under the theme.
    """
    cues, spans = cues_of(of_round), sorted(_spans(text))
    starts = [(page, start) for page, start, _, _ in spans]
    for one in statements:
        if one.theme is None or one.question is not None or one.kind is StatementKind.SECTION:
            yield one
            continue
        words = _BY_KIND.get(one.kind) or _around(one, spans, starts)
        yield replace(one, question=_question(words.lower(), one.theme, cues))


def _spans(text: PlanText) -> Iterator[_Span]:
    """The sentences and rows of tables with where they stand: page, start, end, words."""
    for sentence in text.sentences:
        for page, start, end in sentence.line.part(sentence.start, sentence.end).stands():
            yield page, start, end, sentence.text
    for row in text.rows:
        lines = [line for _, cell in row.cells for line in cell if line.index]
        words = " ".join(line.text for line in lines)
        for line in lines:
            for page, start, end in line.stands():
                yield page, start, end, words


def _around(one: Statement, spans: list[_Span], starts: list[tuple[int, int]]) -> str:
    at = bisect_right(starts, (one.where.page, one.where.start)) - 1
    if at < 0 or spans[at][0] != one.where.page or spans[at][2] <= one.where.start:
        return one.quote
    return spans[at][3]


def _question(words: str, theme: str, cues: Cues) -> str | None:
    found = [question for question, pattern in cues.questions.get(theme, ()) if pattern.search(words)]
    return found[0] if len(found) == 1 else None
