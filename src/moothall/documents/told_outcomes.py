"""Outcomes that minutes only tell: a motion that was carried, or what members did, where no word says RESOLVED."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moothall.documents.bodies import BODY
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.reading.document import BlockKind
from moothall.documents.resolution_items import Item, items_of, once
from moothall.documents.sentences import sentences
from moothall.documents.written_dates import written_dates

_MOTION = re.compile(
    r"\b(?:moved|proposed)\b[^.]{0,90}?\bseconded\b(?P<between>[^.:“\"]{0,160}?)(?::\s*[-–]?\s*|\b(?=that\b)|[“\"])",
    re.IGNORECASE,
)
_CARRIED = re.compile(r"\b(?:carried|agreed|approved|unanimous\w*|in favour)\b", re.IGNORECASE)
_NOT_CARRIED = re.compile(r"\b(?:lost|(?-i:fell)|defeated|withdrawn|not carried|amendment)\b", re.IGNORECASE)
_DID = re.compile(
    rf"\b(?:the )?(?:{BODY}|[Mm]embers|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ouncillors|Leader|Mayor|"
    r"(?:Executive|Cabinet|Lead) Member|Portfolio Holder)\s+(?:then |duly |unanimously |formally )*"
    r"(?P<deed>(?:noted|endorsed|approved|adopted|supported|agreed)"
    r"(?:,? and (?:noted|endorsed|approved|adopted|agreed))?"
    r"\s+(?:the|this|its|a)\b[^.;]{0,200})"
)
_TAKEN = re.compile(
    r"\b(?P<deed>[Tt]he (?:officers?['’] )?recommendations?\b[^.;:]{0,60}\b(?:was|were) (?:unanimously )?"
    r"(?:agreed|approved|endorsed|adopted)\b)"
)
_ITS_OBJECT = re.compile(r"\b(?:plans?|report|recommendations?|draft|response|return|submission)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:had|has|have|previously|last|earlier|already|would|will|if|when|ago|whether)\b", re.IGNORECASE
)
_NEXT_LINES = 3


def from_motions(outline: Outline) -> list[Item]:
    """What a motion asked that was moved, seconded and carried; one that was lost, or an amendment, is none."""
    for at, line in enumerate(outline.lines):
        match = _MOTION.search(line.text)
        if match is None or line.kind is BlockKind.HEADING:
            continue
        after = outline.lines[at + 1 : at + 1 + _NEXT_LINES]
        if _NOT_CARRIED.search(line.text) or not _is_carried(line, match, after):
            continue
        items = [item for item in items_of([line.part(match.end())], None) if item.limbs]
        if items:
            return once(items)
    return []


def _is_carried(line: Line, match: re.Match[str], after: Sequence[Line]) -> bool:
    if _CARRIED.search(match.group("between")) or _CARRIED.search(line.text[match.end() :]):
        return True
    told = next((each.text for each in after if re.search(r"\b(?:vote|carried|lost|motion)\b", each.text)), "")
    return bool(_CARRIED.search(told)) and not _NOT_CARRIED.search(told)


def from_deeds(outline: Outline) -> list[Item]:
    """What members did with the plan or the report before them, as a sentence tells it without a day or a "had"."""
    for line in outline.lines:
        if line.kind is BlockKind.HEADING:
            continue
        for start, end, words in sentences(line):
            match = _DID.search(words) or _TAKEN.search(words)
            if match is None or _EARLIER.search(words) or not _ITS_OBJECT.search(match.group("deed")):
                continue
            if any(True for _ in written_dates(words)):
                continue
            items = [item for item in items_of([line.part(start + match.start("deed"), end)], None) if item.limbs]
            if items:
                return items
    return []
