"""Guidance of a template, and places left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, at
from moothall.domain.remarks import Remark

CHECK = "guidance_left"
# What drafters leave behind, as words to be found in a report: none of them is a note of ours.
_LEFT = re.compile(
    r"[\[<{](?:insert|delete|enter|add|author to|officer to|to be (?:completed|confirmed|added|inserted)|tbc|"
    r"tba|xx+|name|date|"
    r"guidance|note to|drafting note|todo|check|link)\b[^\]>}\n]{0,160}[\]>}]"
    r"|\b(?:delete as (?:appropriate|applicable|necessary)|click (?:or tap )?here to enter text|lorem ipsum|"
    r"note to (?:author|drafter|self)|drafting note|guidance (?:note )?(?:for|to) (?:report )?authors?:|"
    r"this section should (?:set out|include|contain|explain)|authors? (?:should|must) (?:complete|set out|delete))\b"
    r"|(?<![\w])(?:TBC|TBA|TODO)(?!\w)|£\s?[xX]{1,}(?:[.,][xX]+)*(?:\s?(?:k|m|million))?\b|"
    r"\b[Xx]{2,}(?:/[Xx]{2,})*\b|\[\s*(?:\.{2,}|…|_{2,}|\?+)?\s*\]",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"^[Xx]{2,3}$")


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a template's own instructions, gaps in brackets, and figures still to come."""
    for section in material.sections:
        for found in _LEFT.finditer(section.text):
            if _NUMERAL.match(found[0]) and re.search(
                r"\b(?:Part|Article|Chapter|Schedule|Annex)\s$", section.text[: found.start()]
            ):
                continue
            message = f"“{found[0].strip()}” is left over from the writing."
            then = "Fill in what is meant, or take it out."
            yield at(section, found.start(), found.end(), Remark(CHECK, message, None, then))
