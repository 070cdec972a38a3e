"""The clocks of meetings and notices as programs and people ask for them: their arguments, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from moothall.domain import given, rule_packs
from moothall.domain.authorities import BodyKind
from moothall.domain.clock_arguments import HOW_MANY_CLEAR, UNITS, WHICH_DAYS, Argument, ClockQuestion, Moment, Reads
from moothall.domain.clocks import council_summons, meeting_notice
from moothall.domain.days import Holidays, Length
from moothall.domain.deadlines import Deadline

MEETING = Argument("meeting", "the day of the meeting", label="When is the meeting?")
CLEAR = (
    Argument("clear_days", "how many clear days must lie between", "5", label=HOW_MANY_CLEAR),
    Argument("convention", "working or calendar days", "working", label=WHICH_DAYS, choices=UNITS),
)
CONVENED = Argument(
    "convened",
    "the day the meeting was convened, where that was at shorter notice",
    "none",
    label="When was the meeting convened?",
    hint="Only where it was convened at shorter notice.",
)
BODIES = "full_council, committee, scrutiny or executive"
BODY_CHOICES = (
    ("full_council", "The council"),
    ("committee", "A committee or sub-committee"),
    ("scrutiny", "A scrutiny committee"),
    ("executive", "The executive, or a committee of it"),
)


def day_or_none(asked: Mapping[str, Any], key: str) -> date | None:
    """The date under a key, or None where there is none."""
    return given.day(asked[key], key) if key in asked else None


def _meeting_notice(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    meeting_on = given.day(asked["meeting"], "meeting")
    return meeting_notice.deadline(
        meeting_on,
        holidays=holidays,
        body=given.choice(asked["body"], "body", BodyKind) if "body" in asked else None,
        clear=clear_length(asked, meeting_notice.length_on(meeting_on), meeting_notice.NAME),
        convened_on=day_or_none(asked, "convened"),
    )


def _council_summons(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return council_summons.deadline(
        given.day(asked["meeting"], "meeting"),
        holidays=holidays,
        clear=clear_length(asked, council_summons.CLEAR_DAYS, council_summons.NAME),
        called_by_members=given.yes_or_no(asked.get("called_by_members", False), "called_by_members"),
    )


def clear_length(asked: Mapping[str, Any], default: Length, name: str) -> Length:
    """The clear days asked for, or the default where nothing is said."""
    clear = {argument.key: asked[argument.key] for argument in CLEAR if argument.key in asked}
    return rule_packs.clear_length(clear, default, where=f"The clock {name}")


QUESTIONS = (
    ClockQuestion(
        meeting_notice.NAME,
        "the last working day to put up the notice of a meeting",
        (
            MEETING,
            Argument(
                "body",
                f"the body that meets: {BODIES}",
                "any of them",
                label="Who meets?",
                choices=BODY_CHOICES,
                advanced=False,
            ),
            Argument(
                "clear_days",
                "how many clear days must lie between",
                "5, or 3 before October 2002",
                label=HOW_MANY_CLEAR,
                reads=Reads.NUMBER,
            ),
            CLEAR[1],
            CONVENED,
        ),
        ("meeting",),
        _meeting_notice,
        title="Notice of a meeting",
        moment=Moment.MEETING,
        sentence="Put up the notice of the meeting by {when}",
        example=(("meeting", "2024-07-11"), ("body", "executive")),
    ),
    ClockQuestion(
        council_summons.NAME,
        "the last working day to send the summons to a meeting of the council",
        (
            MEETING,
            *CLEAR,
            Argument(
                "called_by_members",
                "whether members called the meeting themselves",
                "false",
                flag=True,
                label="Did members call the meeting themselves?",
            ),
        ),
        ("meeting",),
        _council_summons,
        title="Summons to a meeting of the council",
        moment=Moment.MEETING,
        sentence="Send the summons by {when}",
        example=(("meeting", "2024-07-18"),),
    ),
)
