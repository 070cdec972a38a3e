"""Another day for the meeting than the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.days_written import DAY, read_day
from moothall.domain.placed_remarks import Material, PlacedRemark, Whole, at, sentence_at
from moothall.domain.remarks import Remark

CHECK = "meeting_day"
_PAST = re.compile(
    r"\b(?:considered|met|previous\w*|earlier|minutes|was|were|last|resolved|had|following (?:the|its)|"
    r"adjourned|scrutin\w+"
    r"|annual|call(?:ed)?[- ]in|next|subsequent\w*|review\w*|again|progress)\b",
    re.IGNORECASE,
)
_NEAR = 45


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out that the report gives its own body another day, near its meeting, than the meeting's.

    Earlier and later meetings of the body are told in other words ("considered at", "next"), and are left alone.
    """
    report = material.report
    if report is None or report.meeting_on is None or not report.body.strip():
        return
    held = re.compile(
        rf"\b(?:{re.escape(report.body)}|this meeting|the meeting)(?:,|\s+(?:meeting|will|decides?|is|be|to|"
        rf"held|meets?|"
        rf"being|asked|at|its))*\s+(?:on|of)\s+({DAY})",
        re.IGNORECASE,
    )
    for section in material.of(Whole.REPORT):
        for found in held.finditer(section.text):
            start, end = sentence_at(section.text, found.start())
            day = read_day(found[1])
            if day is None or day == report.meeting_on or _PAST.search(section.text[start:end]):
                continue
            if abs((day - report.meeting_on).days) <= _NEAR:
                told = f"{report.meeting_on.day} {report.meeting_on:%B %Y}"
                message = f"The report is for the meeting of {told}; here it is another day."
                then = "Put the day right here or in the report’s heading. The agenda’s last day is counted from it."
                yield at(section, *found.span(1), Remark(CHECK, message, None, then))
