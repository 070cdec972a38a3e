"""A draft that is to be published: kept back only where the intention came before the request."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import future_publication

REQUESTED = date(2024, 6, 20)


def test_test_valleys_draft_may_wait_for_its_cabinet_if_publication_was_intended_first() -> None:
    """Test Valley's Cabinet met on 10 July 2024; the request is computed."""
    asked = {"publish_on": date(2024, 7, 10), "reasonable": True, "public_interest": "Members see it first."}

    before = future_publication.deadline(REQUESTED, intended_since=date(2024, 5, 1), **asked)  # type: ignore[arg-type]
    after = future_publication.deadline(REQUESTED, intended_since=date(2024, 6, 21), **asked)  # type: ignore[arg-type]

    assert (before.kind, before.on) == ("may_be_withheld", date(2024, 7, 10))
    assert (after.kind, after.on) == ("may_not_be_withheld", None)


def test_a_day_of_publication_need_not_be_fixed() -> None:
    found = future_publication.deadline(
        REQUESTED, intended_since=REQUESTED, reasonable=True, public_interest="Members see it first."
    )

    assert (found.kind, found.on) == ("may_be_withheld", None)


@given(
    intended=st.none() | st.integers(-200, 200),
    reasonable=st.booleans(),
    interest=st.sampled_from(["", "Members see it first."]),
)
def test_each_leg_must_stand(intended: int | None, reasonable: bool, interest: str) -> None:
    found = future_publication.deadline(
        REQUESTED,
        intended_since=None if intended is None else REQUESTED + timedelta(intended),
        reasonable=reasonable,
        public_interest=interest,
    )

    held = intended is not None and intended <= 0
    assert (found.kind == "may_be_withheld") == (held and reasonable and bool(interest))
