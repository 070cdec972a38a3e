"""Other plans and strategies of the council that the document ties itself to, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.name_lists import items
from moothall.documents.outline import Outline
from moothall.documents.people import PHONE
from moothall.documents.sentences import all_say_none, sentences
from moothall.domain.facts import Fact

_NAME = re.compile(
    r"\b(?:[A-Z][\w-]+ (?:and |of |for )?){1,5}(?:Plan|Strategy|Programme|Framework)\b(?!\s+(?:Panel|"
    r"Committee|Board|Team|Manager|number|reference|ref))"
    r"(?:\s+20\d\d(?:[/–-]\d{2,4})?(?:\s*(?:to|-|–)\s*20\d\d(?:[/–-]\d{2,4})?)?)?"
)
_TIED = re.compile(
    r"\b(?:incorporat\w+|align\w*|builds? (?:on|upon)|alongside|link\w*|support\w*|draws? (?:on|upon)|"
    r"reflect\w*|complement\w*|underpin\w*|set out in|read with|refers? to|contained in|based on|"
    r"trajectory|consistent with|drawn from|in line with|sits (?:with|beside|alongside))\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:linked|useful|related|associated|supporting|other useful|other relevant|key) (?:council )?(?:documents?|"
    r"policies)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:forward plan|action plan|local government)\b", re.IGNORECASE)


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a document, each once."""
    seen: set[str] = set()
    of_a_report = clues.kind is DocumentKind.COMMITTEE_REPORT  # a web page lists the files that hang on it
    for entry in outline.all("documents") if of_a_report else ():
        for line in entry.values[:12] if _LISTED.search(entry.name) and not all_say_none(entry.values) else ():
            for first, last in _listed(line.text):
                name = re.sub(r"^[•●▪–-]\s+", "", line.text[first:last])
                if (
                    1 < len(name.split()) <= 14
                    and name.lower() not in seen
                    and not name.endswith(".")
                    and not PHONE.search(name)
                ):
                    seen.add(name.lower())
                    yield line.fact("linked_documents", name, "linked_documents.label", first, last)
    for line in outline.lines:
        for start, _, words in sentences(line):
            if not _TIED.search(words):
                continue
            for match in _NAME.finditer(words):
                name = re.sub(
                    r"^(?:(?:The|This|A|Our|In|As|Council's|Its|Both|Each|Draft(?= Productivity)) )+", "", match.group()
                )
                is_own = re.search(re.escape(clues.subject), name, re.IGNORECASE) if clues.subject != "plan" else None
                if len(name.split()) < 2 or is_own or _OWN.search(name) or any(name.lower() in held for held in seen):
                    continue
                seen.add(name.lower())
                at = start + match.end() - len(name)
                yield line.fact("linked_documents", name, "linked_documents", at, at + len(name))


def _listed(words: str) -> list[tuple[int, int]]:
    """Where each document of a labelled line starts and ends: parts between commas where each is named as one."""
    commas = [match.span() for match in re.finditer(r"[^,;]+", words)]
    if len(commas) > 1 and all(_NAME.search(words[start:end]) for start, end in commas):
        return [(start + len(words[start:end]) - len(words[start:end].lstrip()), end) for start, end in commas]
    return list(items(words))
