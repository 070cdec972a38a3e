"""Why a theme was suggested: which phrases and words spoke for it, where they stand, and the example nearest to it.

It is reckoned only when somebody asks. It shows what a suggestion rests on and proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from moothall.corpus.coding.cue_book import Hit
from moothall.corpus.coding.excerpts import Excerpt
from moothall.corpus.coding.fitting import Matrix
from moothall.corpus.coding.heads import Head
from moothall.corpus.coding.meanings import meanings
from moothall.corpus.coding.views import Views
from moothall.corpus.coding.words import placed, plain
from moothall.domain.coding import Example
from moothall.reference import coding_frame

MOST = 6
"""How many phrases and words are told at most."""
_PLACES = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """Words that spoke for the theme.

    ``where`` is text, heading, before or after; ``start`` and ``end`` (exclusive) are their place in it, and ``words``
    is exactly that slice. ``weight`` is how far they moved the leaning to the theme above its mean over the others, in
    log-odds. ``code`` is what the codebook's phrase there stands for (a theme, practice or barrier), or None for words
    that are known from examples alone.
    """

    words: str
    where: str
    start: int
    end: int
    weight: float
    code: str | None


@dataclass(frozen=True, slots=True)
class Nearest:
    """The example written for the frame whose meaning is nearest. ``likeness`` is 1 for the same words, near 0 for
    nothing in common."""

    example: Example
    likeness: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a suggested theme rests on, the weightiest first. ``reasons`` may be empty: then meaning alone spoke."""

    theme: str
    reasons: tuple[Reason, ...]
    nearest: Nearest


def explained(views: Views, themes: Head, heat: float, excerpt: Excerpt, theme: str) -> Explanation:
    """The reasons for a theme in a passage, its heading and its neighbours, and the nearest example."""
    at = themes.classes.index(theme)
    others = np.delete(themes.coefficients, at, axis=1).mean(axis=1)
    pull = views.look([excerpt])[0] * (themes.coefficients[:, at] - others) / heat
    found = sorted(_reasons(views, excerpt, pull), key=lambda one: (-one.weight, one.where, one.start, -one.end))
    kept: list[Reason] = []
    for one in found:
        if one.weight >= 10**-_PLACES and not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return Explanation(theme, tuple(kept[:MOST]), _nearest(excerpt))


def _reasons(views: Views, excerpt: Excerpt, pull: Matrix) -> Iterator[Reason]:
    layout = views.layout
    for where, columns in (
        ("text", layout.cues),
        ("heading", layout.heading),
        ("before", layout.before),
        ("after", layout.after),
    ):
        text = getattr(excerpt, where)
        words = placed(text)
        spans: dict[tuple[int, int], tuple[float, str | None]] = {}
        for span, weight, told in _phrases(views, words, pull[columns]):
            held, code = spans.get(span, (0.0, None))
            spans[span] = (held + weight, told if code is None or weight >= held else code)
        for span, weight in _terms(views, words, pull[layout.terms]) if where == "text" else ():
            held, code = spans.get(span, (0.0, None))
            spans[span] = (held + weight, code)
        for (start, end), (weight, code) in spans.items():
            yield Reason(text[start:end], where, start, end, round(weight, _PLACES), code)


def _phrases(
    views: Views, words: Sequence[tuple[str, int, int]], pull: Matrix
) -> Iterator[tuple[tuple[int, int], float, str]]:
    """Each phrase with its share of what its cue weighs: two of one cue share alike."""
    hits = views.book.hits([word for word, _, _ in words])
    held: dict[int, list[Hit]] = {}
    for hit in hits:
        held.setdefault(hit.cue, []).append(hit)
    for cue, some in held.items():
        told = views.book.cues[cue]
        for hit in some:
            span = words[hit.at][1], words[hit.at + hit.length - 1][2]
            yield span, float(pull[cue]) / len(some), told.code or told.theme


def _terms(
    views: Views, words: Sequence[tuple[str, int, int]], pull: Matrix
) -> Iterator[tuple[tuple[int, int], float]]:
    """Each known word and pair with what it weighs, where it stands first."""
    singles = [(term, start, end) for word, start, end in words if len(term := plain(word)) > 1]
    pairs = [(f"{one} {two}", start, end) for (one, start, _), (two, _, end) in pairwise(singles)]
    first: dict[str, tuple[int, int]] = {}
    for term, start, end in (*singles, *pairs):
        if term in views.terms:
            first.setdefault(term, (start, end))
    for term, span in first.items():
        yield span, float(pull[views.terms[term]])


def _overlap(one: Reason, other: Reason) -> bool:
    return one.where == other.where and one.start < other.end and other.start < one.end


@cache
def _meant() -> Matrix:
    return meanings(one.text for one in coding_frame.examples())


def _nearest(excerpt: Excerpt) -> Nearest:
    likeness = _meant() @ meanings([excerpt.text])[0]
    at = int(np.argmax(likeness))
    return Nearest(coding_frame.examples()[at], round(float(likeness[at]), _PLACES))
