"""Who is to write what: given with a mail at once, changed and taken back with a word why, and refused in sentences."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from moothall.apps.mail.models import Message
from moothall.apps.writing import actions, assignments
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import assigned
from tests.people import Council

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 7, 22, 9, tzinfo=UTC)


def test_who_is_given_a_part_has_a_mail_at_once_and_whoever_loses_it_one_with_the_digest(council: Council) -> None:
    piers, ines = council.who(Role.REPORT_AUTHOR), council.who(Role.POLICY_OFFICER)
    row = assigned(council)

    actions.change_assignment(
        assignment=row, person=ines, due_on=date(2024, 7, 30), reason="Piers is away", by=ines, at=NOW
    )

    sent = Message.objects.order_by("pk")
    assert [(one.person, one.is_prompt) for one in sent] == [(piers, True), (ines, True), (piers, False)]
    assert sent[0].subject == "You are asked to write “Reasons”" and "Wednesday 31 July 2024" in sent[0].words
    assert [one.part for one in assignments.of_person(ines)] == ["report/reasons"]
    assert assignments.of_person(piers) == []


def test_a_part_is_refused_to_two_people_a_past_day_and_to_somebody_who_may_not_write_it(council: Council) -> None:
    ines = council.who(Role.POLICY_OFFICER)
    assigned(council)

    with pytest.raises(Refusal, match="Piers Tolland has “Reasons” already"):
        assigned(council)
    with pytest.raises(Refusal, match=r"Piers Tolland may not write the plan here\. Choose .* role of policy officer"):
        assigned(council, "plan/T1.Q1")
    with pytest.raises(Refusal, match="Sunday 21 July 2024 is past"):
        actions.assign(
            workspace=council.workspace, part="plan/T1.Q1", title="What changed", person=ines,
            due_on=date(2024, 7, 21), by=ines, at=NOW,
        )  # fmt: skip


def test_taking_back_wants_a_reason_and_leaves_the_part_to_be_given_again(council: Council) -> None:
    ines, row = council.who(Role.POLICY_OFFICER), assigned(council)

    with pytest.raises(Refusal, match="There is no reason"):
        actions.take_back_assignment(assignment=row, reason=" ", by=ines, at=NOW)
    actions.take_back_assignment(assignment=row, reason="It is written", by=ines, at=NOW)

    assert assignments.by_section(council.workspace, "report") == {}
    assert assigned(council).pk != row.pk
