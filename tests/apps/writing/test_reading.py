"""What changed since a reader last said that they have read it: from the record, section by section."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Answer, Barrier, Commitment, Draft, Measure
from moothall.apps.reports import actions as reports
from moothall.apps.writing import reading
from moothall.domain.plans import AnswerStatus
from moothall.domain.roles import Role
from tests.apps.deeds import exempt_part, report
from tests.people import Council

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 7, 22, 9, tzinfo=UTC)


def answer(council: Council, text: str, question: str = "T1.Q1") -> None:
    row = Answer.objects.filter(question=question).first()
    plans.answer_question(
        draft=Draft.objects.get(), question=question, status=AnswerStatus.ANSWERED, text=text,
        revision=row.revision if row else 0, by=council.who(Role.POLICY_OFFICER), at=NOW,
    )  # fmt: skip


def sections(found: reading.Since) -> dict[str, Any]:
    return {one.section: one for one in found.sections}


def test_many_saves_of_a_section_are_one_change_and_a_thing_taken_out_is_told_with_its_words(council: Council) -> None:
    council.written()
    ines, gwen = council.who(Role.POLICY_OFFICER), council.who(Role.CHIEF_EXECUTIVE)
    mark = reading.mark_read(workspace=council.workspace, whole="plan", entry=10**9, by=gwen, at=NOW)
    answer(council, "We moved four offices into one.")
    answer(council, "We moved five offices into one.")
    answer(council, "More data.", "T2.Q1")
    answer(council, "We share one customer record.", "T2.Q1")
    plans.remove_item(item=Barrier.objects.get(), by=ines, at=NOW)
    plans.change_item(item=Measure.objects.get(), target="3.0", revision=1, by=ines, at=NOW)
    plans.add_milestone(
        commitment=Commitment.objects.get(), title="Staff moved", due_on=date(2025, 1, 6), by=ines, at=NOW
    )

    found = reading.since(council.workspace, "plan", mark.entry)

    held = sections(found)
    assert list(held) == ["T1.Q1", "T2.Q1", "B1", "M1"]
    assert held["T1.Q1"].before["text"].startswith("We moved three") and len(held["T1.Q1"].saves) == 2
    assert held["T1.Q1"].after["text"] == "We moved five offices into one."
    assert held["T2.Q1"].is_as_it_was and held["B1"].before["ask"] == "Settle for three years."
    assert [line.event for line in found.lines] == ["milestone.added"]
    assert reading.since(council.workspace, "plan", found.upto).sections == ()


def test_a_mark_is_the_readers_own_and_what_came_after_the_page_stays_unread(council: Council) -> None:
    council.written()
    gwen, piers = council.who(Role.CHIEF_EXECUTIVE), council.who(Role.REPORT_AUTHOR)
    shown = reading.since(council.workspace, "plan", 0)
    answer(council, "We moved four offices into one.")

    reading.mark_read(workspace=council.workspace, whole="plan", entry=shown.upto, by=gwen, at=NOW)

    mark = reading.last(council.workspace, "plan", gwen)
    assert mark is not None and list(sections(reading.since(council.workspace, "plan", mark.entry))) == ["T1.Q1"]
    assert reading.last(council.workspace, "plan", piers) is None
    assert reading.last(council.workspace, "report", gwen) is None


def test_the_page_shows_words_added_and_taken_out_and_only_the_button_says_that_it_is_read(
    client: Client, council: Council
) -> None:
    council.written()
    row, piers = report(council), council.who(Role.REPORT_AUTHOR)
    told = {"report": row, "by": piers, "at": NOW}
    reports.write_field(**told, name="reasons", value="The letter asks for a plan.", revision=0)
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    at = (council.round_.slug, council.workspace.slug, "report")
    address = reverse("council:since", args=at)
    client.get(address)
    first = client.get(address).content.decode()
    assert "You have not said yet" in first
    shown = re.search(r'name="upto" value="(\d+)"', first)
    assert shown is not None

    client.post(reverse("council:mark_read", args=at), {"upto": shown[1]})
    nothing = client.get(address).content.decode()
    reports.write_field(**told, name="reasons", value="The letter asks for a short plan.", revision=1)
    reports.write_exempt(report=row, part=exempt_part("The bid is too low."), revision=0, by=piers, at=NOW)
    page = client.get(address).content.decode()

    assert "Nothing has changed since you read it" in nothing
    assert "<ins" in page and "short" in page and "Piers Tolland" in page and "1 change was made" in page
    assert "Part 2" not in page and "bid" not in page
