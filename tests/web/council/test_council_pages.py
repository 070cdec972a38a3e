"""The council's own pages, opened by the cast, looked at in a browser."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page

from moothall.apps.audit.models import Entry
from moothall.apps.files import queries as files
from moothall.apps.plans import queries as plans
from moothall.apps.reports import actions as reports
from moothall.apps.reports import queries as report_queries
from moothall.apps.returns import queries as returns
from moothall.domain.roles import Role
from tests import browsing
from tests.people import OPENED, Council, council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/"


@pytest.fixture
def here() -> Council:
    return council()


def signed_in(client: Client, here: Council, role: Role) -> Client:
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def looked_at(page: Page, address: str, here: Council, asked: list[tuple[str, Role]]) -> list[str]:
    """What is wrong with each of these pages of the live server at ``address``, opened by its person in a browser."""
    found = []
    for path, role in asked:
        browsing.sign_in(page, address, here.who(role))
        page.goto(address + path)
        assert urlsplit(page.url).path == path
        found += browsing.faults(page, f"council-{browsing.named(path)}")
    return found


def _fill(here: Council) -> None:
    by = here.who(Role.REPORT_AUTHOR)
    report = reports.begin_report(workspace=here.workspace, house_template="plain", by=by, at=OPENED)
    said: dict[str, Any] = {
        "title": "Savings Plan 2024",
        "body": "Cabinet",
        "meeting_on": "2024-07-11",
        "recommendations": [{"number": "2.1", "text": "That Cabinet approves the plan.", "limbs": []}],
    }
    for name, value in said.items():
        reports.write_field(report=report, name=name, value=value, revision=0, by=by, at=OPENED)


PAGES = [
    ("/council/", Role.POLICY_OFFICER),
    (HERE, Role.POLICY_OFFICER),
    (HERE + "record", Role.CHIEF_EXECUTIVE),
    (HERE + "plan/", Role.POLICY_OFFICER),
    (HERE + "plan/opening", Role.POLICY_OFFICER),
    (HERE + "plan/questions/T1.Q1", Role.POLICY_OFFICER),
    (HERE + "plan/commitments/add", Role.POLICY_OFFICER),
    (HERE + "plan/commitments/C1/milestones/add", Role.POLICY_OFFICER),
    (HERE + "plan/measures/add", Role.POLICY_OFFICER),
    (HERE + "plan/barriers/add", Role.POLICY_OFFICER),
    (HERE + "plan/items/C1", Role.POLICY_OFFICER),
    (HERE + "plan/versions/1", Role.CHIEF_EXECUTIVE),
    (HERE + "report/", Role.REPORT_AUTHOR),
    (HERE + "report/fields/title", Role.REPORT_AUTHOR),
    (HERE + "report/fields/recommendations", Role.REPORT_AUTHOR),
    (HERE + "report/fields/key_decision", Role.REPORT_AUTHOR),
    (HERE + "report/preview", Role.REPORT_AUTHOR),
    (HERE + "route/", Role.DEMOCRATIC_SERVICES),
    ("/council/open", Role.OPERATOR),
]


@pytest.mark.parametrize(("address", "role"), PAGES)
def test_a_page_opens_for_its_person_and_not_without_signing_in(
    client: Client, here: Council, address: str, role: Role
) -> None:
    here.decided()
    _fill(here)

    assert client.get(address).status_code == 302
    answer = signed_in(client, here, role).get(address)

    assert answer.status_code == 200
    assert answer.content.count(b"<h1") == 1


@pytest.mark.parametrize("address", [HERE, HERE + "plan/", HERE + "route/"])
def test_a_stranger_to_the_council_is_told_who_may(client: Client, here: Council, address: str) -> None:
    answer = signed_in(client, here, Role.PANEL_ANALYST).get(address)

    assert answer.status_code == 403
    assert b"who may" in answer.content


def test_the_policy_officer_begins_answers_and_keeps_a_version(client: Client, here: Council) -> None:
    signed_in(client, here, Role.POLICY_OFFICER)

    client.post(HERE + "plan/begin")
    client.post(HERE + "plan/questions/T1.Q1", {"revision": 0, "status": "answered", "text": "We moved offices."})
    client.post(HERE + "plan/versions/keep", {"name": "draft for Cabinet"})

    version = plans.latest_version(here.workspace)
    assert version is not None
    assert plans.frozen(version).answers[0].text == "We moved offices."
    events = [line.event for line in Entry.objects.filter(workspace_id=here.workspace.pk)]
    assert events[-3:] == ["plan.begun", "question.answered", "plan.version_kept"]


def test_two_people_answering_one_question_lose_no_words(client: Client, here: Council) -> None:
    signed_in(client, here, Role.POLICY_OFFICER)
    client.post(HERE + "plan/begin")
    address = HERE + "plan/questions/T1.Q1"
    client.post(address, {"revision": 0, "status": "answered", "text": "The first words."})

    answer = client.post(address, {"revision": 0, "status": "answered", "text": "The second words."})

    assert answer.status_code == 200
    assert b"changed the same words while you were writing" in answer.content
    assert b"The first words." in answer.content and b"The second words." in answer.content
    client.post(address, {"revision": 1, "status": "answered", "text": "The first words. The second words."})
    draft = plans.draft(here.workspace)
    assert draft is not None and draft.answers.get().text == "The first words. The second words."


def test_a_question_declined_without_a_reason_keeps_what_was_typed(client: Client, here: Council) -> None:
    signed_in(client, here, Role.POLICY_OFFICER)
    client.post(HERE + "plan/begin")

    answer = client.post(
        HERE + "plan/questions/T1.Q1", {"revision": 0, "status": "not_answered", "text": "Half a thought", "reason": ""}
    )

    assert b"There is no reason." in answer.content
    assert b"Half a thought" in answer.content


def test_a_recommendation_is_kept_with_the_limbs_its_words_hold(client: Client, here: Council) -> None:
    signed_in(client, here, Role.REPORT_AUTHOR)
    client.post(HERE + "report/begin", {"house_template": "plain"})

    client.post(
        HERE + "report/fields/recommendations",
        {
            "revision": 0,
            "rows-TOTAL_FORMS": 1,
            "rows-INITIAL_FORMS": 0,
            "rows-0-number": "2.1",
            "rows-0-text": "That Cabinet approves and endorses the plan.",
        },
    )

    report = report_queries.report(here.workspace)
    assert report is not None
    verbs = [limb.verb.value for limb in report_queries.value(report).recommendations[0].limbs]
    assert verbs == ["approve", "endorse"]


@pytest.mark.parametrize(("kind", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!DOCTYPE")])
def test_the_report_comes_as_a_file(client: Client, here: Council, kind: str, begins: bytes) -> None:
    _fill(here)

    answer = signed_in(client, here, Role.REPORT_AUTHOR).get(f"{HERE}report/report.{kind}")

    assert answer.status_code == 200
    assert answer.content.startswith(begins)


def test_democratic_services_takes_the_decision_from_meeting_to_call_in(client: Client, here: Council) -> None:
    version, step = here.written(), here.routed()
    signed_in(client, here, Role.DEMOCRATIC_SERVICES)
    steps = f"{HERE}route/steps/{step.pk}/"
    day = {"day": 11, "month": 7, "year": 2024}

    client.post(steps + "meeting", {f"met_on_{part}": value for part, value in day.items()})
    decided = {f"decided_on_{part}": value for part, value in day.items()}
    limbs = {"limbs-TOTAL_FORMS": 1, "limbs-INITIAL_FORMS": 0, "limbs-0-verb": "note", "limbs-0-object": "the plan"}
    client.post(
        steps + "decision",
        {**decided, **limbs, "minute": "RESOLVED to note.", "version": version.number, "is_callable": "yes"},
    )
    published = {f"published_on_{part}": value for part, value in day.items()}
    client.post(steps + "publish", {**published, "published_time": "21:30"})

    page = client.get(HERE + "route/").content.decode()
    assert "Endorsement: not evident" in page
    assert "Thursday 18 July" in page
    assert "in force since Friday 19 July" in page


@pytest.mark.parametrize("role", sorted({role for _, role in PAGES}))
def test_the_pages_of_each_person_are_clean_and_fit_a_phone(
    live_server: Any, page: Page, here: Council, role: Role
) -> None:
    here.decided()
    _fill(here)

    assert looked_at(page, live_server.url, here, [one for one in PAGES if one[1] == role]) == []


PUBLICATION_PAGES = [
    (HERE + "publication/", Role.CHIEF_EXECUTIVE),
    (HERE + "publication/publish", Role.POLICY_OFFICER),
    (HERE + "publication/withdraw", Role.POLICY_OFFICER),
    (HERE + "publication/return", Role.CHIEF_EXECUTIVE),
]
PROGRESS_PAGES = [
    (HERE + "progress/", Role.PERFORMANCE_MANAGER),
    (HERE + "progress/measures/M1", Role.PERFORMANCE_MANAGER),
    (HERE + "progress/milestones/C1.1", Role.PERFORMANCE_MANAGER),
]


def test_the_pages_of_publication_and_progress_are_clean_and_fit_a_phone(
    live_server: Any, page: Page, here: Council
) -> None:
    here.sent()

    assert looked_at(page, live_server.url, here, PUBLICATION_PAGES + PROGRESS_PAGES) == []


def test_the_policy_officer_publishes_and_the_chief_executive_sends(client: Client, here: Council) -> None:
    here.published()
    signed_in(client, here, Role.CHIEF_EXECUTIVE)

    to = "plans@department.example"
    said = {"words": "I certify it.", "channel": "email", "subject": "Our plan", "covering": "Here it is."}
    said |= {"recipient": to, "again": to}

    slip = client.post(HERE + "publication/return", said | {"again": "plan@department.example"}).content.decode()
    looked = client.post(HERE + "publication/return", said).content.decode()
    seen = re.findall(r'name="seen" value="([^"]+)"', looked)[0]
    one = client.post(HERE + "publication/return", said | {"seen": seen, "show": "SHA256SUMS"})
    other = client.post(
        HERE + "publication/return", said | {"seen": seen, "certify": "yes", "covering": "Here it is not."}
    ).content.decode()
    client.post(HERE + "publication/return", said | {"seen": seen, "certify": "yes"})
    row = returns.returns(here.workspace)[0]
    place = f"{HERE}publication/return/{row.receipt_number}"
    waits = client.get(place + "/").content.decode()
    went = {"channel": "email", "recipient": to, "time": "11.59pm"}
    day = timezone.localtime(row.sent_at)
    went |= {"on_day": day.day, "on_month": day.month, "on_year": day.year}
    early = client.post(place + "/sent", went).content.decode()
    client.post(place + "/sent", went | {"time": f"{day:%H:%M}", "reference": "R-1"})

    assert "The two addresses are not the same." in slip and "Here it is." in slip
    assert "What would be sent has changed since you looked at it." in other
    assert len(one.content.splitlines()) == 6 and files.fingerprint(returns.folder(row)) == row.folder.file.sha256
    assert "The return is certified. It has not been sent yet." in waits
    assert "That moment is still to come." in early or f"{day:%H:%M}" == "23:59"
    answer = client.get(HERE + "publication/")
    assert b"The text on this page is the text that was agreed and the text that was sent." in answer.content
    assert client.get(place + ".pdf").content.startswith(b"%PDF")
    assert client.get(place + "/message.eml").content.startswith(b"From: Gwen Ostler <")


def test_publishing_before_the_decision_is_in_force_is_refused_in_a_sentence(client: Client, here: Council) -> None:
    here.decided()
    signed_in(client, here, Role.POLICY_OFFICER)

    answer = client.post(HERE + "publication/publish", {"version": 1})

    assert b"The decision is not published yet." in answer.content


def test_the_performance_manager_records_a_reading_and_an_update(client: Client, here: Council) -> None:
    here.sent()
    signed_in(client, here, Role.PERFORMANCE_MANAGER)
    ended = {"period_ends_on_day": 30, "period_ends_on_month": 9, "period_ends_on_year": 2024}
    done = {"done_on_day": 14, "done_on_month": 10, "done_on_year": 2024}

    reading = {"period": "to September 2024", **ended, "value": "3.3", "note": "Four posts filled."}
    client.post(HERE + "progress/measures/M1", reading)
    client.post(HERE + "progress/milestones/C1.1", {"state": "done", "words": "Both councils signed.", **done})

    page = client.get(HERE + "progress/").content.decode()
    assert "Four posts filled." in page
    assert "Done, 2 weeks late" in page
    assert "Both councils signed." in page


def test_a_milestone_done_without_a_day_is_refused_and_nothing_typed_is_lost(client: Client, here: Council) -> None:
    here.sent()
    signed_in(client, here, Role.PERFORMANCE_MANAGER)

    answer = client.post(HERE + "progress/milestones/C1.1", {"state": "done", "words": "Both councils signed."})

    assert b"needs the day it was done" in answer.content
    assert b"Both councils signed." in answer.content


def test_the_report_as_a_page_of_its_own_may_bring_its_print_style_and_no_script(client: Client, here: Council) -> None:
    _fill(here)

    answer = signed_in(client, here, Role.REPORT_AUTHOR).get(f"{HERE}report/report.html")

    policy = answer["Content-Security-Policy"]
    assert "style-src 'unsafe-inline'" in policy
    assert "script-src" not in policy
    assert "default-src 'self'" in policy
