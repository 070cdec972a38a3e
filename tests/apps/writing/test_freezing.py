"""While a part is frozen nobody else saves it by any way, their words are kept, and it thaws."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from moothall.apps.freezes import actions as freezes
from moothall.apps.freezes.queries import Frozen
from moothall.apps.people import actions as people
from moothall.apps.people.models import Person
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Answer, Barrier, Commitment, Draft, Milestone
from moothall.apps.reports import actions as reports
from moothall.apps.writing import keeping, saving
from moothall.domain.plans import AnswerStatus, Layout
from moothall.domain.refusals import Refusal
from moothall.domain.reports import Implication, OfficerComment
from moothall.domain.roles import Role
from tests.apps.deeds import exempt_part, frozen, report
from tests.people import OPENED, PASSWORD, Council

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 7, 22, 9, tzinfo=UTC)
WORDS = {"status": "answered", "text": "We moved four offices into one.", "where": "", "reason": ""}


@pytest.fixture
def vera(council: Council) -> Person:
    """Another policy officer, who also writes the report's Part 2 and answers requests."""
    person = people.add_person(email="vera@ambermere.example", name="Vera Holt", password=PASSWORD, by=None, at=OPENED)
    for role in (Role.POLICY_OFFICER, Role.REPORT_AUTHOR):
        people.give_role(person=person, role=role, workspace_id=council.workspace.pk, by=None, at=OPENED)
    return person


def saves(council: Council, by: Person) -> dict[str, Callable[[], Any]]:
    """Every deed that changes words of the plan or of the report."""
    draft, told = Draft.objects.get(), {"by": by, "at": NOW}
    row = report(council)
    return {
        "saving": lambda: saving.save(draft=draft, section="T1.Q1", words=WORDS, revision=1, **told),
        "opening": lambda: plans.write_opening(draft=draft, title="A", introduction="", revision=1, **told),
        "answer": lambda: plans.answer_question(
            draft=draft, question="T1.Q2", status=AnswerStatus.ANSWERED, text="More.", revision=0, **told
        ),
        "commitment": lambda: plans.add_commitment(
            draft=draft, theme="transformation", title="B", text="", status="planned", **told
        ),
        "milestone": lambda: plans.add_milestone(
            commitment=Commitment.objects.get(), title="C", due_on=date(2024, 9, 1), **told
        ),
        "measure": lambda: plans.add_measure(
            draft=draft, theme="transformation", title="D", unit="days", direction="down", source="E", **told
        ),
        "barrier": lambda: plans.add_barrier(draft=draft, title="F", text="", ask="", **told),
        "further": lambda: plans.add_item(draft=draft, into="objectives", title="G", source="", **told),
        "layout": lambda: plans.set_out(draft=draft, layout=Layout.TABLE, length_reason="", revision=1, **told),
        "change": lambda: plans.change_item(item=Barrier.objects.get(), title="H", revision=1, **told),
        "remove": lambda: plans.remove_item(item=Milestone.objects.get(), **told),
        "field": lambda: reports.write_field(report=row, name="reasons", value="I", revision=0, **told),
        "exempt": lambda: reports.write_exempt(report=row, part=exempt_part(), revision=0, **told),
        "implication": lambda: reports.write_implication(
            report=row, implication=Implication(kind="financial", text="J", author="K"), **told
        ),
        "comment": lambda: reports.write_comment(
            report=row, comment=OfficerComment("Section 151 officer", "L"), **told
        ),
    }


def test_no_way_of_saving_goes_round_a_freeze_and_whoever_froze_writes_on(council: Council, vera: Person) -> None:
    council.written()
    others, ines = saves(council, vera), saves(council, council.who(Role.POLICY_OFFICER))
    frozen(council)
    frozen(council, "report", title="The whole covering report")

    for name, save in others.items():
        with pytest.raises(
            Frozen, match=r"Ines Harcombe has frozen .* Nothing was saved\. What you typed is still here"
        ):
            save()
            pytest.fail(name)
    ines["saving"]()
    ines["field"]()

    assert Answer.objects.get(question="T1.Q1").text == WORDS["text"]
    plans.keep_version(workspace=council.workspace, round_=council.round_, name="frozen", by=vera, at=NOW)


def test_a_frozen_section_leaves_the_others_open_and_thaws_by_hand_or_when_its_day_is_over(
    council: Council, vera: Person
) -> None:
    council.written()
    row = frozen(council, "plan/T1.Q1", title="What changed")
    draft = Draft.objects.get()

    saves(council, vera)["answer"]()
    with pytest.raises(Frozen):
        saves(council, vera)["saving"]()
    with pytest.raises(Refusal, match="Ines Harcombe has frozen “What changed” already"):
        frozen(council, "plan/T1.Q1")
    freezes.thaw(freeze=row, by=vera, at=NOW)
    saves(council, vera)["saving"]()
    frozen(council, "plan/T1.Q1")
    august = datetime(2024, 8, 1, 9, tzinfo=UTC)
    saving.save(draft=draft, section="T1.Q1", words=WORDS | {"text": "Later."}, revision=2, by=vera, at=august)

    assert Answer.objects.get(question="T1.Q1").text == "Later."


def test_whoever_is_refused_reads_why_and_keeps_every_word_they_typed(
    client: Client, council: Council, vera: Person
) -> None:
    council.written()
    today = timezone.localdate()
    at = (council.round_.slug, council.workspace.slug)
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    day = {"until_on_day": today.day, "until_on_month": today.month, "until_on_year": today.year}
    client.post(reverse("council:frozen", args=at), {"part": "plan", "reason": "One voice", **day})
    client.force_login(vera, backend="django.contrib.auth.backends.ModelBackend")
    typed = WORDS | {"revision": 1, "sitting": "one"}

    page = client.post(reverse("council:question", args=(*at, "T1.Q1")), typed).content.decode()

    assert "Ines Harcombe has frozen “The whole plan”" in page and "We moved four offices into one." in page
    (kept,) = keeping.kept(Draft.objects.get(), "T1.Q1", vera)
    assert kept.words["text"] == WORDS["text"]
    assert "Your words that are not saved" in client.get(reverse("council:my_work")).content.decode()
    assert "is frozen until the end of" in client.get(reverse("council:plan", args=at)).content.decode()
    assert "Thaw it" in client.get(reverse("council:frozen", args=at)).content.decode()
