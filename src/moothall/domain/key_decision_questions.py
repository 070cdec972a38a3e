"""The clocks of key decisions and of urgency as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import due_dates, given
from moothall.domain.authorities import BodyKind
from moothall.domain.call_in_questions import UNIT, call_in_rule
from moothall.domain.clock_arguments import Argument, ClockQuestion, Moment, Reads
from moothall.domain.clocks import key_decision, key_decision_particulars, urgency
from moothall.domain.clocks.key_decision import LocalThreshold
from moothall.domain.clocks.key_decision_particulars import NamedAs, Particular
from moothall.domain.clocks.urgency import Known
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.executive_arguments import (
    DECIDERS,
    POUNDS,
    TAKER,
    choices,
    number_or_none,
    taker,
    words_of,
    yes_no_or_none,
)
from moothall.domain.meeting_questions import day_or_none
from moothall.domain.refusals import Refusal


def _key_decision(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return key_decision.deadline(
        given.day(asked["decision"], "decision"),
        pounds=number_or_none(asked, "pounds"),
        threshold=_threshold(asked),
        money_is_significant=yes_no_or_none(asked, "money_significant"),
        wards=number_or_none(asked, "wards"),
        wards_are_affected=yes_no_or_none(asked, "wards_significant"),
        taker=taker(asked),
    )


def _threshold(asked: Mapping[str, Any]) -> LocalThreshold | None:
    since, until = day_or_none(asked, "threshold_from"), day_or_none(asked, "threshold_to")
    pounds = number_or_none(asked, "threshold")
    if pounds is None:
        if since or until:
            raise Refusal(
                "A day is given for the council's threshold, and no threshold.",
                next_step="Give it in whole pounds (threshold), or leave the days out.",
            )
        return None
    return LocalThreshold(pounds, since, until)


def _key_decision_particulars(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return key_decision_particulars.deadline(
        due_dates.read(given.words(asked["due"], "due")),
        says=choices(asked, "notice_says", Particular),
        named_as=choices(asked, "named_as", NamedAs),
        taker=taker(asked),
        holidays=holidays,
        private=given.yes_or_no(asked.get("private", False), "private"),
        published_on=day_or_none(asked, "published"),
    )


def _urgency(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    rule = {key: asked[key] for key in ("days", "unit") if key in asked}
    return urgency.deadline(
        given.day(asked["decision"], "decision"),
        known=Known(
            key_notice_on=day_or_none(asked, "key_notice"),
            private_notice_on=day_or_none(asked, "private_notice"),
            listed_on=day_or_none(asked, "listed"),
            in_force_by=day_or_none(asked, "in_force_by"),
        ),
        holidays=holidays,
        body=given.choice(asked.get("body", BodyKind.EXECUTIVE), "body", BodyKind),
        rule=call_in_rule(rule, where="The clock urgency") if rule else None,
    )


QUESTIONS = (
    ClockQuestion(
        key_decision.NAME,
        "whether a decision is key: key, not_key or a_judgement, with both limbs of the test",
        (
            Argument("decision", "the day the decision is to be taken", label="When is the decision to be taken?"),
            POUNDS,
            Argument(
                "threshold",
                "how many pounds make a decision key by the council's own rule",
                "none",
                example="50000",
                label="From how many pounds does your council treat a decision as key?",
                hint="There is no national figure. Leave it empty where your council has none for this kind of money.",
                advanced=False,
            ),
            Argument(
                "threshold_from",
                "the first day that threshold held",
                "none",
                label="From which day does that threshold hold?",
            ),
            Argument(
                "threshold_to",
                "the last day that threshold held",
                "none",
                label="Until which day did that threshold hold?",
            ),
            Argument(
                "money_significant",
                "whether somebody judged the sum significant beside the budget of the service",
                "not judged",
                label="Is the sum judged significant beside the budget of the service?",
            ),
            Argument(
                "wards",
                "how many wards or divisions it affects",
                "not known",
                example="3",
                label="How many wards or divisions does it affect?",
                advanced=False,
            ),
            Argument(
                "wards_significant",
                "whether somebody judged its effects on communities there significant",
                "not judged",
                label="Are its effects on communities there judged significant?",
                advanced=False,
            ),
            Argument(
                "taker",
                f"who decides: {words_of(BodyKind)}",
                "executive",
                label="Who decides?",
                choices=DECIDERS,
            ),
        ),
        ("decision",),
        _key_decision,
        title="Is it a key decision?",
        moment=Moment.NOTICES,
        kinds=(
            (key_decision.KEY, "A key decision"),
            (key_decision.NOT_KEY, "No key decision"),
            (key_decision.JUDGEMENT, "It takes a judgement"),
        ),
        example=(("decision", "2024-07-11"), ("pounds", "60000"), ("threshold", "50000"), ("wards", "1")),
    ),
    ClockQuestion(
        key_decision_particulars.NAME,
        "whether a notice of a key decision says all it must, and the last day in law to publish it",
        (
            Argument(
                "due",
                "when it is due: 2024-07-10, 2024-07, not before 2024-07-10, or 2024-07-08 to 2024-07-19",
                example="2024-07-10",
                label="When is the decision due?",
                hint="As the notice says it: 2024-07-10, 2024-07, not before 2024-07-10, or 2024-07-08 to 2024-07-19.",
                reads=Reads.WORDS,
            ),
            Argument(
                "notice_says",
                f"which particulars it gives, with commas: {words_of(Particular)}",
                "none",
                example="key_decision,matter,due",
                label="What does the notice say?",
                reads=Reads.CHOICES,
                choices=tuple(
                    (particular.value, key_decision_particulars.ASKS[particular].capitalize())
                    for particular in Particular
                    if particular is not Particular.DECISION_MAKER
                ),
                advanced=False,
            ),
            Argument(
                "named_as",
                f"how it names who decides, with commas: {words_of(NamedAs)}",
                "none",
                example="name,members",
                label="How does it name who decides?",
                reads=Reads.CHOICES,
                choices=(
                    ("name", "The name"),
                    ("members", "The members of the body"),
                    ("title", "The title of the person"),
                ),
                advanced=False,
            ),
            TAKER,
            Argument(
                "private",
                "whether the matter is to be taken in private",
                "false",
                flag=True,
                label="Is the matter to be taken in private?",
            ),
            Argument("published", "the day it was published", "none", label="When was it published?", reads=Reads.DAY),
        ),
        ("due",),
        _key_decision_particulars,
        title="What a notice of a key decision must say",
        moment=Moment.NOTICES,
        sentence="Publish the notice, with all eight particulars, by {when}",
        kinds=(
            (key_decision_particulars.COMPLETE, "It says all it must"),
            (key_decision_particulars.INCOMPLETE, "Something is missing"),
        ),
        example=(
            ("due", "2024-07"),
            ("notice_says", "key_decision,matter,due,documents,address,more_documents,how_to_ask"),
            ("named_as", "name"),
        ),
    ),
    ClockQuestion(
        urgency.NAME,
        "which of the four things called urgent a decision needs: needed, not_needed or open, with a point for each",
        (
            Argument("decision", "the day the decision is to be taken", label="When is the decision to be taken?"),
            Argument(
                "body",
                f"who decides: {words_of(BodyKind)}",
                "executive",
                label="Who decides?",
                choices=DECIDERS,
                advanced=False,
            ),
            Argument(
                "key_notice",
                "the day the notice of the key decision was made available",
                "none",
                label="Where it is key, when was its notice made available?",
                advanced=False,
            ),
            Argument(
                "private_notice",
                "the day the first notice of a private meeting was given",
                "none",
                label="Where a part is private, when was the first notice of that given?",
                advanced=False,
            ),
            Argument(
                "listed",
                "the day the item went on the public agenda",
                "none",
                label="When did the item go on the public agenda?",
                advanced=False,
            ),
            Argument(
                "in_force_by",
                "the day by which it must have taken effect",
                "none",
                label="By which day must it have taken effect?",
                reads=Reads.DAY,
                advanced=False,
            ),
            Argument("days", "how many days scrutiny has", "5", label="How many days does scrutiny have to call in?"),
            UNIT,
        ),
        ("decision",),
        _urgency,
        title="Four things called urgent",
        moment=Moment.NOTICES,
        kinds=(
            (urgency.NEEDED, "Urgency is needed"),
            (urgency.NOT_NEEDED, "No urgency is needed"),
            (urgency.OPEN, "Not everything is said yet"),
        ),
        example=(
            ("decision", "2024-07-11"),
            ("key_notice", "2024-07-08"),
            ("listed", "2024-07-03"),
            ("in_force_by", "2024-07-12"),
        ),
    ),
)
