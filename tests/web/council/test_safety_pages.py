"""Before the public sees it, as its pages show it: the place, the words, what to do next, and settling a remark."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from moothall.apps.safety.models import Settled
from moothall.domain.roles import Role
from tests import browsing
from tests.apps.deeds import remarked, settled
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/"
PAGE = f"{HERE}safety/"


def words(client: Client, council: Council, role: Role, address: str = PAGE) -> str:
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_a_remark_stands_with_its_words_marked_and_leads_to_its_place(client: Client, council: Council) -> None:
    remark = remarked(council)
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")

    page = client.get(PAGE).content.decode()

    assert "1 remark is open." in page
    assert "Write to <mark>ambermere@gmail.com</mark>." in page
    assert f'href="{HERE}plan/opening"' in page
    assert f"{PAGE}remarks/{remark.key}/settle" in page


def test_the_plan_and_the_publication_say_it_in_one_line(client: Client, council: Council) -> None:
    remarked(council)

    for address in (f"{HERE}plan/", f"{HERE}publication/"):
        said = words(client, council, Role.POLICY_OFFICER, address)
        assert "1 remark before the public sees it : Title and introduction, “ambermere@gmail.com”" in said


def test_without_words_there_is_nothing_to_look_at(client: Client, council: Council) -> None:
    assert "There is nothing to look at yet." in words(client, council, Role.CHIEF_EXECUTIVE)


def test_those_who_may_not_settle_read_it_without_the_link(client: Client, council: Council) -> None:
    remark = remarked(council)

    assert "Let it stand" not in words(client, council, Role.CHIEF_EXECUTIVE)
    assert client.get(f"{PAGE}remarks/{remark.key}/settle").status_code == 403


def test_a_reason_is_asked_for_and_kept_beside_the_words(client: Client, council: Council) -> None:
    address = f"{PAGE}remarks/{remarked(council).key}/settle"
    client.force_login(council.who(Role.MONITORING_OFFICER), backend="django.contrib.auth.backends.ModelBackend")

    empty = client.post(address, {"reason": ""}).content.decode()
    done = client.post(address, {"reason": "The box is the council’s own."}, follow=True).content.decode()

    assert "Say why these words may stand" in empty
    assert "No remark is open." in done
    assert "The box is the council’s own." in done
    assert client.get(address).status_code == 404


def test_a_settled_remark_is_opened_again(client: Client, council: Council) -> None:
    row = settled(council)
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")

    page = client.post(f"{PAGE}settled/{row.pk}/take-back", follow=True).content.decode()

    assert "1 remark is open." in page
    assert Settled.objects.get().taken_back_by_name == "Ines Harcombe"


@pytest.mark.slow
def test_a_remark_is_settled_by_keyboard_at_both_widths_without_a_fault(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    remarked(council)
    browsing.sign_in(page, live_server.url, council.who(Role.POLICY_OFFICER))
    page.goto(f"{live_server.url}{PAGE}")
    faults = browsing.faults(page, "safety")

    page.get_by_role("link", name="Let it stand").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Why may these words stand?")).to_be_visible()
    faults += browsing.faults(page, "settle-remark")
    page.get_by_label("Why these words may stand").fill("The box is the council’s own.")
    page.get_by_role("button", name="Let it stand").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("No remark is open.")).to_be_visible()

    assert faults + browsing.faults(page, "safety-settled") == []
