"""Whose page it is: never a neighbour, a partner, or one council among those a body of many speaks of."""

from __future__ import annotations

import pytest

from moothall.documents.reading import html, text
from moothall.documents.review import review


def council_of(words: str, url: str | None = None) -> tuple[str, str] | None:
    found = review(text.read(words.encode(), "page.txt"), url=url).record.authority
    return (found["name"], found["basis"]) if found else None


@pytest.mark.parametrize(
    "words",
    [
        "# Productivity plans\n\nLocal Government Association\n\nLeeds City Council says it will save money.",
        "# Productivity Plan\n\nThe Council has reviewed services. In 2019 a team from Wigan Council visited.",
        "# Productivity Plan\n\nRESOLVED that it be approved.\n\nCllr A is a member of Lancashire County Council.",
        "# Productivity Plan\n\nOne fire service serves Cumberland Council and Westmorland and Furness Council.",
        "# Productivity Plan\n\nA shared service with Medway Council.",
    ],
)
def test_a_council_named_in_passing_is_not_the_author(words: str) -> None:
    assert council_of(words) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("# Productivity Plan\n\nOur plan.\n\n© Rother District Council 2024", "Rother"),
        ("Reigate & Banstead BC Productivity Plan\n\nOur plan.", "Reigate and Banstead"),
        ("# Productivity plan | Royal Borough of Greenwich\n\nThe plan of the council.", "Greenwich"),
    ],
)
def test_a_council_named_at_the_head_or_foot_of_a_page_is_the_author(words: str, name: str) -> None:
    assert council_of(words) == (name, "named")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://democracy.guildford.gov.uk/mgAi.aspx?ID=1", "Guildford"),
        ("https://guildford.public-i.tv/core/portal/home", "Guildford"),
        ("http://hillingdon.lbhill1-prd.gosshosted.com/productivity-plan", "Hillingdon"),
        ("https://southcambsweb.azurewebsites.net/our-plan", "South Cambridgeshire"),
    ],
)
def test_a_page_that_names_no_council_is_known_by_its_host_and_says_so(url: str, name: str) -> None:
    assert council_of("# Productivity plan\n\nOur plan.", url) == (name, "host")


def test_a_trial_host_of_nobody_we_know_names_nobody() -> None:
    assert council_of("# Productivity plan\n\nOur plan.", "https://plan-preview.azurewebsites.net/") is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Executive Committee\n\nRESOLVED that the Bromsgrove District Council Productivity Plan be agreed.",
            "Bromsgrove",
        ),
        (
            "# Plan agreed\n\nPress release\n\nA plan on how Dover District Council saves money was agreed.",
            "Dover",
        ),
        ("Report\n\nThat Cabinet approves the London Borough of Enfield's Productivity Plan.", "Enfield"),
    ],
)
def test_a_council_named_in_ordinary_words_as_the_plans_own_is_the_author(words: str, name: str) -> None:
    assert council_of(words) == (name, "named")


@pytest.mark.parametrize(
    "words",
    [
        "# Councils write plans\n\nPress release\n\nEvery council must write a plan that is short and plain and "
        "true, and Dover District Council has said no.",
        "Report\n\nOfficers looked for good ideas of any kind in the Dover District Council Productivity Plan and "
        "found some that the team could use next year.",
    ],
)
def test_a_council_among_all_councils_is_not_the_author(words: str) -> None:
    assert council_of(words) is None


def test_a_body_called_after_one_of_two_councils_on_their_site_is_that_councils() -> None:
    words = "Decision details\n\nJoint plan\n\nDecision Maker: Mid Suffolk Cabinet\n\nDate of decision: 02/07/2024"

    assert council_of(words, "https://baberghmidsuffolk.moderngov.co.uk/d.aspx?ID=9") == ("Mid Suffolk", "named")


@pytest.mark.parametrize(
    ("page", "basis"),
    [
        ("<title>Our plan - City of York Council</title><body><h1>Our plan</h1><p>We save.</p>", "named"),
        ("<header><a href='/'>City of York Council</a></header><h1>Our plan</h1><p>We save money.</p>", "named"),
        (
            "<h1>Our plan</h1><p>We save money in all that we do.</p><footer>© 2024 City of York Council</footer>",
            "named",
        ),
        ("<header><a href='/'>Council tax</a></header><h1>Our plan</h1><p>We save money.</p>", "host"),
    ],
)
def test_a_name_in_a_saved_pages_title_banner_or_foot_names_the_council(page: str, basis: str) -> None:
    read = review(html.read(f"<html>{page}</html>".encode(), "page.html"), url="https://www.york.gov.uk/plan")
    fact = next(fact for fact in read.facts if fact.kind == "authority")

    assert fact.value == {"gss": "E06000014", "name": "York", "basis": basis}
    assert any(remark.check == "authority_not_named" for remark in read.remarks) is (basis == "host")
    assert basis == "host" or fact.quote == "City of York Council"
