"""Every page in a real browser at desktop and phone width: axe finds nothing, nobody scrolls sideways."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from moothall.domain.roles import Role
from tests import browsing
from tests.apps.deeds import handed_over
from tests.apps.deeds_department import department_heard
from tests.apps.deeds_groups import grouped
from tests.apps.deeds_notices import noticed
from tests.apps.deeds_of_the_return import later_day_asked
from tests.apps.deeds_rounds import pension_fund
from tests.people import Council
from tests.promises.test_every_page import addresses, filled

pytestmark = pytest.mark.slow

SHARES = 3
"""How many tests look at the closed pages, so that they are looked at side by side."""

# Who looks at a page: the first of these who is shown it.
ORDER = (
    Role.POLICY_OFFICER,
    Role.DEMOCRATIC_SERVICES,
    Role.CHIEF_EXECUTIVE,
    Role.PERFORMANCE_MANAGER,
    Role.PANEL_ANALYST,
    Role.OPERATOR,
)


def is_page(client: Client, address: str) -> bool:
    """Whether this address shows this person a page to look at, and no file, form's answer or other place."""
    answer = client.get(address)
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html")


def faults_of(page: Page, live_server: LiveServer, address: str, name: str) -> list[str]:
    """What is wrong with a page at either width, each with its name."""
    page.goto(f"{live_server.url}{address}")
    assert urlsplit(page.url).path == urlsplit(address).path
    return browsing.faults(page, name.replace(":", "-"))


def test_axe_finds_nothing_on_any_page_that_needs_no_account(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    council.sent()
    public = [
        (name, filled(pattern, council)) for name, pattern in addresses() if not name.startswith(("council:", "panel:"))
    ]
    shown = [(name, address) for name, address in public if is_page(Client(raise_request_exception=False), address)]

    faults = [fault for name, address in shown for fault in faults_of(page, live_server, address, name)]

    assert "/" in dict(shown).values()
    assert faults == []


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_on_any_page_of_a_council_or_the_panel(
    share: int, live_server: LiveServer, page: Page, council: Council
) -> None:
    council.sent()
    handed_over(council)
    noticed(council)
    later_day_asked(council)
    department_heard(council)
    pension_fund(council)
    grouped(council)
    closed = [(name, pattern) for name, pattern in addresses() if name.startswith(("council:", "panel:"))]
    mine = {name: filled(pattern, council) for name, pattern in sorted(closed)[share::SHARES]}
    faults: list[str] = []
    looked_at: set[str] = set()
    for role in ORDER:
        client = browsing.sign_in(page, live_server.url, council.who(role))
        for name, address in mine.items():
            if name not in looked_at and is_page(client, address):
                looked_at.add(name)
                faults += faults_of(page, live_server, address, name)

    assert len(looked_at) > len(mine) / 4
    assert faults == []
