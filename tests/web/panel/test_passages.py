"""The page that finds passages: what it shows of a hit, what it says when there is none, and that words stay words."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/panel/savings-plans/search"


@pytest.fixture
def analyst(client: Client, council: Council) -> Client:
    client.force_login(council.who(Role.PANEL_ANALYST), backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(answer: object) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())  # type: ignore[attr-defined]


def test_a_hit_is_quoted_marked_and_leads_to_its_paragraph_in_public(analyst: Client, council: Council) -> None:
    council.published()

    answer = analyst.get(HERE, {"words": "customer"})

    page = answer.content.decode()
    assert "1 passage found" in text(answer)
    assert "We share one <mark>customer</mark> record." in page
    assert "Ambermere (invented), paragraph 4" in re.sub(r" ,", ",", text(answer))
    assert "Technology and data: Data" in text(answer)
    address = re.search(r'href="(/plans/[^"]+)"', page)
    assert address and address[1] == "/plans/savings-plans/ambermere/#p4"


def test_the_paragraph_a_hit_leads_to_stands_on_the_public_page(analyst: Client, council: Council) -> None:
    council.published()
    found = re.findall(r'href="(/plans/[^"#]+)#(p\d+)"', analyst.get(HERE, {"words": "a"}).content.decode())

    assert found
    for address, place in found:
        assert f'id="{place}"' in analyst.get(address).content.decode()


def test_nothing_found_says_what_was_looked_in(analyst: Client, council: Council) -> None:
    council.published()

    said = text(analyst.get(HERE, {"words": "submarines"}))

    assert "Nothing found" in said
    assert re.search(r"We looked for “submarines” in \d+ passages of 1 published plan\.", said)


def test_before_any_plan_is_published_it_says_there_is_nothing_to_look_in(analyst: Client, council: Council) -> None:
    assert "there is nothing to look in" in text(analyst.get(HERE, {"words": "offices"}))


def test_without_words_it_only_says_what_can_be_looked_in(analyst: Client, council: Council) -> None:
    council.published()

    answer = analyst.get(HERE)

    assert "Find a passage" in text(answer)
    assert b"mh-evidence" not in answer.content


def test_what_is_typed_is_shown_again_as_words_and_never_as_markup(analyst: Client, council: Council) -> None:
    council.published()
    typed = '"><script>alert(1)</script> offices'

    page = analyst.get(HERE, {"words": typed}).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; offices" in page


@pytest.mark.parametrize(
    "asked",
    [{"words": "x" * 301}, {"words": "a\x00b"}, {"words": "offices", "page": "first"}, {"words": "a", "page": "0"},
     {"words": "a", "page": "99999999999999999999"}, {"words": "a", "page": "400"}],
)  # fmt: skip
def test_what_makes_no_sense_is_answered_with_a_page(analyst: Client, council: Council, asked: dict[str, str]) -> None:
    council.published()

    assert analyst.get(HERE, asked).status_code == 200


def test_words_beyond_the_limit_are_said_to_be_too_many(analyst: Client, council: Council) -> None:
    answer = analyst.get(HERE, {"words": "x" * 301})

    assert "What you look for must be 300 characters or fewer" in text(answer)
    assert b"x" * 301 in answer.content
