"""What may be charged: nothing for seeing an agenda, a reasonable fee for background papers and copies."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import inspection_fee
from moothall.domain.clocks.inspection_fee import Asked
from moothall.domain.refusals import Refusal


@pytest.mark.parametrize(
    ("asked", "kind"),
    [(Asked.INSPECT, "free"), (Asked.INSPECT_BACKGROUND_PAPERS, "reasonable_fee"), (Asked.COPY, "reasonable_fee")],
)
def test_papers_of_harlows_cabinet_of_11_july_2024(asked: Asked, kind: str) -> None:
    """Computed for a real meeting of Harlow."""
    assert inspection_fee.deadline(date(2024, 7, 11), asked=asked, executive=True).kind == kind


@given(day=st.dates(date(2012, 9, 10), date(2100, 1, 1)), executive=st.booleans())
def test_seeing_a_report_is_free_under_either_law(day: date, executive: bool) -> None:
    assert inspection_fee.deadline(day, executive=executive).kind == "free"


@pytest.mark.parametrize(("executive", "before"), [(False, date(1986, 3, 31)), (True, date(2012, 9, 9))])
def test_before_its_law_it_is_not_answered(executive: bool, before: date) -> None:
    with pytest.raises(Refusal, match="not in force"):
        inspection_fee.deadline(before, executive=executive)
