"""Three answers from the views: the theme, and the practice or barrier or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from moothall.corpus.coding.excerpts import Excerpt
from moothall.corpus.coding.fitting import Ground, Matrix, Narrow, log_shares
from moothall.corpus.coding.meanings import meanings
from moothall.corpus.coding.views import CUES, HEADING, HEADING_MEANING, MEANING, NEIGHBOUR, Views
from moothall.domain.coding import Cue, Example

RIDGE = 0.5
NOISE = 0.2
"""How much harder a feature is to move the more it is used, as if words of the examples were left out by chance."""
CODE_RIDGE = 0.2
_ALSO = 0.3
"""The share of an example that goes to the second theme a coder could defend."""
_NEAR, _NEAR_ENOUGH = 4e-3, 4e-3
_BELIEF = {"cues": 1.5, "heading": 1.5, "neighbour": 0.2, "meaning": 3.0}
_CODE_BELIEF = {"cues": 2.0, "heading": 1.4, "neighbour": 0.0}


@dataclass(frozen=True, slots=True)
class Head:
    """Coefficients (columns of the views by classes) with the classes' names; None is no code."""

    classes: tuple[str | None, ...]
    coefficients: Matrix

    def leanings(self, seen: Matrix) -> Matrix:
        """A leaning for every passage and class (passages by classes)."""
        return np.asarray(seen @ self.coefficients)


class ThemeLessons:
    """Taught passages from which the themes are learnt, all of them or with some left out to judge by."""

    def __init__(
        self, views: Views, seen: Narrow, taught: Sequence[Example], counts: Matrix, themes: Sequence[str]
    ) -> None:
        """``counts`` says how much each taught passage weighs. Every theme counts alike, however many it has."""
        self._themes = tuple(themes)
        self._shares = _shares(taught, themes)
        held = (counts[:, None] * self._shares).sum(axis=0) / counts.sum()
        self._weights = counts * (self._shares @ (1 / (len(themes) * np.maximum(held, 1e-6))))
        ridge = RIDGE + NOISE * np.einsum("i,ij,ij->j", self._weights.astype(np.float32), seen, seen).astype(np.float64)
        ridge[-1] = RIDGE
        self._ground = Ground(seen, ridge, _theme_start(views, themes))
        self._pulls: Narrow | None = None

    def head(self) -> Head:
        """The head that knows themes, learnt from every passage."""
        coefficients, self._pulls = self._ground.fit(self._shares, self._weights)
        return Head(self._themes, coefficients)

    def head_without(self, left_out: Sequence[int]) -> Head:
        """The head learnt without the passages in these places: near enough to judge by, and no nearer."""
        weights = self._weights.copy()
        weights[list(left_out)] = 0
        return Head(self._themes, self._ground.fit(self._shares, weights, self._pulls, _NEAR_ENOUGH)[0])


class CodeLessons:
    """Taught passages from which practices and barriers are learnt, each among its codes or none."""

    def __init__(self, views: Views, seen: Narrow, counts: Matrix) -> None:
        self._views = views
        self._counts = counts
        self._used = _without_terms(views)
        self._seen = seen[:, self._used]
        self._ridge = np.full(int(self._used.sum()), CODE_RIDGE)

    def head(self, given: Sequence[str | None], codes: Sequence[str]) -> Head:
        """The head of one list of codes: ``given`` holds the code of each taught passage, or None."""
        classes: tuple[str | None, ...] = (None, *codes)
        shares = np.zeros((len(given), len(classes)))
        for row, code in enumerate(given):
            shares[row, classes.index(code)] = 1
        start = _start(
            self._views, [_speaks(cue, classes) for cue in self._views.book.cues], len(classes), _CODE_BELIEF
        )
        coefficients = np.zeros((self._views.layout.width, len(classes)))
        ground = Ground(self._seen, self._ridge, start[self._used])
        coefficients[self._used], _ = ground.fit(shares, self._counts, close=_NEAR)
        return Head(classes, coefficients)


def theme_leanings(head: Head, views: Views, seen: Matrix | Narrow, excerpts: Sequence[Excerpt], heed: float) -> Matrix:
    """Leanings to themes (passages by themes), drawn towards what the neighbours' own words speak of.

    ``heed`` is how much a neighbour's log-probabilities count against the passage's own.
    """
    leanings = head.leanings(np.asarray(seen, dtype=np.float64))
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


def _shares(taught: Sequence[Example], themes: Sequence[str]) -> Matrix:
    shares = np.zeros((len(taught), len(themes)))
    for row, one in enumerate(taught):
        shares[row, themes.index(one.theme)] = 1 - _ALSO if one.theme_also else 1
        if one.theme_also:
            shares[row, themes.index(one.theme_also)] += _ALSO
    return shares


def _theme_start(views: Views, themes: Sequence[str]) -> Matrix:
    """What is believed before any example: phrases lean to their theme, and so does what means the like of them."""
    start = _start(views, [_leans(cue, themes) for cue in views.book.cues], len(themes), _BELIEF)
    centres = np.array([_centre(views.book.cues, theme) for theme in themes]).T
    centres -= centres.mean(axis=1, keepdims=True)
    start[views.layout.meaning] = centres * _BELIEF["meaning"] / MEANING
    start[views.layout.heading_meaning] = centres * _BELIEF["meaning"] / HEADING_MEANING
    return start


def _centre(cues: Sequence[Cue], theme: str) -> Matrix:
    """The mean meaning of a theme's phrases, as a vector of length 1."""
    middle = meanings(phrase.replace("*", "") for cue in cues if cue.theme == theme for phrase in cue.phrases).mean(0)
    return np.asarray(middle / (np.sqrt((middle * middle).sum()) or 1.0))


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
