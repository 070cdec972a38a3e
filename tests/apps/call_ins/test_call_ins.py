"""Asking for a call-in, joining, leaving and settling: what each does to the decision and the mail."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from moothall.apps.call_ins import actions, queries
from moothall.apps.call_ins.models import CallIn
from moothall.apps.mail.models import Message
from moothall.apps.overrides import actions as overrides
from moothall.apps.people import actions as people
from moothall.apps.people.models import Person
from moothall.apps.publications import actions as publications
from moothall.apps.returns.trails import trail_of
from moothall.apps.routes import queries as routes
from moothall.apps.routes.models import Decision
from moothall.domain.call_ins import State
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from moothall.domain.trail import current
from tests.apps.deeds import NOW, called_in, open_to_call_in
from tests.people import OPENED, ROUND, Council

pytestmark = pytest.mark.django_db
THREE = {"requesters": "any three members", "closes": "17:00"}
CLOSES = datetime(2024, 7, 26, 16, tzinfo=UTC)  # 5pm in England


def member(council: Council, name: str) -> Person:
    person = people.add_person(email=f"{name}@ambermere.example", name=f"Councillor {name}", by=None, at=OPENED)
    people.give_role(person=person, role=Role.MEMBER, workspace_id=council.workspace.pk, by=None, at=OPENED)
    return person


def standing(row: CallIn, at: datetime = NOW) -> queries.Standing:
    """The request as it stands; what the decision keeps of the hold is what its requests say."""
    found = queries.standing(CallIn.objects.get(pk=row.pk), at=at)
    decision = Decision.objects.get(pk=row.decision_id)
    assert decision.held_since == queries.hold_of(decision)
    assert (decision.held_since is not None) is found.state.holds
    return found


def subjects(person: Person) -> list[str]:
    return [one.subject for one in Message.objects.filter(person=person).order_by("pk")]


def test_the_third_name_holds_the_decision_and_a_withdrawal_lets_it_go(council: Council) -> None:
    row = called_in(council, **THREE)
    second, third = member(council, "Ash"), member(council, "Elm")
    clerk = council.who(Role.DEMOCRATIC_SERVICES)

    actions.join(call_in=row, words="It was not costed.", by=second, at=NOW)

    assert (standing(row).state, standing(row).missing) == (State.GATHERING, 1)
    actions.join(call_in=row, by=third, at=CLOSES)
    assert standing(row, CLOSES).state is State.ENOUGH
    assert CallIn.objects.get().enough_at == CLOSES
    assert routes.in_force_on(Decision.objects.get()) is None
    assert not [one for one in routes.standing_dates(routes.route(council.workspace)) if one.step.step == "in_force"]
    actions.withdraw(call_in=row, reason="Answered.", by=second, at=CLOSES)
    assert standing(row, CLOSES).state is State.GATHERING
    assert [one.split(":")[0] for one in subjects(clerk)] == [
        "Councillor Bea Holt asks for a call-in", "Councillor Ash joins a call-in", "Councillor Elm joins a call-in",
        "Councillor Ash withdraws from a call-in",
    ]  # fmt: skip


def test_after_the_closing_time_nobody_asks_or_joins_and_too_few_names_lapse(council: Council) -> None:
    row, late = called_in(council, **THREE), datetime(2024, 7, 26, 16, 1, tzinfo=UTC)

    with pytest.raises(Refusal, match="Call-in closed at 5pm on Friday 26 July 2024, by the council's rule") as refused:
        actions.join(call_in=row, by=council.who(Role.MEMBER), at=late)

    assert "Part 4, paragraph 9" in refused.value.sentence
    assert standing(row, late).state is State.LAPSED
    with pytest.raises(Refusal, match="Call-in closed at 5pm"):
        actions.ask(decision=row.decision, grounds="Costly.", alternative="Wait.", by=council.who(Role.MEMBER), at=late)
    with pytest.raises(Refusal, match="too few names"):
        actions.settle(call_in=row, is_valid=True, reason="In time.", by=council.who(Role.MONITORING_OFFICER), at=late)


def test_a_valid_call_in_holds_the_decision_and_stops_the_publication(council: Council) -> None:
    row, clerk = called_in(council), council.who(Role.DEMOCRATIC_SERVICES)
    version = council.written()

    actions.settle(call_in=row, is_valid=True, reason="In time, on the rule's grounds.", by=clerk, at=NOW)

    assert standing(row).state is State.VALID
    assert subjects(row.names.get().person)[-1].startswith("The call-in is valid")
    waiting = current(trail_of(council.workspace, as_of=date(2024, 8, 20)))
    assert waiting and waiting.stage.todo == "The decision was called in: settle that, and have it heard."
    with pytest.raises(Refusal, match="The decision was called in, and nothing is done under it"):
        publications.publish_plan(
            workspace=council.workspace, version=version, round_=ROUND, by=council.who(Role.POLICY_OFFICER),
            at=datetime(2024, 8, 20, tzinfo=UTC),
        )  # fmt: skip
    with pytest.raises(Refusal, match="called in once"):
        actions.ask(decision=row.decision, grounds="A.", alternative="B.", by=council.who(Role.MEMBER), at=NOW)
    with pytest.raises(Refusal, match="marked valid"):
        actions.withdraw(call_in=row, by=row.names.get().person, at=NOW)


def test_one_that_is_not_valid_lets_the_decision_go_and_another_may_be_made(council: Council) -> None:
    row, clerk = called_in(council), council.who(Role.DEMOCRATIC_SERVICES)

    actions.settle(call_in=row, is_valid=False, reason="No ground of the rule.", by=clerk, at=NOW)

    assert standing(row).state is State.NOT_VALID
    assert routes.in_force_on(Decision.objects.get()) is not None
    again = actions.ask(decision=row.decision, grounds="A.", alternative="B.", by=council.who(Role.MEMBER), at=NOW)
    assert standing(again).state is State.ENOUGH, "nobody entered how many must ask, so one may be enough"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [({"grounds": " "}, "gives no grounds"), ({"alternative": ""}, "does not say what you would have instead")],
)
def test_a_request_says_why_and_what_instead(council: Council, said: dict[str, Any], sentence: str) -> None:
    decision = open_to_call_in(council)

    with pytest.raises(Refusal, match=sentence):
        actions.ask(
            decision=decision, by=council.who(Role.MEMBER), at=NOW, **({"grounds": "A.", "alternative": "B."} | said)
        )


def test_one_request_stands_at_a_time_and_one_name_once(council: Council) -> None:
    row, by = called_in(council), council.who(Role.MEMBER)

    with pytest.raises(Refusal, match="stands already"):
        actions.ask(decision=row.decision, grounds="A.", alternative="B.", by=by, at=NOW)
    actions.join(call_in=row, by=by, at=NOW)
    with pytest.raises(Refusal, match="Your name stands under this request"):
        actions.join(call_in=row, by=by, at=NOW)
    with pytest.raises(Refusal, match="There is no reason"):
        actions.settle(call_in=row, is_valid=False, reason=" ", by=council.who(Role.MONITORING_OFFICER), at=NOW)


def test_where_nothing_can_be_called_in_the_reason_recorded_is_given(council: Council) -> None:
    decision = open_to_call_in(council)
    Decision.objects.update(is_callable=False, not_callable_reason="Urgent: the chair agreed", call_in=None)
    decision.refresh_from_db()

    found = queries.prospect(decision, at=NOW)

    assert found.refusal is not None
    assert found.refusal.sentence == "This decision of Cabinet cannot be called in. Urgent: the chair agreed."


def test_a_closing_day_that_the_proper_officer_put_is_the_one_that_counts(council: Council) -> None:
    row, after_five = called_in(council, **THREE), datetime(2024, 7, 27, 9, tzinfo=UTC)
    dates = routes.standing_dates(routes.route(council.workspace))
    overrides.override_date(
        workspace=council.workspace, date_=next(one for one in dates if one.step.step == "call_in"), dates=dates,
        on=date(2024, 7, 29), reason="The website was down.", by=council.who(Role.MONITORING_OFFICER), at=NOW,
    )  # fmt: skip

    actions.join(call_in=row, by=member(council, "Ash"), at=after_five)

    assert standing(row, after_five).state is State.GATHERING
    assert standing(row, after_five).terms.closes_on == date(2024, 7, 29)
