"""A passage's meaning as one vector: the mean of the vectors of its words' pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from moothall.reference.word_vectors import word_vectors

_WORD = re.compile(r"[a-z0-9]+|[£$€%&]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LONGEST = 40


def meanings(texts: Iterable[str]) -> npt.NDArray[np.float64]:
    """A vector of length 1 for each text (texts by dimensions), or zeros where no piece of it is known."""
    _, vectors = word_vectors()
    found = []
    for text in texts:
        rows = [row for word in _WORD.findall(_folded(text)) for row in _rows(word)]
        vector = vectors[rows].sum(axis=0, dtype=np.float64) if rows else np.zeros(vectors.shape[1])
        length = float(np.sqrt((vector * vector).sum()))
        found.append(vector / length if length else vector)
    return np.array(found).reshape(len(found), vectors.shape[1])


def _folded(text: str) -> str:
    small = text.lower()
    if small.isascii():
        return small
    return _NOT_ASCII.sub(lambda found: _bare(found.group()), small)


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    """A letter without its accents, as the letters it is made of."""
    return "".join(one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one))


@lru_cache(maxsize=100_000)
def _rows(word: str) -> tuple[int, ...]:
    """The rows of a word's pieces: the longest piece that fits, and so on to its end; none where one is unknown."""
    known, _ = word_vectors()
    if len(word) > _LONGEST:
        return ()
    rows: list[int] = []
    start = 0
    while start < len(word):
        opening = "##" if start else ""
        for end in range(len(word), start, -1):
            row = known.get(opening + word[start:end])
            if row is not None:
                rows.append(row)
                start = end
                break
        else:
            return ()
    return tuple(rows)
