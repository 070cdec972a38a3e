"""The record of an executive decision: six things to say, by who decided, and no day in the law for it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind
from moothall.domain.clock_questions import answer
from moothall.domain.clocks import decision_record
from moothall.domain.clocks.decision_record import Field
from moothall.domain.days import days_between
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DECIDED = date(2024, 7, 29)
ALL = frozenset(Field)
TAKERS = st.sampled_from([BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER, BodyKind.OFFICER])


def record(**said: Any) -> Deadline:
    given_ = {"taker": BodyKind.EXECUTIVE, "says": ALL, **said}
    return decision_record.deadline(DECIDED, holidays=england(), **given_)


def test_cotswolds_decision_of_29_july_2024_was_recorded_four_working_days_later() -> None:
    """Cotswold, a decision of 29 July 2024 published on Friday 2 August; the law names no day for the record."""
    found = record(taker=BodyKind.OFFICER, recorded_on=date(2024, 8, 2))

    assert found.on == date(2024, 8, 2)
    assert any("4 working days after the decision" in note for note in found.notes)
    assert any("The law names no day" in note for note in found.notes)
    assert [day.why for day in found.counted][-1] == "Working day 4 after the decision"


@pytest.mark.parametrize(
    ("taker", "part", "rule", "marked"),
    [
        (BodyKind.EXECUTIVE, "regulation 12", "G-D1", False),
        (BodyKind.INDIVIDUAL_MEMBER, "regulation 13(1) to (3)", "G-D2", True),
        (BodyKind.OFFICER, "regulation 13(4)", "G-D2", True),
    ],
)
def test_each_kind_of_decision_maker_has_its_own_regulation_and_its_mark(
    taker: BodyKind, part: str, rule: str, marked: bool
) -> None:
    found = record(taker=taker)

    assert (found.provision.part, found.rule) == (part, rule)
    assert found.provision.check_with_monitoring_officer is marked


def test_who_makes_it_and_whose_conflicts_it_names_follow_from_who_decided() -> None:
    meeting, member = record(), record(taker=BodyKind.INDIVIDUAL_MEMBER)

    assert meeting.notes[0].startswith("The proper officer makes it, or whoever presided")
    assert member.notes[0].startswith("The member who decided makes it")
    assert "at the meeting" in meeting.points[3].about
    assert "consulted" in member.points[4].about


@pytest.mark.parametrize("left_out", list(Field))
def test_whatever_is_left_out_is_named_and_nothing_is_said_in_so_many_words(left_out: Field) -> None:
    found = record(says=ALL - {left_out})

    assert found.kind == "incomplete"
    [lacking] = [point for point in found.points if not point.met]
    assert lacking.code == f"no_{left_out.value}"
    assert ("Where there was none, it says so." in lacking.says) == (
        left_out.value in ("options", "conflicts", "dispensations")
    )


def test_every_decision_has_a_record_whether_key_or_not() -> None:
    plain = answer("decision-record", {"decided": "2024-07-29", "record_says": ",".join(ALL)}, england()).as_plain()

    assert (plain["kind"], plain["on"]) == ("complete", None)
    assert len(plain["points"]) == 6


@pytest.mark.parametrize("taker", [BodyKind.FULL_COUNCIL, BodyKind.COMMITTEE, BodyKind.SCRUTINY])
def test_what_is_no_decision_of_the_executive_is_refused(taker: BodyKind) -> None:
    with pytest.raises(Refusal, match="is no decision of the executive"):
        record(taker=taker)


def test_a_record_older_than_its_decision_and_a_day_before_2012_are_refused() -> None:
    with pytest.raises(Refusal, match="is older than the decision"):
        record(recorded_on=date(2024, 7, 28))
    with pytest.raises(Refusal, match="not in force"):
        decision_record.deadline(date(2012, 9, 7), taker=BodyKind.EXECUTIVE, says=ALL, holidays=england())


@given(decided=st.dates(date(2012, 9, 10), date(2027, 6, 30)), later=st.integers(0, 60), taker=TAKERS)
def test_every_day_to_the_record_stands_once_and_only_working_days_are_numbered(
    decided: date, later: int, taker: BodyKind
) -> None:
    recorded = decided + timedelta(later)

    found = decision_record.deadline(decided, taker=taker, says=ALL, holidays=england(), recorded_on=recorded)

    assert [day.day for day in found.counted] == list(days_between(decided, recorded))
    assert all(day.day.weekday() < 5 for day in found.counted if day.counts)
    assert found.kind == "complete"
