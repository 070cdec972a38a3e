"""What the statutory officers say of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.lines import fact_over
from moothall.documents.outline import Outline
from moothall.domain.facts import Fact


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a comment, where a heading for comments holds it or its own label says it is one."""
    for entry in outline.all("officer_comment"):
        says_comment = bool(re.search(r"\bcomments?\b", entry.label.text, re.IGNORECASE))
        if entry.text and (entry.within == "officer_comments" or says_comment):
            officer = re.sub(
                r"^comments? (?:of|from|by) (?:the )?|(?:['’]s?)? comments?$", "", entry.name, flags=re.IGNORECASE
            )
            lines = [line for line in entry.values if line.text]
            yield fact_over("officer_comments", {"officer": officer, "text": entry.text}, "officer_comments", lines)
