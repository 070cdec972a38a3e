"""The texts of a plan in order: every difference is found, and each has its authority or is flagged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.domain.fingerprints import fingerprint
from moothall.domain.lineage import Account, CorrectionKind, Ground, Line, Reported, Text, between, line
from moothall.domain.lineage_checks import check_account, check_may_go_out, remarks, said_of
from moothall.domain.plans import (
    Answer,
    AnswerStatus,
    Barrier,
    Commitment,
    CommitmentStatus,
    Figure,
    FigureKind,
    Layout,
    Milestone,
    Partnership,
    Plan,
)
from moothall.domain.publications import Moment
from moothall.domain.refusals import Refusal
from moothall.domain.text_differences import Aspect, differences
from tests.examples import fewer

NOW = datetime(2024, 7, 18, 9, tzinfo=UTC)
PLAN = Plan(
    authority="X07000090",
    authority_name="Ambermere District Council",
    round="savings-plans",
    title="Savings Plan 2024",
    introduction="We are a small council.\n\nThis is our plan.",
    answers=(Answer("T1.Q1", AnswerStatus.ANSWERED, "We moved three offices into one.\n\nIt saved £140,000 a year."),),
    commitments=(
        Commitment(
            "C1", "transformation", "Share a legal service", "With a neighbour.", CommitmentStatus.PLANNED,
            (Milestone("C1.1", "Agreement signed", date(2024, 9, 30)),),
        ),
    ),
    barriers=(Barrier("B1", "Single-year settlements", "", "Settle for three years."),),
    partnerships=(Partnership("W1", "Waste", "the county council"),),
)  # fmt: skip


def later(plan: Plan = PLAN, *, due: date = date(2024, 10, 31)) -> Plan:
    """The same plan with its milestone due on another day."""
    (commitment,) = plan.commitments
    milestone = replace(commitment.milestones[0], due_on=due)
    return replace(plan, commitments=(replace(commitment, milestones=(milestone,)),))


def text(moment: Moment, plan: Plan, by: str = "Cabinet", on: date = date(2024, 7, 11)) -> Text:
    return Text(moment, plan, fingerprint(plan), on, by)


def account(*marks: str, ground: Ground = Ground.DELEGATION, is_confirmed: bool = True, number: int = 1) -> Account:
    return Account(
        id=number, ground=ground, marks=marks, made_by="the Leader", made_on=date(2024, 7, 18),
        words="The supplier wrote.", said_by="Ines Harcombe", said_at=NOW, body="Cabinet", decided_on=date(2024, 7, 11),
        limb="(c) delegates to the Leader minor changes", within="It is minor.",
        confirmed_by="Lena Rusk" if is_confirmed else "", confirmed_at=NOW if is_confirmed else None,
    )  # fmt: skip


def whole_line(*accounts: Account, published: Plan | None = None) -> Line:
    """Cabinet considered the plan and resolved on it, and another text was published."""
    return line(
        [
            text(Moment.CONSIDERED, PLAN),
            text(Moment.RESOLVED, PLAN),
            text(Moment.PUBLISHED, published or later(), "Ines Harcombe", date(2024, 7, 19)),
        ],
        accounts,
    )


def test_each_kind_of_change_is_named_with_its_place_and_its_words() -> None:
    changed = replace(
        later(),
        answers=(replace(PLAN.answers[0], text=PLAN.answers[0].text.replace("£140,000", "£150,000")),),
        partnerships=(replace(PLAN.partnerships[0], partners="two county councils"),),
        figures=(Figure("F1", "Reserves", "12", "£m", "2024", FigureKind.ACTUAL, "The budget"),),
        barriers=(),
        layout=Layout.TABLE,
    )

    found = {one.place: one for one in differences(PLAN, changed, {"T1.Q1": "What changed"})}

    assert {place: (one.aspect, one.before, one.after) for place, one in found.items()} == {
        "Question T1.Q1 What changed, words": (
            Aspect.WORDS, "It saved £140,000 a year.", "It saved £150,000 a year.",
        ),
        "Milestone C1.1 Agreement signed, day it is due": (Aspect.DATES, "30 September 2024", "31 October 2024"),
        "Partnership W1 Waste, who it is done with": (Aspect.OWNERS, "the county council", "two county councils"),
        "Figure F1 Reserves": (
            Aspect.FIGURES, "",
            "Reserves\n\nValue: 12\n\nUnit: £m\n\nPeriod: 2024\n\nKind: actual\n\nSource: The budget\n\n"
            "Recurrence: unsaid",
        ),
        "Barrier B1 Single-year settlements": (
            Aspect.WORDS, "Single-year settlements\n\nWhat is asked of government: Settle for three years.", "",
        ),
        "The plan, how it is set out": (Aspect.LAYOUT, "narrative", "table"),
    }  # fmt: skip


words = st.text(alphabet="ab \n", max_size=12)
plans = st.builds(
    lambda opening, answers, commitments, layout: replace(
        PLAN, introduction=opening, layout=layout,
        answers=tuple(Answer(f"Q{key}", AnswerStatus.ANSWERED, said) for key, said in answers.items()),
        commitments=tuple(
            Commitment(f"C{key}", "t", "One", said, CommitmentStatus.PLANNED, (Milestone("M", said, date(2024, 9, 1)),))
            for key, said in commitments.items()
        ),
    ),
    words,
    st.dictionaries(st.integers(0, 3), words, max_size=3),
    st.dictionaries(st.integers(0, 3), words, max_size=3),
    st.sampled_from(Layout),
)  # fmt: skip


@settings(max_examples=fewer(60))
@given(before=plans, after=plans)
def test_two_texts_differ_in_some_place_exactly_where_their_fingerprints_do(before: Plan, after: Plan) -> None:
    found = differences(before, after)

    assert bool(found) == (fingerprint(before) != fingerprint(after))
    assert len({one.mark for one in found}) == len(found)


def test_a_difference_nobody_can_account_for_is_flagged_and_keeps_the_text_from_going_out() -> None:
    found = whole_line()

    (remark,) = remarks(found)
    assert remark.check == "difference_without_authority"
    assert "1 difference between the text Cabinet resolved on and the text published on Friday 19 July 2024" in (
        remark.message
    )
    assert said_of(found, Moment.PUBLISHED) == (
        "What was published differs from what members resolved in 1 place, and no confirmed authority is on record for"
        " it."
    )
    with pytest.raises(Refusal, match="1 difference has no authority that counts"):
        check_may_go_out(found, note="")
    check_may_go_out(found, note="The Leader changed the day under limb (c).")


def test_an_authority_counts_once_a_second_person_confirmed_it_and_members_are_to_be_told() -> None:
    (difference,) = differences(PLAN, later())

    waiting = whole_line(account(difference.mark, is_confirmed=False))
    confirmed = whole_line(account(difference.mark))
    told = whole_line(
        replace(account(difference.mark), reported=(Reported("all members", date(2024, 7, 19), "By mail", "Ines"),))
    )

    assert [one.check for one in remarks(waiting)] == ["authority_not_confirmed"]
    assert [one.check for one in remarks(confirmed)] == ["change_not_reported_back"]
    assert remarks(told) == ()
    check_may_go_out(confirmed, note="")
    assert said_of(confirmed, Moment.PUBLISHED) == (
        "What was published differs from what members resolved in 1 place; it was made under a delegation, by the"
        " Leader."
    )
    assert confirmed.changes[1].placed[0].accounts[0].sentence == (
        "Made by the Leader on Thursday 18 July 2024 under limb (c) of the decision of Cabinet of Thursday 11 July"
        " 2024."
    )


def test_words_taken_back_and_put_in_again_need_their_authority_anew() -> None:
    (there,), (back,) = differences(PLAN, later()), differences(later(), PLAN)
    texts = [
        text(Moment.RESOLVED, PLAN), text(Moment.FINALISED, later()), text(Moment.PUBLISHED, PLAN),
        text(Moment.PUBLISHED, later()),
    ]  # fmt: skip

    found = line(texts, [account(there.mark, back.mark)])

    assert [len(change.open) for change in found.changes] == [0, 0, 1]


def test_what_changed_before_members_decided_rests_on_their_decision() -> None:
    texts = [
        text(Moment.CONSIDERED, PLAN, "Scrutiny"), text(Moment.CONSIDERED, later()), text(Moment.RESOLVED, later()),
    ]  # fmt: skip

    found = line(texts, [])

    assert (found.open, remarks(found)) == ((), ())
    assert found.changes[0].placed[0].decided_by == "Cabinet"
    assert between(found, 0, 2).placed[0].decided_by == "Cabinet"


def test_two_texts_far_apart_carry_what_was_given_on_the_way_between_them() -> None:
    at_the_meeting, by_the_leader = later(due=date(2024, 10, 1)), later()
    (first,), (second,) = differences(PLAN, at_the_meeting), differences(at_the_meeting, by_the_leader)
    texts = [
        text(Moment.CONSIDERED, PLAN), text(Moment.RESOLVED, at_the_meeting), text(Moment.SENT, by_the_leader),
    ]  # fmt: skip
    meeting = account(first.mark, ground=Ground.MEETING, number=1)

    both = between(line(texts, [meeting, account(second.mark, number=2)]), 0, 2)
    only_one = between(line(texts, [meeting]), 2, 0)

    assert [one.ground for one in both.placed[0].accounts] == [Ground.MEETING, Ground.DELEGATION]
    assert both.open == ()
    assert only_one.placed[0].is_flagged, "half of the way has no authority"


@pytest.mark.parametrize(
    ("ground", "said", "why"),
    [
        (Ground.MEETING, {"made_by": ""}, "Nobody is named"),
        (Ground.MEETING, {}, "where the meeting amended"),
        (Ground.DELEGATION, {"within": "Minor."}, "under which limb"),
        (Ground.DELEGATION, {"limb": "(c) delegates"}, "within the delegation"),
        (Ground.CORRECTION, {"words": "A slip."}, "what was wrong"),
    ],
)
def test_an_authority_says_what_one_of_its_kind_must_say(ground: Ground, said: dict[str, str], why: str) -> None:
    given_: dict[str, str] = {"limb": "", "minute": "", "within": "", "made_by": "the Leader", "words": ""} | said

    with pytest.raises(Refusal, match=why):
        check_account(ground, correction=None, **given_)
    check_account(
        Ground.CORRECTION, **(given_ | {"made_by": "Ines", "words": "A slip."}), correction=CorrectionKind.SPELLING
    )
