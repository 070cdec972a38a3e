"""Settling a remark: it holds for its words, comes back when they change, and can be opened again."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from django.db import IntegrityError, transaction

from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Draft
from moothall.apps.safety import actions, queries
from moothall.apps.safety.models import Settled
from moothall.documents.reading.properties import Properties, properties
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW, remarked, settled
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db


def open_now(council: Council) -> list[str]:
    return [one.quote for one in queries.open_remarks(council.workspace, ROUND, as_of=NOW.date())]


def test_a_settled_remark_is_not_open_and_keeps_who_why_and_what(council: Council) -> None:
    row = settled(council)

    assert open_now(council) == []
    assert (row.quote, row.by_name) == ("ambermere@gmail.com", "Ines Harcombe")
    assert [kept.reason for _, kept in queries.looked(council.workspace, ROUND, as_of=NOW.date()).settled] == [
        row.reason
    ]


def test_it_comes_back_when_the_words_change(council: Council) -> None:
    settled(council)

    plans.write_opening(
        draft=Draft.objects.get(),
        title="Plan",
        introduction="Write soon to ambermere@gmail.com.",
        revision=2,
        by=council.who(Role.POLICY_OFFICER),
        at=NOW,
    )

    assert open_now(council) == ["ambermere@gmail.com"]


def test_taken_back_it_is_open_and_can_be_settled_again(council: Council) -> None:
    row = settled(council)
    by = council.who(Role.MONITORING_OFFICER)

    actions.take_back_settled(settled=row, by=by, at=NOW)

    assert open_now(council) == ["ambermere@gmail.com"]
    with pytest.raises(Refusal, match="open again already"):
        actions.take_back_settled(settled=row, by=by, at=NOW)


def test_there_is_no_settling_without_a_reason_or_twice(council: Council) -> None:
    remark, by = remarked(council), council.who(Role.POLICY_OFFICER)
    with pytest.raises(Refusal, match="There is no reason"):
        actions.settle_remark(workspace=council.workspace, remark=remark, reason=" ", by=by, at=NOW)
    actions.settle_remark(workspace=council.workspace, remark=remark, reason="Ours.", by=by, at=NOW)

    with pytest.raises(Refusal, match="This remark is settled"):
        actions.settle_remark(workspace=council.workspace, remark=remark, reason="Ours.", by=by, at=NOW)


@pytest.mark.parametrize("change", [{"reason": ""}, {"taken_back_at": NOW}, {"taken_back_by_name": "Nell Arden"}])
def test_the_database_holds_to_reasons_and_to_whole_endings(council: Council, change: dict[str, object]) -> None:
    row = settled(council)

    with pytest.raises(IntegrityError), transaction.atomic():
        Settled.objects.filter(pk=row.pk).update(**change)


def test_the_window_of_a_poll_opens_twenty_five_working_days_before_it() -> None:
    assert queries._poll((date(2024, 5, 2),), date(2024, 4, 10)) == (date(2024, 3, 26), date(2024, 5, 2))
    assert queries._poll((date(2024, 5, 2),), date(2024, 5, 3)) is None


def test_a_word_file_says_who_made_it() -> None:
    document = docx.Document()
    document.add_paragraph("The plan.")
    document.core_properties.author, document.core_properties.last_modified_by = "Nell Arden", "python-docx"
    data = io.BytesIO()
    document.save(data)

    assert properties(data.getvalue(), "plan.docx") == Properties(people=("Nell Arden",))
