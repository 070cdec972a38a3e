"""The first account of an installation."""

import io
import sys

import pytest
from django.core.management import CommandError, call_command

from moothall.apps.people import queries
from moothall.apps.people.models import Person
from moothall.domain.roles import Role

pytestmark = pytest.mark.django_db


def add(*arguments: str, password: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
    said = io.StringIO()
    call_command("add_person", *arguments, stdout=said)
    return said.getvalue()


def test_the_keeper_adds_an_operator_who_can_then_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    said = add(
        "ola@keeper.example", "Ola Keeper", "--role", "operator", password="a gate kept well", monkeypatch=monkeypatch
    )

    person = Person.objects.get(email="ola@keeper.example")
    assert said == "Ola Keeper may sign in with ola@keeper.example.\n"
    assert person.check_password("a gate kept well")
    assert queries.roles(person) == {Role.OPERATOR}


def test_a_short_password_is_refused_and_nobody_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError, match="at least 12 characters"):
        add("ola@keeper.example", "Ola Keeper", password="short", monkeypatch=monkeypatch)

    assert not Person.objects.exists()


def test_an_address_that_is_taken_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    add("ola@keeper.example", "Ola Keeper", password="a gate kept well", monkeypatch=monkeypatch)

    with pytest.raises(CommandError, match="already has an account"):
        add("OLA@keeper.example", "Ola Again", password="a gate kept well", monkeypatch=monkeypatch)
