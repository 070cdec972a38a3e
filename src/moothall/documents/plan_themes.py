"""Which theme and questions of a round a part of a plan answers, by its heading, the heading above it, or its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from moothall.documents.entries import bare
from moothall.documents.lines import Line
from moothall.documents.reading.document import BlockKind
from moothall.domain.rounds import Round
from moothall.domain.statements import Level, SectionFound
from moothall.reference import plan_cues

_THEME_NUMBER = re.compile(
    r"\b(?:theme|section|part|area|question|priority)\s+(?P<n>[1-9]|one|two|three|four|"
    r"five)\b",
    re.I,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
# A part's words show its theme where they speak of it this often, and twice as often as of any other.
_FEWEST_CUES, _LEAD = 4, 2.0


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns over lower-case words by which headings and paragraphs show the themes and questions of one round."""

    round: Round
    headings: tuple[tuple[str, re.Pattern[str]], ...]
    outside: re.Pattern[str]
    words: re.Pattern[str]
    questions: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    whole: frozenset[str] = frozenset()


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{pattern})(?!\w)" for pattern in patterns) or r"(?!)")


@cache
def cues_of(of_round: Round) -> Cues:
    """The round's cues, those shipped or else the words of its own titles."""
    shipped = plan_cues.of_round(of_round.slug)
    if shipped is None:
        headings = tuple((theme.key, _any([re.escape(theme.title.lower())])) for theme in of_round.themes)
        questions = {
            theme.key: tuple((each.id, _any([re.escape(each.title.lower())])) for each in theme.questions)
            for theme in of_round.themes
        }
        return Cues(of_round, headings, re.compile("(?!)"), re.compile("(?!)"), questions)
    words = "|".join(f"(?P<{theme.key}>{'|'.join(theme.words)})" for theme in shipped.themes)
    return Cues(
        of_round,
        tuple((theme.key, _any(theme.headings)) for theme in shipped.themes),
        re.compile("|".join(rf"^\W*(?:{pattern})(?!\w)" for pattern in shipped.outside)),
        re.compile(rf"\b(?:{words})(?!\w)"),
        {
            theme.key: tuple((each.id, _any(shipped.questions.get(each.id, ()))) for each in theme.questions)
            for theme in of_round.themes
        },
        frozenset(shipped.whole),
    )


def section(
    line: Line, level: int, above: tuple[int, SectionFound] | None, cues: Cues | None, *, opens_others: bool = False
) -> SectionFound:
    """What a heading shows: its theme and questions. ``above`` is the last heading of a theme with its level.

    ``opens_others`` where only lesser headings stand under it: then it is of the theme its words show, not of one
    question, however it is put.
    """
    heading = bare(line.text)
    if cues is None:
        return SectionFound(heading, None)
    words = line.text.lower()
    if (numbered := _THEME_NUMBER.search(words)) and "theme" in numbered.group() and len(words.split()) <= 3:
        place = _NUMBERS.get(numbered.group("n")) or int(numbered.group("n"))
        if place <= len(cues.round.themes):
            return SectionFound(heading, Level.THEME, cues.round.themes[place - 1].key, (), "heading")
    inherited = above[1].theme if above is not None and level > above[0] else None
    if inherited is not None:
        asked = _questions(words, cues, inherited)
        if asked:
            return SectionFound(heading, Level.QUESTION, inherited, asked, "heading")
    if opens_others and inherited is None:
        named = next((key for key, pattern in cues.headings if pattern.search(words)), None)
        if named is not None:
            return SectionFound(heading, Level.THEME, named, (), "heading")
    asked = _questions(words, cues, None) if line.text.rstrip().endswith("?") else ()
    if len(asked) == 1:
        theme = next(key for key, each in cues.questions.items() if any(id == asked[0] for id, _ in each))
        return SectionFound(heading, Level.QUESTION, theme, asked, "heading")
    key = next((key for key, pattern in cues.headings if pattern.search(words)), None)
    if inherited is not None and (key is None or level > 6 or key != inherited):
        return SectionFound(heading, Level.THEME, inherited, (), "heading_above")
    if cues.outside.search(bare(words)) and (key is None or not _THEME_NUMBER.search(words)):
        return SectionFound(heading, Level.PLAN, None, (), "heading")
    if key is None:
        return SectionFound(heading, None)
    asked = tuple(id for id in _questions(words, cues, key) if id not in cues.whole)
    return SectionFound(
        heading, Level.THEME, key, asked if len(asked) == 1 and len(words.split()) <= 12 else (), "heading"
    )


def _questions(words: str, cues: Cues, theme: str | None) -> tuple[str, ...]:
    groups = [cues.questions[theme]] if theme is not None else list(cues.questions.values())
    found = [id for group in groups for id, pattern in group if pattern.search(words)]
    return tuple(found) if len(found) <= 2 else ()


def by_words(value: SectionFound, lines: Sequence[Line], cues: Cues) -> SectionFound:
    """The theme most of a part's words speak of, where one leads clearly; parts outside the themes are left so."""
    if value.level is Level.PLAN:
        return value
    counted: Counter[str] = Counter()
    for line in lines:
        if line.kind is BlockKind.TABLE_CELL:
            continue  # a table's rows may each be of another theme
        for match in cues.words.finditer(line.text.lower()):
            counted[match.lastgroup or ""] += 1
    (theme, most), (_, second) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    if most < _FEWEST_CUES or most < _LEAD * second:
        return value
    return SectionFound(value.heading, Level.THEME, theme, (), "words")
