"""The clocks of the records of executive decisions as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.clock_arguments import Argument, ClockQuestion, Moment, Reads
from moothall.domain.clocks import decision_record, officer_executive_record
from moothall.domain.clocks.decision_record import Field
from moothall.domain.clocks.officer_executive_record import Policy
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.executive_arguments import DECIDED, POUNDS, TAKER, choices, number_or_none, taker, words_of
from moothall.domain.meeting_questions import day_or_none
from moothall.domain.refusals import Refusal


def _decision_record(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return decision_record.deadline(
        given.day(asked["decided"], "decided"),
        taker=taker(asked),
        says=choices(asked, "record_says", Field),
        holidays=holidays,
        recorded_on=day_or_none(asked, "recorded"),
    )


def _officer_executive_record(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    since, until = day_or_none(asked, "policy_from"), day_or_none(asked, "policy_to")
    sum_ = number_or_none(asked, "policy_pounds")
    if since is None and (until or sum_ is not None):
        raise Refusal(
            "The council's policy is given without the day from which it stands.",
            next_step="Give that day (policy_from): a policy holds only with its date.",
        )
    return officer_executive_record.deadline(
        given.day(asked["decided"], "decided"),
        key=given.yes_or_no(asked["key"], "key"),
        pounds=number_or_none(asked, "pounds"),
        policy=Policy(sum_, since, until) if since else None,
    )


QUESTIONS = (
    ClockQuestion(
        decision_record.NAME,
        "whether the record of an executive decision says all it must, and who makes it",
        (
            DECIDED,
            TAKER,
            Argument(
                "record_says",
                f"what the record says, with commas: {words_of(Field)}",
                "none",
                example="decision,date,reasons",
                label="What does the record say?",
                hint="Where there was nothing, a record that says so counts.",
                reads=Reads.CHOICES,
                choices=(
                    ("decision", "The decision"),
                    ("date", "Its date"),
                    ("reasons", "The reasons"),
                    ("options", "The options considered and rejected, or that there were none"),
                    ("conflicts", "The conflicts of interest declared, or that there were none"),
                    ("dispensations", "The dispensations granted, or that there were none"),
                ),
                advanced=False,
            ),
            Argument("recorded", "the day the record was made", "none", label="When was the record made?"),
        ),
        ("decided",),
        _decision_record,
        title="Record of an executive decision",
        moment=Moment.DECISION,
        kinds=(
            (decision_record.COMPLETE, "It says all it must"),
            (decision_record.INCOMPLETE, "Something is missing"),
        ),
        sentence="The record was made on {when}",
        example=(("decided", "2024-07-11"), ("record_says", "decision,date,reasons"), ("recorded", "2024-07-12")),
    ),
    ClockQuestion(
        officer_executive_record.NAME,
        "whether an officer's decision for the executive is recorded: record or left_out_by_policy",
        (
            DECIDED,
            Argument("key", "whether the decision is key", example="false", label="Is the decision key?"),
            POUNDS,
            Argument(
                "policy_pounds",
                "how many pounds make the council record one, by its own policy",
                "none",
                example="100000",
                label="From how many pounds does your council record such a decision?",
                hint="By a policy of its own. The regulation knows no sum.",
                advanced=False,
            ),
            Argument(
                "policy_from",
                "the first day that policy held",
                "none",
                label="From which day does that policy hold?",
                advanced=False,
            ),
            Argument(
                "policy_to", "the last day that policy held", "none", label="Until which day did that policy hold?"
            ),
        ),
        ("decided", "key"),
        _officer_executive_record,
        title="Is an officer's decision for the executive recorded?",
        moment=Moment.DECISION,
        kinds=(
            (officer_executive_record.RECORD, "Record it"),
            (officer_executive_record.LEFT_OUT, "Left out by the council's own policy"),
        ),
        example=(
            ("decided", "2024-07-29"),
            ("key", "false"),
            ("pounds", "20000"),
            ("policy_pounds", "100000"),
            ("policy_from", "2023-05-17"),
        ),
    ),
)
