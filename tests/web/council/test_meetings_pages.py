"""Our meetings: brought in with a check of what was understood, moved with old and new side by side."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from moothall.apps.meetings import actions, queries
from moothall.apps.meetings.models import Meeting
from moothall.apps.routes import queries as routes
from moothall.apps.routes.models import Decision, Route
from moothall.documents.reading.meetings import read_pasted
from moothall.domain.call_in_rules import CallInRule
from moothall.domain.clocks import call_in
from moothall.domain.fingerprints import plain
from moothall.domain.roles import Role
from moothall.reference.bank_holidays import england
from tests import browsing
from tests.apps.routes.test_recounts import moved, on_route
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/"
MEETINGS = HERE + "meetings/"
MAY = datetime(2024, 5, 24, 9, tzinfo=UTC)
PASTE = """Calendar of meetings
Cabinet - Tuesday, 9th July, 2024 6.00 pm
Policy Board - Thursday 18 July 2024, 7pm
Cabinet - Wednesday 10 July 2025
the bins, fortnightly
"""


@pytest.fixture
def clerk(client: Client, council: Council) -> Client:
    client.force_login(council.who(Role.DEMOCRATIC_SERVICES), backend="django.contrib.auth.backends.ModelBackend")
    return client


def told(answer: object) -> str:
    """The words of a page without its marks."""
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())  # type: ignore[attr-defined]
    return " ".join(html.unescape(text).split())


def checked(page: object) -> str:
    found = re.search(r'name="checked" value="([^"]+)"', page.content.decode())  # type: ignore[attr-defined]
    assert found
    return html.unescape(found[1])


@time_machine.travel(MAY)
def test_what_was_pasted_is_shown_line_by_line_before_anything_is_kept(clerk: Client, council: Council) -> None:
    page = clerk.post(MEETINGS + "bring-in", {"pasted": PASTE})

    said = told(page)
    assert "2 lines would change what is kept." in said
    assert "Cabinet , Tuesday 9 July 2024, 6pm" in said
    assert "A guess from the name." in said
    assert "Line 4: Cabinet - Wednesday 10 July 2025" in said
    assert "Thursday 10 July 2025 is not a Wednesday: check the day." in said
    assert "There is no day in it that can be read: write Cabinet, Tuesday 13 July 2027, 6pm." in said
    assert Meeting.objects.count() == 0


@time_machine.travel(MAY)
def test_what_was_checked_is_kept_with_the_kind_that_was_chosen(clerk: Client, council: Council) -> None:
    page = clerk.post(MEETINGS + "bring-in", {"pasted": PASTE})

    answer = clerk.post(
        MEETINGS + "keep", {"checked": checked(page), "kind_0": "executive", "kind_1": "executive"}, follow=True
    )

    assert "Meetings brought in from a paste of 24 May 2024: 2 new." in told(answer)
    assert [(row.body, row.kind) for row in queries.meetings(council.workspace)] == [
        ("Cabinet", "executive"),
        ("Policy Board", "executive"),
    ]


@time_machine.travel(MAY)
def test_a_file_is_brought_in_as_it_was_exported_and_twice_brings_nothing_twice(
    clerk: Client, council: Council
) -> None:
    data = "Committee;Date;Time\r\nCabinet – special;09/07/2024;18:00\r\n".encode("cp1252")

    page = clerk.post(MEETINGS + "bring-in", {"file": SimpleUploadedFile("meetings.csv", data)})
    clerk.post(MEETINGS + "keep", {"checked": checked(page), "kind_0": "executive"})
    again = clerk.post(MEETINGS + "bring-in", {"file": SimpleUploadedFile("meetings.csv", data)})

    assert Meeting.objects.get().body == "Cabinet – special"
    assert "Every meeting in it is kept already." in told(again)
    assert "Keep these meetings" not in told(again)


@time_machine.travel(MAY)
@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Choose a file or paste the meetings: one of the two."),
        ({"pasted": "  \n "}, "Choose a file or paste the meetings: one of the two."),
        ({"pasted": "July 2024"}, "There is no meeting in it."),
        ({"file": SimpleUploadedFile("m.pdf", b"%PDF-1.7\0\0")}, "m.pdf is neither CSV nor a calendar."),
        ({"file": SimpleUploadedFile("m.csv", b" ")}, "m.csv is empty."),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(clerk: Client, said: dict[str, object], sentence: str) -> None:
    page = clerk.post(MEETINGS + "bring-in", said)

    assert page.status_code == 200
    assert sentence in told(page)


@time_machine.travel(MAY)
def test_a_list_that_was_tampered_with_is_not_kept(clerk: Client, council: Council) -> None:
    page = clerk.post(MEETINGS + "bring-in", {"pasted": PASTE})

    answer = clerk.post(MEETINGS + "keep", {"checked": checked(page)[:-3] + "abc"}, follow=True)

    assert "Bring it in again." in told(answer)
    assert Meeting.objects.count() == 0


@time_machine.travel(MAY)
def test_a_newer_calendar_that_moves_the_routes_cabinet_shows_what_it_breaks_before_it_is_kept(
    clerk: Client, council: Council
) -> None:
    on_route(council)
    Meeting.objects.update(source="calendar.csv")

    page = clerk.post(MEETINGS + "bring-in", {"pasted": "Cabinet 2 July 2024, 6pm\nCabinet 16 July 2024, 6pm"})
    key = Meeting.objects.get().pk
    answers = {"checked": checked(page), "kind_0": "executive", f"gone_{key}": "1"}
    clerk.post(MEETINGS + "keep", answers)

    assert "Cabinet, Tuesday 9 July 2024" in told(page)
    assert "Moothall drops nothing by itself." in told(page)
    assert [(row.on, row.status) for row in queries.meetings(council.workspace)] == [
        (date(2024, 7, 2), "planned"),
        (date(2024, 7, 16), "moved"),
    ]


@time_machine.travel(MAY)
def test_moving_the_routes_cabinet_shows_old_and_new_before_it_is_saved_and_until_it_is_accepted(
    clerk: Client, council: Council
) -> None:
    _, row = on_route(council)
    to = {"on": "16 July 2024", "starts_at": "6pm", "reason": "The election is on 4 July"}

    shown = clerk.post(f"{MEETINGS}{row.pk}/move", to)
    still = Meeting.objects.get().on
    asked = re.search(r'name="is_shown" value="([^"]+)"', shown.content.decode())
    assert asked
    route = clerk.post(f"{MEETINGS}{row.pk}/move", {**to, "is_shown": asked[1]}, follow=True)

    assert still == date(2024, 7, 9)
    for page in (shown, route):
        said = told(page)
        assert "The deadline of Friday 19 July 2024 is missed by 5 days" in said
        assert "Cabinet was moved from Tuesday 9 July 2024 to Tuesday 16 July 2024." in said
    assert "The dates of this route are not what they were" in told(route)
    assert Route.objects.get().name == "Cabinet, Tue 9 July"
    seen = re.search(r'name="seen" value="(\w+)"', route.content.decode())
    assert seen
    accepted = clerk.post(HERE + "route/dates/accept", {"seen": seen[1]}, follow=True)
    assert "The new dates are accepted." in told(accepted)
    assert "not what they were" not in told(accepted)
    assert Route.objects.get().name == "Cabinet, Tue 16 July"


@time_machine.travel(MAY)
def test_another_day_typed_after_looking_is_shown_first(clerk: Client, council: Council) -> None:
    _, row = on_route(council)

    page = clerk.post(
        f"{MEETINGS}{row.pk}/move", {"on": "18 July 2024", "reason": "Why", "is_shown": "2024-07-16 18:00:00"}
    )

    assert "Nothing is moved yet." in told(page)
    assert Meeting.objects.get().on == date(2024, 7, 9)


@time_machine.travel(MAY)
def test_where_the_plan_is_says_that_dates_differ_until_they_are_accepted(clerk: Client, council: Council) -> None:
    _, row = on_route(council)
    before = told(clerk.get(HERE))

    moved(council, row, date(2024, 7, 16))

    assert "The dates of your route are not what they were." not in before
    assert "The dates of your route are not what they were." in told(clerk.get(HERE))


@time_machine.travel(MAY)
def test_routes_are_planned_from_the_meetings_the_council_keeps_without_typing_them(
    clerk: Client, council: Council
) -> None:
    on_route(council)

    page = clerk.get(
        HERE + "route/plan",
        {"ours": "on", "meetings_text": "", "as_of_day": 24, "as_of_month": 5, "as_of_year": 2024, "key": "unsure"},
    )

    assert "Use our own meetings (1 kept ahead)" in told(page)
    assert "Cabinet, Tue 9 July" in told(page)


@time_machine.travel(datetime(2022, 9, 20, 9, tzinfo=UTC))
def test_a_call_in_published_before_the_state_funeral_was_proclaimed_shows_both_dates_and_the_reason(
    clerk: Client, council: Council
) -> None:
    council.decided()
    clock = call_in.deadline(date(2022, 9, 14), rule=CallInRule(), holidays=england(date(2022, 9, 1)))
    published_at = datetime(2022, 9, 14, 19, tzinfo=UTC)
    Decision.objects.update(decided_on=date(2022, 9, 14), published_at=published_at, call_in=plain(clock))

    said = told(clerk.get(HERE + "route/"))

    assert "Published: Wednesday 21 September 2022 , in force on Thursday 22 September" in said
    assert "Today: Thursday 22 September 2022 , in force on Friday 23 September" in said
    assert "proclaimed on Saturday 10 September 2022" in said
    assert "as known on Thursday 1 September 2022" in said
    step = Decision.objects.get().step_id
    answer = clerk.post(f"{HERE}route/steps/{step}/call-in", {"reason": "The funeral was a bank holiday"}, follow=True)
    assert "The call-in was corrected on 20 September 2022" in told(answer)
    assert "As published: Wednesday 21 September 2022, in force on Thursday 22 September." in told(answer)


@pytest.mark.parametrize("page", ["", "bring-in", "add", "{key}/", "{key}/move", "{key}/cancel"])
@pytest.mark.parametrize("role", [Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE])
def test_everyone_reads_the_meetings_and_only_those_who_keep_them_change_them(
    client: Client, council: Council, page: str, role: Role
) -> None:
    _, row = on_route(council)
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")

    answer = client.get(MEETINGS + page.format(key=row.pk))

    reads = page in ("", "{key}/")
    assert answer.status_code == (200 if reads or role is Role.DEMOCRATIC_SERVICES else 403)
    assert reads or answer.status_code == 200 or b"who may" in answer.content


def test_a_cancelled_meeting_stays_in_the_list_with_its_reason(clerk: Client, council: Council) -> None:
    with time_machine.travel(MAY):
        _, row = on_route(council)

        clerk.post(f"{MEETINGS}{row.pk}/cancel", {"reason": "No quorum"})

        assert "Cancelled" in told(clerk.get(MEETINGS))
        assert "No quorum" in told(clerk.get(f"{MEETINGS}{row.pk}/"))
        assert "Cabinet on Tuesday 9 July 2024 is cancelled. No quorum." in told(clerk.get(HERE + "route/"))


def test_the_pages_of_meetings_have_no_faults_in_a_browser(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    with time_machine.travel(MAY, tick=True):
        _, row = on_route(council)
        by = council.who(Role.DEMOCRATIC_SERVICES)
        lines = "Council 18 July 2024, 7pm\nOverview and Scrutiny Committee 2 July 2024, 6.30pm"
        read = read_pasted(lines, as_of=MAY.date(), until=date(2025, 5, 1)).lines
        actions.bring_in_meetings(workspace=council.workspace, lines=read, source="calendar.ics", by=by, at=MAY)
        browsing.sign_in(page, live_server.url, by)
        faults = []
        for name in ("", "bring-in", "add", f"{row.pk}/", f"{row.pk}/cancel"):
            page.goto(live_server.url + MEETINGS + name)
            faults += browsing.faults(page, f"meetings-{name.strip('/').replace('/', '-') or 'list'}")
        page.goto(live_server.url + MEETINGS + "bring-in")
        page.get_by_label("Or paste the meetings").fill(
            PASTE + "Council - 25 July 2024\nOverview and Scrutiny Committee 16 July 2024"
        )
        page.get_by_role("button", name="Show what is understood").click()
        faults += browsing.faults(page, "meetings-check")
        page.goto(f"{live_server.url}{MEETINGS}{row.pk}/move")
        faults += browsing.faults(page, "meetings-move")
        page.get_by_label("The new day").fill("16 July 2024")
        page.get_by_label("Why").fill("The election is on 4 July")
        page.get_by_role("button", name="Show what it changes").click()
        page.get_by_text("Why 1 July and 8 July?").first.click()
        faults += browsing.faults(page, "meetings-move-shown")
        page.get_by_role("button", name="Move it").click()
        faults += browsing.faults(page, "meetings-route-waiting")
        page.goto(live_server.url + HERE + "route/plan")
        faults += browsing.faults(page, "meetings-plan-route")

    assert faults == []
    assert routes.route(council.workspace) is not None
