"""The clocks of what may be called in, and of scrutiny's reports, as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.authorities import BodyKind
from moothall.domain.call_in_questions import CALL_IN, UNIT, call_in_rule
from moothall.domain.clock_arguments import Argument, ClockQuestion, Moment, Reads
from moothall.domain.clocks import (
    call_in_waiver,
    callable_decision,
    committee_call_in,
    key_decision_report,
    special_urgency_report,
)
from moothall.domain.clocks.call_in_waiver import Waiver
from moothall.domain.clocks.callable_decision import Because, Shown
from moothall.domain.clocks.key_decision_report import Content
from moothall.domain.days import Holidays, Length, Unit
from moothall.domain.deadlines import Deadline
from moothall.domain.executive_arguments import (
    DECIDED,
    DECIDERS,
    choices,
    number_or_none,
    taker,
    words_of,
    yes_no_or_none,
)
from moothall.domain.meeting_questions import day_or_none
from moothall.domain.years import Months

OF_THE_RULE = tuple(
    argument
    for argument in CALL_IN.arguments
    if argument.key not in ("published", "decided", "days", "relisted", "decisions", "key_only")
)


def _call_in_waiver(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return call_in_waiver.deadline(
        given.day(asked["decided"], "decided"),
        waiver=Waiver(
            test=_words(asked, "test"),
            because=_words(asked, "urgent_because"),
            agreed_as=_words(asked, "agreed_as"),
            agreed_by=_words(asked, "agreed_by"),
            agreed_on=day_or_none(asked, "agreed_on"),
            recorded=given.yes_or_no(asked.get("in_record", False), "in_record"),
        ),
        next_council_on=day_or_none(asked, "next_council"),
    )


def _words(asked: Mapping[str, Any], key: str) -> str:
    return given.words(asked.get(key, ""), key)


def _callable(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return callable_decision.deadline(
        given.day(asked["decided"], "decided"),
        taker=taker(asked),
        is_=choices(asked, "what_it_is", Because),
        key=yes_no_or_none(asked, "key"),
        key_only=yes_no_or_none(asked, "key_only"),
        no_call_in=_words(asked, "no_call_in"),
        shown=Shown(
            flag=yes_no_or_none(asked, "flag"),
            effective_on=day_or_none(asked, "shown_effective"),
            published_on=day_or_none(asked, "published"),
        ),
    )


def _committee_call_in(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    of_the_rule = {key: value for key, value in asked.items() if key != "scrutiny_committee"}
    rule = call_in_rule(of_the_rule, where="The clock committee-call-in")
    return committee_call_in.deadline(
        given.day(asked["decided"], "decided"),
        scrutiny_committee=given.yes_or_no(asked["scrutiny_committee"], "scrutiny_committee"),
        holidays=holidays,
        rule=rule if "days" in asked else None,
        published=given.day_or_moment(asked["published"], "published") if "published" in asked else None,
    )


def _key_decision_report(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    number = number_or_none(asked, "days")
    unit = given.choice(asked.get("unit", Unit.WORKING), "unit", Unit)
    return key_decision_report.deadline(
        given.day(asked["decided"], "decided"),
        treated_as_key=given.yes_or_no(asked.get("treated_as_key", False), "treated_as_key"),
        holidays=holidays,
        required_on=day_or_none(asked, "required"),
        period=Length(number, unit) if number is not None else None,
        says=choices(asked, "report_says", Content),
    )


def _special_urgency_report(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return special_urgency_report.deadline(
        given.day(asked["last_report"], "last_report"),
        every=Months(given.whole_number(asked.get("every_months", 12), "every_months")),
        decisions=number_or_none(asked, "decisions"),
    )


QUESTIONS = (
    ClockQuestion(
        callable_decision.NAME,
        "whether a decision may be called in: callable or not_callable, with the reason and what its page contradicts",
        (
            DECIDED,
            Argument(
                "taker",
                f"who decides: {words_of(BodyKind)}",
                "executive",
                label="Who decides?",
                choices=DECIDERS,
                advanced=False,
            ),
            Argument(
                "what_it_is",
                f"what keeps it from call-in, with commas: {', '.join(callable_decision.ASKS)}",
                "none",
                example="noting",
                label="Is it any of these?",
                reads=Reads.CHOICES,
                choices=tuple((reason.value, asks) for reason, asks in callable_decision.ASKS.items()),
                advanced=False,
            ),
            Argument("key", "whether the decision is key", "not said", label="Is the decision key?", advanced=False),
            Argument(
                "key_only",
                "whether only key decisions may be called in, by the council's rule",
                "those of officers",
                label="May only key decisions be called in at your council?",
                reads=Reads.YES_NO,
            ),
            Argument(
                "no_call_in",
                "why decisions of this maker are not open to call-in, by the council's own rule",
                "none",
                label="Why are decisions of this maker not open to call-in at your council?",
                hint="Only where your constitution says so.",
            ),
            Argument(
                "flag",
                "whether its page says that it is subject to call-in",
                "not said",
                label="Does its page say that it is subject to call-in?",
            ),
            Argument(
                "shown_effective",
                "the day its page says it takes effect",
                "none",
                label="When does its page say it takes effect?",
            ),
            Argument("published", "the day it was published", "none", label="When was it published?", reads=Reads.DAY),
        ),
        ("decided",),
        _callable,
        title="May a decision be called in?",
        moment=Moment.CALL_IN,
        kinds=(
            (callable_decision.CALLABLE, "It may be called in"),
            (callable_decision.NOT_CALLABLE, "It may not be called in"),
        ),
        example=(("decided", "2024-07-11"), ("what_it_is", "noting"), ("flag", "true")),
    ),
    ClockQuestion(
        call_in_waiver.NAME,
        "whether call-in is waived for urgency by the council's own rule: waived or not_waived, with what is missing",
        (
            DECIDED,
            Argument(
                "test",
                "the test of the constitution, in its own words",
                "none",
                example="Delay would harm the interests of the council",
                label="What test does your constitution set?",
                advanced=False,
            ),
            Argument(
                "urgent_because",
                "why the matter is urgent and cannot reasonably be deferred",
                "none",
                label="How does this decision meet it?",
                advanced=False,
            ),
            Argument(
                "agreed_as",
                "the post whose agreement the constitution asks for",
                "none",
                example="Chair of scrutiny",
                label="Whose agreement does your constitution ask for?",
                advanced=False,
            ),
            Argument("agreed_by", "who gave the agreement", "none", label="Who gave the agreement?", advanced=False),
            Argument(
                "agreed_on", "the day the agreement was given", "none", label="When was it given?", advanced=False
            ),
            Argument(
                "in_record",
                "whether the record says that it may not be called in, and why",
                "false",
                flag=True,
                label="Does the record say that it may not be called in, and why?",
                advanced=False,
            ),
            Argument(
                "next_council",
                "the day of the next meeting of the council",
                "none",
                label="When does the council meet next?",
                advanced=False,
            ),
        ),
        ("decided",),
        _call_in_waiver,
        title="Waiver of call-in",
        moment=Moment.CALL_IN,
        sentence="Tell the council at its meeting of {when}",
        kinds=((call_in_waiver.WAIVED, "Call-in is waived"), (call_in_waiver.NOT_WAIVED, "It stays open to call-in")),
        example=(
            ("decided", "2024-07-11"),
            ("test", "Delay would harm the interests of the council"),
            ("urgent_because", "The offer lapses on 15 July"),
            ("agreed_as", "Chair of scrutiny"),
            ("agreed_by", "The chair"),
            ("agreed_on", "2024-07-10"),
            ("in_record", "true"),
            ("next_council", "2024-07-18"),
        ),
    ),
    ClockQuestion(
        committee_call_in.NAME,
        "whether a decision of a committee-system council may be called in, and until when by the council's own rule",
        (
            DECIDED,
            Argument(
                "scrutiny_committee",
                "whether the council has a scrutiny committee",
                example="true",
                label="Does the council have a scrutiny committee?",
            ),
            Argument(
                "published",
                "the day the decision was published, or the day and time",
                "none",
                label="When was the decision published?",
                reads=Reads.DAY_OR_MOMENT,
                advanced=False,
            ),
            Argument(
                "days",
                "how many days scrutiny has, by the council's own rule",
                "none",
                example="5",
                label="How many days does scrutiny have, by your council's own rule?",
                advanced=False,
            ),
            *OF_THE_RULE,
        ),
        ("decided", "scrutiny_committee"),
        _committee_call_in,
        title="Call-in at a committee-system council",
        moment=Moment.CALL_IN,
        sentence="Scrutiny may call it in until {when}",
        kinds=(
            (committee_call_in.NONE, "There is no call-in"),
            (committee_call_in.RULE_NEEDED, "The council's own rule is needed"),
            (committee_call_in.LOCAL_RULE, "By the council's own rule"),
        ),
        example=(
            ("decided", "2024-07-09"),
            ("scrutiny_committee", "true"),
            ("published", "2024-07-11"),
            ("days", "5"),
        ),
    ),
    ClockQuestion(
        key_decision_report.NAME,
        "the last day to report why a decision was not treated as key, where scrutiny required it",
        (
            DECIDED,
            Argument(
                "treated_as_key",
                "whether it was treated as a key decision",
                "false",
                flag=True,
                label="Was it treated as a key decision?",
            ),
            Argument(
                "required",
                "the day scrutiny required the report",
                "none",
                label="When did scrutiny require the report?",
                advanced=False,
            ),
            Argument(
                "days",
                "how many days the committee gave for it",
                "none",
                example="10",
                label="How many days did the committee give for it?",
                advanced=False,
            ),
            UNIT,
            Argument(
                "report_says",
                f"what the report says, with commas: {words_of(Content)}",
                "none",
                example="decision,reasons",
                label="What does the report say?",
                reads=Reads.CHOICES,
                choices=tuple((content.value, asks) for content, asks in key_decision_report.ASKS.items()),
            ),
        ),
        ("decided",),
        _key_decision_report,
        title="Report on a decision that was not treated as key",
        moment=Moment.AFTERWARDS,
        sentence="Report to the council by {when}",
        kinds=(
            (key_decision_report.NOT_OWED, "No report is owed"),
            (key_decision_report.PERIOD_NEEDED, "The committee's period is needed"),
            (key_decision_report.OWED, "A report is owed"),
        ),
        example=(("decided", "2024-07-11"), ("required", "2024-07-22"), ("days", "10")),
    ),
    ClockQuestion(
        special_urgency_report.NAME,
        "the last day for the next report to the council on special urgency",
        (
            Argument("last_report", "the day of the last report", label="When was the last report?"),
            Argument(
                "every_months",
                "how many months the council fixed between reports, at most 12",
                "12",
                label="How many months did the council fix between reports?",
            ),
            Argument(
                "decisions",
                "how many decisions were taken that way since",
                "not said",
                example="0",
                label="How many decisions were taken that way since?",
                advanced=False,
            ),
        ),
        ("last_report",),
        _special_urgency_report,
        title="Report on special urgency",
        moment=Moment.AFTERWARDS,
        sentence="Report to the council by {when}",
        kinds=(
            (special_urgency_report.NIL, "Nothing to report, and the report says so"),
            (special_urgency_report.WITH_DECISIONS, "With the decisions"),
        ),
        example=(("last_report", "2023-07-18"), ("decisions", "0")),
    ),
)
