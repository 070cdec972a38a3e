"""How far coders agree: against Krippendorff's own worked example, and careful where there is little to go by."""

from __future__ import annotations

import pytest

from moothall.domain.agreement import ENOUGH, agreement

# Two coders who differ in one of ten.
ONE = ["a", "b", "c", "c", "b", "a", "d", "a", "b", "e"]
OTHER = ["a", "b", "c", "c", "b", "b", "d", "a", "b", "e"]


def test_alpha_is_that_of_the_worked_example_with_gaps() -> None:
    """Krippendorff, Computing Alpha-Reliability (2011), section C: four observers with gaps, nominal 0.743."""
    units = [list("111"), list("2232"), list("3333"), list("3333"), list("2222"), list("1234"), list("4444"),
             list("1121"), list("2222"), list("555"), list("11"), list("3")]  # fmt: skip

    found = agreement(units)

    assert found.passages == 11
    assert found.alpha == pytest.approx(0.743, abs=0.0005)


def test_two_coders_who_differ_once_in_ten_agree_in_nine_tenths() -> None:
    found = agreement([[one, other] for one, other in zip(ONE, OTHER, strict=True)])

    assert (found.same, found.share) == (9, 0.9)
    assert found.alpha is not None and 0.85 < found.alpha < 0.9
    assert found.in_words().startswith("Two people or more coded 10 passages, and gave the same code in 9.")


def test_too_few_say_only_how_many() -> None:
    found = agreement([["a", "a"]] * (ENOUGH - 1) + [["a"]])

    assert (found.share, found.alpha) == (None, None)
    assert "too few to say more" in found.in_words()


def test_one_code_for_everything_leaves_nothing_for_chance() -> None:
    found = agreement([["a", "a"]] * ENOUGH)

    assert (found.share, found.alpha) == (1.0, None)
    assert "Only one code was used" in found.in_words()


def test_coders_who_never_agree_are_told_to_talk() -> None:
    found = agreement([["a", "b"], ["b", "a"]] * ENOUGH)

    assert found.alpha is not None and found.alpha < 0
    assert "talk over" in found.in_words()


def test_nobody_read_twice_says_so() -> None:
    assert agreement([["a"], []]).in_words() == "Nobody has coded a passage that somebody else had coded."
