"""Multinomial logistic regression that starts from what the codebook says and moves only as far as examples ask."""

from __future__ import annotations

from collections import deque

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]

_STEPS = 400
_REMEMBERED = 12
_CLOSE = 1e-4


def fit(rows: Matrix, shares: Matrix, weights: Matrix, ridge: Matrix, start: Matrix) -> Matrix:
    """The coefficients (features by classes) that explain ``shares`` (rows by classes, each row adding up to 1) best.

    ``weights`` say how much each row counts; ``ridge`` (one for each feature) how hard it is to move away from
    ``start``. The sum to be least has one lowest place, so the answer does not depend on where the search begins. It
    is searched with the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno.
    """

    def look(at: Matrix) -> tuple[float, Matrix]:
        leanings = rows @ at
        logs = log_shares(leanings)
        away = at - start
        value = -float((weights[:, None] * shares * logs).sum()) + 0.5 * float((ridge[:, None] * away * away).sum())
        slope = rows.T @ (weights[:, None] * (np.exp(logs) - shares)) + ridge[:, None] * away
        return value, slope

    at = start.copy()
    value, slope = look(at)
    past: deque[tuple[Matrix, Matrix]] = deque(maxlen=_REMEMBERED)
    for _ in range(_STEPS):
        if float(np.abs(slope).max()) < _CLOSE:
            break
        way = -_bent(slope, past)
        downhill = float((way * slope).sum())
        length = 1.0 if past else min(1.0, 1.0 / float(np.abs(slope).sum()))
        next_value, next_slope = look(at + length * way)
        while next_value > value + 1e-4 * length * downhill and length > 1e-12:
            length /= 2
            next_value, next_slope = look(at + length * way)
        moved, turned = length * way, next_slope - slope
        if float((moved * turned).sum()) > 1e-14:
            past.append((moved, turned))
        at, value, slope = at + moved, next_value, next_slope
        if length <= 1e-12:
            break
    return at


def log_shares(leanings: Matrix) -> Matrix:
    """The logarithm of each class's probability (rows by classes)."""
    level = leanings - leanings.max(axis=1, keepdims=True)
    return np.asarray(level - np.log(np.exp(level).sum(axis=1, keepdims=True)))


def _bent(slope: Matrix, past: deque[tuple[Matrix, Matrix]]) -> Matrix:
    """The slope bent by what the last steps taught about curvature (the two loops of the method)."""
    way = slope.copy()
    turns: list[float] = []
    for moved, turned in reversed(past):
        share = float((moved * way).sum()) / float((moved * turned).sum())
        turns.append(share)
        way -= share * turned
    if past:
        moved, turned = past[-1]
        way *= float((moved * turned).sum()) / float((turned * turned).sum())
    for (moved, turned), share in zip(past, reversed(turns), strict=True):
        way += (share - float((turned * way).sum()) / float((moved * turned).sum())) * moved
    return way
