"""Words that say there is none, and words that only begin like them."""

import pytest

from moothall.documents.sentences import says_none


@pytest.mark.parametrize(
    "words",
    [
        "None",
        "Not applicable.",
        "3.1 There are no legal implications arising from this report.",
        "There are no specific revenue or capital implications arising from the plan itself",
        "There is no impact on equalities.",
        "No direct financial implications",
    ],
)
def test_a_value_that_says_there_is_none(words: str) -> None:
    assert says_none(words)


@pytest.mark.parametrize(
    "words",
    [
        "There is no duty in statute to write the plan",
        "There is no template, so each council chose its own form",
        "There are no resource implications beyond officer time",
        "The plan was met from existing budgets",
        "",
    ],
)
def test_a_value_that_says_something_else(words: str) -> None:
    assert not says_none(words)
