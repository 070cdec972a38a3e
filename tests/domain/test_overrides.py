"""A proper officer's own date: what may be put, what must be read first, and what may never be put."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import call_in
from moothall.domain.meetings import Meeting
from moothall.domain.overrides import Override, check_override, event_after, warnings
from moothall.domain.planned_routes import PlannedRoute, planned
from moothall.domain.refusals import Refusal
from moothall.domain.routes import route
from moothall.domain.standing_dates import Following, Happened, StandingDate, keys, standing, without_date
from moothall.domain.timetable import Key, Situation, Step, decision
from moothall.reference import bank_holidays, rule_packs

CABINET = date(2024, 7, 11)
HOLIDAYS = bank_holidays.england()


def harlow(on: date = CABINET) -> PlannedRoute:
    """Harlow's Cabinet of 11 July 2024 as computed from 24 May: agenda 3 July, notice 12 June, call-in to 18 July."""
    situation = Situation(
        date(2024, 5, 24), date(2024, 7, 19), rule_packs.default(Governance.EXECUTIVE), Governance.EXECUTIVE, Key.YES,
        True, HOLIDAYS,
    )  # fmt: skip
    meeting = Meeting("Cabinet", BodyKind.EXECUTIVE, on, time(18, 30))
    return planned(route("R1"), "Cabinet", decision(meeting, situation), situation)


def step(name: str, on: date = CABINET) -> Step:
    return next(one for one in harlow(on).steps if one.step == name)


def put(key: str, on: date, *, counted_on: date, at: datetime | None = None, **ended: object) -> Override:
    return Override(
        key=key, what="A date", counted_on=counted_on, on=on, reason="The website was down", by_name="Uma Brackley",
        by_role="democratic services", put_at=datetime(2024, 7, 1, 9, tzinfo=UTC), put_on=date(2024, 7, 1), at=at,
        **ended,  # type: ignore[arg-type]
    )  # fmt: skip


def named(dates: tuple[StandingDate, ...], key: str) -> StandingDate:
    return next(one for one in dates if one.key == key)


def following() -> Following:
    """Call-in of five working days from publication, in force on the next calendar day."""
    return Following(lambda _, on: call_in.deadline(on, holidays=HOLIDAYS), lambda _, last: last + timedelta(days=1))


def checked(name: str, on: date, *, at: datetime | None = None, reason: str = "Why", accepted: bool = False) -> tuple:
    return check_override(step(name), harlow().steps, on=on, at=at, reason=reason, accepted=accepted)


def test_an_earlier_day_for_the_agenda_needs_a_reason_and_no_warning() -> None:
    assert checked("agenda_publication", date(2024, 7, 2)) == ()


def test_no_agenda_becomes_later_than_the_law_in_silence() -> None:
    with pytest.raises(Refusal) as refused:
        checked("agenda_publication", date(2024, 7, 4))

    assert "later than the last day counted by the rule, Wednesday 3 July 2024" in refused.value.sentence
    assert "(SI 2012/2089), regulations 6(2) and 7" in refused.value.sentence
    assert refused.value.next_step == "If you put the date all the same, say that you have read this."


def test_a_later_agenda_may_be_put_once_the_warning_is_read_and_the_warning_is_kept() -> None:
    kept = checked("agenda_publication", date(2024, 7, 4), accepted=True)

    assert len(kept) == 1
    assert kept[0].endswith("What the meeting of Cabinet then does may be open to challenge.")


@pytest.mark.parametrize("on", [CABINET, CABINET + timedelta(days=1)])
def test_papers_are_never_put_on_or_after_their_meeting_whatever_the_reason(on: date) -> None:
    with pytest.raises(Refusal, match="is not before the meeting of Cabinet on Thursday 11 July 2024"):
        checked("agenda_publication", on, accepted=True)


def test_call_in_that_closes_earlier_warns_that_members_lose_time() -> None:
    with pytest.raises(Refusal, match="Members would lose time they are given"):
        checked("call_in", date(2024, 7, 17))

    assert checked("call_in", date(2024, 7, 19)) == ()


def test_an_hour_on_the_last_day_closes_call_in_earlier_than_the_end_of_that_day() -> None:
    with pytest.raises(Refusal, match="would close earlier"):
        checked("call_in", date(2024, 7, 18), at=datetime(2024, 7, 18, 17, 15))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("name", "on", "sentence"),
    [
        ("call_in", date(2024, 7, 10), "before the decision on Thursday 11 July 2024"),
        ("in_force", date(2024, 7, 17), "Call-in is open until Thursday 18 July 2024"),
        ("publish_decision", date(2024, 7, 10), "before the decision"),
        ("decision", date(2024, 7, 12), "is the day of a meeting and was not computed"),
        ("agenda_publication", date(2023, 7, 2), "more than a year from the computed date"),
        ("agenda_publication", date(2024, 7, 3), "is the computed date itself"),
    ],
)
def test_a_date_that_cannot_be_lawful_is_refused_with_what_to_do(name: str, on: date, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked(name, on, accepted=True)

    assert sentence in refused.value.sentence
    assert refused.value.next_step


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_without_a_reason_nothing_is_put(reason: str) -> None:
    with pytest.raises(Refusal, match="There is no reason"):
        checked("agenda_publication", date(2024, 7, 2), reason=reason)


def test_to_send_the_plan_before_it_is_in_force_warns_that_it_is_subject_to_approval() -> None:
    assert "subject to approval" in warnings(step("submit"), harlow().steps, on=date(2024, 7, 12), at=None)[0]


@given(st.integers(-60, 60))
def test_a_notice_is_never_put_after_the_last_day_without_a_warning_nor_on_the_day_of_its_meeting(days: int) -> None:
    """No notice becomes shorter than the law asks in silence, and none is given after its meeting at all."""
    notice, steps = step("key_decision_notice"), harlow().steps
    on = notice.on + timedelta(days=days)

    try:
        kept = check_override(notice, steps, on=on, at=None, reason="Why", accepted=True)
    except Refusal:
        assert on == notice.on or on >= CABINET
    else:
        assert on < CABINET
        assert bool(kept) == (on > notice.on)


def test_papers_come_before_their_own_meeting_and_call_in_before_none() -> None:
    steps = harlow().steps

    assert event_after(step("agenda_publication"), steps) == step("decision")
    assert event_after(step("call_in"), steps) is None


def test_every_date_has_a_name_that_lasts_when_its_day_moves() -> None:
    assert keys(harlow().steps) == keys(harlow(date(2024, 7, 18)).steps)
    assert keys(harlow().steps)[0] == "key_decision_notice-cabinet"


def test_two_papers_of_one_body_have_two_names() -> None:
    twice = [step("agenda_publication"), step("agenda_publication")]

    assert keys(twice) == ("agenda_publication-cabinet", "agenda_publication-cabinet-2")


def test_where_nothing_was_put_every_date_stands_as_computed() -> None:
    dates = standing(harlow().steps)

    assert [one.step for one in dates] == list(harlow().steps)
    assert not any(one.override or one.follows or one.asks for one in dates)


def test_the_day_of_effect_and_of_sending_follow_the_date_put_for_the_end_of_call_in() -> None:
    moved = put("call_in-cabinet", date(2024, 7, 19), counted_on=date(2024, 7, 18))

    dates = standing(harlow().steps, overrides=[moved], following=following())

    assert named(dates, "call_in-cabinet").step.on == date(2024, 7, 19)
    assert named(dates, "call_in-cabinet").counted.on == date(2024, 7, 18)
    assert named(dates, "in_force-cabinet").step.on == date(2024, 7, 20)
    assert named(dates, "in_force-cabinet").follows == "It follows the end of call-in."
    assert named(dates, "submit").step.on == date(2024, 7, 20)
    assert named(dates, "submit").counted.on == date(2024, 7, 19)


def test_call_in_is_counted_anew_from_a_day_of_publication_that_was_put() -> None:
    moved = put("publish_decision-cabinet", date(2024, 7, 12), counted_on=CABINET)

    dates = standing(harlow().steps, overrides=[moved], following=following())

    assert named(dates, "call_in-cabinet").step.on == date(2024, 7, 19)
    assert named(dates, "in_force-cabinet").step.on == date(2024, 7, 20)
    assert named(dates, "call_in-cabinet").follows == "It follows the date put for publication."


def test_a_date_put_for_the_day_of_effect_goes_before_what_follows_from_call_in() -> None:
    both = [
        put("call_in-cabinet", date(2024, 7, 19), counted_on=date(2024, 7, 18)),
        put("in_force-cabinet", date(2024, 7, 22), counted_on=date(2024, 7, 19)),
    ]

    dates = standing(harlow().steps, overrides=both, following=following())

    assert named(dates, "in_force-cabinet").step.on == date(2024, 7, 22)


def test_an_override_survives_a_recount_and_asks_whether_it_still_holds() -> None:
    moved = put("agenda_publication-cabinet", date(2024, 7, 2), counted_on=date(2024, 7, 3))

    before = named(standing(harlow().steps, overrides=[moved]), moved.key)
    after = named(standing(harlow(date(2024, 7, 18)).steps, overrides=[moved]), moved.key)

    assert not before.asks
    assert after.asks
    assert after.step.on == date(2024, 7, 2)
    assert after.counted.on == date(2024, 7, 10)


def test_an_override_whose_date_left_the_route_is_named_and_not_lost() -> None:
    lost = put("agenda_publication-scrutiny", date(2024, 6, 20), counted_on=date(2024, 6, 21))

    dates = standing(harlow().steps, overrides=[lost])

    assert without_date(dates, [lost]) == (lost,)
    assert not any(one.override for one in dates)


def test_an_override_that_ended_moves_nothing() -> None:
    ended = put(
        "call_in-cabinet", date(2024, 7, 19), counted_on=date(2024, 7, 18),
        ended_at=datetime(2024, 7, 2, tzinfo=UTC), ended_on=date(2024, 7, 2), ended_by_name="Lena Rusk",
        ended_by_role="monitoring officer", ended_reason="A slip",
    )  # fmt: skip

    assert standing(harlow().steps, overrides=[ended]) == standing(harlow().steps)
    assert ended.ending == "Ended by Lena Rusk, monitoring officer, on Tuesday 2 July 2024: A slip."


def test_the_sentence_says_who_in_which_role_when_why_and_what_was_counted() -> None:
    said = put("agenda_publication-cabinet", date(2024, 7, 2), counted_on=date(2024, 7, 3)).sentence

    assert said == (
        "Put by Uma Brackley, democratic services, on Monday 1 July 2024: The website was down."
        " Counted: Wednesday 3 July 2024."
    )


def test_a_published_decision_takes_the_place_of_what_was_planned() -> None:
    published = date(2024, 7, 12)
    clock = call_in.deadline(published, holidays=HOLIDAYS)
    cabinet = Happened("Cabinet", True, CABINET, time(18, 30), True, published, call_in=clock)

    dates = standing(harlow().steps, happened=[cabinet])

    assert named(dates, "publish_decision-cabinet").step.on == published
    assert named(dates, "publish_decision-cabinet").is_done
    assert not named(dates, "publish_decision-cabinet").may_be_overridden
    assert named(dates, "call_in-cabinet").step.on == date(2024, 7, 19)
    assert named(dates, "in_force-cabinet").step.on == named(dates, "submit").step.on == date(2024, 7, 20)


def test_a_decision_that_cannot_be_called_in_has_no_call_in_among_its_dates() -> None:
    cabinet = Happened("Cabinet", True, CABINET, None, True, CABINET)

    dates = standing(harlow().steps, happened=[cabinet])

    assert "call_in-cabinet" not in {one.key for one in dates}
    assert named(dates, "in_force-cabinet").step.on == CABINET


def test_dates_are_there_though_none_were_planned() -> None:
    dates = standing((), happened=[Happened("Cabinet", True, CABINET, time(18, 30))])

    assert [(one.key, one.step.on, one.step.at) for one in dates] == [
        ("decision-cabinet", CABINET, datetime(2024, 7, 11, 18, 30))  # noqa: DTZ001
    ]
