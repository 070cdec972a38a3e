"""The document's title: its title label, else the first heading or line that is no furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from moothall.documents.bodies import body_kind, body_name
from moothall.documents.clues import Clues
from moothall.documents.entries import bare
from moothall.documents.inline_labels import split_label
from moothall.documents.labels import slot_of
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.reading.document import BlockKind
from moothall.documents.written_dates import written_dates
from moothall.domain.facts import Fact

_FURNITURE = re.compile(
    r"(?:agenda(?: item)?|agenda and minutes|decision(?: details)?|issue(?: details|s? - .*)?|meeting "
    r"details|home|menu|search|skip to .*|you are here\b.*|in this section|on this page|"
    r"(?:open|public|part [\dIVi]+\b).*|report|committee report|cabinet report|officer report|report "
    r"for (?:decision|information)|"
    r"(?:notice|record) of .{0,60}decisions?.*|decisions? (?:made|taken) by .*|"
    r"(?:officer|executive|delegated|urgent|cabinet member|"
    r"leader).{0,40}decision.{0,20}|minutes|draft minutes|"
    r"minutes of .*|(?:public )?agenda .*|report (?:of|by|to|from) .*|contents|navigation|breadcrumbs?|cookies?.*|"
    r"(?:item|agenda item)(?: no\.?)? ?\d*|appendix \w+|press release|news(?: release)?|media release|"
    r"(?:not |non[- ])?(?:a )?key decision.*|unrestricted|non[- ]exempt|executive decision record|"
    r".{0,30}website|print this page|share this page|for (?:decision|information|publication)|"
    r"council(?: and democracy)?|democracy)\W*",
    re.IGNORECASE,
)

# A report's title stands before the first of these; what follows them are its sections.
_SECTIONS = ("recommendations", "summary", "purpose", "background", "reasons", "implications")


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The title, once."""
    yield from _of(outline, clues)


# The finder of headings asks for it too.
@lru_cache(maxsize=2)
def _of(outline: Outline, clues: Clues) -> tuple[Fact, ...]:
    return tuple(_titles(outline, clues))


def _titles(outline: Outline, clues: Clues) -> Iterator[Fact]:
    entry = outline.first("title")
    if entry is not None and len(entry.values[0].text.split()) <= 40:
        yield entry.values[0].fact("title", _tidy(entry.values[0].text), "title.label")
        return
    for entry in outline.all("file_ref"):
        line = entry.values[0] if entry.values else None
        if line is None or entry.name.lower() not in ("item", "agenda item") or len(line.text.split()) > 25:
            continue
        if re.search(rf"\b{re.escape(clues.subject)}s?\b", line.text, re.IGNORECASE):
            number = re.match(r"\d{1,3}[.):]?\s+[-–]?\s*", line.text)
            start = number.end() if number else 0
            yield line.fact("title", _tidy(line.text[start:]), "title.item", start)
            return
    headings = [e.label for e in outline.entries if e.is_heading and e.via == "heading" and _may_be(e.label)]
    named = [line for line in headings if re.search(rf"\b{re.escape(clues.subject)}s?\b", line.text, re.IGNORECASE)]
    first = next((entry.label for entry in outline.all(*_SECTIONS) if entry.is_heading), None)
    headings = [line for line in headings if first is None or not _stands_after(line, first)]
    marked = [line for line in headings if line.kind is BlockKind.HEADING]
    opening = [line for line in outline.lines[:3] if _may_be(line)]
    about = [line for line in outline.lines[:14] if _may_be(line) and len(line.text.split()) <= 15]
    about = [line for line in about if re.search(rf"\b{re.escape(clues.subject)}s?\b", line.text, re.IGNORECASE)]
    for chosen in (*named[:1], *about[:1], *marked[:1], *opening[:1], *headings[:1]):
        line = chosen
        number = re.match(
            r"(?:\d\d/\d{2,6}\s*[-–:]\s*|\(?\d[\d.]*[.)]?\s+|"
            r"[A-Z]{1,6}[/ ]?\d{1,4}(?:/\d+)?[:.]?\s+|item\s+\d+\W+|(?:agenda item|"
            r"issue|decision)s?(?: details)? - )",
            line.text,
            re.IGNORECASE,
        )
        start = number.end() if number and number.end() < len(line.text) else 0
        yield line.fact("title", _tidy(line.text[start:]), "title.heading", start)
        return


def _stands_after(line: Line, other: Line) -> bool:
    places = [(each.page, each.index[0]) for each in (line, other) if each.index]
    return len(places) == 2 and places[0] > places[1]


def _may_be(line: Line) -> bool:
    words = bare(line.text)
    slot = slot_of(words)
    if _FURNITURE.fullmatch(words) or len(words.split()) > 25 or len(words) < 4:
        return False
    if slot not in (None, "title") or line.kind is BlockKind.TABLE_CELL or words[:1].islower():
        return False
    if split_label(line) is not None or (len(words.split()) < 6 and _is_body(words)):
        return False
    dates = list(written_dates(line.text))
    dated = dates and len(line.text) - (dates[0].end - dates[0].start) < 14
    return not dated and (line.text[-1:] not in ".;" or (line.number is not None and len(words.split()) <= 8))


def _is_body(words: str) -> bool:
    """Whether words are a body's name, and not a title that opens with one ("Council: Productivity Plan")."""
    return body_kind(body_name(words)) is not None and not re.search(r"\W\s.*\bplans?\b", words, re.IGNORECASE)


def _tidy(words: str) -> str:
    plain = re.sub(r"\s+(?:PDF|DOC\w?)\s+[\d.,]+\s*[KM]B\b.*$", "", words)
    plain = re.sub(r"\s*\((?:pages?|pp\.?)\s*\d[\d\s–-]*\)\s*$", "", plain, flags=re.IGNORECASE)
    return plain.strip(" *_#:").strip()
