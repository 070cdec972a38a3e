"""The table of every rule: whole, in order, and true of the code."""

import importlib.util
import re

import pytest

from moothall.domain.clock_questions import QUESTIONS
from moothall.domain.clocks import CLOCKS
from moothall.domain.law import PARTS
from moothall.domain.law.row import Gives, Row

ROWS = [row for part in PARTS for row in part.rows]
LAW = (
    "N1 N2 N3 N4 N5 N6 N7 N8 N9 N10 E1 E2 E3 E4 E5 K1 K2 K3 K4 K5 K6 K7 D1 D2 D3 D4 D5 D6 D7 D8 D9 M1 M2 B1 C1 C2 C3 C4"
    " C5 O1 O2 O3 O4 P1 P2 Q1 Q2 V1 A1 A2 T1 F1 F2 F3 F4 F5 R1 S1 S2 S3 S4 S5 S6"
)


def test_no_rule_of_the_law_is_left_out() -> None:
    assert sorted({row.id for row in ROWS}) == sorted(f"G-{name}" for name in LAW.split())


def test_every_clock_stands_under_a_rule_and_every_rule_names_clocks_that_are_there() -> None:
    named = {name for row in ROWS for name in row.clocks}

    assert named == set(QUESTIONS)


def test_a_clock_answers_for_the_rules_it_stands_under() -> None:
    rules = {clock.NAME: set(re.findall(r"G-[A-Z]\d+", clock.RULE)) for clock in CLOCKS}
    under: dict[str, set[str]] = {name: {row.id for row in ROWS if name in row.clocks} for name in QUESTIONS}

    assert {name: rules[name] - under[name] for name in QUESTIONS if rules[name] - under[name]} == {}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.id} {row.provision.part}")
def test_a_rule_that_gives_something_says_where_and_a_bare_duty_claims_nothing(row: Row) -> None:
    assert bool(row.clocks or row.where) == (row.gives is not Gives.DUTY)
    assert row.says.endswith(".")
    assert row.provision.cite()
    if row.where:
        assert importlib.util.find_spec(f"moothall.{row.where}")


def test_what_was_not_read_is_marked_in_the_table_as_in_the_answers() -> None:

    unread = [row for row in ROWS if row.provision.check_with_monitoring_officer]

    assert {"G-D2", "G-D3", "G-S5", "G-Q1", "G-F5"} <= {row.id for row in unread}
    assert len(unread) < len(ROWS) / 2
