"""What the department said of a plan: candidates, responses, and how each recommendation stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from moothall.domain import department_replies as domain
from moothall.domain.department_replies import Point, Reply, Response, Said, State, What
from moothall.domain.refusals import Refusal

ACCEPTED = Said(
    What.ANSWERED, date(2024, 8, 1), response=Response.PARTLY, words="It saves time", who="Head of digital",
    due_on=date(2024, 12, 1),
)  # fmt: skip
POINT = Point(1, "Share one customer record with the county.")


def test_a_text_of_recommendations_is_parted_by_empty_lines_and_loses_its_printed_numbers() -> None:
    assert domain.points_in("1. Share the\r\nrecord.\r\n\r\n(2) Publish spend.\n\n\n2030 is too late.") == (
        "Share the record.", "Publish spend.", "2030 is too late.",
    )  # fmt: skip


def test_passages_that_share_two_words_are_candidates_in_the_order_of_the_plan() -> None:
    parts = {
        "T1.Q1": ("What changed", "We moved three offices.\n\nCustomers have records with us."),
        "T2.Q1": ("Data", "We share one customer record."),
        "M1": ("Agency spend", "Agency spend, from the performance report"),
    }

    found = domain.candidates(POINT.text, parts)

    assert [(one.part, one.passage) for one in found] == [
        ("T1.Q1", "Customers have records with us."), ("T2.Q1", "We share one customer record."),
    ]  # fmt: skip
    assert found[1].shared == ("customer", "record", "share")


def test_an_accepted_recommendation_is_to_be_done_overdue_and_done_and_a_later_response_opens_it_again() -> None:
    accepted = replace(POINT, said=(ACCEPTED,))
    done = replace(POINT, said=(ACCEPTED, Said(What.DONE, date(2024, 11, 1), words="Cabinet, minute 12")))
    again = replace(POINT, said=(*done.said, replace(ACCEPTED, response=Response.NO)))

    assert POINT.state(as_of=date(2024, 8, 2)) is State.OPEN
    assert accepted.state(as_of=date(2024, 12, 1)) is State.TO_DO
    assert accepted.state(as_of=date(2024, 12, 2)) is State.OVERDUE
    assert done.sentence == (
        "Accepted in part: It saves time. Head of digital, by Sunday 1 December 2024."
        " Done on Friday 1 November 2024: Cabinet, minute 12."
    )
    assert again.state(as_of=date(2025, 1, 1)) is State.NOT_ACCEPTED
    replies = [Reply(1, "The department", date(2024, 7, 20), "", (accepted, done))]
    assert domain.answer_of(replies, as_of=date(2024, 8, 2)) == "2 recommendations: 1 to be done, 1 done."


@pytest.mark.parametrize(
    ("said", "new", "sentence"),
    [
        ((), replace(ACCEPTED, words=" "), "A response needs its reason"),
        ((), replace(ACCEPTED, due_on=None), "by somebody by a day"),
        ((), Said(What.DONE, date(2024, 8, 1), words="So"), "Nothing of it was accepted"),
        ((ACCEPTED,), Said(What.DONE, date(2024, 7, 1), words="So"), "done before it was received"),
        ((), Said(What.UNMATCHED, date(2024, 8, 1), part="M1"), "not matched with that passage"),
    ],
)
def test_what_cannot_be_said_of_a_recommendation_is_refused(said: tuple[Said, ...], new: Said, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        domain.check_said(replace(POINT, said=said), new, received_on=date(2024, 7, 20), today=date(2024, 8, 2))
