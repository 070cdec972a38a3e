"""Ways a report says by when the plan is due."""

import pytest

from moothall.documents.reading import text
from moothall.documents.review import review

REPORT = (
    "# Savings Plan\n\nReport to: Cabinet\n\nDate: 11 July 2024\n\n## 1. Background\n\n1.1 {}\n\n"
    "## 2. Recommendations\n\n2.1 That Cabinet approves the plan.\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "The letter asks for a plan by 19 July 2024, endorsed by members and published on the council's website.",
        "Plans must be submitted to the department by 19 July 2024.",
        "The deadline for submission of plans is 19 July 2024.",
        "The deadline for submission of Savings Plans remains Friday 19 July.",
        "The closing date for returns was 19 July 2024.",
        "All upper-tier councils have been asked to publish plans by July 19th 2024.",
        "The Department has requested that all local authorities submit a plan by 19/07/24.",
        "Plans were due with the Department by Friday 19 July.",
        "The plan must be lodged with Government by noon on Friday 19 July 2024.",
        "The plan had to reach DLUHC by 19 July 2024.",
        "The letter gives until 19 July 2024.",
        "The Ministry set a date of 19 July 2024.",
        "To meet the date of 19 July 2024 set by the letter to chief executives.",
        "The Government asked in April for a plan from every principal council by 19 July 2024.",
        "We must send our answer by 19 July 2024.",
        "Every council has been told to draw up a plan by July 19, 2024.",
        "It was noted that the plan would be sent by the 19th of July.",
        "The plan was approved by Cabinet on 9 July 2024 and sent ahead of the 19 July 2024 deadline.",
        "We have to write a savings plan. The Government wants it by 19 July 2024.",
    ],
)
def test_the_deadline_is_read_where_the_words_ask_for_it(words: str) -> None:
    read = review(text.read(REPORT.format(words).encode(), "report.txt"))

    assert read.record is not None
    assert read.record.plain()["deadline"] == "2024-07-19"


@pytest.mark.parametrize(
    "words",
    [
        "The decision may be called in by 19 July 2024.",
        "Comments on the consultation must be sent by 19 July 2024.",
        "The agenda must be published by 19 July 2024.",
        "The plan was submitted on 19 July 2024.",
        "Plans must be submitted to the department by Thursday 19 July.",
        "The new system will be in place by 19 July 2024.",
        "Directors were asked to write their sections of the plan by 19 July 2024.",
        "The plan was circulated to members by 19 July 2024.",
        "Cabinet must agree the plan by 19 July 2024.",
        "The Government will publish its response to the plans by 19 July 2024.",
        "We will submit a bid to the transformation fund by 19 July 2024.",
        "The council had to agree its Local Plan by 19 July 2024.",
        "We must agree a plan for the depot by 19 July 2024.",
    ],
)
def test_another_day_is_not_taken_for_the_deadline(words: str) -> None:
    read = review(text.read(REPORT.format(words).encode(), "report.txt"))

    assert read.record is not None
    assert read.record.plain()["deadline"] is None
