"""Commitments: what the council says it did, is doing or will do, with who answers for it and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.deed_columns import told_by_columns
from moothall.documents.deeds import deeds_of, due_remarks, period_of_cell, status_of_row, time_in
from moothall.documents.plan_tables import ACTION, OWNER, STATUS, WHEN, head_of, of_role
from moothall.documents.plan_text import PlanText, stated
from moothall.domain.statements import CommitmentFound, Statement, StatementKind

# A table of steps gives the dates of commitments that stand elsewhere.
_STEP = re.compile(r"\b(?:milestones?|steps?)\b", re.IGNORECASE)
_WHO = re.compile(
    r"(?:\((?:[Ll]ead(?: officer)?|[Oo]wner|[Rr]esponsible(?: officer)?|"
    r"[Aa]ccountable)[:\s–-]+(?P<bracket>[^()]{3,80})\)"
    r"|\b(?:[Ll]ead(?: officer)?|[Oo]wner|[Rr]esponsible(?: "
    r"officer)?)\s?[:–-]\s?(?P<label>[A-Z][^.;()]{2,80}?)(?=[.;,)]|$)"
    r"|\b(?:led by|overseen by|the responsibility of|owned by|reporting to|rests with)\s+(?P<led>(?:the|our|a) "
    r"(?:[A-Z][\w&'’-]*|of|for|and|the|portfolio|holder|"
    r"head|director|cabinet|member|[\w-]+ (?:board|team|director|manager|officer))(?:\s(?:[A-Z][\w&'’-]*|of|for|and|"
    r"the))*))"
)


def find(text: PlanText) -> Iterator[Statement]:
    """One commitment a sentence or a row of an action table; never what others said."""
    for deed in deeds_of(text):
        value = CommitmentFound(
            deed.sentence.text, deed.status, who_of(deed.sentence.text), deed.when.period if deed.when else None
        )
        yield deed.sentence.statement(
            StatementKind.COMMITMENT, value, "commitments.sentence", remarks=due_remarks(deed, text.dated_on)
        )
    yield from _rows(text)


def who_of(words: str) -> str | None:
    """Who the words say answers for it, or None."""
    match = _WHO.search(words)
    return next(group for group in match.groups() if group).strip() if match else None


def _rows(text: PlanText) -> Iterator[Statement]:
    for row in text.rows:
        if told := tuple(told_by_columns(row)):
            for how_far, line in told:
                due = time_in(line.text, text.dated_on)
                value = CommitmentFound(line.text, how_far, who_of(line.text), due)
                yield stated(row.part, StatementKind.COMMITMENT, value, "commitments.columns", line)
            continue
        action = of_role(row, ACTION)
        if not action or len(action[0].text.split()) < 2 or _STEP.search(head_of(row, ACTION)):
            continue
        status_cell, when_cell = of_role(row, STATUS), of_role(row, WHEN)
        status = status_of_row(row)
        if status is None or (row.part.value.level is None and not when_cell and not status_cell):
            continue
        owner = of_role(row, OWNER)
        value = CommitmentFound(
            " ".join(line.text for line in action),
            status,
            " ".join(line.text for line in owner) or None,
            period_of_cell(" ".join(line.text for line in when_cell), text.dated_on),
        )
        yield stated(row.part, StatementKind.COMMITMENT, value, "commitments.table", action[0])
