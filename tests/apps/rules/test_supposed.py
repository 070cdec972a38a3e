"""A change of the rules that nobody has saved: it is refused as the deed would be, tried on days, and not kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.rules import actions, queries, supposed
from moothall.apps.rules.models import RulebookVersion
from moothall.domain.authorities import BodyKind
from moothall.domain.local_rules import RuledClock
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 1, 9, tzinfo=UTC)
TODAY = date(2024, 7, 1)
FIVE: dict[str, Any] = {"clock": "call-in", "value": {"days": 5}, "source": "Part 4, rule 12"}
THREE: dict[str, Any] = {"clock": "call-in", "value": {"days": 3}, "source": "Part 4, rule 12 as amended"}


@pytest.fixture
def five(council: Council) -> Council:
    by = council.who(Role.DEMOCRATIC_SERVICES)
    actions.enter_rule(workspace=council.workspace, rule=FIVE, by=by, at=AT)
    return council


def test_a_rule_is_tried_beside_the_one_that_stands_and_nothing_is_kept(five: Council) -> None:
    to = supposed.with_rule(five.workspace, THREE, corrects="call-in-1")

    plain, _ = supposed.tried(five.workspace, RuledClock.CALL_IN, today=TODAY, to=to)

    assert plain.before.effective_on == date(2024, 7, 12)
    assert plain.after is not None
    assert plain.after.effective_on == date(2024, 7, 10)
    assert RulebookVersion.objects.count() == 1
    assert Entry.objects.filter(event__startswith="rule.").count() == 1


def test_a_rule_that_follows_is_tried_by_the_day_each_case_has(five: Council) -> None:
    to = supposed.with_rule(five.workspace, THREE | {"valid_from": "2024-09-01"}, follows="call-in-1")

    changed = [one.is_changed for one in supposed.tried(five.workspace, RuledClock.CALL_IN, today=TODAY, to=to)]

    assert changed == [False, True]


@pytest.mark.parametrize(
    ("rule", "more", "sentence"),
    [
        (THREE, {}, "Two rules answer for call-in"),
        (FIVE, {"corrects": "call-in-1"}, "reads like this already"),
        (THREE, {"corrects": "call-in-7"}, "There is no rule called"),
        (THREE, {"follows": "call-in-1"}, "no first day is given"),
        (THREE | {"makers": ["choir"]}, {}, "makers"),
    ],
)
def test_what_the_deed_would_refuse_is_refused(
    five: Council, rule: dict[str, Any], more: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        supposed.with_rule(five.workspace, rule, **more)


def test_a_council_run_by_committees_is_refused_a_hold_without_a_call_in(council: Council) -> None:
    council.workspace.governance = "committee"
    council.workspace.save()

    with pytest.raises(Refusal, match="needs a call-in"):
        supposed.with_rule(council.workspace, {"clock": "call-in-hold", "value": {"days": 10}})


def test_closed_days_are_tried_and_a_bank_holiday_is_refused(five: Council) -> None:
    to = supposed.with_closures(five.workspace, [{"on": "2024-07-08", "name": "Moving day"}])

    plain = supposed.tried(five.workspace, RuledClock.CALL_IN, today=TODAY, to=to)[0]

    assert plain.after is not None
    assert plain.after.effective_on == date(2024, 7, 13)
    assert queries.rulebook_of(five.workspace.gss).closures == ()
    with pytest.raises(Refusal, match="bank holiday already"):
        supposed.with_closures(five.workspace, [{"on": "2024-12-25"}])


@pytest.mark.parametrize(
    ("first", "last", "day"),
    [
        (None, None, TODAY),
        (date(2024, 5, 1), None, TODAY),
        (date(2024, 9, 1), None, date(2024, 8, 31)),
        (None, date(2020, 4, 30), date(2020, 4, 2)),
        (date(2020, 4, 20), date(2020, 4, 30), date(2020, 4, 19)),
    ],
)
def test_a_rule_is_tried_on_days_it_covers(first: date | None, last: date | None, day: date) -> None:
    assert supposed.day_to_try(first, last, TODAY) == day


def test_the_maker_tried_is_the_one_the_rule_is_for(council: Council) -> None:
    def tried(clock: RuledClock, *makers: BodyKind) -> BodyKind:
        return supposed.maker_tried(council.workspace, clock, today=TODAY, makers=makers)

    assert tried(RuledClock.CALL_IN, BodyKind.OFFICER) is BodyKind.OFFICER
    assert tried(RuledClock.CALL_IN) is BodyKind.EXECUTIVE
    assert tried(RuledClock.COUNCIL_SUMMONS) is BodyKind.FULL_COUNCIL
