"""A whole round of invented plans as files: every one of other words and looks, of about six pages, from many programs.

The words are the writer's of ``held_out`` and, for most paragraphs, passages of ``data/coding_held_out.jsonl``, so that
there is something to code.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

from benchmarks.held_out import as_docx, sets
from benchmarks.held_out.works import Part, Work
from benchmarks.held_out.writer import write

WORD = "Word document"
_HELD_OUT = Path(__file__).resolve().parent / "data" / "coding_held_out.jsonl"
_FIRST_SEED, _SECOND_SEED = 3_000, 33_000
_SAID_BY_OTHERS = 0.6
_TURNS = (
    "LibreOffice, DOCX", "Chromium", WORD, "Typst", "Word-like", "ReportLab", "Typst", "Word-like",
)  # fmt: skip


def make(count: int, folder: Path) -> dict[str, list[Path]]:
    """Write so many plans into a folder. The answer holds the files by what made them."""
    known = sets.producers()
    turns = [name for name in _TURNS if name == WORD or name in known]
    by_maker: dict[str, list[int]] = defaultdict(list)
    for number in range(count):
        by_maker[turns[number % len(turns)]].append(number)
    made: dict[str, list[Path]] = {}
    for maker, numbers in by_maker.items():
        works = [_work(number) for number in numbers]
        files = map(as_docx.make, works) if maker == WORD else known[maker](works)
        for number, data in zip(numbers, files, strict=True):
            path = folder / f"plan-{number:03d}{'.docx' if maker == WORD else '.pdf'}"
            path.write_bytes(data)
            made.setdefault(maker, []).append(path)
    return made


def _work(number: int) -> Work:
    """A plan of its own: one written work, and some paragraphs of another so that most come to six pages."""
    by = random.Random(number)  # noqa: S311 - not for secrets
    first = write(_FIRST_SEED + number)
    parts = [_retold(part, by) for part in first.parts]
    if first.landscape_from is None:
        more = [part for part in write(_SECOND_SEED + number).parts if part.kind not in ("table", "footnote")]
        parts += [_retold(part, by) for part in more[3:13]]
    return replace(first, parts=tuple(parts), name=f"plan-{number}")


def _retold(part: Part, by: random.Random) -> Part:
    if part.kind != "paragraph" or by.random() >= _SAID_BY_OTHERS:
        return part
    return replace(part, text=by.choice(_passages()))


@cache
def _passages() -> tuple[str, ...]:
    lines = _HELD_OUT.read_text(encoding="utf-8").rstrip().split("\n")
    return tuple(json.loads(line)["text"] for line in lines)
