"""A plan as its parts and sentences: which theme and questions each part answers, and whose words each sentence is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from moothall.documents import voices
from moothall.documents.lines import Line
from moothall.documents.outline import Outline, bare
from moothall.documents.periods import month_of
from moothall.documents.reading.document import BlockKind
from moothall.documents.sentences import sentences
from moothall.documents.written_dates import written_dates
from moothall.domain.rounds import Round
from moothall.domain.statements import Level, Period, SectionFound, Statement, StatementKind, Value, Voice
from moothall.reference import plan_cues

_THEME_NUMBER = re.compile(r"\b(?:theme|section|part|area|question|priority)\s+(?P<n>[1-9]|one|two|three|four|five)\b", re.I)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_ASKS = re.compile(r"^(?:\(?[\w.]{1,5}[.)]\s+|Q\d*[.:)]?\s+|Question(?: \d+)?[.:]?\s+)?(?P<words>.{12,400}\?)$", re.I)
_DATED = re.compile(
    r"^(?:.{0,80}\b)?(?:(?:early|mid|late)[ -])?(?P<month>january|february|march|april|may|june|july|august|september|october|"
    r"november|december)\s+(?P<year>(?:19|20)\d\d)\W*$",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OPENING = 16
# A part's words show its theme where they speak of it this often, and twice as often as of any other.
_FEWEST_CUES, _LEAD = 4, 2.0


@dataclass(slots=True, eq=False)
class Part:
    """One heading with the lines under it. ``head`` is None for what stands before the first heading."""

    head: Line | None
    value: SectionFound
    voice: Voice | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The heading's words without number or punctuation."""
        return self.value.heading

    @property
    def question(self) -> str | None:
        """The one question it answers, or None where it answers several or none."""
        return self.value.questions[0] if len(self.value.questions) == 1 else None


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of a part's line, its offsets in the line's words, and the voices that speak in it.

    ``lead`` is the line that opens the list it stands in ("Over the next two years we will:"), or None.
    """

    line: Line
    start: int
    end: int
    text: str
    words: frozenset[str]
    part: Part
    spans: tuple[tuple[int, int, Voice], ...] = ()
    lead: str | None = None

    def voice(self, start: int = 0, end: int | None = None) -> Voice | None:
        """Whose words these are, offsets counted in the sentence."""
        stop = len(self.text) if end is None else end
        return voices.voice_at(self.spans, self.start + start, self.start + stop) or self.part.voice

    def statement(
        self,
        kind: StatementKind,
        value: Value,
        found_by: str,
        start: int = 0,
        end: int | None = None,
        remarks: Sequence[str] = (),
    ) -> Statement:
        """A statement that stands on the words from ``start`` to ``end`` of this sentence."""
        stop = len(self.text) if end is None else end
        return stated(
            self.part, kind, value, found_by, self.line.part(self.start + start, self.start + stop),
            voice=self.voice(start, stop), remarks=remarks,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a table: each cell's lines with the words that head its column (empty where the table has no head)."""

    part: Part
    cells: tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True, eq=False)
class PlanText:
    """What the finders of statements look at. ``dated_on`` is the plan's own date, None where it gives none."""

    outline: Outline
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]
    rows: tuple[Row, ...]
    dated_on: date | None


def stated(
    part: Part,
    kind: StatementKind,
    value: Value,
    found_by: str,
    line: Line,
    *,
    voice: Voice | None = None,
    remarks: Sequence[str] = (),
) -> Statement:
    """A statement that stands on a line, under the theme and question of its part."""
    fact = line.fact(kind.value, None, found_by)
    return Statement(
        kind, value, fact.where, fact.quote, found_by, voice, part.value.theme, part.question, tuple(remarks)
    )


def plan_text(outline: Outline, of_round: Round | None) -> PlanText:
    """The parts, sentences and table rows of a plan, read against the round it answers, if that is known."""
    cues = _cues(of_round) if of_round else None
    parts = _parts(outline, cues)
    sentences_found: list[Sentence] = []
    rows: list[Row] = []
    for part in parts:
        sentences_found.extend(_sentences(part))
        rows.extend(_rows(part))
    return PlanText(outline, parts, tuple(sentences_found), tuple(rows), plan_date(outline))


def plan_date(outline: Outline) -> date | None:
    """The day or the end of the month that the plan's opening lines give as its own, or None."""
    for line in outline.lines[:_OPENING]:
        if line.kind is BlockKind.TABLE_CELL or len(line.text) <= 90:
            days = list(written_dates(line.text))
            if len(days) == 1 and len(line.text) <= 90:
                return days[0].on
            if match := _DATED.match(line.text):
                return month_of(int(match.group("year")), _MONTHS.index(match.group("month")[:3].lower()) + 1)[1]
    return None


# The themes and questions of parts


@dataclass(frozen=True, slots=True)
class _Cues:
    round: Round
    headings: tuple[tuple[str, re.Pattern[str]], ...]
    outside: re.Pattern[str]
    words: re.Pattern[str]
    questions: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    whole: frozenset[str] = frozenset()


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{pattern})(?!\w)" for pattern in patterns) or r"(?!)")


@cache
def _cues(of_round: Round) -> _Cues:
    """The round's cues, those shipped or else the words of its own titles."""
    shipped = plan_cues.of_round(of_round.slug)
    if shipped is None:
        headings = tuple((theme.key, _any([re.escape(theme.title.lower())])) for theme in of_round.themes)
        questions = {
            theme.key: tuple((each.id, _any([re.escape(each.title.lower())])) for each in theme.questions)
            for theme in of_round.themes
        }
        return _Cues(of_round, headings, re.compile("(?!)"), re.compile("(?!)"), questions)
    words = "|".join(f"(?P<{theme.key}>{'|'.join(theme.words)})" for theme in shipped.themes)
    return _Cues(
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


def _parts(outline: Outline, cues: _Cues | None) -> tuple[Part, ...]:
    heads = {
        (entry.label.page, entry.label.index[0])
        for entry in outline.entries
        if entry.is_heading and entry.label.index
    }
    parts = [Part(None, SectionFound("", None))]
    above: tuple[int, SectionFound] | None = None
    for line in outline.lines:
        is_question = line.kind is not BlockKind.TABLE_CELL and _ASKS.match(line.text) is not None
        is_marked = bool(line.index) and (line.page, line.index[0]) in heads
        is_head = line.kind is BlockKind.HEADING or is_question or is_marked
        if not is_head or line.kind is BlockKind.TABLE_CELL:
            parts[-1].lines.append(line)
            continue
        level = 9 if is_question and line.kind is not BlockKind.HEADING else line.level or 5
        value = _section(line, level, above, cues)
        if value.theme is not None and value.by == "heading" and value.level is Level.THEME:
            above = (level, value)
        elif above is not None and value.by != "heading_above" and level <= above[0]:
            above = None
        parts.append(Part(line, value, voices.of_heading(line.text)))
    for part in parts:
        if part.value.theme is None and cues is not None and part.lines:
            part.value = _by_words(part, cues)
        if part.head is not None and part.voice is None and re.search(r"\bforeword\b|\bmessage\b", part.heading, re.I):
            part.voice = next((voice for line in part.lines[-2:] if (voice := voices.of_signature(line.text))), None)
    return tuple(part for part in parts if part.head is not None or part.lines)


def _section(line: Line, level: int, above: tuple[int, SectionFound] | None, cues: _Cues | None) -> SectionFound:
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
    return SectionFound(heading, Level.THEME, key, asked if len(asked) == 1 and len(words.split()) <= 12 else (), "heading")


def _questions(words: str, cues: _Cues, theme: str | None) -> tuple[str, ...]:
    groups = [cues.questions[theme]] if theme is not None else list(cues.questions.values())
    found = [id for group in groups for id, pattern in group if pattern.search(words)]
    return tuple(found) if len(found) <= 2 else ()


def _by_words(part: Part, cues: _Cues) -> SectionFound:
    """The theme most of a part's words speak of, where one leads clearly; parts outside the themes are left so."""
    if part.value.level is Level.PLAN:
        return part.value
    counted: Counter[str] = Counter()
    for line in part.lines:
        for match in cues.words.finditer(line.text.lower()):
            counted[match.lastgroup or ""] += 1
    first, *others = [*counted.most_common(2), ("", 0), ("", 0)]
    if first[1] < _FEWEST_CUES or first[1] < _LEAD * others[0][1]:
        return part.value
    return SectionFound(part.heading, Level.THEME, first[0], (), "words")


# Sentences and rows


def _sentences(part: Part) -> Iterator[Sentence]:
    lead: str | None = None
    for line in part.lines:
        if line.kind is BlockKind.TABLE_CELL:
            continue
        if line.kind is not BlockKind.LIST_ITEM and line.text.rstrip()[-1:] != ";" and not _lettered(line):
            lead = None
        quoted = tuple(voices.spoken(line.text))
        for start, end, text in sentences(line):
            if text.endswith("?") or not text.strip():
                continue
            spans = quoted
            if not voices.voice_at(quoted, start, end) and (voice := voices.reported(text)) is not None:
                spans = (*quoted, (start, end, voice))
            words = frozenset(re.findall(r"[a-z]+", text.lower()))
            yield Sentence(line, start, end, text, words, part, spans, lead if _listed(line) else None)
        if line.text.rstrip().endswith((":", ":-", "…")):
            lead = line.text


def _listed(line: Line) -> bool:
    return line.kind is BlockKind.LIST_ITEM or _lettered(line) or line.text.rstrip()[-1:] == ";"


def _lettered(line: Line) -> bool:
    return line.number is not None and re.fullmatch(r"[a-z]|[ivx]{1,4}", line.number.strip("().")) is not None


def _rows(part: Part) -> Iterator[Row]:
    """The rows of the part's tables; a first row of short words without figures heads the columns."""
    cells: dict[tuple[int, int], dict[int, list[Line]]] = {}
    for line in part.lines:
        if line.kind is BlockKind.TABLE_CELL and line.text and line.table is not None:
            cells.setdefault((line.table, line.row or 0), {}).setdefault(line.column or 0, []).append(line)
    heads: dict[int, dict[int, str]] = {}
    for (table, _), row in cells.items():
        if table not in heads:
            texts = {column: " ".join(line.text for line in lines) for column, lines in row.items()}
            is_head = len(texts) >= 2 and all(len(text) <= 60 and text[-1:] not in ".;" for text in texts.values())
            heads[table] = texts if is_head else {}
            if is_head:
                continue
        yield Row(part, tuple((heads[table].get(column, ""), tuple(lines)) for column, lines in sorted(row.items())))


def is_day(period: Period | None) -> bool:
    """Whether a period is one day."""
    return period is not None and period.first_on is not None and period.first_on == period.last_on
