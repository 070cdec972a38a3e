"""The door: what is shipped, what coders' confirmed passages teach, and what a fitted suggester can be asked."""

from __future__ import annotations

from functools import cache

from moothall.corpus.coding.learning import check, excerpt_of, frame_sentences, taught
from moothall.corpus.coding.model import UNSURE_BELOW, Suggester, dump, load
from moothall.reference.sources import read_bytes

__all__ = [
    "UNSURE_BELOW",
    "Suggester",
    "check",
    "dump",
    "excerpt_of",
    "frame_sentences",
    "load",
    "shipped",
    "taught",
]


@cache
def shipped() -> Suggester:
    """The suggester taught by the frame alone, as it was fitted by tools/coding_fitted.py."""
    return load(read_bytes("coding_fitted.npz"))
