"""Where a plan stands, derived from what happened."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.trail import STAGES, State, current, trail

DAY = date(2024, 7, 1)


def test_the_first_stage_not_reached_is_the_current_one() -> None:
    steps = trail({"asked": DAY, "drafted": DAY}, as_of=DAY)

    assert [step.state for step in steps[:3]] == [State.DONE, State.DONE, State.CURRENT]
    waiting = current(steps)
    assert waiting is not None
    assert waiting.stage.key == "routed"


def test_a_decision_in_force_tomorrow_is_not_in_force_today() -> None:
    reached = dict.fromkeys(("asked", "drafted", "routed", "met", "decided"), DAY) | {"in_force": date(2024, 7, 2)}

    today, tomorrow = (trail(reached, as_of=day) for day in (DAY, date(2024, 7, 2)))

    assert current(today).stage.key == "in_force"  # type: ignore[union-attr]
    assert current(tomorrow).stage.key == "published"  # type: ignore[union-attr]


def test_when_everything_happened_nobody_is_waited_for() -> None:
    assert current(trail({stage.key: DAY for stage in STAGES}, as_of=DAY)) is None


def test_every_stage_after_the_first_has_an_owner_an_event_and_something_to_do() -> None:
    assert all(stage.event and stage.todo for stage in STAGES)
    assert all(stage.owner for stage in STAGES[1:])
    assert len({stage.key for stage in STAGES}) == len({stage.event for stage in STAGES}) == len(STAGES)


@given(st.dictionaries(st.sampled_from([stage.key for stage in STAGES]), st.dates()), st.dates())
def test_there_is_never_more_than_one_current_stage_and_all_before_it_are_done(
    reached: dict[str, date | None], as_of: date
) -> None:
    states = [step.state for step in trail(reached, as_of=as_of)]

    assert states.count(State.CURRENT) <= 1
    assert states == sorted(states, key=[State.DONE, State.CURRENT, State.AHEAD].index)
