"""A passage's words in small letters, figures made alike, and pairs of words."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[a-z0-9£&]+(?:['.&/][a-z0-9]+|(?<=[0-9])-[0-9]+)*")
_SOFT_HYPHEN = "\u00ad"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": " ", "—": " ", _SOFT_HYPHEN: None})
_FIGURE = re.compile(r"£?\d[\d.,/-]*(?:k|m|bn|pa)?")


def words(text: str) -> list[str]:
    """The words in order, parted at hyphens; an apostrophe, a full stop or a stroke inside a word stays."""
    return _WORD.findall((text if text.isascii() else text.translate(_QUOTES)).lower())


def placed(text: str) -> list[tuple[str, int, int]]:
    """The words in order, each with where it starts and ends (exclusive) in the text as it was given."""
    kept = [at for at, letter in enumerate(text) if letter != _SOFT_HYPHEN]
    plain = "".join(small if len(small := text[at].translate(_QUOTES).lower()) == 1 else text[at] for at in kept)
    return [(one.group(), kept[one.start()], kept[one.end() - 1] + 1) for one in _WORD.finditer(plain)]


def terms(found: list[str]) -> list[str]:
    """Words of two letters or more and pairs of neighbours; every figure is the same word, and money another."""
    singles = [one for one in map(plain, found) if len(one) > 1]
    return [*singles, *(f"{first} {second}" for first, second in pairwise(singles))]


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word as a term: a figure as (figure), money as (money), and no possessive ending."""
    if _FIGURE.fullmatch(word):
        return "(money)" if word.startswith("£") else "(figure)"
    return word.removesuffix("'s")
