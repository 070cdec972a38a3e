"""Every address, asked for by every kind of person: nobody meets a fault, nobody sees what is not theirs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from moothall.apps.returns.queries import returns
from tests.apps.deeds import handed_over
from tests.apps.deeds_department import department_heard
from tests.apps.deeds_groups import grouped
from tests.apps.deeds_notices import noticed
from tests.apps.deeds_of_the_return import later_day_asked
from tests.apps.deeds_rounds import pension_fund
from tests.people import Council

# Values for the parts of addresses. A page of a new thing adds its part; what is not here is asked for as 1.
PARTS = {
    "key": "C1",
    "question_id": "T1.Q1",
    "section": "T1.Q1",
    "name": "title",
    "path": "main.css",
    "words_at": "plan/question/T1.Q1",
    "colour": "17594a",
    "clock": "call_in-cabinet",
    "ruled": "call-in",
    "code": "transformation",
    "requirement_id": "endorsement",
    "kind": "documents",
    "layout": "narrative",
    "leads_to": "agenda",
    "notice_kind": "key_decision",
    "measure_key": "M1",
    "item_key": "M1",
    "predecessor": "ambermere",
    "since": "2023-04-01",
    "until": "2024-03-31",
    "milestone_key": "C1.1",
    "followed": "M1",
    "ending": "csv",
    "whole": "plan",
    "field": "wards",
    "happened": "signed",
    "group": "county-group",
}
CLOSED = ("council:", "panel:")


def addresses(resolver: URLResolver | None = None, before: str = "", names: str = "") -> Iterator[tuple[str, str]]:
    """Each address as a name with its room (``council:plan``) and a pattern (``work/<slug:slug>/plan/``)."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            room = f"{names}{pattern.namespace}:" if pattern.namespace else names
            yield from addresses(pattern, before + str(pattern.pattern), room)
        elif isinstance(pattern, URLPattern):
            yield f"{names}{pattern.name or '(no name)'}", before + str(pattern.pattern)


def filled(pattern: str, council: Council) -> str:
    """An address with its parts filled in for this council: the round where it asks for one thing, else the council."""
    slug = council.workspace.slug if "round_slug" in pattern else council.round_.slug
    known = {**PARTS, "round_slug": council.round_.slug, "slug": slug, "gss": council.workspace.gss}
    known["council_slug"] = council.workspace.slug
    if "<str:number>" in pattern:
        known["number"] = next((sent.receipt_number for sent in returns(council.workspace)), "none")
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(known.get(part[1], 1)), pattern)


def asked_by_all(council: Council) -> Iterator[tuple[str, str, str, int]]:
    """Who asked for which address by which name, and the status they were answered with (faults are printed)."""
    clients = {"nobody": Client(raise_request_exception=False)}
    everyone = {**{role.value: person for role, person in council.people.items()}, "stranger": council.stranger()}
    for who, person in everyone.items():
        clients[who] = Client(raise_request_exception=False)
        clients[who].force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    for name, pattern in addresses():
        for who, client in clients.items():
            where = filled(pattern, council)
            answer = client.get(where)
            if answer.status_code >= 500:
                print(f"{who} at {where}: {getattr(answer, 'exc_info', None) or answer.content[:200]!r}")
            yield who, name, where, answer.status_code


@pytest.fixture(scope="session")
def answers() -> list[tuple[str, str, str, int]]:
    """What `asked` was told; empty until the first test asks, since several hundred pages are asked for only once."""
    return []


@pytest.fixture
def asked(
    request: pytest.FixtureRequest, db: None, answers: list[tuple[str, str, str, int]], caplog: pytest.LogCaptureFixture
) -> list[tuple[str, str, str, int]]:
    """Everybody's requests, at a council that has gone the whole line and so has something on every page."""
    if not answers:
        caplog.set_level(logging.CRITICAL, "django.request")
        council: Council = request.getfixturevalue("council")
        council.sent()
        handed_over(council)
        noticed(council)
        later_day_asked(council)
        department_heard(council)
        pension_fund(council)
        grouped(council)
        answers.extend(list(asked_by_all(council)))  # all of them, or none where asking fails
    return answers


def test_every_address_has_a_name() -> None:
    assert [pattern for name, pattern in addresses() if name.endswith("(no name)")] == []


def test_nobody_meets_a_fault_on_any_page(asked: list[tuple[str, str, str, int]]) -> None:
    faults = [f"{who} at {where}: {status}" for who, _, where, status in asked if status >= 500]

    assert faults == []


def test_closed_pages_ask_those_who_have_not_signed_in_to_do_so(asked: list[tuple[str, str, str, int]]) -> None:
    shown = [
        f"{where}: {status}"
        for who, name, where, status in asked
        if who == "nobody" and name.startswith(CLOSED)
        and status not in {HTTPStatus.FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.FORBIDDEN}
    ]  # fmt: skip

    assert shown == []


def test_a_stranger_sees_no_page_of_a_council_or_the_panel(asked: list[tuple[str, str, str, int]]) -> None:
    of_one_council = {name for name, pattern in addresses() if name.startswith("council:") and "round_slug" in pattern}
    shown = [
        f"{where}: {status}"
        for who, name, where, status in asked
        if who == "stranger" and (name in of_one_council or name.startswith("panel:")) and status == HTTPStatus.OK
    ]

    assert shown == []


def test_nobody_needs_an_account_for_a_public_page(asked: list[tuple[str, str, str, int]]) -> None:
    asked_to_sign_in = [
        where for who, name, where, status in asked
        if who == "nobody" and name.startswith(("public:", "api:"))
        and status in {HTTPStatus.FORBIDDEN, HTTPStatus.UNAUTHORIZED}
    ]  # fmt: skip

    assert asked_to_sign_in == []
