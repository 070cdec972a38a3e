"""The library of measures: whole, in our own words, with no measure that sums up a council."""

from __future__ import annotations

import re
from datetime import date

from moothall.domain.plans import Direction
from moothall.reference import demonstration, measures


def test_the_library_holds_k01_to_k48_in_order() -> None:
    assert [measure.id for measure in measures.library()] == [f"K{number:02}" for number in range(1, 49)]


def test_every_measure_has_a_definition_a_source_and_a_note_on_fair_use() -> None:
    for measure in measures.library():
        assert len(measure.definition.split()) >= 8, measure.id
        assert measure.usual_source and measure.unit and measure.basis, measure.id
        assert len(measure.fair_use.split()) >= 8, measure.id
        assert measure.frequency in {"quarterly", "yearly"}, measure.id


def test_every_share_and_rate_names_its_denominator() -> None:
    for measure in measures.library():
        if re.search(r"%|\bper\b|on average", measure.unit):
            assert measure.denominator, measure.id


def test_measures_of_need_or_size_have_no_good_direction() -> None:
    for id in ("K01", "K02", "K06", "K13", "K40"):
        found = measures.by_id(id)
        assert found is not None and found.direction is Direction.CONTEXT


def test_an_unknown_id_is_no_measure() -> None:
    assert measures.by_id("K99") is None


def test_the_demonstration_uses_measures_of_the_library_in_their_direction() -> None:
    line = demonstration.line(date(2026, 11, 22), lambda day: day.weekday() < 5)

    for measure in line.plan.measures:
        found = measures.by_id(measure.library_id)
        assert found is not None and found.direction is measure.direction
