"""Pages that only say something answer, and the errors speak in the house's voice."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/about", "/accessibility", "/privacy", "/sign-in"])
def test_a_page_for_anyone_answers(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer.content.count(b"<h1") == 1


def test_an_address_with_nothing_at_it_says_so(client: Client) -> None:
    answer = client.get("/nothing-here")

    assert answer.status_code == 404
    assert b"There is nothing at this address" in answer.content
