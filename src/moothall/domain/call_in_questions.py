"""Call-in as programs and people ask for it: its arguments, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from moothall.domain import given, rule_packs
from moothall.domain.clock_arguments import UNITS, WHICH_DAYS, Argument, ClockQuestion, Moment, Reads
from moothall.domain.clocks import call_in
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.rule_packs import Base, CallInRule

_SAYS_HOW_LONG = {"days", "unit"}
OUTSIDE_THE_RULE = ("published", "decided", "relisted", "decisions")
WITHIN = (
    'A constitution that says "within five working days of" does not say whether the day it starts from is one of them.'
    " It was left out here: ask your monitoring officer, and enter the answer (first_day_counts)."
)
COMMONEST = (
    "Five working days are only the commonest rule seen, and no law sets them: enter what your constitution has."
)


def call_in_rule(asked: Mapping[str, Any], *, where: str) -> CallInRule:
    """The council's own rule among the arguments of a clock of call-in; defaults where nothing is said."""
    return rule_packs.call_in_rule(
        {key: value for key, value in asked.items() if key not in OUTSIDE_THE_RULE}, where=where
    )


def ask(asked: Mapping[str, Any], holidays: Holidays, rule: CallInRule) -> Deadline:
    """The answer of the clock of call-in to arguments as JSON data gives them, under a rule.

    Says so where the arguments leave open whether the day the count starts from is one of its days, and where one
    notice lists several decisions. Raises a Refusal for a bad value.
    """
    published = given.day_or_moment(asked["published"], "published") if "published" in asked else None
    decided_on = given.day(asked["decided"], "decided") if "decided" in asked else None
    relisted_on = given.day(asked["relisted"], "relisted") if "relisted" in asked else None
    number = given.whole_number(asked.get("decisions", 1), "decisions")
    found = call_in.deadline(published, decided_on=decided_on, rule=rule, holidays=holidays, relisted_on=relisted_on)
    unsaid = () if "first_day_counts" in asked or rule.starts_after or rule.first_day_counts else (WITHIN,)
    return replace(found, notes=(*found.notes, *_several(number, rule), *unsaid))


def _several(decisions: int, rule: CallInRule) -> tuple[str, ...]:
    if decisions < 2:
        return ()
    each = "the day it was taken" if rule.base is Base.DECISION else "the day it was published"
    return (
        f"The notice lists {decisions} decisions, and each has a clock of its own: ask for each with {each}, and copy"
        " no date from one to the next.",
    )


def _call_in(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    found = ask(asked, holidays, call_in_rule(asked, where="The clock call-in"))
    return found if asked.keys() & _SAYS_HOW_LONG else replace(found, notes=(COMMONEST, *found.notes))


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
CALL_IN = ClockQuestion(
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
            "next_calendar_day, next_working_day, at_close or end_of_last_day",
            "next_calendar_day",
            label="When does a decision that was not called in take effect?",
            choices=(
                ("next_calendar_day", "On the next day, even a Saturday"),
                ("next_working_day", "On the next working day"),
                ("at_close", "When call-in closes"),
                ("end_of_last_day", "At the end of the last day"),
            ),
        ),
        CLOSURES,
        Argument(
            "starts_after",
            "how many working days are skipped before day 1",
            "0",
            label="How many working days are skipped before day 1?",
            hint="For a clock that starts late. Most councils skip none.",
        ),
        Argument(
            "on_nonworking_end",
            "leave or next_working: a last calendar day that is no working day",
            "leave",
            label="What becomes of a last day that is no working day?",
            hint="Only where every day of the calendar counts.",
            choices=(("leave", "It stays where it is"), ("next_working", "It moves to the next working day")),
        ),
        Argument(
            "requesters",
            "who may call in, and how many of them, in the words of the rule",
            "none",
            label="Who may call a decision in?",
            hint="Such as: three councillors who are not on the executive.",
        ),
        Argument(
            "grounds",
            "on what grounds, in the words of the rule",
            "none",
            label="On what grounds?",
        ),
        Argument(
            "key_only",
            "whether only key decisions may be called in",
            "none",
            label="May only key decisions be called in?",
        ),
        Argument(
            "relisted",
            "the day it was listed again, where that happened",
            "none",
            label="When was it listed again?",
            hint="The first publication starts the count, whatever a list shows later.",
            reads=Reads.DAY,
        ),
        Argument(
            "decisions",
            "how many decisions the notice lists",
            "1",
            label="How many decisions does the notice list?",
            hint="Each has a clock of its own.",
        ),
    ),
    (),
    _call_in,
    title="Call-in of a decision",
    moment=Moment.CALL_IN,
    sentence="Scrutiny may call it in until {when}",
    example=(("published", "2024-07-03"), ("closes", "17:15")),
)
