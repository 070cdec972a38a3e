"""Saved decision pages, minutes, web plans and press, all invented: what is found in each as it comes from the web.

Councils that look after the words on a page write more round them than in them: menus, related pages, other councils.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.pages import FOLDER, measured
from moothall.documents.reading import html, text
from moothall.documents.review import Review, review

PAGES = FOLDER / "pages"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))
SURE = ("authority", "deadline", "meeting_date")
LEFT_OPEN = {"portfolio_holder", "consultees", "officers", "implications"}


def path_of(name: str) -> Path:
    return next(PAGES.glob(f"{name}.*"))


def reviewed(name: str) -> Review:
    path = path_of(name)
    read = html.read if path.suffix == ".html" else text.read
    return review(read(path.read_bytes(), path.name), url=EXPECTED[name].get("url"))


def test_pages_say_what_a_careful_reader_finds_in_them() -> None:
    _, misses = measured(PAGES)

    assert [miss for miss in misses if miss.field not in LEFT_OPEN] == []


@pytest.mark.parametrize("folder", ["pages", "pages_held_out"])
def test_no_council_date_or_deadline_is_wrong(folder: str) -> None:
    tallies, _ = measured(FOLDER / folder)

    assert {field: tallies[field].wrong for field in SURE} == dict.fromkeys(SURE, 0)


@pytest.mark.parametrize("name", sorted(name for name in EXPECTED if EXPECTED[name].get("remarks")))
def test_a_page_draws_the_remarks_it_should(name: str) -> None:
    checks = {remark.check for remark in reviewed(name).remarks}

    assert checks >= set(EXPECTED[name]["remarks"])


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_fact_of_a_page_stands_where_it_says(name: str) -> None:
    found = reviewed(name)

    said = {field for field, value in found.record.plain().items() if value is not None}

    assert said == {fact.kind for fact in found.facts}
    assert all(fact.quote.strip() for fact in found.facts)


def test_every_page_is_expected_and_every_expectation_has_a_page() -> None:
    assert {path.stem for path in PAGES.iterdir() if path.suffix != ".json"} == set(EXPECTED)
