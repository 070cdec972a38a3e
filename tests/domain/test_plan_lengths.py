"""How long a plan is against the pages the letter asks for."""

from __future__ import annotations

import pytest

from moothall.domain.plan_lengths import PlanLength, length_remarks


@pytest.mark.parametrize(
    ("sheets", "filled", "pages"), [(1, 0.1, 0.5), (1, 0.0, 0.5), (3, 0.9, 3.0), (4, 0.4, 3.5), (4, 1.0, 4.0)]
)
def test_pages_are_told_in_halves(sheets: int, filled: float, pages: float) -> None:
    assert PlanLength(sheets, filled, 1000).pages == pages


def test_a_plan_of_six_pages_is_told_how_many_words_to_lose() -> None:
    (remark,) = length_remarks(PlanLength(6, 0.0, 2500), (3, 4), "")

    assert remark.check == "plan_longer_than_asked"
    assert "about 500 words" in remark.next


def test_a_longer_plan_that_says_why_is_left_alone() -> None:
    assert length_remarks(PlanLength(6, 0.5, 2500), (3, 4), "We answer for two former councils.") == ()


@pytest.mark.parametrize("asked", [None, (3, 4)])
def test_a_plan_that_fits_or_is_asked_for_no_length_gets_no_remark(asked: tuple[int, int] | None) -> None:
    assert length_remarks(PlanLength(4, 0.9, 1800), asked, "") == ()


def test_a_page_where_three_are_asked_is_no_fault() -> None:
    (remark,) = length_remarks(PlanLength(1, 0.9, 300), (3, 4), "")

    assert remark.message == "The plan takes 1 page; the letter asks for 3 to 4."
