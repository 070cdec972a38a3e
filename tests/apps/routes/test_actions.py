"""Choosing the route, and recording what bodies did."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from moothall.apps.routes import actions, queries
from moothall.apps.routes.models import Decision, Route, Step
from moothall.domain.authorities import Governance
from moothall.domain.decisions import Limb, StepValue, Verb
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import CABINET, NOW, met
from tests.people import Council

pytestmark = pytest.mark.django_db
EVENING = datetime(2024, 7, 11, 20, 30, tzinfo=UTC)


def chosen(council: Council, *steps: StepValue) -> Route:
    """A route through these bodies."""
    return actions.choose_route(
        workspace=council.workspace, code="R1", name="Cabinet", as_of=date(2024, 6, 20), planned={}, steps=steps,
        by=council.who(Role.POLICY_OFFICER), at=NOW,
    )  # fmt: skip


def resolved(council: Council, **changed: Any) -> Decision:
    """Cabinet's decision, with what is changed of it."""
    said = {
        "limbs": [Limb(Verb.ENDORSE, "the plan")],
        "minute": "RESOLVED: endorsed.",
        "decided_on": date(2024, 7, 11),
    }
    by = council.who(Role.DEMOCRATIC_SERVICES)
    return actions.record_decision(step=Step.objects.get(), by=by, at=NOW, **said | changed)


def published(council: Council, at: datetime = EVENING, *, now: datetime = NOW) -> Decision:
    """The decision, published at a moment."""
    return actions.publish_decision(
        decision=Decision.objects.get(), published_at=at, by=council.who(Role.DEMOCRATIC_SERVICES), at=now
    )


def test_a_route_may_be_chosen_anew_until_a_body_has_met(council: Council) -> None:
    chosen(council, CABINET)

    chosen(council, replace(CABINET, body="Scrutiny", is_deciding=False), CABINET)

    assert [step.body for step in Step.objects.all()] == ["Scrutiny", "Cabinet"]
    assert Route.objects.count() == 1


def test_a_route_on_which_a_body_has_met_stays(council: Council) -> None:
    met(council)

    with pytest.raises(Refusal, match="has met already") as refused:
        chosen(council, CABINET)

    assert refused.value.next_step == "Record what follows on that route."
    assert Step.objects.get().met_at is not None


def test_a_route_on_which_nobody_decides_is_refused(council: Council) -> None:
    with pytest.raises(Refusal, match="Nobody decides") as refused:
        chosen(council, replace(CABINET, is_deciding=False))

    assert refused.value.next_step == "Add the body that decides."
    assert not Route.objects.exists()


def test_a_meeting_still_to_come_cannot_be_recorded(council: Council) -> None:
    step = council.routed()

    with pytest.raises(Refusal, match="still to come"):
        actions.record_meeting(
            step=step, met_on=NOW.date() + timedelta(1), by=council.who(Role.DEMOCRATIC_SERVICES), at=NOW
        )

    assert Step.objects.get().met_at is None


def test_the_record_keeps_the_planned_day_of_a_meeting_that_moved(council: Council) -> None:
    from moothall.apps.audit.models import Entry

    actions.record_meeting(
        step=council.routed(), met_on=date(2024, 7, 12), by=council.who(Role.DEMOCRATIC_SERVICES), at=NOW
    )

    line = Entry.objects.latest("id")
    assert (line.details["planned_on"], line.details["met_on"]) == ("2024-07-11", "2024-07-12")


def test_a_meeting_whose_decision_is_recorded_does_not_move(council: Council) -> None:
    council.decided()

    with pytest.raises(Refusal, match="recorded already"):
        actions.record_meeting(
            step=Step.objects.get(), met_on=date(2024, 7, 12), by=council.who(Role.DEMOCRATIC_SERVICES), at=NOW
        )

    assert Step.objects.get().meets_on == date(2024, 7, 11)


def test_a_body_that_has_not_met_decides_nothing(council: Council) -> None:
    council.routed()

    with pytest.raises(Refusal, match="Cabinet has not met yet") as refused:
        resolved(council)

    assert refused.value.next_step == "Record the meeting first."


def test_a_body_decides_once(council: Council) -> None:
    met(council)
    resolved(council)

    with pytest.raises(Refusal, match="Cabinet has decided already"):
        resolved(council, minute="Other words.")

    assert Decision.objects.get().minute == "RESOLVED: endorsed."


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"limbs": []}, "The decision has no limbs."),
        ({"minute": " "}, "The minute is empty."),
        ({"limbs": [Limb(Verb.DELEGATE, "the final text")]}, "A delegation names nobody."),
        ({"decided_on": date(2024, 7, 23)}, "The decision is dated in the future."),
        ({"decided_on": date(2024, 7, 10)}, "Cabinet meets on 11 July 2024, after the day of this decision."),
        ({"is_callable": False}, "There is no reason why it cannot be called in."),
    ],
    ids=["no limbs", "no minute", "nobody to delegate to", "in the future", "before the meeting", "no reason"],
)
def test_a_decision_that_does_not_hold_together_is_refused(
    council: Council, changed: dict[str, Any], sentence: str
) -> None:
    met(council)

    with pytest.raises(Refusal) as refused:
        resolved(council, **changed)

    assert refused.value.sentence == sentence
    assert refused.value.next_step
    assert not Decision.objects.exists()


def test_a_decision_published_on_the_evening_of_11_july_is_in_force_on_19_july(council: Council) -> None:
    council.decided()

    decision = published(council)

    assert queries.in_force_on(decision) == date(2024, 7, 19)
    assert not queries.is_in_force(decision, datetime(2024, 7, 18, 22, 59, tzinfo=UTC))
    assert queries.is_in_force(decision, datetime(2024, 7, 19, 9, tzinfo=UTC))


def test_a_decision_that_cannot_be_called_in_is_in_force_when_it_is_published(council: Council) -> None:
    met(council)
    resolved(council, is_callable=False, not_callable_reason="Not executive: procedure rule 15.")

    decision = published(council)

    assert decision.call_in is None
    assert queries.in_force_on(decision) == date(2024, 7, 11)


def test_a_council_without_an_executive_has_no_call_in(council: Council) -> None:
    council.workspace.governance = Governance.COMMITTEE.value
    council.workspace.save()
    council.decided()

    assert published(council).call_in is None


def test_a_decision_is_published_once_and_the_first_publication_stands(council: Council) -> None:
    council.decided()
    published(council)

    with pytest.raises(Refusal, match="published already") as refused:
        published(council, EVENING + timedelta(1))

    assert refused.value.next_step == "The first publication starts the clock and stands."
    assert Decision.objects.get().published_at == EVENING


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (EVENING - timedelta(1), "The decision was taken on 11 July 2024, after the day of publication."),
        (NOW + timedelta(hours=1), "The day of publication is still to come."),
    ],
    ids=["before it was taken", "still to come"],
)
def test_a_decision_published_at_a_wrong_moment_is_refused(council: Council, at: datetime, sentence: str) -> None:
    council.decided()

    with pytest.raises(Refusal) as refused:
        published(council, at)

    assert refused.value.sentence == sentence
    assert Decision.objects.get().published_at is None


@pytest.mark.parametrize(
    ("verb", "endorses"), [(Verb.NOTE, False), (Verb.ENDORSE, True), (Verb.APPROVE, True), (Verb.RECOMMEND, False)]
)
def test_to_note_is_to_oversee_and_not_to_endorse(council: Council, verb: Verb, endorses: bool) -> None:
    decision = council.decided(verbs=(verb,))

    assert queries.is_endorsed(decision) is endorses
    assert queries.is_overseen(decision)


@pytest.mark.parametrize("kind", [Route, Step, Decision])
def test_the_database_refuses_a_second_route_place_or_decision(council: Council, kind: Any) -> None:
    council.decided()
    row = kind.objects.get()

    row.pk, row._state.adding = None, True

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
