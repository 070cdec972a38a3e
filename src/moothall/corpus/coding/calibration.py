"""Honest probabilities: how sure the leanings may sound, judged by passages of writers they were not learnt from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from moothall.corpus.coding.fitting import Matrix, log_shares

_HEATS = np.exp(np.linspace(np.log(0.4), np.log(5.0), 120))


@dataclass(frozen=True, slots=True)
class Bin:
    """Passages told a probability between two bounds: how many, the mean told, and the share that was right."""

    lowest: float
    highest: float
    passages: int
    told: float
    right: float


def heat_of(leanings: Matrix, is_right: Matrix, weights: Matrix | None = None) -> float:
    """The number to divide leanings by, so that probabilities say how often the theme is one that coders accept.

    ``is_right`` (passages by themes) holds 1 for every theme that is accepted. Dividing changes no best guess.
    """
    counts = np.ones(len(leanings)) if weights is None else weights
    losses = []
    for heat in _HEATS:
        shares = np.exp(log_shares(leanings / heat))
        accepted = np.clip((shares * is_right).sum(axis=1), 1e-9, 1)
        losses.append(-float((counts * np.log(accepted)).sum()))
    return float(_HEATS[int(np.argmin(losses))])


def reliability(told: Sequence[float], right: Sequence[bool], bins: int = 5) -> list[Bin]:
    """The curve of reliability in bins of equal width; bins that hold no passage are left out."""
    found = []
    for place in range(bins):
        low, high = place / bins, (place + 1) / bins
        held = [at for at, one in enumerate(told) if low <= one < high or (one == 1 and high == 1)]
        if held:
            mean = sum(told[at] for at in held) / len(held)
            found.append(Bin(low, high, len(held), mean, sum(right[at] for at in held) / len(held)))
    return found


def gap(curve: Sequence[Bin]) -> float:
    """The mean distance between what was told and what was right, each bin counted by its passages."""
    total = sum(one.passages for one in curve)
    return sum(one.passages * abs(one.told - one.right) for one in curve) / total if total else 0.0
