"""The register's page and file: who may read it, what it says, and that nothing but the name puts it in order."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from html import unescape

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.test import Client

from moothall.domain.authorities import Authority
from moothall.domain.register import Known, RegisterRow
from moothall.domain.roles import Role
from moothall.reference import authorities
from moothall.web.panel.register_pages import COLUMNS, as_csv
from tests.people import COUNCIL, ROUND, Council
from tests.people import council as open_council

pytestmark = pytest.mark.django_db
REAL = replace(ROUND, slug="real-savings", title="Real Savings", fictional=False)
HERE = "/panel/real-savings/"
NAMES = [one.name for one in authorities.principal(REAL.deadline_on)]
ADDRESSES = [HERE, HERE + "search", HERE + "register.csv"]


@pytest.fixture(scope="module")
def here(kept_for_module: None) -> Council:
    """A real round to which one real and one invented council have returned."""
    open_council(round_=REAL).sent()
    council = open_council(authorities.principal(REAL.deadline_on)[100], REAL)
    council.sent()
    return council


def as_(client: Client, person: AbstractBaseUser) -> Client:
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def analyst(client: Client, here: Council) -> Client:
    return as_(client, here.who(Role.PANEL_ANALYST))


def text(answer: object) -> str:
    """What a page says, its markup and runs of space taken out."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())  # type: ignore[attr-defined]


def listed(answer: object) -> list[str]:
    """The authorities of the register's table, in the order in which they stand."""
    page = answer.content.decode()  # type: ignore[attr-defined]
    table = page.partition('id="the-register"')[2]
    return [
        unescape(re.sub(r"<[^>]+>", "", one))
        for one in re.findall(r'<th scope="row"[^>]*>(.*?)</th>', table, re.DOTALL)
    ]


@pytest.mark.parametrize("address", ADDRESSES)
def test_somebody_who_has_not_signed_in_is_asked_to(client: Client, here: Council, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PANEL_ANALYST])
@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_but_a_panel_analyst_is_shown_it_and_is_told_whom_to_ask(
    client: Client, here: Council, address: str, role: Role
) -> None:
    answer = as_(client, here.who(role)).get(address)

    assert answer.status_code == 403
    assert "Ask a panel analyst, who may." in text(answer)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_panel_analyst_is_shown_it_and_a_round_not_held_is_not_found(
    client: Client, here: Council, address: str
) -> None:
    analyst(client, here)

    assert client.get(address).status_code == 200
    assert client.get(address.replace("real-savings", "no-such-round")).status_code == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_panel_only_reads(client: Client, here: Council, address: str) -> None:
    assert analyst(client, here).post(address).status_code == 405


def test_the_page_says_first_how_many_are_known_and_never_that_one_was_not_received(
    client: Client, here: Council
) -> None:
    said = text(analyst(client, here).get(HERE))

    assert "1 of 317 returns known here" in said
    assert "316 of 317 Nothing known here" in said
    assert "It says only that." in said
    assert "not received" not in said.lower()


def test_every_authority_stands_on_it_in_order_of_name_and_the_published_plan_is_linked(
    client: Client, here: Council
) -> None:
    answer = analyst(client, here).get(HERE)

    assert listed(answer) == NAMES
    assert f'href="/plans/real-savings/{here.workspace.slug}/"' in answer.content.decode()


def test_an_invented_council_stands_apart_and_in_no_count(client: Client, here: Council) -> None:
    answer = analyst(client, here).get(HERE)

    assert "Invented councils, in no count" in text(answer)
    assert "Ambermere" not in listed(answer)
    assert "2 of 318" not in text(answer)


def test_an_invented_round_counts_no_authority(client: Client, council: Council) -> None:
    council.sent()

    said = text(as_(client, council.who(Role.PANEL_ANALYST)).get("/panel/savings-plans/"))

    assert "1 return known here, from invented councils only" in said
    assert "no real council owes it a return" in said
    assert "For the deadline of Friday 19 July 2024." in said
    assert " of 317" not in said and " of 1 " not in said
    assert said.count("N Nothing known here") == 317
    assert "not received" not in said.lower()


def test_name_state_and_region_leave_rows_out(client: Client, here: Council) -> None:
    analyst(client, here)

    assert listed(client.get(HERE, {"state": "R"})) == [here.workspace.authority_name]
    assert listed(client.get(HERE, {"name": "north y"})) == [name for name in NAMES if "north y" in name.casefold()]
    in_london = [one.name for one in authorities.principal(REAL.deadline_on) if one.region == "London"]
    assert listed(client.get(HERE, {"region": "London"})) == in_london
    assert "No authority fits" in text(client.get(HERE, {"name": "Atlantis"}))


def test_a_state_that_does_not_exist_is_said_and_everything_stays_shown(client: Client, here: Council) -> None:
    answer = analyst(client, here).get(HERE, {"state": "best", "name": "kept as typed"})

    assert "Choose a state from the list" in text(answer)
    assert b'value="kept as typed"' in answer.content
    assert listed(answer) == NAMES


SORTS = ["sort", "order", "order_by", "ordering", "o", "by", "direction", "sort_by", "group", "column", "desc"]
VALUES = ["-name", "state", "-state", "known", "sent_at", "-sent_at", "region", "kind", "length", "desc", "2", "-1"]


@pytest.mark.parametrize("value", VALUES)
def test_no_parameter_of_any_name_can_reorder_the_register(client: Client, here: Council, value: str) -> None:
    analyst(client, here)
    asked = dict.fromkeys(SORTS, value)

    page = listed(client.get(HERE, asked))
    file = list(csv.DictReader(io.StringIO(client.get(HERE + "register.csv", asked).content.decode("utf-8-sig"))))

    assert page == NAMES
    assert [row["Authority"] for row in file] == [*NAMES, COUNCIL.name]


def test_the_fields_of_the_filter_leave_the_order_as_it_is(client: Client, here: Council) -> None:
    analyst(client, here)

    for asked in ({"name": "a"}, {"state": "N"}, {"region": "South East"}, {"name": "o", "state": "N"}):
        rows = listed(client.get(HERE, asked))

        assert len(rows) > 10
        assert rows == [name for name in NAMES if name in set(rows)]


def test_no_page_and_no_file_has_a_column_that_puts_one_council_before_another(client: Client, here: Council) -> None:
    page = analyst(client, here).get(HERE).content.decode()

    columns = {unescape(one) for one in re.findall(r'<th scope="col"[^>]*>(.*?)</th>', page)}

    assert columns == {"Authority", "Type", "Region", "State of its return", "Council", "Receipt"}
    assert COLUMNS == (
        "Code", "Authority", "Type", "Region", "State", "State in words", "Sent at", "Receipt", "Plan",
        "Later day agreed",
    )  # fmt: skip
    assert "aria-sort" not in page


def test_the_file_holds_every_row_with_its_receipt_and_the_address_of_its_plan(client: Client, here: Council) -> None:
    answer = analyst(client, here).get(HERE + "register.csv")

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    sent = next(row for row in rows if row["Code"] == here.workspace.gss)
    assert "attachment" in answer["Content-Disposition"] and answer["Content-Type"].startswith("text/csv")
    assert len(rows) == 318
    assert sent["State in words"] == "Returned" and sent["Receipt"].startswith(here.workspace.gss)
    assert sent["Plan"].endswith(f"/plans/real-savings/{here.workspace.slug}/")
    assert rows[-1]["Type"] == "invented"


def test_a_name_that_begins_like_a_formula_stays_words_in_a_spreadsheet() -> None:
    row = RegisterRow("X1", '=HYPERLINK("http://x.example")', "@kind", "+region", Known.NOTHING)

    (line,) = csv.DictReader(io.StringIO(as_csv([row], title="t", plans={}).decode("utf-8-sig")))

    assert (line["Authority"], line["Type"], line["Region"]) == (
        "'=HYPERLINK(\"http://x.example\")", "'@kind", "'+region",
    )  # fmt: skip


def test_a_round_nobody_has_a_place_in_says_what_is_missing(client: Client, here: Council) -> None:
    from moothall.apps.rounds import actions as rounds
    from tests.people import OPENED

    rounds.open_round(round_=replace(ROUND, slug="empty-round"), by=None, at=OPENED)

    said = text(analyst(client, here).get("/panel/empty-round/"))

    assert "No return known here" in said
    assert "Once a council publishes its plan here, it stands on this page." in said


def test_two_invented_councils_stand_in_order_of_name(client: Client, council: Council) -> None:
    other = Authority(
        **{**{f: getattr(COUNCIL, f) for f in COUNCIL.__slots__}, "gss": "X07000091", "name": "Aaronmere"}
    )
    open_council(other)

    page = as_(client, council.who(Role.PANEL_ANALYST)).get("/panel/savings-plans/").content.decode()

    assert page.index("Aaronmere") < page.index(">Ambermere")


def test_returns_by_region_stand_in_order_of_the_regions_names_and_add_up(client: Client, here: Council) -> None:
    page = analyst(client, here).get(HERE).content.decode()

    regions = re.findall(
        r'<li><a href="[^"]+">([^<]+)</a> <span><strong>(\d+)</strong> of (\d+)</span></li>',
        page.partition('class="mh-regions"')[2].partition("</ul>")[0],
    )

    names = [unescape(name) for name, _, _ in regions]
    assert names == sorted(names)
    assert len(names) == 9
    assert sum(int(total) for _, _, total in regions) == len(NAMES)
    assert sum(int(returned) for _, returned, _ in regions) == 1


def test_a_region_leads_to_its_rows_and_to_no_others(client: Client, here: Council) -> None:
    page = analyst(client, here).get(HERE).content.decode()
    address = next(one for one in re.findall(r'href="([^"]+)#the-register"', page) if "London" in one)

    chosen = listed(client.get(unescape(address)))

    assert len(chosen) == 33
    assert chosen == sorted(chosen, key=str.casefold)


def test_an_invented_round_has_no_regions(client: Client, council: Council) -> None:
    council.sent()

    assert "by region" not in analyst(client, council).get("/panel/savings-plans/").content.decode()
