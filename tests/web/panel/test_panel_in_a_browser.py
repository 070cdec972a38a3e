"""The panel's pages in a real browser at both widths, and the analyst's way from the register to a paragraph."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from moothall.domain.roles import Role
from moothall.reference import authorities
from tests import browsing
from tests.people import ROUND, Council
from tests.people import council as open_council

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
REAL = replace(ROUND, slug="real-savings", title="Real Savings", fictional=False)
PAGES = {
    "panel-register": "/panel/real-savings/",
    "panel-register-invented": "/panel/savings-plans/",
    "panel-register-chosen": "/panel/real-savings/?region=London&state=N",
    "panel-register-none": "/panel/real-savings/?name=Atlantis&state=best",
    "panel-search": "/panel/savings-plans/search",
    "panel-search-found": "/panel/savings-plans/search?words=year",
    "panel-search-nothing": "/panel/savings-plans/search?words=submarines",
    "panel-plan": "/panel/savings-plans/plans/ambermere",
    "panel-search-too-long": "/panel/savings-plans/search?words=" + "x" * 301,
}


@pytest.fixture
def here(live_server: LiveServer, page: Page) -> Council:
    """Both rounds with a return in each, and the analyst signed in."""
    open_council(authorities.principal(REAL.deadline_on)[3], REAL).sent()
    council = open_council()
    council.sent()
    client = Client()
    client.force_login(council.who(Role.PANEL_ANALYST), backend="django.contrib.auth.backends.ModelBackend")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return council


def test_axe_finds_nothing_and_nobody_scrolls_sideways(live_server: LiveServer, page: Page, here: Council) -> None:
    faults = []
    for name, address in PAGES.items():
        page.goto(live_server.url + address)
        faults += browsing.faults(page, name)

    assert faults == []


def test_an_analyst_goes_from_the_register_to_the_plan_and_finds_a_passage(
    live_server: LiveServer, page: Page, here: Council
) -> None:
    page.goto(f"{live_server.url}/panel/savings-plans/")
    page.get_by_role("link", name="Ambermere", exact=True).click()
    assert urlsplit(page.url).path == "/plans/savings-plans/ambermere/"

    page.goto(f"{live_server.url}/panel/savings-plans/")
    page.get_by_role("link", name="Passages").click()
    page.get_by_label("Words").fill("customer rec")
    page.get_by_role("button", name="Find").click()
    assert page.locator("mark").all_inner_texts() == ["customer", "record"]

    page.get_by_role("link", name="On its page").click()
    assert urlsplit(page.url).fragment == "p4"
    assert page.locator("#p4").is_visible()


def test_a_letter_leads_to_its_rows_without_a_script(live_server: LiveServer, page: Page, here: Council) -> None:
    page.goto(f"{live_server.url}/panel/real-savings/")

    page.get_by_role("navigation", name="First letters").get_by_role("link", name="W", exact=True).click()

    assert page.locator("#letter-W th").first.is_visible()
    assert page.evaluate("window.scrollY") > 0
