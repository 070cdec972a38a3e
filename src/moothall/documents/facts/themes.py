"""The themes of the plan, where the document sets them out as a list, as its headings, or in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moothall.documents.clues import Clues
from moothall.documents.entries import bare
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.reading.document import BlockKind
from moothall.domain.facts import Fact

# In the order they are tried: an item on "barriers to transformation" is about barriers.
_THEMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("barriers", re.compile(r"\bbarriers?\b|\bobstacles?\b", re.IGNORECASE)),
    (
        "wasteful_spend",
        re.compile(r"\bwaste(?:ful)?\b[\w ]{0,20}\bspend\w*|\bwasteful\b|\breduc\w+ (?:\w+ )?waste\b", re.IGNORECASE),
    ),
    (
        "technology_data",
        re.compile(
            r"\btechnolog\w+|\buse of (?:\w+ )?data\b|\bdigital\b.{0,40}\bdata\b|\bdata\b.{0,40}\bdigital\b",
            re.IGNORECASE,
        ),
    ),
    (
        "transformation",
        re.compile(
            r"\btransform\w*\b.{0,80}\b(?:service|design|deliver|resource|organisation|place)\w*|\b(?:service|"
            r"design|deliver)\w*\b.{0,60}\btransform\w*"
            r"|\bdesign(?:ed|ing)? and deliver\w*|^transformation\b",
            re.IGNORECASE,
        ),
    ),
)
# Looser words, which count only where all four are set out together: "Changing services", "What holds us back".
_LOOSE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "barriers",
        re.compile(
            r"\b(?:barriers?|obstacles?|hurdles?|blockers?)\b|\b(?:in (?:the|our|your) way|(?:holds?|"
            r"holding) (?:us|councils?|"
            r"you|progress) back|stop(?:s|ping)? (?:us|progress)|hinders?|hampers?|would help us)\b",
            re.IGNORECASE,
        ),
    ),
    ("wasteful_spend", re.compile(r"\bwast(?:e|eful|ed|ing)\b|\binefficien\w+|\befficiency\b", re.IGNORECASE)),
    ("technology_data", re.compile(r"\b(?:technolog\w+|digital|data|(?-i:IT|ICT))\b", re.IGNORECASE)),
    (
        "transformation",
        re.compile(
            r"\btransform\w*|\b(?:service|services)\b.{0,30}\b(?:re)?design\w*|\b(?:re)?design\w*\b.{0,40}\bservices?\b|"
            r"\b(?:chang|improv|reshap|moderni[sz]|reform)\w+\b.{0,30}\b(?:services?|organi[sz]ation|council)\b|"
            r"\bservice (?:design|change|reform|improvement|delivery)\b",
            re.IGNORECASE,
        ),
    ),
)
_SET_OUT = re.compile(
    r"\b(?:themes?|areas|headings|questions|topics|elements|four|key lines|criteria|points)\b", re.IGNORECASE
)
_COVERS = re.compile(
    r"\bplans?\b.{0,40}?\b(?:looks? at|covers?|covering|describes?|explains?|sets? out|shows?|addresse[sd]|"
    r"considers?)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\bfour (?:\w+ ){0,2}(?:themes?|areas|headings|heads|questions|topics|elements|things|parts|points|subjects|"
    r"issues|"
    r"headlines|sections|priorities)\b[^:;.]{0,60}?(?=[:–—(-]|,? (?:namely|covering|which are)\b)",
    re.IGNORECASE,
)
_NAMED_PART = re.compile(
    r"(?:theme|area|section|part|priority|question)\s+(?:\d|one|two|three|four|[A-D]\b)\s*[:.–—-]\s*\S.{0,160}$",
    re.IGNORECASE,
)
# A theme may hold a comma of its own, or be all that stands between two.
_PIECES = (
    re.compile(r"[^;:,]+(?:,(?!\s*(?:and )?\w+ing\b)[^;:,]+)?"),
    re.compile(r"[^;:,]+"),
    re.compile(r"(?:(?!\band\b)[^;:,.])+"),
)
_NAMED_PART_LABEL = re.compile(r"^(?:theme|area|section|part)\s+\w+\s*[:.–—-]\s*", re.IGNORECASE)
_FEWEST = 3
_SHORT = 14


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a theme, from the first place that sets out all of them, else the first that sets out at least three."""
    partly: dict[str, Line] = {}
    groups = [*_lists(outline.lines), _headings(outline)]
    for group in groups:
        seen: dict[str, Line] = {}
        for line in group:
            if (theme := _theme(line.text)) is not None:
                seen.setdefault(theme, line)
        if len(seen) == len(_THEMES):
            yield from (line.fact("themes", theme, "themes.list") for theme, line in seen.items())
            return
        if len(seen) >= _FEWEST and not partly:
            partly = seen
    for line in outline.lines:
        spots = _sentence(line)
        if spots:
            for theme, start, end in spots:
                yield line.fact("themes", theme, "themes.sentence", start, end)
            return
    if (loosely := _in_order(groups)) is not None:
        yield from (line.fact("themes", theme, "themes.list") for theme, line in loosely)
        return
    yield from (line.fact("themes", theme, "themes.list") for theme, line in partly.items())


def _in_order(groups: Sequence[Sequence[Line]]) -> list[tuple[str, Line]] | None:
    """The themes where a few short lines or headings name all four in looser words and one after the other."""
    for group in groups:
        if len(group) < len(_THEMES) or not any(_LOOSE[0][1].search(line.text) for line in group):
            continue
        told = [(theme, line) for line in group if len(line.text.split()) <= _SHORT and (theme := _loosely(line.text))]
        for at in range(len(told) - len(_THEMES) + 1):
            run = told[at : at + len(_THEMES)]
            if len({theme for theme, _ in run}) == len(_THEMES):
                return run
    return None


def _loosely(words: str) -> str | None:
    plain = _NAMED_PART_LABEL.sub("", bare(words))
    return next((theme for theme, pattern in _LOOSE if pattern.search(plain)), None)


def _theme(words: str) -> str | None:
    plain = _NAMED_PART_LABEL.sub("", bare(words))
    return next((theme for theme, pattern in _THEMES if pattern.search(plain)), None)


def _lists(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of items, or of short lines, that could set themes out."""
    run: list[Line] = []
    for line in lines:
        short = len(line.text.split()) <= 60
        if short and (
            line.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL) or (line.text[-1:] in ";?" or _theme(line.text))
        ):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _headings(outline: Outline) -> list[Line]:
    """The document's headings, those too that the outline finds too long for a label ("How you plan to ... ?")."""
    known = {entry.label.index[:1]: entry.slot for entry in outline.entries if entry.via == "heading"}
    heads = [
        line
        for line in outline.lines
        if line.kind is BlockKind.HEADING or line.index[:1] in known or _NAMED_PART.match(line.text)
    ]
    return [line for line in heads if known.get(line.index[:1]) in (None, "proposal", "implication")]


def _sentence(line: Line) -> list[tuple[str, int, int]]:
    opening = _SET_OUT.search(line.text) or _COVERS.search(line.text)
    if line.kind is BlockKind.HEADING or opening is None:
        return []
    start = opening.end()
    counted = _COUNTED.search(line.text) if "four" in line.text.lower() else None
    for pieces, name in [(each, _theme) for each in _PIECES] + (
        [(each, _loosely) for each in _PIECES] if counted else []
    ):
        spots: list[tuple[str, int, int]] = []
        for piece in pieces.finditer(line.text, counted.end() if counted and name is _loosely else start):
            theme = name(piece.group())
            if theme and theme not in {known for known, _, _ in spots}:
                spots.append((theme, piece.start(), piece.end()))
        if len(spots) == len(_THEMES):
            return spots
    return []
