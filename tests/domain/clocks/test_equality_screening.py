"""The equality duty: before the decision, with a name, and a reason where it is said not to apply."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import equality_screening
from moothall.domain.clocks.equality_screening import Outcome
from moothall.domain.refusals import Refusal

DECISION = date(2024, 7, 9)


def test_north_hertfordshires_decision_of_9_july_2024_is_screened_before_it_or_too_late() -> None:
    """A real meeting of North Hertfordshire; the days of the screening are computed."""
    before = equality_screening.deadline(DECISION, screened_on=date(2024, 6, 20), by="Policy Manager")
    same_day = equality_screening.deadline(DECISION, screened_on=DECISION, by="Policy Manager")
    after = equality_screening.deadline(DECISION, screened_on=date(2024, 7, 10), by="Policy Manager")

    assert [found.kind for found in (before, same_day, after)] == ["shown", "shown", "after_the_decision"]
    assert before.on == DECISION


def test_not_applicable_needs_a_name_and_a_reason() -> None:
    bare = equality_screening.deadline(DECISION, screened_on=DECISION, outcome=Outcome.NOT_APPLICABLE)
    said = equality_screening.deadline(
        DECISION,
        screened_on=DECISION,
        outcome=Outcome.NOT_APPLICABLE,
        by="Policy Manager",
        reason="The report changes no service.",
    )

    assert (bare.kind, said.kind) == ("not_shown", "shown")


@given(days=st.none() | st.integers(-400, 400), by=st.sampled_from(["", "Policy Manager"]))
def test_regard_after_the_decision_is_never_enough(days: int | None, by: str) -> None:
    screened = None if days is None else DECISION + timedelta(days)

    found = equality_screening.deadline(DECISION, screened_on=screened, by=by)

    assert (found.kind == "after_the_decision") == (days is not None and days > 0)
    assert (found.kind == "shown") == (days is not None and days <= 0 and bool(by))


def test_a_decision_before_the_duty_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        equality_screening.deadline(date(2011, 4, 4))
