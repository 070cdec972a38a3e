"""The clocks of members' rights, officers' reports, records and publicity as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.authorities import BodyKind
from moothall.domain.clock_arguments import HOW_MANY_CLEAR, UNITS, WHICH_DAYS, Argument, ClockQuestion, Moment, Reads
from moothall.domain.clocks import (
    call_in_hold,
    late_item,
    member_inspection,
    retention,
    scrutiny_documents,
)
from moothall.domain.clocks.member_inspection import Occasion
from moothall.domain.clocks.retention import Record
from moothall.domain.days import Holidays, Length, Unit
from moothall.domain.deadlines import Deadline
from moothall.domain.meeting_questions import BODIES, BODY_CHOICES, CONVENED, MEETING, clear_length, day_or_none
from moothall.domain.years import Years


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


def _retention(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return retention.deadline(
        given.day(asked["begins"], "begins"),
        record=given.choice(asked.get("record", Record.MEETING), "record", Record),
        keep=Years(given.whole_number(asked["keep_years"], "keep_years")) if "keep_years" in asked else None,
    )


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
            Argument(
                "listed",
                "the day the item went on the public agenda",
                label="When did the item go on the public agenda?",
            ),
            Argument(
                "body",
                f"the body that meets: {BODIES}",
                example="committee",
                label="Who meets?",
                choices=BODY_CHOICES,
            ),
            CONVENED,
            Argument(
                "circumstances",
                "the special circumstances that go in the minutes",
                "none",
                label="Which special circumstances go in the minutes?",
            ),
        ),
        ("meeting", "listed", "body"),
        _late_item,
        title="An item that comes late",
        moment=Moment.MEETING,
        sentence="To be taken without a reason for urgency, the item is listed by {when}",
        kinds=(
            (late_item.IN_TIME, "In time"),
            (late_item.SPECIAL_CIRCUMSTANCES, "Only for special circumstances"),
            (late_item.NO_DOOR, "No way to take it late"),
        ),
        example=(("meeting", "2024-07-11"), ("listed", "2024-07-09"), ("body", "committee")),
    ),
    ClockQuestion(
        scrutiny_documents.NAME,
        "the last day to give a scrutiny member a copy, and the last working day",
        (
            Argument("received", "the day the request was received", label="When was the request received?"),
            Argument("clear_days", "how many clear days may go by", "10", label=HOW_MANY_CLEAR),
            Argument("convention", "working or calendar days", "calendar", label=WHICH_DAYS, choices=UNITS),
        ),
        ("received",),
        _scrutiny_documents,
        title="Documents for a member of scrutiny",
        moment=Moment.AFTERWARDS,
        sentence="Give the member a copy by {when}",
        example=(("received", "2024-07-03"),),
    ),
    ClockQuestion(
        member_inspection.NAME,
        "the day, and the time where there is one, by which a member may inspect the executive's documents",
        (
            Argument(
                "when",
                "the day of the public meeting; otherwise the day and time it ended or was decided",
                label="When is the meeting, or when did it end?",
                hint="The day of a public meeting. Otherwise the day and time it ended, or the decision was taken.",
                reads=Reads.DAY_OR_MOMENT,
            ),
            Argument(
                "occasion",
                "public_meeting, private_meeting or individual_decision",
                "public_meeting",
                label="What does the document belong to?",
                choices=(
                    (Occasion.PUBLIC_MEETING.value, "A public meeting of the executive"),
                    (Occasion.PRIVATE_MEETING.value, "A private meeting of the executive"),
                    (Occasion.INDIVIDUAL_DECISION.value, "A decision of one member or officer"),
                ),
                advanced=False,
            ),
            CONVENED,
            Argument(
                "added",
                "the day the item was added to the agenda",
                "none",
                label="When was the item added to the agenda?",
                hint="Only where it was added after the agenda was published.",
            ),
        ),
        ("when",),
        _member_inspection,
        title="Members inspecting the executive’s documents",
        moment=Moment.MEETING,
        sentence="A member may inspect them by {when}",
        example=(("when", "2024-07-11"),),
    ),
    ClockQuestion(
        retention.NAME,
        "the last day a record must be open to inspection",
        (
            Argument(
                "begins", "the day of the meeting or of the decision", label="When was the meeting, or the decision?"
            ),
            Argument(
                "record",
                f"what is kept: {', '.join(Record)}",
                Record.MEETING.value,
                label="What is kept?",
                choices=(
                    (Record.MEETING.value, "Minutes, agenda and open reports of a meeting"),
                    (Record.BACKGROUND_LIST.value, "The list of background papers"),
                    (Record.BACKGROUND_PAPERS.value, "Background papers"),
                    (Record.EXECUTIVE_DECISION.value, "The record of an executive decision"),
                    (Record.EXECUTIVE_BACKGROUND_PAPERS.value, "Background papers of an executive decision"),
                    (Record.OFFICER_DECISION.value, "The record of an officer’s decision"),
                    (Record.OFFICER_BACKGROUND_PAPERS.value, "Background papers of an officer’s decision"),
                ),
                advanced=False,
            ),
            Argument(
                "keep_years",
                "how many years the council keeps it by its own rule, where that is longer than the law asks",
                "6, or 4 for background papers",
                label="For how many years does your council keep it?",
                hint="Where its own rule is longer than the law.",
                reads=Reads.NUMBER,
            ),
        ),
        ("begins",),
        _retention,
        title="How long a record stays open",
        moment=Moment.AFTERWARDS,
        sentence="It must be open to inspection until the end of {when}",
        example=(("begins", "2024-07-29"),),
    ),
    ClockQuestion(
        call_in_hold.NAME,
        "the last day a decision that was called in is held back, under the council's own rule",
        (
            Argument(
                "called_in",
                "the day of the call-in, or of what else starts the council's count",
                label="When was the decision called in?",
                hint="Or the day of whatever else starts the count in your constitution.",
            ),
            Argument(
                "days",
                "how many days, by the council's own rule",
                example="10",
                label="How many days does your constitution allow?",
            ),
            Argument("unit", "working or calendar days", example="working", label=WHICH_DAYS, choices=UNITS),
            Argument(
                "first_day_counts",
                "whether the starting day is day 1",
                "false",
                flag=True,
                label="Is the day that starts the count itself day 1?",
            ),
            Argument(
                "closures",
                "further days that are no working days here",
                "none",
                label="Which further days are no working days at your council?",
                hint="Such as 2024-12-27, with commas between them.",
            ),
        ),
        ("called_in", "days", "unit"),
        _call_in_hold,
        title="How long a call-in holds a decision back",
        moment=Moment.CALL_IN,
        sentence="The decision is held back until the end of {when}",
        example=(("called_in", "2024-07-10"), ("days", "10"), ("unit", "working")),
    ),
)
