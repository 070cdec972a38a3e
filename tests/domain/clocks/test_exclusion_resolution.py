"""A resolution that shuts the public out: part, paragraph and words, or it is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import exclusion_resolution

DAY = date(2024, 7, 9)


def test_a_bare_exempt_is_no_resolution_at_rotherham_or_anywhere() -> None:
    """Rotherham's agendas name part, paragraph and description; computed for one that only said "exempt"."""
    bare = exclusion_resolution.deadline(DAY)
    whole = exclusion_resolution.deadline(
        DAY, part="Item 9, appendix B", paragraphs=(3,), description="Business affairs of the bidders"
    )

    assert (bare.kind, whole.kind) == ("not_valid", "valid")


def test_the_schedules_own_words_are_offered_where_the_description_is_missing() -> None:
    found = exclusion_resolution.deadline(DAY, part="Item 9", paragraphs=(3,))

    assert found.kind == "not_valid"
    assert "financial or business affairs" in found.points[2].says


def test_for_an_executive_the_fields_are_recalled_and_marked() -> None:
    assert exclusion_resolution.deadline(DAY, executive=True).provision.check_with_monitoring_officer
    assert not exclusion_resolution.deadline(DAY).provision.check_with_monitoring_officer


@pytest.mark.parametrize("blank", ["", "   "])
@given(data=st.data())
def test_a_resolution_is_valid_only_with_all_three(blank: str, data: st.DataObject) -> None:
    part, description = (data.draw(st.sampled_from([blank, "said"])) for _ in range(2))
    paragraphs = data.draw(st.sampled_from([(), (1,), (1, 7)]))

    found = exclusion_resolution.deadline(DAY, part=part, paragraphs=paragraphs, description=description)

    assert (found.kind == "valid") == bool(part.strip() and paragraphs and description.strip())
