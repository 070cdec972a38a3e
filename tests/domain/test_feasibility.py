"""Every lawful route to a deadline: the summer of 2024 as one council could have planned it, and harder cases."""

from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.days import Length, Unit
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting, parse_text
from moothall.domain.planned_routes import PlannedRoute, verdict
from moothall.domain.routes import Endorsement, route
from moothall.domain.rule_packs import Base, CallInRule, RulePack
from moothall.domain.timetable import Key
from moothall.reference.bank_holidays import england
from moothall.reference.rule_packs import default
from tests.examples import fewer

AS_OF, DEADLINE = date(2024, 5, 24), date(2024, 7, 19)
SUMMER = "Cabinet 13 June, 11 July, 25 July. Overview and Scrutiny 2 July. Council 18 July"


def plan(
    text: str = SUMMER, *, as_of: date = AS_OF, pack: RulePack | None = None, **asked: object
) -> tuple[PlannedRoute, ...]:
    meetings, not_understood = parse_text(text, as_of, DEADLINE)
    assert not_understood == ()
    pack = pack or default(Governance.EXECUTIVE)
    return plan_routes(as_of=as_of, deadline_on=DEADLINE, meetings=meetings, pack=pack, holidays=england(), **asked)  # type: ignore[arg-type]


def named(routes: tuple[PlannedRoute, ...], name: str) -> PlannedRoute:
    return next(each for each in routes if each.name == name)


def dates(each: PlannedRoute) -> dict[str, date]:
    return {step.step: step.on for step in each.steps}


def test_the_routes_of_the_summer_of_2024_stand_in_the_order_of_days_to_spare() -> None:
    routes = plan()

    assert [(each.name, each.slack_days) for each in routes if each.fits] == [
        ("Cabinet, Thu 13 June", 28),
        ("Cabinet, Thu 13 June, leaving final words to the Leader and the chief executive", 28),
        ("Leader alone, Mon 8 July", 3),
        ("Two executive members together, Mon 8 July", 3),
        ("Leader and chief executive sign together, Mon 8 July", 3),
        ("Council, Thu 18 July", 1),
        ("Cabinet, Thu 11 July", 0),
        ("Overview and Scrutiny, Tue 2 July, then Cabinet, Thu 11 July", 0),
    ]
    assert verdict(routes, DEADLINE) == "Eight routes still make Friday 19 July. Two leave no day to spare."


def test_cabinet_on_11_july_needs_notice_by_12_june_its_agenda_by_3_july_and_leaves_no_day_to_spare() -> None:
    found = named(plan(), "Cabinet, Thu 11 July")

    assert dates(found) == {
        "key_decision_notice": date(2024, 6, 12),
        "agenda_publication": date(2024, 7, 3),
        "decision": date(2024, 7, 11),
        "publish_decision": date(2024, 7, 11),
        "call_in": date(2024, 7, 18),
        "in_force": DEADLINE,
        "submit": DEADLINE,
    }
    assert found.trades[0].endswith("a working day later it is in force on Sat 20 July, too late.")
    assert found.a_day_late is not None and found.a_day_late.effective_on == date(2024, 7, 20)


def test_cabinet_on_13_june_is_open_only_if_the_decision_is_not_key() -> None:
    found = named(plan(), "Cabinet, Thu 13 June")

    assert dates(found)["agenda_publication"] == date(2024, 6, 5)
    assert found.in_force_on == date(2024, 6, 21)
    assert found.trades[0].startswith("Only if it is not a key decision: notice was due by Wed 15 May.")
    assert "chair of scrutiny by Wed 5 June" in found.trades[0]


def test_a_key_decision_on_13_june_takes_the_general_exception() -> None:
    found = named(plan(key=Key.YES), "Cabinet, Thu 13 June")

    assert found.fits
    assert dates(found)["general_exception_notice"] == date(2024, 6, 5)
    assert found.trades[0].startswith("Uses the general exception")


def test_a_decision_that_is_not_key_needs_no_notice() -> None:
    routes = plan(key=Key.NO)

    assert not any("notice" in step.step for each in routes for step in each.steps)
    assert not any("key decision" in sentence for each in routes for sentence in each.trades)


def test_cabinet_on_25_july_is_late_and_says_by_how_much_and_what_is_left() -> None:
    found = named(plan(), "Cabinet, Thu 25 July")

    assert (found.fits, found.slack_days, found.in_force_on) == (False, -14, date(2024, 8, 2))
    assert found.why_not == (
        "It is decided 6 days after the deadline and is in force on Fri 2 August, 14 days after the deadline."
    )
    assert found.trades[-1] == (
        "You could send the plan by Fri 19 July marked subject to approval, or ask for a later day."
    )


def test_full_council_on_18_july_has_no_call_in_and_sends_a_summons() -> None:
    found = named(plan(), "Council, Thu 18 July")

    assert dates(found)["agenda_publication"] == dates(found)["summons"] == date(2024, 7, 10)
    assert "call_in" not in dates(found)
    assert found.submit_on == date(2024, 7, 18)


def test_scrutinys_own_papers_come_first() -> None:
    found = named(plan(), "Overview and Scrutiny, Tue 2 July, then Cabinet, Thu 11 July")

    assert [(step.body, step.on) for step in found.steps if step.step == "agenda_publication"] == [
        ("Overview and Scrutiny", date(2024, 6, 24)),
        ("Cabinet", date(2024, 7, 3)),
    ]


def test_scrutiny_after_the_cabinets_papers_are_out_follows_in_a_supplement() -> None:
    """Redditch: scrutiny on 8 July, the executive's papers due on 1 July."""
    routes = plan("Overview and Scrutiny 8 July. Executive Committee 9 July")

    found = named(routes, "Overview and Scrutiny, Mon 8 July, then Executive Committee, Tue 9 July")

    assert "its views follow in a supplement" in " ".join(found.trades)


def test_ways_out_are_listed_last_and_never_said_to_fit() -> None:
    routes = plan()

    last = [each for each in routes if route(each.route).way_out]

    assert [each.route for each in last] == ["R12", "R13", "R9", "R10", "R14"]
    assert list(routes[-5:]) == last
    assert not any(each.fits for each in last)
    assert all(each.why_not for each in last)


def test_sending_first_and_ratifying_on_25_july_keeps_the_deadline_and_not_the_order() -> None:
    found = named(plan(), "Send it subject to approval, Cabinet Thu 25 July ratifies")

    assert found.submit_on == DEADLINE
    assert found.why_not == "Members endorse it on Thu 25 July, after it has been sent."


def test_to_note_is_not_to_endorse() -> None:
    found = named(plan(), "Send it, Cabinet Thu 25 July notes it")

    assert found.endorsement is Endorsement.NO
    assert "To note is not to endorse: the round's requirement stays open." in found.trades


def test_urgency_is_hard_to_show_while_an_ordinary_route_fits() -> None:
    urgent = next(each for each in plan() if each.route == "R9")
    forced = next(each for each in plan("Cabinet 25 July", as_of=date(2024, 7, 15)) if each.route == "R9")

    assert urgent.why_not is not None and "An ordinary route still fits" in urgent.why_not
    assert forced.why_not is not None and "An ordinary route still fits" not in forced.why_not


def test_between_the_poll_and_the_deadline_no_papers_meeting_and_call_in_could_fit() -> None:
    """Somerset met on Mon 15 July, the first day for papers published on Fri 5 July; call-in would end on 22 July."""
    routes = plan("Executive 15 July", as_of=date(2024, 7, 5), key=Key.NO)

    found = named(routes, "Executive, Mon 15 July")

    assert dates(found)["agenda_publication"] == date(2024, 7, 5)
    assert (found.fits, found.in_force_on) == (False, date(2024, 7, 23))


def test_a_wolverhampton_cabinet_of_24_july_would_be_in_force_on_1_august() -> None:
    found = named(plan("Cabinet 24 July"), "Cabinet, Wed 24 July")

    assert found.in_force_on == date(2024, 8, 1)


def test_where_a_decision_cannot_be_called_in_it_is_in_force_at_once() -> None:
    found = named(plan("Cabinet 16 July", callable_=False), "Cabinet, Tue 16 July")

    assert (found.fits, found.slack_days) == (True, 3)
    assert "call_in" not in dates(found)


def test_after_the_deadline_the_planner_says_that_it_passed_and_how_late_each_way_out_is() -> None:
    routes = plan("Cabinet 21 August", as_of=date(2024, 8, 1))

    assert not any(each.fits for each in routes)
    assert (
        verdict(routes, DEADLINE)
        == "Friday 19 July passed 13 days ago. No route makes it, and what is sent now is late."
    )
    ratified = next(each for each in routes if each.route == "R12")
    assert ratified.why_not is not None
    assert "It is sent 13 days after the deadline." in ratified.why_not


def test_four_days_before_the_deadline_no_route_fits_and_each_says_what_it_needs() -> None:
    routes = plan("Cabinet 16 July, 25 July. Council 18 July", as_of=date(2024, 7, 15))

    assert verdict(routes, DEADLINE) == "No route still makes Friday 19 July."
    assert "had to be public by Mon 8 July" in (named(routes, "Cabinet, Tue 16 July").why_not or "")
    assert "special circumstances" in (named(routes, "Council, Thu 18 July").why_not or "")
    assert all(each.why_not for each in routes)


def test_a_key_decision_too_late_for_the_exception_has_only_special_urgency_left() -> None:
    found = named(plan("Cabinet 3 June", as_of=date(2024, 5, 28), key=Key.YES), "Cabinet, Mon 3 June")

    assert not found.fits
    assert "Only special urgency is left" in (found.why_not or "")


def test_a_committee_system_decides_in_committee_or_council_without_key_decisions_or_call_in() -> None:
    """West Lindsey's committee met on 27 June 2024, Ribble Valley's on 18 June and left the text to a director."""
    routes = plan(
        "Corporate Policy and Resources Committee 27 June. Council 18 July", pack=default(Governance.COMMITTEE)
    )

    assert [each.route for each in routes if each.fits] == ["R4", "R5", "R6"]
    assert {each.route for each in routes if not each.fits} == {"R10", "R13"}
    assert not {"key_decision_notice", "call_in", "publish_decision"} & set(dates(routes[0]))


def test_a_committee_systems_own_call_in_is_counted_where_it_has_recorded_one() -> None:
    pack = RulePack("Own rules", Governance.COMMITTEE, CallInRule())

    found = named(plan("Policy Committee 27 June", pack=pack), "Policy Committee, Thu 27 June")

    assert dates(found)["call_in"] == date(2024, 7, 4)


def test_a_mayor_decides_where_there_is_one() -> None:
    """Middlesbrough: the mayor and an executive member decided on 17 July 2024, call-in disapplied."""
    routes = plan(pack=default(Governance.MAYOR))

    assert named(routes, "Mayor alone, Mon 8 July").fits
    assert named(routes, "Mayor alone, urgently, Thu 18 July").endorsement is Endorsement.PARTLY


def test_a_day_given_for_the_leader_is_used() -> None:
    """Isle of Wight: the Leader decided on 10 July 2024 after a notice of 5 June."""
    routes = plan("Leader 10 July", key=Key.YES, as_of=date(2024, 6, 5))

    found = named(routes, "Leader, Wed 10 July")

    assert (found.fits, found.in_force_on) == (True, date(2024, 7, 18))
    assert not any("alone," in each.name and "urgently" not in each.name for each in routes)


def test_default_rules_are_named_as_such_on_every_route_with_call_in_and_the_councils_own_are_not() -> None:
    own = RulePack("Own rules", Governance.EXECUTIVE, CallInRule())

    for each in plan():
        warned = any("is a default, not your council's rule" in sentence for sentence in each.trades)
        assert warned == ("call_in" in dates(each) and each.route not in ("R12", "R13", "R14"))
    assert not any("is a default" in sentence for each in plan(pack=own) for sentence in each.trades)


def test_an_evening_meeting_after_the_cut_off_starts_call_in_a_day_later() -> None:
    pack = RulePack("Own rules", Governance.EXECUTIVE, CallInRule(publish_cutoff=time(17)))

    found = named(plan("Cabinet 10 July at 6.30pm", pack=pack), "Cabinet, Wed 10 July")

    assert found.in_force_on == DEADLINE


def test_a_rule_that_counts_from_the_decision_keeps_days_for_publishing() -> None:
    pack = RulePack("Own rules", Governance.EXECUTIVE, CallInRule(base=Base.DECISION, publish_allowance=2))

    found = named(plan("Cabinet 9 July", pack=pack), "Cabinet, Tue 9 July")

    assert dates(found)["publish_decision"] == date(2024, 7, 11)
    assert found.in_force_on == DEADLINE
    assert found.a_day_late is None


def test_a_local_rule_on_papers_for_a_member_is_kept() -> None:
    pack = RulePack("Own rules", Governance.EXECUTIVE, CallInRule(), member_notice=Length(5, Unit.WORKING))

    found = named(plan(pack=pack), "Leader alone, Mon 8 July")

    assert dates(found)["member_papers"] == date(2024, 6, 28)


def test_after_the_deadline_every_route_is_late_and_asking_for_time_is_among_them() -> None:
    """Lincoln had its late return agreed; its executive met after the deadline."""
    routes = plan("Executive 6 August", as_of=date(2024, 7, 22))

    assert [each.route for each in routes] == ["R1", "R12", "R13", "R9", "R10", "R14"]
    assert not any(each.fits for each in routes)
    assert all("after the deadline" in (each.why_not or "") for each in routes if each.route in ("R1", "R9", "R10"))


def test_every_date_but_the_councils_own_has_a_rule_and_its_working() -> None:
    for each in plan():
        for step in each.steps:
            if step.step in (
                "key_decision_notice",
                "agenda_publication",
                "summons",
                "call_in",
                "general_exception_notice",
            ):
                assert step.rule and step.provision and step.deadline and step.deadline.counted


DAYS = st.dates(min_value=date(2024, 5, 1), max_value=date(2024, 9, 30))
MEETINGS = st.lists(
    st.builds(
        Meeting,
        body=st.sampled_from(["Cabinet", "Council", "Scrutiny", "Policy Committee", "Leader"]),
        kind=st.sampled_from(BodyKind),
        on=DAYS,
        starts_at=st.none() | st.just(time(18, 30)),
    ),
    max_size=8,
)


@settings(max_examples=fewer(60))
@given(
    meetings=MEETINGS,
    governance=st.sampled_from(Governance),
    key=st.sampled_from(Key),
    as_of=DAYS,
    callable_=st.booleans(),
)
def test_whatever_the_meetings_no_route_that_fits_has_a_date_behind_it_or_after_the_deadline(
    meetings: list[Meeting], governance: Governance, key: Key, as_of: date, callable_: bool
) -> None:
    """A route is lawful only if every notice can still be given; it makes the deadline only if in force by then."""
    routes = plan_routes(
        as_of=as_of,
        deadline_on=DEADLINE,
        meetings=meetings,
        pack=default(governance),
        holidays=england(),
        key=key,
        callable_=callable_,
    )

    assert len(routes) > 1
    for each in routes:
        assert each.fits == (each.why_not is None)
        assert list(each.steps) == sorted(each.steps, key=lambda step: step.on)
        if each.fits:
            assert all(as_of <= step.on <= DEADLINE for step in each.steps)
    slacks = [each.slack_days or 0 for each in routes if each.fits]
    assert slacks == sorted(slacks, reverse=True)
