"""Tables whose columns say how far things are: what we have done, what we are doing, what we will do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.lines import Line
from moothall.documents.plan_tables import THEME, of_role
from moothall.documents.plan_text import Row
from moothall.domain.plans import CommitmentStatus

_COUNCIL = r"(?:we(?:'ve|’ve|'re|’re|'ll|’ll)?|the council|already)"
_HEADS: tuple[tuple[CommitmentStatus, re.Pattern[str]], ...] = tuple(
    (status, re.compile(words, re.IGNORECASE))
    for status, words in (
        (
            CommitmentStatus.PLANNED,
            rf"\bwhat(?: else)? {_COUNCIL}?\s?(?:will|plan to|intend to|are going to|want to)\b|\bwhat(?:'s|’s| is| "
            r"comes) next\b|\b(?:next|future) (?:steps?|plans?|work|actions?|activit\w+)\b|\bplan(?:s|ned)(?: (?:work|"
            r"actions?|activit\w+))?$|\blooking ahead\b|\bstill to (?:do|come)\b",
        ),
        (
            CommitmentStatus.UNDER_WAY,
            rf"\bwhat {_COUNCIL}(?: are)? (?:doing|working on)\b|\b(?:under ?way|in (?:progress|train|hand|delivery))\b"
            r"|\bcurrent (?:work|projects?|actions?|activit\w+)\b",
        ),
        (
            CommitmentStatus.DONE,
            rf"\bwhat {_COUNCIL}(?: have| has)? (?:did|done|achieved|delivered|changed)\b|\bwhat (?:has been|was) "
            r"(?:done|achieved|delivered|changed)\b|\b(?:achievements?|successes|achieved|completed|delivered|done)"
            r"(?: so far| to date)?$|\bprogress (?:so far|to date|made)\b",
        ),
    )
)


def column_status(head: str) -> CommitmentStatus | None:
    """How far what stands under these words is, or None where they do not say."""
    return next((status for status, pattern in _HEADS if pattern.search(head)), None)


def told_by_columns(row: Row) -> Iterator[tuple[CommitmentStatus, Line]]:
    """Each line of a row with how far it is, where two columns say so, or one beside a column of themes.

    A single such column is an action table's, which has its own way of saying how far things are.
    """
    told = [(status, lines) for head, lines in row.cells if (status := column_status(head)) is not None]
    if len({status for status, _ in told}) < (1 if of_role(row, THEME) else 2):
        return
    for status, lines in told:
        for line in lines:
            if len(line.text.split()) > 1:
                yield status, line
