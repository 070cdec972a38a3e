"""The rule of the day and of the decision maker decides: real rules that differ inside one council or change in time.

The rules and the dated cases are those the councils' own pages show; each test names the council.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from moothall.domain import rulebook_plain
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import call_in
from moothall.domain.constraints import Constraints
from moothall.domain.courses import Course, Step
from moothall.domain.days import Length, Unit
from moothall.domain.meetings import Meeting
from moothall.domain.rule_packs import RulePack
from moothall.domain.rulebook_packs import pack_on
from moothall.domain.timetable import Key, Situation, decision
from moothall.reference import bank_holidays
from moothall.reference.rule_packs import default

ENGLAND = bank_holidays.england()
MEMBER, OFFICER = BodyKind.INDIVIDUAL_MEMBER, BodyKind.OFFICER


def pack(*rules: dict[str, Any], on: date, **more: Any) -> RulePack:
    book = rulebook_plain.rulebook({"rules": list(rules), **more})
    return pack_on(book, on, defaults=default)


def rule(days: int, **more: Any) -> dict[str, Any]:
    value = {"days": days} | more.pop("value", {})
    return {"clock": "call-in", "value": value, **more}


def situation(rules: RulePack, as_of: date, key: Key = Key.NO) -> Situation:
    return Situation(as_of, date(2030, 1, 1), rules, rules.governance, key, True, ENGLAND)


def effective(rules: RulePack, kind: BodyKind, published: date) -> date | None:
    found = rules.on(published).call_in_for(kind)
    assert found is not None
    return call_in.deadline(published, rule=found, holidays=ENGLAND).effective_on


def step(course: Course, id_: str) -> Step:
    return next(one for one in course.steps if one.step == id_)


OXFORDSHIRE = (rule(5, valid_to="2025-12-31"), rule(3, valid_from="2026-01-01"))


@pytest.mark.parametrize(
    ("published", "expected"),
    [(date(2025, 1, 21), date(2025, 1, 29)), (date(2026, 1, 20), date(2026, 1, 24))],
)
def test_oxfordshire_went_from_five_days_to_three_and_the_archive_keeps_five(published: date, expected: date) -> None:
    rules = pack(*OXFORDSHIRE, on=date(2026, 11, 22))

    assert effective(rules, BodyKind.EXECUTIVE, published) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [(date(2025, 4, 11), date(2025, 4, 18)), (date(2019, 8, 21), date(2019, 8, 29))],
    ids=["Good Friday 2025", "August holiday 2019"],
)
def test_stockport_counts_the_day_of_publication(published: date, expected: date) -> None:
    rules = pack(rule(5, value={"first_day_counts": True}), on=published)

    assert effective(rules, BodyKind.EXECUTIVE, published) == expected


def test_in_sefton_the_clock_of_a_cabinet_member_starts_a_day_late_and_the_cabinets_does_not() -> None:
    member = rule(5, makers=["individual_member"], value={"starts_after": 1})
    rules = pack(rule(5), member, on=date(2024, 7, 1))
    published = date(2024, 7, 4)

    assert effective(rules, BodyKind.EXECUTIVE, published) == date(2024, 7, 12)
    assert effective(rules, MEMBER, published) == date(2024, 7, 13)


def test_in_wokingham_an_evening_executive_starts_a_day_late_and_a_single_member_does_not() -> None:
    evening = rule(5, makers=["executive"], value={"publish_cutoff": "17:00"})
    rules = pack(rule(5), evening, on=date(2024, 9, 26))
    cabinet = Meeting("Executive", BodyKind.EXECUTIVE, date(2024, 9, 26), time(19))

    of_executive = decision(cabinet, situation(rules, date(2024, 9, 1)))
    of_member = decision(Meeting("Leader", MEMBER, date(2024, 9, 26)), situation(rules, date(2024, 9, 1)))

    assert step(of_executive, "call_in").on == date(2024, 10, 4)
    assert step(of_member, "call_in").on == date(2024, 10, 3)


def test_a_rule_that_changes_between_the_letter_and_the_meeting_is_applied_by_date() -> None:
    rules = pack(*OXFORDSHIRE, on=date(2025, 11, 3))
    here = situation(rules, date(2025, 11, 3))

    before = decision(Meeting("Cabinet", BodyKind.EXECUTIVE, date(2025, 12, 9)), here)
    after = decision(Meeting("Cabinet", BodyKind.EXECUTIVE, date(2026, 1, 13)), here)

    assert step(before, "call_in").on == date(2025, 12, 16)
    assert step(after, "call_in").on == date(2026, 1, 16)


def test_publication_a_day_late_is_counted_by_the_rule_of_that_day() -> None:
    rules = pack(rule(5, valid_to="2024-07-11"), rule(3, valid_from="2024-07-12"), on=date(2024, 6, 1))

    course = decision(Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 7, 11)), situation(rules, date(2024, 6, 1)))

    assert step(course, "call_in").on == date(2024, 7, 18)
    assert course.a_day_late is not None
    assert course.a_day_late.on == date(2024, 7, 17)


def test_papers_and_notices_follow_the_maker_and_the_day_of_the_meeting() -> None:
    rules = pack(
        {
            "clock": "agenda-publication",
            "makers": ["executive"],
            "value": {"clear_days": 7},
            "valid_from": "2024-07-01",
        },
        {"clock": "council-summons", "value": {"clear_days": 10}},
        {"clock": "member-notice", "value": {"clear_days": 5}},
        {"clock": "key-decision-notice", "makers": ["individual_member"], "value": {"clear_days": 30}},
        on=date(2024, 5, 24),
    )
    here = situation(rules, date(2024, 5, 24), Key.YES)

    june = decision(Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 6, 27)), here)
    july = decision(Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 7, 11)), here)
    council = decision(Meeting("Council", BodyKind.FULL_COUNCIL, date(2024, 7, 11)), here)
    member = decision(Meeting("Leader", MEMBER, date(2024, 7, 11)), here)

    assert step(june, "agenda_publication").on == date(2024, 6, 19)
    assert step(july, "agenda_publication").on == date(2024, 7, 1)
    assert step(council, "agenda_publication").on == date(2024, 7, 3)
    assert step(council, "summons").on == date(2024, 6, 26)
    assert step(july, "key_decision_notice").on == date(2024, 6, 12)
    assert step(member, "key_decision_notice").on == date(2024, 6, 10)
    assert step(member, "member_papers").on == date(2024, 7, 3)


def test_a_longer_notice_of_a_private_meeting_is_counted_for_an_exempt_part() -> None:
    second = {"clock": "private-meeting-second-notice", "value": {"clear_days": 7}}
    here = situation(pack(second, on=date(2024, 5, 24)), date(2024, 5, 24))
    here = replace(here, constraints=Constraints(exempt_part=True))

    course = decision(Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 7, 11)), here)

    assert step(course, "private_meeting_notice").on == date(2024, 6, 12)
    assert step(course, "private_meeting_second_notice").on == date(2024, 7, 1)


def test_only_a_maker_whose_call_in_nobody_entered_is_told_that_it_is_a_default() -> None:
    here = situation(pack(rule(3, makers=["executive"]), on=date(2024, 7, 1)), date(2024, 7, 1))

    cabinet = decision(Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 7, 11)), here)
    member = decision(Meeting("Leader", MEMBER, date(2024, 7, 11)), here)

    assert cabinet.assumed is None
    assert member.assumed == Length(5, Unit.WORKING)


def test_a_closure_is_left_out_of_call_in_by_its_name_and_of_the_papers_only_where_the_council_says_so() -> None:
    closed = [
        {"on": "2024-12-27", "name": "Christmas closure"},
        {"on": "2024-12-12", "name": "State mourning", "kind": "mourning", "clocks": ["call-in", "agenda-publication"]},
    ]
    rules = pack(rule(5), on=date(2024, 12, 1), closures=closed)
    here = situation(rules, date(2024, 11, 1))

    course = decision(Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 12, 19)), here)

    closes = step(course, "call_in").deadline
    papers = step(course, "agenda_publication").deadline
    assert closes is not None
    assert papers is not None
    assert closes.on == date(2024, 12, 31)
    assert ("Council closed: Christmas closure", False) in [(day.why, day.counts) for day in closes.counted]
    assert closes.calendar.endswith(", and the council's own closures")
    assert papers.on == date(2024, 12, 10), "a day earlier than without the day of mourning"
    assert ("Day of mourning: State mourning", False) in [(day.why, day.counts) for day in papers.counted]


CHESHIRE_EAST = [
    {"model": "committee", "valid_to": "2026-05-12"},
    {"model": "executive", "valid_from": "2026-05-13"},
]


def test_cheshire_east_was_a_committee_system_to_12_may_2026_and_has_a_cabinet_since() -> None:
    rules = pack(rule(5, valid_from="2026-05-13"), on=date(2026, 4, 1), governance=CHESHIRE_EAST)
    here = situation(rules, date(2026, 4, 1))

    committee = decision(Meeting("Corporate Policy Committee", BodyKind.COMMITTEE, date(2026, 5, 5)), here)
    cabinet = decision(Meeting("Cabinet", BodyKind.EXECUTIVE, date(2026, 6, 2)), here)

    assert here.governance is Governance.COMMITTEE
    assert [one.step for one in committee.steps][-1] == "in_force"
    assert all(one.step != "call_in" for one in committee.steps), "none was recorded for its committees"
    assert step(cabinet, "call_in").on == date(2026, 6, 9)
    assert step(cabinet, "publish_decision").rule == "G-D1"


def test_a_committee_system_has_call_in_only_where_a_rule_is_recorded() -> None:
    spell = [{"model": "committee"}]
    without = situation(pack(on=date(2024, 7, 1), governance=spell), date(2024, 7, 1))
    recorded = situation(pack(rule(5), on=date(2024, 7, 1), governance=spell), date(2024, 7, 1))
    officers = situation(
        pack(rule(5, makers=["officer"]), on=date(2024, 7, 1), governance=spell), date(2024, 7, 1), Key.YES
    )

    assert not without.has_call_in(BodyKind.COMMITTEE)
    assert recorded.has_call_in(BodyKind.COMMITTEE)
    assert not recorded.has_call_in(OFFICER)
    assert officers.has_call_in(OFFICER)
    assert not officers.has_call_in(BodyKind.COMMITTEE)


def test_officers_decisions_are_open_where_they_are_key_unless_the_rule_says_otherwise() -> None:
    day = date(2024, 7, 1)
    commonly, always = pack(rule(5), on=day), pack(rule(5, value={"key_only": False}), on=day)
    never = pack(rule(5), {"clock": "call-in", "makers": ["officer"], "value": {"none": "Not here."}}, on=day)

    assert not situation(commonly, day, Key.NO).has_call_in(OFFICER)
    assert situation(commonly, day, Key.YES).has_call_in(OFFICER)
    assert situation(always, day, Key.NO).has_call_in(OFFICER)
    assert not situation(never, day, Key.YES).has_call_in(OFFICER)
    key_only = pack(rule(5, value={"key_only": True}), on=day)
    assert not situation(key_only, day, Key.NO).has_call_in(BodyKind.EXECUTIVE)


def test_brent_counts_officers_key_decisions_from_the_decision_and_the_cabinets_from_publication() -> None:
    officers = rule(5, makers=["officer"], value={"base": "decision"})
    rules = pack(rule(5), officers, on=date(2024, 7, 1))
    here = situation(rules, date(2024, 7, 1), Key.YES)
    days = {"decided_on": date(2024, 7, 4), "published_on": date(2024, 7, 8)}

    assert here.call_in_day(OFFICER, **days) == date(2024, 7, 4)
    assert here.call_in_day(BodyKind.EXECUTIVE, **days) == date(2024, 7, 8)
