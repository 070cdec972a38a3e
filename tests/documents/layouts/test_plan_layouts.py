"""One content in every layout: nothing that the plan says is left out, whichever is chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moothall.documents.layouts import plan_layouts
from moothall.documents.writing import html
from moothall.domain.plans import Layout, OwnPoint, Partnership, Section
from tests.documents.invented import PLAN, ROUND

FULL = replace(
    PLAN,
    own_points=(OwnPoint("P1", "Our coast", "The coast moves two metres a year."),),
    partnerships=(Partnership("W1", "One legal service", "two neighbours"),),
    sections=(Section("S1", "Where we come from", (PLAN.answers[0].question, "P1", PLAN.commitments[0].key)),),
    length_reason="We answer for two former councils.",
)


@pytest.mark.parametrize("layout", list(Layout))
def test_every_layout_says_all_that_the_plan_says_once(layout: Layout) -> None:
    page = html.write(plan_layouts.compose(FULL, ROUND, layout=layout)).decode()

    assert page.count("The coast moves two metres a year.") == 1
    assert page.count("One legal service") == 1
    assert "We answer for two former councils." in page
    assert all(one.title in page for one in (*FULL.commitments, *FULL.measures, *FULL.barriers))


def test_own_sections_come_first_in_their_own_order() -> None:
    page = html.write(plan_layouts.compose(FULL, ROUND, layout=Layout.OWN)).decode()

    assert page.index("Where we come from") < page.index("Our coast") < page.index(FULL.commitments[0].title)
