"""Where progress will be monitored or reported, in the document's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.domain.facts import Fact

_THROUGH = re.compile(
    r"\b(?:monitored|reported|tracked|reviewed|overseen|monitoring|progress (?:will be "
    r")?reported)(?:\s+(?:and\s+)?(?:simply\s+)?(?:monitored|reported|reviewed)(?:\s+on)?| "
    r"on)?\s+(?:regularly |quarterly |annually )?"
    r"(?:through|via|as part of|within|by means of|using)\s+(?P<places>[^.;]{4,260})",
    re.IGNORECASE,
)
_SUCH_AS = re.compile(r"^.*?\b(?:such as|including|namely)\s+", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a place, each once. What government will monitor is not the council's monitoring."""
    seen: set[str] = set()
    for line in outline.lines:
        for start, _, words in sentences(line):
            match = _THROUGH.search(words)
            if match is None or re.search(r"\bgovernment will\b", words, re.IGNORECASE):
                continue
            lead = _SUCH_AS.match(match.group("places"))
            offset = match.start("places") + (lead.end() if lead else 0)
            for part in re.finditer(
                r"(?:(?:the|at|at relevant|relevant|existing|its|our|council's|the council's|the "
                r"Council’s)\s+)*(?P<place>.+?)(?:,\s+(?:and\s+)?|\s+and\s+(?:at\s+)?|$)",
                words[offset : match.end("places")],
            ):
                place = part.group("place").strip(" ,")
                if 2 <= len(place.split()) <= 14 and place.lower() not in seen:
                    seen.add(place.lower())
                    at = start + offset + part.start("place")
                    yield line.fact("monitoring", place, "monitoring", at, at + len(place))
