"""The coding frame: whole, with a border and examples for every code, and no code that judges."""

from __future__ import annotations

import re
from datetime import date

from moothall.domain.coding import CodeKind
from moothall.reference import coding_frame, demonstration

THEMES = ["transformation", "technology_data", "wasteful_spend", "barriers", "governance_process", "context_other"]


def test_the_frame_holds_its_themes_26_practices_and_25_barriers() -> None:
    frame = coding_frame.frame()

    assert [code.id for code in frame.themes] == THEMES
    assert [code.id for code in frame.practices] == [f"P{number:02}" for number in range(1, 27)]
    assert [code.id for code in frame.barriers] == [f"B{number:02}" for number in range(1, 26)]


def test_every_code_says_what_it_is_what_belongs_and_what_does_not() -> None:
    for kind, code in coding_frame.frame().every():
        assert code.title and code.definition.endswith(".") and code.include and code.exclude, code.id
        assert len(code.examples) >= (6 if kind is CodeKind.THEME else 2), code.id


def test_no_example_stands_under_two_codes() -> None:
    examples = [example for _, code in coding_frame.frame().every() for example in code.examples]

    assert len(examples) == len(set(examples))
    assert all(example.endswith(".") and len(example.split()) >= 6 for example in examples)


def test_codes_named_in_a_border_exist() -> None:
    frame = coding_frame.frame()

    for _, code in frame.every():
        for named in re.findall(r"\b[PB]\d\d\b", code.include + code.exclude):
            assert frame.code(named) is not None and named != code.id, code.id


def test_a_code_is_found_by_its_id_in_any_list() -> None:
    frame = coding_frame.frame()

    for id, title in [("B02", "Funding not certain"), ("P09", "Artificial intelligence")]:
        found = frame.code(id)
        assert found is not None and found.title == title
    assert frame.code("B99") is None


def test_the_demonstration_names_its_barriers_by_codes_of_the_frame() -> None:
    frame = coding_frame.frame()
    plans = (
        demonstration.line(date(2026, 11, 22), lambda day: day.weekday() < 5).plan,
        demonstration.beginning(date(2026, 11, 22), lambda day: day.weekday() < 5).plan,
    )

    for plan in plans:
        for barrier in plan.barriers:
            assert frame.code(barrier.code) in frame.barriers
