"""Progress in words and dates."""

from datetime import date

import pytest

from moothall.domain.progress import MilestoneState, check_reading, check_update, lateness
from moothall.domain.refusals import Refusal

TODAY = date(2024, 10, 10)


def test_a_reading_waits_for_the_end_of_its_period() -> None:
    check_reading(period_ends_on=date(2024, 9, 30), today=TODAY)

    with pytest.raises(Refusal, match="31 December 2024, which is still to come"):
        check_reading(period_ends_on=date(2024, 12, 31), today=TODAY)


@pytest.mark.parametrize(
    ("state", "words", "done_on", "says"),
    [
        (MilestoneState.IN_HAND, " ", None, "no words"),
        (MilestoneState.DONE, "Opened.", None, "needs the day"),
        (MilestoneState.DONE, "Opened.", date(2024, 10, 11), "still to come"),
    ],
)
def test_an_update_that_says_too_little_is_refused(
    state: MilestoneState, words: str, done_on: date | None, says: str
) -> None:
    with pytest.raises(Refusal, match=says):
        check_update(state, words=words, done_on=done_on, today=TODAY)


@pytest.mark.parametrize(
    ("done_on", "words"),
    [
        (date(2024, 8, 1), ""),
        (date(2024, 8, 2), "1 day late"),
        (date(2024, 8, 14), "13 days late"),
        (date(2024, 8, 15), "2 weeks late"),
        (date(2024, 10, 30), "3 months late"),
    ],
)
def test_lateness_is_told_as_people_say_it(done_on: date, words: str) -> None:
    assert lateness(date(2024, 8, 1), done_on) == words
