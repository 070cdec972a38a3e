"""A council's own route: what keeps it from ending is said in a sentence, and the file gives back what was composed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.exchange import route_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.own_dates import dated
from moothall.domain.own_routes import OwnRoute, OwnStep, faults, like, of_shape
from moothall.domain.routes import ROUTES, Deed, Route, Term
from moothall.domain.situation import Key, Situation
from moothall.domain.walks import walk
from moothall.reference import bank_holidays, rule_packs

CABINET = OwnStep("Cabinet", BodyKind.EXECUTIVE, Deed.DECIDE)
PANEL = OwnStep("Panel", BodyKind.SCRUTINY, Deed.ADVISE)
FINISHES = OwnStep("Director", BodyKind.OFFICER, Deed.FINISH)
SENDS = OwnStep("Chief executive", BodyKind.OFFICER, Deed.SEND)
RATIFIES = OwnStep("Cabinet", BodyKind.EXECUTIVE, Deed.RATIFY)
APPROACH = OwnStep("Cabinet", BodyKind.EXECUTIVE, Deed.APPROVE_APPROACH)


def own(*steps: OwnStep) -> OwnRoute:
    return OwnRoute("Our way", steps)


@pytest.mark.parametrize("shape", ROUTES, ids=lambda shape: shape.id)
def test_every_shape_that_councils_took_can_be_started_from_and_has_no_fault(shape: Route) -> None:
    started = of_shape(shape.id)

    assert faults(started) == ()
    assert like(started) == shape.id


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ((SENDS,), "Nobody decides on this route"),
        ((CABINET, PANEL), "It advises when all is decided."),
        ((FINISHES, CABINET), "Nobody has delegated anything before this step."),
        ((RATIFIES, SENDS), "Nothing is sent before Cabinet ratifies what was sent."),
        ((SENDS, CABINET), "Cabinet decides when it is sent already."),
        ((APPROACH,), "Only the approach is approved"),
        ((CABINET, SENDS, SENDS), "It is sent twice."),
        ((replace(CABINET, body=" "),), "Nobody is named at this step."),
        ((CABINET, replace(SENDS, kind=BodyKind.EXECUTIVE)), "A meeting cannot do this"),
        ((SENDS, replace(RATIFIES, kind=BodyKind.OFFICER)), "Members do this, not officers"),
        ((replace(CABINET, kind=BodyKind.SCRUTINY),), "scrutinises and does not decide"),
        ((replace(CABINET, deed=Deed.DECIDE_URGENTLY),), "An urgent decision needs somebody who agrees"),
        ((replace(CABINET, terms=(Term.STANDING,)),), "This does not belong to such a step"),
        ((replace(CABINET, terms=(Term.SIGNED_BY_TWO,)),), "Two sign only where there is no meeting."),
    ],
)
def test_a_route_that_cannot_end_is_told_what_is_wrong_and_at_which_step(steps: tuple[OwnStep, ...], says: str) -> None:
    assert says in " ".join(one.says for one in faults(own(*steps)))


def test_a_committee_system_cannot_compose_a_route_through_an_executive() -> None:
    assert faults(own(CABINET), governance=Governance.EXECUTIVE) == ()
    assert "no executive" in faults(own(CABINET), governance=Governance.COMMITTEE)[0].says


_STEPS = st.builds(
    OwnStep,
    body=st.sampled_from(["Cabinet", "Panel", "Director", "Full Council"]),
    kind=st.sampled_from(BodyKind),
    deed=st.sampled_from(Deed),
    who=st.sampled_from(["", "with a group of members"]),
    terms=st.lists(st.sampled_from(Term), max_size=2, unique=True).map(tuple),
)


@given(st.builds(OwnRoute, name=st.just("Our way"), steps=st.lists(_STEPS, min_size=1, max_size=5).map(tuple)))
def test_what_is_exported_is_what_is_brought_in_and_what_has_no_fault_can_be_walked(route: OwnRoute) -> None:
    assert route_json.load(route_json.to_bytes(route)) == route

    if not faults(route):
        on = walk(route.parts)
        for _ in range(120):
            if on.next is None:
                break
            on = on.then(*on.next)
        assert on.end is not None


def test_a_file_with_a_step_nobody_knows_says_where_it_is_wrong() -> None:
    data = route_json.dump(own(CABINET))
    data["steps"][0]["deed"] = "ponder"

    with pytest.raises(NotLoaded) as refused:
        route_json.load(data)

    assert refused.value.path.startswith("steps[0]")


def test_the_planner_counts_a_composed_route_whose_shape_it_knows_and_no_other() -> None:
    situation = Situation(
        date(2024, 5, 24), date(2024, 7, 19), rule_packs.default(Governance.EXECUTIVE), Governance.EXECUTIVE, Key.NO,
        True, bank_holidays.england(),
    )  # fmt: skip
    days = {0: date(2024, 7, 2), 1: date(2024, 7, 11)}

    known = dated(own(PANEL, CABINET), days, situation)
    unknown = dated(own(PANEL, PANEL, CABINET), {**days, 2: date(2024, 7, 11)}, situation)

    assert known is not None
    assert (known.route, known.in_force_on, known.slack_days) == ("R3", date(2024, 7, 19), 0)
    assert {step.body for step in known.steps if step.step == "scrutiny"} == {"Panel"}
    assert unknown is None
