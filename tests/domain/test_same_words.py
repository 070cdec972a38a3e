"""A copy read beside a text: what counts as the same, and what never does."""

import pytest

from moothall.domain.same_words import likeness

TEXT = ("Agency staff cost 3.1% of the pay bill.", "We moved three offices into one.", "3.1", "-0.4")
COPY = """Head
Agency staff cost 3.1% of
the pay bill.
Page 1 of 2
2
We moved three off-
ices into one.
3.1 -0.4
Head"""


def test_lines_pages_and_heads_of_a_printed_copy_make_no_difference() -> None:
    found = likeness(TEXT, ("Head",), COPY)

    assert found.is_whole
    assert (found.passages, found.besides) == (4, 0)


@pytest.mark.parametrize(
    ("before", "after", "missing"),
    [
        ("3.1%", "3.7%", TEXT[0]),
        ("3.1 -0.4", "3.1 0.4", TEXT[3]),
        ("3.1 -0.4", "31 -0.4", TEXT[2]),
        ("three", "seven", TEXT[1]),
        ("one.", "one?", TEXT[1]),
        ("Agency", "agency", TEXT[0]),
    ],
)
def test_one_changed_figure_sign_word_or_letter_is_another_text(before: str, after: str, missing: str) -> None:
    found = likeness(TEXT, ("Head",), COPY.replace(before, after))

    assert not found.is_whole
    assert found.missing == (missing,)


def test_a_passage_that_stands_twice_must_be_said_twice() -> None:
    assert likeness(("As it was.", "As it was."), (), "As it was.").missing == ("As it was.",)


def test_what_a_copy_says_besides_is_counted_and_shown() -> None:
    found = likeness(TEXT, ("Head",), f"{COPY}\nNobody agreed to this.")

    assert found.is_whole
    assert (found.besides, found.said_besides) == (4, "Nobody agreed to this.")


def test_another_text_is_not_like_it() -> None:
    assert not likeness(TEXT, (), "Something else altogether, of another council.").is_like
    assert not likeness((), (), "Anything").is_like
