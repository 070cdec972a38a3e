"""What a report promised for later: candidates, owners, and how each stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from moothall.domain import follow_ups as domain
from moothall.domain.follow_ups import FollowUp, Owner, Said, State, What
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport, Implication

TODAY = date(2024, 10, 2)
ROW = FollowUp(1, "An equality assessment", "Implications", Owner("Head of policy", "Ines"), date(2024, 10, 1))


def test_a_promise_of_the_report_is_a_candidate_until_it_is_taken_up() -> None:
    report = CommitteeReport(
        "Ambermere", "Plan", "Cabinet", None,
        implications=(
            Implication("equality", "Later.", promised="An assessment", promised_by=date(2024, 10, 1)),
            Implication("legal", "None.", is_none=True),
        ),
    )  # fmt: skip

    found = domain.candidates(report, ())

    assert [(one.text, one.place, one.due_on) for one in found] == [
        ("An assessment", "Implications of the report: equality", date(2024, 10, 1))
    ]
    assert domain.candidates(report, [found[0].key]) == ()


def test_it_is_overdue_the_day_after_and_a_change_moves_the_owner_and_the_day() -> None:
    moved = replace(ROW, said=(Said(What.CHANGED, TODAY, "She left", Owner("Head of policy"), date(2024, 12, 1)),))
    done = replace(moved, said=(*moved.said, Said(What.DONE, TODAY, "Council, minute 31.")))

    assert ROW.state(as_of=date(2024, 10, 1)) is State.WAITING
    assert ROW.state(as_of=TODAY) is State.OVERDUE
    assert moved.state(as_of=TODAY) is State.WAITING and moved.is_vacant and not ROW.is_vacant
    assert moved.sentence(as_of=TODAY) == (
        "Head of policy, with nobody in the post. It is due on Sunday 1 December 2024."
    )
    assert done.sentence(as_of=TODAY) == "Done on Wednesday 2 October 2024: Council, minute 31."
    assert domain.answer_of([ROW, moved], as_of=TODAY) == ("2 things were promised, and 2 wait, 1 of them overdue.")
    assert domain.answer_of([ROW], as_of=TODAY) == "One thing was promised, and it is overdue."
    with pytest.raises(Refusal, match="settled already"):
        domain.check_said(done, Said(What.DROPPED, TODAY, "No"), today=TODAY)
    with pytest.raises(Refusal, match="It is not said what shows that it is done"):
        domain.check_said(ROW, Said(What.DONE, TODAY, ""), today=TODAY)
