"""Bringing in a round: what its file says, what is wrong with it, what an edition changes and for whom."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from moothall.apps.audit.models import Entry
from moothall.apps.plans import queries as plans
from moothall.apps.rounds import queries as rounds
from moothall.documents.exchange import round_json
from moothall.domain.roles import Role
from moothall.domain.rounds import Amendment, Change, ChangeKind, Round
from moothall.reference import rounds as shipped
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db
HERE = "/council/rounds/"
AMENDED = replace(
    ROUND,
    amendments=(
        Amendment(
            date(2024, 7, 1),
            "Letter of the department to all councils",
            "More time, and one question less.",
            (
                Change(ChangeKind.DEADLINE_MOVED, on=date(2024, 8, 2)),
                Change(ChangeKind.QUESTION_DROPPED, "T2.Q1"),
            ),
        ),
    ),
)


def _signed_in(council: Council, role: Role = Role.OPERATOR) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("round.json", content, "application/json")


def _brought(client: Client, round_: Round) -> str:
    answer = client.post(HERE, {"file": _file(round_json.to_bytes(round_))})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def _kept(client: Client, round_: Round, note: str = "") -> str:
    document = round_json.to_bytes(round_).decode()
    answer = client.post(HERE + "keep", {"document": document, "note": note}, follow=True)
    return " ".join(answer.content.decode().split())


def test_a_later_edition_says_what_it_changes_and_for_whom_before_it_is_kept(council: Council) -> None:
    council.written()
    operator, officer = _signed_in(council), _signed_in(council, Role.POLICY_OFFICER)

    seen = _brought(operator, AMENDED)

    assert "2 things would be otherwise for 1 council that works on it." in seen
    assert "The deadline moves from Friday 19 July 2024 to Friday 2 August 2024." in seen
    assert "T2.Q1 is no longer asked: Data." in seen
    assert "Its answers to T2.Q1 are kept" in seen
    assert "What is corrected in the file" not in seen
    assert rounds.round_called(ROUND.slug) == ROUND

    assert "This edition of Savings Plans is kept" in _kept(operator, AMENDED)

    standing = rounds.round_called(ROUND.slug)
    assert standing is not None
    assert standing.deadline_on == date(2024, 8, 2)
    assert rounds.edition(ROUND.slug, 1) == ROUND
    line = Entry.objects.latest("id")
    assert (line.event, line.details["changes"][1]) == ("round.amended", "T2.Q1 is no longer asked: Data.")
    coverage = officer.get("/council/savings-plans/ambermere/plan/coverage").content.decode()
    assert "What is no longer asked" in coverage
    assert "We share one customer record." in coverage
    draft = plans.draft(council.workspace)
    assert draft is not None
    assert "T2.Q1" not in {one.question for one in plans.plan(draft, standing).answers}
    page = " ".join(operator.get(HERE + "savings-plans/").content.decode().split())
    assert "Replaced by Otto Keane." in page
    assert operator.get(HERE + "savings-plans/edition-1.json").json() == round_json.dump(ROUND)
    then = " ".join(Client().get("/rounds/savings-plans/?on=2024-04-16").content.decode().split())
    assert "As it stood on Tuesday 16 April 2024." in then
    assert 'id="T2.Q1"' in then
    assert 'id="T2.Q1"' not in Client().get("/rounds/savings-plans/").content.decode()
    assert round_json.load(Client().get("/rounds/savings-plans/round.json").json()) == AMENDED


def test_a_correction_of_the_file_needs_a_reason_and_what_was_typed_stays(council: Council) -> None:
    operator, corrected = _signed_in(council), replace(ROUND, title="Savings Plans of councils")

    assert "What is corrected in the file" in _brought(operator, corrected)
    refused = _kept(operator, corrected)

    assert "Say in a sentence what is corrected and why" in refused
    assert rounds.round_called(ROUND.slug) == ROUND
    assert "is kept, and the one before it stays readable" in _kept(operator, corrected, "The title was cut short.")
    assert rounds.earlier_editions(ROUND.slug)[0].note == "The title was cut short."


def test_a_new_round_is_opened_and_a_file_that_is_none_is_told_every_fault(council: Council) -> None:
    operator, new = _signed_in(council), replace(ROUND, slug="depot-plans", title="Depot Plans")

    assert "Opening it changes nothing for anybody." in _brought(operator, new)
    assert "Depot Plans is open." in _kept(operator, new)
    assert rounds.round_called("depot-plans") == new

    broken = round_json.dump(new)
    broken["themes"][1]["questions"][0].pop("id")
    broken["deadline_on"] = "2024-01-01"
    wrong = operator.post(HERE, {"file": _file(json.dumps(broken).encode())}).content.decode()
    assert "themes[1].questions[0].id is missing. Add it." in wrong
    for role in (Role.POLICY_OFFICER, Role.CHIEF_EXECUTIVE):
        assert _signed_in(council, role).get(HERE).status_code == 403
    assert "document" not in _signed_in(council).get(HERE + "keep", follow=True).content.decode()


def test_anyone_may_have_the_file_of_a_round_checked_and_nothing_is_kept() -> None:
    (one,) = (each for each in shipped.shipped() if not each.fictional)
    client, before = Client(), Entry.objects.count()

    right = client.post("/check-a-round", {"file": _file(round_json.to_bytes(one))}).content.decode()
    wrong = client.post("/check-a-round", {"text": "{"}).content.decode()
    none = client.post("/check-a-round", {}).content.decode()

    assert "This is a whole round:" in right
    assert "Questions of this round are reconstructed" in right
    assert "The file is not JSON" in wrong
    assert "Choose a file, or paste its text" in none
    assert client.get("/schemas/round.schema.json").json() == round_json.schema()
    assert Entry.objects.count() == before
