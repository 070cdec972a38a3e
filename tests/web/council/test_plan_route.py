"""Planning the route in the workspace: routes under a row, ways out and what the council is tied to, each choosable."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from moothall.apps.routes import queries as routes
from moothall.domain.roles import Role
from tests import browsing
from tests.people import Council, council

pytestmark = pytest.mark.django_db
AT = ("savings-plans", "ambermere")
ASKED = {
    "as_of_day": "24",
    "as_of_month": "5",
    "as_of_year": "2024",
    "meetings_text": "Cabinet 13 June, 11 July. Overview and Scrutiny 2 July",
    "key": "no",
}


def _page() -> str:
    return reverse("council:plan_route", args=AT)


@pytest.fixture
def here() -> Council:
    return council()


def signed_in(client: Client, here: Council, role: Role = Role.POLICY_OFFICER) -> Client:
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


def test_a_route_that_shares_the_dates_of_another_is_chosen_from_under_its_row(client: Client, here: Council) -> None:
    signed_in(client, here)
    page = text(client.get(f"{_page()}?{urlencode(ASKED)}"))

    answer = client.post(reverse("council:choose_route", args=AT), {**ASKED, "route": "R16-2024-06-13"})

    chosen = routes.route(here.workspace)
    assert "The same dates also carry 4 other routes" in page
    assert answer.status_code == 302
    assert chosen is not None
    assert (chosen.code, chosen.name) == ("R16", "Cabinet, Thu 13 June, inside a report members get anyway")
    kept = routes.planned(chosen)
    assert kept is not None and kept.same_dates_as == "Cabinet, Thu 13 June"


def test_a_way_out_keeps_what_it_rests_on_when_it_is_chosen(client: Client, here: Council) -> None:
    signed_in(client, here)
    asked = {**ASKED, "key": "unsure"}

    client.post(reverse("council:choose_route", args=AT), {**asked, "route": "R1-2024-06-13-general-exception"})

    kept = routes.planned(routes.route(here.workspace))  # type: ignore[arg-type]
    assert kept is not None and kept.way_out is not None
    assert kept.way_out.provision is not None and kept.way_out.provision.part == "regulation 10(1)"


def test_what_the_council_is_tied_to_changes_its_routes_and_is_kept_when_one_is_chosen(
    client: Client, here: Council
) -> None:
    signed_in(client, here)
    tied = {**ASKED, "exempt": "on", "not_used": "individual member"}

    page = text(client.get(f"{_page()}?{urlencode(tied)}"))
    client.post(reverse("council:choose_route", args=AT), {**tied, "route": "R1-2024-07-11"})

    assert "Leader alone" not in page
    assert '<input type="hidden" name="exempt" value="on">' in page
    kept = routes.planned(routes.route(here.workspace))  # type: ignore[arg-type]
    assert kept is not None
    assert "private_meeting_notice" in {step.step for step in kept.steps}


def test_what_cannot_both_hold_is_said_and_everything_typed_stays(client: Client, here: Council) -> None:
    signed_in(client, here)

    page = text(client.get(f"{_page()}?{urlencode({**ASKED, 'reserved': 'on', 'not_used': 'Council'})}"))

    assert page.count("reserved to Council, and Council may not be used") >= 2
    assert 'value="Council"' in page
    assert "Cabinet 13 June, 11 July." in page


def test_the_page_is_clean_with_everything_open(live_server: LiveServer, page: Page, here: Council) -> None:
    browsing.sign_in(page, live_server.url, here.who(Role.POLICY_OFFICER))
    page.goto(f"{live_server.url}{_page()}?{urlencode({**ASKED, 'exempt': 'on', 'key': 'unsure'})}")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    browsing.look(page, "council-plan-route")

    found = []
    for width in (1280, 375, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {browsing.sideways(page)} pixels wider"] if browsing.sideways(page) else []
        found += [f"{width}: {fault}" for fault in browsing.axe(page)] if width != 320 else []
    assert found == []
