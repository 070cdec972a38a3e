"""Where the words of a comment stand: described when it is made, found again after the words around them changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from moothall.corpus.anchoring import Anchored, How, anchor
from moothall.corpus.earlier import span_of
from moothall.corpus.edges import dress
from moothall.corpus.folding import fold
from moothall.corpus.ground import Ground
from moothall.corpus.selectors import dump, load, occurrences, select
from moothall.documents.reading.document import Block, BlockKind, Document, Page
from moothall.domain.facts import Locator
from moothall.domain.refusals import Refusal

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words of a comment stand in a text: ``start`` to ``end``, and whether they are still the same."""

    start: int
    end: int
    is_same: bool = True


@dataclass(frozen=True, slots=True)
class Meant:
    """Words somebody means, as they stand in the text, and their description to find them by."""

    quote: str
    anchor: list[dict[str, Any]]


def document(text: str) -> Document:
    """A text as a document of one page, each of its paragraphs a block."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, one.start(), one.end()) for one in _PARAGRAPH.finditer(text))
    return Document("", _sha256(text), "text/plain", (Page(1, text, blocks),))


def meant(text: str, quote: str, before: str = "") -> Meant:
    """The words of a text that somebody pasted or selected; ``before`` is what stood before a selection.

    Raises a Refusal where they do not stand there, and where they do more than once and nothing says which is meant.
    """
    ground = Ground(document(text))
    places = occurrences(ground, quote)
    if len(places) > 1 and before.strip():
        said = fold(before).text[-200:]
        places = [one for one in places if ground.folded.text[: one[0]].endswith(said)] or places
    if not places:
        raise Refusal(
            "These words do not stand in this section as it is now.",
            next_step="Copy them from the words above, whole words only, and paste them here.",
        )
    if len(places) > 1:
        raise Refusal(
            f"These words stand {len(places)} times in this section.",
            next_step="Paste a few words more from beside them, so that it is clear which are meant.",
        )
    start, end = _dressed(ground, quote, *span_of(ground, places[0]))
    where = ground.places(start, end)
    return Meant(ground.words(where), dump(select(ground, *where)))


def holds(text: str, quote: str) -> bool:
    """Whether words stand in a text, whatever their spacing and marks."""
    return bool(occurrences(Ground(document(text)), quote))


def _dressed(ground: Ground, quote: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the marks that the quotation has around its letters, where the text has them too."""
    lead, trail = dress(quote.strip())
    if lead and ground.text[max(0, start - len(lead)) : start] == lead:
        start -= len(lead)
    if trail and ground.text[end : end + len(trail)] == trail:
        end += len(trail)
    return start, end


def find(held: Sequence[Mapping[str, Any]], over: str, text: str) -> Found | None:
    """Where words described by ``held`` in the text ``over`` stand in a text now; None where that is not sure."""
    if not held:
        return None
    selectors = load(list(held), _sha256(over))
    if over == text:
        return _found(selectors.where, is_same=True)
    answer = anchor(selectors, document(text), earlier=document(over))
    if not isinstance(answer, Anchored):
        return None
    return _found(answer.places, is_same=answer.how is not How.CHANGED)


def _found(where: Sequence[Locator], *, is_same: bool) -> Found:
    return Found(where[0].start, where[-1].end, is_same)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
