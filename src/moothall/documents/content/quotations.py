"""Quotations: words of a minister, an auditor, a reviewer, a newspaper or anybody who is not the plan itself."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.plan_text import PlanText
from moothall.domain.statements import QuotationFound, Side, Statement, StatementKind


def find(text: PlanText) -> Iterator[Statement]:
    """One statement for each stretch of somebody else's words. A whole foreword is not one: its part has the voice."""
    seen: set[tuple[int, int, int]] = set()
    for sentence in text.sentences:
        for start, end, voice in sentence.spans:
            key = (sentence.line.page, sentence.line.index[start], end)
            if any(
                first <= start and end <= last and (first, last) != (start, end) for first, last, _ in sentence.spans
            ):
                continue
            if key in seen or end <= sentence.start or start >= sentence.end:
                continue
            seen.add(key)
            words = sentence.line.text[start:end]
            remarks = [] if voice.name else ["The words stand in quotation marks and nobody is named."]
            if voice.side is Side.OTHER and voice.name:
                remarks = ["Check who speaks: it could not be told on whose side the person named stands."]
            yield sentence.statement(
                StatementKind.QUOTATION,
                QuotationFound(words),
                "quotations",
                start - sentence.start,
                end - sentence.start,
                remarks,
            )
