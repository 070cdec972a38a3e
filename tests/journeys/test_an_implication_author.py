"""The unwilling second user, on a phone: one page, one box, three answers, and asked again when words change."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from moothall.apps.plans import actions as plans
from moothall.apps.reports import actions as reports
from moothall.apps.reports.models import Field, Report
from moothall.domain.roles import Role
from tests import browsing
from tests.apps.deeds import NOW, requested
from tests.people import Council

pytestmark = pytest.mark.django_db
RECOMMENDED = "That Cabinet approves and endorses the Savings Plan at Appendix A for submission and publication"


def wrote(council: Council, name: str, value: object) -> None:
    report = Report.objects.get()
    field = Field.objects.filter(report=report, name=name).first()
    reports.write_field(
        report=report, name=name, value=value, revision=field.revision if field else 0,
        by=council.who(Role.REPORT_AUTHOR), at=NOW,
    )  # fmt: skip


def test_a_finance_partner_answers_on_a_phone_and_is_asked_again_when_the_recommendation_changes(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    plans.begin_plan(workspace=council.workspace, title="Plan", by=council.who(Role.POLICY_OFFICER), at=NOW)
    row = requested(council, due_on=date(2030, 7, 26), note="Ten minutes, I promise.")
    for name, value in (("body", "Cabinet"), ("meeting_on", "2030-08-08"), ("title", "Savings Plan 2024")):
        wrote(council, name, value)
    wrote(council, "recommendations", [{"number": "1", "text": RECOMMENDED}])
    page.set_viewport_size({"width": 375, "height": 800})
    browsing.sign_in(page, live_server.url, council.who(Role.IMPLICATION_AUTHOR))
    here = f"{live_server.url}/council/{council.round_.slug}/{council.workspace.slug}/agreement/{row.pk}"

    page.goto(here)
    expect(page.get_by_role("heading", level=1)).to_have_text("Fay, what does this mean for finance?")
    faults = browsing.faults(page, "agreement-asked")
    box = page.get_by_label("Financial implications, as they will be printed")
    box.fill("It costs nothing beyond the budget approved in February.")
    box.press("Tab")
    page.keyboard.press("Tab")  # past Agree, to the button that stands for these words
    page.keyboard.press("Enter")

    expect(page.get_by_text("Your answer is kept with these exact words")).to_be_visible()
    expect(page.get_by_text("Agreed", exact=True)).to_be_visible()

    wrote(council, "recommendations", [{"number": "1", "text": RECOMMENDED.replace("approves and endorses", "notes")}])
    page.goto(here)
    expect(page.get_by_role("heading", name="What changed since Fay Copley answered")).to_be_visible()
    assert "approves and endorses" in (page.locator("del").first.text_content() or "")
    faults += browsing.faults(page, "agreement-lapsed")
    page.get_by_role("button", name="Cannot agree: say why").click()
    page.get_by_label("Why can you not agree?").fill("Noting it leaves the savings without authority.")
    faults += browsing.faults(page, "agreement-reason")
    page.get_by_role("button", name="Cannot agree").click()

    expect(page.get_by_text("Cannot agree", exact=True)).to_be_visible()
    page.goto(here.rpartition("/")[0] + "/")
    expect(page.get_by_text("1 person cannot agree.")).to_be_visible()
    faults += browsing.faults(page, "agreements")
    page.goto(here.rpartition("/")[0] + "/signed")
    expect(page.get_by_text("The words have changed")).to_be_visible()
    faults += browsing.faults(page, "agreements-signed")
    assert faults == []
