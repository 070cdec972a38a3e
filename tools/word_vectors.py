"""Make src/moothall/reference/data/word_vectors.npz: a vector for each piece of an English word.

Distils all-MiniLM-L6-v2 into a static table, drops pieces that no English plan holds, keeps the first dimensions of
the principal components and rounds each row to a byte a number. Run again only to change the table:
`python tools/word_vectors.py FOLDER`, where FOLDER holds the model (config.json, model.safetensors, tokenizer.json).
Needs model2vec, transformers and torch, which are no dependency of Moothall: use a virtualenv of its own.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np

DIMENSIONS = 192
INTO = Path(__file__).resolve().parents[1] / "src/moothall/reference/data/word_vectors.npz"
_ENGLISH = re.compile(r"(?:##)?[a-z0-9]+|[£$€%&]")


def distilled(folder: str) -> tuple[list[str], np.ndarray]:
    """The pieces of the model's vocabulary and a vector for each, the strongest component first."""
    from model2vec.distill import distill_from_model
    from transformers import AutoModel, AutoTokenizer

    static = distill_from_model(
        model=AutoModel.from_pretrained(folder), tokenizer=AutoTokenizer.from_pretrained(folder), pca_dims=256
    )
    vocabulary = json.loads(static.tokenizer.to_str())["model"]["vocab"]
    pieces = sorted(vocabulary, key=vocabulary.get)
    return pieces, np.asarray(static.embedding, dtype=np.float32)


def write(pieces: list[str], vectors: np.ndarray, into: Path = INTO) -> int:
    """Keep the English pieces in the order of the letters; how many there are."""
    kept = sorted(
        (piece, row) for row, piece in enumerate(pieces) if _ENGLISH.fullmatch(piece) and len(piece.strip("#")) < 20
    )
    table = vectors[[row for _, row in kept], :DIMENSIONS]
    steps = np.abs(table).max(axis=1) / 127
    steps[steps == 0] = 1
    whole = np.rint(table / steps[:, None]).astype(np.int8)
    words = "\n".join(piece for piece, _ in kept).encode()
    np.savez_compressed(
        into, pieces=np.frombuffer(words, dtype=np.uint8), vectors=whole, steps=steps.astype(np.float32)
    )
    return len(kept)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder that holds the model.")
    print(write(*distilled(sys.argv[1])), "pieces", INTO.stat().st_size, "bytes")
