"""The clocks of public notices, moved days and returns as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.asked import day_of, must_say, on, on_or_none, one_of, said, text, yes, yes_no
from moothall.domain.clock_arguments import Argument, ClockQuestion, Moment, Reads
from moothall.domain.clocks import (
    day_moved,
    delegation_listing,
    public_notice,
    return_duty,
)
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.rounds import LegalBasis


def _delegation_listing(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return delegation_listing.deadline(on(asked, "begins"), ends_on=on_or_none(asked, "ends"))


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
        kinds=(
            (public_notice.GIVEN, "Given"),
            (public_notice.NOT_GIVEN, "Not yet given"),
            (public_notice.OWN_RULE, "A rule of its own"),
        ),
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
