"""What councils are called: every spelling names one council only."""

from __future__ import annotations

from datetime import date

import pytest

from moothall.reference import spellings
from moothall.reference.authorities import all_authorities, by_gss


@pytest.mark.parametrize(
    ("text", "gss"),
    [
        ("North Herts Council", "E07000099"),
        ("OADBY & WIGSTON BOROUGH COUNCIL", "E07000135"),
        ("Harlow Council", "E07000073"),
        ("Borough Council of King’s Lynn & West Norfolk", "E07000146"),
        ("St. Helens Borough Council", "E08000013"),
        ("Stoke on Trent City Council", "E06000021"),
        ("London Borough of Hackney", "E09000012"),
        ("Royal Borough of Kensington & Chelsea", "E09000020"),
        ("City of York Council", "E06000014"),
        ("York City Council", "E06000014"),
        ("BCP Council", "E06000058"),
        ("Milton Keynes City Council", "E06000042"),
        ("Somerset Council", "E06000066"),
        ("Somerset County Council", "E10000027"),
        ("Dorset Council", "E06000059"),
        ("Wyre Council", "E07000128"),
        ("Wyre Forest District Council", "E07000239"),
    ],
)
def test_a_name_as_councils_write_it_is_recognised(text: str, gss: str) -> None:
    found = spellings.by_name(text)

    assert found is not None and found.gss == gss


@pytest.mark.parametrize("text", ["Reading", "The Council", "Council", "Wrenbourne Borough Council", "Cabinet", ""])
def test_words_that_name_no_one_council_are_not_recognised(text: str) -> None:
    assert spellings.by_name(text) is None


def test_every_authority_is_known_by_its_official_name() -> None:
    for authority in all_authorities():
        assert spellings.names(authority)[0] == authority.official_name


def test_no_spelling_names_two_councils() -> None:
    seen: dict[str, str] = {}
    for authority in all_authorities():
        for spelling in spellings.names(authority):
            assert seen.setdefault(spelling.casefold(), authority.gss) == authority.gss, spelling


def test_an_abolished_council_is_not_recognised_on_a_later_day() -> None:
    name = by_gss("E07000187").official_name

    assert spellings.by_name(name, on=date(2022, 1, 1)) is not None
    assert spellings.by_name(name, on=date(2024, 7, 19)) is None


def test_short_names_are_kept_apart_from_full_names() -> None:
    authority = by_gss("E07000099")

    assert spellings.short_names(authority) == ("North Hertfordshire", "North Herts")
    assert "North Herts" not in spellings.names(authority)
