"""A planned route to take away without an account: for a calendar, on a page and as a PDF of one page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pypdfium2
import pytest
import time_machine
from django.test import Client
from icalendar import Calendar
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests import browsing
from tests.documents.checker import faults

pytestmark = pytest.mark.django_db
ASKED = (
    "round=productivity-plans-2024&council=Harlow&as_of=24+May+2024&meetings=Cabinet+13+June%2C+11+July+at+6.30pm"
    "&governance=executive&key=yes&callable=yes&days=5&unit=working&base=publication&first_day_counts=no"
    "&effective=next_calendar_day&publish_allowance=0&route=R1-2024-07-11"
)


@pytest.fixture(autouse=True)
def in_may() -> Iterator[None]:
    with time_machine.travel(datetime(2024, 5, 24, 9, tzinfo=UTC), tick=True):
        yield


def calendar(client: Client, asked: str = ASKED) -> Calendar:
    answer = client.get(f"/plan-a-route/dates.ics?{asked}")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def uids(found: Calendar) -> set[str]:
    return {str(event["UID"]) for event in found.walk("VEVENT")}


def test_the_dates_of_the_route_load_into_a_calendar(client: Client) -> None:
    found = calendar(client)

    days = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in found.walk("VEVENT")}
    assert days["Put the agenda and reports on public view for Cabinet: Productivity Plans 2024"] == date(2024, 7, 3)
    meeting = days["Cabinet decides: Productivity Plans 2024"]
    assert meeting.isoformat() == "2024-07-11T18:30:00+01:00"
    assert "Deadline: Productivity Plans 2024" in days


def test_the_same_question_has_the_same_names_on_another_day_and_another_question_has_others(client: Client) -> None:
    first = uids(calendar(client))

    with time_machine.travel(datetime(2024, 5, 28, 9, tzinfo=UTC)):
        again = uids(calendar(client, ASKED.replace("24+May", "28+May")))
    other = uids(calendar(client, ASKED.replace("Harlow", "Thurrock")))

    assert again == first
    assert other.isdisjoint(first)


def test_no_cookie_is_set_and_no_account_is_asked_for(client: Client) -> None:
    for file in ("dates.ics", "timetable", "timetable.pdf"):
        answer = client.get(f"/plan-a-route/{file}?{ASKED}")

        assert answer.status_code == 200
        assert not answer.cookies


@pytest.mark.parametrize("file", ["dates.ics", "timetable", "timetable.pdf"])
def test_a_question_that_cannot_be_answered_goes_back_to_where_it_says_why(client: Client, file: str) -> None:
    answer = client.get(f"/plan-a-route/{file}?as_of=someday&round=productivity-plans-2024")

    assert answer.status_code == 302
    assert answer["Location"] == "/plan-a-route?as_of=someday&round=productivity-plans-2024"


def test_a_route_that_is_not_among_the_answers_is_no_other_route(client: Client) -> None:
    answer = client.get(f"/plan-a-route/dates.ics?{ASKED.replace('R1-2024-07-11', 'R1-2024-07-12')}")

    assert answer.status_code == 302


def test_the_planner_leads_to_its_timetable_and_its_dates(client: Client) -> None:
    page = client.get(f"/plan-a-route?{ASKED}").content.decode()

    assert "Timetable to print" in page
    assert "/plan-a-route/dates.ics?round=productivity-plans-2024" in page


def test_the_timetable_is_one_tagged_page_with_every_date_and_what_it_rests_on(client: Client) -> None:
    written = client.get(f"/plan-a-route/timetable.pdf?{ASKED}").content

    sheets = list(pypdfium2.PdfDocument(io.BytesIO(written)))
    text = " ".join(sheets[0].get_textpage().get_text_range().split())
    assert len(sheets) == 1
    assert faults(written) == []
    for said in (
        "The timetable of this decision",
        "Route: Cabinet, Thu 11 July",
        "Wed 3 July 2024 Put the agenda and reports on public view",
        "G-N2 [1] regulation",
        "check with your monitoring officer",
        "Holidays: Bank holidays, England and Wales, version",
        "Computed on Friday 24 May 2024",
    ):
        assert said in text


def test_the_timetable_is_clean_at_both_widths(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/plan-a-route/timetable?{ASKED}")

    assert browsing.faults(page, "planner-timetable") == []
