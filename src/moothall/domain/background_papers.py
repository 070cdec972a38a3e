"""Background papers as files: which may be kept for a report, and until when one stays open to inspection."""

from __future__ import annotations

from datetime import date

from moothall.domain.clocks import retention
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport


def kept_until(meeting_on: date, *, is_executive: bool = False) -> Deadline | None:
    """The last day on which the papers behind a report stay open to inspection; None before the rule was in force.

    Local Government Act 1972, section 100D(2); for an executive the 2012 Regulations, regulation 21, whose years are
    recalled and not read: check with your monitoring officer.
    """
    record = retention.Record.EXECUTIVE_BACKGROUND_PAPERS if is_executive else retention.Record.BACKGROUND_PAPERS
    try:
        return retention.deadline(meeting_on, record=record)
    except Refusal:
        return None


def check_listed(report: CommitteeReport, paper: str) -> None:
    """Raise a Refusal unless the report lists this background paper (Local Government Act 1972, section 100D(1))."""
    if paper.strip() not in {one.strip() for one in report.background_papers}:
        raise Refusal(
            f"The report lists no background paper called “{paper.strip()[:80]}”.",
            next_step="Add it to the list of background papers first, or choose one that is listed.",
        )


def check_may_go(meeting_on: date | None, *, today: date) -> None:
    """Raise a Refusal while a background paper must stay open to inspection: from the meeting, for four years."""
    if meeting_on is None or meeting_on > today:
        return
    until = kept_until(meeting_on)
    if until is not None and until.on is not None and today <= until.on:
        raise Refusal(
            f"The meeting was held on {in_words(meeting_on)}, and its background papers stay open to inspection until"
            f" {in_words(until.on)}.",
            next_step="If the file should never have been public, ask the monitoring officer; a later file may stand"
            " in front of it.",
            rule=until.rule,
        )
