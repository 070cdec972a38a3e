"""Finding passages by their words. Hits come by how near they are to what was asked, and say nothing of a council."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from moothall.apps.panel import actions, engines, queries
from moothall.apps.panel.engines.terms import MARK, UNMARK, terms

_AROUND = 220
"""How many characters of a long passage are shown on either side of the first word found."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation, marked where it is what was looked for."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with where it stands in public. ``theme`` is the key of the round's theme."""

    name: str
    quotation: tuple[Piece, ...]
    authority_name: str
    slug: str
    is_fictional: bool
    place: str
    theme: str
    heading: str


@dataclass(frozen=True, slots=True)
class Found:
    """The hits asked for, how many there are in all, and what was looked in."""

    hits: tuple[Hit, ...]
    total: int
    passages: int
    plans: int


def find(words: str, round_slug: str, limit: int = 20, offset: int = 0) -> Found:
    """The passages of a round's published plans that hold every word, the nearest to what was asked first.

    Whatever is typed is safe: every term is quoted, a phrase in double quotes is found as a phrase, and the last word
    also finds what begins with it. Plans published since the last look are taken in first.
    """
    actions.index_publications()
    passages, plans = queries.searched(round_slug)
    asked = terms(words)
    if not asked:
        return Found((), 0, passages, plans)
    rows, total = engines.of(connection).look(connection, asked, round_slug=round_slug, limit=limit, offset=offset)
    by_key = queries.passages([pk for pk, _ in rows])
    hits = tuple(
        Hit(
            name=one.name,
            quotation=tuple(quotation(marked)),
            authority_name=one.publication.workspace.authority_name,
            slug=one.publication.workspace.slug,
            is_fictional=one.publication.workspace.is_fictional,
            place=one.place,
            theme=one.theme,
            heading=one.heading,
        )
        for one, marked in ((by_key[pk], marked) for pk, marked in rows)
    )
    return Found(hits, total, passages, plans)


def quotation(marked: str) -> Iterator[Piece]:
    """A passage with marks in it as pieces, cut at whole words around the first mark where it is long."""
    pieces = [Piece(text, is_marked) for text, is_marked in _parted(marked) if text]
    first = next((at for at, piece in enumerate(pieces) if piece.is_marked), 0)
    before = "".join(piece.text for piece in pieces[:first])
    if before:
        yield Piece(before if len(before) <= _AROUND else "… " + before[-_AROUND:].partition(" ")[2])
    room = 2 * _AROUND
    for piece in pieces[first:]:
        if len(piece.text) > room and not piece.is_marked:
            yield Piece(piece.text[:room].rpartition(" ")[0] + " …")
            return
        yield piece
        room = max(0, room - len(piece.text))


def _parted(marked: str) -> Iterator[tuple[str, bool]]:
    for part in marked.split(MARK):
        inside, unmark, outside = part.partition(UNMARK)
        if unmark:
            yield inside, True
            yield outside, False
        else:
            yield part, False
