"""Every public page in a real browser at desktop and phone width, and the planner used as a person uses it."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from moothall.domain.clock_questions import QUESTIONS
from tests.browsing import WIDTHS, faults
from tests.people import Council

SUMMER = urlencode(
    {
        "round": "productivity-plans-2024",
        "council": "Wrenbourne Borough Council",
        "as_of": "24 May 2024",
        "meetings": "Cabinet 13 June, 11 July, 25 July. Overview and Scrutiny 2 July. Council 18 July",
    }
)
PLAIN = {
    "front": "/",
    "about": "/about",
    "accessibility": "/accessibility",
    "privacy": "/privacy",
    "planner-form": "/plan-a-route",
    "planner": f"/plan-a-route?{SUMMER}&route=R1-2024-07-11",
    "planner-none-fits": "/plan-a-route?deadline=19+July+2024&as_of=10+July+2024&key=yes&meetings=Cabinet+25+July",
    "planner-ways-out": "/plan-a-route?deadline=19+July+2024&as_of=15+July+2024&key=no&meetings=Cabinet+16+July",
    "planner-same-dates": f"/plan-a-route?{SUMMER}&route=R16-2024-06-13",
    "planner-tied": f"/plan-a-route?{SUMMER}&exempt=on&ready_on=20+June+2024&avoid=25+May+to+4+July",
    "planner-errors": "/plan-a-route?deadline=&as_of=whenever&days=many&meetings=Cabinet+31+June",
    "clocks": "/clocks/",
    "clock-form": "/clocks/call-in",
    "clock": "/clocks/call-in?published=2024-07-03&closes=17:15",
    "clock-of-a-kind": "/clocks/late-item?meeting=2024-07-11&listed=2024-07-09&body=executive",
    "clock-long": "/clocks/key-decision-notice?decision=2024-07-08",
    "clock-beside": "/clocks/call-in?published=2022-09-14&as_known_on=2022-09-01&beside=2022-09-15",
    "clock-errors": "/clocks/agenda-publication?meeting_day=11&clear_days=many&convention=lunar",
    "rounds": "/rounds/",
    "round": "/rounds/productivity-plans-2024/",
    "plans-none": "/plans/",
    "check": "/check/",
    "check-errors": "/check/?fingerprint=abc",
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_public_page_is_clean_at_both_widths(live_server: LiveServer, page: Page, name: str) -> None:
    page.goto(live_server.url + PLAIN[name])

    assert faults(page, f"public-{name}") == []


def test_the_pages_of_a_sent_plan_are_clean_with_everything_open(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    sent = council.sent()
    plan = "/plans/savings-plans/ambermere/"

    found = []
    for name, address in {
        "plan": plan,
        "plan-version": f"{plan}v1/",
        "plans": "/plans/",
        "receipt": f"/receipts/{sent.receipt_number}/",
        "check-found": f"/check/?fingerprint={sent.plan_fingerprint}",
    }.items():
        page.goto(live_server.url + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found += faults(page, name)
    assert found == []


def test_the_routes_of_the_planner_are_clean_with_every_working_open(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/plan-a-route?{SUMMER}&route=R3-2024-07-11")

    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert faults(page, "planner-open") == []


def test_a_visitor_plans_a_route_from_the_front_page_with_the_keyboard_alone(
    live_server: LiveServer, page: Page
) -> None:
    page.goto(live_server.url)

    page.get_by_label("What you must answer").select_option("productivity-plans-2024")
    page.get_by_label("Your council").fill("Ambermere")
    page.get_by_label("Count from").fill("24 May 2024")
    page.get_by_label("Meetings you could use").fill("Cabinet 11 July")
    page.get_by_role("button", name="Show the routes").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan-a-route?*")
    assert page.get_by_role("heading", level=2).first.inner_text().endswith("no day to spare.")
    page.get_by_role("link", name="Cabinet, Thu 11 July", exact=True).click()
    assert page.get_by_role("heading", name="Cabinet, Thu 11 July").is_visible()
    page.get_by_text("Why 3 July?").click()
    assert page.get_by_role("heading", name="Why Wednesday 3 July?").is_visible()


def test_a_mistake_leads_from_the_summary_to_its_field(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url + PLAIN["planner-errors"])

    page.get_by_role("link", name="“whenever” is not a day").click()
    assert page.evaluate("document.activeElement.id") == "id_as_of"
    assert page.title().startswith("Error: ")


def test_a_visitor_checks_a_date_from_the_front_page_with_the_keyboard_alone(
    live_server: LiveServer, page: Page
) -> None:
    page.goto(live_server.url)

    page.get_by_role("link", name="until when may it be called in").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Day", exact=True).first.focus()
    page.keyboard.type("3")
    page.keyboard.press("Tab")
    page.keyboard.type("7")
    page.keyboard.press("Tab")
    page.keyboard.type("2024")
    page.keyboard.press("Enter")
    page.wait_for_url("**/clocks/call-in?*")
    assert page.get_by_text("Scrutiny may call it in until Wednesday 10 July 2024.").first.is_visible()
    page.get_by_role("link", name="Change what is asked").click()
    assert page.get_by_role("button", name="Ask again").is_visible()


@pytest.mark.slow
def test_every_clock_is_clean_with_its_example_and_everything_open(live_server: LiveServer, page: Page) -> None:
    found = []
    for number, (name, question) in enumerate(QUESTIONS.items()):
        page.goto(f"{live_server.url}/clocks/{name}?{urlencode(question.example)}")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        # One template for all: axe looks at every fourth, and at one on a phone, in the list of public pages above.
        found += faults(page, f"clock-{name}", axe_at=[] if number % 4 else [WIDTHS["desktop"]])
    assert found == []
