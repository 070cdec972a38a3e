"""One reading confirmed with the keyboard alone, in a real browser: each fact, its place on the page, and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from moothall.apps.intake import queries
from moothall.domain.roles import Role
from tests import browsing
from tests.apps.intake.brought_in import FORMATS, again, bring
from tests.people import Council

SHORT = """# Savings Plan 2024

Ambermere District Council

Report to:\tCabinet
Date:\t11 July 2024
Date of meeting:\t18 July 2024

## Recommendations

2.1 That Cabinet approves and endorses the Savings Plan.
"""


def at(page: Page) -> str:
    """What has the focus, in words."""
    return str(page.evaluate("(document.activeElement.getAttribute('aria-label') || document.activeElement.innerText)"))


def arrives_at(page: Page, words: str) -> None:
    """Wait until what has the focus says these words."""
    page.wait_for_function(
        "words => (document.activeElement.getAttribute('aria-label') || document.activeElement.innerText) === words",
        arg=words,
        timeout=5000,
    )


def tab_to(page: Page, words: str, most: int = 40) -> None:
    """Press Tab until what has the focus begins with these words."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if at(page).strip().startswith(words):
            return
    raise AssertionError(f"{words!r} was not reached with Tab; the focus is at {at(page)!r}")


@pytest.mark.django_db(transaction=True)
def test_a_reading_is_confirmed_from_the_first_fact_to_the_last_with_the_keyboard_alone(
    council: Council, live_server: LiveServer, page: Page
) -> None:
    row = bring(council, FORMATS["pdf"](SHORT), "report.pdf")
    browsing.sign_in(page, live_server.url, council.who(Role.POLICY_OFFICER))
    page.goto(f"{live_server.url}/council/savings-plans/ambermere/documents/{row.pk}/")

    tab_to(page, "Skip to the fact that is open: Title")
    page.keyboard.press("Enter")
    arrives_at(page, "That is right")  # a skip link leads to the answer
    page.keyboard.press("Shift+Tab")
    assert at(page).startswith("Page 1")
    page.keyboard.press("Enter")
    page.wait_for_url("**#mark-title")
    arrives_at(page, "2, Title")  # from a fact to its place on the page
    ring = page.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth")
    assert ring == "3px", "the focus is seen"
    page.keyboard.press("Enter")
    page.wait_for_url("**#fact-title")
    arrives_at(page, "That is right")  # and back

    page.keyboard.press("Enter")
    page.wait_for_url("**#fact-body")
    arrives_at(page, "That is right")  # Enter leads to the next fact
    page.keyboard.press("a")
    page.wait_for_url("**#fact-meeting_date")
    arrives_at(page, "Choose between them")
    page.keyboard.press("Enter")
    page.wait_for_url("**/between")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Save the choice")
    page.keyboard.press("Enter")
    arrives_at(page, "That is right")
    page.keyboard.press("k")
    page.wait_for_url("**#fact-meeting_date")
    arrives_at(page, "That is right")
    page.keyboard.press("j")
    page.wait_for_url("**#fact-recommendations")
    arrives_at(page, "That is right")
    page.keyboard.press("r")
    page.wait_for_load_state()
    page.wait_for_selector("#fact-recommendations >> text=Rejected")

    said = {field: (one.verdict, one.value) for field, one in queries.verdicts(again(row)).items()}
    assert said["title"][0] == said["body"][0] == "right"
    assert said["meeting_date"] == ("chosen", "2024-07-18")
    assert said["recommendations"] == ("rejected", None)
