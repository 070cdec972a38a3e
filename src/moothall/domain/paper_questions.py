"""The clocks of background papers, business of the council, officers' decisions and notices, as people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.asked import day_of, number, on, one_of, said, some_of, text, yes, yes_no
from moothall.domain.clock_arguments import ClockQuestion, Moment
from moothall.domain.clocks import (
    background_list,
    background_paper,
    council_business,
    officer_decision_record,
)
from moothall.domain.clocks.officer_decision_record import Authorisation, Effect, Field, Threshold
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal

DAY = day_of("day", "On which day?", "the day to look at")
MEETING = day_of("meeting", "When is the meeting?", "the day of the meeting")


def _background_paper(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return background_paper.deadline(
        on(asked, "day"),
        discloses_facts=yes(asked, "discloses_facts"),
        relied_on=yes(asked, "relied_on"),
        published=yes(asked, "is_published_work"),
        exempt=yes(asked, "exempt"),
        confidential=yes(asked, "confidential"),
    )


def _background_list(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return background_list.deadline(
        on(asked, "meeting"),
        papers=given.several(asked.get("papers", ()), "papers"),
        none_stated=yes(asked, "none_stated"),
        compiled_by=said(asked, "compiled_by"),
    )


def _council_business(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return council_business.deadline(
        on(asked, "meeting"),
        listed_on=on(asked, "listed"),
        holidays=holidays,
        in_summons=yes(asked, "in_summons"),
        annual_business=yes(asked, "annual_business"),
        urgency_rule=said(asked, "urgency_rule"),
        circumstances=said(asked, "circumstances"),
    )


def _officer_decision_record(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return officer_decision_record.deadline(
        on(asked, "decided"),
        authorisation=given.choice(asked["authorisation"], "authorisation", Authorisation),
        effects=given.choices(asked.get("effects", ()), "effects", Effect),
        other_law=said(asked, "other_law"),
        fields=given.choices(asked["fields"], "fields", Field) if "fields" in asked else None,
        spends=given.whole_number(asked["spends"], "spends") if "spends" in asked else None,
        threshold=_threshold(asked),
    )


def _threshold(asked: Mapping[str, Any]) -> Threshold | None:
    keys = ("threshold", "threshold_since")
    missing = [key for key in keys if key not in asked]
    if len(missing) == len(keys):
        return None
    if missing:
        raise Refusal(
            f"The council's policy is given without {missing[0]}.", next_step=f"Give both {keys[0]} and {keys[1]}."
        )
    return Threshold(given.whole_number(asked["threshold"], "threshold"), on(asked, "threshold_since"))


QUESTIONS = (
    ClockQuestion(
        background_paper.NAME,
        "whether a document behind a report must, need not or may not be listed, or is no background paper",
        (
            DAY,
            yes_no(
                "discloses_facts",
                "Does it disclose facts the report is based on?",
                "it discloses facts on which the report or an important part of it is based",
            ),
            yes_no("relied_on", "Was it relied on to a material extent?", "it was relied on to a material extent"),
            yes_no("is_published_work", "Is it a published work?", "it is a published work"),
            yes_no("exempt", "Is it exempt?", "it would disclose exempt information"),
            yes_no("confidential", "Is it confidential?", "it would disclose confidential information"),
        ),
        ("day",),
        _background_paper,
        title="Is this a background paper",
        moment=Moment.OPENNESS,
        example=(("day", "2024-07-09"), ("discloses_facts", "true"), ("relied_on", "true")),
    ),
    ClockQuestion(
        background_list.NAME,
        "listed, none or not_said, and the last day the list of background papers is open to inspection",
        (
            MEETING,
            text("papers", "Which papers are listed?", "the background papers, with commas"),
            yes_no("none_stated", "Does the report say there are none?", "the report says that there are none"),
            text("compiled_by", "Who compiled the list?", "the proper officer who compiled the list"),
        ),
        ("meeting",),
        _background_list,
        title="The list of background papers",
        moment=Moment.OPENNESS,
        sentence="The list is open to inspection until the end of {when}",
        kinds=(
            (background_list.LISTED, "Listed"),
            (background_list.NONE, "None, and the report says so"),
            (background_list.NOT_SAID, "The report does not say"),
        ),
        example=(("meeting", "2024-07-09"), ("papers", "Notes of the working group")),
    ),
    ClockQuestion(
        council_business.NAME,
        "may_be_done or barred: whether a meeting of the council may do a piece of business",
        (
            MEETING,
            day_of(
                "listed", "When did the item go on the public agenda?", "the day the item went on the public agenda"
            ),
            yes_no("in_summons", "Does the summons name it?", "the summons names the business"),
            yes_no("annual_business", "Is it business of the annual meeting?", "it is business of the annual meeting"),
            text(
                "urgency_rule",
                "Which standing order makes it urgent?",
                "the standing order under which the business is urgent",
            ),
            text(
                "circumstances",
                "Which special circumstances go in the minutes?",
                "the special circumstances that go in the minutes",
            ),
        ),
        ("meeting", "listed"),
        _council_business,
        title="Business at a meeting of the council",
        moment=Moment.MEETING,
        kinds=((council_business.MAY, "May be done"), (council_business.BARRED, "Barred")),
        example=(("meeting", "2024-07-18"), ("listed", "2024-07-15"), ("circumstances", "The offer ends on 19 July")),
    ),
    ClockQuestion(
        officer_decision_record.NAME,
        "whether a record of an officer's decision is owed and complete, and the last day it is open to inspection",
        (
            day_of("decided", "When was the decision taken?", "the day the decision was taken"),
            one_of(
                "authorisation",
                "How was the officer authorised?",
                Authorisation,
                {
                    Authorisation.EXPRESS: "For this decision, by name",
                    Authorisation.GENERAL: "Under a general power",
                },
            ),
            some_of(
                "effects",
                "What does the decision do?",
                Effect,
                {
                    Effect.PERMISSION: "Grants a permission or licence",
                    Effect.RIGHTS: "Affects the rights of an individual",
                    Effect.MATERIAL_SPENDING: "Awards a contract or spends, with a material effect on the finances",
                },
            ),
            text("other_law", "Does other law ask for a record already?", "the other law that asks for a record"),
            some_of(
                "fields",
                "What does the record hold?",
                Field,
                officer_decision_record.FIELDS,
                meaning="what the record holds: ",
            ),
            number("spends", "How many pounds does it spend?", "the pounds it spends, to be held against the policy"),
            number("threshold", "From how many pounds is that material here?", "the council's own amount in pounds"),
            day_of("threshold_since", "Since when is that the policy?", "the day since when it holds", needed=False),
        ),
        ("decided", "authorisation"),
        _officer_decision_record,
        title="The record of an officer’s decision",
        moment=Moment.DECISION,
        sentence="Keep the record open to inspection until the end of {when}",
        kinds=(
            (officer_decision_record.NOT_OWED, "No record owed"),
            (officer_decision_record.OTHER_LAW, "Another record is enough"),
            (officer_decision_record.OWED, "A record is owed"),
            (officer_decision_record.COMPLETE, "The record is complete"),
            (officer_decision_record.INCOMPLETE, "The record is not complete"),
        ),
        example=(("decided", "2024-07-29"), ("authorisation", "express")),
    ),
)
