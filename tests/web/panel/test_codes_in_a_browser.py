"""The pages of codes in a real browser: axe at both widths, and coding by keyboard with the script and without it."""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from moothall.apps.coding.models import Coding
from moothall.apps.panel.models import Passage
from moothall.domain.roles import Role
from tests import browsing
from tests.apps.coding.coded import code, passages_of, second_coder, suggest
from tests.people import Council
from tests.people import council as open_council

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
HERE = "/panel/savings-plans/codes"
WHY = {
    "reasons": [{"words": "three offices into one", "where": "text"}, {"words": "What changed", "where": "heading"}],
    "nearest": {"text": "We will bring our four offices into one by the end of next year.", "likeness": 0.83},
}


@pytest.fixture
def council(live_server: LiveServer, page: Page) -> Council:
    """A published plan, and the analyst signed in."""
    found = open_council()
    browsing.sign_in(page, live_server.url, found.who(Role.PANEL_ANALYST))
    return found


@pytest.fixture
def passages(council: Council) -> list[Passage]:
    """Its passages: some coded by one, one by two who differ, some with suggestions, one with none."""
    found, analyst, other = passages_of(council), council.who(Role.PANEL_ANALYST), second_coder()
    suggest(found[0], "transformation", 0.86, why=WHY, practice="P14")
    suggest(found[1], "wasteful_spend", 0.47, shares={"wasteful_spend": 0.47, "transformation": 0.38})
    suggest(found[2], "technology_data", 0.93)
    code(found[3], analyst, "transformation", "wasteful_spend", "P04", note="The figure comes with it.")
    code(found[3], analyst, "transformation", "", "P04")
    code(found[3], other, "wasteful_spend", note="The saving is the point.")
    code(found[4], analyst, "barriers", "", "none", "B02")
    return found


def test_axe_finds_nothing_and_nobody_scrolls_sideways(
    live_server: LiveServer, page: Page, passages: list[Passage]
) -> None:
    pages = {
        "codes": "",
        "codes-none": "?state=open&theme=context_other",
        "codes-passage": f"/{passages[0].pk}",
        "codes-unsure": f"/{passages[1].pk}",
        "codes-coded": f"/{passages[3].pk}?state=all",
        "codes-frame": "/frame",
        "codes-confirmed": "/confirmed",
        "codes-under": "/under/transformation",
    }
    faults = []
    for name, address in pages.items():
        page.goto(f"{live_server.url}{HERE}{address}")
        faults += browsing.faults(page, name)
    page.goto(f"{live_server.url}{HERE}/{passages[0].pk}")
    for summary in page.locator("summary").all():
        summary.click()
    page.get_by_role("button", name="Keep").click()
    faults += browsing.faults(page, "codes-wrong")

    assert faults == []


def test_number_keys_choose_and_enter_keeps_and_goes_to_the_next(
    live_server: LiveServer, page: Page, passages: list[Passage]
) -> None:
    page.goto(f"{live_server.url}{HERE}/{passages[1].pk}?order=plan")

    page.keyboard.press("3")
    beside = page.locator("[data-border] h2").all_inner_texts()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{passages[2].pk}?order=plan")

    assert beside == ["Wasteful spend"]
    assert Coding.objects.get(passage=passages[1]).theme == "wasteful_spend"
    page.get_by_role("button", name="Turn these keys off").click()
    page.locator("h1").click()
    page.keyboard.press("2")
    assert page.locator('input[name="theme"]:checked').count() == 0
    page.get_by_label("Note (optional)").fill("2 of 3")
    assert page.locator('input[name="theme"]:checked').count() == 0


def test_a_keyboard_alone_codes_a_passage_without_a_script(
    live_server: LiveServer, browser: Browser, council: Council, passages: list[Passage]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    client: Client = browsing.sign_in(plain, live_server.url, council.who(Role.PANEL_ANALYST))
    assert client.get(HERE).status_code == 200
    plain.goto(f"{live_server.url}{HERE}/{passages[1].pk}?order=plan")

    plain.locator("#id_theme_0").focus()
    plain.keyboard.press("ArrowDown")
    plain.keyboard.press("Enter")
    plain.wait_for_url(f"**/{passages[2].pk}?order=plan")

    assert Coding.objects.get(passage=passages[1]).theme == "technology_data"
    context.close()
