"""The pages that ask a clock by the council's own rules as people use them: clean at every width, and by keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from moothall.domain.roles import Role
from tests import browsing
from tests.people import Council
from tests.web.council.test_own_clocks_pages import CALL_IN, CLOCKS, THREE_DAYS
from tests.web.council.test_rules_pages import enter

pytestmark = pytest.mark.slow


@pytest.fixture
def clerk(live_server: Any, page: Page, council: Council) -> Page:
    browsing.sign_in(page, live_server.url, council.who(Role.DEMOCRATIC_SERVICES))
    enter(council, THREE_DAYS)
    sums = [{"what": "capital spending", "pounds": 500000}, {"what": "revenue", "pounds": 250000}]
    enter(council, {"clock": "key-decision-threshold", "value": sums, "source": "Part 2, article 13"})
    enter(council, {"clock": "call-in-exclusions", "value": {"words": "The budget."}, "source": "Part 4, rule 17"})
    return page


def test_every_page_of_our_clocks_is_clean_at_every_width(clerk: Page, live_server: Any) -> None:
    found = []
    for name, address in {
        "own-clocks": CLOCKS,
        "own-clock": CALL_IN,
        "own-clock-answer": f"{CALL_IN}?published=2024-07-03&maker=executive",
        "own-clock-instead": f"{CALL_IN}?published=2024-07-03&maker=executive&days=5&as_known_on=2024-07-01",
        "own-clock-default": f"{CLOCKS}meeting-notice?meeting=2024-07-11&body=executive",
        "own-clock-sums": f"{CLOCKS}key-decision?decision=2024-07-11&pounds=300000",
        "own-clock-wrong": f"{CALL_IN}?published=2024-06-31&maker=executive",
    }.items():
        clerk.goto(live_server.url + address)
        found += browsing.faults(clerk, name)

    assert found == []


def test_the_form_is_sent_as_it_was_filled_in_and_the_rule_answers(clerk: Page, live_server: Any) -> None:
    clerk.goto(live_server.url + CALL_IN)
    when = clerk.get_by_role("group", name="When was the decision published?")
    for part, value in (("Day", "3"), ("Month", "7"), ("Year", "2024")):
        when.get_by_label(part).fill(value)
    clerk.keyboard.press("Enter")

    expect(clerk.get_by_role("main")).to_contain_text("until 5pm on Monday 8 July 2024")
    rules = clerk.get_by_role("region", name="By which rule")
    expect(rules).to_contain_text("Part 4, scrutiny rule 15, from 1 May 2024.")
    rules.get_by_role("link", name="Call-in", exact=True).click()
    expect(clerk.get_by_role("heading", level=1)).to_have_text("Call-in")
