"""The coding frame shipped with Moothall, from data/coding_frame.json."""

from __future__ import annotations

from functools import cache

from moothall.domain.coding import CodingFrame
from moothall.domain.plain import build
from moothall.reference.sources import read_json


@cache
def frame() -> CodingFrame:
    """The frame that comes with Moothall. Its example sentences were written for it and come from no plan."""
    return build(CodingFrame, read_json("coding_frame.json"))
