"""Every address, asked for by every kind of person: nobody meets a fault, nobody sees what is not theirs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from moothall.apps.returns.queries import returns
from moothall.domain.roles import Role
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
    "best_value_theme": "governance",
}
CLOSED = ("council:", "panel:")
WRITERS = {Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE, Role.PANEL_ANALYST, Role.OPERATOR}
"""Between them they are shown nearly every page."""
SHARES = 3
"""How many tests ask for the pages, side by side: several hundred pages, each by everybody, are a long work."""


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


def asked_by_all(council: Council, mine: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str, int]]:
    """Who asked for which address by which name, and the status they were answered with (faults are printed)."""
    clients = {"nobody": Client(raise_request_exception=False)}
    everyone = {**{role.value: person for role, person in council.people.items()}, "stranger": council.stranger()}
    if connection.vendor == "postgresql":  # who may see what was asked of everybody on SQLite
        everyone = {who: person for who, person in everyone.items() if who in WRITERS}
    for who, person in everyone.items():
        clients[who] = Client(raise_request_exception=False)
        clients[who].force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    for name, pattern in mine:
        for who, client in clients.items():
            where = filled(pattern, council)
            answer = client.get(where)
            if answer.status_code >= 500:
                print(f"{who} at {where}: {getattr(answer, 'exc_info', None) or answer.content[:200]!r}")
            yield who, name, where, answer.status_code


def wrong(who: str, name: str, status: int, *, is_of_one_council: bool) -> str:
    """What is wrong with the answer somebody had from a page, in a few words; empty where nothing is."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return "met a fault"
    to_sign_in = {HTTPStatus.FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.FORBIDDEN}
    if who == "nobody" and name.startswith(CLOSED) and status not in to_sign_in:
        return "was shown a closed page without signing in"
    if who == "stranger" and (is_of_one_council or name.startswith("panel:")) and status == HTTPStatus.OK:
        return "was shown a page of a council or the panel"
    is_public = name.startswith(("public:", "api:"))
    if who == "nobody" and is_public and status in {HTTPStatus.FORBIDDEN, HTTPStatus.UNAUTHORIZED}:
        return "was asked for an account on a public page"
    return ""


def test_every_address_has_a_name() -> None:
    assert [pattern for name, pattern in addresses() if name.endswith("(no name)")] == []


@pytest.mark.django_db
@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_opens_without_a_fault_and_to_nobody_whose_it_is_not(
    share: int, council: Council, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL, "django.request")
    council.sent()
    handed_over(council)
    noticed(council)
    later_day_asked(council)
    department_heard(council)
    pension_fund(council)
    grouped(council)
    mine = sorted(addresses())[share::SHARES]
    of_one_council = {name for name, pattern in mine if name.startswith("council:") and "round_slug" in pattern}

    found = [
        f"{who} {said} at {where}: {status}"
        for who, name, where, status in asked_by_all(council, mine)
        if (said := wrong(who, name, status, is_of_one_council=name in of_one_council))
    ]

    assert len(mine) > 20
    assert found == []
