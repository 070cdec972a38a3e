"""Guidance that a template left behind in somebody's words: "[insert name]", "delete as appropriate", "TBC"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACKETED = r"\[[^\]\n]{0,20}\b(?:insert|enter|add|name|date|delete|complete|type|select|xx+)\b[^\]\n]{0,80}\]"
_ANGLED = r"<(?:insert|enter|add|type|select)\b[^>\n]{1,80}>"
_ORDERS = (
    r"\b(?:delete|amend|strike out) (?:as|where|if) (?:appropriate|applicable|necessary|required)\b"
    r"|\b(?:click|tap) (?:or tap )?here to (?:enter|add|insert)\b[^.\n]{0,30}"
    r"|\bguidance(?: notes?)? (?:for|to) (?:the )?(?:report )?authors?\b"
    r"|\bto be (?:inserted|completed by (?:the )?(?:author|finance|legal))\b"
    r"|\blorem ipsum\b"
)
_PLACEHOLDERS = r"\{\{[^}\n]{0,60}\}\}|\bx{3,}\b|\?{3,}|(?-i:\bTB[CA]\b)"
_PROMPT = re.compile("|".join((_BRACKETED, _ANGLED, _ORDERS, _PLACEHOLDERS)), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words of guidance in a text. ``start`` and ``end`` are offsets in it, end exclusive."""

    words: str
    start: int
    end: int


def leftovers(text: str) -> Iterator[Leftover]:
    """Each stretch of the text that reads as a template's guidance and not as a report, in order."""
    for found in _PROMPT.finditer(text):
        yield Leftover(found.group(), found.start(), found.end())
