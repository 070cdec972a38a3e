"""Earlier stages, papers, options, powers and what is watched, in labels and sentences of many councils."""

from __future__ import annotations

from typing import Any

import pytest

from moothall.documents.reading import text
from moothall.documents.review import review

HEAD = (
    "# Report to Cabinet, 10 July 2024\n\n# Productivity Plan\n\nReport of: Petra Holme, Head of Policy\n\n"
    "## Recommendations\n1. That Cabinet approves the plan.\n\n"
)


def told(words: str, field: str) -> Any:
    return getattr(review(text.read(f"{HEAD}{words}\n".encode(), "report.md")).record, field)


@pytest.mark.parametrize(
    ("words", "stages"),
    [
        ("The Overview Committee looked at a draft plan on 24 June 2024.", [("Overview Committee", "2024-06-24")]),
        ("Council minute 12 of 4 March 2024, which delegated authority.", [("Council", "2024-03-04")]),
        ("Prior consideration by any other Committee or Panel: Scrutiny Board, 2 July 2024",
         [("Scrutiny Board", "2024-07-02")]),
        ("The plan was sent to the Scrutiny Board on 3 July 2024.", []),
        ("Council minute 12 of 4 March 2024 set the tax.", []),
    ],
)  # fmt: skip
def test_earlier_stages_are_those_that_saw_the_plan(words: str, stages: list[tuple[str, str]]) -> None:
    found = told(f"## Background\n{words}", "earlier_stages")

    assert [(each["body"], each["date"]) for each in found or ()] == stages


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("## Alternatives\nNo other options were considered because every council must send one.", "options", "none"),
        ("## Alternatives\n(blank)", "options", None),
        ("## Background papers (as defined by Section 100D)\n\nNone", "background_papers", "none"),
        ("| BACKGROUND PAPERS | Contact officer: Petra Holme |\n|---|---|\n| The letter | Telephone: 01234 567890 |",
         "background_papers", ("The letter",)),
        ("Power relied on: Part 3 of the Constitution", "power", "Part 3 of the Constitution"),
        ("## Next\nProgress will be brought to the Audit Board each quarter.", "monitoring", ("Audit Board",)),
        ("## Next\nThe plan will be reported to Cabinet on 15 July 2024.", "monitoring", None),
        ("The letter asks about staff surveys. Officers suggest that these are not answered.",
         "unanswered_questions", ("staff surveys",)),
        ("## Appendices\nAppendix A - The plan\n\nRelevant previous Minutes: None", "appendices",
         ("Appendix A - The plan",)),
    ],
)  # fmt: skip
def test_a_report_says_it_in_its_own_words(words: str, field: str, value: object) -> None:
    assert told(words, field) == value
