"""The addresses anyone may rely on: which there are, what each answers with, and what a withdrawal leaves at them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings
from lxml import etree

from moothall.apps.plans import queries as plans
from moothall.apps.progress import actions as progress
from moothall.apps.publications import actions as publications
from moothall.apps.publications import queries as published
from moothall.documents.exchange import plan_json, plan_stratml, publication_json
from moothall.documents.exchange.checked import SCHEMAS
from moothall.documents.reading.attachments import plan_inside
from moothall.domain.roles import Role
from tests.people import Council
from tests.people import council as open_council

pytestmark = pytest.mark.django_db
PLAN = "/plans/savings-plans/ambermere/"
LATER = datetime(2024, 10, 10, 9, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"

# What stands here was promised to whoever links to it or reads it by program. A line is added and never taken away.
CONTRACT = {
    "/": "text/html",
    "/plans/": "text/html",
    "/plans/savings-plans/ambermere/": "text/html",
    "/plans/savings-plans/ambermere/decisions/": "text/html",
    "/plans/savings-plans/ambermere/progress/": "text/html",
    "/plans/savings-plans/ambermere/data/": "text/html",
    "/plans/savings-plans/ambermere/publication.json": "application/json",
    "/plans/savings-plans/ambermere/measures.csv": "text/csv",
    "/plans/savings-plans/ambermere/milestones.csv": "text/csv",
    "/plans/savings-plans/ambermere/changes.atom": "application/atom+xml",
    "/plans/savings-plans/ambermere/changes.json": "application/feed+json",
    "/plans/savings-plans/ambermere/v1/": "text/html",
    "/plans/savings-plans/ambermere/v1/publication.json": "application/json",
    "/plans/savings-plans/ambermere/v1/plan.json": "application/json",
    "/plans/savings-plans/ambermere/v1/plan.pdf": "application/pdf",
    "/plans/savings-plans/ambermere/v1/plan.docx":
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "/plans/savings-plans/ambermere/v1/plan.xml": "application/xml",
    "/plans/savings-plans/ambermere/v1/questions.csv": "text/csv",
    "/plans/savings-plans/ambermere/v1/commitments.csv": "text/csv",
    "/plans/savings-plans/ambermere/v1/measures.csv": "text/csv",
    "/plans/savings-plans/ambermere/v1/barriers.csv": "text/csv",
    "/plans/savings-plans/ambermere/v1/card.png": "image/png",
    "/councils/ambermere/": "text/html",
    "/councils/ambermere/changes.atom": "application/atom+xml",
    "/councils/ambermere/changes.json": "application/feed+json",
    "/rounds/": "text/html",
    "/rounds/savings-plans/": "text/html",
    "/rounds/savings-plans/round.json": "application/json",
    "/rounds/savings-plans/plans/": "text/html",
    "/rounds/savings-plans/changes.atom": "application/atom+xml",
    "/rounds/savings-plans/changes.json": "application/feed+json",
    "/changes.atom": "application/atom+xml",
    "/changes.json": "application/feed+json",
    "/schemas/": "text/html",
    "/schemas/columns.csv": "text/csv",
    "/schemas/plan.schema.json": "application/schema+json",
    "/schemas/publication.schema.json": "application/schema+json",
    "/schemas/return.schema.json": "application/schema+json",
    "/schemas/round.schema.json": "application/schema+json",
    "/schemas/item.schema.json": "application/schema+json",
    "/schemas/rules.schema.json": "application/schema+json",
    "/schemas/stratml.xsd": "application/xml",
    "/check/": "text/html",
    "/robots.txt": "text/plain",
    "/sitemap.xml": "application/xml",
    "/what-is-public": "text/html",
}  # fmt: skip
NEWEST = ("plan.json", "plan.pdf", "plan.docx", "plan.xml")


@pytest.fixture(scope="module")
def storages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A folder of files for all tests of this module, which read what was arranged for them together."""
    location = str(tmp_path_factory.mktemp("addresses"))
    return {**settings.STORAGES, "default": {**settings.STORAGES["default"], "OPTIONS": {"location": location}}}


@pytest.fixture(autouse=True)
def kept_files(files_of_this_test: None, storages: dict[str, Any]) -> Iterator[None]:
    with override_settings(STORAGES=storages):
        yield


@pytest.fixture(scope="module")
def here(kept_for_module: None, storages: dict[str, Any]) -> Council:
    """A council that published, sent, told a reading that begins like a formula, and corrected its plan."""
    with override_settings(STORAGES=storages):
        return _arranged(open_council())


def _arranged(council: Council) -> Council:
    council.sent()
    by = council.who(Role.PERFORMANCE_MANAGER)
    progress.record_reading(
        workspace=council.workspace, measure="M1", period="to September 2024", period_ends_on=date(2024, 9, 30),
        value=Decimal("3.3"), note="=HYPERLINK(1)", by=by, at=LATER,
    )  # fmt: skip
    progress.release(workspace=council.workspace, by=by, at=LATER)
    progress.record_reading(
        workspace=council.workspace, measure="M1", period="to October 2024", period_ends_on=date(2024, 10, 9),
        value=Decimal("9.9"), note="Not let out.", by=by, at=LATER + timedelta(days=1),
    )  # fmt: skip
    publications.publish_plan(
        workspace=council.workspace, version=plans.versions(council.workspace)[0], round_=council.round_,
        note="A figure in paragraph 2 was corrected.", by=council.who(Role.POLICY_OFFICER), at=LATER,
    )  # fmt: skip
    return council


def test_every_promised_address_answers_with_what_was_promised(client: Client, here: Council) -> None:
    answers = {path: client.get(path) for path in CONTRACT}

    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 200} == {}
    assert {path: answer["Content-Type"].partition(";")[0] for path, answer in answers.items()} == CONTRACT
    assert {client.get(PLAN + name)["Location"] for name in NEWEST} == {f"{PLAN}v2/{name}" for name in NEWEST}


def test_json_stratml_and_pdf_of_a_version_are_one_plan_and_the_record_holds_it_with_its_correction(
    client: Client, here: Council
) -> None:
    plan = plan_json.load(client.get(PLAN + "v2/plan.json").content)
    record = publication_json.load(client.get(PLAN + "publication.json").content)
    xml = client.get(PLAN + "v2/plan.xml").content
    inside = plan_inside(client.get(PLAN + "v2/plan.pdf").content)

    assert plan_stratml.load(xml) == plan
    assert inside is not None and plan_json.load(inside) == plan
    assert record.plan == plan
    assert [one.note for one in record.versions] == ["A figure in paragraph 2 was corrected.", ""]
    etree.XMLSchema(etree.parse(SCHEMAS / "stratml.xsd")).assertValid(etree.fromstring(xml))


def test_the_same_version_is_the_same_bytes_each_time(client: Client, here: Council) -> None:
    files = [path for path in CONTRACT if "/v1/" in path and not path.endswith("/v1/")]

    assert [path for path in files if client.get(path).content != Client().get(path).content] == []


def test_the_tables_say_what_each_column_is_and_start_no_formula(client: Client, here: Council) -> None:
    def rows(path: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(client.get(path).content.decode("utf-8-sig"))))

    meanings = {(one["file"], one["column"]) for one in rows("/schemas/columns.csv")}
    for name in ("questions", "commitments", "measures", "barriers"):
        assert {(f"{name}.csv of a version", column) for column in rows(f"{PLAN}v1/{name}.csv")[0]} <= meanings
    assert [one["status"] for one in rows(PLAN + "v1/questions.csv")].count("Not answered") == 1
    assert rows(PLAN + "v1/commitments.csv")[0]["due_on"] == "2024-09-30"
    assert [one["note"] for one in rows(PLAN + "measures.csv")] == ["'=HYPERLINK(1)"]


def test_a_feed_tells_each_change_once_with_a_name_that_never_moves(client: Client, here: Council) -> None:
    first = client.get("/changes.atom")
    feed = etree.fromstring(first.content)
    kinds = [one.get("term") for one in feed.iter(f"{ATOM}category")]
    names = [one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")]
    of_plan = [item["id"] for item in client.get(PLAN + "changes.json").json()["items"]]

    assert kinds == ["progress", "corrected", "sent", "published", "decided"]
    assert names == of_plan
    assert all(name and name.startswith("urn:uuid:") for name in names)
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == "http://127.0.0.1:8000/changes.atom"  # type: ignore[union-attr]
    assert feed.findtext(f"{ATOM}updated") == "2024-10-10T09:00:00Z"
    assert client.get("/changes.atom", headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_search_engines_are_told_whose_plan_it_is_in_data_that_is_no_script(client: Client, here: Council) -> None:
    page = client.get(PLAN + "v1/").content.decode()
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert data is not None
    organization, report = json.loads(data[1])["@graph"]

    assert (organization["@type"], organization["name"]) == ("GovernmentOrganization", "Ambermere District Council")
    assert (report["@type"], report["version"]) == ("Report", "1")
    assert report["datePublished"].startswith("2024-07-19")
    assert '<link rel="canonical" href="http://127.0.0.1:8000/plans/savings-plans/ambermere/">' in page
    assert 'content="http://127.0.0.1:8000/plans/savings-plans/ambermere/v1/card.png"' in page
    assert "http://127.0.0.1:8000/plans/savings-plans/ambermere/" in client.get("/sitemap.xml").content.decode()
    assert "Disallow: /council/" in client.get("/robots.txt").content.decode()


def test_a_round_s_plans_are_looked_through_by_name(client: Client, here: Council) -> None:
    found = client.get("/rounds/savings-plans/plans/", {"q": "amber"}).content.decode()
    none = client.get("/rounds/savings-plans/plans/", {"q": "<thorn>"}).content.decode()

    assert "1 of 1 plan for “amber”." in found
    assert "No plan of this round is called so." in none and "&lt;thorn&gt;" in none


def test_a_withdrawn_plan_keeps_its_pages_and_record_and_its_files_say_that_they_are_gone(
    client: Client, here: Council
) -> None:
    row = published.latest(here.workspace.pk)
    assert row is not None
    publications.withdraw(publication=row, note="It named a resident.", by=here.who(Role.POLICY_OFFICER), at=LATER)

    record = publication_json.load(client.get(PLAN + "publication.json").content)
    gone = client.get(PLAN + "v2/plan.json")

    assert (record.plan, record.withdrawn_note) == (None, "It named a resident.")
    assert (gone.status_code, gone.json()["withdrawn_note"]) == (410, "It named a resident.")
    assert {client.get(f"{PLAN}v2/{name}").status_code for name in (*NEWEST, "card.png", "questions.csv")} == {410}
    for part in ("", "v2/", "decisions/", "progress/", "data/"):
        page = client.get(PLAN + part)
        assert page.status_code == 200
        assert b"This plan was withdrawn on Thursday 10 October 2024." in page.content
        assert b"three offices" not in page.content
    assert PLAN not in client.get("/sitemap.xml").content.decode()
    assert client.get("/changes.json").json()["items"][0]["tags"] == ["withdrawn"]
