"""What coders say of a passage: what they may say, what it makes of a suggestion, and what is learnt of several."""

from __future__ import annotations

import pytest

from moothall.domain.codings import Codes, Verdict, check, example, likelihood, together, verdict
from moothall.domain.refusals import Refusal
from moothall.reference.coding_frame import frame


@pytest.mark.parametrize(
    ("given", "suggested", "expected"),
    [
        ("barriers", "barriers", Verdict.ACCEPTED),
        ("wasteful_spend", "barriers", Verdict.CORRECTED),
        ("none", "P04", Verdict.REJECTED),
        ("none", "none", Verdict.ACCEPTED),
        ("P04", "none", Verdict.CORRECTED),
        ("cannot_tell", "P04", Verdict.CANNOT_TELL),
        ("P04", None, Verdict.UNPROMPTED),
    ],
)
def test_an_answer_accepts_corrects_or_rejects_what_was_suggested(
    given: str, suggested: str | None, expected: Verdict
) -> None:
    assert verdict(given, suggested) is expected
    assert expected.words


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        (Codes("submarines"), "submarines is no theme of the coding frame"),
        (Codes(""), "Nothing is no theme"),
        (Codes("barriers", practice="B02"), "B02 is no practice"),
        (Codes("barriers", "barriers"), "the first one again"),
        (Codes("none", "barriers"), "stands beside a first one"),
        (Codes("barriers", "P04"), "P04 is no theme"),
    ],
)
def test_what_is_no_answer_of_the_frame_is_refused(codes: Codes, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence) as refused:
        check(codes, frame())

    assert refused.value.next_step


def test_a_theme_that_another_coder_gave_is_learnt_as_one_that_can_be_defended() -> None:
    said = [Codes("barriers", barrier="B02"), Codes("wasteful_spend", practice="P17", barrier="none")]

    assert together(said) == ("barriers", "wasteful_spend", None, "B02")


def test_who_cannot_tell_does_not_stand_in_the_way_of_who_can() -> None:
    said = [Codes("cannot_tell", practice="cannot_tell"), Codes("barriers", practice="P17")]

    assert together(said) == ("barriers", None, "P17", None)
    assert example("x", said[:1], text="Words.") is None


@pytest.mark.parametrize(
    ("confidence", "word"), [(0.95, "Very likely"), (0.75, "Likely"), (0.6, "More likely than not"), (0.599, "Unsure")]
)
def test_a_probability_has_its_word(confidence: float, word: str) -> None:
    assert likelihood(confidence) == word
