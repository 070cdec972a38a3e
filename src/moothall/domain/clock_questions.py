"""The clocks as programs and people ask for them: a name and arguments by name, and one answer.

The arguments of each clock stand in one table, from which the shell, its help and the reference page are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import (
    access_questions,
    call_in_questions,
    change_questions,
    duty_questions,
    executive_record_questions,
    given,
    information_questions,
    key_decision_questions,
    meeting_questions,
    notice_questions,
    officer_questions,
    openness_questions,
    paper_questions,
    poll_questions,
    private_questions,
    record_questions,
    rule_packs,
    scrutiny_questions,
)
from moothall.domain.clock_arguments import (
    HOW_MANY_CLEAR,
    UNITS,
    WHICH_DAYS,
    Argument,
    ClockQuestion,
    Moment,
)
from moothall.domain.clocks import agenda_publication, general_exception, key_decision_notice, notice_kind
from moothall.domain.clocks.notice_kind import Procedure
from moothall.domain.consents import Chair
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


def _agenda_publication(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    clear = {key: value for key, value in asked.items() if key != "meeting"}
    meeting_on = given.day(asked["meeting"], "meeting")
    of_its_day = agenda_publication.length_on(meeting_on)
    length = rule_packs.clear_length(clear, of_its_day, where="The clock agenda-publication")
    return agenda_publication.deadline(meeting_on, holidays=holidays, clear=length)


def _key_decision_notice(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    clear = {key: value for key, value in asked.items() if key != "decision"}
    length = rule_packs.clear_length(clear, key_decision_notice.CLEAR_DAYS, where="The clock key-decision-notice")
    return key_decision_notice.deadline(given.day(asked["decision"], "decision"), holidays=holidays, clear=length)


def _general_exception(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    chair = given.choice(asked["scrutiny_chair"], "scrutiny_chair", Chair) if "scrutiny_chair" in asked else None
    return general_exception.deadline(
        given.day(asked["notice"], "notice"),
        holidays=holidays,
        scrutiny_chair=chair,
        reasons_on=meeting_questions.day_or_none(asked, "reasons_notice"),
    )


def _notice_kind(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return notice_kind.deadline(
        given.day(asked["notice"], "notice"),
        given.day(asked["decision"], "decision"),
        holidays=holidays,
        chosen=given.choice(asked["chosen"], "chosen", Procedure) if "chosen" in asked else None,
    )


EARLIEST_DECISION = Argument(
    "decision",
    "the earliest day the decision may be taken",
    label="What is the earliest day the decision may be taken?",
)
_CLOCKS = (
    call_in_questions.CALL_IN,
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
            Argument(
                "scrutiny_chair",
                "the chair of scrutiny: able, unable (to act) or none",
                "not said",
                label="How is it with the chair of scrutiny?",
                hint="Without a chair each member of the committee is told.",
                choices=(("able", "Able to act"), ("unable", "Unable to act"), ("none", "There is none")),
            ),
            Argument(
                "reasons_notice",
                "the day of the second notice, of why 28 clear days were impracticable",
                "none",
                label="When was the second notice, with the reasons, made available?",
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
            Argument(
                "chosen",
                "which procedure was named: full_notice, general_exception or special_urgency",
                "none",
                label="Which procedure did the council name?",
                hint="To know whether it is the right one.",
                choices=(
                    (notice_kind.FULL_NOTICE, "Full notice"),
                    (notice_kind.GENERAL_EXCEPTION, "General exception"),
                    (notice_kind.SPECIAL_URGENCY, "Special urgency"),
                ),
            ),
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
    *private_questions.QUESTIONS,
    *record_questions.QUESTIONS,
    *poll_questions.QUESTIONS,
    *key_decision_questions.QUESTIONS,
    *executive_record_questions.QUESTIONS,
    *scrutiny_questions.QUESTIONS,
    *openness_questions.QUESTIONS,
    *access_questions.QUESTIONS,
    *paper_questions.QUESTIONS,
    *notice_questions.QUESTIONS,
    *officer_questions.QUESTIONS,
    *duty_questions.QUESTIONS,
    *information_questions.QUESTIONS,
    *change_questions.QUESTIONS,
)
QUESTIONS: dict[str, ClockQuestion] = {question.name: question for question in _CLOCKS}
