"""Which day holds when a later one was asked for: only a grant that stands moves it."""

from dataclasses import replace
from datetime import date

import pytest

from moothall.domain.extensions import Entry, Kind, Reply, check_answered, check_asked, due, extensions
from moothall.domain.refusals import Refusal

CALLED = date(2024, 7, 19)
ASKED = Entry(1, Kind.ASKED, date(2024, 6, 24), who="The department", words="May we?", until_on=date(2024, 7, 31))
GRANTED = Entry(
    2, Kind.ANSWERED, date(2024, 6, 28), who="The department", until_on=date(2024, 7, 31), reply=Reply.GRANTED, about=1
)


def holds(*entries: Entry) -> date:
    return due(CALLED, extensions(entries)).on


def test_asking_moves_nothing_and_a_grant_does() -> None:
    assert holds(ASKED) == CALLED
    assert holds(ASKED, GRANTED) == date(2024, 7, 31)
    assert "A later day was agreed by The department on" in due(CALLED, extensions([ASKED, GRANTED])).reason


@pytest.mark.parametrize("reply", [Reply.REFUSED, Reply.NO_ANSWER])
def test_a_refusal_and_silence_leave_the_day_of_the_round(reply: Reply) -> None:
    answer = replace(GRANTED, reply=reply, until_on=None)

    assert holds(ASKED, answer) == CALLED
    assert extensions([ASKED, answer])[0].sentence.startswith(("Refused on", "No answer by"))


def test_a_grant_taken_back_or_answered_anew_holds_no_more() -> None:
    later = replace(GRANTED, pk=3, on=date(2024, 7, 2), until_on=date(2024, 7, 24))
    withdrawn = Entry(4, Kind.WITHDRAWN, date(2024, 7, 3), about=1, reason="Cabinet meets earlier")

    assert holds(ASKED, GRANTED, later) == date(2024, 7, 24)
    assert holds(ASKED, GRANTED, later, withdrawn) == CALLED


def test_a_correction_stands_in_place_and_the_answer_follows_the_request_it_corrects() -> None:
    right = replace(ASKED, pk=5, on=date(2024, 6, 25), corrects=1, reason="A slip")

    found = extensions([ASKED, GRANTED, right])

    assert len(found) == 1
    assert found[0].asked is right
    assert found[0].answer is GRANTED
    assert found[0].earlier == (ASKED,)


def test_an_amendment_of_the_round_for_everybody_is_not_undone_by_an_earlier_grant() -> None:
    assert due(date(2024, 8, 30), extensions([ASKED, GRANTED])).on == date(2024, 8, 30)


def test_what_makes_no_sense_is_refused_with_what_to_do() -> None:
    asked = extensions([ASKED])[0]
    said = {"reply": Reply.GRANTED, "on": date(2024, 6, 28), "asked": asked, "called_on": CALLED}

    with pytest.raises(Refusal, match="no later day"):
        check_asked(on=ASKED.on, who="x", words="y", until_on=CALLED, called_on=CALLED, today=date(2024, 7, 1))
    with pytest.raises(Refusal, match="still to come"):
        check_asked(on=ASKED.on, who="x", words="y", until_on=None, called_on=CALLED, today=date(2024, 6, 1))
    with pytest.raises(Refusal, match="has a day"):
        check_answered(**said, until_on=None, today=date(2024, 7, 1))  # type: ignore[arg-type]
    with pytest.raises(Refusal, match="not said to be granted"):
        check_answered(**said | {"reply": Reply.REFUSED}, until_on=CALLED, today=date(2024, 7, 1))  # type: ignore[arg-type]
