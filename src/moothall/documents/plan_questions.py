"""Which question of its theme a statement answers, by the words of its own sentence, where its part shows none."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from moothall.documents.lines import Line
from moothall.documents.plan_tables import THEME, of_role
from moothall.documents.plan_text import PlanText, Row
from moothall.documents.plan_themes import Cues, cues_of
from moothall.domain.rounds import Round
from moothall.domain.statements import Level, NonAnswerFound, Statement, StatementKind

# What these kinds are says more of the question they answer than the words they are told in.
_BY_KIND = {StatementKind.BARRIER: "barriers", StatementKind.ASK: "asks"}
# A paragraph of a part that shows no theme is of the one it speaks of this often, where it speaks of no other.
_FEWEST_CUES = 2

_Span = tuple[int, int, int, str, Line]


def placed(statements: Iterable[Statement], text: PlanText, of_round: Round) -> Iterator[Statement]:
    """The statements, each that stands under a theme alone put under the one question its sentence speaks to.

    A part under a heading is left as it is: it would be the answer, and its heading shows which one. A statement whose
    words speak to no question of its theme, or to several, stays under the theme. One of a part without a theme is put
    under the theme of its paragraph, and one of a table under the theme its row names.
    """
    cues = cues_of(of_round)
    spans = sorted(_spans(text), key=lambda span: span[:3])
    starts = [(page, start) for page, start, *_ in spans]
    outside = [part.head.stands()[0][:2] for part in text.parts if part.head and part.value.level is Level.PLAN]
    heads = sorted(part.head.stands()[0][:2] for part in text.parts if part.head)
    rows = {where: theme for row in text.rows if (theme := _named_theme(row, cues)) for where in _places(row)}
    for one in statements:
        if one.question is not None or one.kind is StatementKind.SECTION:
            yield one
            continue
        at = _at(one, spans, starts)
        theme = rows.get((one.where.page, one.where.start)) or one.theme
        if theme is None and at is not None and _head_of(one, heads) not in outside:
            theme = _theme(spans[at][4].text.lower(), cues)
        words = _BY_KIND.get(one.kind) or (spans[at][3] if at is not None else one.quote)
        if isinstance(one.value, NonAnswerFound):
            if at and one.value.about and one.value.about not in words:
                words = f"{spans[at - 1][3]} {words}"  # the question is named in the sentence before
            is_of_theme = theme is not None and _question(words.lower(), theme, cues) is not None
            theme = theme if is_of_theme else _theme_asked(words.lower(), cues) or theme
        yield replace(one, theme=theme, question=_question(words.lower(), theme, cues) if theme else None)


def _spans(text: PlanText) -> Iterator[_Span]:
    """The sentences and rows of tables with where they stand: page, start, end, words."""
    for sentence in text.sentences:
        for page, start, end in sentence.line.part(sentence.start, sentence.end).stands():
            yield page, start, end, sentence.text, sentence.line
    for row in text.rows:
        lines = [line for _, cell in row.cells for line in cell if line.index]
        words = " ".join(line.text for line in lines)
        for line in lines:
            for page, start, end in line.stands():
                yield page, start, end, words, line


def _at(one: Statement, spans: list[_Span], starts: list[tuple[int, int]]) -> int | None:
    """The place among the spans of the sentence or cell a statement stands in, or None."""
    at = bisect_right(starts, (one.where.page, one.where.start)) - 1
    return None if at < 0 or spans[at][0] != one.where.page or spans[at][2] <= one.where.start else at


def _head_of(one: Statement, heads: list[tuple[int, int]]) -> tuple[int, int] | None:
    at = bisect_right(heads, (one.where.page, one.where.start)) - 1
    return heads[at] if at >= 0 else None


def _places(row: Row) -> Iterator[tuple[int, int]]:
    """Every place a statement of a row may begin at."""
    for _, cell in row.cells:
        for line in cell:
            yield from ((page, at) for page, start, end in line.stands() for at in range(start, end) if line.index)


def _named_theme(row: Row, cues: Cues) -> str | None:
    words = " ".join(line.text for line in of_role(row, THEME)).lower()
    return next((key for key, pattern in cues.headings if pattern.search(words)), None) if words else None


def _theme(paragraph: str, cues: Cues) -> str | None:
    """The theme a paragraph speaks of more than once and no other, or None."""
    counted = Counter(match.lastgroup or "" for match in cues.words.finditer(paragraph))
    (theme, most), *others = [*counted.most_common(2), ("", 0)]
    return theme if most >= _FEWEST_CUES and not any(count for _, count in others) else None


def _theme_asked(words: str, cues: Cues) -> str | None:
    """The theme of the one question among all that the words of a non-answer name, or None."""
    found = [theme for theme, asked in cues.questions.items() for _, pattern in asked if pattern.search(words)]
    return found[0] if len(found) == 1 else None


def _question(words: str, theme: str, cues: Cues) -> str | None:
    found = [question for question, pattern in cues.questions.get(theme, ()) if pattern.search(words)]
    return found[0] if len(found) == 1 else None
