"""The rules that stood in workspaces before are carried over into rulebooks, with who entered them and when."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps

from moothall.apps.rules import queries
from moothall.domain import rule_packs, rulebook_plain
from moothall.domain.authorities import Governance
from moothall.domain.rulebook_packs import pack_on
from moothall.reference.rule_packs import default

carrying_over = import_module("moothall.apps.rules.migrations.0002_from_workspaces")
OPENED = datetime(2024, 4, 17, 9, tzinfo=UTC)
FLAT: dict[str, Any] = {
    "call_in": {"days": 3, "unit": "working", "closes": "17:00", "closures": ["2027-12-29"]},
    "agenda": {"clear_days": 6, "convention": "working"},
    "member_notice": {"clear_days": 5, "convention": "working"},
    "thresholds": [{"what": "capital", "pounds": 250000}],
    "source": "Part 4, rule 15",
}


class Rows(list[Any]):
    """Rows of the old workspaces, asked as the migration asks them."""

    def exclude(self, **fields: Any) -> Rows:
        return Rows(row for row in self if row.rule_pack)

    def order_by(self, *fields: str) -> Rows:
        return self


def carry_over(*flats: dict[str, Any]) -> None:
    rows = Rows(
        SimpleNamespace(pk=number, gss="X07000090", rule_pack=flat, opened_at=OPENED)
        for number, flat in enumerate(flats, 1)
    )
    old = SimpleNamespace(objects=rows)
    as_it_was = SimpleNamespace(get_model=lambda app, model: old if app == "workspaces" else apps.get_model(app, model))
    carrying_over.carry_over(as_it_was, None)


@pytest.mark.django_db
def test_what_was_entered_counts_as_it_did_before() -> None:
    carry_over({}, FLAT)

    book = queries.rulebook_of("X07000090")

    day = OPENED.date()
    now, before = (
        pack_on(book, day, defaults=default),
        rule_packs.rule_pack(FLAT, default=default(Governance.EXECUTIVE)),
    )
    assert now.call_in == before.call_in
    assert (now.agenda, now.member_notice, now.thresholds) == (before.agenda, before.member_notice, before.thresholds)
    assert (now.defaults, now.source) == (before.defaults, before.source)
    assert queries.history("X07000090")[0].version.entered_at == OPENED


@pytest.mark.django_db
def test_a_council_without_call_in_and_one_with_two_rounds_are_carried_over_in_order() -> None:
    carry_over(FLAT, {"call_in": None, "source": "Part 4"})

    latest = queries.latest("X07000090")

    assert latest is not None
    assert latest.number == 2
    assert pack_on(rulebook_plain.rulebook(latest.book), OPENED.date(), defaults=default).call_in is None
