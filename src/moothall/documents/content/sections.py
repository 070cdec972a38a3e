"""Sections: each heading of the plan with the theme and the questions it answers."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.plan_text import PlanText, stated
from moothall.domain.statements import Statement, StatementKind


def find(text: PlanText) -> Iterator[Statement]:
    """One statement a heading; what stands before the first heading is none."""
    for part in text.parts:
        if part.head is not None:
            yield stated(part, StatementKind.SECTION, part.value, f"sections.{part.value.by or 'unknown'}", part.head)
