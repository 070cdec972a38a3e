"""The options considered, one by one, or that there were none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.entries import Entry
from moothall.documents.lines import Line, fact_over
from moothall.documents.name_lists import items
from moothall.documents.outline import Outline
from moothall.documents.reading.document import BlockKind
from moothall.documents.sentences import all_say_none, says_none
from moothall.domain.facts import Fact

_ITEM = re.compile(r"^(?:\(?[a-h][.)]|option\s+\w+\b|\([ivx]+\)|[ivx]+[.)])", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\W*(?:as |these are |are )?(?:set out|detailed|contained|outlined|described|listed|as per|see|"
    r"included)\b[\w ,]{0,50}\b(?:report|paragraphs?|section)\b[\w .,]*",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"\W*(?:(?:left |intentionally )*blank|not completed|to be (?:confirmed|completed)|tbc)?\W*", re.IGNORECASE
)
_OPTION = re.compile(r"^Option\s+(?:\d{1,2}|[A-H]|one|two|three)\s*[:.–—-]\s*\S", re.IGNORECASE)
# Where an option opens: at the start, or behind the end of what was said of the one before it.
_OPTIONS = re.compile(
    r"(?:^|(?<=[.;)\]]\s)|(?<=\w\s))Option\s+(?:\d{1,2}|[A-H]|One|Two|Three|Four)\b(?=\s*(?:[:–—(-]|\.\s))"
)
_MAY = re.compile(
    r"\b(?:may|could|can|might)(?: (?:choose|decide|wish) to)?:?\s+(?P<courses>[a-z][^.:]{10,240})", re.IGNORECASE
)
_COURSE = re.compile(
    r"(?:either )?(?:to )?(?:not )?(?:approve|agree|amend|reject|decline|defer|refuse|endorse|adopt|do nothing|"
    r"request|ask|"
    r"submit|note|refer|choose|send|delegate|change|support|seek|alter|modify|withdraw|propose)\b",
    re.IGNORECASE,
)
# Words about the options, which are none themselves.
_REMARK = re.compile(
    r"(?:this|these|that) (?:is|are|was|were|option|options|would)\b|the (?:preferred|recommended) option|"
    r"option \w+ is (?:the |therefore |not )*(?:recommended|preferred|proposed)|"
    r"(?:the )?(?:following )?options? (?:available|considered|open|are|were|have)\b|for (?:these|this|"
    r"the above) reason|"
    r"(?:it|they) (?:is|was|were|are) (?:not |therefore )|the advantages?\b|advantages?:|disadvantages?:|"
    r"(?:accordingly|therefore|consequently|however)\b",
    re.IGNORECASE,
)
_MOST = 12
_MOST_WORDS = 40


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact an option, or one that says "none"."""
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        return
    entries = [
        entry
        for entry in outline.all("options")
        if entry.text and not _ELSEWHERE.fullmatch(entry.text) and not _BLANK.fullmatch(entry.text)
    ]
    chosen = next((entry for entry in entries if not _is_none(entry)), None)
    if chosen is None and not entries:
        listed = [line for line in outline.lines if _OPTION.match(line.text)]
        for line in listed[:_MOST] if len(listed) >= 2 else ():
            yield line.fact("options", _words(line), "options.line")
        return
    if chosen is None:
        for entry in entries[:1]:
            yield fact_over("options", "none", "options.none", [line for line in entry.values if line.text])
        return
    lines = [line for line in chosen.values if line.text]
    if cells := _first_column(lines):
        for line in cells[:_MOST]:
            yield line.fact("options", _words(line), "options.table")
        return
    if len(lines) == 1 and (said := list(_courses(lines[0]))):
        for start, end in said:
            yield lines[0].fact("options", lines[0].text[start:end], "options.sentence", start, end)
        return
    lines = [line for line in lines if re.search(r"[a-z]{3}", line.text, re.IGNORECASE)]  # a letter alone is none
    lines = [piece for line in _counted(lines) for piece in _parted(line)]
    listed = [line for line in lines if _ITEM.match(line.text) and not _REMARK.match(line.text)]
    told = [line for line in lines if not _REMARK.match(_words(line))] or lines
    for line in (listed if len(listed) >= 2 else told)[:_MOST]:
        if not says_none(line.text):
            yield line.fact("options", _words(line), "options.item")


def _counted(lines: list[Line]) -> list[Line]:
    """The lines up to the last that is numbered, where the first is number 1: what follows a list is none of it."""
    places = [at for at, line in enumerate(lines) if re.fullmatch(r"\d{1,2}[.)]?", line.number or "")]
    if len(places) < 2 or places[0] != 0 or (lines[0].number or "").rstrip(".)") != "1":
        return lines
    return lines[: places[-1] + 1]


def _parted(line: Line) -> list[Line]:
    """A line, or each option of one that runs several together: "Option 1 - ... Option 2 - ...", "(a) ...; (b) ..."."""
    starts = [match.start() for match in _OPTIONS.finditer(line.text)]
    if len(starts) >= 2 and not line.text[: starts[0]].strip():
        return [line.part(start, end) for start, end in pairwise([*starts, len(line.text)])]
    spans = list(items(line.text))
    is_list = len(spans) >= 2 and all(1 < len(line.text[start:end].split()) <= _MOST_WORDS for start, end in spans)
    return [line.part(start, end) for start, end in spans] if is_list else [line]


def _first_column(lines: list[Line]) -> list[Line]:
    """The cells that name the options of a table, below the row that heads its columns; empty for anything else."""
    cells = [line for line in lines if line.kind is BlockKind.TABLE_CELL]
    heads = [line for line in cells if line.row == cells[0].row and line.table == cells[0].table]
    if len(heads) < 2 or not re.match(r"(?:alternative )?options?\b", heads[0].text, re.IGNORECASE):
        return []
    found = [line for line in cells if line.column == heads[0].column and line.row != heads[0].row]
    return [line for line in found if line.table == heads[0].table]


def _courses(line: Line) -> Iterator[tuple[int, int]]:
    """Where each course stands in "Members may approve the plan, amend it, or decline to send one"."""
    match = _MAY.search(line.text)
    if match is None:
        return
    at = match.start("courses")
    spans = []
    for join in re.finditer(r"\s*[,;]\s*(?:or\s+)?|\s+or\s+|$", match.group("courses")):
        spans.append((at, match.start("courses") + join.start()))
        at = match.start("courses") + join.end()
    kept = [(start, end) for start, end in spans if end > start]
    if len(kept) >= 2 and all(_COURSE.match(line.text[start:end]) for start, end in kept):
        yield from kept


def _is_none(entry: Entry) -> bool:
    if all_say_none(entry.values):
        return True
    first = next(line.text for line in entry.values if line.text)
    opening = re.split(r"(?<=[.!])\s|\s[-–—]\s|,\s|\s(?:because|since|given)\s", first)[0]
    return says_none(opening) and len(entry.text.split()) < 60


def _words(line: Line) -> str:
    plain = re.sub(r"^\([a-z]{1,3}\)\s+(?=[a-z])", "", line.text)
    return re.sub(r"^(?:\(?\d[\d.]*[.)]?|\(?[a-z]{1,3}[.)]|[A-Z])\s+(?=[A-Z])", "", plain)
