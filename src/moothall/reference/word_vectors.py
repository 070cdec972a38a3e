"""A vector for each piece of an English word, distilled from MiniLM by tools/word_vectors.py."""

from __future__ import annotations

import io
from functools import cache

import numpy as np
import numpy.typing as npt

from moothall.reference.sources import read_bytes


@cache
def word_vectors() -> tuple[dict[str, int], npt.NDArray[np.float32]]:
    """The row of each piece, and the rows. A piece that begins with ## carries on a word."""
    with np.load(io.BytesIO(read_bytes("word_vectors.npz")), allow_pickle=False) as held:
        pieces = bytes(held["pieces"]).decode().split("\n")
        vectors = held["vectors"].astype(np.float32) * held["steps"][:, None]
    return {piece: row for row, piece in enumerate(pieces)}, vectors
