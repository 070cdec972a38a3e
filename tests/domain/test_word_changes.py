"""What changed in words, told paragraph by paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.word_changes import Kind, changes

_words = st.sampled_from(["we", "moved", "three", "offices", "into", "one", "it", "saved", "money"])
_paragraph = st.lists(_words, min_size=1, max_size=8)
_texts = st.lists(_paragraph.map(" ".join), max_size=5).map("\n\n".join)


def test_a_figure_put_right_is_one_change_in_its_paragraph() -> None:
    first, second = changes("It began.\n\nIt saved £140,000 a year.", "It began.\n\nIt saved £138,500 a year.")

    assert not first.is_changed and second.number == 2 and second.count == 1
    assert (Kind.REMOVED, "£140,000 ") in second.parts and (Kind.ADDED, "£138,500 ") in second.parts


def test_a_paragraph_put_in_before_another_leaves_that_one_unchanged() -> None:
    found = changes("It saved money.", "A new beginning here.\n\nIt saved money.")

    assert [(one.number, one.is_changed) for one in found] == [(1, True), (2, False)]


def test_a_paragraph_rewritten_is_told_as_one_taken_out_and_one_added() -> None:
    found = changes("We sold the depot.", "Nothing of this happened because members said no.")

    assert [(one.number, one.before, one.after) for one in found] == [
        (1, "", "Nothing of this happened because members said no."),
        (None, "We sold the depot.", ""),
    ]


@given(_texts, _texts)
def test_both_texts_can_be_read_out_of_what_changed(before: str, after: str) -> None:
    found = changes(before, after)

    assert [one.after for one in found if one.after] == [one for one in after.split("\n\n") if one]
    assert sorted(one.before for one in found if one.before) == sorted(one for one in before.split("\n\n") if one)


@given(_texts)
def test_a_text_beside_itself_has_no_change(text: str) -> None:
    assert not any(one.is_changed for one in changes(text, text))
