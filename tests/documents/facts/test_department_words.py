"""The department's name in the ways councils write it, and the other departments that are not it."""

from __future__ import annotations

import pytest

from moothall.documents.reading import text
from moothall.documents.review import review

PAGE = (
    "Agenda item\n\nProductivity Plan\n\nMinutes:\n\nThe {} asked for the plan.\n\nRESOLVED that the plan be noted.\n"
)


def department_in(words: str) -> str | None:
    return review(text.read(PAGE.format(words).encode(), "page.txt")).record.department


@pytest.mark.parametrize(
    "words",
    [
        "Department for Levelling Up, Housing and Communities",
        "Department for Levelling up, Housing and Communities",
        "department for levelling up, housing and communities",
        "Dept for Levelling Up, Housing & Communities",
        "Department of Levelling Up",
        "Department for Levelling Up, Homes and Communities",
        "Ministry for Housing, Communities & Local Government",
        "Ministry of Housing Communities and Local Government",
        "DLUHC",
        "DULHC",
        "DLUC",
        "MHCLG",
        "DHCLG",
    ],
)
def test_the_department_is_kept_as_it_is_written(words: str) -> None:
    assert department_in(words) == words


def test_the_possessive_is_no_part_of_the_name() -> None:
    found = department_in("Ministry of Housing, Communities and Local Government’s letter of April")

    assert found == "Ministry of Housing, Communities and Local Government"


@pytest.mark.parametrize(
    "words",
    ["Department for Education", "Ministry of Defence", "Department for Transport", "LGA", "housing department"],
)
def test_another_department_is_not_taken_for_it(words: str) -> None:
    assert department_in(words) is None
