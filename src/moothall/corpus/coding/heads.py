"""Three answers from the views: the theme, and the practice or barrier or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from moothall.corpus.coding.excerpts import Excerpt
from moothall.corpus.coding.fitting import Matrix, fit, log_shares
from moothall.corpus.coding.views import CUES, HEADING, NEIGHBOUR, Views
from moothall.domain.coding import Cue, Example

RIDGE = 1.0
CODE_RIDGE = 0.2
_FREE = 1e-3
_ALSO = 0.3
"""The share of an example that goes to the second theme a coder could defend."""
_EVEN_OUT = 1.0
"""1 counts every theme alike, however many examples it has; 0 would count every example alike."""
_BELIEF = {"cues": 1.0, "heading": 1.5, "neighbour": 0.2}
_CODE_BELIEF = {"cues": 2.0, "heading": 1.4, "neighbour": 0.0}


@dataclass(frozen=True, slots=True)
class Head:
    """Coefficients (columns of the views by classes) with the classes' names; None is no code."""

    classes: tuple[str | None, ...]
    coefficients: Matrix

    def leanings(self, seen: Matrix) -> Matrix:
        """A leaning for every passage and class (passages by classes)."""
        return np.asarray(seen @ self.coefficients)


def theme_head(views: Views, seen: Matrix, taught: Sequence[Example], counts: Matrix, themes: Sequence[str]) -> Head:
    """The head that knows themes. ``counts`` says how much each taught passage weighs."""
    shares = np.zeros((len(taught), len(themes)))
    for row, one in enumerate(taught):
        shares[row, themes.index(one.theme)] = 1 - _ALSO if one.theme_also else 1
        if one.theme_also:
            shares[row, themes.index(one.theme_also)] += _ALSO
    held = (counts[:, None] * shares).sum(axis=0) / counts.sum()
    evened = shares @ np.power(1 / (len(themes) * np.maximum(held, 1e-6)), _EVEN_OUT)
    start = _start(views, [_leans(cue, themes) for cue in views.book.cues], len(themes), _BELIEF)
    ridge = np.full(seen.shape[1], RIDGE)
    ridge[-1] = _FREE
    return Head(tuple(themes), fit(seen, shares, counts * evened, ridge, start))


def code_head(views: Views, seen: Matrix, given: Sequence[str | None], counts: Matrix, codes: Sequence[str]) -> Head:
    """The head that knows practices or barriers: ``given`` holds the code of each taught passage, or None."""
    classes: tuple[str | None, ...] = (None, *codes)
    shares = np.zeros((len(given), len(classes)))
    for row, code in enumerate(given):
        shares[row, classes.index(code)] = 1
    start = _start(views, [_speaks(cue, classes) for cue in views.book.cues], len(classes), _CODE_BELIEF)
    used = _without_terms(views)
    ridge = np.full(int(used.sum()), CODE_RIDGE)
    ridge[-1] = _FREE
    coefficients = np.zeros((seen.shape[1], len(classes)))
    coefficients[used] = fit(seen[:, used], shares, counts, ridge, start[used])
    return Head(classes, coefficients)


def theme_leanings(head: Head, views: Views, seen: Matrix, excerpts: Sequence[Excerpt], heed: float) -> Matrix:
    """Scores of themes (passages by themes), leaning towards what the neighbours' own words speak of.

    ``heed`` is how much a neighbour's log-probabilities count against the passage's own.
    """
    leanings = head.leanings(seen)
    beside = sorted({one for excerpt in excerpts for one in (excerpt.before, excerpt.after) if one})
    if not beside or not heed:
        return leanings
    known = {one.text: row for row, one in enumerate(excerpts)}
    others = [one for one in beside if one not in known]
    own = seen * views.layout.is_own
    if others:
        own = np.vstack([own, views.look([Excerpt(one) for one in others]) * views.layout.is_own])
    logs = log_shares(head.leanings(own))
    known |= {one: len(excerpts) + place for place, one in enumerate(others)}
    for row, excerpt in enumerate(excerpts):
        for one in (excerpt.before, excerpt.after):
            if one:
                leanings[row] += heed * logs[known[one]]
    return leanings


def _start(views: Views, rows: Sequence[Matrix], classes: int, belief: dict[str, float]) -> Matrix:
    layout, leaning = views.layout, np.array(rows).reshape(len(rows), classes)
    start = np.zeros((layout.width, classes))
    start[layout.cues] = leaning * belief["cues"] / CUES
    start[layout.heading] = leaning * belief["heading"] / HEADING
    start[layout.before] = start[layout.after] = leaning * belief["neighbour"] / NEIGHBOUR
    return start


def _leans(cue: Cue, themes: Sequence[str]) -> Matrix:
    row = np.full(len(themes), -1 / len(themes))
    row[themes.index(cue.theme)] += 1
    return row


def _speaks(cue: Cue, classes: Sequence[str | None]) -> Matrix:
    return np.array([float(cue.code is not None and one == cue.code) for one in classes])


def _without_terms(views: Views) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    used = np.ones(views.layout.width, dtype=bool)
    used[views.layout.terms] = False
    used[views.layout.before] = False
    used[views.layout.after] = False
    return used
