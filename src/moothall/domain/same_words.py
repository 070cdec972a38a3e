"""Whether the words of a copy are those of a text, passage by passage. Reading can deny that; it can never prove it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‑": "-"})
_PAGE = re.compile(r"\bPage\s+\d+(?:\s+of\s+\d+)?\b")
_SHOWN = 400  # characters of what stands besides


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a copy reads beside a text. ``missing`` are passages of the text that the copy does not say as they stand.

    ``besides`` is how many words the copy says that are in no passage, and ``said_besides`` the first of them.
    """

    passages: int
    missing: tuple[str, ...]
    besides: int
    said_besides: str

    @property
    def is_whole(self) -> bool:
        """Every passage stands in the copy, letter for letter, spaces and hyphens apart."""
        return not self.missing

    @property
    def is_like(self) -> bool:
        """At least half of the passages stand in the copy: it is this text or was made from it."""
        return self.passages > 0 and 2 * len(self.missing) <= self.passages


def likeness(passages: Iterable[str], furniture: Iterable[str], copy: str) -> Likeness:
    """Compare a copy's whole text with the passages of a text.

    Each passage takes its place in the copy, so that one that stands twice in the text must stand twice in the copy.
    ``furniture`` (heads, feet, headings of tables) may stand there any number of times or not at all.
    """
    copy = _PAGE.sub(" ", copy)
    kept, places = _close(copy)
    told = [one for one in passages if _close(one)[0]]
    missing: list[int] = []
    # The longest first: a figure in a cell must not take its place out of the middle of a paragraph.
    for number in sorted(range(len(told)), key=lambda at: -len(told[at])):
        wanted = _close(told[number])[0]
        at = kept.find(wanted)
        if at < 0:
            missing.append(number)
        else:
            kept = _taken(kept, at, len(wanted))
    for one in sorted({_close(one)[0] for one in furniture} - {""}, key=len, reverse=True):
        while (at := kept.find(one)) >= 0:
            kept = _taken(kept, at, len(one))
    words = _left(copy, kept, places)
    return Likeness(len(told), tuple(told[number] for number in sorted(missing)), len(words), _first(words))


def _taken(kept: str, at: int, length: int) -> str:
    return f"{kept[:at]}{chr(0) * length}{kept[at + length :]}"


def _close(text: str) -> tuple[str, list[int]]:
    """The letters, figures and signs of a text without spaces and hyphens, and where in it each stood.

    A hyphen before a figure and after none is a minus, which is never left out.
    """
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for one in unicodedata.normalize("NFKC", letter).translate(_QUOTES):
            if one.isspace() or unicodedata.category(one) in ("Cf", "Cc"):
                continue
            if one == "-" and not _is_minus(text, place):
                continue
            letters.append(one)
            places.append(place)
    return "".join(letters), places


def _is_minus(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return after.isdigit() and not before.isalnum()


def _left(copy: str, kept: str, places: list[int]) -> list[str]:
    """The words of the copy that no passage took, page numbers apart."""
    left = {place for letter, place in zip(kept, places, strict=True) if letter != "\0"}
    words = [
        match[0]
        for match in re.finditer(r"\S+", copy)
        if any(place in left for place in range(match.start(), match.end()) if copy[place].isalnum())
    ]
    return [word for word in words if not re.fullmatch(r"\d{1,3}\.?", word)]


def _first(words: list[str]) -> str:
    said = " ".join(words)
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rsplit(' ', 1)[0]} …"
