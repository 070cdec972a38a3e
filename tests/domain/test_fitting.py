"""What a rule is said to explain is what the call-in clock answers, for every rule and case."""

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from moothall.domain.fitting import LONGEST, candidates, listed_on, telling
from moothall.domain.past_decisions import PastDecision
from moothall.domain.rule_packs import Base
from moothall.reference.bank_holidays import england

ENGLAND = england()
decided = some.dates(date(2012, 1, 1), date(2027, 1, 1))
moments = some.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@some.composite
def past_decisions(draw: some.DrawFn) -> PastDecision:
    taken = draw(decided)
    published_on = taken + timedelta(days=draw(some.integers(-1, 4)))
    published = datetime.combine(published_on, draw(moments)) if draw(some.booleans()) else published_on
    return PastDecision(
        taken + timedelta(days=draw(some.integers(-2, 30))),
        draw(some.sampled_from([published, published, None])),
        draw(some.sampled_from([taken, taken, None])),
    )


@settings(max_examples=12, deadline=None)
@given(some.lists(past_decisions(), min_size=1, max_size=4))
def test_a_candidate_explains_exactly_the_cases_the_clock_lists_on_their_day(cases: list[PastDecision]) -> None:
    for candidate in candidates(cases, ENGLAND):
        claimed = [bool(candidate.explains >> place & 1) for place in range(len(cases))]

        assert claimed == [listed_on(candidate.rule, case, ENGLAND) == case.listed_on for case in cases]


def test_every_length_is_tried_from_each_start() -> None:
    found = candidates([PastDecision(date(2024, 7, 11), date(2024, 7, 3), date(2024, 7, 2))], ENGLAND)

    lengths = {one.rule.length.number for one in found if one.rule.base is Base.PUBLICATION}
    allowances = {one.rule.publish_allowance for one in found}

    assert lengths == set(range(1, LONGEST + 1))
    assert allowances == {0, 1, 2, 3}


def test_no_cutoff_is_guessed_where_no_time_is_given_or_none_stands_between_two_times() -> None:
    untimed = PastDecision(date(2024, 7, 11), date(2024, 7, 3))
    timed = PastDecision(date(2024, 7, 11), datetime.fromisoformat("2024-07-03T15:00"))

    found = candidates([untimed, timed], ENGLAND)

    assert {one.rule.publish_cutoff for one in found} == {None}


def test_two_rules_that_always_count_the_same_days_stand_once_as_the_commoner() -> None:
    """One working day to publish and then five is six working days from the decision."""
    found = candidates([PastDecision(date(2024, 7, 12), None, date(2024, 7, 3))], ENGLAND)

    from_decision = [one.rule for one in found if one.explains and one.rule.base is Base.DECISION]
    written = [(rule.length.number, rule.publish_allowance) for rule in from_decision if not rule.first_day_counts]

    assert written[0] == (5, 1)
    assert (6, 0) not in written


def test_cases_near_bank_holidays_and_weekends_are_the_telling_ones() -> None:
    plain = PastDecision(date(2024, 7, 11), date(2024, 7, 3))
    over_easter = PastDecision(date(2025, 4, 23), date(2025, 4, 11))
    listed_on_saturday = PastDecision(date(2024, 7, 13), date(2024, 7, 5))
    a_year_late = PastDecision(date(2025, 7, 3), date(2024, 7, 3))

    bits = telling([plain, over_easter, listed_on_saturday, a_year_late], ENGLAND)

    assert bits == 0b0110
