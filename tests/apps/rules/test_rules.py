"""A council's rules in the record: every change a further version, and every day counted by the rules it had."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.routes import actions as routes
from moothall.apps.routes import clocks
from moothall.apps.rules import actions, queries
from moothall.apps.rules.models import RulebookVersion
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 7, 1, 9, tzinfo=UTC)
GSS = "X07000090"
FIVE: dict[str, Any] = {"clock": "call-in", "value": {"days": 5}, "source": "Part 4, rule 12"}
THREE: dict[str, Any] = {"clock": "call-in", "value": {"days": 3}, "source": "Part 4, rule 12 as amended"}


@pytest.fixture
def deed(council: Council) -> Any:
    """A deed of rules done by democratic services, a minute after the last."""
    clock = iter(NOW + timedelta(minutes=number) for number in range(100))

    def do(name: str, **more: Any) -> RulebookVersion:
        by = council.who(Role.DEMOCRATIC_SERVICES)
        row: RulebookVersion = getattr(actions, name)(workspace=council.workspace, by=by, at=next(clock), **more)
        return row

    return do


def test_every_change_is_a_further_version_and_none_before_it_changes(deed: Any) -> None:
    deed("enter_rule", rule=FIVE, why="As adopted in 2012.")
    deed("enter_rule", rule=THREE | {"valid_from": "2026-02-01"}, follows="call-in-1")
    deed("correct_rule", rule="call-in-2", to=THREE | {"valid_from": "2026-03-01"}, why="Came into force in March.")

    assert queries.rulebook_as_of(GSS, 0).is_empty
    assert queries.rulebook_as_of(GSS, 1).rule("call-in-1").valid_to is None
    assert queries.rulebook_as_of(GSS, 2).rule("call-in-2").valid_from == date(2026, 2, 1)
    assert queries.rulebook_of(GSS).rule("call-in-2").valid_from == date(2026, 3, 1)
    with pytest.raises(Refusal, match="There is no version 9"):
        queries.rulebook_as_of(GSS, 9)


def test_what_was_known_at_a_moment_is_told_by_the_version_of_that_moment(deed: Any) -> None:
    deed("enter_rule", rule=FIVE)
    deed("end_rule", rule="call-in-1", valid_to=date(2026, 1, 31), why="Repealed.")

    assert queries.rulebook_known_at(GSS, NOW - timedelta(seconds=1)).is_empty
    assert queries.rulebook_known_at(GSS, NOW).rule("call-in-1").valid_to is None
    assert queries.rulebook_known_at(GSS, NOW + timedelta(hours=1)).rule("call-in-1").valid_to == date(2026, 1, 31)


def test_the_history_tells_who_when_why_and_what_stood_before(deed: Any) -> None:
    deed("enter_rule", rule=FIVE)
    deed("enter_closure", closures=[{"on": "2024-12-27", "name": "Christmas closure"}])
    deed("correct_rule", rule="call-in-1", to=THREE, why="Read wrongly.")

    newest, closure, first = queries.history(GSS)

    assert (newest.version.deed, newest.version.why) == ("rule.corrected", "Read wrongly.")
    assert newest.version.entered_by_name == "Uma Brackley"
    assert newest.before["call-in-1"]["value"]["days"] == 5
    assert newest.after["call-in-1"]["value"]["days"] == 3
    assert (dict(closure.before), list(closure.after)) == ({}, ["2024-12-27"])
    assert first.version.about == "call-in-1 (call-in)"


def test_a_version_is_never_changed_and_never_deleted(deed: Any) -> None:
    row = deed("enter_rule", rule=FIVE)

    row.why = "Another reason."
    with pytest.raises(TypeError, match="never changed"):
        row.save()
    with pytest.raises(TypeError, match="never deleted"):
        row.delete()


def test_the_rules_are_the_authoritys_in_every_round_and_no_other_authoritys(council: Council, deed: Any) -> None:
    fields = {"slug": "elsewhere", "opened_at": NOW}
    next_round = Workspace.objects.create(gss=GSS, round_slug="next", **fields)
    neighbour = Workspace.objects.create(gss="X07000091", round_slug="next", **fields | {"slug": "neighbour"})

    deed("enter_rule", rule=THREE)

    assert queries.pack_on(next_round, date(2024, 7, 1)).source == "Part 4, rule 12 as amended"
    assert queries.pack_on(neighbour, date(2024, 7, 1)).is_default


def test_a_pack_counts_any_day_by_the_rule_that_day_had(council: Council, deed: Any) -> None:
    deed("enter_rule", rule=FIVE)
    deed("enter_rule", rule=THREE | {"valid_from": "2026-02-01"}, follows="call-in-1")

    pack = queries.pack_on(council.workspace, date(2026, 11, 22))
    then = pack.on(date(2019, 8, 21)).call_in

    assert pack.call_in is not None
    assert then is not None
    assert (pack.call_in.length.number, then.length.number) == (3, 5)
    assert queries.pack_on(council.workspace, date(2026, 11, 22), version=1).call_in == then


def test_for_every_clock_the_page_learns_what_holds_and_whether_it_is_a_default(council: Council, deed: Any) -> None:
    deed("enter_rule", rule=THREE | {"makers": ["officer"]})

    found = queries.answers_on(council.workspace, date(2024, 7, 1))

    call_ins = {one.for_whom: one.is_default for one in found if one.clock == "call-in"}
    assert call_ins["officer"] is False
    assert sum(call_ins.values()) == 1


def test_governance_entered_from_a_day_leaves_what_the_workspace_had_before_it(council: Council, deed: Any) -> None:
    deed("enter_governance", spell={"model": "committee", "valid_from": "2025-05-20", "source": "Council, 1 May"})

    book = queries.rulebook_of(GSS)

    assert book.governance_on(date(2025, 5, 19)) is Governance.EXECUTIVE
    assert book.governance_on(date(2025, 5, 20)) is Governance.COMMITTEE
    assert queries.pack_on(council.workspace, date(2025, 5, 20)).call_in is None


@pytest.mark.parametrize(
    ("name", "more", "sentence"),
    [
        ("enter_rule", {"rule": FIVE}, "Two rules answer for call-in on every day"),
        ("enter_rule", {"rule": {"clock": "callin", "value": {}}}, "clock is 'callin', which is not known here"),
        ("enter_rule", {"rule": {"clock": "call-in"}}, "The rule new needs value"),
        ("enter_rule", {"rule": FIVE | {"valid_from": "2024-02-30"}}, "valid_from is '2024-02-30'"),
        ("enter_rule", {"rule": FIVE, "follows": "call-in-1"}, "no first day is given for it"),
        ("end_rule", {"rule": "call-in-9", "valid_to": date(2025, 1, 1), "why": "x"}, "no rule called 'call-in-9'"),
        ("end_rule", {"rule": "call-in-1", "valid_to": date(2025, 1, 1), "why": " "}, "Nothing says why"),
        ("correct_rule", {"rule": "call-in-1", "to": FIVE, "why": "x"}, "reads like this already"),
        ("correct_rule", {"rule": "call-in-1", "to": THREE, "why": ""}, "Nothing says why"),
        ("take_back_rule", {"rule": "call-in-1", "why": ""}, "Nothing says why"),
        ("enter_closure", {"closures": []}, "No day is given"),
        ("enter_closure", {"closures": [{"on": "2024-12-27"}]}, "is entered twice"),
        ("enter_closure", {"closures": [{"on": "2024-12-26"}]}, "is a bank holiday already (Boxing Day)"),
        ("take_back_closure", {"on": date(2024, 7, 2), "why": "x"}, "No closure is entered for Tuesday 2 July 2024"),
        ("take_back_closure", {"on": date(2024, 12, 27), "why": ""}, "Nothing says why"),
        ("enter_governance", {"spell": {"model": "committee", "valid_from": "2025-05-20"}}, "runs on into"),
        ("bring_in_rules", {"rules": {"call_in": {"lenght": 5}}}, "call_in has an unknown key, 'lenght'"),
        ("bring_in_rules", {"rules": {"rules": 5}}, "rules is not a list"),
    ],
)
def test_what_cannot_stand_is_refused_in_a_sentence_and_leaves_nothing(
    deed: Any, name: str, more: dict[str, Any], sentence: str
) -> None:
    deed("enter_rule", rule=FIVE)
    deed("enter_closure", closures=[{"on": "2024-12-27", "name": "Christmas closure"}])
    lines = Entry.objects.count()

    with pytest.raises(Refusal) as refused:
        deed(name, **more)

    assert sentence in str(refused.value)
    assert refused.value.next_step
    assert (RulebookVersion.objects.count(), Entry.objects.count()) == (2, lines)


def test_a_hold_is_refused_where_the_workspace_is_run_by_committees_and_no_call_in_is_recorded(
    council: Council, deed: Any
) -> None:
    Workspace.objects.filter(pk=council.workspace.pk).update(governance="committee")
    council.workspace.refresh_from_db()

    with pytest.raises(Refusal, match="needs a call-in, and none is recorded"):
        deed("enter_rule", rule={"clock": "call-in-hold", "value": {"days": 10}})


def test_flat_rules_brought_in_leave_the_other_parts_and_the_narrower_rules_as_they_stand(deed: Any) -> None:
    deed("bring_in_rules", rules={"agenda": {"clear_days": 6}})
    deed("enter_rule", rule=THREE | {"makers": ["officer"]})

    deed("bring_in_rules", rules={"call_in": {"days": 4, "closures": ["2027-12-29"]}, "source": "Part 4"})

    book = queries.rulebook_of(GSS)
    assert [rule.id for rule in book.rules] == ["agenda-publication-1", "call-in-1", "call-in-2"]
    assert [closure.on for closure in book.closures] == [date(2027, 12, 29)]
    with pytest.raises(Refusal, match="already entered"):
        deed("bring_in_rules", rules={"agenda": {"clear_days": 6}})


def test_a_whole_rulebook_brought_in_takes_the_place_of_the_one_before(deed: Any) -> None:
    deed("enter_rule", rule=FIVE)

    deed("bring_in_rules", rules={"format": "moothall.rules/1", "rules": [THREE | {"id": "rule 12"}]})

    assert [rule.id for rule in queries.rulebook_of(GSS).rules] == ["rule 12"]
    assert queries.rulebook_as_of(GSS, 1).rule("call-in-1")


def test_a_decision_is_counted_by_the_rule_of_its_maker_and_day(council: Council, deed: Any) -> None:
    deed("enter_rule", rule=FIVE | {"valid_to": "2024-07-10"})
    deed("enter_rule", rule=THREE | {"valid_from": "2024-07-11", "makers": ["executive"]})
    decision = council.decided()

    found = clocks.call_in_of(decision, published_at=datetime(2024, 7, 11, 20, tzinfo=UTC))

    assert BodyKind(decision.step.body_kind) is BodyKind.EXECUTIVE
    assert found is not None
    assert found.on == date(2024, 7, 16)


def test_a_published_clock_keeps_its_date_and_what_it_would_be_now_is_told_beside_it(
    council: Council, deed: Any
) -> None:
    evening = datetime(2024, 7, 11, 18, tzinfo=UTC)
    decision = council.decided()
    routes.publish_decision(
        decision=decision, published_at=evening, by=council.who(Role.DEMOCRATIC_SERVICES), at=evening
    )
    assert clocks.clocks_that_differ(council.workspace) == ()

    deed("enter_closure", closures=[{"on": "2024-07-15", "name": "Day of the flood"}])

    (found,) = clocks.clocks_that_differ(council.workspace)
    decision.refresh_from_db()
    assert decision.call_in["on"] == "2024-07-18", "nothing published changes"
    assert found.decision == decision
    assert (found.difference.stored.on, found.difference.now.on) == (date(2024, 7, 18), date(2024, 7, 19))
    assert found.difference.because == (
        "Monday 15 July 2024 counted then and does not now (Council closed: Day of the flood).",
    )
