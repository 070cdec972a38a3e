"""The clocks as programs and people ask for them: a name and arguments by name, and one answer.

The arguments of each clock stand in one table, from which the shell, its help and the reference page are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given, meeting_questions, record_questions, rule_packs
from moothall.domain.clock_arguments import Argument, ClockQuestion
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


_CLOCKS = (
    ClockQuestion(
        call_in.NAME,
        "the last day, and time where there is one, to call a decision in; when it takes effect; the day it is listed",
        (
            Argument("published", "the day the decision was published, or the day and time", "none"),
            Argument("decided", "the day the decision was taken", "none"),
            Argument("days", "how many days scrutiny has", "5"),
            Argument("unit", "working or calendar days", "working"),
            Argument("base", "what starts the count: publication or decision", "publication"),
            Argument("first_day_counts", "whether the starting day is day 1", "false", flag=True),
            Argument(
                "publish_allowance", "working days allowed for publishing before the count, with base decision", "0"
            ),
            Argument("publish_cutoff", "publication after this time counts from the next working day", "none"),
            Argument("closes", "the time call-in closes on the last day", "none"),
            Argument("effective", "next_calendar_day, next_working_day or at_close", "next_calendar_day"),
            Argument("closures", "further days that are no working days here", "none"),
        ),
        (),
        _call_in,
    ),
    ClockQuestion(
        agenda_publication.NAME,
        "the last working day to publish an agenda with its reports",
        (
            Argument("meeting", "the day of the meeting"),
            Argument("clear_days", "how many clear days must lie between", "5"),
            Argument("convention", "working or calendar days", "working"),
        ),
        ("meeting",),
        _agenda_publication,
    ),
    ClockQuestion(
        key_decision_notice.NAME,
        "the last day in law to publish the notice of a key decision, and the last working day",
        (
            Argument("decision", "the earliest day the decision may be taken"),
            Argument("clear_days", "how many clear days must lie between", "28"),
            Argument("convention", "working or calendar days", "calendar"),
        ),
        ("decision",),
        _key_decision_notice,
    ),
    ClockQuestion(
        general_exception.NAME,
        "the first day a key decision may be taken under the general exception",
        (Argument("notice", "the day the notice of the exception was made available"),),
        ("notice",),
        _general_exception,
    ),
    ClockQuestion(
        notice_kind.NAME,
        "full_notice, general_exception or special_urgency",
        (
            Argument("notice", "the day the notice was published"),
            Argument("decision", "the earliest day the decision may be taken"),
        ),
        ("notice", "decision"),
        _notice_kind,
    ),
    *meeting_questions.QUESTIONS,
    *record_questions.QUESTIONS,
)
QUESTIONS: dict[str, ClockQuestion] = {question.name: question for question in _CLOCKS}
