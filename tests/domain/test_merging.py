"""Two people's words brought together: what does not touch stands, what touches is shown, and no word is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.merging import Agreed, Choice, Conflict, Merge, merge, merge_whole

BASE = (
    "We moved three offices into one in the spring.\n\nIt saved £140,000 a year for the council.\n\nStaff were asked."
)

_words = st.sampled_from(
    [
        "we",
        "moved",
        "three",
        "offices",
        "into",
        "one",
        "it",
        "saved",
        "money",
        "staff",
        "asked",
        "the\nlist",
        "first",
        "£140,000",
    ]
)
_paragraph = st.lists(_words, min_size=1, max_size=9).map(" ".join)
_texts = st.lists(_paragraph, max_size=4).map("\n\n".join)
_anything = st.text(alphabet="ab \n\r", max_size=30) | st.text(max_size=30)


def swapped(found: Merge) -> list[object]:
    return [
        Conflict(one.base_tokens, one.theirs_tokens, one.mine_tokens, one.is_paragraphs)
        if isinstance(one, Conflict)
        else one
        for one in found.pieces
    ]


def words_kept(found: Merge) -> Counter[str]:
    kept: Counter[str] = Counter()
    for one in found.pieces:
        kept.update((one.text if isinstance(one, Agreed) else f"{one.mine} {one.theirs}").split())
    return kept


def test_changes_in_two_paragraphs_both_stand() -> None:
    mine = BASE.replace("three offices", "four offices")
    theirs = BASE.replace("asked", "asked twice")

    found = merge(BASE, mine, theirs)

    assert not found.conflicts
    assert found.chosen() == mine.replace("asked", "asked twice")


def test_changes_far_apart_in_one_paragraph_both_stand() -> None:
    found = merge(BASE, BASE.replace("We moved", "The council moved"), BASE.replace("the spring", "May"))

    assert found.chosen().startswith("The council moved three offices into one in May.")


def test_two_figures_for_one_saving_are_shown_side_by_side_to_choose() -> None:
    found = merge(BASE, BASE.replace("£140,000", "£150,000"), BASE.replace("£140,000", "£138,500"))

    (one,) = found.conflicts

    assert (one.base, one.mine, one.theirs) == ("£140,000", "£150,000", "£138,500")
    assert found.chosen([Choice.THEIRS]) == BASE.replace("£140,000", "£138,500")
    assert found.chosen([Choice.MINE]) == BASE.replace("£140,000", "£150,000")


def test_changes_to_neighbouring_words_are_one_conflict_and_never_a_sentence_nobody_wrote() -> None:
    found = merge(BASE, BASE.replace("three offices", "four offices"), BASE.replace("offices into", "depots into"))

    assert [(one.mine, one.theirs) for one in found.conflicts] == [("four offices", "three depots")]


def test_a_paragraph_each_at_the_same_place_can_both_be_kept_as_paragraphs() -> None:
    found = merge(BASE, BASE + "\n\nMine at the end.", BASE + "\n\nTheirs at the end.")

    assert found.chosen([Choice.BOTH]) == BASE + "\n\nTheirs at the end.\n\nMine at the end."


def test_a_paragraph_taken_out_by_one_and_changed_by_the_other_asks_which() -> None:
    found = merge(BASE, BASE.rpartition("\n\n")[0], BASE.replace("Staff were asked.", "All staff were asked."))

    (one,) = found.conflicts

    assert one.mine == "" and one.theirs == "All staff were asked."


def test_a_list_in_lines_keeps_its_lines() -> None:
    base = "We will:\nsell the depot,\nshare a legal service with neighbours,\nend the lease."

    found = merge(base, base.replace("sell the", "let the"), base.replace("end the lease", "end the long lease"))

    assert found.chosen() == base.replace("sell the", "let the").replace("end the lease", "end the long lease")


def test_what_is_not_prose_is_taken_from_one_side() -> None:
    assert merge_whole("open", "answered", "open").chosen() == "answered"
    assert merge_whole("open", "answered", "elsewhere").chosen([Choice.THEIRS]) == "elsewhere"


def test_a_choice_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="1 pieces want a choice, and 0 were made"):
        merge("a", "b", "c").chosen()


@given(_anything, _anything)
def test_merging_with_an_unchanged_side_gives_the_other(base: str, changed: str) -> None:
    as_lines = changed.replace("\r\n", "\n").replace("\r", "\n")

    assert merge(base, base, changed).chosen() == as_lines
    assert merge(base, changed, base).chosen() == as_lines
    assert merge(base, changed, changed).chosen() == as_lines


@given(_texts, _texts, _texts)
def test_a_merge_never_loses_a_word_that_either_side_put_in(base: str, mine: str, theirs: str) -> None:
    kept = words_kept(merge(base, mine, theirs))

    for side in (mine, theirs):
        put_in = Counter(side.split()) - Counter(base.split())
        assert not put_in - kept


@given(_texts, _texts, _texts)
def test_it_does_not_matter_who_is_called_mine(base: str, mine: str, theirs: str) -> None:
    assert swapped(merge(base, mine, theirs)) == list(merge(base, theirs, mine).pieces)


@given(_texts, _texts, _texts)
def test_choosing_one_side_throughout_keeps_every_word_that_side_put_in(base: str, mine: str, theirs: str) -> None:
    found = merge(base, mine, theirs)

    text = found.chosen([Choice.MINE] * len(found.conflicts))

    assert not (Counter(mine.split()) - Counter(base.split())) - Counter(text.split())
