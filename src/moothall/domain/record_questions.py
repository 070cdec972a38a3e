"""The clocks of members' rights, officers' reports, records and publicity as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.authorities import BodyKind
from moothall.domain.clock_arguments import Argument, ClockQuestion
from moothall.domain.clocks import (
    call_in_hold,
    equality_information,
    late_item,
    member_inspection,
    officer_report_meeting,
    pre_election,
    retention,
    scrutiny_documents,
)
from moothall.domain.clocks.equality_information import Publication
from moothall.domain.clocks.member_inspection import Occasion
from moothall.domain.clocks.officer_report_meeting import Report
from moothall.domain.clocks.retention import Record
from moothall.domain.days import Holidays, Length, Unit
from moothall.domain.deadlines import Deadline
from moothall.domain.meeting_questions import BODIES, CONVENED, MEETING, clear_length, day_or_none


def _late_item(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return late_item.deadline(
        given.day(asked["meeting"], "meeting"),
        listed_on=given.day(asked["listed"], "listed"),
        body=given.choice(asked["body"], "body", BodyKind),
        holidays=holidays,
        convened_on=day_or_none(asked, "convened"),
        circumstances=given.words(asked.get("circumstances", ""), "circumstances"),
    )


def _scrutiny_documents(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return scrutiny_documents.deadline(
        given.day(asked["received"], "received"),
        holidays=holidays,
        clear=clear_length(asked, scrutiny_documents.CLEAR_DAYS, scrutiny_documents.NAME),
    )


def _member_inspection(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return member_inspection.deadline(
        given.day_or_moment(asked["when"], "when"),
        occasion=given.choice(asked.get("occasion", Occasion.PUBLIC_MEETING), "occasion", Occasion),
        holidays=holidays,
        convened_on=day_or_none(asked, "convened"),
        added_on=day_or_none(asked, "added"),
    )


def _officer_report_meeting(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return officer_report_meeting.deadline(
        given.day(asked["sent"], "sent"),
        report=given.choice(asked.get("report", Report.MONITORING_OFFICER), "report", Report),
        considered_on=day_or_none(asked, "considered"),
        holidays=holidays,
    )


def _retention(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return retention.deadline(
        given.day(asked["begins"], "begins"), record=given.choice(asked.get("record", Record.MEETING), "record", Record)
    )


def _pre_election(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return pre_election.deadline(
        given.day(asked["day"], "day"),
        notice_on=given.day(asked["notice_of_election"], "notice_of_election"),
        poll_on=given.day(asked["poll"], "poll"),
    )


def _equality_information(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    what = given.choice(asked.get("publication", Publication.INFORMATION), "publication", Publication)
    return equality_information.deadline(given.day(asked["last_published"], "last_published"), publication=what)


def _call_in_hold(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    hold = Length(given.whole_number(asked["days"], "days"), given.choice(asked["unit"], "unit", Unit))
    return call_in_hold.deadline(
        given.day(asked["called_in"], "called_in"),
        hold=hold,
        holidays=holidays,
        first_day_counts=given.yes_or_no(asked.get("first_day_counts", False), "first_day_counts"),
        closures=given.days(asked.get("closures", []), "closures"),
    )


QUESTIONS = (
    ClockQuestion(
        late_item.NAME,
        "the last working day to list an item, and in_time, special_circumstances or no_door",
        (
            MEETING,
            Argument("listed", "the day the item went on the public agenda"),
            Argument("body", f"the body that meets: {BODIES}", example="committee"),
            CONVENED,
            Argument("circumstances", "the special circumstances that go in the minutes", "none"),
        ),
        ("meeting", "listed", "body"),
        _late_item,
    ),
    ClockQuestion(
        scrutiny_documents.NAME,
        "the last day to give a scrutiny member a copy, and the last working day",
        (
            Argument("received", "the day the request was received"),
            Argument("clear_days", "how many clear days may go by", "10"),
            Argument("convention", "working or calendar days", "calendar"),
        ),
        ("received",),
        _scrutiny_documents,
    ),
    ClockQuestion(
        member_inspection.NAME,
        "the day, and the time where there is one, by which a member may inspect the executive's documents",
        (
            Argument("when", "the day of the public meeting; otherwise the day and time it ended or was decided"),
            Argument("occasion", "public_meeting, private_meeting or individual_decision", "public_meeting"),
            CONVENED,
            Argument("added", "the day the item was added to the agenda", "none"),
        ),
        ("when",),
        _member_inspection,
    ),
    ClockQuestion(
        officer_report_meeting.NAME,
        "the last day for the meeting on a statutory officer's report or, once held, the last day of standstill",
        (
            Argument("sent", "the day copies of the report were first sent to members"),
            Argument("report", f"whose report: {', '.join(Report)}", Report.MONITORING_OFFICER.value),
            Argument("considered", "the day consideration ended, to know how long things stand still", "none"),
        ),
        ("sent",),
        _officer_report_meeting,
    ),
    ClockQuestion(
        retention.NAME,
        "the last day a record must be open to inspection",
        (
            Argument("begins", "the day of the meeting or of the decision"),
            Argument("record", f"what is kept: {', '.join(Record)}", Record.MEETING.value),
        ),
        ("begins",),
        _retention,
    ),
    ClockQuestion(
        pre_election.NAME,
        "the polling day that ends the window, and before_window, in_window or after_window",
        (
            Argument("day", "the day to look at"),
            Argument("notice_of_election", "the day the notice of election was published, for this poll"),
            Argument("poll", "polling day"),
        ),
        ("day", "notice_of_election", "poll"),
        _pre_election,
    ),
    ClockQuestion(
        equality_information.NAME,
        "the last day to publish equality information, or objectives, again",
        (
            Argument("last_published", "the day they were last published"),
            Argument("publication", "information or objectives", "information"),
        ),
        ("last_published",),
        _equality_information,
    ),
    ClockQuestion(
        call_in_hold.NAME,
        "the last day a decision that was called in is held back, under the council's own rule",
        (
            Argument("called_in", "the day of the call-in, or of what else starts the council's count"),
            Argument("days", "how many days, by the council's own rule", example="10"),
            Argument("unit", "working or calendar days", example="working"),
            Argument("first_day_counts", "whether the starting day is day 1", "false", flag=True),
            Argument("closures", "further days that are no working days here", "none"),
        ),
        ("called_in", "days", "unit"),
        _call_in_hold,
    ),
)
