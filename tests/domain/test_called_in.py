"""What follows a valid call-in: the table, the days, and that the hold is on exactly while it should be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.called_in import NEXT, TURNS, WAYS, Happening, Stage, What, after, check, days_held, effect, stage
from moothall.domain.clocks import call_in
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from moothall.reference import bank_holidays

CALLED_IN = date(2024, 7, 12)
TODAY = date(2024, 9, 30)
# Harlow's Cabinet of Thursday 11 July 2024, published that day: without a call-in in force on Friday 19 July.
PUBLISHED = call_in.deadline(date(2024, 7, 11), rule=call_in.CallInRule(), holidays=bank_holidays.england())
LETS_GO = {What.NO_ACTION, What.CONFIRMED, What.COUNCIL_AGREED, What.WITHDRAWN, What.NOT_HEARD}
REPLACES = {What.CHANGED, What.COUNCIL_DECIDED}


def happening(what: What, on: date, **said: object) -> Happening:
    return replace(Happening(what, on, words="As resolved.", body="Scrutiny"), **said)  # type: ignore[arg-type]


def test_every_stage_says_whose_turn_it_is_and_is_reached_and_every_way_is_told() -> None:
    reached = {to for ways in NEXT.values() for to in ways.values()} | {Stage.TO_BE_SET}

    assert reached == set(Stage) == set(NEXT) == set(TURNS)
    assert set(WAYS) == set(What) == {what for ways in NEXT.values() for what in ways}
    assert all(TURNS[one].todo for one in Stage)
    assert all(TURNS[one].owner is Role.DEMOCRATIC_SERVICES for one in Stage if not one.is_over)


@given(st.lists(st.tuples(st.sampled_from(list(What)), st.integers(0, 9)), max_size=12))
def test_the_hold_is_on_exactly_until_something_lets_the_decision_go(asked: list[tuple[What, int]]) -> None:
    """A valid request holds the decision from the first, each event in its turn; what cannot follow changes nothing."""
    happened: list[Happening] = []
    on = CALLED_IN
    for what, days in asked:
        new = happening(what, on + timedelta(days=days))
        try:
            reached = check(happened, new, called_in_on=CALLED_IN, today=TODAY)
        except Refusal:
            assert what not in NEXT[stage(happened)]
            continue
        happened.append(new)
        on = on if WAYS[what].is_ahead else new.on
        assert reached is stage(happened)

    said = {one.what for one in happened}
    assert stage(happened).holds is not bool(said & LETS_GO)
    assert (stage(happened) is Stage.REPLACED) is bool(said & REPLACES)
    assert stage(happened).is_over is bool(said & (LETS_GO | REPLACES))
    clock = effect(PUBLISHED, happened, called_in_on=CALLED_IN)
    assert (clock is None) is stage(happened).holds
    if clock is not None and clock.effective_on is not None:
        assert clock.effective_on == max(date(2024, 7, 19), happened[-1].on)
        held = days_held(happened, called_in_on=CALLED_IN)
        assert held is not None
        assert [one.counts for one in held.counted] == [True] * ((happened[-1].on - CALLED_IN).days) + [False]


def test_a_hearing_after_the_listed_day_moves_the_day_of_effect_and_says_so() -> None:
    happened = (happening(What.HEARING_SET, date(2024, 7, 30)), happening(What.NO_ACTION, date(2024, 7, 30)))

    clock = effect(PUBLISHED, happened, called_in_on=CALLED_IN)

    assert clock is not None and (clock.on, clock.effective_on) == (date(2024, 7, 18), date(2024, 7, 30))
    assert "Scrutiny heard it on Tuesday 30 July 2024 and took no further action." in clock.notes[-2]
    assert "check with your monitoring officer" in clock.notes[-1]


def test_a_councils_own_day_of_effect_goes_first_and_needs_its_paragraph() -> None:
    end = happening(What.WITHDRAWN, date(2024, 7, 15), effect_on=date(2024, 7, 16), rule="Part 4, paragraph 12")

    clock = effect(PUBLISHED, (end,), called_in_on=CALLED_IN)

    assert clock is not None and clock.effective_on == date(2024, 7, 16)
    with pytest.raises(Refusal, match="needs its rule"):
        check((), replace(end, rule=""), called_in_on=CALLED_IN, today=TODAY)


@pytest.mark.parametrize(
    ("new", "says"),
    [
        (happening(What.NO_ACTION, date(2024, 7, 15)), "This does not follow: the call-in stands as “to be heard”"),
        (happening(What.HEARING_SET, date(2024, 7, 30), body=" "), "The body is not named"),
        (happening(What.WITHDRAWN, date(2024, 7, 15), words=""), "There are no reasons"),
        (happening(What.WITHDRAWN, date(2024, 7, 1)), "Monday 1 July 2024 comes before Friday 12 July 2024"),
        (happening(What.WITHDRAWN, date(2024, 12, 1)), "That day is still to come"),
    ],
)
def test_what_does_not_hold_together_is_refused_with_what_to_do(new: Happening, says: str) -> None:
    with pytest.raises(Refusal, match=says) as refused:
        check((), new, called_in_on=CALLED_IN, today=TODAY)

    assert refused.value.next_step


def test_nothing_follows_an_ended_call_in() -> None:
    with pytest.raises(Refusal) as refused:
        after(Stage.TAKES_EFFECT, What.SENT_BACK)

    assert refused.value.next_step == "Nothing follows any more."
