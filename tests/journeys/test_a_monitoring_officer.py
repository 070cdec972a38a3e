"""The monitoring officer: where the report is, why a date is what it is, a sign-off, and its lapse after an edit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from moothall.apps.implications import actions as implications
from moothall.domain.roles import Role
from tests import browsing
from tests.journeys.on_its_way import HERE, TODAY, report_on_its_way, wrote
from tests.people import Council

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=True):
        yield


def test_a_monitoring_officer_sees_why_a_date_is_so_signs_and_sees_the_signature_lapse(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    report = report_on_its_way(council)
    officer = council.who(Role.MONITORING_OFFICER)
    asked = implications.ask(
        workspace=council.workspace, capacity="Monitoring Officer", person=officer, due_on=date(2024, 7, 1),
        places=["report.recommendations"], by=council.who(Role.REPORT_AUTHOR), at=TODAY,
    )  # fmt: skip
    browsing.sign_in(page, live_server.url, officer)

    page.goto(live_server.url + HERE + "where")
    expect(page.get_by_role("heading", level=1)).to_have_text("Savings Plan 2024: report to Cabinet")
    page.locator(".mh-clocks").get_by_role("link", name="Why Wed 3 July for Papers public for Cabinet?").click()
    expect(page.get_by_role("heading", name="The dates", exact=True)).to_be_visible()
    working = page.locator(page.url[page.url.index("#") :])
    expect(working).to_contain_text("regulations 6(2) and 7")

    page.goto(f"{live_server.url}{HERE}agreement/{asked.pk}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lena, do you sign this off as Monitoring Officer?")
    page.get_by_role("button", name="Agree", exact=True).click()
    expect(page.get_by_text("Your answer is kept with these exact words")).to_be_visible()

    wrote(council, report, "recommendations", [{"number": "1", "text": "That Cabinet notes the plan."}], revision=1)
    page.goto(live_server.url + HERE + "where")
    expect(page.get_by_text("Lena Rusk agreed to words that changed in")).to_be_visible()
    expect(page.get_by_text("Lapsed: words changed")).to_be_visible()
