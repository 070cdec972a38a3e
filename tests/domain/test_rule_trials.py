"""A rule tried on days that anyone can check, before and after it is changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from moothall.domain import rulebook_packs, rulebook_plain
from moothall.domain.authorities import BodyKind
from moothall.domain.local_rules import RuledClock
from moothall.domain.rule_packs import RulePack
from moothall.domain.rule_trials import over_holidays, trials
from moothall.reference import bank_holidays, rule_packs

HOLIDAYS = bank_holidays.england()
TODAY = date(2024, 12, 2)


def pack(*rules: dict[str, Any], day: date = TODAY) -> RulePack:
    book = rulebook_plain.rulebook({"rules": list(rules)})
    return rulebook_packs.pack_on(book, day, defaults=rule_packs.default)


def tried(clock: str, kind: BodyKind, before: RulePack, after: RulePack | None = None) -> list[Any]:
    return list(trials(before, after, RuledClock(clock), kind, as_of=TODAY, holidays=HOLIDAYS))


def test_the_next_holidays_are_those_that_stand_close_together() -> None:
    assert over_holidays(date(2024, 12, 2), HOLIDAYS) == (date(2024, 12, 19), "Christmas Day and Boxing Day")
    assert over_holidays(date(2025, 1, 2), HOLIDAYS) == (date(2025, 4, 17), "Good Friday and Easter Monday")
    assert over_holidays(HOLIDAYS.known_to, HOLIDAYS) is None


def test_a_call_in_of_five_days_made_three_is_two_days_sooner_in_a_plain_week_and_over_christmas() -> None:
    five, three = pack({"clock": "call-in", "value": {"days": 5}}), pack({"clock": "call-in", "value": {"days": 3}})

    plain, christmas = tried("call-in", BodyKind.EXECUTIVE, five, three)

    assert plain.case.says == "A decision taken and published on Thursday 5 December 2024"
    assert plain.before.says.startswith("Call-in is open to the end of Thursday 12 December 2024.")
    assert plain.after.says.startswith("Call-in is open to the end of Tuesday 10 December 2024.")
    assert christmas.before.effective_on == date(2024, 12, 31)
    assert christmas.after.effective_on == date(2024, 12, 25)
    assert plain.is_changed


def test_a_cut_off_is_shown_by_a_decision_published_after_it() -> None:
    plain, late = (
        pack({"clock": "call-in", "value": {"days": 5}}),
        pack({"clock": "call-in", "value": {"days": 5, "publish_cutoff": "17:00"}}),
    )

    shown = tried("call-in", BodyKind.EXECUTIVE, plain, late)

    assert [one.is_changed for one in shown] == [False, False, True]
    assert "5.30pm" in shown[-1].case.says


def test_a_rule_valid_from_a_later_day_does_not_touch_a_case_before_it() -> None:
    before = pack({"clock": "call-in", "value": {"days": 5}})
    after = pack(
        {"id": "old", "clock": "call-in", "value": {"days": 5}, "valid_to": "2024-12-15"},
        {"id": "new", "clock": "call-in", "value": {"days": 2}, "valid_from": "2024-12-16"},
    )

    plain, christmas = tried("call-in", BodyKind.EXECUTIVE, before, after)

    assert not plain.is_changed
    assert christmas.is_changed


def test_no_call_in_says_why_in_the_words_of_the_constitution() -> None:
    none = pack(
        {"clock": "call-in", "value": {"none": "Officers' decisions are not open to it"}, "makers": ["officer"]}
    )

    shown = tried("call-in", BodyKind.OFFICER, none)

    assert shown[0].before.says == "No call-in is counted: Officers' decisions are not open to it."


def test_seven_clear_days_for_the_agenda_are_two_working_days_earlier() -> None:
    law = pack({"clock": "call-in", "value": {"days": 5}})
    own = pack({"clock": "agenda-publication", "value": {"clear_days": 7, "convention": "working"}})

    plain, _ = tried("agenda-publication", BodyKind.EXECUTIVE, law, own)

    assert plain.case.on == date(2025, 1, 16)
    assert "Wednesday 8 January 2025" in plain.before.says
    assert "Monday 6 January 2025" in plain.after.says


def test_a_notice_of_a_key_decision_says_its_last_day_in_law_and_the_last_day_of_an_office() -> None:
    shown = tried("key-decision-notice", BodyKind.EXECUTIVE, pack({"clock": "call-in", "value": {"days": 5}}))

    assert "Wednesday 18 December 2024 at the latest" in shown[0].before.says
    assert shown[0].before.counted[-1].day == date(2025, 1, 16)


def test_a_period_for_hearing_and_years_of_keeping_are_tried_too() -> None:
    law = pack({"clock": "call-in", "value": {"days": 5}})
    own = pack(
        {"id": "a", "clock": "call-in-hold", "value": {"days": 10}},
        {"id": "b", "clock": "retention", "value": {"records": 10, "papers": 4}},
    )

    held = tried("call-in-hold", BodyKind.EXECUTIVE, law, own)[0]
    kept = tried("retention", BodyKind.EXECUTIVE, law, own)[0]

    assert held.before.says == "No period is recorded in which it must be heard."
    assert held.after.says == "It is held back to the end of Thursday 19 December 2024."
    assert "4 December 2030" in kept.before.says
    assert "4 December 2034" in kept.after.says


@pytest.mark.parametrize("clock", ["key-decision-threshold", "call-in-waiver", "special-urgency-report"])
def test_a_rule_in_words_or_sums_gives_no_dates(clock: str) -> None:
    assert tried(clock, BodyKind.EXECUTIVE, pack({"clock": "call-in", "value": {"days": 5}})) == []


def test_beyond_the_table_of_holidays_nothing_is_tried() -> None:
    own = pack({"clock": "call-in", "value": {"days": 5}})

    assert trials(own, None, RuledClock.CALL_IN, BodyKind.EXECUTIVE, as_of=HOLIDAYS.known_to, holidays=HOLIDAYS) == ()
