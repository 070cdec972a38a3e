"""A passage's words in small letters, figures made alike, and pairs of words."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[a-z0-9£&]+(?:['.&/-][a-z0-9]+)*")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": " ", "—": " ", "\u00ad": None})
_FIGURE = re.compile(r"£?\d[\d.,/-]*(?:k|m|bn|pa)?")


def words(text: str) -> list[str]:
    """The words in order. A hyphen, an apostrophe, a full stop or a stroke inside a word stays."""
    return _WORD.findall((text if text.isascii() else text.translate(_QUOTES)).lower())


def terms(found: list[str]) -> list[str]:
    """Words of two letters or more and pairs of neighbours; every figure is the same word, and money another."""
    plain = [_plain(word) for word in found]
    plain = [word for word in plain if len(word) > 1]
    return [*plain, *(f"{first} {second}" for first, second in pairwise(plain))]


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    if _FIGURE.fullmatch(word):
        return "(money)" if word.startswith("£") else "(figure)"
    return word.removesuffix("'s")
