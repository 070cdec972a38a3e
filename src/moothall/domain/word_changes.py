"""What changed between two texts, paragraph by paragraph and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

ALIKE = 0.4
"""Two paragraphs that share less of their words are told as one taken out and one added: marks in every second word
would be read by nobody."""
_PARAGRAPHS = re.compile(r"[ \t]*\n[ \t]*\n\s*")
_WORDS = re.compile(r"\S+\s*")


class Kind(StrEnum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its changes. ``number`` counts in the later text from 1; None where it was taken out."""

    number: int | None
    parts: tuple[tuple[Kind, str], ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything in it was added or taken out."""
        return any(kind is not Kind.SAME for kind, _ in self.parts)

    @property
    def before(self) -> str:
        """The paragraph as it was, empty where it is new."""
        return "".join(text for kind, text in self.parts if kind is not Kind.ADDED).strip()

    @property
    def after(self) -> str:
        """The paragraph as it is, empty where it was taken out."""
        return "".join(text for kind, text in self.parts if kind is not Kind.REMOVED).strip()

    @property
    def count(self) -> int:
        """How many changes a reader sees in it: words taken out with others in their place are one."""
        kinds = [kind for kind, _ in self.parts]
        pairs = zip([Kind.SAME, *kinds], kinds, strict=False)
        return sum(kind is not Kind.SAME and earlier is Kind.SAME for earlier, kind in pairs)


def changes(before: str, after: str) -> tuple[Paragraph, ...]:
    """Every paragraph of both texts in order, each with what was added and taken out."""
    was, now = (
        [part.strip() for part in _PARAGRAPHS.split(text.replace("\r\n", "\n")) if part.strip()]
        for text in (before, after)
    )
    return tuple(_numbered(_paired(was, now)))


def _paired(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph beside what became of it; one side is empty where it has no other."""
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for kind, low, high, start, end in blocks:
        if kind == "equal":
            yield from zip(was[low:high], now[start:end], strict=True)
            continue
        at = low
        for paragraph in now[start:end]:
            match = next((old for old in range(at, high) if _are_alike(was[old], paragraph)), None)
            if match is None:
                yield "", paragraph
                continue
            yield from ((gone, "") for gone in was[at:match])
            yield was[match], paragraph
            at = match + 1
        yield from ((gone, "") for gone in was[at:high])


def _are_alike(was: str, now: str) -> bool:
    return SequenceMatcher(None, was.split(), now.split(), autojunk=False).ratio() >= ALIKE


def _numbered(pairs: Iterator[tuple[str, str]]) -> Iterator[Paragraph]:
    number = 0
    for was, now in pairs:
        number += bool(now)
        yield Paragraph(number if now else None, tuple(_parts(was, now)))


def _parts(was: str, now: str) -> Iterator[tuple[Kind, str]]:
    """The words of one paragraph: what stayed, what was taken out, and what came in its place."""
    old, new = _WORDS.findall(was), _WORDS.findall(now)
    matcher = SequenceMatcher(None, [one.strip() for one in old], [one.strip() for one in new], autojunk=False)
    for kind, low, high, start, end in matcher.get_opcodes():
        if kind == "equal":
            yield Kind.SAME, _spaced(new[start:end])
            continue
        if high > low:
            yield Kind.REMOVED, _spaced(old[low:high])
        if end > start:
            yield Kind.ADDED, _spaced(new[start:end])


def _spaced(words: Sequence[str]) -> str:
    """Words as they stand, with a space after the last, so that marked words never touch what follows."""
    text = "".join(words)
    return text if text[-1:].isspace() else f"{text} "
