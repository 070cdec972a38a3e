"""Fit what suggests codes to the frame's examples and phrases: writes src/moothall/reference/data/coding_fitted.npz.

Run after every change of coding_frame.json, coding_examples.jsonl, coding_cues.json, word_vectors.npz or
src/moothall/corpus/coding: `python tools/coding_fitted.py`. A test fits again and compares.
"""

from __future__ import annotations

from pathlib import Path

from moothall.corpus.coding import suggester

INTO = Path(__file__).resolve().parents[1] / "src/moothall/reference/data/coding_fitted.npz"

if __name__ == "__main__":
    INTO.write_bytes(suggester.dump(suggester.taught(())))
    print(INTO.stat().st_size, "bytes")
