"""Other plans and strategies of the council that the document ties itself to, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.domain.facts import Fact

_NAME = re.compile(
    r"\b(?:[A-Z][\w-]+ (?:and |of |for )?){1,5}(?:Plan|Strategy|Programme|Framework)\b(?!\s+(?:Panel|"
    r"Committee|Board|Team|Manager|number))"
)
_TIED = re.compile(
    r"\b(?:incorporat\w+|align\w*|builds? (?:on|upon)|alongside|link\w*|support\w*|draws? (?:on|upon)|"
    r"reflect\w*|complement\w*|underpin\w*|set out in|read with|refers? to|contained in|based on|"
    r"trajectory)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:forward plan|action plan|local government)\b", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a document, each once."""
    seen: set[str] = set()
    for line in outline.lines:
        for start, _, words in sentences(line):
            if not _TIED.search(words):
                continue
            for match in _NAME.finditer(words):
                name = re.sub(r"^(?:The|This|A|Our|In|As|Council's) ", "", match.group())
                is_own = re.search(re.escape(clues.subject), name, re.IGNORECASE) if clues.subject != "plan" else None
                if len(name.split()) < 2 or is_own or _OWN.search(name) or name.lower() in seen:
                    continue
                seen.add(name.lower())
                at = start + match.end() - len(name)
                yield line.fact("linked_documents", name, "linked_documents", at, at + len(name))
