"""Whose page it is: never a neighbour, a partner, or one council among those a body of many speaks of."""

from __future__ import annotations

import pytest

from moothall.documents.reading import text
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
