"""The clocks of background papers, business of the council, officers' decisions and notices, as people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.asked import day_of, must_say, number, on, on_or_none, one_of, said, some_of, text, yes, yes_no
from moothall.domain.clock_arguments import Argument, ClockQuestion, Moment, Reads
from moothall.domain.clocks import (
    background_list,
    background_paper,
    council_business,
    day_moved,
    delegation_listing,
    officer_decision_record,
    public_notice,
    return_duty,
)
from moothall.domain.clocks.officer_decision_record import Authorisation, Effect, Field, Threshold
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.domain.rounds import LegalBasis

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


def _delegation_listing(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return delegation_listing.deadline(on(asked, "begins"), ends_on=on_or_none(asked, "ends"))


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


def _day_moved(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return day_moved.deadline(
        on(asked, "last_day"),
        holidays=holidays,
        under_act=given.yes_or_no(asked.get("under_act", True), "under_act"),
        mourning=given.days(asked.get("mourning", []), "mourning"),
        break_days=given.days(asked.get("break_days", []), "break_days"),
    )


def _public_notice(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return public_notice.deadline(
        conspicuous_place=given.yes_or_no(asked["conspicuous_place"], "conspicuous_place"),
        other_means=said(asked, "other_means"),
        of_meeting=yes(asked, "of_meeting"),
    )


def _return_duty(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return return_duty.deadline(basis=given.choice(asked["basis"], "basis", LegalBasis))


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
        delegation_listing.NAME,
        "whether a power given to an officer must be on the public list, and the day six months of it end",
        (
            day_of("begins", "When does the power begin?", "the day the power begins"),
            day_of(
                "ends", "When does it end?", "the last day of the power", needed=False, hint="Leave empty for no end."
            ),
        ),
        ("begins",),
        _delegation_listing,
        title="A delegation on the public list",
        moment=Moment.AFTERWARDS,
        sentence="Six months of it end with {when}",
        kinds=((delegation_listing.MUST, "Must be listed"), (delegation_listing.NEED_NOT, "Need not be listed")),
        example=(("begins", "2024-07-09"),),
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
    ClockQuestion(
        day_moved.NAME,
        "the day to which the last day for an act under the 1972 Act moves: information only",
        (
            day_of("last_day", "What is the last day?", "the last day for the act"),
            Argument(
                "under_act",
                "whether the period is set by the 1972 Act itself",
                "true",
                label="Is the period set by the 1972 Act itself?",
                reads=Reads.YES_NO,
            ),
            Argument(
                "mourning",
                "days of public thanksgiving or mourning, with commas",
                "none",
                label="Which days were days of public thanksgiving or mourning?",
                reads=Reads.DAYS,
            ),
            Argument(
                "break_days",
                "further days of a holiday break, with commas",
                "none",
                label="Which further days belong to a holiday break?",
                reads=Reads.DAYS,
            ),
        ),
        ("last_day",),
        _day_moved,
        title="A last day on which nobody works",
        moment=Moment.MEETING,
        sentence="For information: the last day is {when}",
        kinds=((day_moved.UNDER_ACT, "Under the 1972 Act"), (day_moved.NOT_UNDER_ACT, "Not under the 1972 Act")),
        example=(("last_day", "2024-05-26"),),
    ),
    ClockQuestion(
        public_notice.NAME,
        "given, not_given or own_rule: whether a public notice is given as the Act asks",
        (
            must_say(
                "conspicuous_place",
                "Is it up in a conspicuous place in the area?",
                "whether it is up in a conspicuous place in the area",
            ),
            text("other_means", "By what other means is it given?", "the other means by which it is given"),
            yes_no("of_meeting", "Is it the notice of a meeting?", "it is the notice of a meeting"),
        ),
        ("conspicuous_place",),
        _public_notice,
        title="A public notice",
        moment=Moment.NOTICES,
        example=(("conspicuous_place", "true"), ("other_means", "On the website")),
    ),
    ClockQuestion(
        return_duty.NAME,
        "must_be_sent, asked_for or condition_of_money: whether the council must send a return",
        (
            one_of(
                "basis",
                "What does the request rest on?",
                LegalBasis,
                {
                    LegalBasis.STATUTORY: "An Act of its own",
                    LegalBasis.RETURNS_POWER: "The general power to require returns",
                    LegalBasis.POLICY_REQUEST: "Nothing: it is a request",
                    LegalBasis.GRANT_CONDITION: "The terms of a grant",
                },
            ),
        ),
        ("basis",),
        _return_duty,
        title="Whether a return must be sent",
        moment=Moment.NOTICES,
        kinds=(
            (return_duty.MUST, "Must be sent"),
            (return_duty.ASKED, "Asked for"),
            (return_duty.CONDITION, "A condition of money"),
        ),
        example=(("basis", "policy_request"),),
    ),
)
