"""The register: who stands on it, what is known here, and that nothing but the name puts it in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from moothall.apps.panel.queries import register
from moothall.apps.publications import actions as publications
from moothall.apps.rounds import actions as rounds
from moothall.domain.register import Known
from moothall.domain.roles import Role
from moothall.reference import authorities
from moothall.reference import rounds as shipped
from tests.people import OPENED, ROUND, Council
from tests.people import council as open_council

pytestmark = pytest.mark.django_db
REAL = replace(ROUND, slug="real-savings", fictional=False)


def real_council() -> Council:
    return open_council(authorities.principal(REAL.deadline_on)[100], REAL)


def test_all_317_authorities_stand_on_the_register_of_the_shipped_round() -> None:
    (round_,) = shipped.shipped()
    rounds.open_round(round_=round_, by=None, at=OPENED)

    rows = register(round_.slug)

    assert len(rows) == 317
    assert {row.known for row in rows} == {Known.NOTHING}
    assert {row.known.words for row in rows} == {"Nothing known here"}


def test_the_rows_are_those_of_the_deadline_day_in_order_of_name() -> None:
    rounds.open_round(
        round_=replace(REAL, letter_on=date(2019, 1, 7), deadline_on=date(2019, 4, 1)), by=None, at=OPENED
    )

    names = [row.name for row in register(REAL.slug)]

    assert names == [one.name for one in authorities.principal(date(2019, 4, 1))]
    assert names == sorted(names, key=str.casefold)


def test_a_round_older_than_the_register_shows_the_first_day_known() -> None:
    rounds.open_round(
        round_=replace(REAL, letter_on=date(2012, 1, 7), deadline_on=date(2012, 4, 1)), by=None, at=OPENED
    )

    assert len(register(REAL.slug)) == len(authorities.principal(authorities.COMPLETE_FROM))


def test_a_plan_published_here_and_not_sent_is_published() -> None:
    council = real_council()
    council.published()

    row = next(row for row in register(REAL.slug) if row.gss == council.workspace.gss)

    assert (row.known, row.slug, row.sent_at) == (Known.PUBLISHED, council.workspace.slug, None)


def test_a_return_sent_here_is_returned_with_its_receipt() -> None:
    council = real_council()
    sent = council.sent()

    rows = register(REAL.slug)

    (row,) = [row for row in rows if row.known is Known.RETURNED]
    assert (row.gss, row.receipt_number, row.sent_at) == (council.workspace.gss, sent.receipt_number, sent.sent_at)
    assert [one.name for one in rows] == sorted((one.name for one in rows), key=str.casefold)


def test_a_plan_withdrawn_before_it_was_sent_is_nothing_known_and_leads_nowhere() -> None:
    council = real_council()
    publications.withdraw(
        publication=council.published(), note="Wrong text.", by=council.who(Role.POLICY_OFFICER),
        at=datetime(2024, 7, 20, tzinfo=UTC),
    )  # fmt: skip

    row = next(row for row in register(REAL.slug) if row.gss == council.workspace.gss)

    assert (row.known, row.slug) == (Known.NOTHING, "")


def test_a_workspace_alone_tells_the_panel_nothing() -> None:
    council = real_council()
    council.written()

    assert {row.known for row in register(REAL.slug)} == {Known.NOTHING}


def test_an_invented_council_in_a_real_round_comes_last_and_is_marked() -> None:
    council = open_council(round_=REAL)
    council.sent()

    rows = register(REAL.slug)

    assert [row.name for row in rows if row.is_fictional] == ["Ambermere"] == [rows[-1].name]
    assert len(rows) == len(authorities.principal(REAL.deadline_on)) + 1


def test_in_an_invented_round_nothing_is_known_of_any_real_council(council: Council) -> None:
    council.sent()

    *real, invented = register(ROUND.slug)

    assert (invented.name, invented.known, invented.is_fictional) == ("Ambermere", Known.RETURNED, True)
    assert len(real) == 317
    assert {row.known for row in real} == {Known.NOTHING}


def test_a_round_not_held_here_has_no_register() -> None:
    assert register("no-such-round") == ()


def test_a_register_of_any_length_takes_seven_questions(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    real_council().sent()

    with django_assert_num_queries(7):
        register(REAL.slug)
