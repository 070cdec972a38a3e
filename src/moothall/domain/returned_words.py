"""Words that went out and came back changed: what changed, by whom, what they say once some of it is accepted.

Pure text in, text out. Nothing here knows of files; a paragraph ends with a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

BREAK = "\n\n"
MOST_TOKENS = 20_000
_TOKEN = re.compile(r"\n\n|\n|[^\S\n]+|\w+|[^\w\s]")
_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Edit:
    """Who made a change and when, as the file says it. ``is_tracked`` is false where only comparing shows it.

    ``is_move`` marks words taken from one place or put in another by moving them.
    """

    author: str
    at: str = ""
    is_move: bool = False
    is_tracked: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words. Somebody may have put it in, somebody may have taken it out, or both one after the other."""

    text: str
    inserted: Edit | None = None
    deleted: Edit | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change to accept or refuse: ``kind`` is "ins" or "del"; ``text`` the words it puts in or takes out."""

    number: int
    kind: str
    text: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of words with the numbers of the changes that put it in and took it out, None where there is none."""

    text: str
    inserted: int | None = None
    deleted: int | None = None


def settled(text: str) -> str:
    """The text with its paragraphs parted by one blank line each, and nothing before, after or empty between them."""
    lines = _PARAGRAPHS.split(text.replace("\r\n", "\n").strip())
    return BREAK.join(line.strip() for line in lines if line.strip())


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text; a single line end stays inside its paragraph."""
    whole = settled(text)
    return tuple(whole.split(BREAK)) if whole else ()


def tokens(text: str) -> list[str]:
    """The text as words, marks, spaces and line ends; joined they are the text again."""
    return _TOKEN.findall(text)


def differences(before: str, after: str) -> list[tuple[int, int, int, int]]:
    """Where two texts differ, by whole words: (start, end) in the first and (start, end) in the second, in order.

    Above MOST_TOKENS words and marks the whole middle counts as one difference.
    """
    if before == after:
        return []
    one, two = tokens(before), tokens(after)
    head = 0
    while head < min(len(one), len(two)) and one[head] == two[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(two)) - head and one[-1 - tail] == two[-1 - tail]:
        tail += 1
    first, second = one[head : len(one) - tail], two[head : len(two) - tail]
    if len(first) + len(second) > MOST_TOKENS:
        found = [(0, len(first), 0, len(second))]
    else:
        matcher = SequenceMatcher(None, first, second, autojunk=False)
        found = [(a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    at_one, at_two = _offsets(one), _offsets(two)
    return [(at_one[a + head], at_one[b + head], at_two[c + head], at_two[d + head]) for a, b, c, d in found]


def _offsets(some: Sequence[str]) -> list[int]:
    found = [0]
    for each in some:
        found.append(found[-1] + len(each))
    return found


def compose(sent: str, returned: Iterable[Piece], untracked: Edit) -> tuple[Piece, ...]:
    """The words that went out with every change made to them since, tracked or not, in the order they stand.

    ``returned`` are the pieces of the file in order. What differs from ``sent`` with every tracked change refused was
    changed without tracking, and is ``untracked``'s.
    """
    pieces = [piece for piece in returned if piece.text]
    before = "".join(piece.text for piece in pieces if piece.inserted is None)
    found: list[Piece] = []
    stream = _Stream(pieces)
    for start, end, other_start, other_end in differences(sent, before):
        found += stream.until(other_start)
        if end > start:
            found.append(Piece(sent[start:end], deleted=untracked))
        found += [piece if piece.inserted else replace(piece, inserted=untracked) for piece in stream.until(other_end)]
    found += stream.rest()
    return _joined(found)


class _Stream:
    """Pieces taken from left to right by how many of the words without tracked insertions have gone by."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._left = list(reversed(pieces))
        self._gone = 0

    def until(self, offset: int) -> Iterator[Piece]:
        """The pieces up to this offset; an insertion just at it is left for what follows."""
        while self._gone < offset and self._left:
            piece = self._left.pop()
            if piece.inserted is not None:
                yield piece
                continue
            take = offset - self._gone
            if len(piece.text) > take:
                self._left.append(replace(piece, text=piece.text[take:]))
                piece = replace(piece, text=piece.text[:take])
            self._gone += len(piece.text)
            yield piece

    def rest(self) -> Iterator[Piece]:
        """Everything that is left."""
        while self._left:
            yield self._left.pop()


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and (last.inserted, last.deleted) == (piece.inserted, piece.deleted):
            found[-1] = replace(last, text=last.text + piece.text)
        else:
            found.append(piece)
    return tuple(found)


def numbered(pieces: Iterable[Piece]) -> tuple[tuple[Marked, ...], tuple[Change, ...]]:
    """The pieces with each change numbered from 1, and the changes. Neighbours by one hand at one go are one change."""
    marked: list[Marked] = []
    changes: dict[int, Change] = {}
    last: dict[str, int | None] = {"ins": None, "del": None}

    def number(kind: str, edit: Edit | None, text: str) -> int | None:
        before = last[kind]
        if edit is None:
            last[kind] = None
        elif before is not None and _is_one(changes[before].edit, edit):
            changes[before] = replace(changes[before], text=changes[before].text + text)
        else:
            last[kind] = len(changes) + 1
            changes[len(changes) + 1] = Change(len(changes) + 1, kind, text, edit)
        return last[kind]

    for piece in pieces:
        inserted = number("ins", piece.inserted, piece.text)
        marked.append(Marked(piece.text, inserted, number("del", piece.deleted, piece.text)))
    return tuple(marked), tuple(changes.values())


def _is_one(one: Edit, other: Edit) -> bool:
    return (one.author, one.is_move, one.is_tracked) == (other.author, other.is_move, other.is_tracked)


def reads(marked: Iterable[Marked], accepted: Collection[int]) -> str:
    """What the words say once these changes are accepted and no other is."""
    return settled(
        "".join(
            one.text
            for one in marked
            if (one.inserted is None or one.inserted in accepted)
            and (one.deleted is None or one.deleted not in accepted)
        )
    )
