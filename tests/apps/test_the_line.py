"""The whole line by its deeds: from an empty workspace to a receipt."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from moothall.apps.audit.models import Entry
from moothall.apps.progress import actions as progress
from moothall.apps.publications import queries as publications
from moothall.apps.returns import trails
from moothall.domain.decisions import Verb
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from moothall.domain.trail import current
from tests.people import council

pytestmark = pytest.mark.django_db


def test_a_plan_goes_from_the_letter_to_a_receipt_with_one_text_all_the_way() -> None:
    here = council()

    sent = here.sent()

    shown = publications.published("ambermere", "savings-plans")
    assert shown is not None
    assert shown.agreement.agrees
    assert shown.agreement.sent == shown.agreement.published == sent.plan_fingerprint
    assert shown.receipt_number == sent.receipt_number
    assert [point.moment.value for point in shown.trail] == ["considered", "resolved", "published"]


def test_cabinet_on_11_july_is_in_force_on_19_july_when_published_that_evening() -> None:
    here = council()

    decision = here.decided()
    from moothall.apps.routes import actions, queries

    evening = datetime(2024, 7, 11, 20, 30, tzinfo=UTC)
    actions.publish_decision(decision=decision, published_at=evening, by=here.who(Role.DEMOCRATIC_SERVICES), at=evening)

    assert queries.in_force_on(decision) == date(2024, 7, 19)
    assert decision.call_in is not None
    assert decision.call_in["on"] == "2024-07-18"


def test_a_plan_that_was_only_noted_is_overseen_and_not_endorsed() -> None:
    here = council()

    published = here.published(verbs=(Verb.NOTE,))

    assert not published.is_endorsed


def test_the_trail_waits_for_the_next_person_at_each_stage() -> None:
    here = council()

    def waits_for(on: date) -> str:
        step = current(trails.trail_of(here.workspace, as_of=on))
        return step.stage.key if step else ""

    assert waits_for(date(2024, 4, 17)) == "drafted"
    here.sent()
    assert waits_for(date(2024, 7, 18)) == "in_force"
    assert waits_for(date(2024, 7, 19)) == "followed"
    progress.record_reading(
        workspace=here.workspace,
        measure="M1",
        period="to September 2024",
        period_ends_on=date(2024, 9, 30),
        value=Decimal("3.3"),
        by=here.who(Role.PERFORMANCE_MANAGER),
        at=datetime(2024, 10, 10, 9, tzinfo=UTC),
    )
    assert waits_for(date(2024, 10, 10)) == ""


def test_the_policy_officer_cannot_certify_the_return() -> None:
    here = council()
    here.published()
    from moothall.apps.returns import actions

    with pytest.raises(Refusal, match="cannot do this"):
        actions.submit_return(
            workspace=here.workspace,
            words="I certify.",
            channel="by hand",
            recipient="plans@department.example",
            by=here.who(Role.POLICY_OFFICER),
            at=datetime(2024, 7, 19, 10, tzinfo=UTC),
        )


def test_the_same_text_is_not_sent_twice() -> None:
    here = council()
    first = here.sent()
    from moothall.apps.returns import actions

    with pytest.raises(Refusal, match="sent already") as caught:
        actions.submit_return(
            workspace=here.workspace,
            words="I certify.",
            channel="by hand",
            recipient="plans@department.example",
            by=here.who(Role.CHIEF_EXECUTIVE),
            at=datetime(2024, 7, 19, 11, tzinfo=UTC),
        )

    assert first.receipt_number in caught.value.next_step


@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET by_name = 'x'", "DELETE FROM audit_entry"])
def test_the_database_refuses_to_change_or_delete_a_line_of_the_record(sql: str) -> None:
    from django.db import connection

    council()

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert Entry.objects.exists()


def test_a_decision_published_after_midnight_in_summer_counts_from_that_day_in_england() -> None:
    here = council()
    decision = here.decided()
    from moothall.apps.routes import actions, queries

    past_midnight = datetime(2024, 7, 11, 23, 30, tzinfo=UTC)  # half past midnight on Friday 12 July in England
    actions.publish_decision(
        decision=decision, published_at=past_midnight, by=here.who(Role.DEMOCRATIC_SERVICES), at=past_midnight
    )

    assert queries.in_force_on(decision) == date(2024, 7, 20)
    assert not queries.is_in_force(decision, datetime(2024, 7, 19, 22, 30, tzinfo=UTC))
    assert queries.is_in_force(decision, datetime(2024, 7, 19, 23, 30, tzinfo=UTC))
