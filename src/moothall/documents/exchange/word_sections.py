"""What goes out to Word and comes back: sections under lasting names, and what a returned file holds of each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moothall.domain.returned_words import Piece

NAME_OF_TOKEN = "MoothallWords"  # noqa: S105  (the name of a property)
NAME_OF_FINGERPRINT = "MoothallFingerprint"
TAG = re.compile(r"^mh:([0-9a-f]{16}):(\d{1,5})(:after)?$")
BOOKMARK = re.compile(r"^mh_([0-9a-f]{16})_(\d{1,5})$")


@dataclass(frozen=True, slots=True)
class Section:
    """One stretch of words under a lasting name. ``key`` is empty for words that only guide the reader (headings).

    ``text`` holds paragraphs parted by blank lines; ``level`` is 0 for a guide in small print, 1 or more for a heading.
    """

    key: str
    title: str
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class OutComment:
    """A comment that goes out beside the words ``start`` to ``end`` of the section with this key.

    Where both are 0 it is about the whole section. ``known`` is its lasting number here, None for an answer to the
    comment before it. ``written`` is when, as Word writes it.
    """

    key: str
    author: str
    written: str
    text: str
    start: int = 0
    end: int = 0
    known: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Which section of which outgoing file some words stand in."""

    token: str
    number: int


@dataclass(frozen=True, slots=True)
class FoundSection:
    """The words of one section as the file holds them, with its tracked changes, and what is told but not applied."""

    place: Place
    pieces: tuple[Piece, ...]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundComment:
    """A comment of the file. ``place`` is None where it stands in no section; ``quote`` are the words it is about.

    ``parent`` is the name of the comment it answers; ``name`` is the file's own for it.
    """

    name: str
    author: str
    at: str
    text: str
    place: Place | None = None
    quote: str = ""
    before: str = ""
    after: str = ""
    parent: str | None = None
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class Loose:
    """Words that belong to no section as they stand: ``kind`` is outside, twice, table, picture, box, note, ...

    ``place`` is the section they stand in or near, where there is one.
    """

    kind: str
    words: str
    author: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class FromWord:
    """Everything a returned file holds. ``token`` and ``fingerprint`` are what it says it went out with."""

    token: str
    fingerprint: str
    last_author: str
    saved_at: str
    sections: tuple[FoundSection, ...]
    comments: tuple[FoundComment, ...]
    loose: tuple[Loose, ...]
