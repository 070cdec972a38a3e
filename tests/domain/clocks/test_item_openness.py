"""Open, may be closed, must be closed: a vote closes what is exempt, and only terms or a law make it confidential."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import item_openness
from moothall.domain.refusals import Refusal

DAY = date(2024, 7, 10)


def test_test_valleys_report_on_the_plan_claims_no_paragraph_and_is_open() -> None:
    """Test Valley's Cabinet of 10 July 2024 took its report in public."""
    found = item_openness.deadline(DAY, executive=True)

    assert found.kind == "open"
    assert [point.met for point in found.points] == [False, False, False]


def test_a_departments_letter_closes_an_item_only_on_terms_that_forbid_disclosure() -> None:
    found = item_openness.deadline(DAY, from_department=True, paragraphs=(3,))

    assert (found.kind, found.rule) == ("must_close", "G-E3")
    assert "unless its terms say so" in found.notes[0]


def test_exempt_is_a_choice() -> None:
    found = item_openness.deadline(DAY, paragraphs=(1, 3))

    assert found.kind == "may_close"
    assert found.points[2].says.startswith("Paragraphs 1 and 3: information about an individual; ")


@given(
    department=st.booleans(),
    barred=st.sampled_from(["", "  ", "a court's order"]),
    paragraphs=st.lists(st.integers(1, 7), max_size=3, unique=True),
    executive=st.booleans(),
)
def test_what_must_be_closed_is_never_a_choice_and_what_is_open_has_no_ground(
    department: bool, barred: str, paragraphs: list[int], executive: bool
) -> None:
    found = item_openness.deadline(
        DAY, from_department=department, barred_by=barred, paragraphs=paragraphs, executive=executive
    )

    assert (found.kind == "must_close") == (department or bool(barred.strip()))
    assert (found.kind == "open") == (not any(point.met for point in found.points))


@pytest.mark.parametrize("paragraph", [0, 8, -1])
def test_a_paragraph_the_schedule_does_not_have_is_refused(paragraph: int) -> None:
    with pytest.raises(Refusal, match="no paragraph"):
        item_openness.deadline(DAY, paragraphs=(paragraph,))


def test_the_older_list_before_march_2006_is_not_answered_with_todays() -> None:
    assert item_openness.deadline(date(2006, 3, 1), paragraphs=(3,)).kind == "may_close"

    with pytest.raises(Refusal, match="the older list"):
        item_openness.deadline(date(2006, 2, 28), paragraphs=(3,))
