"""What of a passage the suggester looks at: the codebook's phrases, its terms, its meaning, its heading and what that
means, its neighbours and its shape, side by side as numbers."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from moothall.corpus.coding.cue_book import CueBook
from moothall.corpus.coding.excerpts import Excerpt
from moothall.corpus.coding.fitting import Matrix
from moothall.corpus.coding.meanings import meanings
from moothall.corpus.coding.words import terms, words

CUES, HEADING, NEIGHBOUR, TERMS, MEANING, HEADING_MEANING, SHAPE = 2.0, 2.5, 0.7, 3.0, 2.0, 1.0, 0.3
"""How much each view weighs against the others. Chosen by learning from one writer and judging by another."""
_SEEN_IN = 3
_LONG = 150
_SHAPES = 6
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each view stands among the columns. ``is_own`` marks what comes from the passage's own words."""

    cues: slice
    heading: slice
    before: slice
    after: slice
    terms: slice
    meaning: slice
    heading_meaning: slice
    shape: slice
    width: int

    @property
    def is_own(self) -> Matrix:
        """1 for the columns of the passage's own words and the constant, 0 for what heading and neighbours say."""
        own = np.ones(self.width)
        own[self.heading.start : self.after.stop] = 0
        own[self.heading_meaning] = 0
        own[self.shape.stop - 1] = 0
        return own


class Views:
    """The views of passages, with the terms of three or more of the passages it was made from."""

    def __init__(self, book: CueBook, terms_known: Sequence[str], rarity: Matrix, dimensions: int) -> None:
        self.book = book
        self.terms = {term: place for place, term in enumerate(terms_known)}
        self.rarity = rarity
        self._rarity = [float(one) for one in rarity]
        each = len(book.cues)
        ends = list(accumulate((each, each, each, each, len(self.terms), dimensions, dimensions, _SHAPES)))
        cues, heading, before, after, known, meaning, above, shape = (
            slice(start, end) for start, end in zip([0, *ends], ends, strict=False)
        )
        self.layout = Layout(cues, heading, before, after, known, meaning, above, shape, ends[-1] + 1)

    def look(self, excerpts: Sequence[Excerpt]) -> Matrix:
        """Numbers for each passage (passages by columns); the last column is always 1."""
        layout = self.layout
        found = np.zeros((len(excerpts), layout.width))
        texts = dict.fromkeys(one for it in excerpts for one in (it.text, it.before, it.after, it.heading))
        split = {one: words(one) for one in texts}
        each = dict(zip(split, self.book.counts(split.values()), strict=True))
        for row, one in enumerate(excerpts):
            found[row, layout.cues] = each[one.text] * CUES
            found[row, layout.heading] = each[one.heading] * HEADING
            found[row, layout.before] = each[one.before] * NEIGHBOUR
            found[row, layout.after] = each[one.after] * NEIGHBOUR
            weights = self._terms(split[one.text])
            found[row, [layout.terms.start + place for place in weights]] = [one * TERMS for one in weights.values()]
            found[row, layout.shape] = _shape(one)
        found[:, layout.meaning] = meanings(one.text for one in excerpts) * MEANING
        above = {one.heading: place for place, one in enumerate({one.heading: one for one in excerpts}.values())}
        found[:, layout.heading_meaning] = meanings(above)[[above[one.heading] for one in excerpts]] * HEADING_MEANING
        found[:, layout.shape] *= SHAPE
        found[:, -1] = 1
        return found

    def _terms(self, found: list[str]) -> dict[int, float]:
        """The weight of each known term in a text, so that the squares of all add up to 1."""
        counted = Counter(place for term in terms(found) if (place := self.terms.get(term)) is not None)
        weighed = {place: (1 + math.log(times)) * self._rarity[place] for place, times in counted.items()}
        length = math.sqrt(sum(value * value for value in weighed.values())) or 1.0
        return {place: value / length for place, value in weighed.items()}


def views_of(book: CueBook, texts: Iterable[str], dimensions: int) -> Views:
    """Views whose terms are those found in three or more of these texts; a rare term weighs more than a common one."""
    seen: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        seen.update(set(terms(words(text))))
    known = sorted(term for term, times in seen.items() if times >= _SEEN_IN)
    rarity = np.array([math.log((1 + total) / (1 + seen[term])) + 1 for term in known])
    return Views(book, known, rarity, dimensions)


def _shape(one: Excerpt) -> tuple[float, ...]:
    text = one.text.strip()
    return (
        min(len(text.split()), _LONG) / 50,
        float("?" in text),
        float(text[:1] in "•-–●▪*"),
        float(_DIGIT.search(text) is not None if text.isascii() else any(letter.isdigit() for letter in text)),
        float("£" in text),
        float(not one.heading),
    )
