"""The clocks as programs and people ask for them: a name and arguments by name, and one answer.

The arguments of each clock stand in one table, from which the shell, its help and the reference page are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given, meeting_questions, record_questions, rule_packs
from moothall.domain.clock_arguments import (
    HOW_MANY_CLEAR,
    UNITS,
    WHICH_DAYS,
    Argument,
    ClockQuestion,
    Moment,
    Reads,
)
from moothall.domain.clocks import agenda_publication, call_in, general_exception, key_decision_notice, notice_kind
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal


def answer(name: str, plain: Mapping[str, Any], holidays: Holidays) -> Deadline:
    """The answer of the clock with this name to arguments as JSON data gives them; null stands for the default.

    Raises a Refusal, a sentence with what to do next, for an unknown clock or key, a missing argument or a bad value.
    """
    if name not in QUESTIONS:
        raise Refusal(f"There is no clock called {name!r}.", next_step=f"The clocks are: {', '.join(QUESTIONS)}.")
    question = QUESTIONS[name]
    given.check_keys(plain, tuple(argument.key for argument in question.arguments), where=f"The clock {name}")
    asked = {key: value for key, value in plain.items() if value is not None}
    for argument in question.arguments:
        if argument.key in question.needs and argument.key not in asked:
            raise Refusal(
                f"The clock {name} needs {argument.key}, and it is not given.",
                next_step=f"Give it as {argument.example}." if argument.example else "Give it as 2024-07-03.",
            )
    return question.ask(asked, holidays)


def _call_in(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    dates = ("published", "decided")
    rule = rule_packs.call_in_rule(
        {key: value for key, value in asked.items() if key not in dates}, where="The clock call-in"
    )
    published = given.day_or_moment(asked["published"], "published") if "published" in asked else None
    decided_on = given.day(asked["decided"], "decided") if "decided" in asked else None
    return call_in.deadline(published, decided_on=decided_on, rule=rule, holidays=holidays)


def _agenda_publication(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    clear = {key: value for key, value in asked.items() if key != "meeting"}
    length = rule_packs.clear_length(clear, agenda_publication.CLEAR_DAYS, where="The clock agenda-publication")
    return agenda_publication.deadline(given.day(asked["meeting"], "meeting"), holidays=holidays, clear=length)


def _key_decision_notice(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    clear = {key: value for key, value in asked.items() if key != "decision"}
    length = rule_packs.clear_length(clear, key_decision_notice.CLEAR_DAYS, where="The clock key-decision-notice")
    return key_decision_notice.deadline(given.day(asked["decision"], "decision"), holidays=holidays, clear=length)


def _general_exception(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return general_exception.deadline(given.day(asked["notice"], "notice"), holidays=holidays)


def _notice_kind(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return notice_kind.deadline(
        given.day(asked["notice"], "notice"), given.day(asked["decision"], "decision"), holidays=holidays
    )


UNIT = Argument("unit", "working or calendar days", "working", label=WHICH_DAYS, choices=UNITS)
FIRST_DAY = Argument(
    "first_day_counts",
    "whether the starting day is day 1",
    "false",
    flag=True,
    label="Is the day that starts the count itself day 1?",
)
CLOSURES = Argument(
    "closures",
    "further days that are no working days here",
    "none",
    label="Which further days are no working days at your council?",
    hint="Such as 2024-12-27, with commas between them.",
)
EARLIEST_DECISION = Argument(
    "decision",
    "the earliest day the decision may be taken",
    label="What is the earliest day the decision may be taken?",
)
_CLOCKS = (
    ClockQuestion(
        call_in.NAME,
        "the last day, and time where there is one, to call a decision in; when it takes effect; the day it is listed",
        (
            Argument(
                "published",
                "the day the decision was published, or the day and time",
                "none",
                label="When was the decision published?",
                hint="The time matters only where your constitution has a cut-off.",
                reads=Reads.DAY_OR_MOMENT,
                advanced=False,
            ),
            Argument(
                "decided",
                "the day the decision was taken",
                "none",
                label="When was the decision taken?",
                hint="Needed where your constitution counts from the decision.",
            ),
            Argument("days", "how many days scrutiny has", "5", label="How many days does scrutiny have?"),
            UNIT,
            Argument(
                "base",
                "what starts the count: publication or decision",
                "publication",
                label="What starts the count?",
                choices=(("publication", "The day the decision is published"), ("decision", "The day it is taken")),
            ),
            FIRST_DAY,
            Argument(
                "publish_allowance",
                "working days allowed for publishing before the count, with base decision",
                "0",
                label="How many working days are allowed for publishing?",
                hint="Only where the count starts from the decision.",
            ),
            Argument(
                "publish_cutoff",
                "publication after this time counts from the next working day",
                "none",
                label="After what time does publication count as the next working day?",
                hint="Such as 17:00. Leave it empty where there is no cut-off.",
                reads=Reads.TIME,
            ),
            Argument(
                "closes",
                "the time call-in closes on the last day",
                "none",
                label="At what time does call-in close on the last day?",
                hint="Such as 17:15. Leave it empty for the end of the day.",
            ),
            Argument(
                "effective",
                "next_calendar_day, next_working_day or at_close",
                "next_calendar_day",
                label="When does a decision that was not called in take effect?",
                choices=(
                    ("next_calendar_day", "On the next day, even a Saturday"),
                    ("next_working_day", "On the next working day"),
                    ("at_close", "When call-in closes"),
                ),
            ),
            CLOSURES,
        ),
        (),
        _call_in,
        title="Call-in of a decision",
        moment=Moment.CALL_IN,
        sentence="Scrutiny may call it in until {when}",
        example=(("published", "2024-07-03"), ("closes", "17:15")),
    ),
    ClockQuestion(
        agenda_publication.NAME,
        "the last working day to publish an agenda with its reports",
        (
            Argument("meeting", "the day of the meeting", label="When is the meeting?"),
            Argument("clear_days", "how many clear days must lie between", "5", label=HOW_MANY_CLEAR),
            Argument("convention", "working or calendar days", "working", label=WHICH_DAYS, choices=UNITS),
        ),
        ("meeting",),
        _agenda_publication,
        title="Agenda and reports on public view",
        moment=Moment.MEETING,
        sentence="Publish the agenda and its reports by {when}",
        example=(("meeting", "2024-07-11"),),
    ),
    ClockQuestion(
        key_decision_notice.NAME,
        "the last day in law to publish the notice of a key decision, and the last working day",
        (
            EARLIEST_DECISION,
            Argument("clear_days", "how many clear days must lie between", "28", label=HOW_MANY_CLEAR),
            Argument("convention", "working or calendar days", "calendar", label=WHICH_DAYS, choices=UNITS),
        ),
        ("decision",),
        _key_decision_notice,
        title="Notice of a key decision",
        moment=Moment.NOTICES,
        sentence="Publish the notice of the key decision by {when}",
        example=(("decision", "2024-07-11"),),
    ),
    ClockQuestion(
        general_exception.NAME,
        "the first day a key decision may be taken under the general exception",
        (
            Argument(
                "notice",
                "the day the notice of the exception was made available",
                label="When was the notice of the exception made available?",
            ),
        ),
        ("notice",),
        _general_exception,
        title="General exception",
        moment=Moment.NOTICES,
        sentence="The decision may be taken on {when}, and not before",
        example=(("notice", "2020-06-02"),),
    ),
    ClockQuestion(
        notice_kind.NAME,
        "full_notice, general_exception or special_urgency",
        (
            Argument("notice", "the day the notice was published", label="When was the notice published?"),
            EARLIEST_DECISION,
        ),
        ("notice", "decision"),
        _notice_kind,
        title="Which notice a key decision had",
        moment=Moment.NOTICES,
        kinds=(
            (notice_kind.FULL_NOTICE, "Full notice"),
            (notice_kind.GENERAL_EXCEPTION, "General exception"),
            (notice_kind.SPECIAL_URGENCY, "Special urgency"),
        ),
        example=(("notice", "2024-06-24"), ("decision", "2024-07-11")),
    ),
    *meeting_questions.QUESTIONS,
    *record_questions.QUESTIONS,
)
QUESTIONS: dict[str, ClockQuestion] = {question.name: question for question in _CLOCKS}
