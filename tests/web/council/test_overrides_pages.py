"""The proper officer's own date, the calendar feed and the timetable to print, as their pages show them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pypdfium2
import pytest
import time_machine
from django.test import Client
from icalendar import Calendar
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from moothall.apps.overrides.models import Override
from moothall.apps.publications import actions as publications
from moothall.apps.timetables import actions as timetables
from moothall.apps.timetables.models import Feed
from moothall.domain.roles import Role
from tests import browsing
from tests.apps.deeds import NOW, in_force, put
from tests.dated import IN_MAY, routed
from tests.documents.checker import faults
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db
ROUTE = "/council/savings-plans/ambermere/route/"
PAPERS = f"{ROUTE}dates/agenda_publication-cabinet/override"
SAID = {"on_day": "2", "on_month": "7", "on_year": "2024", "time": "", "reason": "The website is down on Wednesday."}


@pytest.fixture(autouse=True)
def in_may() -> Iterator[None]:
    with time_machine.travel(IN_MAY, tick=True):
        yield


def signed_in(client: Client, council: Council, role: Role = Role.DEMOCRATIC_SERVICES) -> Client:
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def words(client: Client, address: str, **kept: Any) -> str:
    """What the page says, in one line without its tags."""
    answer = client.get(address, **kept)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def put_papers(council: Council, **said: Any) -> Override:
    return put(council, "agenda_publication-cabinet", date(2024, 7, 2), **{"at": IN_MAY} | said)


def test_the_proper_officer_puts_a_date_and_it_stands_with_name_role_day_reason_and_what_was_counted(
    client: Client, council: Council
) -> None:
    routed(council)
    signed_in(client, council)

    answer = client.post(PAPERS, SAID, follow=True)

    page = " ".join(answer.content.decode().split())
    assert "Tuesday 2 July 2024 stands. What was counted is kept beside it." in page
    assert (
        "Put by Uma Brackley, democratic services, on Friday 24 May 2024: The website is down on Wednesday."
        " Counted: Wednesday 3 July 2024." in page
    )
    assert "How Wednesday 3 July was counted</summary>" in page


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.CHIEF_EXECUTIVE, Role.REPORT_AUTHOR])
def test_others_read_the_dates_and_may_not_put_one(client: Client, council: Council, role: Role) -> None:
    routed(council)
    put_papers(council)
    signed_in(client, council, role)

    page = words(client, ROUTE)

    assert "Put by Uma Brackley" in page
    assert "Put another date" not in page
    assert client.get(PAPERS).status_code == 403


def test_a_later_day_than_the_law_s_comes_back_with_the_warning_and_everything_typed(
    client: Client, council: Council
) -> None:
    routed(council)
    signed_in(client, council)
    late = SAID | {"on_day": "4", "reason": "The printers are shut."}

    page = client.post(PAPERS, late).content.decode()

    assert "is later than the last day counted by the rule, Wednesday 3 July 2024" in page
    assert "I have read the warning, and put the date all the same" in page
    assert "The printers are shut." in page
    assert not Override.objects.exists()
    assert client.post(PAPERS, late | {"accepted": "on"}).status_code == 302
    assert "may be open to challenge" in words(client, ROUTE)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"reason": ""}, "Say why this date stands in place of the computed one"),
        ({"on_day": "31", "on_month": "6"}, "31 6 2024 is not a date"),
        ({"on_day": ""}, "The date has no day"),
        ({"on_day": "11"}, "is not before the meeting of Cabinet on Thursday 11 July 2024"),
        ({"on_day": "3"}, "is the computed date itself"),
        ({"on_year": "2026"}, "more than a year from the computed date"),
        ({"time": "5 o’clock"}, "The time must be like 17:15"),
    ],
)
def test_what_cannot_be_put_is_said_and_what_was_typed_stays(
    client: Client, council: Council, changed: dict[str, str], sentence: str
) -> None:
    routed(council)
    signed_in(client, council)

    answer = client.post(PAPERS, SAID | changed)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert "There is a problem" in page
    assert (SAID | changed)["reason"] in page
    assert not Override.objects.exists()


def test_a_meeting_has_no_date_to_put_and_an_unknown_date_has_no_page(client: Client, council: Council) -> None:
    routed(council)
    signed_in(client, council)

    for name in ("decision-cabinet", "nothing"):
        assert client.get(f"{ROUTE}dates/{name}/override").status_code == 404
        assert client.get(f"{ROUTE}dates/{name}/take-back").status_code == 404


def test_taken_back_it_no_longer_stands_and_is_still_shown(client: Client, council: Council) -> None:
    routed(council)
    put_papers(council)
    signed_in(client, council)

    client.post(f"{ROUTE}dates/agenda_publication-cabinet/take-back", {"reason": "The website is up."})

    page = words(client, ROUTE)
    assert "Dates put before" in page
    assert "Ended by Uma Brackley, democratic services, on Friday 24 May 2024: The website is up." in page


def test_where_our_plan_is_shows_the_date_that_stands_with_who_put_it(client: Client, council: Council) -> None:
    routed(council)
    put_papers(council)
    signed_in(client, council, Role.POLICY_OFFICER)

    page = words(client, "/council/savings-plans/ambermere/")

    assert "Put by Uma Brackley, democratic services" in page
    assert "Tue 2 July" in page


def test_when_the_meeting_moves_the_page_asks_whether_the_date_still_holds(client: Client, council: Council) -> None:
    routed(council)
    put_papers(council)
    routed(council, date(2024, 7, 16))
    signed_in(client, council)

    page = words(client, ROUTE)

    assert (
        "The date it replaced has moved. It is now counted as Monday 8 July 2024. Does the date put still hold?" in page
    )
    assert "Put another date, or say that it still holds" in page


def test_an_override_whose_date_left_the_route_is_pointed_out(client: Client, council: Council) -> None:
    route = routed(council)
    put_papers(council)
    route.planned["steps"] = [one for one in route.planned["steps"] if one["step"] != "agenda_publication"]
    route.save()
    signed_in(client, council)

    assert "the date it replaced is no longer on the route" in words(client, ROUTE)


def test_a_day_more_for_call_in_is_what_the_page_of_the_decision_says(client: Client, council: Council) -> None:
    in_force(council)
    put(council, on=date(2024, 7, 19), at=datetime(2024, 7, 15, 9, tzinfo=UTC))
    signed_in(client, council, Role.POLICY_OFFICER)

    with time_machine.travel(datetime(2024, 7, 16, 9, tzinfo=UTC)):
        client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
        page = words(client, ROUTE)

    assert "Call-in is open until Friday 19 July. The decision is in force on Saturday 20 July." in page
    assert "It follows the end of call-in. Counted: Friday 19 July 2024." in page
    assert "as counted: Thursday 18 July" in page


def test_the_public_page_says_who_put_the_day_of_effect_and_opens_to_how_the_other_was_counted(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    version = in_force(council)
    put(council, on=date(2024, 7, 19), at=datetime(2024, 7, 15, 9, tzinfo=UTC))
    publications.publish_plan(
        workspace=council.workspace, version=version, round_=ROUND, by=council.who(Role.POLICY_OFFICER),
        at=datetime(2024, 7, 20, 12, tzinfo=UTC),
    )  # fmt: skip

    page.goto(f"{live_server.url}/plans/savings-plans/ambermere/")

    said = page.locator("summary").filter(has_text="Put by Uma Brackley, democratic services, on Monday 15 July 2024")
    expect(said).to_contain_text("Counted: Thursday 18 July 2024.")
    said.press("Enter")
    expect(page.get_by_role("heading", name="How the other date was counted")).to_be_visible()
    expect(page.get_by_text("The decision is in force since Saturday 20 July 2024.")).to_be_visible()
    assert browsing.faults(page, "public-plan-overridden") == []


def test_the_feed_s_address_is_shown_once_and_never_again(client: Client, council: Council) -> None:
    routed(council)
    signed_in(client, council, Role.POLICY_OFFICER)

    made = client.post(f"{ROUTE}feed/make")

    found = re.search(r"http://testserver(/feeds/[\w-]{40,}\.ics)", made.content.decode())
    assert found
    assert made["Cache-Control"] == "no-store"
    assert Client().get(found[1]).status_code == 200
    assert found[1] not in client.get(f"{ROUTE}feed").content.decode()
    assert "It was last read on Friday 24 May 2024." in words(client, f"{ROUTE}feed")


def test_a_revoked_feed_is_gone_from_the_list_and_from_the_world(client: Client, council: Council) -> None:
    made = timetables.make_feed(workspace=council.workspace, by=council.who(Role.POLICY_OFFICER), at=IN_MAY)
    signed_in(client, council)
    assert "Ines Harcombe" in words(client, f"{ROUTE}feed")

    answer = client.post(f"{ROUTE}feed/{made.feed.pk}/revoke", follow=True)

    assert "The feed of Ines Harcombe is revoked." in answer.content.decode()
    assert Client().get(f"/feeds/{made.secret}.ics").status_code == 404


def test_others_neither_see_nor_revoke_a_feed_that_is_not_theirs(client: Client, council: Council) -> None:
    made = timetables.make_feed(workspace=council.workspace, by=council.who(Role.POLICY_OFFICER), at=IN_MAY)
    signed_in(client, council, Role.CHIEF_EXECUTIVE)

    assert "Ines Harcombe" not in words(client, f"{ROUTE}feed")
    answer = client.post(f"{ROUTE}feed/{made.feed.pk}/revoke", follow=True)

    assert "You cannot do this" in answer.content.decode()
    assert Feed.objects.get().revoked_at is None


def test_the_dates_can_be_taken_once_as_a_file(client: Client, council: Council) -> None:
    routed(council)
    signed_in(client, council, Role.REPORT_AUTHOR)

    answer = client.get(f"{ROUTE}dates.ics")

    assert 'filename="ambermere-savings-plans.ics"' in answer["Content-Disposition"]
    assert Calendar.from_ical(answer.content).walk("VEVENT")


def test_the_timetable_of_this_decision_is_one_tagged_page(client: Client, council: Council) -> None:
    council.written()
    routed(council)
    put_papers(council)
    signed_in(client, council, Role.REPORT_AUTHOR)

    written = client.get(f"{ROUTE}timetable.pdf").content

    sheets = list(pypdfium2.PdfDocument(io.BytesIO(written)))
    text = " ".join(sheets[0].get_textpage().get_text_range().split())
    assert len(sheets) == 1
    assert faults(written) == []
    assert text.startswith("Ambermere District Council")
    assert "Savings Plan 2024 Cabinet, Thursday 11 July 2024" in text
    assert "Put by Uma Brackley, democratic services" in text
    assert "Counted: Wednesday 3 July 2024." in text


def test_the_timetable_prints_on_one_sheet_from_a_browser_too(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    council.written()
    routed(council)
    browsing.sign_in(page, live_server.url, council.who(Role.REPORT_AUTHOR))
    page.goto(f"{live_server.url}{ROUTE}timetable")

    printed = page.pdf(format="A4", prefer_css_page_size=True)

    assert len(pypdfium2.PdfDocument(io.BytesIO(printed))) == 1


def test_without_a_route_there_is_no_timetable(client: Client, council: Council) -> None:
    signed_in(client, council)

    assert client.get(f"{ROUTE}timetable").status_code == 404
    assert client.get(f"{ROUTE}timetable.pdf").status_code == 404


def test_a_decided_route_without_planned_dates_has_its_timetable_too(client: Client, council: Council) -> None:
    in_force(council)
    signed_in(client, council)

    with time_machine.travel(NOW):
        client.force_login(council.who(Role.DEMOCRATIC_SERVICES), backend="django.contrib.auth.backends.ModelBackend")
        page = words(client, f"{ROUTE}timetable")

    assert "Last day on which the decision may be called in" in page


def test_every_one_of_these_pages_is_clean_at_both_widths_and_works_by_keyboard(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    council.written()
    routed(council)
    timetables.make_feed(workspace=council.workspace, by=council.who(Role.POLICY_OFFICER), at=IN_MAY)
    browsing.sign_in(page, live_server.url, council.who(Role.DEMOCRATIC_SERVICES))
    found: list[str] = []

    page.goto(f"{live_server.url}{PAPERS}")
    found += browsing.faults(page, "override-date")
    page.get_by_label("Day", exact=True).fill("4")
    page.get_by_label("Month", exact=True).fill("7")
    page.get_by_label("Year", exact=True).fill("2024")
    page.get_by_label("Why", exact=True).fill("The printers are shut on Wednesday.")
    page.get_by_role("button", name="Put this date").press("Enter")
    found += browsing.faults(page, "override-date-warned")
    page.get_by_label("I have read the warning").press("Space")
    page.get_by_role("button", name="Put this date").press("Enter")
    expect(page.get_by_text("stands. What was counted is kept beside it.")).to_be_visible()
    page.locator("summary").filter(has_text="How Wednesday 3 July was counted").press("Enter")
    found += browsing.faults(page, "route-overridden")
    page.get_by_role("link", name="Take it back").press("Enter")
    found += browsing.faults(page, "take-back-override")
    for name in ("feed", "timetable"):
        page.goto(f"{live_server.url}{ROUTE}{name}")
        found += browsing.faults(page, f"council-{name}")
    page.goto(f"{live_server.url}{ROUTE}feed")
    page.get_by_role("button", name="Make my feed").press("Enter")
    expect(page.get_by_role("heading", name="Your calendar feed is ready")).to_be_visible()
    found += browsing.faults(page, "council-feed-made")
    page.goto(f"{live_server.url}/council/savings-plans/ambermere/")
    found += browsing.faults(page, "workspace-overridden")

    assert found == []
