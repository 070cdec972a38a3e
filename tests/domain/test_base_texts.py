"""A base text: what one council made of it, the three-way merge, editions, and a file that comes back as it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from moothall.documents.exchange import base_text_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.domain.base_texts import (
    BaseSection,
    BaseText,
    Edition,
    How,
    Settled,
    Standing,
    check_edition,
    new_editions,
    standings,
    stands_on,
)
from moothall.domain.refusals import Refusal

AT = datetime(2024, 5, 1, 9, tzinfo=UTC)
WAS = "We share one customer record.\n\nIt began in 2022."
NOW = "We share one customer record with our neighbours.\n\nIt began in 2022."
ONE = Edition(1, "The first.", AT, "Nia Fenwick", "Aldersfen Borough Council", (BaseSection("T1.Q1", "Data", WAS),))
TWO = replace(ONE, number=2, why="Neighbours joined.", sections=(BaseSection("T1.Q1", "Data", NOW),))
TOOK = Settled("T1.Q1", How.TAKEN, 1, WAS, "Ines Harcombe", AT)


def standing(own: str, edition: Edition = TWO, settled: Settled | None = TOOK) -> Standing:
    return standings(edition, {"T1.Q1": settled} if settled else {}, {"T1.Q1": own}, {})[0]


def test_a_later_edition_waits_for_the_council_and_merges_with_its_own_words() -> None:
    one = standing(WAS + "\n\nIt saved £9,000.")

    assert one.is_undecided
    assert one.sentence == "Taken from edition 1. Edition 2 changed it since."
    assert one.merge.chosen() == NOW + "\n\nIt saved £9,000."


def test_words_that_both_changed_are_for_a_person_to_choose() -> None:
    one = standing(WAS.replace("one customer record", "one customer record with nobody"))

    assert len(one.merge.conflicts) == 1


def test_nothing_waits_where_the_plan_says_the_same_or_the_change_was_declined() -> None:
    declined = replace(TOOK, how=How.DECLINED, edition=2, words=NOW)

    assert not standing(NOW).is_undecided
    assert not standing(WAS, settled=declined).is_undecided
    assert standing(WAS, settled=declined).sentence == "Edition 2 was declined."


def test_a_section_the_group_took_out_stays_listed_for_a_council_that_has_it() -> None:
    one = standing(WAS, replace(TWO, sections=()))

    assert one.is_gone and one.is_undecided


def test_an_edition_that_says_nothing_new_is_refused() -> None:
    with pytest.raises(Refusal, match="Nothing has changed since edition 1"):
        check_edition(ONE, ONE.sections, "Again")


def test_the_editions_a_council_stands_on_are_told_in_words() -> None:
    later = replace(TOOK, key="T1.Q2", edition=3)

    assert stands_on([TOOK, later]) == "Edition 3 in 1 section; edition 1 in 1 section"
    assert stands_on([]) == "Nothing taken yet"


def test_a_base_text_comes_back_from_its_file_as_it_went() -> None:
    text = BaseText("savings-plans", "County group", "One text.", (ONE, TWO))

    back = base_text_json.load(base_text_json.to_bytes(text))

    assert back == text
    assert base_text_json.to_bytes(back) == base_text_json.to_bytes(text)


def test_a_file_whose_editions_are_not_in_order_is_refused_with_the_place() -> None:
    text = BaseText("savings-plans", "County group", "One text.", (TWO,))

    with pytest.raises(NotLoaded, match=r"editions\[0\]\.number"):
        base_text_json.load(base_text_json.to_bytes(text))


def test_later_editions_join_those_here_and_a_text_that_parted_is_refused() -> None:
    assert new_editions((ONE,), (ONE, TWO)) == (TWO,)
    with pytest.raises(Refusal, match="Edition 1 of the file is another"):
        new_editions((ONE,), (replace(ONE, why="Another."), TWO))
