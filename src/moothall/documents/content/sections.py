"""Sections: each heading of the plan with the theme and the questions it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from moothall.documents.plan_text import PlanText, stated
from moothall.documents.reading.document import BlockKind
from moothall.domain.statements import Statement, StatementKind


def find(text: PlanText) -> Iterator[Statement]:
    """One statement a heading; what stands before the first heading is none."""
    for part in text.parts:
        if part.head is not None:
            words = "\n\n".join(line.text for line in part.lines if line.kind is not BlockKind.TABLE_CELL)
            value = replace(part.value, text=words)
            yield stated(part, StatementKind.SECTION, value, f"sections.{value.by or 'unknown'}", part.head)
