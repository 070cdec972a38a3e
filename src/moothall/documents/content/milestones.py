"""Milestones: steps still to come that have a date, as written and as read."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.deed_columns import told_by_columns
from moothall.documents.deeds import deeds_of, due_remarks, period_of_cell, status_of_row, time_in
from moothall.documents.plan_tables import ACTION, WHEN, of_role
from moothall.documents.plan_text import PlanText, stated
from moothall.domain.plans import CommitmentStatus
from moothall.domain.statements import MilestoneFound, Statement, StatementKind

_OPEN = ("ongoing", "on-going", "continuous", "annually", "annual", "monthly", "quarterly", "immediate")


def find(text: PlanText) -> Iterator[Statement]:
    """A milestone for each deed to come or under way that gives its time, and for each row of a table that does."""
    for deed in deeds_of(text):
        if deed.status is CommitmentStatus.DONE or deed.when is None:
            continue
        if deed.when.turn == "since" and deed.status is CommitmentStatus.UNDER_WAY:
            continue  # "is being used since 2022" tells when it began
        value = MilestoneFound(deed.sentence.text, deed.when.period)
        yield deed.sentence.statement(
            StatementKind.MILESTONE, value, "milestones.sentence", remarks=due_remarks(deed, text.dated_on)
        )
    yield from _rows(text)


def _rows(text: PlanText) -> Iterator[Statement]:
    for row in text.rows:
        if told := tuple(told_by_columns(row)):
            for how_far, line in told:
                by = time_in(line.text, text.dated_on)
                if by is not None and how_far is not CommitmentStatus.DONE:
                    value = MilestoneFound(line.text, by)
                    yield stated(row.part, StatementKind.MILESTONE, value, "milestones.columns", line)
            continue
        action = of_role(row, ACTION)
        words = " ".join(line.text for line in of_role(row, WHEN))
        due = period_of_cell(words, text.dated_on)
        status = status_of_row(row)
        if not action or due is None or words.strip().lower() in _OPEN or status is CommitmentStatus.DONE:
            continue
        remarks = [] if due.last_on or due.first_on else [f"“{words.strip()}” could not be read as a time."]
        value = MilestoneFound(" ".join(line.text for line in action), due)
        yield stated(row.part, StatementKind.MILESTONE, value, "milestones.table", action[0], remarks=remarks)
