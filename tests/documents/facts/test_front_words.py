"""What the front of a report says of itself: whether it is open, whether the decision is key, what papers it used."""

from typing import Any

import pytest

from moothall.documents.reading import text
from moothall.documents.review import review

REPORT = "Report to Cabinet\n\n# Savings Plan\n\n{}\n\n## Recommendations\n\nThat Cabinet approves the plan.\n"


def record_of(front: str) -> dict[str, Any]:
    read = review(text.read(REPORT.format(front).encode(), "report.txt"))
    return read.record.plain()


@pytest.mark.parametrize(
    ("words", "is_exempt"),
    [
        ("Public Report with Exempt Appendix", True),
        ("Open report with one confidential annex", True),
        ("Report status: Part open / part exempt", True),
        ("Public report with no exempt appendices", False),
        ("**This report is** Public", False),
        ("| Open or closed | Open |\n|---|---|\n| Wards | All |", False),
        ("## Implications\n\n| Human rights | No | Risk | Yes |\n|---|---|---|---|\n"
         "| Equalities | No | Exempt from publication | No |", False),
        ("## Exempt from publication", None),
        ("## Access to Information: Background Papers\n\nNone.", None),
    ],
)  # fmt: skip
def test_a_report_is_exempt_or_open_as_its_words_say(words: str, is_exempt: bool | None) -> None:
    exempt = record_of(words)["exempt"]

    assert (exempt["value"] if isinstance(exempt, dict) else None) is is_exempt


@pytest.mark.parametrize(
    ("words", "is_key"),
    [
        ("Report for Key / Non Key Decision: Key decision", True),
        ("| Key/Non-Key Decision: | Non-key |\n|---|---|\n| Wards | All |", False),
        ("KEY / NON-KEY DECISION", None),
        ("Is this a Key Decision and has it been included on the Forward Plan?\n\nNo, but it has been included", False),
        ("This is notice of the following key decision: approval of the Savings Plan.", True),
        ("7. Savings Plan (Key Decision)", True),
        ("7. Savings Plan [Non-key]", False),
        ("7. Leisure contract (Key Decision)", None),
    ],
)
def test_a_label_that_offers_both_answers_gives_neither(words: str, is_key: bool | None) -> None:
    assert record_of(words)["key_decision"] is is_key


@pytest.mark.parametrize(
    "words",
    [
        "## Access to Information: Background Papers\n\nNone.",
        "## Papers we used\n\nNone",
        "Local Government Act 1972: List of background papers - Nil",
    ],
)
def test_a_report_that_used_no_papers_says_so(words: str) -> None:
    assert record_of(words)["background_papers"] == "none"


def test_plain_questions_head_what_a_report_says_of_each_kind() -> None:
    front = (
        "## What will it cost?\n\nNothing.\n\n## What does the law say?\n\nIt is lawful.\n\n"
        "## Does it treat people fairly?\n\nYes.\n\n## What might go wrong?\n\nVery little.\n\n"
        "## Who have we talked to?\n\nOur staff forum.\n"
    )

    record = record_of(front)

    kinds = [each["kind"] for each in record["implications"] if isinstance(each, dict)]
    assert kinds == ["financial", "legal", "equalities", "risk"]
    assert record["consultees"] == ["staff forum"]
