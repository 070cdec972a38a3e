"""Labels that stand side by side in one line are read apart, and words that only look like labels are left whole."""

from __future__ import annotations

import pytest

from moothall.documents.labels_side_by_side import side_by_side


def parts(words: str) -> list[str]:
    starts = [0, *side_by_side(words)]
    return [words[start:end].strip(" \t|") for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ward(s): All    Key decision: Yes", ["Ward(s): All", "Key decision: Yes"]),
        ("Wards affected: All Wards Key Decision: No", ["Wards affected: All Wards", "Key Decision: No"]),
        ("Report to: Cabinet\tDate: 9 July 2024", ["Report to: Cabinet", "Date: 9 July 2024"]),
        ("Key decision: Yes | Call-in: Yes | Wards: All", ["Key decision: Yes", "Call-in: Yes", "Wards: All"]),
        ("Part 1   Date of meeting: 10 July 2024", ["Part 1", "Date of meeting: 10 July 2024"]),
    ],
)
def test_each_label_of_a_line_has_its_own_words(line: str, told: list[str]) -> None:
    assert parts(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "Lead Officer: Jo Merrin, Policy Officer Telephone (01632) 960222 Email address: jo@example.org",
        "Report author: Jo Merrin Job Title: Policy Officer",
        "Recommendation: That Cabinet approves the following: the plan",
        "The Leader said at the meeting: Key points were made",
    ],
)
def test_words_of_one_label_stay_together(line: str) -> None:
    assert parts(line) == [line]
