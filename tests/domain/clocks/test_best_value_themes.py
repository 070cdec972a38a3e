"""Themes of the guidance: a map of evidence, never a mark."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import best_value_themes
from moothall.domain.clocks.best_value_themes import Theme
from moothall.domain.refusals import Refusal

DAY = date(2024, 6, 27)


def test_west_lindsey_which_feared_an_inspection_can_see_where_its_plan_points_to_evidence() -> None:
    """West Lindsey's committee of 27 June 2024 feared a best value inspection; the evidence is invented."""
    found = best_value_themes.deadline(DAY, evidence={Theme.USE_OF_RESOURCES: "Section 3 of the plan"})

    assert found.kind == "evidence_for_some"
    assert [point.says for point in found.points if point.met] == ["Section 3 of the plan"]
    assert found.provision.check_with_monitoring_officer


@given(themes=st.sets(st.sampled_from(Theme)))
def test_what_is_not_named_is_unknown_and_never_failed(themes: set[Theme]) -> None:
    found = best_value_themes.deadline(DAY, evidence=dict.fromkeys(themes, "Section 1"))

    assert len(found.points) == 7
    assert all(point.met in (True, None) for point in found.points)
    assert (found.kind == "evidence_for_each") == (len(themes) == 7)


def test_before_the_guidance_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        best_value_themes.deadline(date(2024, 5, 7), evidence={})
