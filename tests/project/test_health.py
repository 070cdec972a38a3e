"""The address a load balancer asks."""

import pytest
from django.db import DatabaseError
from django.test import Client

from moothall.project import health


@pytest.mark.django_db
def test_a_process_whose_database_answers_says_it_is_ready(client: Client) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ready\n")


def test_a_process_whose_database_is_away_says_so_and_tells_strangers_nothing_else(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Away:
        def cursor(self) -> None:
            raise DatabaseError("password of somebody in a message")

    monkeypatch.setattr(health, "connection", Away())

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.content == b"The database does not answer.\n"
