"""Finding the codebook's phrases in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from moothall.domain.coding import Cue

_PHRASE_WORD = re.compile(r"[a-z0-9£&]+(?:['.&/][a-z0-9]+|(?<=[0-9])-[0-9]+)*\*?")
_SHORTEST_STEM = 3
_LONGER_COUNTS = 1.5
"""A phrase of several words says more than one word."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the cue in this place of the list, found ``length`` words long from the word ``at``."""

    cue: int
    at: int
    length: int


class _Opened:
    """The phrases that a word opens, with their cues: all of them, those of the word alone, and the longer ones by the
    word that follows where it is a whole one."""

    __slots__ = ("alone", "every", "longer", "then", "then_any")

    def __init__(self, every: Sequence[tuple[list[str], int]]) -> None:
        self.every = tuple(every)
        self.alone = tuple(place for parts, place in every if len(parts) == 1)
        self.longer = len(self.alone) < len(self.every)
        self.then: dict[str, list[tuple[list[str], int]]] = {}
        self.then_any = tuple(one for one in every if len(one[0]) > 1 and one[0][1].endswith("*"))
        for one in every:
            if len(one[0]) > 1 and not one[0][1].endswith("*"):
                self.then.setdefault(one[0][1], []).append(one)


class CueBook:
    """The phrases, ready to be found."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.cues = tuple(cues)
        self._whole: dict[str, list[tuple[list[str], int]]] = {}
        self._stems: dict[str, list[tuple[list[str], int]]] = {}
        for place, cue in enumerate(self.cues):
            for parts in map(list, dict.fromkeys(tuple(_PHRASE_WORD.findall(phrase)) for phrase in cue.phrases)):
                held = self._stems if parts[0].endswith("*") else self._whole
                held.setdefault(parts[0].rstrip("*"), []).append((parts, place))
        self._opened_by = lru_cache(maxsize=100_000)(self._find_opened_by)

    def hits(self, words: Sequence[str]) -> list[Hit]:
        """Every phrase in these words, in their order."""
        found: list[Hit] = []
        for at, word in enumerate(words):
            for parts, place in self._opened_by(word).every:
                if _stands(parts, words, at):
                    found.append(Hit(place, at, len(parts)))
        return found

    def counts(self, texts: Iterable[Sequence[str]]) -> npt.NDArray[np.float64]:
        """How much of each cue stands in each text (texts by cues), growing ever slower, a long text like a short."""
        rows = []
        for words in texts:
            row = [0.0] * len(self.cues)
            for at, word in enumerate(words):
                opened = self._opened_by(word)
                for place in opened.alone:
                    row[place] += 1
                if opened.longer and at + 1 < len(words):
                    for parts, place in (*opened.then.get(words[at + 1], ()), *opened.then_any):
                        if _stands(parts, words, at):
                            row[place] += _LONGER_COUNTS
            rows.append(row)
        found = np.log1p(np.array(rows).reshape(len(rows), len(self.cues)))
        return np.asarray(found / (np.sqrt((found * found).sum(axis=1, keepdims=True)) + 1))

    def _find_opened_by(self, word: str) -> _Opened:
        found = list(self._whole.get(word, ()))
        for end in range(_SHORTEST_STEM, len(word) + 1):
            found.extend(self._stems.get(word[:end], ()))
        return _Opened(found)


def _stands(parts: list[str], words: Sequence[str], at: int) -> bool:
    if at + len(parts) > len(words):
        return False
    for place in range(1, len(parts)):
        part, word = parts[place], words[at + place]
        if word != part and not (part[-1] == "*" and word.startswith(part[:-1])):
            return False
    return True
