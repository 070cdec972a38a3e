"""What the columns of a plan's tables hold, by the words that head them: actions, owners, times, measures, asks."""

from __future__ import annotations

import re

from moothall.documents.lines import Line
from moothall.documents.plan_text import Row

ACTION, OWNER, WHEN, STATUS = "action", "owner", "when", "status"
MEASURE, BASELINE, TARGET, UNIT, SOURCE = "measure", "baseline", "target", "unit", "source"
BARRIER, ASK = "barrier", "ask"
DIRECTION, THEME = "direction", "theme"

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(words, re.IGNORECASE))
    for role, words in (
        (DIRECTION, r"\b(?:better|polarity|good (?:is|performance)|direction)\b"),
        (THEME, r"^(?:theme|pillar|priority(?: area)?|area)s?$"),
        (ASK,
            r"\b(?:asks?|what (?:the )?government|government (?:action|should|could|can)|what (?:is|would be) "
            r"(?:needed|asked)|what we (?:need|ask)|request)\b"),
        (BARRIER, r"\b(?:barriers?|obstacles?|constraints?|blockers?|issues?|impact on us)\b"),
        (OWNER, r"\b(?:lead|owner|who|responsib\w+|accountable|officer|sponsor)\b"),
        (WHEN,
            r"\b(?:when|by when|time(?:scale|frame|table|line)?s?|due|deadline|target date|completion|date|"
            r"delivery by|milestone date|end date)\b"),
        (STATUS, r"\b(?:status|progress|position|rag|stage)\b"),
        (TARGET, r"\b(?:target|goal|aim|ambition)\b"),
        (BASELINE,
            r"\b(?:baseline|current|actual|latest|now|outturn|where we are|starting point)\b|^(?:19|"
            r"20)\d\d\s?[/–-]\s?\d\d"),
        (MEASURE, r"\b(?:measures?|indicators?|kpis?|metrics?|how we will (?:know|measure)|success)\b"),
        (UNIT, r"\bunit\b"),
        (SOURCE, r"\b(?:source|where reported|reported)\b"),
        (ACTION,
            r"\b(?:actions?|commitments?|what(?: we)?(?: will| are| have)?(?: do(?:ing|ne)?)?|projects?|"
            r"initiatives?|activit\w+|programmes?|milestones?|"
                 r"deliverables?|steps?|tasks?|workstreams?)\b"),
    )
)  # fmt: skip


def role_of(head: str) -> str | None:
    """What a column holds, or None where its heading does not say."""
    return next((role for role, pattern in _ROLES if pattern.search(head)), None)


def of_role(row: Row, role: str) -> tuple[Line, ...]:
    """The lines of the row's first cell whose column holds this, or none."""
    return next((lines for head, lines in row.cells if role_of(head) == role), ())


def head_of(row: Row, role: str) -> str:
    """The words that head the column which holds this, or an empty string."""
    return next((head for head, _ in row.cells if role_of(head) == role), "")
