"""Open to call-in in one place, and urgent or free of it in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, Whole, at
from moothall.domain.remarks import Remark

CHECK = "call_in_or_urgent"
_FREE = re.compile(
    r"\b(?:(?:is |are |be )?(?:exempt from|not subject to|not open to|excluded from) (?:the )?call[- ]in|call[- ]in"
    r"(?: procedure)? (?:does not apply|(?:has been|is|be) waived|(?:will|shall) not apply|is not available)|"
    r"waive[sd]? (?:the )?(?:right (?:of|to) )?call[- ]in|subject to call[- ]in:\s*no\b)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?<!not )(?:(?:is|are|will be|remains?) (?:subject|open) to (?:the )?call[- ]in|"
    r"subject to call[- ]in:\s*yes\b|"
    r"(?:can|may) be called in)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|unless|where|whether|had)\b[^.]{0,60}$", re.IGNORECASE)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out that the words of the report say the other thing about call-in than its heading or other words."""
    said = material.report.subject_to_call_in if material.report else None
    where = "the report’s heading"
    for section in material.of(Whole.REPORT):
        for words, is_open in ((_FREE, False), (_OPEN, True)):
            found = words.search(section.text)
            if found is None or _IF.search(section.text[: found.start()]):
                continue
            if said is None:
                said, where = is_open, section.label
            elif said is not is_open:
                here, there = ("open to call-in", "not") if is_open else ("not open to call-in", "open to it")
                message = f"Here the decision is {here}; by {where} it is {there}."
                then = "Settle which it is, and where it is urgent say who agreed to that and why."
                yield at(section, *found.span(), Remark(CHECK, message, None, then))
