"""Any text can be looked at: no words trip a finder, and none cost it more than their length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import marked_plans

SAID = (
    "We will have the Government should £1.2m to from 12 345 FTE % by March 2025 in 2023/24 since with ICB “ ” ( ) , . "
    ": - \n\n# ## | --- Theme 4 Barriers ask that decline question AI next two years Minister said per annum target"
)  # fmt: skip
WORDS = st.sampled_from(SAID.split(" "))
HEAD = "# Plan\n\nJuly 2024\n\n## Barriers\n\n"


@given(st.lists(WORDS, max_size=60))
def test_no_words_trip_a_finder(words: list[str]) -> None:
    text = HEAD + " ".join(words)

    for one in marked_plans.read(text):
        assert text[one.where.start : one.where.end] == one.quote


@pytest.mark.parametrize(
    "unit",
    ["we ", "a, ", "Aa ", "1 ", "“a b c d ", "shared with the council and ", "from 12 ", "£1m to ",
     "the government central ", "savings reduced in the ", "Working with The Aa and Bb, "],
)  # fmt: skip
def test_words_without_end_cost_no_more_than_their_length(unit: str) -> None:
    since = time.process_time()

    marked_plans.read(HEAD + unit * 4000 + "\n")

    assert time.process_time() - since < 5
