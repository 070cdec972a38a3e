"""What a report says of its papers, against the papers that are there."""

from __future__ import annotations

import dataclasses

import pytest

from moothall.documents.outline import outline
from moothall.documents.papers import entry_in
from moothall.documents.reading.text import read
from moothall.documents.review import review

HEAD = """# Savings Plan 2024

Ambermere District Council

Report to:\tCabinet
Date:\t11 July 2024

## Recommendations

1.1 That Cabinet approves the Savings Plan.

## Background

"""
LIST = "\n\n## Appendices\n\nAppendix A - Savings Plan\n\nAppendix B - Measures\n"


def told(text: str, name: str = "report.txt") -> dict[str, str]:
    return {remark.check: remark.message for remark in review(read(text.encode(), name)).remarks}


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("2.1 Three appendices are attached to this report.", True),
        ("2.1 Two appendices are attached to this report.", False),
        ("2.1 Three appendices of the plan of last year were long.", False),
        ("2.1 The plan has two appendices.", False),
    ],
)
def test_the_number_of_appendices_said_is_held_against_those_listed(words: str, is_told: bool) -> None:
    assert ("appendices_counted" in told(HEAD + words + LIST)) is is_told


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("2.1 A copy of the letter from the minister is attached at Appendix B.", True),
        ("2.1 The letter is attached at Appendix C.", True),
        ("2.1 The letter asks for a plan, which is attached at Appendix A, by July.", False),
        ("2.1 The minister wrote in April.", False),
        ("2.1 The letter can be read at https://www.ambermere.example/letter.", False),
        ("2.1 The letter can be found here.", False),
    ],
)
def test_a_letter_said_to_be_attached_is_looked_for_among_the_appendices(words: str, is_told: bool) -> None:
    assert ("letter_not_there" in told(HEAD + words + LIST)) is is_told


def test_a_letter_listed_among_the_appendices_is_there() -> None:
    listed = LIST.replace("Measures", "Letter from the minister")

    assert "letter_not_there" not in told(f"{HEAD}2.1 The letter is attached at Appendix B.{listed}")


def test_a_notice_of_a_key_decision_is_an_entry_and_a_report_is_none() -> None:
    notice = (
        "# Notice of key decision\n\nReference:\tKD 24/117\nTitle:\tSavings Plan\nDecision maker:\tCabinet\n"
        "Date of decision:\t11 July 2024\n"
    )

    entry = entry_in(outline(read(notice.encode(), "notice.txt")))

    assert entry is not None
    assert (entry.reference, entry.title, entry.decision_maker) == ("KD 24/117", "Savings Plan", "Cabinet")
    assert entry_in(outline(read((HEAD + LIST).encode(), "report.txt"))) is None


def test_a_plan_with_comments_left_in_the_file_is_remarked_on() -> None:
    plan = read(b"# Productivity Plan\n\nHow we have transformed services\n\nWe share staff.\n", "plan.txt")

    found = review(dataclasses.replace(plan, metadata={"comments": 2, "changes": 0}), url=None)

    assert found.kind.value == "plan"
    assert "The file still holds 2 comments." in [remark.message for remark in found.remarks]
