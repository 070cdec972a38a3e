"""What files of a hand-off are called, what differs from the one before, and the addresses that come back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.domain.agenda_links import check_address, host_of
from moothall.domain.handing_over import (
    LONGEST_NAME,
    FileDifference,
    HandedFile,
    How,
    Kind,
    appendix_name,
    differences,
    folder_name,
    in_letters,
    named_apart,
    of_agreements,
    paragraphs_named,
)
from moothall.domain.refusals import Refusal
from moothall.domain.signoffs import State
from tests import examples


def file(name: str, sha256: str) -> HandedFile:
    return HandedFile(name, Kind.APPENDIX, name, "application/pdf", 1, sha256)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Productivity Plan 2024/25: final – for Cabinet", "Productivity Plan 2024 25 final - for Cabinet"),
        ("Café “Moot” £3m", "Cafe Moot 3m"),
        ("../../etc/passwd", "etc passwd"),
        ("§", ""),
    ],
)
def test_a_name_is_in_letters_figures_spaces_and_hyphens(words: str, name: str) -> None:
    assert in_letters(words) == name


@settings(max_examples=examples.fewer(30))
@given(st.lists(st.text(), min_size=1, max_size=5))
def test_no_two_files_of_a_folder_have_one_name_and_none_is_longer_than_systems_take(titles: list[str]) -> None:
    names = list(named_apart((title, "pdf") for title in titles))

    assert len({name.casefold() for name in names}) == len(titles)
    assert all(0 < len(name) <= LONGEST_NAME + len(".pdf") for name in names)
    assert all(name.isascii() and not set(name) & set('/\\:*?"<>|') for name in names)


def test_an_appendix_keeps_the_reports_label_and_has_a_number_where_it_has_none() -> None:
    assert appendix_name("Annexe 2: Map", 1) == "Annexe 2: Map"
    assert appendix_name("The letter", 2) == "Appendix 2 The letter"


def test_a_folder_is_called_by_council_body_and_day_and_says_no_more_of_part_2_than_that_it_is_one() -> None:
    assert folder_name("Ambermere", "", None, 3) == "Ambermere hand-off 3.zip"
    assert folder_name("Ambermere", "Cabinet", None, 1, is_part_2=True) == (
        "Ambermere Cabinet hand-off 1 part 2 not for publication.zip"
    )


def test_files_are_compared_by_name_and_bytes() -> None:
    before = [file("a.pdf", "1"), file("b.pdf", "2"), file("c.pdf", "3"), file("d.pdf", "4")]
    now = [file("a.pdf", "1"), file("b.pdf", "9"), file("letter.pdf", "3"), file("new.pdf", "5")]

    assert differences(before, now) == (
        FileDifference("a.pdf", How.SAME),
        FileDifference("b.pdf", How.CHANGED),
        FileDifference("letter.pdf", How.RENAMED, "c.pdf"),
        FileDifference("new.pdf", How.ADDED),
        FileDifference("d.pdf", How.TAKEN_OUT),
    )


@pytest.mark.parametrize(
    ("words", "paragraphs"),
    [
        ("paragraphs 1 and 3 of Part 1 of Schedule 12A", (1, 3)),
        ("Paragraph 5", (5,)),
        ("3", (3,)),
        ("paragraph 12 of 2024", ()),
        ("", ()),
    ],
)
def test_paragraphs_of_schedule_12a_are_taken_from_words(words: str, paragraphs: tuple[int, ...]) -> None:
    assert paragraphs_named(words) == paragraphs


def test_a_request_that_lapsed_is_not_ready_and_one_that_is_agreed_is() -> None:
    asked = [
        ("7", "Monitoring Officer, sign-off", State.LAPSED, "Lena Rusk"),
        ("8", "Financial", State.AGREED, ""),
        ("9", "Legal", State.CANNOT_AGREE, ""),
    ]

    found = [(one.where, one.message) for one in of_agreements(asked)]

    assert found == [
        ("7", "Monitoring Officer, sign-off: it lapsed, because the words changed, and Lena Rusk has it."),
        ("9", "Legal: whoever was asked cannot agree."),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://democracy.example.gov.uk/a",
        "javascript:alert(1)",
        "https://user:word@democracy.example.gov.uk/a",
        "https://democracy.example.gov.uk@evil.example/",
        "https://localhost/a",
        "https://10.0.0.1/a",
        "https://démocracy.example/a",
        "https://democracy.example.gov.uk/a b",
        "https://democracy.example.gov.uk/" + "a" * 500,
    ],
)
def test_an_address_that_is_not_a_public_page_over_https_is_refused(address: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_address(address)

    assert refused.value.next_step


def test_the_host_of_an_address_is_what_is_shown() -> None:
    address = " https://Democracy.Example.gov.uk/ieListDocuments.aspx?CId=1&MId=2#item3 "

    check_address(address)

    assert host_of(address) == "democracy.example.gov.uk"
