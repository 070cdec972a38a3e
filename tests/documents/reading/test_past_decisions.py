"""Past decisions as people keep them: tables, labels, plain lines; and what is wrong with a line."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.reading.past_decisions import MOST, read, read_text
from moothall.domain.past_decisions import PastDecision
from moothall.domain.refusals import Refusal
from moothall.reference import bank_holidays

HOLIDAYS = bank_holidays.england()
AUGUST = PastDecision(date(2019, 8, 29), date(2019, 8, 21), date(2019, 8, 20))


def decisions(text: str) -> tuple[PastDecision, ...]:
    return read_text(text, holidays=HOLIDAYS).decisions


@pytest.mark.parametrize(
    "text",
    [
        "20 August 2019, 21 August 2019, 29 August 2019",
        "21 August 2019, 20 August 2019, 29 August 2019",
        "20/8/19\t21/8/19\t29/8/19",
        "2019-08-20 2019-08-21 2019-08-29",
        "Tuesday 20th August 2019; Wed 21 Aug 2019; August 29, 2019",
        "Publication date: 21/08/2019 Date of decision: 20/08/2019 Effective from: 29/08/2019",
        "Date of Decision,Publication Date,Effective From\n20/08/2019,21/08/2019,29/08/2019",
        "Effective from\tWard\tDecided\tPublished\n29 August 2019\tAll\t20 August 2019\t21 August 2019",
        '{"decided": "2019-08-20", "published": "2019-08-21", "listed": "2019-08-29"}',
    ],
)
def test_the_same_decision_is_read_however_it_is_written(text: str) -> None:
    assert decisions(text) == (AUGUST,)


def test_two_dates_are_published_and_listed_with_the_time_and_the_name_beside_them() -> None:
    found = decisions("CD14 Parking charges, 11 July 2024 6.20pm, 19 July 2024")

    assert found == (
        PastDecision(date(2024, 7, 19), datetime.fromisoformat("2024-07-11T18:20"), None, "CD14 Parking charges"),
    )


def test_a_moment_with_an_offset_is_taken_to_england() -> None:
    assert decisions("2024-07-03T18:20Z 2024-07-12")[0].published == datetime.fromisoformat("2024-07-03T19:20")


def test_how_the_dates_were_told_apart_is_said_in_a_sentence() -> None:
    said = read_text("12 July 2024, 10 July 2024, 20 July 2024", holidays=HOLIDAYS).read_as
    turned = read_text("10 July 2024, 12 July 2024, 20 July 2024\n12/7/24, 10/7/24, 20/7/24", holidays=HOLIDAYS).read_as

    assert said == "Three dates on a line are read as published, decided and listed."
    assert "decided, published and listed, because nothing is published before it is decided" in turned
    assert "On 1 line that puts publication before the decision: check the order." in turned


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("31/06/2024, 9/7/2024", "31/06/2024 is not a day of the calendar: check it."),
        ("3 July, 9 July 2024", "“3 July” has no year. Write the day like 11 July 2019."),
        ("Monday 3 July 2024, 11 July 2024", "Wednesday 3 July 2024 is not a Monday: check the day."),
        ("3 and 4 July 2024, 11 July 2024", "is more than one day"),
        ("11 July 2024", "This line has one date"),
        ("Cabinet", "This line has no date"),
        ("1/7/24 2/7/24 3/7/24 4/7/24", "This line has 4 dates"),
        ("3 July 1990, 11 July 1990", "Bank holidays are not known for"),
        ('{"published": "2024-07-03"}', "no listed date"),
        ('{"published": ', "This line is not JSON."),
        ('{"made": "2024-07-03"}', "unknown key"),
    ],
)
def test_a_line_that_cannot_be_used_says_why_and_the_others_go_on(line: str, sentence: str) -> None:
    good = '{"published": "2024-07-03", "listed": "2024-07-11"}' if line.startswith("{") else "3/7/24, 11/7/24"

    found = read_text(
        f"{line if line.startswith('{') else good}\n{good if line.startswith('{') else line}", holidays=HOLIDAYS
    )

    assert len(found.decisions) == 1
    assert sentence in found.problems[0].problem


def test_a_cell_too_many_or_one_that_is_no_day_is_named() -> None:
    found = read_text("published,listed\n3/7/24,11/7/24,x\nsoon,11/7/24", holidays=HOLIDAYS)

    assert "more values than headings" in found.problems[0].problem
    assert found.problems[1].problem.startswith("“soon” is not one day")
    assert [line.number for line in found.problems] == [2, 3]


def test_a_spreadsheets_encodings_are_read() -> None:
    text = "published,listed,case\n3/7/24,11/7/24,Café licence"

    assert {
        read(text.encode(each), holidays=HOLIDAYS).decisions[0].case for each in ("utf-8-sig", "utf-16", "cp1252")
    } == {"Café licence"}


@pytest.mark.parametrize("text", ["", " \n \n", "3/7/24, 11/7/24\n" * (MOST + 2)])
def test_nothing_and_too_much_are_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_text(text, holidays=HOLIDAYS)


@given(st.text(max_size=300))
def test_any_text_is_understood_line_by_line_or_refused_in_a_sentence(text: str) -> None:
    try:
        found = read_text(text, holidays=HOLIDAYS)
    except Refusal as refusal:
        assert str(refusal)
        return

    assert all((line.decision is None) == bool(line.problem) for line in found.lines)
