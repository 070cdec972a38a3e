"""Steps of a council that goes: they count for functions exercised in the transition, and an order prevails."""

from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import transition_step


def test_a_consultation_by_a_council_that_somerset_followed_counts_for_functions_of_the_transition() -> None:
    """Computed for Somerset, which followed five councils."""
    counts = transition_step.deadline(by_predecessor=True, exercised_in_transition=True)
    not_a_function = transition_step.deadline(by_predecessor=True, exercised_in_transition=False)

    assert (counts.kind, not_a_function.kind) == ("counts_for_successor", "does_not_count")


@given(predecessor=st.booleans(), exercised=st.booleans(), order=st.booleans())
def test_the_order_prevails_and_both_conditions_are_needed(predecessor: bool, exercised: bool, order: bool) -> None:
    found = transition_step.deadline(
        by_predecessor=predecessor, exercised_in_transition=exercised, order_says_otherwise=order
    )

    assert (found.kind == "as_the_order_says") == order
    assert (found.kind == "counts_for_successor") == (not order and predecessor and exercised)
