"""The coding frame shipped with Moothall, passages written to teach it, and phrases that speak for its codes."""

from __future__ import annotations

import json
from functools import cache

from moothall.domain.coding import CodingFrame, Cue, Example
from moothall.domain.plain import build
from moothall.reference.sources import read_json, read_text


@cache
def frame() -> CodingFrame:
    """The frame that comes with Moothall. Its example sentences were written for it and come from no plan."""
    return build(CodingFrame, read_json("coding_frame.json"))


@cache
def examples() -> tuple[Example, ...]:
    """The frame's own written passages with their codes. The part of an id before the dash names the writer."""
    lines = read_text("coding_examples.jsonl").rstrip("\n").split("\n")
    return tuple(build(Example, json.loads(line)) for line in lines)


@cache
def cues() -> tuple[Cue, ...]:
    """The phrases of the codebook: what officers write when they mean a code."""
    return tuple(build(Cue, row) for row in read_json("coding_cues.json")["cues"])
