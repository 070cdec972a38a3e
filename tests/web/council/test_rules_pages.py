"""The council's own call-in rule: who enters it, what the page shows before and after, and every wrong answer."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

import pytest
import time_machine
from django.test import Client
from playwright.sync_api import Page, expect

from moothall.apps.rules import queries as rules
from moothall.domain.roles import Role
from tests import browsing
from tests.people import Council

pytestmark = pytest.mark.django_db
RULES = "/council/savings-plans/ambermere/route/rules"
ON = datetime(2024, 7, 10, 9, tzinfo=UTC)
SAID = {
    "has_call_in": "yes",
    "days": "3",
    "unit": "working",
    "base": "publication",
    "first_day_counts": "no",
    "publish_allowance": "0",
    "publish_cutoff": "",
    "closes": "5pm",
    "effective": "next_working_day",
    "closures": "",
    "source": "Part 4, scrutiny rule 15",
}


@pytest.fixture
def clerk(client: Client, council: Council) -> Client:
    client.force_login(council.who(Role.DEMOCRATIC_SERVICES), backend="django.contrib.auth.backends.ModelBackend")
    return client


def said(clerk: Client, **changed: Any) -> str:
    """The form as it comes back with something wrong in it."""
    answer = clerk.post(f"{RULES}/enter", SAID | changed)
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_a_rule_of_its_own_a_council_is_warned_and_told_who_enters_it(client: Client, council: Council) -> None:
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")

    page = client.get(RULES).content.decode()

    assert "Nobody has entered your council’s call-in rule yet." in page
    assert "is a default, the commonest seen" in page
    assert "Uma Brackley can enter it." in page
    assert client.get(f"{RULES}/enter").status_code == 403


@time_machine.travel(ON, tick=False)
def test_after_the_rule_is_entered_its_dates_stand_beside_the_old_and_the_warning_is_gone(clerk: Client) -> None:
    answer = clerk.post(f"{RULES}/enter", SAID, follow=True)

    page = answer.content.decode()
    assert "A decision published on Thursday 11 July 2024" in page
    assert "Call-in is open to the end of Thursday 18 July." in page, "as it was counted before"
    assert "Call-in closes at 5pm on Tuesday 16 July." in page, "as it is counted now"
    assert "Part 4, scrutiny rule 15" in page
    assert "is a default" not in page
    assert "is a default" not in clerk.get("/council/savings-plans/ambermere/route/plan").content.decode()
    assert rules.rulebook_of("X07000090").rule("call-in-1").value.closes == time(17)


def test_a_council_whose_constitution_has_no_call_in_says_so_and_nothing_is_counted(clerk: Client) -> None:
    page = clerk.post(f"{RULES}/enter", SAID | {"has_call_in": "no"}, follow=True).content.decode()

    assert "Your constitution has no call-in." in page
    assert "No call-in is counted." in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"has_call_in": ""}, "has no answer"),
        ({"days": ""}, "Enter how many days call-in lasts, such as 5"),
        ({"days": "five"}, "Enter the length of call-in as a whole number of days, such as 5"),
        ({"days": "61"}, "Enter a length of at most 60 days"),
        ({"closes": "tea time"}, "Enter a time of day, such as 5pm or 17:00"),
        ({"publish_allowance": "2"}, "Enter 0"),
        ({"closures": "Boxing Day"}, "is not a day with a month and a year"),
        ({"source": ""}, "Say where the rule stands in your constitution"),
    ],
)
def test_a_wrong_answer_is_named_with_what_to_do_and_everything_typed_stays(
    clerk: Client, changed: dict[str, str], sentence: str
) -> None:
    kept = {"source": "Part 4, scrutiny rule 15", "closes": "5pm"} | changed

    page = said(clerk, **changed)

    assert sentence in page
    assert "There is a problem" in page
    assert all(f'value="{kept[name]}"' in page for name in ("source", "closes") if kept[name])
    assert rules.rulebook_of("X07000090").is_empty


def test_the_same_rule_again_is_refused_in_a_sentence(clerk: Client) -> None:
    clerk.post(f"{RULES}/enter", SAID)

    assert "These are the rules already entered." in said(clerk)


def test_the_form_opens_with_the_rule_that_stands(clerk: Client) -> None:
    clerk.post(f"{RULES}/enter", SAID | {"closures": "29 December 2027, 30 December 2027"})

    page = clerk.get(f"{RULES}/enter").content.decode()

    assert 'value="17:00"' in page
    assert "29 December 2027, 30 December 2027" in page


def test_the_rule_is_entered_with_the_keyboard_alone(live_server: Any, page: Page, council: Council) -> None:
    browsing.sign_in(page, live_server.url, council.who(Role.DEMOCRATIC_SERVICES))
    page.goto(live_server.url + RULES)
    assert browsing.faults(page, "council-rules") == []

    reach(page, "Enter your call-in rule")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rules/enter")
    reach(page, "Save the rule")
    page.keyboard.press("Enter")

    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    assert browsing.faults(page, "council-rules-wrong") == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#id_has_call_in_0")).to_be_focused()
    page.keyboard.press("Space")
    reach(page, "", name="source")
    page.keyboard.type("Part 4, rule 15")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("The rules we count by")
    expect(page.get_by_role("main")).to_contain_text("Your own rule: Part 4, rule 15.")
    assert browsing.faults(page, "council-rules-entered") == []


def reach(page: Page, words: str, name: str = "") -> None:
    """Press Tab until what has the focus says these words, or bears this name. Fails after a hundred times."""
    for _ in range(100):
        page.keyboard.press("Tab")
        text, called = page.evaluate("[document.activeElement.innerText || '', document.activeElement.name || '']")
        if (name and called == name) or (words and text.strip().startswith(words)):
            return
    pytest.fail(f"Tab never reaches {words or name}.")
