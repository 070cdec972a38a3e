"""The demonstration: invented throughout, lawful in its order, and complete from the letter to the first progress."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from moothall.documents.exchange import round_json
from moothall.domain.days import Counting
from moothall.domain.decisions import shows_endorsement
from moothall.domain.fingerprints import plain
from moothall.domain.plans import AnswerStatus
from moothall.domain.progress import MilestoneState, check_reading, check_update, lateness
from moothall.domain.roles import Role
from moothall.reference import bank_holidays, demonstration, spellings
from moothall.reference.authorities import all_authorities
from moothall.reference.demonstration_days import Placing

COUNTING = Counting(bank_holidays.england())
FIRST_RUNS = [
    date(2026, 11, 22),  # a Sunday
    date(2026, 12, 25),  # Christmas Day
    date(2027, 1, 4),  # the Christmas days lie just behind
    date(2027, 3, 31),  # the last day of a financial year
    date(2027, 4, 1),
    date(2027, 4, 7),  # after Easter
    date(2027, 7, 1),  # the first day of a quarter
    date(2027, 8, 31),
]


@pytest.fixture(params=FIRST_RUNS, ids=str)
def first_run(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture
def line(first_run: date) -> demonstration.Line:
    return demonstration.line(first_run, COUNTING.is_working)


def texts(value: Any) -> str:
    """Every text in a plain value, one after another."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return " ".join(texts(item) for item in value.values())
    if isinstance(value, list):
        return " ".join(texts(item) for item in value)
    return ""


def test_no_invented_council_is_in_the_register_or_sounds_like_one_that_is() -> None:
    real_codes = {a.gss for a in all_authorities()} | {a.register_code for a in all_authorities()}
    real_names = {a.name.casefold() for a in all_authorities()}

    for invented in demonstration.authorities():
        assert invented.fictional
        assert invented.gss not in real_codes and invented.register_code not in real_codes
        assert not invented.gss.startswith(("E", "N", "S", "W"))
        assert invented.name.casefold() not in real_names
        assert spellings.by_name(invented.official_name) is None
        assert spellings.by_name(f"{invented.name} Council") is None


def test_everybody_is_at_an_address_that_leads_nowhere() -> None:
    people = demonstration.cast()

    assert all(person.email.endswith(".example") for person in people)
    assert len({person.email for person in people}) == len(people)


def test_every_role_of_the_line_has_somebody() -> None:
    first = demonstration.councils()[0].authority.gss

    for role in Role:
        council = "" if role in {Role.PANEL_ANALYST, Role.OPERATOR} else first
        assert role in demonstration.holder(role, council).roles


def test_nobody_certifies_a_plan_they_wrote() -> None:
    for person in demonstration.cast():
        assert not ({Role.CHIEF_EXECUTIVE} < set(person.roles) and Role.POLICY_OFFICER in person.roles)


def test_the_round_is_marked_as_invented_and_fits_the_published_schema(first_run: date) -> None:
    invented = demonstration.round(first_run, COUNTING.is_working)

    assert invented.fictional
    assert round_json.load(round_json.dump(invented)) == invented
    assert [theme.key for theme in invented.themes] == [
        "transformation",
        "technology_data",
        "wasteful_spend",
        "barriers",
    ]


def test_every_deed_falls_on_a_working_day_in_its_lawful_order(line: demonstration.Line) -> None:
    days = line.days
    in_order = [getattr(days, name) for name in days.__slots__]

    assert all(COUNTING.is_working(day) for day in in_order)
    assert all(earlier <= later for earlier, later in pairwise(in_order))
    assert (days.decided_on - days.forward_plan_on).days - 1 >= 28
    assert COUNTING.clear_days(days.agenda_on, days.decided_on) >= 5
    assert COUNTING.clear_days(days.scrutiny_agenda_on, days.scrutiny_on) >= 5
    assert COUNTING.working_days_after(days.decision_published_on, 5) == days.call_in_closes_on
    assert days.call_in_closes_on < days.in_force_on <= days.plan_published_on
    assert COUNTING.clear_days(days.scrutiny_notice_on, days.scrutiny_on) == 4  # the one that came late
    assert days.return_sent_on < days.deadline_on


def test_nothing_is_overdue_and_everything_told_has_happened(line: demonstration.Line, first_run: date) -> None:
    assert line.days.progress_on < first_run < line.days.deadline_on
    for reading in line.readings:
        check_reading(period_ends_on=reading.period_ends_on, today=reading.recorded_at.date())
        assert reading.recorded_at.date() < first_run
    for update in line.updates:
        check_update(update.state, words=update.words, done_on=update.done_on, today=update.recorded_at.date())
    done = {update.milestone for update in line.updates if update.state is MilestoneState.DONE}
    for commitment in line.plan.commitments:
        assert all(one.due_on >= first_run or one.key in done for one in commitment.milestones)


def test_the_milestone_that_is_two_weeks_late_is_two_weeks_late(line: demonstration.Line) -> None:
    due_on = {one.key: one.due_on for commitment in line.plan.commitments for one in commitment.milestones}

    for update in line.updates:
        if update.done_on:
            assert lateness(due_on[update.milestone], update.done_on) == "2 weeks late"
            assert update.words.startswith("Done, 2 weeks late.")


def test_no_mark_is_left_unfilled(line: demonstration.Line, first_run: date) -> None:
    parts = [line.round, line.plan, line.report, line.decision, *line.meetings, *line.readings, *line.updates]
    parts += [demonstration.beginning(first_run, COUNTING.is_working).plan]

    for part in parts:
        assert "{" not in texts(plain(part))


def test_the_plan_settles_every_question_in_the_three_ways_there_are(line: demonstration.Line) -> None:
    asked = [question.id for _, question in line.round.questions()]

    assert [answer.question for answer in line.plan.answers] == asked
    assert 8 <= len(asked) <= 10
    assert all(answer.is_settled for answer in line.plan.answers)
    assert {answer.status for answer in line.plan.answers} == {
        AnswerStatus.ANSWERED,
        AnswerStatus.ELSEWHERE,
        AnswerStatus.NOT_ANSWERED,
    }


def test_the_plan_is_as_long_as_the_letter_suggests(line: demonstration.Line) -> None:
    words = len(texts(plain(line.plan)).split())

    assert 1400 <= words <= 2000  # three to four pages at some 450 to 500 words


def test_keys_are_those_that_the_plan_editor_gives(line: demonstration.Line) -> None:
    plan = line.plan

    assert [one.key for one in plan.commitments] == [f"C{n}" for n in range(1, len(plan.commitments) + 1)]
    assert [one.key for one in plan.measures] == [f"M{n}" for n in range(1, len(plan.measures) + 1)]
    assert [one.key for one in plan.barriers] == [f"B{n}" for n in range(1, len(plan.barriers) + 1)]
    for commitment in plan.commitments:
        keys = [one.key for one in commitment.milestones]
        assert keys == [f"{commitment.key}.{n}" for n in range(1, len(keys) + 1)]
    assert {one.theme for one in (*plan.commitments, *plan.measures)} <= {theme.key for theme in line.round.themes}


def test_each_measure_starts_at_its_baseline_and_has_five_or_six_readings(line: demonstration.Line) -> None:
    for measure in line.plan.measures:
        readings = [one for one in line.readings if one.measure == measure.key]
        assert len(readings) in {5, 6}
        assert (str(readings[0].value), readings[0].period) == (measure.baseline, measure.baseline_period)
        assert all(earlier.period_ends_on < later.period_ends_on for earlier, later in pairwise(readings))
        assert readings[-1].note


def test_updates_speak_of_milestones_that_the_plan_holds(line: demonstration.Line) -> None:
    keys = {one.key for commitment in line.plan.commitments for one in commitment.milestones}

    assert {update.milestone for update in line.updates} <= keys


def test_every_field_of_the_report_is_filled_and_every_implication_has_an_author(line: demonstration.Line) -> None:
    left_empty = {
        "exempt_paragraphs", "public_interest", "no_options", "no_background_papers", "taken", "background_files",
    }  # fmt: skip
    report = plain(line.report)

    assert {name for name, value in report.items() if value in ("", [], None, False)} <= left_empty
    assert all(implication.author for implication in line.report.implications)
    assert [option.chosen for option in line.report.options].count(True) == 1


def test_members_resolve_what_officers_recommended_and_it_is_an_endorsement(line: demonstration.Line) -> None:
    recommended = tuple(limb for one in line.report.recommendations for limb in one.limbs)

    assert line.decision.limbs == recommended
    assert shows_endorsement(line.decision.limbs)
    assert line.decision.decided_on == line.days.decided_on == line.report.meeting_on


def test_the_second_council_is_still_in_time(first_run: date) -> None:
    begun = demonstration.beginning(first_run, COUNTING.is_working)
    deciding = next(meeting for meeting in begun.meetings if meeting.is_deciding)

    assert begun.plan.authority == begun.council.authority.gss
    assert first_run < deciding.meets_on < begun.round.deadline_on
    assert any(not answer.is_settled for answer in begun.plan.answers)
    assert COUNTING.clear_days(Placing(first_run, COUNTING.is_working).working_day(1), deciding.meets_on) >= 5


@pytest.mark.parametrize(
    ("first", "quarter", "year"),
    [
        (date(2026, 11, 22), "July to September 2026", "2025/26"),
        (date(2027, 1, 10), "July to September 2026", "2025/26"),
        (date(2027, 1, 21), "October to December 2026", "2025/26"),
        (date(2027, 4, 1), "October to December 2026", "2025/26"),
        (date(2027, 7, 21), "April to June 2027", "2026/27"),
    ],
)
def test_the_latest_figures_are_ones_a_council_could_have(first: date, quarter: str, year: str) -> None:
    placing = Placing(first, COUNTING.is_working)

    assert placing.quarter(-1) == quarter
    assert placing.financial_year(-1) == year


def test_the_zeroth_working_day_is_the_first_run_or_the_last_one_before() -> None:
    sunday, monday = date(2026, 11, 22), date(2026, 11, 23)

    assert Placing(sunday, COUNTING.is_working).working_day(0) == sunday - timedelta(days=2)
    assert Placing(monday, COUNTING.is_working).working_day(0) == monday
