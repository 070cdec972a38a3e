"""Dates worked by hand and dates councils really kept, each with the clause it tests and where that can be read.

The clauses are in our own words. A case is named by its council; a row with no council was computed by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest

from moothall.domain import known_then
from moothall.domain.days import Counting, Unit, days_between
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

REGULATIONS = "https://www.legislation.gov.uk/uksi/2012/2089"
NOTICE_PERIOD = "https://www.legislation.gov.uk/uksi/2002/715/note/made/data.html"
AGENDA = "Agenda and reports are open to the public five clear days before a meeting; clear days are working days."
KEY_NOTICE = "Notice of a key decision stands for 28 clear days before the first day it may be taken."
EXCEPTION = "Five clear days go by after the day on which the notice of the exception was made available."
CALL_IN = "The council's own rule sets the days; a decision not called in takes effect on the calendar day after."
KEPT = "A record is kept for years that begin with a day, so the last is the day before the anniversary."


@dataclass(frozen=True)
class Example:
    """A clock asked about a case, and what it must say. ``clause`` is what is tested, ``source`` where it stands."""

    case: str
    clause: str
    source: str
    clock: str
    asked: dict[str, Any]
    says: dict[str, str] = field(default_factory=dict)


def ask(clock: str, **asked: Any) -> Deadline:
    return known_then.answer(clock, asked, england)


def agenda(case: str, meeting: str, on: str, source: str = REGULATIONS, **more: Any) -> Example:
    return Example(case, AGENDA, source, "agenda-publication", {"meeting": meeting, **more}, {"on": on})


def notice(case: str, decision: str, on: str, source: str = REGULATIONS, **more: Any) -> Example:
    return Example(case, KEY_NOTICE, source, "key-decision-notice", {"decision": decision, **more}, {"on": on})


def exception(case: str, made_available: str, on: str, source: str) -> Example:
    return Example(case, EXCEPTION, source, "general-exception", {"notice": made_available}, {"on": on})


def call_in(case: str, source: str, asked: dict[str, Any], **says: str) -> Example:
    return Example(case, CALL_IN, source, "call-in", asked, says)


NUNEATON = "https://www.nuneatonandbedworth.gov.uk/news/article/562/meetings_rearranged"
NOTTINGHAM = "https://committee.nottinghamcity.gov.uk/mgDelegatedDecisions.aspx"
HILLINGDON = "https://hillingdondocs.uk/decisions/2022/q2/459-new-allocation-of-s106-contributions.html"
NEW_FOREST = "https://democracy.newforest.gov.uk/ieDecisionDetails.aspx?ID=1208"
WOLVERHAMPTON = "https://opengovernment.network/councils/wolverhampton/decisions/72425"
SOMERSET = "https://democracy.somerset.gov.uk/ieIssueDetails.aspx?IId=12192&Opt=3"
HOUNSLOW = "https://hounslow.gov.uk/homepage/356/productivity_plan"
WIGHT = "https://iow.moderngov.co.uk/mgIssueHistoryHome.aspx?IId=9267&PlanId=353&RPID=0"
COTSWOLD = "https://meetings.cotswold.gov.uk/ieDecisionDetails.aspx?Id=233"
BOSTON = "https://democracy.boston.gov.uk/ieDecisionDetails.aspx?ID=2365"
PETERBOROUGH = "https://democracy.peterborough.gov.uk/ieDecisionDetails.aspx?ID=2017"
KINGSTON = "https://www.kingston.gov.uk/consultations/get-involved-decision-making/4"
STOCKPORT = "the council's list of decisions"
LISTS = "the council's list of decisions"
MERTON = "http://www.merton.gov.uk/council-and-local-democracy/decision-making/overview-and-scrutiny/call-in-process"
TABLE = "https://www.gov.uk/bank-holidays"

SUMMER_2024 = (
    agenda("North Hertfordshire, Cabinet of 9 July 2024", "2024-07-09", "2024-07-01"),
    agenda("North Hertfordshire, had it counted the calendar", "2024-07-09", "2024-07-03", convention="calendar"),
    agenda("Test Valley, Cabinet of 10 July 2024", "2024-07-10", "2024-07-02"),
    agenda("Harlow, Cabinet of 11 July 2024", "2024-07-11", "2024-07-03"),
    agenda("Newark and Sherwood, Cabinet of 23 July 2024", "2024-07-23", "2024-07-15"),
    agenda("a meeting in the week of the late May holiday of 2024", "2024-05-29", "2024-05-20"),
    agenda("Nuneaton and Bedworth, 23 April 2019, which had to be moved", "2019-04-23", "2019-04-11", NUNEATON),
    agenda("Nuneaton and Bedworth, 25 April 2019, which had to be moved", "2019-04-25", "2019-04-15", NUNEATON),
    notice("North Hertfordshire, Cabinet of 9 July 2024", "2024-07-09", "2024-06-10"),
    notice("North Hertfordshire, had it counted working days", "2024-07-09", "2024-05-29", convention="working"),
    notice("Test Valley, Cabinet of 10 July 2024", "2024-07-10", "2024-06-11"),
    notice("Harlow, Cabinet of 11 July 2024", "2024-07-11", "2024-06-12"),
    notice("over 29 February 2024", "2024-03-01", "2024-02-01"),
    notice("over 28 February 2023", "2023-03-01", "2023-01-31"),
    notice("up on 2 September 2022, before a funeral was known of", "2022-10-01", "2022-09-02"),
    exception("an item added on 4 July 2024", "2024-07-04", "2024-07-12", REGULATIONS),
    exception("Nottingham, 2 June 2020", "2020-06-02", "2020-06-10", NOTTINGHAM),
    exception("Nottingham, over the August holiday of 2017", "2017-08-23", "2017-09-01", NOTTINGHAM),
    exception("Hillingdon, over Easter 2022", "2022-04-08", "2022-04-20", HILLINGDON),
    call_in(
        "New Forest, published on 3 July 2024",
        NEW_FOREST,
        {"published": "2024-07-03", "closes": "17:15"},
        at="2024-07-10T17:15", effective_on="2024-07-11", listed_on="2024-07-11",
    ),
    call_in("Harlow, published the same day", LISTS, {"published": "2024-07-11"}, on="2024-07-18",
            effective_on="2024-07-19"),
    call_in("Harlow, had it been published a day later", LISTS, {"published": "2024-07-12"}, on="2024-07-19",
            effective_on="2024-07-20"),
    call_in("Hounslow, had it been open to call-in", HOUNSLOW, {"published": "2024-07-16"},
            effective_on="2024-07-24"),
    call_in("Wolverhampton, Cabinet of 24 July 2024", WOLVERHAMPTON, {"published": "2024-07-24"},
            effective_on="2024-08-01"),
    call_in("Somerset, Executive of 15 July 2024", SOMERSET, {"published": "2024-07-15"},
            effective_on="2024-07-23"),
    Example("Isle of Wight, notice of 5 June 2024", KEY_NOTICE, WIGHT, "notice-kind",
            {"notice": "2024-06-05", "decision": "2024-07-10"}, {"kind": "full_notice"}),
    Example("North Hertfordshire, notice of 28 May 2024", KEY_NOTICE, REGULATIONS, "notice-kind",
            {"notice": "2024-05-28", "decision": "2024-07-09"}, {"kind": "full_notice"}),
    Example("Cotswold, officer's decision of 29 July 2024", KEPT, COTSWOLD, "retention",
            {"begins": "2024-07-29", "record": "officer_decision"}, {"on": "2030-07-28"}),
)  # fmt: skip

RULES_OF_COUNCILS = (
    call_in("Stockport before Easter 2025, where the day of publication counts", STOCKPORT,
            {"published": "2025-04-11", "first_day_counts": True}, effective_on="2025-04-18"),
    call_in("Stockport before the August holiday of 2019", STOCKPORT,
            {"published": "2019-08-21", "first_day_counts": True}, effective_on="2019-08-29"),
    call_in("York in 2015, two working days", LISTS, {"published": "2015-07-01", "days": 2},
            on="2015-07-03", effective_on="2015-07-04"),
    call_in("Peterborough, three working days", PETERBOROUGH, {"published": "2024-07-03", "days": 3},
            on="2024-07-08", effective_on="2024-07-09"),
    call_in("Merton, three working days to noon", MERTON, {"published": "2024-07-03", "days": 3, "closes": "12:00"},
            at="2024-07-08T12:00"),
    call_in("Salford, to four o'clock on the fifth day and listed for the day after", LISTS,
            {"published": "2024-07-03", "closes": "16:00"}, at="2024-07-10T16:00", listed_on="2024-07-11"),
    call_in("South Cambridgeshire, to five o'clock", LISTS, {"published": "2024-07-03", "closes": "17:00"},
            at="2024-07-10T17:00"),
    call_in("Kingston upon Thames, ten working days", KINGSTON, {"published": "2024-07-03", "days": 10},
            on="2024-07-17", effective_on="2024-07-18"),
    call_in("Tunbridge Wells, a day to publish and then five", LISTS,
            {"decided": "2024-07-11", "base": "decision", "publish_allowance": 1}, on="2024-07-19"),
    call_in("Boston, two days to publish and then five", BOSTON,
            {"decided": "2024-07-11", "base": "decision", "publish_allowance": 2}, on="2024-07-22"),
    call_in("Cheltenham, a decision of a Saturday", LISTS, {"decided": "2024-07-13", "base": "decision"},
            on="2024-07-19"),
    call_in("Southampton, in effect on New Year's Day 2010", LISTS, {"published": "2009-12-22"},
            effective_on="2010-01-01"),
    call_in("Cheltenham at Christmas 2021, with the substitute days it left out", LISTS, {"published": "2021-12-23"},
            effective_on="2022-01-05"),
    call_in("Tendring in 2013, at the end of the last day", LISTS,
            {"published": "2013-07-03", "effective": "end_of_last_day"}, effective_on="2013-07-10",
            listed_on="2013-07-11"),
    call_in("published on an evening after the cut-off", LISTS,
            {"published": "2024-07-11T18:00", "publish_cutoff": "17:00"}, on="2024-07-19"),
)  # fmt: skip

# Computed: five working days after publication, with the true holidays and with a table that has not heard of them.
HOLIDAYS = tuple(
    call_in(f"published on {published}{', with the table of before' if known_on else ''}", TABLE,
            {"published": published, **({"as_known_on": known_on} if known_on else {})}, effective_on=effective_on)
    for published, known_on, effective_on in (
        ("2020-04-30", "", "2020-05-08"),
        ("2020-04-30", "2019-06-06", "2020-05-09"),
        ("2023-05-03", "", "2023-05-12"),
        ("2023-05-03", "2022-11-05", "2023-05-11"),
        ("2022-09-14", "", "2022-09-23"),
        ("2022-09-14", "2022-09-09", "2022-09-22"),
        ("2022-05-25", "", "2022-06-02"),
        ("2022-05-25", "2020-11-11", "2022-06-03"),
        ("2022-05-26", "", "2022-06-07"),
        ("2022-05-26", "2020-11-11", "2022-06-04"),
    )
)  # fmt: skip

# On each side of both borders: twenty-eight clear calendar days, and five clear working days.
KINDS = tuple(
    Example(f"notice of {given}", f"{KEY_NOTICE} {EXCEPTION}", REGULATIONS, "notice-kind",
            {"notice": given, "decision": decided}, {"kind": kind})
    for given, decided, kind in (
        ("2024-06-12", "2024-07-11", "full_notice"),
        ("2024-06-13", "2024-07-11", "general_exception"),
        ("2024-07-03", "2024-07-11", "general_exception"),
        ("2024-07-04", "2024-07-11", "special_urgency"),
        ("2024-07-12", "2024-07-15", "special_urgency"),
        ("2020-06-02", "2020-06-10", "general_exception"),
        ("2020-06-03", "2020-06-10", "special_urgency"),
    )
)  # fmt: skip

EXAMPLES = (*SUMMER_2024, *RULES_OF_COUNCILS, *HOLIDAYS, *KINDS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.clock}: {one.case}")
def test_a_worked_example_comes_out(example: Example) -> None:
    plain = ask(example.clock, **example.asked).as_plain()

    assert {key: plain[key] for key in example.says} == example.says


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.clock}: {one.case}")
def test_a_worked_example_names_its_clause_and_says_something(example: Example) -> None:
    assert example.clause.endswith(".")
    assert example.source
    assert example.says


def test_the_latest_publication_of_a_callable_decision_in_effect_by_19_july_2024_is_thursday_11_july() -> None:
    by = date(2024, 7, 19)

    in_time = [
        day for day in days_between(date(2024, 7, 1), by) if ask("call-in", published=str(day)).effective_on <= by
    ]  # type: ignore[operator]

    assert in_time[-1] == date(2024, 7, 11)


def test_an_agenda_published_the_day_after_the_poll_of_2024_allows_a_meeting_on_monday_15_july_when_somerset_met() -> (
    None
):
    poll = date(2024, 7, 4)

    lawful = [
        day
        for day in days_between(poll, date(2024, 7, 19))
        if (due := ask("agenda-publication", meeting=str(day)).on)
        and due > poll
        and Counting(england()).is_working(day)
    ]

    assert lawful[0] == date(2024, 7, 15)


def test_no_publication_makes_a_decision_effective_on_3_june_2022_though_salford_listed_one_for_that_day() -> None:
    """Under five working days and the true holidays; a table that keeps 30 May and not 2 and 3 June gives it."""
    effective = {ask("call-in", published=str(day)).effective_on for day in days_between(*_around(date(2022, 6, 3)))}

    assert date(2022, 6, 3) not in effective
    assert ask("call-in", published="2022-05-25", as_known_on="2020-11-11").effective_on == date(2022, 6, 3)


@pytest.mark.parametrize(
    ("first", "second", "calendar", "working"),
    [
        ("2024-05-28", "2024-07-09", 41, 29),  # North Hertfordshire
        ("2024-06-05", "2024-07-10", 34, 24),  # Isle of Wight
        ("2017-08-23", "2017-09-01", 8, 5),  # Nottingham
        ("2022-09-02", "2022-10-01", 28, 19),
        ("2024-07-12", "2024-07-15", 2, 0),
    ],
)
def test_the_clear_days_between_two_events_are_as_counted_by_hand(
    first: str, second: str, calendar: int, working: int
) -> None:
    between = date.fromisoformat(first), date.fromisoformat(second)

    assert Counting(england(), Unit.CALENDAR).clear_days(*between) == calendar
    assert Counting(england()).clear_days(*between) == working


def test_the_isle_of_wight_would_have_failed_had_the_28_days_been_working_days() -> None:
    other = ask("notice-kind", notice="2024-06-05", decision="2024-07-10").other_convention

    assert other is not None
    assert other.kind == "general_exception"


@pytest.mark.parametrize("day", ["2024-01-31", "2024-02-28", "2023-12-30", "2022-09-02", "2020-02-29"])
def test_the_earliest_decision_after_a_notice_is_29_days_on(day: str) -> None:
    notice_on = date.fromisoformat(day)
    decision_on = notice_on + timedelta(days=29)

    assert ask("key-decision-notice", decision=str(decision_on)).on == notice_on
    assert ask("notice-kind", notice=day, decision=str(decision_on)).kind == "full_notice"
    assert ask("notice-kind", notice=day, decision=str(decision_on - timedelta(days=1))).kind == "general_exception"


def test_a_decision_of_a_saturday_says_which_working_day_starts_the_clock() -> None:
    found = ask("call-in", decided="2024-07-13", base="decision")

    assert any("Saturday 13 July 2024" in note and "Monday 15 July 2024" in note for note in found.notes)


def test_a_decision_in_effect_on_a_holiday_says_so_and_stays() -> None:
    found = ask("call-in", published="2009-12-22")

    assert any("New Year" in note for note in found.notes)


def test_a_decision_listed_before_it_was_taken_is_refused_and_never_counted_backwards() -> None:
    with pytest.raises(Refusal, match="before it was taken"):
        ask("call-in", published="2024-07-03", decided="2024-07-04")


def test_legal_effect_and_the_day_that_is_listed_are_kept_apart() -> None:
    found = ask("call-in", published="2024-07-12", effective="next_working_day")

    assert (found.effective_on, found.listed_on) == (date(2024, 7, 22), date(2024, 7, 20))


@pytest.mark.parametrize(("meeting", "days", "on"), [("2002-09-30", 3, "2002-09-24"), ("2002-10-01", 5, "2002-09-23")])
def test_three_clear_days_became_five_on_1_october_2002(meeting: str, days: int, on: str) -> None:
    """SI 2002/715: the period in England is five days where it was three, https://www.legislation.gov.uk/uksi/2002/715."""
    found = ask("meeting-notice", meeting=meeting, body="committee")

    assert str(found.on) == on
    assert sum(day.counts for day in found.counted) == days


def test_the_table_of_the_explanation_is_what_the_clocks_say() -> None:
    """The three rows of docs/explanation/how-days-are-counted.md on the holiday proclaimed late."""
    rows = (
        ("call-in", {"published": "2022-09-14"}, "effective_on", date(2022, 9, 22), date(2022, 9, 23)),
        ("agenda-publication", {"meeting": "2022-09-22"}, "on", date(2022, 9, 14), date(2022, 9, 13)),
        ("key-decision-notice", {"decision": "2022-10-01"}, "on", date(2022, 9, 2), date(2022, 9, 2)),
    )

    for clock, asked, key, before, after in rows:
        assert getattr(ask(clock, **asked, as_known_on="2022-09-01"), key) == before
        assert getattr(ask(clock, **asked, as_known_on="2022-09-15"), key) == after


def _around(day: date) -> tuple[date, date]:
    return day - timedelta(days=30), day + timedelta(days=5)
