"""A call-in rule at work on the next Thursday."""

from datetime import date, time

import pytest

from moothall.domain import rulebook_plain
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.days import Length, Unit
from moothall.domain.rule_examples import example, next_thursday
from moothall.domain.rule_packs import Base, CallInRule, Effective, RulePack
from moothall.domain.rulebook_packs import pack_on
from moothall.reference.bank_holidays import england
from moothall.reference.rule_packs import default


def pack(rule: CallInRule | None) -> RulePack:
    return RulePack("ours", Governance.EXECUTIVE, rule)


@pytest.mark.parametrize(
    ("as_of", "thursday"),
    [
        (date(2024, 7, 10), date(2024, 7, 11)),
        (date(2024, 7, 11), date(2024, 7, 18)),
        (date(2024, 7, 12), date(2024, 7, 18)),
    ],
)
def test_the_next_thursday_is_always_still_to_come(as_of: date, thursday: date) -> None:
    assert next_thursday(as_of) == thursday


def test_five_working_days_from_thursday_11_july_2024_end_a_week_later() -> None:
    found = example(pack(CallInRule()), as_of=date(2024, 7, 10), holidays=england())

    assert found and (found.on, found.effective_on) == (date(2024, 7, 18), date(2024, 7, 19))


def test_a_rule_counted_from_the_decision_is_shown_with_its_own_arguments() -> None:
    rule = CallInRule(
        Length(3, Unit.WORKING), base=Base.DECISION, closes=time(17), effective=Effective.NEXT_WORKING_DAY
    )

    found = example(pack(rule), as_of=date(2024, 7, 10), holidays=england())

    assert found and found.at and (found.on, found.at.time()) == (date(2024, 7, 16), time(17))


def test_without_call_in_there_is_nothing_to_show() -> None:
    assert example(pack(None), as_of=date(2024, 7, 10), holidays=england()) is None


def test_the_example_is_counted_by_the_rule_of_its_day_and_maker_with_closures_by_name() -> None:
    book = rulebook_plain.rulebook(
        {
            "rules": [
                {"clock": "call-in", "value": {"days": 5}, "valid_to": "2024-07-10"},
                {"clock": "call-in", "value": {"days": 3}, "valid_from": "2024-07-11"},
                {"clock": "call-in", "value": {"days": 2}, "makers": ["officer"]},
            ],
            "closures": [{"on": "2024-07-12", "name": "Show day"}],
        }
    )
    ours = pack_on(book, date(2024, 7, 10), defaults=default)

    found = example(ours, as_of=date(2024, 7, 10), holidays=england())
    officers = example(ours, as_of=date(2024, 7, 10), holidays=england(), kind=BodyKind.OFFICER)

    assert found and officers
    assert (found.on, officers.on) == (date(2024, 7, 17), date(2024, 7, 16))
    assert "Council closed: Show day" in [day.why for day in found.counted]
