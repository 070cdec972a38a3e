"""Recommendations put to another body than the report is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, at
from moothall.domain.remarks import Remark

CHECK = "another_body"
_SUBJECT = re.compile(
    r"(?:^|\n)\W*(?:\d+[.)]?\s*)?(?:It is recommended that |Recommendations? to |That )?(?:the )?"
    r"(Full Council|Council|Cabinet|Executive|(?:[A-Z][a-z]+,? (?:and )?){1,4}Committee)\s*"
    r"(?::|,?\s+(?:is|are|be)?\s*(?:recommended|asked|invited|requested|approves?|endorses?|notes?|agrees?|resolves?|"
    r"adopts?|considers?)\b)",
)
_SAME = {"full council": "council", "executive": "cabinet", "the executive": "cabinet", "executive cabinet": "cabinet"}


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out recommendations whose own words put them to another body than the one the report goes to."""
    section, report = material.section("report.recommendations"), material.report
    if section is None or report is None or not report.body.strip():
        return
    ours = _plain(report.body)
    for found in _SUBJECT.finditer(section.text):
        theirs = _plain(found[1])
        if theirs != ours and theirs not in ours and ours not in theirs:
            message = f"The report goes to {report.body}; this is put to {found[1]}."
            then = f"Put it to {report.body}, or write that {report.body} recommends it to {found[1]}."
            yield at(section, *found.span(1), Remark(CHECK, message, None, then))


def _plain(body: str) -> str:
    folded = re.sub(r"^the ", "", " ".join(body.casefold().split()))
    return _SAME.get(folded, folded)
