"""No cost in the financial implications, and a cost with a figure elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, Whole, at, sentence_at
from moothall.domain.remarks import Remark

CHECK = "cost_or_none"
_COSTS = re.compile(
    r"(?:\b(?:will|would|to|may) cost|\bat (?:a|an)(?: \w+){0,2} cost of|\bcosts? (?:is|are|of)(?: \w+){0,3}|"
    r"\bestimated cost"
    r"(?: \w+){0,4}|\brequires? (?:funding|a budget|investment|growth|a contribution) of)(?: around| about|"
    r" approximately"
    r"| up to| between| some)?\s+£\s?[\d,.]+",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no|nil)(?: (?:direct|additional|new|immediate|specific|significant|further))*(?: (?:financial|cost|"
    r"resource|budget\w*))+"
    r" (?:implications?|impacts?|costs?)|\bno(?: \w+)? costs? (?:arise|to the)|\bcost neutral\b",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:saved?|savings?|avoid\w*|previous\w*|was|were|had|has been|instead of|rather than|existing budgets?|"
    r"already (?:approved|in the budget)|approved (?:in|by)|per (?:call|contact|transaction|visit|day|tonne))\b",
    re.IGNORECASE,
)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a cost to come, with its figure, under financial implications that say there is none.

    Costs in the past, costs saved and money approved before are left alone.
    """
    report = material.report
    financial = [one for one in report.implications if one.kind.startswith("financ")] if report else []
    if not any(one.is_none or _NONE.search(one.text) for one in financial):
        return
    for section in material.of(Whole.REPORT):
        for found in _COSTS.finditer(section.text):
            start, end = sentence_at(section.text, found.start())
            if _MET.search(section.text[start:end]):
                continue
            message = "A cost is given here, and the financial implications say there is none."
            then = "Ask the finance partner to say where the money comes from, or that it is in the budget already."
            yield at(section, *found.span(), Remark(CHECK, message, None, then))
