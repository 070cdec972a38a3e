"""What a section and the plan said earlier: who wrote it, when, and what changed in words."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from moothall.apps.plans import actions as plans
from moothall.domain.roles import Role
from tests import browsing
from tests.people import OPENED, Council

LATER = "We moved three offices into one.\n\nIt saved £138,500 a year."


def address_of(council: Council, name: str, *more: str) -> str:
    return reverse(f"council:{name}", args=(council.round_.slug, council.workspace.slug, *more))


@pytest.fixture
def signed_in(client: Client, council: Council) -> Client:
    """Someone who may read and not write, at a plan whose first answer was saved twice and kept as two versions."""
    first = council.written()
    writer = council.who(Role.POLICY_OFFICER)
    client.force_login(writer, backend="django.contrib.auth.backends.ModelBackend")
    words = {"revision": 1, "status": "answered", "text": LATER}
    client.post(address_of(council, "question", "T1.Q1"), words)
    plans.keep_version(workspace=first.workspace, round_=council.round_, name="later", by=writer, at=OPENED)
    client.force_login(council.who(Role.CHIEF_EXECUTIVE), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.django_db
def test_the_history_names_who_wrote_each_text_and_marks_what_changed(signed_in: Client, council: Council) -> None:
    page = signed_in.get(address_of(council, "section_history", "T1.Q1")).content.decode()

    assert "Saved 2 times, last by Ines Harcombe" in page
    assert "<del>" in page and "£140,000" in page and "<ins>" in page and "£138,500" in page


@pytest.mark.django_db
def test_two_versions_of_the_whole_plan_show_only_what_changed(signed_in: Client, council: Council) -> None:
    page = signed_in.get(address_of(council, "compare_versions")).content.decode()

    assert "Between version 1 and version 2, 1 part of the plan changed." in page
    assert "T1.Q1 What changed" in page and "Commitment C1" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["?earlier=1&later=9", "?earlier=x&later=1"])
def test_a_text_that_never_was_is_not_compared(signed_in: Client, council: Council, asked: str) -> None:
    assert signed_in.get(address_of(council, "section_history", "T1.Q1") + asked).status_code == 404


@pytest.mark.slow
def test_both_pages_in_a_browser(live_server: LiveServer, page: Page, council: Council, signed_in: Client) -> None:
    browsing.sign_in(page, live_server.url, council.who(Role.CHIEF_EXECUTIVE))

    faults = []
    for name, more in (("section_history", ("T1.Q1",)), ("compare_versions", ())):
        page.goto(f"{live_server.url}{address_of(council, name, *more)}")
        faults += browsing.faults(page, name)

    assert faults == []
