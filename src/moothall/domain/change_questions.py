"""The clocks of a change of governance, or of the council itself, as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.asked import day_of, must_say, number, on, on_or_none, one_of, yes, yes_no
from moothall.domain.authorities import Governance
from moothall.domain.clock_arguments import ClockQuestion, Moment
from moothall.domain.clocks import (
    governance_lock,
    governance_model,
    obligation_holder,
    successor_consent,
    transition_step,
)
from moothall.domain.clocks.governance_lock import By
from moothall.domain.clocks.obligation_holder import Obligation
from moothall.domain.clocks.successor_consent import Deal
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline

DAY = day_of("day", "On which day?", "the day to look at")


def _governance_model(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return governance_model.deadline(
        on(asked, "day"),
        model=given.choice(asked["model"], "model", Governance),
        begins_on=on_or_none(asked, "new_law_begins"),
        may_continue=yes(asked, "may_continue"),
    )


def _governance_lock(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return governance_lock.deadline(
        on(asked, "changed"),
        by=given.choice(asked.get("by", By.RESOLUTION), "by", By),
        day=on_or_none(asked, "day"),
    )


def _transition_step(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return transition_step.deadline(
        by_predecessor=given.yes_or_no(asked["by_predecessor"], "by_predecessor"),
        exercised_in_transition=yes(asked, "exercised_in_transition"),
        order_says_otherwise=yes(asked, "order_says_otherwise"),
    )


def _obligation_holder(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return obligation_holder.deadline(
        on(asked, "day"),
        vesting_on=on(asked, "vesting"),
        obligation=given.choice(asked["obligation"], "obligation", Obligation),
        adopted_on=on_or_none(asked, "adopted"),
    )


def _successor_consent(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return successor_consent.deadline(
        on(asked, "day"),
        deal=given.choice(asked["deal"], "deal", Deal),
        pounds=given.whole_number(asked["pounds"], "pounds"),
        directed_from=on_or_none(asked, "directed_from"),
    )


QUESTIONS = (
    ClockQuestion(
        governance_model.NAME,
        "permitted or ask_monitoring_officer: whether a model of governance is open to a council on a day",
        (
            DAY,
            one_of(
                "model",
                "Which model?",
                Governance,
                {
                    Governance.EXECUTIVE: "Leader and cabinet",
                    Governance.MAYOR: "Mayor and cabinet",
                    Governance.COMMITTEE: "Committee system",
                },
            ),
            day_of(
                "new_law_begins",
                "When does the new law begin for the council?",
                "the day the new law begins for the council, where that is known",
                needed=False,
            ),
            yes_no("may_continue", "Was it found that the council may go on?", "it was found that it may go on"),
        ),
        ("day", "model"),
        _governance_model,
        title="Models of governance",
        moment=Moment.CHANGE,
        kinds=((governance_model.PERMITTED, "Permitted"), (governance_model.ASK, "Ask your monitoring officer")),
        example=(("day", "2024-07-09"), ("model", "committee")),
    ),
    ClockQuestion(
        governance_lock.NAME,
        "the last day on which a council that changed its governance may not change it again",
        (
            day_of("changed", "When did the change take effect?", "the day the change took effect"),
            one_of(
                "by",
                "How was it changed?",
                By,
                {By.RESOLUTION: "By resolution", By.REFERENDUM: "By referendum"},
                default="resolution",
            ),
            day_of("day", "On which day?", "the day to look at", needed=False),
        ),
        ("changed",),
        _governance_lock,
        title="After a change of governance",
        moment=Moment.CHANGE,
        sentence="No other change until the end of {when}",
        kinds=((governance_lock.LOCKED, "Not yet free to change"), (governance_lock.FREE, "Free to change")),
        example=(("changed", "2021-05-26"),),
    ),
    ClockQuestion(
        transition_step.NAME,
        "whether a step of the council that goes counts for the council that follows",
        (
            must_say(
                "by_predecessor",
                "Was it taken by a council that the new one follows?",
                "whether a council that the new one follows took the step",
            ),
            yes_no(
                "exercised_in_transition",
                "Does the new council exercise the function in the transition?",
                "the new council exercises the function in the transition",
            ),
            yes_no(
                "order_says_otherwise",
                "Does the order for the area say otherwise?",
                "the order for the area says otherwise",
            ),
        ),
        ("by_predecessor",),
        _transition_step,
        title="A step of the council that goes",
        moment=Moment.CHANGE,
        example=(("by_predecessor", "true"), ("exercised_in_transition", "true")),
    ),
    ClockQuestion(
        obligation_holder.NAME,
        "predecessor, successor or successor_must_decide: whose an obligation is around a vesting day",
        (
            DAY,
            day_of("vesting", "When is vesting day?", "vesting day"),
            one_of(
                "obligation",
                "What is owed?",
                Obligation,
                {
                    Obligation.RECORD: "A record, and its inspection",
                    Obligation.ACCEPTED_RETURN: "A return that was accepted",
                    Obligation.OPEN_UPDATE: "An open progress update",
                    Obligation.STATUTORY_PLAN: "A plan the law asks for",
                    Obligation.VOLUNTARY_PLAN: "A plan no law asks for",
                },
            ),
            day_of("adopted", "When did the new council adopt it?", "the day it was adopted", needed=False),
        ),
        ("day", "vesting", "obligation"),
        _obligation_holder,
        title="An obligation across vesting day",
        moment=Moment.CHANGE,
        sentence="The old council’s last day is {when}",
        kinds=(
            (obligation_holder.PREDECESSOR, "The old council’s"),
            (obligation_holder.SUCCESSOR, "The new council’s"),
            (obligation_holder.TO_DECIDE, "For the new council to decide"),
        ),
        example=(("day", "2023-05-01"), ("vesting", "2023-04-01"), ("obligation", "open_update")),
    ),
    ClockQuestion(
        successor_consent.NAME,
        "consent_needed or no_consent_needed: whether a deal needs the consent of the council that follows",
        (
            DAY,
            one_of(
                "deal",
                "What is the deal?",
                Deal,
                {
                    Deal.LAND: "Land",
                    Deal.CAPITAL_CONTRACT: "A capital contract",
                    Deal.OTHER_CONTRACT: "Another contract",
                },
            ),
            number("pounds", "What is it worth, in pounds?", "its value in whole pounds", example="250000"),
            day_of(
                "directed_from",
                "From when does a direction bind the council?",
                "the day from which a direction binds",
                needed=False,
            ),
        ),
        ("day", "deal", "pounds"),
        _successor_consent,
        title="Consent of the council that follows",
        moment=Moment.CHANGE,
        kinds=((successor_consent.NEEDED, "Consent needed"), (successor_consent.NOT_NEEDED, "No consent needed")),
        example=(("day", "2024-07-09"), ("deal", "land"), ("pounds", "250000"), ("directed_from", "2024-05-01")),
    ),
)
