"""A plan as its parts and sentences: which theme and questions each part answers, and whose words each sentence is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from moothall.documents import voices
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.periods import month_of
from moothall.documents.plan_themes import Cues, by_words, cues_of, section
from moothall.documents.reading.document import BlockKind
from moothall.documents.sentences import sentences
from moothall.documents.written_dates import written_dates
from moothall.domain.rounds import Round
from moothall.domain.statements import Level, SectionFound, Statement, StatementKind, Value, Voice

_ASKS = re.compile(r"^(?:\(?[\w.]{1,5}[.)]\s+|Q\d*[.:)]?\s+|Question(?: \d+)?[.:]?\s+)?(?P<words>.{12,400}\?)$", re.I)
_DATED = re.compile(
    r"^(?:.{0,80}\b)?(?:(?:early|mid|late)[ -])?(?P<month>january|february|march|april|may|june|july|august|"
    r"september|october|"
    r"november|december)\s+(?P<year>(?:19|20)\d\d)\W*$",
    re.I,
)
_OTHER_DAY = re.compile(
    r"\b(?:meeting|cabinet|council on|considered|approved|deadline|by|letter|review|"
    r"next)\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OPENING = 16
# What runs on longer without a full stop is no sentence, and would cost a finder more than it could give.
_LONGEST_SENTENCE = 2000


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
    cues = cues_of(of_round) if of_round else None
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
        if len(line.text) <= 90 and line.text[-1:] not in ".;,":
            days = list(written_dates(line.text))
            if len(days) == 1 and not _OTHER_DAY.search(line.text):
                return days[0].on
            if match := _DATED.match(line.text):
                return month_of(int(match.group("year")), _MONTHS.index(match.group("month")[:3].lower()) + 1)[1]
    return None


def _parts(outline: Outline, cues: Cues | None) -> tuple[Part, ...]:
    heads = {
        (entry.label.page, entry.label.index[0]) for entry in outline.entries if entry.is_heading and entry.label.index
    }
    parts = [Part(None, SectionFound("", None))]
    above: tuple[int, SectionFound] | None = None
    levels = [_level(line, heads) for line in outline.lines]
    for line, level, following in zip(outline.lines, levels, [*levels[1:], None], strict=True):
        if level is None:
            parts[-1].lines.append(line)
            continue
        value = section(line, level, above, cues, opens_others=following is not None and following > level)
        if value.theme is not None and value.by == "heading" and value.level is Level.THEME:
            above = (level, value)
        elif above is not None and value.by != "heading_above" and level <= above[0]:
            above = None
        parts.append(Part(line, value, voices.of_heading(line.text)))
    for part in parts:
        if part.value.theme is None and cues is not None and part.lines:
            part.value = by_words(part.value, part.lines, cues)
        if part.head is not None and part.voice is None and re.search(r"\bforeword\b|\bmessage\b", part.heading, re.I):
            part.voice = next((voice for line in part.lines[-2:] if (voice := voices.of_signature(line.text))), None)
    return tuple(part for part in parts if part.head is not None or part.lines)


def _level(line: Line, heads: set[tuple[int, int]]) -> int | None:
    """How deep a line stands as a heading, or None where it is none."""
    if line.kind is BlockKind.TABLE_CELL:
        return None
    is_question = _ASKS.match(line.text) is not None
    is_marked = bool(line.index) and (line.page, line.index[0]) in heads
    if line.kind is not BlockKind.HEADING and not is_question and not is_marked:
        return None
    return 9 if is_question and line.kind is not BlockKind.HEADING else line.level or 5


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
            if text.endswith("?") or not text.strip() or len(text) > _LONGEST_SENTENCE:
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
