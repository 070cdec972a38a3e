"""Checking a copy: what is ours is named, what is not gets a plain sentence."""

import io
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from moothall.apps.publications import actions as publications
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db

PLAN = "/plans/savings-plans/ambermere/v1/"


def _check(client: Client, data: bytes, name: str = "copy.json") -> HttpResponse:
    return client.post("/check/", {"file": SimpleUploadedFile(name, data)})


def _text(answer: HttpResponse) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_data_file_of_a_sent_plan_is_the_agreed_and_the_sent_text(client: Client, council: Council) -> None:
    council.sent()

    text = _text(_check(client, client.get(PLAN + "plan.json").content))
    assert "This is the text of version 1 of" in text
    assert "It is the text that members agreed" in text
    assert "It is the text that was sent" in text
    assert "It is the newest version published here" in text


def test_the_pdf_itself_is_known_byte_for_byte(client: Client, council: Council) -> None:
    council.published()

    text = _text(_check(client, client.get(PLAN + "plan.pdf").content, "plan.pdf"))
    assert "The file is the one published here, byte for byte" in text
    assert "It has not been sent, or another text was" in text


def test_a_pdf_whose_pages_were_changed_is_told_from_the_published_one(client: Client, council: Council) -> None:
    council.published()
    changed = _saved_anew(client.get(PLAN + "plan.pdf").content)

    text = _text(_check(client, changed, "plan.pdf"))
    assert "The file is not the one published here" in text
    assert "its pages may say something else" in text


def test_one_changed_word_is_another_text(client: Client, council: Council) -> None:
    council.published()
    data = client.get(PLAN + "plan.json").content.replace(b"three offices", b"seven offices")

    assert "No text published here has this fingerprint." in _text(_check(client, data))


def test_a_fingerprint_can_be_linked_and_typed_with_spaces(client: Client, council: Council) -> None:
    mark = council.published().plan_fingerprint

    assert "This is the text of version 1" in _text(client.get("/check/", {"fingerprint": mark}))
    typed = f"  {mark[:32].upper()} {mark[32:]} "
    assert "This is the text of version 1" in _text(client.post("/check/", {"fingerprint": typed}))


def test_a_withdrawn_text_is_said_to_be_withdrawn(client: Client, council: Council) -> None:
    publication = council.published()
    publications.withdraw(
        publication=publication,
        note="In error.",
        by=council.who(Role.POLICY_OFFICER),
        at=datetime(2024, 8, 1, 9, tzinfo=UTC),
    )

    text = _text(client.get("/check/", {"fingerprint": publication.plan_fingerprint}))
    assert "It was withdrawn on Thursday 1 August 2024" in text


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "copy.json", "The file is empty."),
        (b"   ", "copy.json", "copy.json is empty."),
        (b"hello", "copy.txt", "copy.txt is neither a PDF nor the data of a plan."),
        (b"[1, 2]", "copy.json", "copy.json is neither a PDF nor the data of a plan."),
        (b"[" * 100_000, "copy.json", "copy.json is neither a PDF nor the data of a plan."),
        (b'{"format": "moothall-plan", "version": 1}', "copy.json", "copy.json is not the data of a whole plan."),
        (b'{"format": "moothall-return", "version": 1}', "copy.json", "copy.json is not a whole return"),
        (b"%PDF-1.7 nothing more", "copy.pdf", "copy.pdf"),
        (b"x" * (10 * 1_048_576 + 1), "big.json", "big.json is larger than 10 MB"),
    ],
)
def test_what_is_not_ours_gets_a_sentence(client: Client, data: bytes, name: str, sentence: str) -> None:
    text = _text(_check(client, data, name))

    assert "There is a problem" in text
    assert sentence in text


def test_a_pdf_without_a_plan_or_a_word_in_it_is_none_of_ours(client: Client) -> None:
    import pikepdf

    kept = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(kept)

    text = _text(_check(client, kept.getvalue(), "plan.pdf"))
    assert "There is a problem" in text
    assert "plan.pdf" in text and "This is" not in text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("", "Choose a file, or enter a fingerprint"), ("abc", "A fingerprint has 64 characters, each 0 to 9 or a to f")],
)
def test_what_is_no_fingerprint_gets_a_sentence_and_stays_typed(client: Client, typed: str, sentence: str) -> None:
    text = _text(client.post("/check/", {"fingerprint": typed}))

    assert sentence in text
    assert not typed or f'value="{typed}"' in text


def _saved_anew(pdf: bytes) -> bytes:
    import pikepdf

    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.add_blank_page()
        opened.save(kept)
    return kept.getvalue()
