"""The receipt: who certified what and when, and whether it is one text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moothall.documents.layouts import receipt
from moothall.documents.writing import html
from moothall.documents.writing.document import Document
from tests.documents.invented import SENT


def said(document: Document) -> str:
    return html.write(document).decode()


def test_it_says_who_certified_what_was_sent_when_and_to_whom() -> None:
    text = said(receipt.compose(SENT))

    for words in (
        "E07999901-20240719-1-ABCDEF",
        "Daniel Ferris, chief executive",
        "Friday 19 July 2024 at 10.42am",
        "plans@department.example",
        "Productivity Plan 2024, published version 1",
        "This is the text that Cabinet approved.",
        "approved</strong> the plan at Appendix A",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("resolved", "verdict"),
    [
        (SENT.plan_fingerprint, "Yes. The text that was sent is the text that members agreed."),
        ("0" * 64, "No. The text that was sent is not the text that members agreed."),
        ("", "No agreed text is on record"),
    ],
)
def test_whether_it_is_one_text_is_worked_out_from_the_fingerprints(resolved: str, verdict: str) -> None:
    assert verdict in said(receipt.compose(replace(SENT, resolved_fingerprint=resolved)))


def test_a_later_day_that_was_agreed_and_what_the_plan_is_subject_to_are_said_on_it() -> None:
    told = receipt.Told(due="Friday 26 July 2024. Late by agreement", subject_to="Subject to approval by Council.")

    text = said(receipt.compose(SENT, told=told))

    assert "Late by agreement" in text
    assert text.index("Subject to approval by Council.") < text.index("Receipt number")
    assert "<strong>" not in said(receipt.compose(SENT)).partition("Receipt number")[0]


def test_fingerprints_are_explained_without_the_word_hash_and_grouped_for_the_eye() -> None:
    text = said(receipt.compose(SENT))

    assert "hash" not in text.lower()
    assert " ".join(["abababab"] * 8) in text
    assert "Nobody can work backwards" in text
