"""The clocks of polls, equality information and officers' reports as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from moothall.domain import given
from moothall.domain.clock_arguments import Argument, ClockQuestion, Moment, Reads
from moothall.domain.clocks import (
    equality_information,
    officer_report_meeting,
    pre_election,
)
from moothall.domain.clocks.equality_information import Publication
from moothall.domain.clocks.officer_report_meeting import Report
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.meeting_questions import day_or_none
from moothall.domain.refusals import Refusal


def _officer_report_meeting(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return officer_report_meeting.deadline(
        given.day(asked["sent"], "sent"),
        report=given.choice(asked.get("report", Report.MONITORING_OFFICER), "report", Report),
        considered_on=day_or_none(asked, "considered"),
        holidays=holidays,
    )


def _pre_election(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return pre_election.deadline(
        given.day(asked["day"], "day"),
        notice_on=given.day(asked["notice_of_election"], "notice_of_election"),
        poll_on=given.day(asked["poll"], "poll"),
        civil_service=_civil_service(asked),
    )


def _civil_service(asked: Mapping[str, Any]) -> tuple[date, date] | None:
    """The civil service's own window, or None. One end of it without the other is refused, and so is a wrong order."""
    first, last = (day_or_none(asked, key) for key in ("civil_service_from", "civil_service_to"))
    if first is None and last is None:
        return None
    if first is None or last is None or last < first:
        raise Refusal(
            "The civil service's window has no first day, no last day, or ends before it begins.",
            next_step="Give civil_service_from and civil_service_to in order, or neither.",
        )
    return first, last


def _equality_information(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    what = given.choice(asked.get("publication", Publication.INFORMATION), "publication", Publication)
    return equality_information.deadline(given.day(asked["last_published"], "last_published"), publication=what)


QUESTIONS = (
    ClockQuestion(
        officer_report_meeting.NAME,
        "the last day for the meeting on a statutory officer's report or, once held, the last day of standstill",
        (
            Argument(
                "sent",
                "the day copies of the report were first sent to members",
                label="When were copies of the report first sent to members?",
            ),
            Argument(
                "report",
                f"whose report: {', '.join(Report)}",
                Report.MONITORING_OFFICER.value,
                label="Whose report is it?",
                choices=(
                    (Report.MONITORING_OFFICER.value, "The monitoring officer’s"),
                    (Report.MONITORING_OFFICER_ON_EXECUTIVE.value, "The monitoring officer’s, on the executive"),
                    (Report.FINANCE_OFFICER.value, "The chief finance officer’s"),
                    (Report.FINANCE_OFFICER_ON_EXECUTIVE.value, "The chief finance officer’s, on the executive"),
                    (
                        Report.SPENDING_ABOVE_RESOURCES.value,
                        "The chief finance officer’s, on spending above resources",
                    ),
                ),
                advanced=False,
            ),
            Argument(
                "considered",
                "the day consideration ended, to know how long things stand still",
                "none",
                label="When did the meeting finish considering it?",
                hint="Where it did, to know how long things stand still.",
            ),
        ),
        ("sent",),
        _officer_report_meeting,
        title="Meeting on a statutory officer’s report",
        moment=Moment.AFTERWARDS,
        example=(("sent", "2024-07-03"),),
    ),
    ClockQuestion(
        pre_election.NAME,
        "the polling day that ends the window, and before_window, in_window or after_window",
        (
            Argument("day", "the day to look at", label="Which day do you want to look at?", reads=Reads.DAY),
            Argument(
                "notice_of_election",
                "the day the notice of election was published, for this poll",
                label="When was the notice of election published?",
                hint="The notice for this poll, in your area.",
            ),
            Argument("poll", "polling day", label="When is polling day?"),
            Argument(
                "civil_service_from",
                "the first day of the civil service's own window, to tell it apart",
                "none",
                label="When does the civil service’s own window begin?",
                hint="It does not bind councils. Give it to see both side by side.",
                reads=Reads.DAY,
            ),
            Argument(
                "civil_service_to",
                "the last day of the civil service's own window",
                "none",
                label="When does the civil service’s own window end?",
                reads=Reads.DAY,
            ),
        ),
        ("day", "notice_of_election", "poll"),
        _pre_election,
        title="The time before a poll",
        moment=Moment.NOTICES,
        kinds=(
            (pre_election.BEFORE, "Before the window"),
            (pre_election.INSIDE, "Inside the window"),
            (pre_election.AFTER, "After the window"),
        ),
        example=(("day", "2024-04-16"), ("notice_of_election", "2024-03-25"), ("poll", "2024-05-02")),
    ),
    ClockQuestion(
        equality_information.NAME,
        "the last day to publish equality information, or objectives, again",
        (
            Argument("last_published", "the day they were last published", label="When were they last published?"),
            Argument(
                "publication",
                "information or objectives",
                "information",
                label="What was published?",
                choices=(
                    (Publication.INFORMATION.value, "Equality information"),
                    (Publication.OBJECTIVES.value, "Equality objectives"),
                ),
                advanced=False,
            ),
        ),
        ("last_published",),
        _equality_information,
        title="Equality information and objectives",
        moment=Moment.AFTERWARDS,
        sentence="Publish again by {when}",
        example=(("last_published", "2024-03-28"),),
    ),
)
