"""A call-in rule learnt from past decisions: real cases with their council, and invented councils of every family."""

import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest

from moothall.domain import past_decisions
from moothall.domain.clock_questions import answer
from moothall.domain.days import Length, Unit
from moothall.domain.fitting import listed_on
from moothall.domain.learning import Learnt, learn, rule_in_words
from moothall.domain.past_decisions import PastDecision
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import Base, CallInRule
from moothall.reference.bank_holidays import england
from tests.domain import simulated_councils
from tests.domain.simulated_councils import FAMILIES

ENGLAND = england()
STOCKPORT = [
    PastDecision(date(2025, 4, 18), date(2025, 4, 11)),
    PastDecision(date(2019, 8, 29), date(2019, 8, 21)),
]
FIVE_DAYS_TRUE_DATES = [
    PastDecision(date(2020, 5, 8), date(2020, 4, 30)),
    PastDecision(date(2023, 5, 12), date(2023, 5, 3)),
    PastDecision(date(2022, 9, 23), date(2022, 9, 14)),
    PastDecision(date(2022, 6, 2), date(2022, 5, 25)),
    PastDecision(date(2022, 6, 7), date(2022, 5, 26)),
]


def learnt(cases: list[PastDecision]) -> Learnt:
    return learn(cases, holidays=ENGLAND)


def causes(found: Learnt) -> list[str]:
    return [one.cause.diagnosis for one in found.not_explained]


def test_stockport_counts_the_day_of_publication_and_only_a_weekend_publication_would_part_four_days_from_it() -> None:
    """Two lists, over Easter 2025 and over the August holiday of 2019."""
    found = learnt(STOCKPORT)

    assert found.rule == CallInRule(first_day_counts=True)
    assert (found.explains, found.of) == (2, 2)
    assert [rule_in_words(rival.rule) for rival in found.rivals] == [
        "4 working days from publication, that day left out"
    ]
    assert found.tell_apart is not None
    assert found.tell_apart.published_on.weekday() == 5
    assert "few cases" in found.sure


def test_new_forest_alone_gives_the_commonest_rule_and_says_it_is_one_case() -> None:
    """Two portfolio holders' decision published on 3 July 2024 and in force on 11 July."""
    found = learnt([PastDecision(date(2024, 7, 11), date(2024, 7, 3))])

    assert found.rule == CallInRule()
    assert found.sure.startswith("It explains 1 of 1 past decision. None of those touches a bank holiday")
    assert [rule_in_words(rival.rule) for rival in found.rivals] == [
        "7 calendar days from publication, that day left out"
    ]
    assert found.tell_apart is not None
    assert found.tell_apart.published_on == date(2024, 8, 19)


def test_the_five_dates_around_unexpected_holidays_give_five_days_without_a_rival() -> None:
    found = learnt(FIVE_DAYS_TRUE_DATES)

    assert (found.rule, found.explains, found.rivals, found.tell_apart) == (CallInRule(), 5, (), None)


def test_salford_is_five_days_with_the_moved_holiday_of_2022_not_entered() -> None:
    """Effective dates of 1 and 3 June 2022 fit 30 May as the holiday; the other cases are computed with five days."""
    wrong_table = [
        PastDecision(date(2022, 6, 1), date(2022, 5, 23), case="first"),
        PastDecision(date(2022, 6, 3), date(2022, 5, 25), case="second"),
    ]

    found = learnt([*wrong_table, FIVE_DAYS_TRUE_DATES[2], PastDecision(date(2024, 7, 11), date(2024, 7, 3))])

    assert found.rule == CallInRule()
    assert causes(found) == ["moved_holiday_not_entered"] * 2
    assert [one.computed for one in found.not_explained] == ["2022-05-31", "2022-06-02"]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_council_of_each_family_is_recognised_from_a_few_noisy_cases_and_its_other_dates_follow(family: str) -> None:
    right = asked = 0
    for seed in range(12):
        random = Random(f"{family} {seed}")
        seen = simulated_councils.past_decisions(FAMILIES[family], random.randrange(5, 11), random, wrong=0.2)
        held_out = simulated_councils.past_decisions(FAMILIES[family], 10, random)
        rule = learnt(seen).rule
        right += sum(listed_on(rule, case, ENGLAND) == case.listed_on for case in held_out)
        asked += len(held_out)

    assert right >= 0.9 * asked


def test_the_rule_printed_is_taken_as_it_is_by_the_call_in_clock() -> None:
    random = Random(7)
    rule = FAMILIES["two days to publish, then five"]
    printed = learnt(simulated_councils.past_decisions(rule, 6, random)).as_plain()["rule"]

    for case in simulated_councils.past_decisions(rule, 20, random):
        given = {key: value for key, value in case.as_plain().items() if key != "listed"}

        assert answer("call-in", {**printed, **given}, ENGLAND).listed_on == case.listed_on


def test_a_case_over_a_holiday_decides_between_rules_that_explain_as_many() -> None:
    over_easter = PastDecision(date(2025, 4, 18), date(2025, 4, 11))
    without_holiday = PastDecision(date(2024, 7, 11), date(2024, 7, 3))

    found = learnt([over_easter, without_holiday])

    assert found.rule == CallInRule(first_day_counts=True)
    assert CallInRule() in [rival.rule for rival in found.rivals]


def test_a_cutoff_is_found_between_the_times_that_show_it() -> None:
    rule = CallInRule(publish_cutoff=datetime.fromisoformat("2024-01-01T17:00").time())
    cases = []
    for day in range(1, 20, 2):
        published = datetime(2024, 7, day, 12 + day % 8, 40)  # noqa: DTZ001 local times, as councils give them
        case = PastDecision(date(2024, 7, 1), published)
        cases.append(replace(case, listed_on=listed_on(rule, case, ENGLAND) or case.listed_on))

    found = learnt(cases)

    assert (found.rule, found.explains) == (rule, len(cases))
    assert "publication after 5pm counting from the next working day" in rule_in_words(found.rule)


def test_a_council_that_went_from_five_days_to_three_has_two_spans_and_its_latest_rule() -> None:
    three_days = CallInRule(Length(3, Unit.WORKING))
    random = Random(3)
    before = simulated_councils.past_decisions(CallInRule(), 6, random, first_on=date(2005, 1, 1))
    after = simulated_councils.past_decisions(three_days, 5, random, first_on=date(2016, 1, 1))

    found = learnt([*after, *before])

    assert found.rule == three_days
    assert [(change.span.fit.rule, change.explains, change.of) for change in found.changes] == [
        (CallInRule(), 6, 6),
        (three_days, 5, 5),
    ]
    assert found.changes[0].span.last_on == max(case.began_on for case in before)
    assert (found.explains, found.of, causes(found)) == (5, 11, ["earlier_rule"] * 6)


def test_two_cases_under_another_rule_are_no_change_of_rule() -> None:
    random = Random(5)
    five = simulated_councils.past_decisions(CallInRule(), 6, random, first_on=date(2005, 1, 1))
    three = simulated_councils.past_decisions(CallInRule(Length(3, Unit.WORKING)), 2, random, first_on=date(2016, 1, 1))

    found = learnt([*five, *three])

    assert (found.rule, found.changes) == (CallInRule(), ())
    assert len(found.not_explained) == 2


def test_dates_copied_to_the_other_items_of_a_notice_weigh_as_one_case_and_count_as_given() -> None:
    copied = [PastDecision(date(2024, 7, 8), date(2024, 7, 3), case=f"item {letter}") for letter in "abcd"]
    others = [PastDecision(date(2024, 6, 20), date(2024, 6, 12)), PastDecision(date(2024, 9, 20), date(2024, 9, 12))]

    found = learnt([*copied, *others])

    assert found.rule == CallInRule()
    assert (found.explains, found.of, len(found.not_explained)) == (2, 6, 4)
    assert "Only 3 of them differ in their dates." in found.sure


def test_where_nothing_is_explained_the_answer_says_the_rule_is_not_the_councils() -> None:
    found = learnt([PastDecision(date(2024, 7, 3), date(2024, 7, 3)), PastDecision(date(2025, 7, 3), date(2024, 7, 3))])

    assert (found.explains, found.rule, found.rivals) == (0, CallInRule(), ())
    assert found.sure.startswith("None of the 2 past decisions is explained")
    assert causes(found) == ["effective_at_once", "late_record"]


def test_the_order_of_the_cases_changes_nothing() -> None:
    random = Random(11)
    cases = simulated_councils.past_decisions(FAMILIES["three from publication"], 9, random, wrong=0.3)
    shuffled = random.sample(cases, len(cases))
    one, other = learnt(cases).as_plain(), learnt(shuffled).as_plain()

    one["not_explained"].sort(key=str)
    other["not_explained"].sort(key=str)

    assert one == other


def test_publication_and_decision_are_told_apart_by_one_published_later() -> None:
    same_day = PastDecision(date(2024, 7, 11), date(2024, 7, 3), date(2024, 7, 3))

    found = learnt([same_day])

    rival = next(rival for rival in found.rivals if rival.rule.base is Base.DECISION)
    assert rival.telling_case.published_on > rival.telling_case.decided_on


def test_cases_at_the_end_of_the_table_of_holidays_are_still_learnt_from() -> None:
    found = learnt([PastDecision(date(2028, 12, 30), date(2028, 12, 20))])

    assert found.of == 1


def test_five_hundred_cases_are_learnt_from_in_a_few_seconds_at_most() -> None:
    cases = simulated_councils.past_decisions(CallInRule(), 500, Random(1), wrong=0.1)

    started = time.process_time()
    found = learnt(cases)

    assert time.process_time() - started < 5  # of work, whatever else the machine does
    assert found.rule == CallInRule()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"published": "2024-07-03"}, "This past decision has no listed date, so no rule can be tested on it."),
        ({"listed": "2024-07-03"}, "This past decision has neither a date of publication nor of decision"),
        ({"listed": "3 July", "decided": "2024-07-01"}, "listed is '3 July', which is not a date."),
        ({"listed": "2024-07-03", "publishd": "2024-07-01"}, "Did you mean published?"),
        ({"listed": "2034-07-03", "decided": "2034-07-01"}, "Bank holidays are not known for Saturday 1 July 2034"),
    ],
)
def test_a_line_that_cannot_be_used_is_refused_in_a_sentence(line: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        past_decisions.past_decision(line, holidays=ENGLAND)

    assert sentence in str(refused.value)


def test_no_case_at_all_is_refused() -> None:
    with pytest.raises(Refusal, match="no past decision to learn from"):
        learnt([])


def test_a_case_reads_back_as_it_was_given() -> None:
    line = {"case": "D12", "published": "2024-07-03T18:20", "decided": "2024-07-02", "listed": "2024-07-12"}

    assert past_decisions.past_decision(line, holidays=ENGLAND).as_plain() == line


def test_a_year_long_run_of_days_never_breaks_the_proposal() -> None:
    for waited in range(-5, 60, 4):
        found = learnt([PastDecision(date(2024, 12, 20) + timedelta(days=waited), date(2024, 12, 20))])

        assert found.explains + len(found.not_explained) == found.of == 1
