"""Evidence by best-value theme: found, chosen, taken away, added, and printed."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.test import Client

from moothall.apps.best_value.models import Item
from moothall.domain.roles import Role
from moothall.reference import best_value_themes
from tests.people import Council

pytestmark = pytest.mark.django_db


def _said(answer: object) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]


def _client(council: Council, role: Role = Role.POLICY_OFFICER) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_decision_is_found_for_governance_chosen_printed_and_taken_away_with_why(council: Council) -> None:
    council.decided()
    client, where = _client(council), f"/council/{council.round_.slug}/{council.workspace.slug}/best-value/"
    step = council.workspace.route.steps.get(decision__isnull=False)
    key, page = f"decision:{step.pk}", where + "governance/"

    found = _said(client.get(page))
    assert "Found because it is a decision." in found and f"/decisions/{step.pk}" in found
    assert "check with your monitoring officer" in found
    assert "Nothing is chosen for this theme." in _said(client.get(where + "print"))

    client.post(page + "choose", {"of": key})
    twice = _said(client.post(page + "choose", {"of": key}, follow=True))
    assert "chosen for this theme already" in twice and "Evidence is chosen for this theme." in twice
    assert step.body in _said(client.get(where + "print"))
    word = zipfile.ZipFile(io.BytesIO(client.get(where + "evidence.docx").content))
    assert step.body in word.read("word/document.xml").decode()

    assert "Say why it is taken away" in _said(client.post(f"{page}take-away?of={key}", {"why": ""}))
    client.post(f"{page}take-away?of={key}", {"why": "It only noted the plan."})
    after = _said(client.get(page))
    assert "It only noted the plan." in after and "Choose it after all" in after
    assert Item.objects.filter(source=key, ended_at=None).count() == 0

    client.post(page + "choose", {"of": key})
    assert "Choose it after all" not in _said(client.get(page))


def test_a_part_of_the_plan_is_linked_where_it_is_written_and_for_a_member_where_it_is_read(council: Council) -> None:
    council.written()
    here = f"/council/{council.round_.slug}/{council.workspace.slug}/"
    pages = [f"{here}best-value/{one.key.value}/" for one in best_value_themes.shipped()]

    writing = " ".join(_said(_client(council).get(page)) for page in pages)
    reading = " ".join(_said(_client(council, Role.MEMBER).get(page)) for page in pages)

    assert f'href="{here}plan/questions/' in writing and f'href="{here}plan/items/' in writing
    assert "plan/questions/" not in reading and "plan/items/" not in reading
    assert f'<li><a href="{here}plan/">' in reading


def test_evidence_of_ones_own_keeps_what_was_typed_and_a_member_only_reads(council: Council) -> None:
    client, page = _client(council), f"/council/{council.round_.slug}/{council.workspace.slug}/best-value/culture/"
    said = {
        "title": "Staff survey", "words": "Asked each spring.", "address": "the intranet", "on_day": "1",
        "on_month": "5", "on_year": "2024",
    }  # fmt: skip

    refused = _said(client.post(page + "add", said))
    client.post(page + "add", said | {"address": "https://www.ambermere.example/survey"})
    shown = _said(_client(council, Role.MEMBER).get(page))

    assert "cannot be opened" in refused and "Asked each spring." in refused
    assert "https://www.ambermere.example/survey" in shown and "Wednesday 1 May 2024" in shown
    assert "Take it away" not in shown and "Add evidence" not in shown
    assert _client(council, Role.MEMBER).get(page + "add").status_code == 403
    assert client.get(page + "take-away?of=none").status_code == 404
