"""What holds of the planner whatever a council's meetings, rules and days are."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.call_in_rules import Base, CallInRule, Effective
from moothall.domain.clocks import agenda_publication, key_decision_notice, notice_kind, private_meeting_notice
from moothall.domain.constraints import Avoided, Constraints
from moothall.domain.days import Length, Unit
from moothall.domain.feasibility import Planner, plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.remembered import Remembered
from moothall.domain.routes import ROUTES
from moothall.domain.rule_packs import RulePack
from moothall.domain.timetable import Key
from moothall.domain.variants import every_route
from moothall.reference.bank_holidays import england
from tests.examples import fewer

DEADLINE = date(2024, 7, 19)
DAYS = st.dates(min_value=date(2024, 5, 1), max_value=date(2024, 8, 31))
BODIES = st.sampled_from(
    [
        ("Cabinet", BodyKind.EXECUTIVE),
        ("Council", BodyKind.FULL_COUNCIL),
        ("Overview and Scrutiny", BodyKind.SCRUTINY),
        ("Policy Committee", BodyKind.COMMITTEE),
        ("Leader", BodyKind.INDIVIDUAL_MEMBER),
    ]
)
MEETING = st.builds(
    lambda body, on, at: Meeting(body[0], body[1], on, at), BODIES, DAYS, st.none() | st.just(time(18, 30))
)
MEETINGS = st.lists(MEETING, max_size=8)
RULES = st.builds(
    CallInRule,
    length=st.sampled_from([Length(2, Unit.WORKING), Length(5, Unit.WORKING), Length(10, Unit.CALENDAR)]),
    base=st.sampled_from(Base),
    first_day_counts=st.booleans(),
    effective=st.sampled_from(Effective),
)
CONSTRAINTS = st.builds(
    Constraints,
    avoided=st.just(()) | st.builds(lambda day: (Avoided(day, day, is_block=True),), DAYS),
    exempt_part=st.booleans(),
    ready_on=st.none() | DAYS,
    scrutiny_first=st.booleans(),
)
ASKED = st.fixed_dictionaries(
    {
        "as_of": DAYS,
        "meetings": MEETINGS,
        "pack": st.builds(
            lambda model, rule: RulePack("Own rules", model, rule), st.sampled_from(Governance), st.none() | RULES
        ),
        "key": st.sampled_from(Key),
        "callable_": st.booleans(),
        "constraints": st.just(Constraints()) | CONSTRAINTS,
    }
)


def plan(asked: dict[str, object], **changed: object) -> tuple[PlannedRoute, ...]:
    return plan_routes(**{"deadline_on": DEADLINE, "holidays": england(), **asked, **changed})  # type: ignore[arg-type]


def decided(each: PlannedRoute) -> tuple[str, str | None, date]:
    """A route by its shape and by who decides when."""
    step = next(step for step in each.steps if step.step == "decision")
    return each.route, step.body, step.on


@settings(max_examples=fewer(60))
@given(ASKED)
def test_no_route_that_fits_breaks_one_of_its_own_clocks(asked: dict[str, object]) -> None:
    """Each notice is asked again of its own clock, and the clock's day must not have gone by."""
    as_of = asked["as_of"]
    assert isinstance(as_of, date)

    for each in plan(asked):
        if not each.fits:
            continue
        steps = {step.step: step for step in each.steps}
        on = steps["decision"].on
        assert all(as_of <= step.on <= DEADLINE for step in each.steps)
        if "key_decision_notice" in steps:
            assert steps["key_decision_notice"].on == key_decision_notice.deadline(on, holidays=england()).on
        if "general_exception_notice" in steps:
            sent_on = steps["general_exception_notice"].on
            kind = notice_kind.deadline(sent_on, on, holidays=england()).kind
            assert kind == notice_kind.GENERAL_EXCEPTION
        if "private_meeting_notice" in steps:
            assert steps["private_meeting_notice"].on == private_meeting_notice.deadline(on, holidays=england()).on
        for step in each.steps:
            if step.step == "agenda_publication":
                meets = next(
                    one.on for one in each.steps if one.body == step.body and one.step in ("decision", "scrutiny")
                )
                assert step.on == agenda_publication.deadline(meets, holidays=england()).on


@settings(max_examples=fewer(60))
@given(ASKED, MEETING)
def test_a_further_meeting_never_takes_a_lawful_route_away(asked: dict[str, object], further: Meeting) -> None:
    before = plan(asked)

    after = plan(asked, meetings=[*asked["meetings"], further])  # type: ignore[misc]

    by_meeting = {decided(each) for each in after if each.fits}
    assert {each.route for each in before if each.fits} <= {each.route for each in after if each.fits}
    assert {decided(each) for each in before if each.fits and each.route not in ("R7", "R8", "R11")} <= by_meeting


@settings(max_examples=fewer(60))
@given(ASKED, st.integers(min_value=1, max_value=40))
def test_a_later_deadline_never_leaves_fewer_days(asked: dict[str, object], days: int) -> None:
    sooner = plan(asked)

    later = plan(asked, deadline_on=DEADLINE + timedelta(days))

    for each in sooner:
        if each.fits and each.route not in ("R7", "R8", "R11"):
            same = next(one for one in later if one.fits and decided(one) == decided(each))
            assert (same.slack_days or 0) == (each.slack_days or 0) + days
    assert {each.route for each in sooner if each.fits} <= {each.route for each in later if each.fits}


@settings(max_examples=fewer(60))
@given(ASKED)
def test_there_is_always_more_than_one_row_and_no_way_out_is_said_to_fit(asked: dict[str, object]) -> None:
    routes = plan(asked)

    assert len(routes) > 1
    assert all(each.fits == (each.why_not is None) for each in routes)
    assert not any(each.fits for each in routes if each.way_out)
    assert {each.route for each in routes} <= {shape.id for shape in ROUTES}
    first_way = next((index for index, each in enumerate(routes) if each.way_out), len(routes))
    assert all(each.way_out for each in routes[first_way:]), "the ways out come last"


@settings(max_examples=fewer(40))
@given(ASKED)
def test_every_route_adds_those_that_share_dates_and_takes_none_away(asked: dict[str, object]) -> None:
    routes = plan(asked)

    every = every_route(routes, deadline_on=DEADLINE)

    assert [each for each in every if not each.same_dates_as] == sorted(routes, key=list(every).index)
    fits = [each.fits for each in every]
    assert fits == sorted(fits, reverse=True)
    slack = [each.slack_days or 0 for each in every if each.fits]
    assert slack == sorted(slack, reverse=True)


@settings(max_examples=fewer(30))
@given(ASKED, st.lists(DAYS, min_size=2, max_size=6))
def test_a_planner_kept_from_day_to_day_answers_as_one_made_anew(asked: dict[str, object], days: list[date]) -> None:
    """What is remembered is what would be counted again: for days in any order, and for councils that share it."""
    given_once = {name: value for name, value in asked.items() if name != "as_of"}
    remembered = Remembered(england())
    kept = Planner(deadline_on=DEADLINE, holidays=england(), remembered=remembered, **given_once)  # type: ignore[arg-type]
    Planner(deadline_on=DEADLINE - timedelta(9), holidays=england(), remembered=remembered, **given_once).on(days[0])  # type: ignore[arg-type]

    for day in days:
        assert [each.as_plain() for each in kept.routes(day)] == [each.as_plain() for each in plan(asked, as_of=day)]


def test_replacing_the_table_of_holidays_forgets_what_was_counted_with_the_other() -> None:
    planner = Planner(
        deadline_on=DEADLINE,
        holidays=england(date(2022, 9, 1)),
        remembered=Remembered(england()),
        meetings=[],
        pack=RulePack("Own rules", Governance.EXECUTIVE, CallInRule()),
    )

    found = planner.routes(date(2024, 6, 3))

    assert all(
        "as known on" in step.deadline.calendar for each in found for step in each.steps if step.deadline is not None
    )
    assert replace(found[0], name="") != found[0]
