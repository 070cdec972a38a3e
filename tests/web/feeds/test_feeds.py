"""A feed as a calendar program reads it: by its address alone, across clock changes, and never a private word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar, Event

from moothall.apps.reports import actions as reports
from moothall.apps.timetables import actions
from moothall.apps.timetables.models import Feed
from moothall.documents.reading import meetings
from moothall.domain.roles import Role
from tests.apps.deeds import put
from tests.dated import IN_MAY, routed
from tests.people import OPENED, Council

pytestmark = pytest.mark.django_db
ENGLAND = ZoneInfo("Europe/London")


@pytest.fixture(autouse=True)
def in_may() -> Iterator[None]:
    with time_machine.travel(IN_MAY, tick=True):
        yield


@pytest.fixture
def address(council: Council) -> str:
    made = actions.make_feed(workspace=council.workspace, by=council.who(Role.POLICY_OFFICER), at=IN_MAY)
    return f"/feeds/{made.secret}.ics"


def events(client: Client, address: str) -> dict[str, Event]:
    """Every entry by the first part of its name."""
    answer = client.get(address)
    assert answer.status_code == 200
    found = Calendar.from_ical(answer.content)
    return {str(event["UID"]).split(".")[0]: event for event in found.walk("VEVENT")}


def test_whoever_has_the_address_reads_the_dates_without_a_cookie(
    client: Client, council: Council, address: str
) -> None:
    routed(council)

    answer = client.get(address)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"].startswith("private")
    assert not answer.cookies
    assert answer.content.startswith(b"BEGIN:VCALENDAR")
    assert Feed.objects.get().read_on == IN_MAY.date()


@pytest.mark.parametrize("wrong", ["/feeds/x.ics", "/feeds/../feeds.ics", "/feeds/" + "0" * 43 + ".ics"])
def test_a_guessed_address_is_no_address(client: Client, council: Council, address: str, wrong: str) -> None:
    assert client.get(wrong).status_code == 404


def test_a_revoked_address_answers_404_at_once_and_is_not_kept_by_anyone(
    client: Client, council: Council, address: str
) -> None:
    assert client.get(address).status_code == 200

    actions.revoke_feed(feed=Feed.objects.get(), by=council.who(Role.POLICY_OFFICER), at=IN_MAY)
    answer = client.get(address)

    assert answer.status_code == 404
    assert answer["Cache-Control"] == "private, no-store"
    assert "Ambermere" not in answer.content.decode()


def test_a_feed_is_read_and_never_written_to(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


def test_who_has_the_newest_already_is_told_so(client: Client, council: Council, address: str) -> None:
    routed(council)
    mark = client.get(address)["ETag"]

    assert client.get(address, HTTP_IF_NONE_MATCH=mark).status_code == 304
    routed(council, date(2024, 7, 16))
    assert client.get(address, HTTP_IF_NONE_MATCH=mark).status_code == 200


def test_a_date_without_an_hour_is_a_whole_day_and_a_meeting_has_england_s_clock(
    client: Client, council: Council, address: str
) -> None:
    routed(council)

    found = events(client, address)

    papers = found["agenda_publication-cabinet"]
    assert papers.decoded("DTSTART") == date(2024, 7, 3)
    assert papers.decoded("DTEND") == date(2024, 7, 4)
    meeting = found["decision-cabinet"]["DTSTART"]
    assert meeting.params["TZID"] == "Europe/London"
    assert meeting.dt.astimezone(UTC) == datetime(2024, 7, 11, 17, 30, tzinfo=UTC)


def test_the_file_says_itself_when_england_changes_its_clocks(client: Client, council: Council, address: str) -> None:
    found = Calendar.from_ical(client.get(address).content)

    (zone,) = found.walk("VTIMEZONE")
    tz = zone.to_tz()
    for on in (date(2024, 3, 30), date(2024, 4, 1), date(2026, 10, 24), date(2026, 10, 26)):
        noon = datetime.combine(on, time(12))
        assert noon.replace(tzinfo=tz).utcoffset() == noon.replace(tzinfo=ENGLAND).utcoffset()


def test_a_meeting_that_moves_is_one_changed_entry_and_not_two(client: Client, council: Council, address: str) -> None:
    routed(council)
    before = events(client, address)

    routed(council, date(2024, 7, 16))
    with time_machine.travel(IN_MAY + timedelta(days=1)):
        after = events(client, address)

    assert after.keys() == before.keys()
    moved, was = after["decision-cabinet"], before["decision-cabinet"]
    assert moved["UID"] == was["UID"]
    assert (was["SEQUENCE"], moved["SEQUENCE"]) == (0, 1)
    assert moved.decoded("LAST-MODIFIED") == IN_MAY + timedelta(days=1)
    assert after["deadline"]["SEQUENCE"] == 0


def test_a_date_that_is_called_off_says_so_and_stays(client: Client, council: Council, address: str) -> None:
    route = routed(council)
    assert events(client, address)["key_decision_notice-cabinet"]["STATUS"] == "CONFIRMED"

    route.planned["steps"] = [one for one in route.planned["steps"] if one["step"] != "key_decision_notice"]
    route.save()

    assert events(client, address)["key_decision_notice-cabinet"]["STATUS"] == "CANCELLED"


def test_a_date_put_by_the_proper_officer_says_who_and_why_and_what_was_counted(
    client: Client, council: Council, address: str
) -> None:
    routed(council)
    put(council, "agenda_publication-cabinet", date(2024, 7, 2), reason="The website is down; Wednesday.", at=IN_MAY)

    one = events(client, address)["agenda_publication-cabinet"]

    assert one.decoded("DTSTART") == date(2024, 7, 2)
    assert (
        "Put by Uma Brackley, democratic services, on Friday 24 May 2024: The website is down; Wednesday."
        " Counted: Wednesday 3 July 2024." in str(one["DESCRIPTION"])
    )


def test_the_title_of_an_exempt_report_never_leaves_in_a_feed(client: Client, council: Council, address: str) -> None:
    by = council.who(Role.REPORT_AUTHOR)
    row = reports.begin_report(workspace=council.workspace, house_template="plain", by=by, at=OPENED)
    reports.write_field(report=row, name="title", value="Buying the mill", revision=0, by=by, at=OPENED)
    routed(council)
    assert b"Buying the mill" in client.get(address).content

    reports.write_field(report=row, name="is_open", value=False, revision=0, by=by, at=OPENED)
    body = client.get(address).content

    assert b"mill" not in body
    assert b"Item in private" in body


def test_our_own_reader_of_meetings_takes_the_feed_in(client: Client, council: Council, address: str) -> None:
    routed(council)

    found = meetings.read(client.get(address).content, name="feed.ics")

    assert found


def test_a_title_with_every_awkward_character_loads_back_as_it_was(
    client: Client, council: Council, address: str
) -> None:
    awkward = "Budgets; “plans”, £ and \\ a very long title that must be folded by the calendar\nand a second line"
    by = council.who(Role.REPORT_AUTHOR)
    row = reports.begin_report(workspace=council.workspace, house_template="plain", by=by, at=OPENED)
    reports.write_field(report=row, name="title", value=awkward, revision=0, by=by, at=OPENED)
    routed(council)

    assert str(events(client, address)["decision-cabinet"]["SUMMARY"]) == f"Cabinet decides: {awkward}"
