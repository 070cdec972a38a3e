"""Every route is walked by one table: nothing leads out of it, and no route can be stuck short of its end."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import StepValue
from moothall.domain.refusals import Refusal
from moothall.domain.route_table import COMPLETE, OWNERS, TABLE, Event, State, move, states
from moothall.domain.routes import ROUTES, Deed, Route, Term
from moothall.domain.walks import End, Walk, allowed, walk


def parts(shape: Route) -> tuple[StepValue, ...]:
    return tuple(
        StepValue(
            f"Body {number}", one.body or BodyKind.OFFICER, one.deed.decides, deed=one.deed, terms=one.terms
        )
        for number, one in enumerate(shape.steps)
    )  # fmt: skip


def to_its_end(on: Walk) -> Walk:
    """The route gone on with as the walk itself says, until nothing is left."""
    for _ in range(60):
        if on.next is None:
            return on
        on = on.then(*on.next)
    raise AssertionError(f"no end after 60 events: {on.events[-6:]}")


@pytest.mark.parametrize("shape", ROUTES, ids=lambda shape: shape.id)
def test_every_route_comes_to_its_end_by_what_it_says_is_next(shape: Route) -> None:
    walked = to_its_end(walk(parts(shape)))

    assert walked.end is End.SENT
    assert all(stage.is_complete for stage in walked.stages)


@given(st.sampled_from(ROUTES), st.lists(st.integers(min_value=0, max_value=1000), max_size=25))
def test_whatever_is_allowed_ends_in_a_state_of_the_table_from_which_the_route_still_ends(
    shape: Route, choices: list[int]
) -> None:
    on = walk(parts(shape))
    for choice in choices:
        can = allowed(on)
        if not can:
            break
        on = on.then(*can[choice % len(can)])

    assert all(stage.state in states(stage.part.doing) for stage in on.stages)
    assert to_its_end(on).end is not None


def test_every_state_is_reached_and_every_event_is_somebodys_or_comes_with_the_day() -> None:
    reached = {State.WAITING, *(one.to for one in TABLE)}

    assert reached == set(State)
    assert set(OWNERS) == set(Event) == {one.event for one in TABLE}
    assert [event for event, owner in OWNERS.items() if owner is None] == [Event.TOOK_EFFECT]
    assert all(COMPLETE[deed] <= set(states(deed)) for deed in Deed)


def test_what_the_table_does_not_name_is_refused_with_where_the_step_stands() -> None:
    on = walk([StepValue("Cabinet", BodyKind.EXECUTIVE, True)])
    known = [pair for pair in product(State, Event) if move(Deed.DECIDE, *pair)]

    with pytest.raises(Refusal, match=r"Cabinet: this cannot be recorded now .* It stands at: still to come"):
        on.then(0, Event.MADE_PUBLIC)
    assert len(known) < len(State) * len(Event) / 4, "most of it cannot happen"


def test_members_may_resolve_that_no_plan_is_sent_and_the_route_ends_there() -> None:
    on = walk([StepValue("Cabinet", BodyKind.EXECUTIVE, True)])
    for event in (Event.MET, Event.NOT_SENT, Event.MADE_PUBLIC):
        on = on.then(0, event)
    before = on.end
    on = on.then(0, Event.TOOK_EFFECT)

    with pytest.raises(Refusal, match="no plan is sent"):
        on.then(1, Event.PUBLISHED)
    assert (before, on.end) == (None, End.NOT_SENT), "the decision takes effect first, as any other"


def test_what_was_sent_before_members_saw_it_is_sent_again_if_they_change_it_and_withdrawn_if_they_refuse() -> None:
    sends = StepValue("Chief executive", BodyKind.OFFICER, False, deed=Deed.SEND)
    ratifies = StepValue("Cabinet", BodyKind.EXECUTIVE, True, deed=Deed.RATIFY)
    on = walk([sends, ratifies]).then(0, Event.PUBLISHED).then(0, Event.SENT).then(1, Event.MET)

    changed, refused = on.then(1, Event.CHANGED), on.then(1, Event.REFUSED)

    assert changed.duties == ((0, Event.PUBLISHED), (0, Event.SENT))
    assert refused.duties == ((0, Event.WITHDRAWN),)
    assert to_its_end(changed).end is End.SENT
    assert to_its_end(refused).end is End.WITHDRAWN


def test_a_later_version_is_finished_under_a_standing_delegation_and_under_no_other() -> None:
    cabinet = StepValue("Cabinet", BodyKind.EXECUTIVE, True)
    once = StepValue("Director", BodyKind.OFFICER, False, deed=Deed.FINISH)
    standing = StepValue("Director", BodyKind.OFFICER, False, deed=Deed.FINISH, terms=(Term.STANDING,))

    sent_once, sent = to_its_end(walk([cabinet, once])), to_its_end(walk([cabinet, standing]))

    with pytest.raises(Refusal, match="does not stand for later versions"):
        sent_once.then(1, Event.FINISHED)
    assert sent.then(1, Event.FINISHED).end is End.SENT


def test_a_decision_waits_for_what_it_rests_on() -> None:
    alone = StepValue("Councillor for finance", BodyKind.INDIVIDUAL_MEMBER, True, terms=(Term.REPRESENTATIONS,))
    on = walk([alone]).then(0, Event.MET)

    with pytest.raises(Refusal, match="has read the written representations"):
        on.then(0, Event.RESOLVED)
    with pytest.raises(Refusal, match="Nobody was invited to write yet"):
        on.then(0, Event.REPRESENTATION_MADE)
    read = on.then(0, Event.REPRESENTATIONS_OPENED).then(0, Event.REPRESENTATION_MADE).then(
        0, Event.REPRESENTATIONS_READ
    )  # fmt: skip
    assert read.then(0, Event.RESOLVED).state(0) is State.RESOLVED
