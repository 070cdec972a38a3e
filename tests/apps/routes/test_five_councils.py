"""The routes of five councils as their own covering reports of July 2024 tell them. The deadline was 19 July.

Councils' names and days are facts of those reports. Where a report gives no day the test says that its day is ours.
What each body resolved is what its report recommended: the reports do not tell what became of it.
"""

from __future__ import annotations

from datetime import date

import pytest

from moothall.apps.publications import actions as publications
from moothall.apps.routes import queries, walking
from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import Limb, Outcome, StepValue, Verb
from moothall.domain.own_routes import OwnRoute, OwnStep, faults
from moothall.domain.refusals import Refusal
from moothall.domain.route_table import Event
from moothall.domain.routes import Deed, Term
from moothall.domain.walks import End
from moothall.reference import authorities
from tests import people
from tests.people import Council
from tests.walked import Walking, july

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _prints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed is tried elsewhere; here it would take longer than the whole way to it."""
    monkeypatch.setattr(publications, "plan_pdf", lambda *_, **__: b"%PDF-1.7 of a plan")


def of(gss: str) -> Council:
    """A workspace of this council."""
    return people.council(authorities.by_gss(gss))


def test_harlow_decides_on_11_july_and_call_in_leaves_the_deadline_itself_and_no_day_more() -> None:
    walk = Walking(of("E07000073"), "R1", 11)
    noted = Limb(Verb.NOTE, "the plan"), Limb(Verb.APPROVE, "its publication and submission")

    decision = walk.resolve(0, 11, *noted, in_force=False)

    assert queries.in_force_on(decision) == july(19)
    with pytest.raises(Refusal, match="not in force until Friday 19 July"):
        walk.publish(18)
    walk.out(19)
    assert walk.end() is End.SENT


def test_north_herts_goes_by_an_informal_board_and_scrutiny_to_cabinet_which_leaves_the_last_words_to_two() -> None:
    """The report gives 4 June for the board and 9 July for Cabinet; the day of scrutiny is ours."""
    own = OwnRoute(
        "By the liaison board and scrutiny",
        (
            OwnStep("Political Liaison Board", BodyKind.COMMITTEE, Deed.ADVISE, "informal, and not in public"),
            OwnStep("Overview and Scrutiny Committee", BodyKind.SCRUTINY, Deed.ADVISE),
            OwnStep("Cabinet", BodyKind.EXECUTIVE, Deed.DECIDE),
            OwnStep("Managing Director", BodyKind.OFFICER, Deed.FINISH, "with the Leader of the Council"),
        ),
    )
    walk = Walking(of("E07000099"), "own", parts=own.parts)
    left = Limb(Verb.DELEGATE, "amendments", "", ("Leader of the Council", "Managing Director"))

    walk.resolve(0, 4, Limb(Verb.ENDORSE, "the draft"), month=6, plan_version=None)
    walk.resolve(1, 2, Limb(Verb.RECOMMEND, "the option that delegates"))
    decision = walk.resolve(2, 9, Limb(Verb.APPROVE, "the plan for submission"), left)
    later = walk.later_version(16)
    walk.finish(3, decision, later, 17, delegate="Managing Director", within="")
    walk.out(19, later, note="Finished under limb 2.")

    assert faults(own) == ()
    assert walk.end() is End.SENT


def test_oadby_and_wigston_endorses_at_full_council_what_a_group_of_the_county_began() -> None:
    """The report gives no day of the meeting: 16 July is ours. Officers of several councils began the text together."""
    council = StepValue("Council", BodyKind.FULL_COUNCIL, True, july(16), terms=(Term.OTHER_COUNCILS,))
    walk = Walking(of("E07000135"), "R6", parts=(council,))
    walk.record(
        0, Event.OTHER_COUNCIL_DECIDED, 9, "North West Leicestershire", "It noted a plan of its own from the same work."
    )

    walk.resolve(
        0, 16, Limb(Verb.ENDORSE, "the plan"), Limb(Verb.APPROVE, "its submission"), Limb(Verb.NOTE, "the letter")
    )
    walk.out(18)

    assert walk.end() is End.SENT
    assert walk.page().is_endorsed


@pytest.mark.parametrize(
    ("outcome", "end"), [(Outcome.AGREED, End.SENT), (Outcome.CHANGED, End.SENT), (Outcome.NOT_SENT, End.NOT_SENT)]
)
def test_test_valley_may_approve_the_plan_or_another_iteration_or_none(outcome: Outcome, end: End) -> None:
    """Cabinet on 10 July had three options: approve the plan, approve some other iteration, not approve."""
    walk = Walking(of("E07000093"), "R1", 10)

    walk.resolve(
        0, 10, Limb(Verb.AGREE if end is End.NOT_SENT else Verb.APPROVE, "the option"), outcome=outcome,
        outcome_reason="Members chose the third option." if end is End.NOT_SENT else "",
    )  # fmt: skip
    if outcome is Outcome.AGREED:
        walk.out(18)
    elif outcome is Outcome.CHANGED:
        walk.out(18, walk.later_version(11, "another iteration"), note="As Cabinet changed it on 10 July.")

    assert walk.end() is end


def test_newark_and_sherwood_notes_on_23_july_what_had_gone_four_days_before() -> None:
    walk = Walking(of("E07000175"), "R14", 19, 23)
    walk.out(19)

    decision = walk.resolve(1, 23, Limb(Verb.NOTE, "the plan"))

    assert (date(2024, 7, 23) - date(2024, 7, 19)).days == 4
    assert walk.end() is End.SENT
    assert (queries.is_overseen(decision), queries.is_endorsed(decision)) == (True, False)
    assert walking.subject_to(walk.here.workspace) == (
        "",
        "Noted by Cabinet on Tuesday 23 July 2024, after it was sent. To note is not to endorse.",
    )
