"""Multinomial logistic regression that starts from what the codebook says and moves only as far as examples ask."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
Narrow = npt.NDArray[np.float32]

_STEPS = 300
_REMEMBERED = 8
CLOSE = 2e-5
_SHORTEST, _ROUNDING = 1e-6, 1e-7


@dataclass(frozen=True, slots=True)
class _Way:
    """A change of the rows' pulls (rows by classes), and what it changes in their leanings."""

    pulls: Narrow
    leanings: Narrow

    def along(self, other: _Way) -> float:
        """How far two changes go the same way, measured in what they do to the coefficients."""
        return float(np.vdot(self.pulls, other.leanings))

    def times(self, factor: float) -> _Way:
        """This change ``factor`` times over."""
        return _Way(self.pulls * np.float32(factor), self.leanings * np.float32(factor))

    def plus(self, other: _Way, factor: float) -> _Way:
        """This change and ``factor`` times the other."""
        return _Way(self.pulls + np.float32(factor) * other.pulls, self.leanings + np.float32(factor) * other.leanings)

    def add(self, other: _Way, factor: float) -> None:
        """Make this change greater by ``factor`` times the other."""
        self.pulls.__iadd__(np.float32(factor) * other.pulls)
        self.leanings.__iadd__(np.float32(factor) * other.leanings)


class Ground:
    """Rows that are fitted to, once or several times with different weights, as when a part is left out to judge by.

    There are far fewer rows than features, so what is searched is how hard each row pulls at the coefficients: they are
    ``start`` and, for every row, its features times its pull, over the feature's ridge. All that the search asks of
    the features is how alike two rows are, and that is reckoned once.
    """

    def __init__(self, rows: Narrow | Matrix, ridge: Matrix, start: Matrix) -> None:
        self.rows = np.asarray(rows, dtype=np.float32)
        self.ridge = ridge
        self.start = start
        scaled = self.rows / np.sqrt(ridge).astype(np.float32)
        self._alike = scaled @ scaled.T
        self._given = np.asarray(self.rows @ start.astype(np.float32), dtype=np.float64)

    def fit(
        self, shares: Matrix, weights: Matrix, pulls: Narrow | None = None, close: float = CLOSE
    ) -> tuple[Matrix, Narrow]:
        """The coefficients (features by classes) that explain ``shares`` best, and each row's pull.

        ``shares`` are rows by classes, each row adding up to 1; ``weights`` say how much each row counts. The sum to
        be least has one lowest place, so where the search begins (``pulls``) only makes it shorter. It is searched
        with the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno until no pull is further than
        ``close`` from what its row's error asks for.
        """
        at = self._way(np.zeros_like(shares) if pulls is None else pulls * (weights > 0)[:, None])
        value, wrong = self._loss(at, shares, weights)
        slope = self._way(at.pulls - wrong)
        past: deque[tuple[_Way, _Way]] = deque(maxlen=_REMEMBERED)
        for _ in range(_STEPS):
            if float(np.abs(slope.pulls).max()) < close:
                break
            way, length = _bent(slope, past), 1.0
            promised = slope.along(way)
            there = at.plus(way, length)
            next_value, wrong = self._loss(there, shares, weights)
            while next_value > value + 1e-4 * length * promised + _ROUNDING * abs(value) and length > _SHORTEST:
                length /= 2
                there = at.plus(way, length)
                next_value, wrong = self._loss(there, shares, weights)
            if length <= _SHORTEST:
                break
            before, slope = slope, self._way(there.pulls - wrong)
            at, value = there, next_value
            moved, turned = (
                _Way(way.pulls * np.float32(length), way.leanings * np.float32(length)),
                slope.plus(before, -1),
            )
            if moved.along(turned) > 0:
                past.append((moved, turned))
        return self._coefficients(at.pulls), at.pulls

    def _way(self, pulls: Matrix | Narrow) -> _Way:
        narrow: Narrow = pulls.astype(np.float32)
        return _Way(narrow, np.asarray(self._alike @ narrow))

    def _loss(self, at: _Way, shares: Matrix, weights: Matrix) -> tuple[float, Matrix]:
        """The sum to be least, and how far each row's probabilities are from its shares."""
        logs = log_shares(self._given + at.leanings)
        lost = float((weights * np.einsum("ij,ij->i", shares, logs)).sum())
        return 0.5 * at.along(at) - lost, weights[:, None] * (shares - np.exp(logs))

    def _coefficients(self, pulls: Narrow) -> Matrix:
        moved = np.asarray(self.rows.T @ pulls, dtype=np.float64)
        return np.asarray(self.start + moved / self.ridge[:, None])


def fit(rows: Narrow | Matrix, shares: Matrix, weights: Matrix, ridge: Matrix, start: Matrix) -> Matrix:
    """The coefficients (features by classes) that explain ``shares`` (rows by classes, each row adding up to 1) best.

    ``weights`` say how much each row counts; ``ridge`` (one for each feature, above 0) how hard it is to move away
    from ``start``.
    """
    return Ground(rows, ridge, start).fit(shares, weights)[0]


def log_shares(leanings: Matrix) -> Matrix:
    """The logarithm of each class's probability (rows by classes)."""
    level = leanings - leanings.max(axis=1, keepdims=True)
    return np.asarray(level - np.log(np.exp(level).sum(axis=1, keepdims=True)))


def _bent(slope: _Way, past: deque[tuple[_Way, _Way]]) -> _Way:
    """The way down, bent by what the last steps taught about curvature (the two loops of the method)."""
    way = _Way(-slope.pulls, -slope.leanings)
    shares: list[float] = []
    for moved, turned in reversed(past):
        share = moved.along(way) / moved.along(turned)
        shares.append(share)
        way.add(turned, -share)
    if past:
        moved, turned = past[-1]
        way.add(way, moved.along(turned) / turned.along(turned) - 1)
    for (moved, turned), share in zip(past, reversed(shares), strict=True):
        way.add(moved, share - turned.along(way) / moved.along(turned))
    return way
