"""The read API: what anyone may ask, what it answers, and that every answer is JSON."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from moothall.apps.publications import actions as publications
from moothall.documents.exchange import plan_json
from moothall.domain.clock_questions import QUESTIONS
from moothall.domain.fingerprints import fingerprint
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
PLAN = "/api/v1/plans/savings-plans/ambermere"


def test_anyone_may_list_the_rounds_and_read_one(client: Client, council: Council) -> None:
    (line,) = client.get("/api/v1/rounds").json()
    whole = client.get(f"/api/v1/rounds/{line['slug']}").json()

    assert (line["title"], line["deadline_on"], line["is_invented"]) == ("Savings Plans", "2024-07-19", True)
    assert [one["key"] for one in whole["themes"]] == [one.key for one in council.round_.themes]


def test_nothing_is_listed_before_it_is_published(client: Client, council: Council) -> None:
    council.decided()

    assert client.get("/api/v1/plans").json() == []
    assert client.get(PLAN).status_code == 404


def test_a_published_plan_is_listed_with_its_addresses(client: Client, council: Council) -> None:
    sent = council.sent()

    (line,) = client.get("/api/v1/plans", {"round": "savings-plans"}).json()

    assert (line["authority_name"], line["version"]) == ("Ambermere District Council", 1)
    assert line["receipt_number"] == sent.receipt_number
    assert line["page"].endswith("/plans/savings-plans/ambermere/")
    assert line["data"].endswith(PLAN)


def test_one_plan_comes_whole_and_its_fingerprint_can_be_checked(client: Client, council: Council) -> None:
    council.sent()

    whole = client.get(PLAN).json()
    plan = plan_json.load(whole["plan"])

    assert fingerprint(plan) == whole["fingerprint"]
    assert whole["text_agrees"] is True
    assert whole["decision"]["body"] == "Cabinet"
    assert whole["trail"][-1]["moment"] == "published" and whole["sent_at"]


def test_an_older_version_keeps_answering(client: Client, council: Council) -> None:
    first = council.published()
    publications.publish_plan(
        workspace=council.workspace, version=first.workspace.versions.get(), round_=council.round_, note="Anew.",
        by=council.who(Role.POLICY_OFFICER), at=datetime(2024, 7, 25, tzinfo=UTC),
    )  # fmt: skip

    older = client.get(PLAN, {"version": 1}).json()

    assert (older["version"], older["is_latest"], older["versions"]) == (1, False, [2, 1])
    assert client.get(PLAN).json()["version"] == 2


def test_a_withdrawn_plan_says_when_and_why_and_keeps_its_words_back(client: Client, council: Council) -> None:
    publications.withdraw(
        publication=council.published(), note="It named a person.", by=council.who(Role.POLICY_OFFICER),
        at=datetime(2024, 7, 25, tzinfo=UTC),
    )  # fmt: skip

    whole = client.get(PLAN).json()

    assert whole["plan"] is None
    assert whole["withdrawn_note"] == "It named a person."
    assert "three offices" not in client.get(PLAN).content.decode()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/rounds/none", 404),
        ("/api/v1/plans?round=none", 404),
        ("/api/v1/plans/savings-plans/none", 404),
        (PLAN + "?version=9", 404),
        (PLAN + "?version=first", 422),
        (PLAN + "?version=0", 422),
        ("/api/v1/nothing/here", 404),
    ],
)
def test_what_cannot_be_answered_is_said_in_json(client: Client, council: Council, address: str, status: int) -> None:
    council.published()

    answer = client.get(address)

    assert answer.status_code == status
    assert answer["Content-Type"].startswith("application/json")
    assert answer.json()["detail"]


def test_every_clock_is_listed_with_its_arguments_and_where_to_ask_it(client: Client) -> None:
    listed = {one["clock"]: one for one in client.get("/api/v1/clocks").json()}

    call_in = listed["call-in"]
    arguments = {one["key"]: one for one in call_in["arguments"]}
    assert set(listed) == set(QUESTIONS)
    assert call_in["data"].endswith("/api/v1/clocks/call-in")
    assert call_in["page"].endswith("/clocks/call-in")
    assert arguments["days"]["default"] == "5"
    assert arguments["unit"]["choices"] == ["working", "calendar"]
    assert "as_known_on" in arguments


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        (
            "call-in?publishd=2024-07-03",
            400,
            "The clock call-in has an unknown key, 'publishd'. Did you mean published?",
        ),
        ("agenda-publication", 400, "The clock agenda-publication needs meeting, and it is not given."),
        ("agenda-publication?meeting=soon", 400, "meeting is 'soon', which is not a date."),
        ("new-moon?day=2024-07-03", 404, "There is no clock called new-moon. See the list of clocks."),
    ],
)
def test_a_clock_that_cannot_answer_says_why(client: Client, address: str, status: int, sentence: str) -> None:
    answer = client.get(f"/api/v1/clocks/{address}")

    assert answer.status_code == status
    assert answer.json()["detail"].startswith(sentence)


def test_a_clock_answers_as_the_holidays_were_known_on_a_day(client: Client) -> None:
    asked = "/api/v1/clocks/call-in?published=2022-09-14"

    assert client.get(asked).json()["effective_on"] == "2022-09-23"
    assert client.get(f"{asked}&as_known_on=2022-09-01").json()["effective_on"] == "2022-09-22"


def test_the_interface_only_reads(client: Client, council: Council) -> None:
    council.published()

    assert [client.generic(verb, PLAN).status_code for verb in ("POST", "PUT", "PATCH", "DELETE")] == [405] * 4


def test_its_description_declares_every_answer(client: Client) -> None:
    described = client.get("/api/v1/openapi.json").json()

    answers = {path: set(verbs["get"]["responses"]) for path, verbs in described["paths"].items()}
    assert answers == {
        "/api/v1/rounds": {"200"},
        "/api/v1/rounds/{round_slug}": {"200", "404", "422"},
        "/api/v1/plans": {"200", "404", "422"},
        "/api/v1/plans/{round_slug}/{slug}": {"200", "404", "422"},
        "/api/v1/clocks": {"200"},
        "/api/v1/clocks/{clock_name}": {"200", "400", "404"},
    }
    parameters = {one["name"] for verbs in described["paths"].values() for one in verbs["get"].get("parameters", [])}
    assert parameters == {"round_slug", "slug", "round", "version", "clock_name", "arguments"}
