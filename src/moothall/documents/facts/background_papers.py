"""The background papers listed, or that there are none. A stock sentence about inspection lists nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.entries import bare
from moothall.documents.lines import fact_over
from moothall.documents.name_lists import items
from moothall.documents.outline import Outline
from moothall.documents.people import is_name
from moothall.documents.sentences import all_say_none, says_none
from moothall.domain.facts import Fact

_STOCK = re.compile(
    r"\(?definition\b|unpublished work|to a material extent|except for previously published|"
    r"available for (?:public )?inspection|section 100D|for the "
    r"purposes of|defined in the|as defined|open to inspection|"
    r"following (?:background )?(?:papers|documents)|background papers used|were as follows|copies of|contact the|"
    r"please contact|have been "
    r"relied|within the meaning|exempt information",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\W*(?:left |intentionally )*blank\W*", re.IGNORECASE)
_MOST = 20
_NO_PAPERS = re.compile(
    r"\b(?:there (?:are|were|is) no|no) (?:additional |unpublished |further |other )?background (?:papers|documents)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:for further information|contact|please ask|ref(?:erence)?\s*:|tel(?:ephone)?\b|e-?mail\b|report author|"
    r"appendi(?:x|ces)\b|list of appendices|name\s*:|(?:democratic|committee|member|legal) services\s*:|"
    r"(?:previous |prior )?consideration by (?:any )?other\b|relevant (?:previous )?minutes)",
    re.IGNORECASE,
)
# "Local Government Act 1972: list of background papers - nil"
_SAID_BESIDE = re.compile(r"(?:\s[-–—]\s*|[:–—]\s*|\s)(?P<none>none|nil|n/a|not applicable)\W*$", re.IGNORECASE)
_NONE = re.compile(
    r"\W*(?:\d[\d.]*\s+)?(?:none|nil|no (?:unpublished|other|further))\b(?:\W*(?:other than|under|within|declared|"
    r"identified|used|save for|except|apart from)\b.{0,90})?\W*",
    re.IGNORECASE,
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a paper, or one that says "none"."""
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS):
        return
    for entry in outline.all("background_papers"):
        lines = [line for line in entry.values if line.text and not _BLANK.fullmatch(line.text)]
        if not lines and (said := _SAID_BESIDE.search(entry.label.text)):
            yield entry.label.fact("background_papers", "none", "background_papers.none", said.start("none"))
            return
        telling = [line for line in lines if not _STOCK.search(line.text) or says_none(line.text)]
        if telling and (all_say_none(telling) or _says_none(telling[0].text)):
            yield fact_over("background_papers", "none", "background_papers.none", telling[:1])
            return
        listed = [line for line in telling if len(line.text.split()) <= 45]
        for line in listed[:_MOST]:
            if _CONTACT.match(line.text) or is_name(line.text):
                break
            for start, end in items(line.text):
                value = bare(re.sub(r"^[•●▪–-]\s+", "", line.text[start:end]))
                yield line.fact("background_papers", value, "background_papers.item", start, end)
        if listed:
            return
    for entry in outline.all("background"):
        if entry.name.lower() == "background information" and entry.values and all_say_none(entry.values[:1]):
            yield entry.values[0].fact("background_papers", "none", "background_papers.none")
            return
    for line in outline.lines:
        match = _NO_PAPERS.search(line.text)
        if match:
            yield line.fact("background_papers", "none", "background_papers.sentence", match.start(), match.end())
            return


def _says_none(words: str) -> bool:
    return says_none(words) or _NO_PAPERS.search(words) is not None or _NONE.fullmatch(words) is not None
