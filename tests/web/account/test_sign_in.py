"""Signing in: with an address and a password anywhere, with one click only on a demonstration's own machine."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client, override_settings

from moothall.apps.people import actions
from moothall.apps.people.models import Person
from moothall.domain.roles import Role
from tests.people import OPENED, PASSWORD, council

pytestmark = pytest.mark.django_db


@pytest.fixture
def invented() -> Person:
    return actions.add_person(
        email="ada@verrill.example",
        name="Ada Verrill",
        post="Policy officer",
        is_demonstration=True,
        by=None,
        at=OPENED,
    )


@pytest.fixture
def demonstration() -> Iterator[None]:
    with override_settings(MOOTHALL=dataclasses.replace(settings.MOOTHALL, has_demonstration=True)):
        yield


def test_the_right_password_leads_to_ones_own_work(client: Client) -> None:
    council()

    answer = client.post(
        "/sign-in", {"username": "Policy_Officer@ambermere.example", "password": PASSWORD}, follow=True
    )

    assert answer.redirect_chain[-1][0] == "/council/"
    assert b"Ambermere" in answer.content


def test_a_wrong_password_says_so_and_keeps_the_address(client: Client) -> None:
    council()

    answer = client.post("/sign-in", {"username": "policy_officer@ambermere.example", "password": "wrong"})

    assert answer.status_code == 200
    assert b"do not belong together" in answer.content
    assert b"policy_officer@ambermere.example" in answer.content


def test_many_wrong_passwords_lock_the_account_for_a_while(client: Client) -> None:
    council()
    guess = {"username": "policy_officer@ambermere.example", "password": "wrong"}

    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = client.post("/sign-in", guess)
    refused = client.post("/sign-in", {**guess, "password": PASSWORD})

    assert answer.status_code == refused.status_code == 429
    assert b"locked for a while" in refused.content


def test_signing_in_never_leads_away_from_this_site(client: Client) -> None:
    here = council()
    address = here.who(Role.POLICY_OFFICER).email

    answer = client.post(
        "/sign-in", {"username": address, "password": PASSWORD, "next": "https://elsewhere.example/work"}
    )

    assert answer["Location"] == "/council/"


def test_signing_out_needs_a_press_and_not_a_link(client: Client) -> None:
    here = council()
    client.force_login(here.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")

    assert client.get("/sign-out").status_code == 405
    assert client.get("/council/").status_code == 200
    client.post("/sign-out")
    assert client.get("/council/").status_code == 302


def test_on_a_demonstration_at_home_one_click_signs_in(client: Client, invented: Person, demonstration: None) -> None:
    assert b"Ada Verrill" in client.get("/sign-in").content

    answer = client.post(f"/sign-in/as/{invented.pk}")

    assert answer.status_code == 302
    assert client.get("/council/").status_code == 200


@pytest.mark.parametrize(
    "asked",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_HOST": "moothall.ambermere.example"},
        {"REMOTE_ADDR": "not an address"},
    ],
)
def test_from_anywhere_else_one_click_is_refused(
    client: Client, invented: Person, demonstration: None, asked: dict[str, str]
) -> None:
    with override_settings(ALLOWED_HOSTS=["*"]):
        page = client.get("/sign-in", **asked)  # type: ignore[arg-type]
        answer = client.post(f"/sign-in/as/{invented.pk}", **asked)  # type: ignore[arg-type]

    assert b"Ada Verrill" not in page.content
    assert answer.status_code == 403


def test_without_a_demonstration_one_click_is_refused_at_home_too(client: Client, invented: Person) -> None:
    assert client.post(f"/sign-in/as/{invented.pk}").status_code == 403


def test_nobody_real_can_be_signed_in_as_with_one_click(client: Client, demonstration: None) -> None:
    here = council()

    assert client.post(f"/sign-in/as/{here.who(Role.OPERATOR).pk}").status_code == 404
