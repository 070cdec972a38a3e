"""The department's names over time, and the slips councils make."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from moothall.reference import departments

LETTER_DAY = date(2024, 4, 16)


@pytest.mark.parametrize(
    ("day", "short_name"),
    [
        (date(2017, 6, 1), "DCLG"),
        (date(2020, 1, 1), "MHCLG"),
        (LETTER_DAY, "DLUHC"),
        (date(2024, 7, 4), "DLUHC"),
        (date(2024, 7, 19), "MHCLG"),
    ],
)
def test_the_department_has_the_name_of_the_day(day: date, short_name: str) -> None:
    assert departments.current_on(day).short_name == short_name


def test_no_day_since_2002_is_without_a_department_or_has_two() -> None:
    found = departments.all_departments()

    for earlier, later in pairwise(found):
        assert earlier.ends_on == later.starts_on
    assert found[-1].ends_on is None


def test_a_day_before_the_first_name_is_refused() -> None:
    with pytest.raises(ValueError, match="known from 2002-05-29"):
        departments.current_on(date(1999, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Department for Levelling Up, Housing and Communities",
        "the Department for Levelling Up Housing & Communities (DLUHC)",
        "DLUHC",
    ],
)
def test_a_right_name_is_recognised(text: str) -> None:
    found = departments.recognise(text)

    assert found is not None
    assert found.department.id == "dluhc-2021"
    assert not found.is_misspelt


@pytest.mark.parametrize(
    ("text", "short_name"),
    [
        ("Department for Levelling Up, Homes and Communities", "DLUHC"),
        ("MCHLG", "MHCLG"),
        ("DHCLG", "MHCLG"),
        ("Ministry for Housing, Communities and Local Government", "MHCLG"),
    ],
)
def test_a_misspelt_name_is_recognised_as_misspelt(text: str, short_name: str) -> None:
    found = departments.recognise(text)

    assert found is not None
    assert found.department.short_name == short_name
    assert found.is_misspelt


def test_a_name_borne_twice_is_told_apart_by_the_day() -> None:
    earlier = departments.recognise("MHCLG", on=date(2020, 1, 1))
    later = departments.recognise("MHCLG", on=date(2024, 7, 19))

    assert earlier is not None and earlier.department.id == "mhclg-2018"
    assert later is not None and later.department.id == "mhclg-2024"


@pytest.mark.parametrize("text", ["", "Department for Transport", "the department", "Housing"])
def test_other_words_name_no_department(text: str) -> None:
    assert departments.recognise(text) is None


def test_forms_to_look_for_are_longest_first_and_all_recognised() -> None:
    forms = departments.written_forms()

    assert [len(form) for form in forms] == sorted((len(form) for form in forms), reverse=True)
    assert all(departments.recognise(form) for form in forms)
