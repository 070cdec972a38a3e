"""Writing the covering report, field by field."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from moothall.apps.plans.actions import WordsMoved
from moothall.apps.reports import actions, queries
from moothall.apps.reports.models import Field, Report
from moothall.domain.refusals import Refusal
from moothall.domain.reports import Option
from moothall.domain.roles import Role
from tests.apps.deeds import NOW, report
from tests.people import Council

pytestmark = pytest.mark.django_db


def written(council: Council, name: str, value: Any, *, revision: int = 0) -> Field:
    """One field, written by the report author."""
    return actions.write_field(
        report=Report.objects.get(), name=name, value=value, revision=revision,
        by=council.who(Role.REPORT_AUTHOR), at=NOW,
    )  # fmt: skip


def test_a_report_begun_twice_keeps_its_house_template(council: Council) -> None:
    report(council)

    again = actions.begin_report(
        workspace=council.workspace, house_template="another", by=council.who(Role.REPORT_AUTHOR), at=NOW
    )

    assert again.house_template == "plain"


def test_what_is_written_comes_back_as_the_report(council: Council) -> None:
    row = report(council)

    written(council, "options", [Option("Do nothing", "Not lawful."), Option("Send the plan", chosen=True)])

    assert queries.value(Report.objects.get(pk=row.pk)).options == (
        Option("Do nothing", "Not lawful."), Option("Send the plan", chosen=True),
    )  # fmt: skip


def test_another_house_template_loses_no_words(council: Council) -> None:
    row = report(council)
    written(council, "title", "Savings Plan")

    actions.choose_house_template(report=row, house_template="another", by=council.who(Role.REPORT_AUTHOR), at=NOW)

    stands = Report.objects.get()
    assert stands.house_template == "another"
    assert queries.value(stands).title == "Savings Plan"


def test_a_field_that_moved_is_not_written_over_and_both_texts_are_kept(council: Council) -> None:
    report(council)
    written(council, "title", "Theirs")

    with pytest.raises(WordsMoved) as moved:
        written(council, "title", "Mine")

    assert moved.value.theirs.value == "Theirs"
    assert Field.objects.get().value == "Theirs"


def test_two_people_can_write_two_fields_at_once(council: Council) -> None:
    report(council)

    written(council, "title", "Savings Plan")
    written(council, "body", "Cabinet")

    assert queries.value(Report.objects.get()).body == "Cabinet"


def test_a_field_that_no_report_has_is_refused(council: Council) -> None:
    report(council)

    with pytest.raises(Refusal, match="no field called colour") as refused:
        written(council, "colour", "green")

    assert refused.value.next_step == "Choose one of the fields on the page."


def test_a_value_that_does_not_fit_is_refused_with_its_place_and_nothing_is_kept(council: Council) -> None:
    report(council)

    with pytest.raises(Refusal, match="meeting_on") as refused:
        written(council, "meeting_on", "a Thursday in July")

    assert refused.value.next_step == "Correct it and save again."
    assert not Field.objects.exists()


@pytest.mark.parametrize("kind", [Report, Field])
def test_the_database_refuses_a_second_report_or_a_field_twice(council: Council, kind: Any) -> None:
    report(council)
    written(council, "title", "Savings Plan")
    row = kind.objects.get()

    row.pk, row._state.adding = None, True

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
