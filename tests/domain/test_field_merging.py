"""What becomes of a field of the report that two people changed: rows by their rows, and no word lost."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.field_merging import merged
from moothall.domain.merging import Choice

COST = {"text": "Cost may rise with the price of fuel.", "reference": "R1", "response": "We watch it."}
STAFF = {"text": "Staff may leave.", "reference": "R2", "response": ""}
FLOOD = {"text": "The river may flood.", "reference": "", "response": ""}
FIRE = {"text": "The depot may burn.", "reference": "", "response": ""}


def test_rows_and_parts_of_rows_that_do_not_touch_merge_by_themselves() -> None:
    mine = [{**COST, "text": "Cost may rise with the price of gas."}, STAFF, FLOOD]
    theirs = [FIRE, {**COST, "response": "We watch it weekly."}, {**STAFF, "text": "Half the staff may leave."}]

    found = merged("risk_register", [COST, STAFF], mine, theirs)

    cost = {**COST, "text": "Cost may rise with the price of gas.", "response": "We watch it weekly."}
    assert not found.conflicts
    assert found.chosen() == [FIRE, cost, {**STAFF, "text": "Half the staff may leave."}, FLOOD]


def test_one_part_changed_twice_is_a_choice_between_rows_that_hold_what_only_one_changed() -> None:
    mine = [{**COST, "reference": "R7", "response": "Nothing."}]
    theirs = [{**COST, "reference": "R8", "text": "Cost may fall with the price of fuel."}]

    found = merged("risk_register", [COST], mine, theirs)

    (one,) = found.conflicts
    fallen = {"text": "Cost may fall with the price of fuel.", "response": "Nothing."}
    assert (one.mine, one.theirs) == ({**fallen, "reference": "R7"}, {**fallen, "reference": "R8"})
    assert [row["reference"] for row in found.chosen([Choice.BOTH])] == ["R8", "R7"]


def test_a_row_taken_out_and_changed_is_a_choice_and_one_left_alone_is_gone() -> None:
    found = merged("risk_register", [COST, STAFF], [], [COST, {**STAFF, "response": "We pay more."}])

    (one,) = found.conflicts
    assert one.mine is None and one.theirs == {**STAFF, "response": "We pay more."}
    assert found.chosen([Choice.MINE]) == []


def test_two_texts_for_one_kind_of_implication_stay_one_row_and_what_is_in_one_piece_is_chosen() -> None:
    legal = {"kind": "legal", "author": "", "is_none": False}

    both = merged("implications", None, [{**legal, "text": "The 1972 Act."}], [{**legal, "text": "Reg. 7."}])
    title = merged("title", "Plan", "Our plan", "The plan")

    assert [row["text"] for row in both.chosen([Choice.BOTH])] == ["Reg. 7.\n\nThe 1972 Act."]
    assert title.chosen([Choice.MINE]) == "Our plan"
    assert merged("appendices", ["Map"], ["Map", "Letter"], ["Map of wards"]).chosen() == ["Map of wards", "Letter"]
    assert merged("glossary", [["KPI", ""]], [["KPI", "A measure"]], [["KPI", ""], ["s151", "Finance"]]).chosen() == [
        ["KPI", "A measure"],
        ["s151", "Finance"],
    ]


ROW = st.fixed_dictionaries(
    {
        "text": st.sampled_from(["", "one two", "one three", "four five six", "seven"]),
        "reference": st.sampled_from(["", "R1", "R2", "R3"]),
        "response": st.sampled_from(["", "eight", "nine ten"]),
    }
)
ROWS = st.lists(ROW, max_size=4)


def _words(rows: Any) -> set[str]:
    return {word for row in rows for said in row.values() for word in str(said).split()}


@given(ROWS, ROWS, ROWS)
def test_no_word_that_either_put_in_is_lost(base: list[Any], mine: list[Any], theirs: list[Any]) -> None:
    found = merged("risk_register", base, mine, theirs)

    sides = [found.chosen([choice] * len(found.conflicts)) for choice in (Choice.MINE, Choice.THEIRS)]
    put_in = {side: _words(rows) - _words(base) for side, rows in (("mine", mine), ("theirs", theirs))}
    assert put_in["mine"] | put_in["theirs"] <= _words(sides[0]) | _words(sides[1])
    assert merged("risk_register", base, mine, base).chosen() == mine
    assert merged("risk_register", base, base, theirs).chosen() == theirs
    assert json.dumps(merged("risk_register", base, mine, mine).chosen()) == json.dumps(mine)
