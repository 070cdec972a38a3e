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
    ],
)
def test_another_day_is_not_taken_for_the_deadline(words: str) -> None:
    read = review(text.read(REPORT.format(words).encode(), "report.txt"))

    assert read.record is not None
    assert read.record.plain()["deadline"] is None
