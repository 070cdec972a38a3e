"""One plan theme by theme: every passage once, under the council's own theme, leading to its paragraph in public."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from django.test import Client

from moothall.apps.panel.models import Passage
from moothall.apps.publications import actions as publications
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/panel/savings-plans/plans/ambermere"
PUBLIC = "/plans/savings-plans/ambermere/"


def text(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.fixture
def page(client: Client, council: Council) -> str:
    """The page of a plan that was returned, as the analyst sees it."""
    council.sent()
    return asked(client, council)


def asked(client: Client, council: Council, role: Role = Role.PANEL_ANALYST, status: int = 200) -> str:
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(HERE)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_page_says_whose_plan_it_is_that_it_is_invented_and_that_it_was_sent(page: str) -> None:
    said = text(page)

    assert "Ambermere (invented), theme by theme" in said
    assert "Savings Plan 2024, version 1, published on Friday 19 July 2024." in said
    assert "Sent on Friday 19 July 2024. Receipt X07000090-20240719-1-" in said


def test_themes_stand_in_the_order_of_the_round(page: str) -> None:
    titles = [unescape(one) for one in re.findall(r'<h2 id="theme-[^"]+">(.*?)</h2>', page)]

    assert titles == ["How services have changed", "Technology and data", "Wasteful spend", "Barriers"]


def test_every_passage_stands_there_once_with_the_number_of_its_paragraph(page: str) -> None:
    shown = re.findall(r'<p id="passage-([^"]+)"><a class="mh-number" href="([^"]+)">', page)

    kept = Passage.objects.order_by("position")
    assert [name for name, _ in shown] == [one.name for one in kept]
    assert len({address for _, address in shown}) == len(shown)
    assert all(f"#{one.place}" == address[address.index("#") :] for one, (_, address) in zip(kept, shown, strict=True))


def test_each_number_leads_to_a_paragraph_that_the_public_page_has(client: Client, page: str) -> None:
    addresses = re.findall(r'class="mh-number" href="([^"]+)"', page)

    public = client.get(addresses[0].partition("#")[0]).content.decode()

    assert addresses
    assert all(f'id="{address.partition("#")[2]}"' in public for address in addresses)


def test_words_under_a_theme_are_those_the_council_put_there(page: str) -> None:
    barriers = text(page.partition('<h2 id="theme-barriers">')[2])

    assert "Settlements come for one year at a time." in barriers
    assert "We share one customer record." not in barriers


def test_a_theme_the_plan_says_nothing_under_says_so(client: Client, council: Council) -> None:
    council.published()
    client.force_login(council.who(Role.PANEL_ANALYST), backend="django.contrib.auth.backends.ModelBackend")
    client.get(HERE)
    Passage.objects.filter(theme="technology_data").delete()

    said = text(asked(client, council))

    assert "After the themes Questions not answered here" in said
    assert "Technology and data No numbered paragraph of the plan stands under this theme." in said
    assert "Nothing here says that it was sent." in said


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PANEL_ANALYST}))
def test_only_the_panel_reads_it_here(client: Client, council: Council, role: Role) -> None:
    council.sent()

    assert "Ask a panel analyst, who may" in text(asked(client, council, role, status=403))


def test_a_plan_that_is_not_published_or_was_withdrawn_is_not_read(client: Client, council: Council) -> None:
    council.decided()
    asked(client, council, status=404)

    publication = _published(council)
    asked(client, council)

    publications.withdraw(
        publication=publication, note="It named a contract.", by=council.who(Role.POLICY_OFFICER),
        at=datetime(2024, 8, 1, 9, tzinfo=UTC),
    )  # fmt: skip
    asked(client, council, status=404)


def test_a_hit_of_the_search_leads_to_the_passage_among_its_others(client: Client, page: str) -> None:
    found = client.get("/panel/savings-plans/search", {"words": "customer record"}).content.decode()

    (name,) = re.findall(rf'href="{HERE}#passage-([^"]+)"', found)
    assert f'id="passage-{name}"' in page


def test_the_register_leads_to_it(client: Client, page: str) -> None:
    assert f'href="{HERE}"' in client.get("/panel/savings-plans/").content.decode()


def _published(council: Council) -> publications.Publication:
    from moothall.apps.routes import actions as routes
    from moothall.apps.routes.models import Decision

    decision, evening = Decision.objects.get(), datetime(2024, 7, 11, 20, 30, tzinfo=UTC)
    by = council.who(Role.DEMOCRATIC_SERVICES)
    routes.publish_decision(decision=decision, published_at=evening, by=by, at=evening)
    assert decision.plan_version is not None
    return publications.publish_plan(
        workspace=council.workspace, version=decision.plan_version, round_=council.round_,
        by=council.who(Role.POLICY_OFFICER), at=datetime(2024, 7, 19, 9, tzinfo=UTC),
    )  # fmt: skip
