"""A key decision in one place, and not one in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, Whole, at
from moothall.domain.remarks import Remark

CHECK = "key_or_not"
RULE = "SI 2012/2089, regulations 8 and 9"
_NOT = re.compile(
    r"\b(?:(?:is|are) not (?:considered (?:to be )?)?a key decision|non[- ]key decision|key decision:\s*no\b)", re.I
)
_IS = re.compile(
    r"\b(?:(?:this|it|the decision|the report|which) (?:is|constitutes) a key decision|key decision:\s*yes\b)", re.I
)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out that the words of the report say the other thing about a key decision than its heading or
    its other words.

    It matters: a key decision needs 28 clear days' notice.
    """
    said = material.report.key_decision if material.report else None
    where = "the report’s heading"
    for section in material.of(Whole.REPORT):
        for words, is_key in ((_NOT, False), (_IS, True)):
            found = words.search(section.text)
            if found is None:
                continue
            if said is None:
                said, where = is_key, section.label
            elif said is not is_key:
                message = (
                    f"Here it is {'' if is_key else 'not '}a key decision; {where} says {'no' if is_key else 'yes'}."
                )
                message = message.replace("says no", "says it is not").replace("says yes", "says it is")
                then = "Settle which it is: a key decision needs its notice 28 clear days before."
                yield at(section, *found.span(), Remark(CHECK, message, RULE, then))
