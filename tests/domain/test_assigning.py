"""By when words are asked for where nobody says another day."""

from datetime import date

from moothall.domain.assigning import default_day
from moothall.domain.courses import Step

PAPERS = Step("agenda_publication", "Put the agenda and reports on public view", "Cabinet", date(2024, 7, 3))
DECISION = Step("decision", "Cabinet decides", "Cabinet", date(2024, 7, 11))


def test_the_day_is_a_week_before_the_papers_go_out_and_says_so() -> None:
    found = default_day([PAPERS, DECISION], as_of=date(2024, 6, 20))

    assert found.on == date(2024, 6, 26)
    assert found.because == (
        "A week before the route’s step “Put the agenda and reports on public view” on Wednesday 3 July 2024."
    )


def test_where_no_week_is_left_the_day_before_the_papers_and_after_them_the_decision_counts() -> None:
    late, after = (
        default_day([PAPERS, DECISION], as_of=date(2024, 7, 1)),
        default_day([PAPERS, DECISION], as_of=PAPERS.on),
    )

    assert (late.on, late.because[:16]) == (date(2024, 7, 2), "The day before t")
    assert after.on == date(2024, 7, 4) and "Cabinet decides" in after.because


def test_without_a_route_it_is_a_week_from_today() -> None:
    found = default_day([], as_of=date(2024, 6, 20))

    assert found.on == date(2024, 6, 27) and "no date of a route" in found.because
