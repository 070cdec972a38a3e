"""The steps of a route on their pages: what stands where, what is recorded, what a form keeps."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from moothall.apps.routes.models import Finishing, OwnRoute, StepRecord
from moothall.documents.exchange import route_json
from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import StepValue
from moothall.domain.roles import Role
from moothall.domain.routes import Deed, Term
from tests.apps.deeds_of_routes import ALONE, chosen, delegated
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/route/"
DAY = {"day": 4, "month": 7, "year": 2024}


def signed_in(client: Client, council: Council, role: Role) -> Client:
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def dated(name: str) -> dict[str, int]:
    return {f"{name}_{part}": value for part, value in DAY.items()}


def test_who_signs_is_recorded_on_a_page_and_a_name_that_is_missing_keeps_what_was_typed(
    client: Client, council: Council
) -> None:
    [step] = chosen(council, ALONE)
    signed_in(client, council, Role.DEMOCRATIC_SERVICES)
    address = f"{HERE}steps/{step.pk}/record/signed"

    wrong = client.post(address, {**dated("on"), "who": ""}).content.decode()
    client.post(address, {**dated("on"), "who": "Councillor A, Leader"})
    page = client.get(HERE).content.decode()

    assert "Nobody is named." in wrong
    assert 'value="2024"' in wrong
    assert "One of them signed: Councillor A, Leader" in page
    assert "Still missing: two have to sign" in page
    assert "both of them sign" in page
    assert StepRecord.objects.count() == 1


def test_a_text_is_finished_and_reported_back_on_pages_and_the_diagram_shows_where_the_route_stands(
    client: Client, council: Council
) -> None:
    finishes, decision = delegated(council)
    signed_in(client, council, Role.DEMOCRATIC_SERVICES)
    said = {
        "version": 1, "limb": f"{decision.pk}-2-0", "finished_by": "Piers Tolland", **dated("finished_on"),
        "finished_on_day": 22, "within": "Two figures.",
    }  # fmt: skip

    client.post(f"{HERE}steps/{finishes.pk}/finish", said)
    row = Finishing.objects.get()
    client.post(f"{HERE}finished/{row.pk}/report-back", {"to": "Cabinet", **dated("on"), "on_day": 22})
    page = client.get(HERE).content.decode()

    assert "finished by Piers Tolland as the director" in page
    assert "Reported back to Cabinet on Monday 22 July 2024" in page
    assert 'class="mh-picture mh-way" role="img"' in page
    assert "Director, finished" in page
    assert "a decision in force comes before it" in page


def test_a_plan_sent_first_says_on_the_route_page_what_it_is_subject_to(client: Client, council: Council) -> None:
    sends = StepValue("Chief executive", BodyKind.OFFICER, False, deed=Deed.SEND)
    cabinet = StepValue("Cabinet", BodyKind.EXECUTIVE, True, deed=Deed.RATIFY, terms=(Term.EACH_RETURN,))
    chosen(council, sends, cabinet)

    page = signed_in(client, council, Role.POLICY_OFFICER).get(HERE).content.decode()

    assert "Subject to approval by Cabinet, on a day still to be set." in page


def test_a_council_composes_its_own_route_takes_it_and_brings_the_file_in_again(
    client: Client, council: Council
) -> None:
    signed_in(client, council, Role.POLICY_OFFICER)
    new = f"{HERE}own/new?start=R3"
    start = client.get(new).content.decode()
    steps = [("Panel of members", "scrutiny", "advise"), ("Cabinet", "executive", "decide")]
    typed = {"name": "Through the panel", "steps-TOTAL_FORMS": 3, "steps-INITIAL_FORMS": 0}
    for number, (body, kind, deed) in enumerate(steps):
        typed |= {f"steps-{number}-{name}": value for name, value in (("body", body), ("kind", kind), ("deed", deed))}
        typed[f"steps-{number}-number"] = 2 - number
    typed |= {"steps-2-kind": "executive", "steps-2-deed": "decide"}

    refused = client.post(new, typed).content.decode()
    client.post(new, typed | {"steps-0-number": 1, "steps-1-number": 2})
    row = OwnRoute.objects.get()
    file = client.get(f"{HERE}own/{row.pk}/file").content
    took = client.post(f"{HERE}own/{row.pk}/take", {"day_0_day": 2, "day_0_month": 7, "day_0_year": 2024,
        "day_1_day": 11, "day_1_month": 7, "day_1_year": 2024}, follow=True).content.decode()  # fmt: skip
    again = client.post(f"{HERE}own/bring-in", {"file": SimpleUploadedFile("route.json", file)}, follow=True)

    assert "Overview and Scrutiny Committee" in start
    assert "Step 2: It advises when all is decided. Put it before the body that decides." in refused
    assert "The route is chosen: Through the panel. Its dates are counted." in took
    assert "Panel of members" in took
    assert "is kept for all your rounds" in again.content.decode()
    assert route_json.load(file).steps[0].body == "Panel of members"
