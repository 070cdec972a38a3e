"""A date the proper officer put: it stands, it is followed, it survives a recount, and it is kept for ever."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from moothall.apps.audit.models import Entry
from moothall.apps.overrides import actions, queries
from moothall.apps.overrides.models import Override
from moothall.apps.publications import actions as publications
from moothall.apps.publications import queries as published
from moothall.apps.routes import queries as routes
from moothall.apps.routes.models import Decision
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW, in_force, put
from tests.dated import IN_MAY, dates, routed
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db
PAPERS = "agenda_publication-cabinet"


def put_papers(council: Council, on: date = date(2024, 7, 2), **said: Any) -> Override:
    return put(council, PAPERS, on, **{"reason": "The website is down on Wednesday.", "at": IN_MAY} | said)


def test_the_date_stands_and_what_was_counted_stays_beside_it(council: Council) -> None:
    routed(council)

    put_papers(council)

    one = dates(council)[PAPERS]
    assert one.step.on == date(2024, 7, 2)
    assert one.counted.on == date(2024, 7, 3)
    assert one.override is not None
    assert one.override.sentence == (
        "Put by Uma Brackley, democratic services, on Friday 24 May 2024: The website is down on Wednesday."
        " Counted: Wednesday 3 July 2024."
    )
    assert one.override.working is not None
    assert one.override.working.counted


def test_the_monitoring_officer_may_put_a_date_too_and_the_role_is_said(council: Council) -> None:
    routed(council)

    row = put_papers(council, by=council.who(Role.MONITORING_OFFICER))

    assert (row.by_name, row.by_role) == ("Lena Rusk", "monitoring officer")


def test_a_later_day_for_the_papers_is_refused_until_the_warning_is_accepted_and_then_kept(council: Council) -> None:
    routed(council)

    with pytest.raises(Refusal, match="later than the last day counted by the rule"):
        put_papers(council, date(2024, 7, 4))
    put_papers(council, date(2024, 7, 4), accepted=True)

    override = dates(council)[PAPERS].override
    assert override is not None
    assert "may be open to challenge" in override.warnings[0]
    assert Entry.objects.latest("id").details["warnings"] == list(override.warnings)


def test_a_second_date_ends_the_first_and_both_stay_on_record(council: Council) -> None:
    routed(council)
    put_papers(council)

    put_papers(council, date(2024, 7, 1), reason="The week is short.")

    first, second = queries.overrides(council.workspace.pk)
    assert (first.stands, second.stands) == (False, True)
    assert "Another date was put in its place: The week is short." in first.ending
    assert dates(council)[PAPERS].step.on == date(2024, 7, 1)


def test_the_same_date_is_not_put_twice_while_nothing_moved(council: Council) -> None:
    routed(council)
    put_papers(council)

    with pytest.raises(Refusal, match="put already"):
        put_papers(council)


def test_taken_back_the_computed_date_stands_again_and_the_override_is_still_shown(council: Council) -> None:
    routed(council)
    row = put_papers(council)

    actions.take_back_override(
        override=row, reason="The website is up.", by=council.who(Role.DEMOCRATIC_SERVICES), at=IN_MAY
    )

    assert dates(council)[PAPERS].step.on == date(2024, 7, 3)
    (kept,) = queries.overrides(council.workspace.pk)
    assert kept.ending == "Ended by Uma Brackley, democratic services, on Friday 24 May 2024: The website is up."


def test_taking_back_needs_a_reason_and_is_done_once(council: Council) -> None:
    routed(council)
    row, by = put_papers(council), council.who(Role.DEMOCRATIC_SERVICES)

    with pytest.raises(Refusal, match="There is no reason"):
        actions.take_back_override(override=row, reason=" ", by=by, at=IN_MAY)
    actions.take_back_override(override=row, reason="A slip.", by=by, at=IN_MAY)
    with pytest.raises(Refusal, match="does not stand any more"):
        actions.take_back_override(override=row, reason="A slip.", by=by, at=IN_MAY)


def test_it_survives_a_meeting_that_moves_and_asks_until_somebody_says_that_it_still_holds(council: Council) -> None:
    routed(council)
    put_papers(council)

    routed(council, date(2024, 7, 16))

    moved = dates(council)[PAPERS]
    assert moved.asks
    assert (moved.step.on, moved.counted.on) == (date(2024, 7, 2), date(2024, 7, 8))
    put_papers(council, reason="It still holds.")
    assert not dates(council)[PAPERS].asks
    assert Override.objects.count() == 2


def test_a_day_more_for_call_in_makes_the_decision_take_effect_a_day_later_everywhere(council: Council) -> None:
    in_force(council)
    decision = Decision.objects.get()

    put(council, on=date(2024, 7, 19))

    assert routes.in_force_on(decision) == date(2024, 7, 20)
    assert not routes.is_in_force(decision, timezone.make_aware(datetime(2024, 7, 19, 12)))  # noqa: DTZ001
    assert dates(council)["in_force-cabinet"].follows == "It follows the end of call-in."


def test_the_plan_waits_for_the_date_that_was_put_and_the_public_page_says_who_put_it(council: Council) -> None:
    version = in_force(council)
    put(council, on=date(2024, 7, 19), at=datetime(2024, 7, 15, 9, tzinfo=UTC))
    said = {"workspace": council.workspace, "version": version, "round_": ROUND, "by": council.who(Role.POLICY_OFFICER)}

    with pytest.raises(Refusal):
        publications.publish_plan(**said, at=datetime(2024, 7, 19, 12, tzinfo=UTC))
    publications.publish_plan(**said, at=datetime(2024, 7, 20, 12, tzinfo=UTC))

    plan = published.published(council.workspace.slug, ROUND.slug)
    assert plan is not None
    assert plan.decision is not None
    assert plan.decision.in_force_on == date(2024, 7, 20)
    (one,) = plan.decision.put
    assert one.on == date(2024, 7, 19)
    assert one.sentence.startswith("Put by Uma Brackley, democratic services, on Monday 15 July 2024:")
    assert one.working is not None


def test_what_has_happened_is_on_record_and_has_no_other_date(council: Council) -> None:
    in_force(council)

    with pytest.raises(Refusal, match="This has happened"):
        put(council, "publish_decision-cabinet", date(2024, 7, 12))


def test_the_database_keeps_one_standing_override_a_date_each_with_its_reason(council: Council) -> None:
    routed(council)
    row = put_papers(council)

    with pytest.raises(IntegrityError), transaction.atomic():
        Override.objects.create(
            workspace=council.workspace, key=row.key, what="x", counted_on=row.counted_on, on=row.on, reason="x",
            by_name="x", by_role="x", put_at=NOW,
        )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        Override.objects.filter(pk=row.pk).update(reason="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Override.objects.filter(pk=row.pk).update(ended_at=NOW + timedelta(days=1))
