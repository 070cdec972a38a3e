"""What holds for every rulebook without contradiction, whatever is in it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from moothall.domain import rulebook_plain
from moothall.domain.authorities import BodyKind
from moothall.domain.local_rules import RULINGS, RuledClock
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import Rulebook
from moothall.domain.rulebook_packs import answers, pack_on
from moothall.reference.rule_packs import default
from tests.domain.rulebooks import DAYS, KINDS, rulebooks

ONE_DAY = timedelta(days=1)


@given(book=rulebooks(), day=DAYS, kind=KINDS)
def test_exactly_one_rule_answers_each_clock_maker_and_day_or_the_default_does(
    book: Rulebook, day: date, kind: BodyKind
) -> None:
    for clock in RuledClock:
        fitting = [
            rule
            for rule in book.rules
            if rule.clock is clock and rule.holds_on(day) and (not rule.makers or kind in rule.makers)
        ]
        narrow = [rule for rule in fitting if rule.makers]
        expected = narrow or fitting

        found = book.rule_for(clock, kind, day)

        assert len(expected) <= 1
        assert found == (expected[0] if expected else None)


@given(book=rulebooks(), day=DAYS)
def test_every_clock_and_maker_is_answered_once(book: Rulebook, day: date) -> None:
    found = answers(book, day, defaults=default)

    for clock in RuledClock:
        told = [kind for one in found if one.clock is clock for kind in one.makers]
        assert sorted(told) == sorted(RULINGS[clock].makers)


@given(book=rulebooks(), day=DAYS, other=DAYS, kind=KINDS)
def test_a_pack_of_any_day_counts_every_other_day_as_the_pack_of_that_day_does(
    book: Rulebook, day: date, other: date, kind: BodyKind
) -> None:
    """What is planned today is counted for each step by the rule of the step's own day."""
    from_here = pack_on(book, day, defaults=default).on(other)
    there = pack_on(book, other, defaults=default)

    assert from_here.call_in_for(kind) == there.call_in_for(kind)
    assert from_here.agenda_for(kind) == there.agenda_for(kind)
    assert from_here.governance is there.governance
    assert [rule.id for rule in from_here.rules] == [rule.id for rule in there.rules]


@given(book=rulebooks())
def test_the_spells_follow_each_other_without_a_gap_and_no_rule_begins_or_ends_within_one(book: Rulebook) -> None:
    spells = book.spells()

    assert spells[0][0] is None
    assert spells[-1][1] is None
    for (_, last), (first, _) in pairwise(spells):
        assert last is not None
        assert first == last + ONE_DAY
    for first, last in spells:
        if first and last:
            assert book.rules_on(first) == book.rules_on(last)
            assert book.governance_on(first) is book.governance_on(last)


@given(book=rulebooks())
def test_a_rulebook_written_down_reads_back_as_it_was(book: Rulebook) -> None:
    assert rulebook_plain.rulebook(rulebook_plain.as_plain(book)) == book


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """A rulebook as JSON data with something in it changed for anything."""
    plain: Any = rulebook_plain.as_plain(draw(rulebooks()))
    at: Any = plain
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = draw(st.sampled_from(keys)) if keys else None
        if key is None or not isinstance(at[key], dict | list) or not at[key] or draw(st.booleans()):
            break
        at = at[key]
    if key is None:
        plain[draw(st.text(max_size=6))] = draw(JSON)
    else:
        at[key] = draw(JSON)
    return plain  # type: ignore[no-any-return]


@given(plain=spoilt() | st.dictionaries(st.text(max_size=9), JSON, max_size=3))
def test_whatever_stands_in_a_file_it_is_read_or_refused_in_a_sentence(plain: dict[str, Any]) -> None:
    try:
        book = rulebook_plain.rulebook(plain)
    except Refusal as refusal:
        assert refusal.sentence.endswith(".")
        assert refusal.next_step
    else:
        assert rulebook_plain.rulebook(rulebook_plain.as_plain(book)) == book
