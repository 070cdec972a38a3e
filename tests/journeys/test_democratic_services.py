"""Democratic services: every report by meeting, narrowed to one that lacks something, opened, and taken as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from moothall.domain.roles import Role
from tests import browsing
from tests.journeys.on_its_way import TODAY, report_on_its_way
from tests.people import Council

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=True):
        yield


def test_democratic_services_finds_what_is_missing_before_the_papers_go_out_and_takes_the_list_away(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    report_on_its_way(council)
    browsing.sign_in(page, live_server.url, council.who(Role.DEMOCRATIC_SERVICES))

    page.goto(live_server.url + "/council/")
    page.get_by_role("link", name="Where is every report?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where is every report?")
    page.get_by_label("Something missing").select_option(label="Only with something missing")
    page.get_by_label("Due").select_option(label="Within 7 days, or already past")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("1 of 1 fits what is asked for below.")).to_be_visible()
    expect(page.get_by_role("cell", name="Thu 11 July 2024, Cabinet")).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download these rows as CSV").click()
    kept = Path(taken.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(kept) == 2 and kept[0].startswith("Council,Round,Report,Body,Meeting,")
    assert "Fay Copley" in kept[1] and "2024-07-03" in kept[1]

    page.get_by_role("link", name="Savings Plan 2024").click()
    expect(page.get_by_role("heading", name="things are missing")).to_be_visible()
    expect(page.get_by_text("With Fay Copley since Mon 24 June, due Fri 28 June.")).to_be_visible()
    expect(page.get_by_text("7 working days left")).to_have_count(3)
    assert len(pages_of(page)) == 1, "it prints on one page"


def pages_of(page: Page) -> list[bytes]:
    """The pages the browser prints."""
    return page.pdf(format="A4").split(b"/Type /Page\n")[1:]
