"""Covering reports in many house styles, all invented: how much is found in them, how little is wrong, and where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.facts import FOLDERS, mean_f1, reviewed, scored

REPORTS = sorted(
    folder / name
    for folder in FOLDERS.values()
    for name in json.loads((folder / "expected.json").read_text(encoding="utf-8"))
)
PAGES = [path for path in REPORTS if path.suffix != ".html"]


@pytest.mark.parametrize(("folder", "least"), [("tuned on", 0.98), ("held out", 0.90)])
def test_nine_tenths_of_what_reports_say_is_found(folder: str, least: float) -> None:
    tallies = scored(FOLDERS[folder])

    assert mean_f1(tallies) >= least


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_no_kind_of_implication_is_found_that_is_not_written(folder: str) -> None:
    tallies = scored(FOLDERS[folder])

    assert tallies["implications"].wrong == 0


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_field_of_a_report_that_says_something_has_a_fact(path: Path) -> None:
    found = reviewed(path)

    said = {field for field, value in found.record.plain().items() if value is not None}

    assert said == {fact.kind for fact in found.facts}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_fact_of_a_report_stands_where_it_says(path: Path) -> None:
    page = path.read_text(encoding="utf-8")

    facts = reviewed(path).facts

    assert facts
    assert all(page[fact.where.start : fact.where.end] == fact.quote and fact.quote for fact in facts)


def test_every_report_has_an_expectation() -> None:
    lying = {path for folder in FOLDERS.values() for path in folder.iterdir() if path.name != "expected.json"}

    assert lying == set(REPORTS)
