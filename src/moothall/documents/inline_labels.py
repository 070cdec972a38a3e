"""Labels that stand in one line with what they say: "Ward(s): All", "Call-in - No", "Financial. There is ..."."""

from __future__ import annotations

import re

from moothall.documents.entries import bare
from moothall.documents.labels import slot_of
from moothall.documents.lines import Line
from moothall.documents.reading.document import BlockKind

_INLINE = re.compile(
    r"^(?P<label>(?:\(?[a-z]{1,4}[.)]\s+(?=[A-Z]))?[A-Z(“\"'\d][^:]{0,100}?)\s*"
    r"(?::-|:–|:|\?(?=\s+(?:(?:yes|no|not|n/a|key|non)\b|[☐☒☑✓✔■□\[])))\s*(?P<value>.*)$",
    re.I,
)
_DASHED = re.compile(r"^(?P<label>[A-Z][\w ()/]{2,40}?)\s+[-–—]\s+(?P<value>\S.*)$")
_DASHABLE = frozenset({"key_decision", "officers", "portfolio_holder", "wards", "date", "call_in", "report_type"})
# A heading that names its own part last: "Access to information: background papers".
_HEADS_BEHIND = frozenset({"background_papers", "appendices", "options", "consultation", "recommendations"})
# A label run into its text, as "Financial. There is ..." or "a) Legal implications - There are ...".
RUN_IN = re.compile(
    r"^(?P<label>(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]{1,4})[.)]?\s+)?[A-Z][\w ,/&()’'-]{2,70}?)"
    r"(?:\.\s+|\s+[-–—]\s*|\s*[–—]\s+)(?P<value>[A-Z\d(£“].*|none\b.*|no\b.*|n/a\b.*)$"
)
RUNS_IN = frozenset({"implication", "implication?", "officer_comment"})


def split_label(line: Line) -> tuple[Line, str, Line | None] | None:
    """A line's label, its slot and the words after it (None where the label stands alone), or None for other lines."""
    match = _INLINE.match(line.text)
    if match is not None:
        slot = slot_of(bare(match.group("label")))
        if line.kind is BlockKind.HEADING and (within := slot_of(bare(match.group("value")))) in _HEADS_BEHIND:
            return line, within, None
        if slot is not None and not (match.group("value") and slot == "implication?" and len(line.text) > 4000):
            label = line.part(match.start("label"), match.end("label"))
            value = line.part(match.start("value")) if match.group("value").strip(" -–:*") else None
            return label, slot, value
    if (dashed := _DASHED.match(line.text)) and len(dashed.group("label").split()) <= 4:
        slot = slot_of(dashed.group("label"))
        if slot in _DASHABLE or slot in ("implication", "implication?"):
            return line.part(0, dashed.end("label")), slot, line.part(dashed.start("value"))
    return None
