"""The page of evidence that looks for its words: what it says, who may answer, and what an answer does."""

from __future__ import annotations

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from moothall.apps.evidence import queries as evidence
from moothall.apps.evidence.models import Evidence
from moothall.apps.intake.evidence import name_of
from moothall.apps.intake.models import Upload
from moothall.domain.roles import Role
from tests import browsing
from tests.apps.evidence.test_evidence import CORRECTED, replaced
from tests.apps.intake.brought_in import REPORT, again, bring, confirm_all
from tests.people import Council

pytestmark = pytest.mark.django_db
BASE = "/council/savings-plans/ambermere/documents/"


def signed_in(here: Council, role: Role) -> Client:
    client = Client()
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def words(answer: object) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())  # type: ignore[attr-defined]


@pytest.fixture
def row(council: Council) -> Upload:
    return confirm_all(council, bring(council, REPORT.encode(), "report.txt"))


@pytest.fixture
def later(council: Council, row: Upload) -> Upload:
    return replaced(council, row)


def date_of(later: Upload) -> Evidence:
    return next(one for one in evidence.of_document(later.workspace, name_of(later)) if one.what == "meeting_date")


def test_what_waits_is_shown_with_its_old_words_and_the_places_it_may_be_at(council: Council, later: Upload) -> None:
    said = words(signed_in(council, Role.POLICY_OFFICER).get(f"{BASE}{later.pk}/evidence"))

    assert "Evidence looking for its words" in said
    assert "11 July 2024" in said and "25 July 2024" in said
    assert "They are no longer there" in said


def test_the_documents_page_counts_what_waits_and_names_what_was_replaced(council: Council, later: Upload) -> None:
    said = words(signed_in(council, Role.POLICY_OFFICER).get(BASE))

    assert "of evidence to place" in said
    assert "In place of report.txt." in said


def test_a_place_that_is_chosen_is_kept_and_told(council: Council, later: Upload) -> None:
    client, one = signed_in(council, Role.REPORT_AUTHOR), date_of(later)

    answer = client.post(
        f"{BASE}{later.pk}/evidence/{one.pk}", {"candidate": "words", "words": "25 July 2024"}, follow=True
    )

    assert "The evidence stands at the place you chose." in words(answer)
    assert date_of(later).state == "found"


def test_gone_is_an_answer_and_words_that_stand_nowhere_are_refused(council: Council, later: Upload) -> None:
    client, one = signed_in(council, Role.POLICY_OFFICER), date_of(later)
    address = f"{BASE}{later.pk}/evidence/{one.pk}"

    refused = client.post(address, {"candidate": "words", "words": "A submarine."}, follow=True)
    told = client.post(address, {"candidate": "gone"}, follow=True)

    assert "These words do not stand in the document." in words(refused)
    assert "No longer there, said" in words(told)


def test_those_who_confirm_nothing_may_look_and_not_answer(council: Council, later: Upload) -> None:
    client, one = signed_in(council, Role.PERFORMANCE_MANAGER), date_of(later)

    assert "Where are they now?" not in words(client.get(f"{BASE}{later.pk}/evidence"))
    assert client.post(f"{BASE}{later.pk}/evidence/{one.pk}", {"candidate": "gone"}).status_code == 403
    assert client.post(f"{BASE}{later.pk}/anew").status_code == 403
    assert client.post(f"{BASE}{later.pk}/evidence").status_code == 403


def test_a_corrected_version_is_brought_in_on_the_page_and_the_same_file_is_refused(
    council: Council, row: Upload
) -> None:
    client, address = signed_in(council, Role.POLICY_OFFICER), f"{BASE}{row.pk}/evidence"

    refused = client.post(address, {"file": SimpleUploadedFile("report.txt", REPORT.encode())})
    answer = client.post(address, {"file": SimpleUploadedFile("corrected.txt", CORRECTED.encode())})

    assert "is the very file that is here already" in words(refused)
    assert answer.status_code == 302
    assert Upload.objects.get(replaces=row).name == "corrected.txt"


def test_read_again_it_waits_for_the_reader_and_keeps_its_record(council: Council, row: Upload) -> None:
    signed_in(council, Role.POLICY_OFFICER).post(f"{BASE}{row.pk}/anew")

    assert again(row).record is not None


def test_the_evidence_can_be_taken_along_as_annotations(council: Council, later: Upload) -> None:
    answer = signed_in(council, Role.POLICY_OFFICER).get(f"{BASE}{later.pk}/evidence.json")

    assert {one["type"] for one in json.loads(answer.content)} == {"Annotation"}


def test_the_panel_is_told_that_none_waits_and_others_do_not_see_the_list(council: Council) -> None:
    address = "/panel/savings-plans/evidence"

    assert "None waits." in words(signed_in(council, Role.PANEL_ANALYST).get(address))
    assert signed_in(council, Role.POLICY_OFFICER).get(address).status_code == 403
    assert signed_in(council, Role.POLICY_OFFICER).post(f"{address}/1", {"candidate": "gone"}).status_code == 403


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_and_nobody_scrolls_sideways(live_server: LiveServer, page: Page, council: Council) -> None:
    row = confirm_all(council, bring(council, REPORT.encode(), "report.txt"))
    later = replaced(council, row)
    faults = []
    for role, name, address in (
        (Role.POLICY_OFFICER, "evidence-waiting", f"{BASE}{later.pk}/evidence"),
        (Role.POLICY_OFFICER, "evidence-documents", BASE),
        (Role.PANEL_ANALYST, "evidence-panel", "/panel/savings-plans/evidence"),
    ):
        browsing.sign_in(page, live_server.url, council.who(role))
        page.goto(live_server.url + address)
        browsing.look(page, name)
        for width in (1280, 375, 320):
            page.set_viewport_size({"width": width, "height": 900})
            faults += [f"{address} at {width}: {fault}" for fault in browsing.axe(page)]
            if browsing.sideways(page):
                faults.append(f"{address} at {width}: {browsing.sideways(page)} pixels too wide")

    assert faults == []


def test_annotations_made_elsewhere_are_brought_in_on_the_page_and_told_where_they_stand(
    council: Council, row: Upload
) -> None:
    quoted = {"type": "TextQuoteSelector", "exact": "There is no duty in statute to write the plan."}
    given = [{"body": "Is that so?", "target": {"selector": quoted}}, {"target": "https://a.example"}]
    client = signed_in(council, Role.REPORT_AUTHOR)

    def bring_in(data: bytes) -> str:
        file = SimpleUploadedFile("notes.json", data)
        return words(client.post(f"{BASE}{row.pk}/annotations", {"annotations": file}, follow=True))

    came, wrong = bring_in(json.dumps(given).encode()), bring_in(b"no JSON")

    assert "1 found their words, 0 wait for a person" in came
    assert "Annotation 2 quotes no words" in came
    assert "Is that so?" in came
    assert "This is no JSON." in wrong
    outsider = signed_in(council, Role.CHIEF_EXECUTIVE)
    assert outsider.post(f"{BASE}{row.pk}/annotations").status_code == 403
