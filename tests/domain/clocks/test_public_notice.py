"""Public notices: a conspicuous place, unless an express rule says otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import public_notice


def test_cheshire_easts_notice_of_a_change_is_up_in_the_area_and_on_the_website() -> None:
    """Computed for Cheshire East, which changed its governance."""
    found = public_notice.deadline(conspicuous_place=True, other_means="On the website")

    assert found.kind == "given"
    assert "section 232" in found.provision.cite()


def test_the_notice_of_a_meeting_has_its_own_rule() -> None:
    found = public_notice.deadline(conspicuous_place=False, of_meeting=True)

    assert found.kind == "own_rule"
    assert "100A(6)(a)" in found.provision.cite()


@given(place=st.booleans(), means=st.sampled_from(["", "On the website"]), meeting=st.booleans())
def test_a_website_alone_is_never_enough(place: bool, means: str, meeting: bool) -> None:
    found = public_notice.deadline(conspicuous_place=place, other_means=means, of_meeting=meeting)

    assert (found.kind == "given") == (place and not meeting)
