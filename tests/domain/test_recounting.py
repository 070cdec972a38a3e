"""A chosen route counted again: a meeting moved, a holiday proclaimed late, a rule changed. Both dates, and why."""

from __future__ import annotations

from datetime import date, datetime, time

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.call_in_rules import CallInRule
from moothall.domain.clocks import call_in
from moothall.domain.days import Holidays, Length, Unit
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.recounting import Change, Difference, Recount, Standing, call_in_again, recount
from moothall.domain.rule_packs import RulePack
from moothall.domain.situation import Key, Situation
from moothall.reference.bank_holidays import england
from moothall.reference.rule_packs import default

PACK = default(Governance.EXECUTIVE)
LETTER, DEADLINE = date(2024, 4, 16), date(2024, 7, 19)
BEFORE_THE_NEWS, AFTER_THE_NEWS = date(2022, 9, 1), date(2022, 9, 15)


def cabinet(on: date, at: time | None = time(18)) -> Meeting:
    return Meeting("Cabinet", BodyKind.EXECUTIVE, on, at)


def chosen(
    meeting: Meeting,
    *,
    as_of: date = LETTER,
    deadline_on: date = DEADLINE,
    holidays: Holidays | None = None,
    id_: str = "R1",
) -> PlannedRoute:
    """The route by one meeting, as it was chosen with this table of holidays."""
    routes = plan_routes(
        as_of=as_of, deadline_on=deadline_on, meetings=[meeting], pack=PACK, holidays=holidays or england(), key=Key.YES
    )
    return next(each for each in routes if each.route == id_)


def situation(*, pack: RulePack = PACK, holidays: Holidays | None = None, deadline_on: date = DEADLINE) -> Situation:
    return Situation(LETTER, deadline_on, pack, pack.governance, Key.UNSURE, True, holidays or england())


def moved(to: Meeting, *, was: date, as_of: date, reason: str = "") -> Recount:
    route = chosen(cabinet(was, to.starts_at))
    return recount(route, [Standing(was, to, reason=reason)], situation(), as_of=as_of)


def of(found: Recount, step: str) -> Difference:
    return next(one for one in found.differences if (one.now or one.was).step == step)  # type: ignore[union-attr]


def test_nothing_differs_while_nothing_has_happened() -> None:
    found = moved(cabinet(date(2024, 7, 9)), was=date(2024, 7, 9), as_of=date(2024, 5, 24))

    assert not found.is_changed
    assert {one.change for one in found.differences} == {Change.SAME}
    assert found.now.steps == found.was.steps
    assert found.tables == ()


def test_a_cabinet_moved_from_9_to_16_july_2024_misses_the_deadline_and_both_dates_stand_side_by_side() -> None:
    found = moved(
        cabinet(date(2024, 7, 16)), was=date(2024, 7, 9), as_of=date(2024, 5, 24), reason="The election is on 4 July"
    )

    papers, open_until, sent = of(found, "agenda_publication"), of(found, "call_in"), of(found, "submit")
    assert papers.was and papers.now and (papers.was.on, papers.now.on) == (date(2024, 7, 1), date(2024, 7, 8))
    assert open_until.was and open_until.now
    assert (open_until.was.on, open_until.now.on) == (date(2024, 7, 16), date(2024, 7, 23))
    assert sent.was and sent.now and (sent.was.on, sent.now.on) == (date(2024, 7, 17), date(2024, 7, 24))
    assert found.breaks == (
        "The deadline of Friday 19 July 2024 is missed by 5 days: the plan can be sent on Wednesday 24 July 2024.",
    )
    assert papers.why == (
        "Cabinet was moved from Tuesday 9 July 2024 to Tuesday 16 July 2024. The election is on 4 July.",
    )
    assert (found.now.fits, found.now.slack_days, found.now.name) == (False, -5, "Cabinet, Tue 16 July")


def test_a_moved_meeting_whose_agenda_is_out_keeps_that_day_and_owes_a_notice_for_the_new_one() -> None:
    found = moved(cabinet(date(2024, 7, 16)), was=date(2024, 7, 9), as_of=date(2024, 7, 3))

    papers, again = of(found, "agenda_publication"), of(found, "agenda_again")
    assert papers.change is Change.KEPT and papers.now and papers.now.on == date(2024, 7, 1)
    assert again.change is Change.NEW and again.now and again.now.on == date(2024, 7, 8)
    assert again.why == ("The agenda has been out for Tuesday 9 July 2024, and the meeting has another day.",)
    assert again.breaks == ()


def test_a_meeting_moved_again_moves_the_second_notice_too() -> None:
    first = moved(cabinet(date(2024, 7, 16)), was=date(2024, 7, 9), as_of=date(2024, 7, 3)).now

    again = recount(
        first, [Standing(date(2024, 7, 16), cabinet(date(2024, 7, 18)))], situation(), as_of=date(2024, 7, 4)
    )

    notices = [one for one in again.differences if one.now and one.now.step == "agenda_again"]
    assert [(one.was and one.was.on, one.now and one.now.on) for one in notices] == [
        (date(2024, 7, 8), date(2024, 7, 10))
    ]


def test_a_meeting_brought_forward_shows_which_notice_is_now_too_late() -> None:
    found = moved(cabinet(date(2024, 7, 4)), was=date(2024, 7, 16), as_of=date(2024, 7, 1))

    notice, papers = of(found, "key_decision_notice"), of(found, "agenda_publication")
    assert notice.change is Change.KEPT
    assert "planned for Monday 17 June 2024, but it had to be done by Wednesday 5 June 2024" in notice.breaks[0]
    assert papers.now and papers.now.on == date(2024, 6, 26)
    assert papers.breaks == (
        "Put the agenda and reports on public view: it had to be done by Wednesday 26 June 2024, which is past.",
    )
    assert not found.now.fits


def test_a_cancelled_meeting_breaks_the_route_and_changes_no_date() -> None:
    was = date(2024, 7, 9)

    found = recount(
        chosen(cabinet(was)),
        [Standing(was, cabinet(was), is_cancelled=True, reason="No quorum")],
        situation(),
        as_of=was,
    )

    assert found.is_changed
    assert found.breaks == (
        "Cabinet on Tuesday 9 July 2024 is cancelled. No quorum. Choose another route, or another meeting.",
    )
    assert {one.change for one in found.differences} == {Change.SAME}


def test_what_has_been_held_keeps_its_day() -> None:
    was = date(2024, 7, 9)

    found = recount(
        chosen(cabinet(was)), [Standing(was, cabinet(was), has_met=True)], situation(), as_of=date(2024, 7, 10)
    )

    assert not found.is_changed


def test_the_state_funeral_moves_a_call_in_that_was_computed_on_1_september_2022() -> None:
    """Published Wed 14 Sept 2022: in force on Thu 22 Sept by what was known on the 1st, Fri 23 Sept from the 10th."""
    route = chosen(
        cabinet(date(2022, 9, 14)),
        as_of=date(2022, 7, 1),
        deadline_on=date(2022, 9, 30),
        holidays=england(BEFORE_THE_NEWS),
    )
    now = situation(holidays=england(AFTER_THE_NEWS), deadline_on=date(2022, 9, 30))

    found = recount(route, [Standing(date(2022, 9, 14), cabinet(date(2022, 9, 14)))], now, as_of=AFTER_THE_NEWS)

    in_force = of(found, "in_force")
    assert in_force.was and in_force.now
    assert (in_force.was.on, in_force.now.on) == (date(2022, 9, 22), date(2022, 9, 23))
    assert in_force.why == (
        "Monday 19 September 2022 is a bank holiday (State Funeral of Queen Elizabeth II), proclaimed on Saturday"
        " 10 September 2022. It was counted as a working day.",
    )
    assert of(found, "submit").change is Change.OTHER
    assert "as known on Thursday 1 September 2022" in found.tables[0]
    assert "as known on Thursday 15 September 2022" in found.tables[0]


def test_the_moved_jubilee_holiday_gives_a_day_back_and_takes_two() -> None:
    """Published Thu 26 May 2022: Sat 4 June with 30 May as the holiday of every diary, Tue 7 June as it was moved."""
    diary, now = england(date(2020, 11, 1)), england(date(2022, 5, 1))
    stands = call_in.deadline(date(2022, 5, 26), rule=CallInRule(), holidays=diary)
    today = call_in.deadline(date(2022, 5, 26), rule=CallInRule(), holidays=now)

    found = call_in_again(stands, today, situation(holidays=now))

    assert (stands.effective_on, today.effective_on) == (date(2022, 6, 4), date(2022, 6, 7))
    assert found.differs
    assert found.why[0] == (
        "Monday 30 May 2022 is no bank holiday after all: it was counted as one (Spring bank holiday), and the day was"
        " moved."
    )
    assert found.why[1].startswith("Thursday 2 June 2022 is a bank holiday (Spring bank holiday), proclaimed on")
    assert found.why[2].startswith("Friday 3 June 2022 is a bank holiday (Platinum Jubilee), proclaimed on")
    assert "as known on Sunday 1 November 2020" in found.table


def test_a_changed_call_in_rule_shows_both_ends_and_says_that_it_is_the_rule() -> None:
    published = datetime.combine(date(2024, 7, 11), time(20))
    stands = call_in.deadline(published, rule=CallInRule(), holidays=england())
    three = CallInRule(length=Length(3, Unit.WORKING))
    noon = CallInRule(closes=time(12))

    shorter = call_in_again(stands, call_in.deadline(published, rule=three, holidays=england()), situation())
    earlier = call_in_again(stands, call_in.deadline(published, rule=noon, holidays=england()), situation())

    assert shorter.why == ("The rule has changed: 5 days were counted, and now 3.",)
    assert earlier.why == ("The rule has changed: it closed at the end of the day, and now closes at noon.",)


def test_a_closure_entered_since_is_named_with_its_day() -> None:
    closed = CallInRule(closures=frozenset({date(2024, 7, 15)}))
    stands = call_in.deadline(date(2024, 7, 11), rule=CallInRule(), holidays=england())

    found = call_in_again(stands, call_in.deadline(date(2024, 7, 11), rule=closed, holidays=england()), situation())

    assert found.differs
    assert found.why[0].startswith("Monday 15 July 2024 does not count any more (council closed")


def test_a_published_call_in_that_would_be_the_same_today_does_not_differ_and_names_no_other_table() -> None:
    stands = call_in.deadline(date(2024, 7, 11), rule=CallInRule(), holidays=england())

    found = call_in_again(stands, stands, situation())

    assert not found.differs
    assert (found.why, found.table) == ((), "")
    assert call_in_again(stands, None, situation()).why == ("By the rules of today it could not be called in.",)
