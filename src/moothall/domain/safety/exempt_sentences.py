"""A sentence of the exempt part that also stands in an open text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, at, sentences
from moothall.domain.remarks import Remark

CHECK = "exempt_sentence"
RULE = "Local Government Act 1972, section 100I and schedule 12A"
LEAST = 6
"""Words a sentence must have: shorter ones stand in many texts."""


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out each sentence of the open texts that also stands in the exempt part, whatever its spacing or case."""
    closed = {
        folded
        for text in material.exempt
        for start, end in sentences(text)
        if len((folded := _folded(text[start:end])).split()) >= LEAST
    }
    for section in material.sections if closed else ():
        for start, end in sentences(section.text):
            if _folded(section.text[start:end]) in closed:
                yield at(
                    section,
                    start,
                    end,
                    Remark(
                        CHECK,
                        "This sentence stands in the exempt part too.",
                        RULE,
                        "Take it out of the open text, or out of the exempt part if the public may read it.",
                    ),
                )


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9£%]+", text.casefold()))
