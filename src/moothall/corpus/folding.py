"""Words without their dress: letters and figures only, each knowing where it stood, so that a line break, a hyphen, a
ligature or another quotation mark is no difference."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SIGNS = frozenset("£$€%&@")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_MINUS = re.compile(r"(?:(?<=[\s(])|^)[-−](?=[\d£])")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's letters and figures in small letters; ``at[i]`` is where the i-th of them stands in the text."""

    text: str
    at: tuple[int, ...]


def fold(text: str) -> Folded:
    """The text without spaces, hyphens, quotation marks, bullets and other punctuation, in small letters.

    A decimal point, a minus before a figure, and the signs for money and percent stay: without them £1.5 million would
    be £15 million.
    """
    kept = {match.start() for match in _POINT.finditer(text)} | {match.start() for match in _MINUS.finditer(text)}
    letters: list[str] = []
    at: list[int] = []
    for place, character in enumerate(text):
        plain = _plain(character)
        if not plain and place in kept:
            plain = "." if character == "." else "-"
        for letter in plain:
            letters.append(letter)
            at.append(place)
    return Folded("".join(letters), tuple(at))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """The letters, figures and signs in a character: two for a ligature, none for a space or a quotation mark."""
    parts = unicodedata.normalize("NFKD", character).casefold()
    return "".join(one for one in parts if one.isalnum() or one in _SIGNS)
