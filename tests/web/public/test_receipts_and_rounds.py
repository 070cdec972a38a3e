"""Receipts and rounds for anyone, and the front page."""

import json
from datetime import UTC, datetime

import pytest
from django.test import Client

from moothall.apps.publications import actions as publications
from moothall.apps.returns import actions
from moothall.apps.returns import queries as returns
from moothall.documents.exchange import round_json
from moothall.documents.reading.read import read_file
from moothall.domain.roles import Role
from moothall.reference import rounds as shipped
from tests.apps.deeds_of_the_return import later_day_granted
from tests.people import Council

pytestmark = pytest.mark.django_db


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def _words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.text for page in read_file(pdf, "receipt.pdf").pages).split())


def test_a_receipt_says_who_certified_what_when_and_that_the_texts_agree(client: Client, council: Council) -> None:
    sent = council.sent()

    text = _text(client, f"/receipts/{sent.receipt_number}/")
    assert "Ambermere District Council sent its plan on Friday 19 July 2024" in text
    assert "Friday 19 July 2024 at 11.42am" in text
    assert "Gwen Ostler, Chief executive" in text
    assert "What members agreed, what is published and what was sent are one text." in text
    assert text.count(sent.plan_fingerprint) == 3
    assert sent.pdf_sha256 in text


def test_a_receipt_keeps_nobody_s_address(client: Client, council: Council) -> None:
    sent = council.sent()

    assert sent.recipient not in _text(client, f"/receipts/{sent.receipt_number}/")


def test_a_receipt_stands_when_the_plan_is_withdrawn(client: Client, council: Council) -> None:
    sent = council.sent()
    publications.withdraw(
        publication=sent.publication,
        note="In error.",
        by=council.who(Role.POLICY_OFFICER),
        at=datetime(2024, 8, 1, 9, tzinfo=UTC),
    )

    assert "withdrawn from publication on Thursday 1 August 2024" in _text(client, f"/receipts/{sent.receipt_number}/")


def test_a_receipt_says_that_a_plan_was_late_by_agreement(client: Client, council: Council) -> None:
    sent = council.sent()
    later_day_granted(council)

    text = _text(client, f"/receipts/{sent.receipt_number}/")
    assert "due Friday 26 July 2024. Late by agreement of" in text
    assert "and not on Friday 19 July 2024." in text
    assert "Late by agreement of" in _words_of(returns.receipt_pdf(sent))


def test_a_return_that_came_back_and_was_sent_again_is_told_as_it_went(client: Client, council: Council) -> None:
    sent, by = council.sent(), council.who(Role.POLICY_OFFICER)
    monday, tuesday = datetime(2024, 7, 22, 9, tzinfo=UTC), datetime(2024, 7, 23, 9, tzinfo=UTC)
    actions.record_bounce(sending=sent.sendings.get(), on=monday.date(), words="No such user", by=by, at=monday)
    back = "Sent on Friday 19 July 2024 and returned undelivered on Monday 22 July 2024."

    assert back in _text(client, f"/receipts/{sent.receipt_number}/")
    assert back in _text(client, "/plans/savings-plans/ambermere/")

    actions.record_sent(
        sent=sent, channel="email", recipient="new@department.example", went_at=tuesday, reason="It came back.",
        by=by, at=tuesday,
    )  # fmt: skip
    told = back.replace(" and returned", ", returned").replace("22 July 2024.", "22 July 2024 and sent again on")
    assert told in _text(client, f"/receipts/{sent.receipt_number}/")
    assert "returned undelivered on Monday 22 July 2024. Its receipt" in _text(client, "/changes.atom")
    assert "Returned undelivered on Monday 22 July 2024" in _words_of(returns.receipt_pdf(sent))


def test_no_receipt_stands_under_a_number_that_was_never_given(client: Client, council: Council) -> None:
    council.published()

    assert client.get("/receipts/X07000090-20240719-1-ABCDEF/").status_code == 404


def test_the_public_page_links_to_the_receipt(client: Client, council: Council) -> None:
    sent = council.sent()

    assert f"/receipts/{sent.receipt_number}/" in _text(client, "/plans/savings-plans/ambermere/")


def test_a_shipped_round_is_shown_where_none_is_held(client: Client) -> None:
    text = _text(client, "/rounds/")

    assert all(one.title in text for one in shipped.shipped())


def test_a_round_is_shown_with_how_sure_we_are_of_each_question(client: Client) -> None:
    one = shipped.by_slug("productivity-plans-2024")
    assert one is not None

    text = _text(client, f"/rounds/{one.slug}/")
    assert "The questions are a reconstruction in our own words." in text
    assert text.count("Confidence ") == sum(1 for _ in one.questions())
    assert all(requirement.text.replace("'", "&#39;") in text for requirement in one.requirements)


def test_a_round_held_here_stands_beside_the_shipped_ones(client: Client, council: Council) -> None:
    text = _text(client, "/rounds/savings-plans/")

    assert "This round and everyone in it are invented." in text
    assert "How sure we are" not in text


def test_a_round_as_data_reads_back_the_same(client: Client) -> None:
    answer = client.get("/rounds/productivity-plans-2024/round.json")

    assert round_json.load(json.loads(answer.content)) == shipped.by_slug("productivity-plans-2024")


def test_an_unknown_round_is_not_found(client: Client) -> None:
    assert client.get("/rounds/none-such/").status_code == 404
    assert client.get("/rounds/none-such/round.json").status_code == 404


def test_the_front_page_holds_the_planner_s_own_form(client: Client) -> None:
    text = _text(client, "/")

    assert 'method="get" action="/plan-a-route"' in text
    assert "Show the routes" in text
    assert "/sign-in" in text


def test_the_front_page_names_what_was_published_last(client: Client, council: Council) -> None:
    council.published()

    assert "Ambermere District Council" in _text(client, "/")


def test_a_colour_that_is_too_light_has_no_stylesheet(client: Client) -> None:
    assert client.get("/colours/1f4478.css").status_code == 200
    assert client.get("/colours/ffff00.css").status_code == 404
    assert client.get("/colours/red.css").status_code == 404


@pytest.mark.parametrize("address", ["/about", "/accessibility", "/privacy"])
def test_a_page_of_text_says_something_real(client: Client, address: str) -> None:
    assert len(_text(client, address).split()) > 250
