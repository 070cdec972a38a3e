"""How often one address may ask for what costs much, and who is never counted."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings

from moothall.domain.roles import Role
from moothall.web.components.limits import A_MINUTE
from tests.people import Council

ELSEWHERE = {"REMOTE_ADDR": "203.0.113.7"}
MANY = A_MINUTE["check"].amount


def proxies(count: int) -> Any:
    return override_settings(MOOTHALL=replace(settings.MOOTHALL, proxies=count))


@pytest.mark.django_db
def test_the_request_that_is_too_many_is_told_when_to_come_again_and_others_are_not_touched() -> None:
    client = Client()
    answers = [client.get("/check/", **ELSEWHERE) for _ in range(MANY + 1)]

    assert {answer.status_code for answer in answers[:-1]} == {HTTPStatus.OK}
    assert answers[-1].status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "Ask again in" in answers[-1].content.decode()
    assert 0 < int(answers[-1]["Retry-After"]) <= 60

    assert client.get("/check/", REMOTE_ADDR="203.0.113.8").status_code == HTTPStatus.OK
    assert client.get("/accessibility", **ELSEWHERE).status_code == HTTPStatus.OK
    assert client.get("/api/v1/clocks", **ELSEWHERE).status_code == HTTPStatus.OK


@pytest.mark.django_db
def test_whoever_is_signed_in_or_at_the_machine_itself_is_never_counted(council: Council) -> None:
    officer = Client()
    officer.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")

    assert {officer.get("/check/", **ELSEWHERE).status_code for _ in range(MANY + 1)} == {HTTPStatus.OK}
    assert {Client().get("/check/").status_code for _ in range(MANY + 1)} == {HTTPStatus.OK}


@pytest.mark.django_db
def test_only_the_proxies_that_stand_before_us_say_where_a_request_comes_from() -> None:
    client = Client()
    with proxies(1):
        for number in range(MANY):
            client.get("/check/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}, 203.0.113.7")
        same = client.get("/check/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.1, 203.0.113.7")
        other = client.get("/check/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.7, 203.0.113.9")
    with proxies(0):
        invented = [
            client.get("/check/", REMOTE_ADDR="203.0.113.10", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
            for number in range(MANY + 1)
        ]

    assert (same.status_code, other.status_code) == (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.OK)
    assert invented[-1].status_code == HTTPStatus.TOO_MANY_REQUESTS


@pytest.mark.django_db
def test_a_whole_network_of_the_newer_addresses_counts_as_one_visitor() -> None:
    client = Client()
    for number in range(MANY):
        client.get("/check/", REMOTE_ADDR=f"2001:db8:1:2::{number:x}")

    assert client.get("/check/", REMOTE_ADDR="2001:db8:1:2:ffff::1").status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert client.get("/check/", REMOTE_ADDR="2001:db8:1:3::1").status_code == HTTPStatus.OK
