"""Whether a hyphen at a line's end belongs to the word or only to the line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moothall.documents.reading.pdf_pieces import Line, joined
from moothall.documents.reading.pdf_words import SOFT

_LETTERS = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_KEPT_PREFIXES = {
    "non", "self", "co", "cross", "multi", "long", "short", "high", "low", "medium", "mid", "well", "full", "part",
    "pre", "post", "semi", "sub", "ex", "anti", "all", "in", "on", "off", "one", "two", "three", "four", "five", "day",
    "end", "up", "cost", "value", "decision", "policy", "place", "evidence", "data", "community", "ring", "vice",
}  # fmt: skip
_MARKS = ("-", SOFT)
_MANY = 0.03


class Hyphens:
    """Knows the words of a document, and from them which broken words to mend."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: set[str] = set()
        self._compounds: set[str] = set()
        self._writes_soft = False
        ends = total = 0
        seen: set[str] = set()
        for line in lines:
            total += 1
            ends += len(line[-1].text) > 1 and line[-1].text.endswith("-")
            seen.update(joined(line[:-1]).split())
        for word in seen:
            lowered = word.lower()
            if SOFT in lowered:
                self._writes_soft = True
                lowered = lowered.replace(SOFT, "-")
            self._words.update(_LETTERS.findall(lowered))
            if "-" in lowered:
                self._compounds.update(_COMPOUND.findall(lowered))
        self._breaks_words = total > 20 and ends > _MANY * total

    def joins(self, before: str, after: str) -> bool:
        """Whether nothing at all stands between a line's last word and the next line's first: no space."""
        return len(before) > 1 and before[-1] in _MARKS and before[-2].isalnum() and after[:1].isalnum()

    def drops(self, before: str, after: str) -> bool:
        """Whether the hyphen of a word that ends its line goes when the word is joined to its rest."""
        if any(mark in before + after.rstrip(".") for mark in "@/_.") or before.startswith("www"):
            return False  # part of an address
        head = _LETTERS.findall(before.lower())
        tail = _LETTERS.match(after.lower())
        if not head or not tail or not after[0].islower() or not before[-2].isalpha():
            return False
        first, rest = head[-1], tail.group()
        if f"{first}-{rest}" in self._compounds:
            return False
        if before[-1] == SOFT and not self._writes_soft:
            return True
        if first + rest in self._words:
            return True
        if first in _KEPT_PREFIXES or (first in self._words and rest in self._words):
            return False
        return self._breaks_words
