"""The workspace page answers who has the plan, by when, and what is missing; the report and the route follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from playwright.sync_api import Page, expect

from moothall.apps.plans import actions as plans
from moothall.apps.plans import queries as plan_queries
from moothall.apps.reports import actions as reports
from moothall.apps.reports import queries as report_queries
from moothall.apps.reports.models import Report
from moothall.apps.routes import queries as routes
from moothall.domain.roles import Role
from tests import browsing
from tests.people import OPENED, Council
from tests.web.council.test_rules_in_a_browser import reach

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/"
ASKED = {
    "meetings_text": "Cabinet 13 June, 11 July",
    "as_of_day": "24",
    "as_of_month": "5",
    "as_of_year": "2024",
    "key": "no",
}


@pytest.fixture(autouse=True)
def in_may() -> Iterator[None]:
    with time_machine.travel(datetime(2024, 5, 24, 9, tzinfo=UTC), tick=True):
        yield


def signed_in(client: Client, council: Council, role: Role) -> Client:
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def report_of(council: Council, **said: Any) -> Report:
    by = council.who(Role.REPORT_AUTHOR)
    report = reports.begin_report(workspace=council.workspace, house_template="plain", by=by, at=OPENED)
    for name, value in said.items():
        reports.write_field(report=report, name=name, value=value, revision=0, by=by, at=OPENED)
    return report


def main_of(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_the_person_who_has_the_plan_is_told_so_and_by_when(client: Client, council: Council) -> None:
    page = main_of(signed_in(client, council, Role.POLICY_OFFICER), HERE)

    assert "You have until Friday 19 July to write the plan and keep a version of it." in page


def test_everyone_else_is_told_the_name(client: Client, council: Council) -> None:
    page = main_of(signed_in(client, council, Role.CHIEF_EXECUTIVE), HERE)

    assert "Ines Harcombe has until Friday 19 July to write the plan" in page


def test_what_is_missing_stands_there_by_name(client: Client, council: Council) -> None:
    council.written()
    report_of(council, title="Savings Plan 2024", body="Cabinet")

    page = main_of(signed_in(client, council, Role.POLICY_OFFICER), HERE)

    assert "One question has no answer and no reason.</strong> What comes next." in page
    assert "of the covering report are not written.</strong>" in page
    assert "Your call-in rule is not entered." in page


def test_the_latest_deeds_are_told_in_sentences(client: Client, council: Council) -> None:
    council.written()

    page = main_of(signed_in(client, council, Role.POLICY_OFFICER), HERE)

    assert "Ines Harcombe kept version 1 of the plan, for Cabinet." in page
    assert "Kept version 1 of the plan, for Cabinet" in main_of(client, HERE + "record")


def test_a_route_is_looked_at_and_chosen_and_its_dates_stand_beside_the_plan(client: Client, council: Council) -> None:
    signed_in(client, council, Role.POLICY_OFFICER)

    first = main_of(
        client,
        f"{HERE}route/plan?meetings_text=Cabinet+11+July&key=no&"
        + "&".join(f"{name}={value}" for name, value in ASKED.items() if name.startswith("as_of")),
    )
    assert "One route still makes" in first or "routes still make" in first
    assert "Choose this route" in first
    answer = client.post(HERE + "route/choose", ASKED | {"route": "R1-2024-07-11"}, follow=True)
    assert "The route is chosen: Cabinet, Thu 11 July." in answer.content.decode()

    page = main_of(client, HERE)
    assert "Papers public for Cabinet" in page
    assert "You have until Wednesday 3 July to write the plan" in page
    chosen = routes.route(council.workspace)
    planned = routes.planned(chosen) if chosen else None
    assert planned and planned.name == "Cabinet, Thu 11 July"
    assert 'id="date-1"' in main_of(client, HERE + "route/")


def test_every_route_with_a_body_can_be_chosen_from_the_table(client: Client, council: Council) -> None:
    signed_in(client, council, Role.POLICY_OFFICER)

    page = main_of(client, HERE + "route/plan?" + "&".join(f"{name}={value}" for name, value in ASKED.items()))

    names = re.findall(r'Choose this route<span class="mh-hidden"> ([^<]+)</span>', page)
    assert {"Cabinet, Thu 13 June", "Cabinet, Thu 11 July"} <= set(names)
    assert len(names) == len(set(names))
    assert page.count('class="govuk-button" data-module') == 1, "one of them is the filled button"


def test_a_route_that_is_not_among_those_found_is_refused_and_the_words_stay(client: Client, council: Council) -> None:
    signed_in(client, council, Role.POLICY_OFFICER)

    page = client.post(HERE + "route/choose", ASKED | {"route": "R1-2024-07-12"}, follow=True).content.decode()

    assert "That route is no longer among those found." in page
    assert "Cabinet 13 June, 11 July" in page
    assert routes.route(council.workspace) is None


def test_the_routes_come_as_data_too(client: Client, council: Council) -> None:
    signed_in(client, council, Role.POLICY_OFFICER)

    answer = client.get(HERE + "route/plan", ASKED | {"format": "json"})

    assert answer["Content-Type"].startswith("application/x-ndjson")
    assert answer.content.decode().startswith('{"route": ')


def test_a_part_of_the_report_is_written_half_written_or_missing(client: Client, council: Council) -> None:
    report_of(council, title="Savings Plan 2024", key_decision=False)

    page = main_of(signed_in(client, council, Role.REPORT_AUTHOR), HERE + "report/")

    assert "not written yet." in page
    assert page.index("Savings Plan 2024") < page.index("What it holds")
    key = page[page.index(">Key decision") if ">Key decision" in page else page.index("ey decision") :]
    assert key.index("Written") < key.index("Missing"), "No is an answer"


def test_two_people_writing_one_row_of_the_report_see_both_and_their_own_rows_both_stand(
    client: Client, council: Council
) -> None:
    report = report_of(council, title="Savings Plan 2024")
    client = signed_in(client, council, Role.REPORT_AUTHOR)
    rows = {
        "rows-TOTAL_FORMS": "1",
        "rows-INITIAL_FORMS": "0",
        "revision": "0",
        "rows-0-kind": "legal",
        "rows-0-text": "Regulation 7 applies.",
        "rows-0-author": "Tilda Renshaw",
    }
    theirs = [{"kind": "legal", "text": "None arise.", "author": "Joss Meakin", "is_none": True}]
    reports.write_field(
        report=report, name="implications", value=theirs, revision=0, by=council.who(Role.POLICY_OFFICER), at=OPENED
    )

    page = client.post(HERE + "report/fields/implications", rows).content.decode()

    assert "What stands now" in page and "What you wrote" in page
    assert "Author, with post: Joss Meakin" in page
    assert "Author, with post: Tilda Renshaw" in page
    assert "There are none of this kind" in page
    kept = report_queries.report(council.workspace)
    assert kept and report_queries.field(kept, "implications").value == theirs  # type: ignore[union-attr]

    client.post(HERE + "report/fields/implications", rows | {"rows-0-kind": "financial"})

    kept = report_queries.report(council.workspace)
    assert kept and [one.kind for one in report_queries.value(kept).implications] == ["legal", "financial"]


def test_two_people_changing_one_commitment_see_both_texts(client: Client, council: Council) -> None:
    council.written()
    client = signed_in(client, council, Role.POLICY_OFFICER)
    draft = plan_queries.draft(council.workspace)
    assert draft
    item = plan_queries.item(draft, "C1")
    stands = {"theme": "transformation", "title": "Share a legal team", "text": "With two.", "status": "planned"}
    plans.change_item(item=item, revision=item.revision, by=council.who(Role.POLICY_OFFICER), at=OPENED, **stands)

    page = client.post(
        HERE + "plan/items/C1", stands | {"title": "Share a solicitor", "revision": str(item.revision)}
    ).content.decode()

    assert "What stands now" in page
    assert "Share a legal team" in page and "Share a solicitor" in page


def test_a_version_without_a_name_is_refused_at_its_field(client: Client, council: Council) -> None:
    council.written()
    client = signed_in(client, council, Role.POLICY_OFFICER)

    answer = client.post(HERE + "plan/versions/keep", {"name": ""})

    assert answer.status_code == 200
    assert "Enter name of this version" in answer.content.decode()
    assert len(plan_queries.versions(council.workspace)) == 1


def test_what_hangs_on_the_plan_is_grouped_by_theme(client: Client, council: Council) -> None:
    council.written()

    page = main_of(signed_in(client, council, Role.POLICY_OFFICER), HERE + "plan/")

    commitments = page[page.index("<h2>Commitments</h2>") : page.index("<h2>Measures</h2>")]
    measures = page[page.index("<h2>Measures</h2>") : page.index("<h2>Barriers</h2>")]
    assert "<h3>How services have changed</h3>" in commitments and "<h3>Wasteful spend</h3>" not in commitments
    assert "<h3>Wasteful spend</h3>" in measures


def test_a_question_is_answered_with_the_keyboard_alone(live_server: Any, page: Page, council: Council) -> None:
    council.written()
    report_of(council, title="Savings Plan 2024", body="Cabinet")
    browsing.sign_in(page, live_server.url, council.who(Role.POLICY_OFFICER))
    page.goto(live_server.url + HERE)
    assert browsing.faults(page, "council-where") == []

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    reach(page, "Answer it, or say why not")
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/T1.Q2")
    assert browsing.faults(page, "council-question") == []
    reach(page, "", name="text")
    page.keyboard.type("We will share a legal service.")
    reach(page, "Save")
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_contain_text("T1.Q2 is saved.")
    expect(page.get_by_role("main")).not_to_contain_text("has no answer")


def test_the_pages_of_choosing_a_route_are_clean_and_fit_a_phone(
    live_server: Any, page: Page, council: Council
) -> None:
    browsing.sign_in(page, live_server.url, council.who(Role.POLICY_OFFICER))
    page.goto(live_server.url + HERE + "route/plan")
    page.get_by_label("Meetings you could use").fill("Cabinet 13 June, 11 July")
    page.get_by_role("button", name="Show the routes").click()
    assert browsing.faults(page, "council-routes") == []

    page.get_by_role("link", name="Cabinet, Thu 11 July", exact=True).click()
    page.get_by_role("button", name="Choose this route Cabinet, Thu 11 July").click()

    expect(page.get_by_role("main")).to_contain_text("The route is chosen")
    assert browsing.faults(page, "council-route-chosen") == []
    page.goto(live_server.url + HERE)
    assert browsing.faults(page, "council-where-routed") == []
