"""The pages of the rules as people use them: by keyboard, with the script and without it, at every width."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from moothall.apps.rules import queries as rulebooks
from moothall.domain.roles import Role
from tests import browsing
from tests.people import Council
from tests.web.council.test_learning_pages import HOLIDAYS, LEARN, PUBLIC
from tests.web.council.test_rules_pages import CALL_IN, ON, RULES, enter

pytestmark = pytest.mark.slow


@pytest.fixture
def clerk(live_server: Any, page: Page, council: Council) -> Page:
    browsing.sign_in(page, live_server.url, council.who(Role.DEMOCRATIC_SERVICES))
    return page


def entered(council: Council) -> None:
    """A rulebook with something in every part of the page."""
    from moothall.apps.rules import actions

    rule = {"clock": "call-in", "source": "Part 4, scrutiny rule 15", "makers": ["executive"]}
    enter(council, rule | {"value": {"days": 5, "closes": "17:00"}}, why="As adopted in May 2012.")
    enter(
        council,
        rule | {"value": {"days": 3, "closes": "17:00"}, "valid_from": "2024-05-01"},
        follows="call-in-1",
        why="Adopted by the council on 25 April 2024.",
    )
    enter(council, {"clock": "call-in", "value": {"none": "Only key decisions of officers."}, "makers": ["officer"],
                    "source": "Part 4, rule 16"})  # fmt: skip
    enter(
        council,
        {
            "clock": "key-decision-threshold",
            "value": [{"what": "capital spending", "pounds": 500000}, {"what": "revenue", "pounds": 250000}],
            "source": "Part 2, article 13",
            "valid_from": "2030-05-01",
        },
    )
    closures = [{"on": f"2027-12-{day}", "name": "Christmas closure"} for day in (29, 30, 31)]
    by = council.who(Role.DEMOCRATIC_SERVICES)
    actions.enter_closure(workspace=council.workspace, closures=closures, by=by, at=ON)
    spell = {"model": "executive", "valid_from": "2012-05-04", "source": "Council, 3 May 2012"}
    actions.enter_governance(workspace=council.workspace, spell=spell, by=by, at=ON)


def test_every_page_of_the_rules_is_clean_at_every_width(clerk: Page, live_server: Any, council: Council) -> None:
    clerk.goto(live_server.url + RULES)
    found = browsing.faults(clerk, "rules-none")
    entered(council)
    for name, address in {
        "rules": RULES,
        "rules-history": f"{RULES}/history",
        "rules-rule": f"{RULES}/rule/call-in-2",
        "rules-enter": CALL_IN,
        "rules-follow": f"{CALL_IN}?follows=call-in-2",
        "rules-correct": f"{RULES}/correct/call-in-2",
        "rules-clear-days": f"{RULES}/enter/key-decision-notice",
        "rules-sums": f"{RULES}/enter/key-decision-threshold",
        "rules-end": f"{RULES}/end/call-in-2",
        "rules-take-back": f"{RULES}/take-back/call-in-2",
        "rules-closures": f"{RULES}/closures/enter",
        "rules-closure-back": f"{RULES}/closures/2027-12-29/take-back",
        "rules-governance": f"{RULES}/governance",
        "rules-learn": LEARN,
        "learn-public": PUBLIC,
    }.items():
        clerk.goto(live_server.url + address)
        found += browsing.faults(clerk, name)

    assert found == []


def test_what_changes_is_shown_while_one_types_and_nothing_is_saved(
    clerk: Page, live_server: Any, council: Council
) -> None:
    clerk.goto(live_server.url + CALL_IN)
    shown = clerk.locator("[data-shown]")
    clerk.get_by_label("Yes").first.check()
    clerk.get_by_label("Where it stands in your constitution").fill("Part 4, rule 15")
    clerk.get_by_label("How many days does call-in last?").fill("10")

    expect(shown).to_contain_text("Dates change")
    expect(shown.get_by_role("heading", name="With this rule").first).to_be_visible()
    expect(clerk.locator("#shown-told")).to_have_text("The example beside the form was counted again.")
    assert browsing.faults(clerk, "rules-changing") == []

    clerk.get_by_label("How many days does call-in last?").fill("ten")
    expect(shown).to_contain_text("Not a rule yet")
    assert rulebooks.rulebook_of(council.workspace.gss).is_empty


def test_the_rule_is_entered_with_the_keyboard_alone(clerk: Page, live_server: Any) -> None:
    clerk.goto(live_server.url + RULES)

    reach(clerk, "Enter your call-in rule")
    clerk.keyboard.press("Enter")
    clerk.wait_for_url("**/rules/enter/call-in")
    reach(clerk, "Save the rule")
    clerk.keyboard.press("Enter")

    expect(clerk.locator(".govuk-error-summary")).to_be_focused()
    assert browsing.faults(clerk, "rules-wrong") == []
    clerk.keyboard.press("Tab")
    clerk.keyboard.press("Enter")
    reach(clerk, "", name="has_call_in")
    clerk.keyboard.press("Space")
    reach(clerk, "", name="source")
    clerk.keyboard.type("Part 4, rule 15")
    clerk.keyboard.press("Enter")

    expect(clerk.get_by_role("heading", level=1)).to_have_text("The rules we count by")
    expect(clerk.get_by_role("main")).to_contain_text("Your own rule: Part 4, rule 15.")


def test_looking_without_a_script_shows_the_same(browser: Any, live_server: Any, council: Council) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    browsing.sign_in(page, live_server.url, council.who(Role.MONITORING_OFFICER))
    page.goto(live_server.url + CALL_IN)
    page.locator("#id_has_call_in_0").check()
    page.locator("#id_days").fill("2")
    page.locator("#id_source").fill("Part 4")

    page.get_by_role("button", name="See what this changes").click()

    expect(page.locator("#shown")).to_contain_text("Dates change")
    expect(page.locator("#id_source")).to_have_value("Part 4")
    assert rulebooks.rulebook_of(council.workspace.gss).is_empty
    context.close()


def test_past_decisions_lead_by_the_proposed_rule_to_the_form_filled_in(clerk: Page, live_server: Any) -> None:
    clerk.goto(live_server.url + LEARN)
    clerk.get_by_label("Past decisions, one on a line").fill(HOLIDAYS + "31 June 2024,9 July 2024,G")
    clerk.get_by_role("button", name="Propose the rule").click()

    expect(clerk.get_by_role("main")).to_contain_text("It explains 5 of 6 past decisions.")
    assert browsing.faults(clerk, "rules-learnt") == []
    clerk.get_by_role("button", name="Use this rule").click()
    expect(clerk.get_by_role("main")).to_contain_text("This is the rule your past decisions show.")
    assert browsing.faults(clerk, "rules-use") == []


def test_what_past_decisions_leave_open_is_clean_for_anyone(page: Page, live_server: Any) -> None:
    page.goto(live_server.url + PUBLIC)
    page.get_by_label("Past decisions, one on a line").fill("3 July 2024, 11 July 2024\n10 July 2024, 18 July 2024\nx")
    page.get_by_role("button", name="Propose the rule").click()

    expect(page.get_by_role("main")).to_contain_text("One more decision would decide.")
    assert browsing.faults(page, "learnt-public") == []


def reach(page: Page, words: str, name: str = "") -> None:
    """Press Tab until what has the focus says these words, or bears this name. Fails after a hundred times."""
    for _ in range(100):
        page.keyboard.press("Tab")
        text, called = page.evaluate("[document.activeElement.innerText || '', document.activeElement.name || '']")
        if (name and called == name) or (words and text.strip().startswith(words)):
            return
    pytest.fail(f"Tab never reaches {words or name}.")
