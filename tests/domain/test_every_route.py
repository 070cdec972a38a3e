"""All twenty routes for each way a council is run, the ways out on day one, and what ties the planner."""

from datetime import date

import pytest

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.constraints import Avoided, Constraints, constraints
from moothall.domain.days import Length, Unit
from moothall.domain.feasibility import plan_routes
from moothall.domain.joint_routes import Council, plan_together
from moothall.domain.meetings import Meeting, parse_text
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.refusals import Refusal
from moothall.domain.routes import ROUTES, WAY_OF, Endorsement, Way
from moothall.domain.rule_packs import CallInRule, RulePack
from moothall.domain.timetable import Key
from moothall.domain.variants import every_route, variants
from moothall.reference.bank_holidays import england
from moothall.reference.rule_packs import default

AS_OF, DEADLINE = date(2024, 5, 24), date(2024, 7, 19)
SUMMER = "Cabinet 13 June, 11 July, 25 July. Overview and Scrutiny 2 July. Council 18 July"
COMMITTEES = "Policy Committee 27 June, 25 July. Council 18 July"


def plan(
    text: str = SUMMER, *, as_of: date = AS_OF, pack: RulePack | None = None, **asked: object
) -> tuple[PlannedRoute, ...]:
    meetings, not_understood = parse_text(text, as_of, DEADLINE)
    assert not_understood == ()
    pack = pack or default(Governance.EXECUTIVE)
    return plan_routes(as_of=as_of, deadline_on=DEADLINE, meetings=meetings, pack=pack, holidays=england(), **asked)  # type: ignore[arg-type]


def ids(routes: tuple[PlannedRoute, ...]) -> set[str]:
    return {each.route for each in every_route(routes, deadline_on=DEADLINE)}


def way(routes: tuple[PlannedRoute, ...], wanted: Way) -> PlannedRoute:
    return next(each for each in routes if each.way_out and each.way_out.way is wanted)


def of(routes: tuple[PlannedRoute, ...], id_: str, on: date) -> PlannedRoute:
    return next(
        each
        for each in routes
        if each.route == id_ and not each.way_out
        if any(step.step == "decision" and step.on == on for step in each.steps)
    )


def dates(each: PlannedRoute) -> dict[str, date]:
    return {step.step: step.on for step in each.steps}


@pytest.mark.parametrize("model", Governance)
def test_every_route_of_the_table_that_suits_a_council_is_an_output(model: Governance) -> None:
    routes = plan(COMMITTEES if model is Governance.COMMITTEE else SUMMER, pack=default(model))

    assert ids(routes) == {shape.id for shape in ROUTES if model in shape.governance}


def test_routes_without_dates_of_their_own_stand_under_the_one_whose_dates_they_share() -> None:
    routes = plan(key=Key.NO)

    under = {each.name: [other.route for other in variants(each, deadline_on=DEADLINE)] for each in routes if each.fits}

    assert under["Cabinet, Thu 13 June"] == ["R16", "R17", "R18", "R19"]
    delegated = "Cabinet, Thu 13 June, leaving final words to the Leader and the chief executive"
    assert under[delegated] == ["R15", "R20"]
    assert under["Leader alone, Mon 8 July"] == []


def test_each_such_route_differs_in_name_words_and_costs_and_keeps_the_dates() -> None:
    base = next(each for each in plan(key=Key.NO) if each.name == "Cabinet, Thu 13 June")

    others = {other.route: other for other in variants(base, deadline_on=DEADLINE)}

    assert all(other.same_dates_as == base.name and other.submit_on == base.submit_on for other in others.values())
    assert others["R16"].name == "Cabinet, Thu 13 June, inside a report members get anyway"
    assert dates(others["R16"])["report_says"] == dates(base)["agenda_publication"]
    assert any(step.what == "Publish the plan and send both returns" for step in others["R18"].steps)
    assert any("These are this council's dates alone" in cost for cost in others["R17"].trades)


def test_approving_the_approach_endorses_the_way_and_not_the_words() -> None:
    base = next(each for each in plan(key=Key.NO) if each.route == "R2")

    approach, standing = variants(base, deadline_on=DEADLINE)

    assert (approach.route, approach.endorsement) == ("R15", Endorsement.PARTLY)
    assert any(step.what == "Cabinet approves the approach" for step in approach.steps)
    assert not any(cost in approach.trades for cost in ROUTES[1].costs), "nothing is left over of the final words"
    assert standing.route == "R20"
    assert any("what a later version may change" in cost for cost in standing.trades)


def test_way_outs_carry_no_further_routes_under_them() -> None:
    assert not any(variants(each, deadline_on=DEADLINE) for each in plan() if not each.fits)


# On day one, where no route fits


def test_when_none_fits_the_ways_out_name_consent_provision_first_day_and_what_comes_after() -> None:
    routes = plan("Cabinet 16 July, 25 July", as_of=date(2024, 7, 15), key=Key.YES)

    ways = [each for each in routes if each.way_out]
    assert not any(each.fits for each in routes)
    assert {each.way_out.way for each in ways if each.way_out} >= {
        Way.DELEGATION, Way.SINGLE_MEMBER, Way.RATIFY, Way.EXTENSION, Way.CONVENED_AT_SHORT_NOTICE, Way.NOTE,
    }  # fmt: skip
    assert "special_urgency_agreement" in dates(way(routes, Way.SINGLE_MEMBER)), "it is key, and late"
    for each in ways:
        assert each.way_out and each.way_out.consent and each.way_out.afterwards
        assert each.way_out.first_on == date(2024, 7, 15)
        assert each.why_not
    legal = set(Way) - {Way.RATIFY, Way.EXTENSION, Way.NOTE}
    assert all(each.way_out.provision for each in ways if each.way_out and each.way_out.way in legal)


def test_a_key_decision_too_late_for_full_notice_has_the_general_exception_as_a_way_of_its_own() -> None:
    found = way(plan("Cabinet 13 June"), Way.GENERAL_EXCEPTION)

    assert found.name == "Cabinet, Thu 13 June, under the general exception"
    assert (found.fits, dates(found)["general_exception_notice"]) == (False, date(2024, 6, 5))
    assert found.way_out and found.way_out.provision
    assert found.way_out.provision.part == "regulation 10(1)"
    assert "why 28 clear days could not be given" in found.way_out.afterwards


def test_a_key_decision_too_late_for_the_exception_has_special_urgency_as_a_way_of_its_own() -> None:
    routes = plan("Leader 12 June", as_of=date(2024, 6, 10), key=Key.YES)

    found = way(routes, Way.SPECIAL_URGENCY)

    assert found.name == "Leader, Wed 12 June, under special urgency"
    step = next(step for step in found.steps if step.step == "special_urgency_agreement")
    assert (step.rule, step.who) == ("G-K4", "The decision maker, from the chair of scrutiny")
    assert found.way_out and "regulation 19" in found.way_out.afterwards


def test_an_item_late_for_council_may_be_taken_as_urgent_and_one_late_for_cabinet_may_not() -> None:
    routes = plan("Cabinet 16 July. Council 18 July", as_of=date(2024, 7, 15), key=Key.NO)

    urgent = [each.name for each in routes if each.way_out and each.way_out.way is Way.URGENT_ITEM]

    assert urgent == ["Council, Thu 18 July, as an urgent item"]
    assert "must also get past the summons" in " ".join(way(routes, Way.URGENT_ITEM).trades)
    convened = way(routes, Way.CONVENED_AT_SHORT_NOTICE)
    assert next(step for step in convened.steps if step.step == "convened_at_short_notice").on == date(2024, 7, 15)


def test_a_decision_taken_in_time_may_be_sent_while_it_can_still_be_called_in() -> None:
    found = way(plan("Cabinet 16 July", key=Key.NO), Way.RATIFY)

    assert found.name == "Send it subject to call-in, Cabinet Tue 16 July has decided"
    assert found.submit_on == DEADLINE
    assert found.why_not == "It is in force on Wed 24 July, after it has been sent."


def test_a_committee_system_is_offered_no_way_out_of_the_executives_regulations() -> None:
    routes = plan("Policy Committee 18 July", as_of=date(2024, 7, 16), pack=default(Governance.COMMITTEE))

    ways = {each.way_out.way for each in routes if each.way_out}

    assert ways == {Way.URGENT_ITEM, Way.RATIFY, Way.EXTENSION, Way.DELEGATION}
    delegated = way(routes, Way.DELEGATION)
    assert delegated.way_out and delegated.way_out.provision
    assert "section 101(1)" in delegated.way_out.provision.part
    assert delegated.way_out.provision.check_with_monitoring_officer


def test_every_shape_that_is_a_way_out_has_its_kind() -> None:
    assert {shape.id for shape in ROUTES if shape.way_out} == set(WAY_OF)


# What ties the planner


def test_one_exempt_appendix_starts_28_and_5_clear_days_though_the_decision_is_not_key() -> None:
    tied = Constraints(exempt_part=True)

    found = of(plan(key=Key.NO, constraints=tied), "R1", date(2024, 7, 11))

    assert "key_decision_notice" not in dates(found)
    assert dates(found)["private_meeting_notice"] == date(2024, 6, 12)
    assert dates(found)["private_meeting_second_notice"] == date(2024, 7, 3)


def test_an_exempt_appendix_too_late_for_its_notice_needs_agreement_or_leaves_the_report() -> None:
    routes = plan(key=Key.NO, constraints=Constraints(exempt_part=True))

    found = of(routes, "R1", date(2024, 6, 13))
    agreed = way(routes, Way.PRIVATE_AT_SHORT_NOTICE)

    assert not found.fits and "or a report without the exempt part" in (found.why_not or "")
    assert agreed.way_out and agreed.way_out.provision
    assert agreed.way_out.provision.part == "regulation 5(6)"


def test_council_closes_a_part_by_vote_and_owes_no_28_days() -> None:
    found = of(plan(constraints=Constraints(exempt_part=True)), "R6", date(2024, 7, 18))

    assert found.fits
    assert "private_meeting_notice" not in dates(found)
    assert any("only if the meeting votes for it" in cost for cost in found.trades)


def test_a_text_that_is_not_ready_cannot_meet_the_agenda() -> None:
    routes = plan(key=Key.NO, constraints=Constraints(ready_on=date(2024, 6, 20)))

    early, later = of(routes, "R1", date(2024, 6, 13)), of(routes, "R1", date(2024, 7, 11))

    assert "The text can be ready on Thu 20 June at the earliest" in (early.why_not or "")
    assert later.fits


def test_a_text_ready_later_can_still_go_out_under_an_approach_approved_early() -> None:
    """Surrey's cabinet approved the approach on 25 June and left the final text to be settled."""
    routes = plan("Cabinet 25 June", key=Key.NO, constraints=Constraints(ready_on=date(2024, 7, 10)))

    found = of(routes, "R15", date(2024, 6, 25))

    assert (found.fits, found.in_force_on, found.submit_on) == (True, date(2024, 7, 3), date(2024, 7, 10))
    assert dates(found)["finish"] == date(2024, 7, 10)
    assert (found.slack_days, found.same_dates_as) == (9, "")


def test_a_consultation_runs_before_the_papers_go_out() -> None:
    tied = Constraints(consultation=Length(28, Unit.CALENDAR))

    routes = plan(key=Key.NO, constraints=tied)
    found = of(routes, "R1", date(2024, 7, 11))

    assert dates(found)["consultation_opens"] == AS_OF
    assert dates(found)["consultation_closes"] == date(2024, 6, 21)
    assert found.fits
    assert not of(routes, "R1", date(2024, 6, 13)).fits


def test_days_to_avoid_are_advice_unless_they_are_a_block() -> None:
    poll = date(2024, 5, 25), date(2024, 7, 4)

    advised = plan(key=Key.NO, constraints=Constraints(avoided=(Avoided(*poll, why="the pre-election period"),)))
    blocked = plan(key=Key.NO, constraints=Constraints(avoided=(Avoided(*poll, is_block=True),)))

    found = of(advised, "R1", date(2024, 6, 13))
    assert found.fits
    assert any("(the pre-election period): advice, not a block" in cost for cost in found.trades)
    assert not of(blocked, "R1", date(2024, 6, 13)).fits
    assert of(blocked, "R1", date(2024, 7, 11)).fits


def test_what_is_reserved_to_council_is_councils_alone() -> None:
    routes = plan(constraints=Constraints(reserved_to_council=True))

    assert {each.route for each in routes if each.fits} == {"R6"}
    assert "R9" not in ids(routes)
    assert "reserved to Council" in (way(routes, Way.DELEGATION).why_not or "")


def test_a_body_that_may_not_be_used_is_left_out_by_its_name_or_its_kind() -> None:
    by_name = plan(constraints=Constraints(not_used=frozenset({"council"})))
    by_kind = plan(constraints=Constraints(not_used=frozenset({"individual_member"})))

    assert "R6" not in ids(by_name)
    assert not {"R7", "R8", "R9", "R11"} & ids(by_kind)


def test_scrutiny_wanted_first_stands_before_every_route_or_in_its_way() -> None:
    routes = plan(key=Key.NO, constraints=Constraints(scrutiny_first=True))

    fitting = [each for each in routes if each.fits]

    assert {each.route for each in fitting} >= {"R3", "R6", "R7"}
    assert all("scrutiny" in dates(each) for each in fitting)
    assert all(dates(each)["scrutiny"] <= dates(each)["decision"] for each in fitting)
    assert "no scrutiny meeting that can still be used" in (of(routes, "R1", date(2024, 6, 13)).why_not or "")


@pytest.mark.parametrize(
    ("plain", "sentence"),
    [
        ({"exmpt": True}, "has an unknown key, 'exmpt'. Did you mean exempt?"),
        ({"ready_on": "2024-02-30"}, "ready_on is '2024-02-30', which is not a date."),
        ({"avoid": [{"from": "2024-07-04", "to": "2024-05-25"}]}, "after they end"),
        ({"avoid": ["July"]}, "A row of avoid is not an object."),
        ({"not_used": "Council"}, "not_used is not a list."),
        ({"reserved_to_council": True, "not_used": ["Full Council"]}, "Take one of the two away."),
    ],
)
def test_constraints_that_cannot_hold_are_refused_with_what_to_enter_instead(
    plain: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refusal) as refused:
        constraints(plain)

    assert sentence in str(refused.value)


# One text for several councils


def council(name: str, *days: date) -> Council:
    return Council(
        name,
        tuple(Meeting("Cabinet", BodyKind.EXECUTIVE, day) for day in days),
        RulePack("Own rules", Governance.EXECUTIVE, CallInRule()),
    )


def together(*councils: Council, as_of: date = AS_OF) -> tuple[PlannedRoute, ...]:
    return plan_together(as_of=as_of, deadline_on=DEADLINE, councils=councils, holidays=england(), key=Key.NO)


def test_the_slowest_council_sets_the_pace_and_the_others_take_their_latest_meeting_that_keeps_it() -> None:
    routes = together(
        council("Ambermere", date(2024, 6, 13), date(2024, 7, 2)), council("Brackwater", date(2024, 7, 3))
    )

    found = routes[0]

    assert (found.route, found.submit_on, found.slack_days) == ("R17", date(2024, 7, 11), 8)
    assert found.name == "One text: Ambermere Tue 2 July, Brackwater Wed 3 July"
    assert dates(found)["agree_text"] == date(2024, 6, 24), "before the first of the two publishes its papers"
    assert len(routes) > 1


def test_where_one_council_has_no_meeting_in_time_no_joint_route_is_found_and_its_ways_out_say_so() -> None:
    routes = together(council("Ambermere", date(2024, 6, 13)), council("Brackwater", date(2024, 7, 25)))

    assert not any(each.fits for each in routes)
    assert all(each.name.startswith("Brackwater: ") for each in routes)
    assert (routes[0].why_not or "").startswith("Brackwater has no meeting that makes the deadline. ")


def test_one_council_alone_or_named_twice_is_refused() -> None:
    with pytest.raises(Refusal, match="no one to agree a text with"):
        together(council("Ambermere"))
    with pytest.raises(Refusal, match="given twice"):
        together(council("Ambermere"), council("ambermere"))


# Every part of the shape is a part of the route


def parts(each: PlannedRoute) -> list[tuple[str, str]]:
    return [(part.body, part.doing.value) for part in each.parts]


def test_who_finishes_sends_or_asks_is_a_part_of_the_route_with_its_day_as_the_bodies_are() -> None:
    late = plan("Cabinet 16 July, 25 July", as_of=date(2024, 7, 15), key=Key.YES)
    ordinary = plan(key=Key.NO)

    delegated = of(ordinary, "R2", date(2024, 6, 13))
    ratified, extended = way(late, Way.RATIFY), way(late, Way.EXTENSION)

    assert parts(delegated) == [("Cabinet", "decide"), ("The Leader and the chief executive", "finish")]
    assert delegated.parts[1].meets_on == delegated.in_force_on
    assert parts(of(ordinary, "R3", date(2024, 7, 11))) == [
        ("Overview and Scrutiny", "advise"), ("Cabinet", "decide"),
    ]  # fmt: skip
    assert parts(ratified)[0] == ("Chief executive", "send")
    assert parts(ratified)[1][1] == "ratify"
    assert parts(extended)[0] == ("Chief executive", "agree_delay")
    assert parts(way(plan("Cabinet 25 July"), Way.NOTE)) == [("Chief executive", "send"), ("Cabinet", "note")]


def test_what_was_decided_before_it_is_sent_is_not_left_to_be_ratified() -> None:
    found = way(plan("Cabinet 16 July", key=Key.NO), Way.RATIFY)

    assert parts(found) == [("Cabinet", "decide"), ("Chief executive", "send")]
