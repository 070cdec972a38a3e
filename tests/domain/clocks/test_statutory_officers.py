"""The three statutory officers: by date, one holder each, and the two bars of the law."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import statutory_officers
from moothall.domain.officers import CouncilKind, Holding, Post
from moothall.domain.refusals import Refusal

DAY = date(2024, 7, 9)


def held(head: str, monitoring: str, finance: str) -> list[Holding]:
    names = (head, monitoring, finance)
    return [Holding(post, name) for post, name in zip(Post, names, strict=True) if name]


def test_tamworths_new_finance_officer_of_2024_counts_from_the_first_day_in_post() -> None:
    """Tamworth's page speaks of a new section 151 officer; posts stand for names and the days are computed."""
    holdings = [
        *held("Chief Executive", "Head of Law", ""),
        Holding(Post.CHIEF_FINANCE_OFFICER, "Former Director", to_on=date(2024, 5, 31)),
        Holding(Post.CHIEF_FINANCE_OFFICER, "New Director", from_on=date(2024, 6, 10)),
    ]

    kinds = {
        day: statutory_officers.deadline(day, holdings=holdings).kind
        for day in (date(2024, 5, 31), date(2024, 6, 5), date(2024, 6, 10))
    }

    assert list(kinds.values()) == ["filled", "not_filled", "filled"]


def test_two_people_in_one_post_are_pointed_out() -> None:
    holdings = [*held("Chief Executive", "Head of Law", "Director"), Holding(Post.MONITORING_OFFICER, "Deputy")]

    found = statutory_officers.deadline(DAY, holdings=holdings)

    assert found.kind == "not_filled"
    assert found.points[1].says == "2 people are named: Head of Law, Deputy."


def test_the_monitoring_officer_is_not_the_finance_officer_anywhere() -> None:
    found = statutory_officers.deadline(
        DAY, holdings=held("Chief Executive", "One  Person", "one person"), council=CouncilKind.OTHER
    )

    assert found.kind == "barred"


@pytest.mark.parametrize(
    ("council", "kind"),
    [
        (CouncilKind.COUNTY, "barred"),
        (CouncilKind.DISTRICT, "barred"),
        (CouncilKind.LONDON_BOROUGH, "barred"),
        (CouncilKind.OTHER, "filled"),
    ],
)
def test_the_bar_on_the_head_of_paid_service_is_for_three_kinds_of_council(council: CouncilKind, kind: str) -> None:
    holdings = held("One Person", "One Person", "Director")

    assert statutory_officers.deadline(DAY, holdings=holdings, council=council).kind == kind


@given(names=st.lists(st.sampled_from(["", "A", "B", "C"]), min_size=3, max_size=3))
def test_posts_are_filled_exactly_where_each_is_held_and_no_bar_is_broken(names: list[str]) -> None:
    head, monitoring, finance = names

    found = statutory_officers.deadline(DAY, holdings=held(head, monitoring, finance))

    barred = bool(monitoring) and monitoring in (head, finance)
    assert found.kind == ("barred" if barred else "filled" if all(names) else "not_filled")


def test_a_holding_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refusal, match="before taking it up"):
        Holding(Post.MONITORING_OFFICER, "Head of Law", date(2024, 7, 2), date(2024, 7, 1))
