"""The pages of progress: what waits, what was said, and that nothing typed is lost."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from moothall.apps.progress import actions, queries
from moothall.domain.progress import MilestoneState
from moothall.domain.roles import Role
from tests import browsing
from tests.apps.deeds_progress import table_of
from tests.people import PASSWORD, Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/progress/"
READING, MILESTONE = HERE + "measures/M1", HERE + "milestones/C1.1"
ENDED = {"period_ends_on_day": 30, "period_ends_on_month": 9, "period_ends_on_year": 2024}


@pytest.fixture
def here(council: Council) -> Council:
    council.sent()
    return council


@pytest.fixture
def told(here: Council) -> Council:
    """A council that has reported three quarters, corrected one of them, and said a word on its milestone."""
    by = here.who(Role.PERFORMANCE_MANAGER)
    quarters = [(3, 31, "4.4"), (6, 30, "39"), (6, 30, "3.9"), (9, 30, "3.3")]
    for month, day, value in quarters:
        ends_on = date(2024, month, day)
        actions.record_reading(
            workspace=here.workspace,
            measure="M1",
            period=f"to {ends_on:%B %Y}",
            period_ends_on=ends_on,
            value=Decimal(value),
            note="We had to cover four planning posts in the summer; three are now filled.",
            source="Quarter 2 performance report, page 6",
            why="The point was left out." if value == "3.9" else "",
            by=by,
            at=datetime(2024, 10, 10, 9, tzinfo=UTC),
        )
    actions.update_milestone(
        workspace=here.workspace,
        milestone="C1.1",
        state=MilestoneState.DONE,
        words="The other council's members met later than planned.",
        done_on=date(2024, 10, 14),
        by=by,
        at=datetime(2024, 10, 15, 9, tzinfo=UTC),
    )
    return here


def opened(client: Client, here: Council, role: Role = Role.PERFORMANCE_MANAGER) -> Client:
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_page_begins_with_what_waits_for_a_word(client: Client, here: Council) -> None:
    page = text(opened(client, here), HERE)

    assert "Agreement signed was due on Monday 30 September and nothing was said since." in page
    assert "No reading yet of Agency spend." in page
    assert "It started from 5.6% of the pay bill in 2021/22." in page


def test_the_page_says_so_where_nothing_waits(client: Client, told: Council) -> None:
    page = text(opened(client, told), HERE)

    assert "Nothing waits for a word." in page
    assert "3.3% of the pay bill to September 2024, from 5.6% in 2021/22." in page
    assert "Done, 2 weeks late" in page
    assert "members met later than planned." in page


def test_before_publication_the_page_says_what_it_waits_for(client: Client, council: Council) -> None:
    page = text(opened(client, council), HERE)

    assert "The plan is not published yet." in page
    assert opened(client, council).get(READING).status_code == 404


def test_others_of_the_council_read_and_only_the_performance_manager_records(client: Client, here: Council) -> None:
    page = text(opened(client, here, Role.CHIEF_EXECUTIVE), HERE)

    assert "Agency spend" in page
    assert "measures/M1" not in page and "milestones/C1.1" not in page
    answer = client.get(READING)
    assert answer.status_code == 403
    assert b"Ask a performance manager, who may" in answer.content


@pytest.mark.parametrize("address", [HERE, READING, MILESTONE])
def test_a_stranger_to_the_council_sees_no_page_of_it(client: Client, here: Council, address: str) -> None:
    client.force_login(here.stranger(), backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", [HERE + "measures/M9", HERE + "milestones/C9.9"])
def test_what_is_not_in_the_plan_is_not_there_to_record(client: Client, here: Council, address: str) -> None:
    assert opened(client, here).get(address).status_code == 404


def test_a_reading_is_recorded_once_and_told_in_a_sentence(client: Client, here: Council) -> None:
    said = {"period": "to September 2024", **ENDED, "value": "3.3", "note": "Four posts are filled."}

    answer = opened(client, here).post(READING, said, follow=True)

    assert b"The reading of Agency spend is recorded. The public page shows it once it is released." in answer.content
    assert b"Four posts are filled." in answer.content
    public = reverse("public:plan", args=("savings-plans", "ambermere"))
    assert "Four posts are filled." not in text(client, public)
    given = {"items": ["M1"], "words": "We spend less on agency staff.", "next_step": "One contract ends."}
    released = client.post(HERE + "release", given, follow=True)
    assert b"It is released, in your name." in released.content
    shown = text(client, public)
    assert "Four posts are filled." in shown
    assert "We spend less on agency staff." in shown and "One contract ends." in shown
    assert "Released by Rafe Lindow on" in shown


def test_a_wrong_figure_is_corrected_from_what_was_told_before(client: Client, told: Council) -> None:
    form = text(opened(client, told), READING + "?period=2024-06-30")

    assert 'value="3.9"' in form
    assert 'value="to June 2024"' in form
    answer = client.post(
        READING,
        {"period": "to June 2024", "period_ends_on_day": 30, "period_ends_on_month": 6, "period_ends_on_year": 2024,
         "value": "4.1", "note": "", "why": "An invoice came late."},
        follow=True,
    )  # fmt: skip
    assert b"The reading of Agency spend, to June 2024, is corrected." in answer.content
    held = queries.readings(told.workspace.pk)["M1"]
    assert [one.value for one in held] == [Decimal("4.4"), Decimal("4.1"), Decimal("3.3")]


@pytest.mark.parametrize("period", ["", "2024-02-30", "yesterday", "2023-06-30", "<b>"])
def test_a_period_nobody_told_opens_an_empty_form(client: Client, told: Council, period: str) -> None:
    form = text(opened(client, told), f"{READING}?period={period}")

    assert 'value="3.9"' not in form
    assert 'value="Quarterly performance report"' in form


def test_every_reading_as_it_was_recorded_stands_under_the_form(client: Client, told: Council) -> None:
    page = text(opened(client, told), READING)

    assert page.count("Corrected since") == 1
    assert page.index('role="rowheader">to September 2024') < page.index('role="rowheader">to March 2024')
    assert "10 October 2024, Rafe Lindow" in page


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"value": "about three"}, "The reading must be a figure, such as 3.3"),
        ({"value": "nan"}, "The reading must be a figure, such as 3.3"),
        ({"period_ends_on_month": ""}, "no month"),
        ({"period_ends_on_day": 31}, "31 9 2024 is not a date"),
        ({"period_ends_on_year": 2199}, "which is still to come"),
    ],
)
def test_a_reading_that_is_wrong_keeps_what_was_typed(
    client: Client, here: Council, wrong: dict[str, Any], says: str
) -> None:
    said = {"period": "to September 2024", **ENDED, "value": "3.3", "note": "Four posts <are> filled.", **wrong}

    answer = opened(client, here).post(READING, said)

    page = answer.content.decode()
    assert says in page
    assert "There is a problem" in page
    assert "Four posts &lt;are&gt; filled." in page
    assert queries.readings(here.workspace.pk) == {}


def test_the_last_word_on_a_milestone_is_shown_where_the_next_is_written(client: Client, told: Council) -> None:
    page = text(opened(client, told), MILESTONE)

    assert "members met later than planned." in page
    assert "Done, 14 October 2024" in page
    assert "Recorded Tuesday 15 October 2024 by Rafe Lindow." in page


def test_a_day_without_done_is_refused_and_nothing_typed_is_lost(client: Client, here: Council) -> None:
    done = {"done_on_day": 14, "done_on_month": 10, "done_on_year": 2024}

    answer = opened(client, here).post(MILESTONE, {"state": "in_hand", "words": "One has signed.", **done})

    assert b"Choose Done, or leave the day empty." in answer.content
    assert b"One has signed." in answer.content


def test_the_page_asks_the_database_as_often_for_many_readings_as_for_few(
    client: Client, told: Council, django_assert_max_num_queries: Any
) -> None:
    opened(client, told)

    with django_assert_max_num_queries(30):
        client.get(HERE)


@pytest.mark.parametrize("address", [HERE, READING + "?period=2024-06-30", MILESTONE])
def test_a_page_of_progress_is_clean_fits_a_phone_and_looks_right(
    live_server: Any, page: Page, told: Council, address: str
) -> None:
    page.goto(f"{live_server.url}/sign-in")
    page.get_by_label("E-mail address").fill(f"{Role.PERFORMANCE_MANAGER.value}@ambermere.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    page.goto(live_server.url + address)
    browsing.look(page, "progress-" + address.removeprefix(HERE).split("?")[0].replace("/", "-").replace(".", "-"))

    assert browsing.axe(page) == []
    page.set_viewport_size({"width": 375, "height": 900})
    assert browsing.sideways(page) == 0
    assert browsing.axe(page) == []


def test_the_section_for_the_report_is_taken_as_word_html_and_csv(client: Client, told: Council) -> None:
    opened(client, told, Role.CHIEF_EXECUTIVE)
    chosen = "?since_day=1&since_month=4&since_year=2024&items=M1"

    page = text(client, HERE + "section" + chosen)
    word = client.get(HERE + "section.docx" + chosen).content
    rows = client.get(HERE + "section.csv" + chosen).content.decode()

    assert "to September 2024" in page and "to March 2024" not in page
    assert "Corrected: first given as 39. The point was left out." in page
    with zipfile.ZipFile(io.BytesIO(word)) as file:
        names, said = file.namelist(), file.read("word/document.xml").decode()
    assert [name for name in names if name.endswith(".png")], "the chart is drawn"
    assert 'descr="Agency spend. The numbers stand in the table that follows."' in said
    assert "M1,Agency spend,to June 2024,2024-06-30,3.9" in rows
    assert "Agreement signed" not in rows
    assert b"<!DOCTYPE html>" in client.get(HERE + "section.html").content
    assert "Write it like 11 7 2024" in text(client, HERE + "section?since_day=31&since_month=9&since_year=2024")


def test_a_table_is_looked_through_before_anything_of_it_is_recorded(client: Client, here: Council) -> None:
    opened(client, here)
    filled = table_of(
        ("M1", "", "to September 2024", "30 September 2024", "3.3", "Four posts are filled.", "", ""),
        ("M1", "", "", "31 September 2024", "3.1", "", "", ""),
    )

    shown = client.post(HERE + "tables", {"file": SimpleUploadedFile("q2.csv", filled)}, follow=True)
    address = shown.redirect_chain[-1][0]
    refused = client.post(address, {})

    assert "<strong>D3:</strong> “31 September 2024” is not one date." in shown.content.decode()
    assert "Some cells are wrong, and nothing was taken." in refused.content.decode()
    assert queries.readings(here.workspace.pk) == {}
    taken = client.post(address, {"leaving_faults": "on"}, follow=True)
    assert "1 reading recorded from the table. 1 cell was wrong, and those rows were left." in taken.content.decode()
    assert [one.value for one in queries.readings(here.workspace.pk)["M1"]] == [Decimal("3.3")]
    again = client.post(address, {"leaving_faults": "on"})
    assert "This table was taken already." in again.content.decode()


def test_an_item_is_pointed_at_a_break_recorded_and_taken_back_and_an_owner_named(
    client: Client, told: Council
) -> None:
    opened(client, told)
    on = {"meeting_on_day": 11, "meeting_on_month": 7, "meeting_on_year": 2024}
    ended = {"period_ends_on_day": 31, "period_ends_on_month": 12, "period_ends_on_year": 2023}
    item = {"meeting": "Cabinet", "paragraph": "3.2", "says": "It fell for the third quarter.", **on, **ended}
    since = {"from_on_day": 30, "from_on_month": 9, "from_on_year": 2024}

    pointed = client.post(HERE + "items/M1", item, follow=True).content.decode()
    wrong = client.post(HERE + "items/M1", {**item, "address": "not an address"}).content.decode()
    broken = client.post(HERE + "breaks/M1", {"kind": "basis", "words": "Schools are counted.", **since}, follow=True)
    owner = client.post(HERE + "following/C1.1", {"person": "", "post": "Head of law"}, follow=True).content.decode()

    assert "M1 points" not in pointed and "Agency spend points at that item now." in pointed
    assert "Cabinet, 11 July 2024, paragraph 3.2" in pointed
    assert "Give the address in full" in wrong and "It fell for the third quarter." in wrong
    assert "Not comparable with before September 2024:" in broken.content.decode()
    assert "from 5.6% in 2021/22" not in broken.content.decode(), "nothing is compared across the break"
    assert "Vacant: nobody holds it (Head of law)." in owner
    (row,) = queries.recorded_breaks(told.workspace.pk, "M1")
    client.post(HERE + f"breaks/{row.pk}/take-back", {"why": "They never were."})
    assert queries.breaks(told.workspace.pk) == {}
