"""Bodies that had the plan before them earlier, when, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.bodies import BODY, body_kind
from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.documents.written_dates import written_dates
from moothall.domain.facts import Fact

_BODY = re.compile(rf"\b(?P<body>{BODY})\b")
_PAST = re.compile(
    r"\b(?:was|were|has been|had been)?\s*(?P<deed>considered|endorsed|supported|reviewed|scrutinised|"
    r"pre-scrutinised|noted|discussed|approved|agreed|recommended)\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:who|and|which|it)\s+(?P<outcome>(?:unanimously )?(?:endorsed|supported|noted|approved|"
    r"recommended|agreed)[^.;,]{0,60}?)(?=\s+for\s|[.;,]|$)",
    re.IGNORECASE,
)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a stage: a sentence that names a body, a past deed and its day."""
    seen: set[tuple[str, str]] = set()
    for line in outline.lines:
        for start, end, words in sentences(line):
            days = list(written_dates(words, year=clues.year))
            if not days or not re.search(r"\bplan\b|\breport\b", words, re.IGNORECASE):
                continue
            deed = _PAST.search(words)
            bodies = [
                m
                for m in _BODY.finditer(words)
                if body_kind(m.group("body")) and m.group("body") not in ("Council", "Executive", "Cabinet")
            ]
            bodies = bodies or [m for m in _BODY.finditer(words) if m.group("body") in ("Cabinet",)]
            if deed is None or not bodies or not re.search(r"\bby\b|\bat\b|\bmeeting\b", words):
                continue
            body = re.sub(r"^(?:The|At|By|Its|On) ", "", bodies[0].group("body"))
            came = _CAME.search(words)
            outcome = came.group("outcome").strip() if came else deed.group("deed").lower()
            on = days[0].on.isoformat()
            if (
                re.search(r"\b(?:deadline|by)\s+(?:the )?$|\bsubmi\w+\b.{0,90}$", words[: days[0].start])
                or (body, on) in seen
            ):
                continue
            seen.add((body, on))
            yield line.fact(
                "earlier_stages", {"body": body, "date": on, "outcome": outcome}, "earlier_stages", start, end
            )
