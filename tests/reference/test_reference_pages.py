"""The pages printed from data say what the data says, and every shipped file has its source."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from moothall.reference import sources
from tools import reference_pages

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", reference_pages.PAGES)
def test_the_page_in_docs_is_the_one_the_data_prints(name: str) -> None:
    written = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")

    assert written == reference_pages.PAGES[name](), "Run python tools/reference_pages.py."


def test_every_shipped_data_file_has_a_source() -> None:
    told = {source.file for source in sources.shipped_sources()}
    shipped = set(_below(files("moothall.reference").joinpath("data")))

    untold = {name for name in shipped if name not in told and f"{name.split('/')[0]}/" not in told}
    assert untold == {"sources.json"}
    assert {name for name in told if not name.endswith("/")} <= shipped


def _below(folder: Traversable, before: str = "") -> list[str]:
    found: list[str] = []
    for entry in folder.iterdir():
        found += _below(entry, f"{before}{entry.name}/") if entry.is_dir() else [before + entry.name]
    return [name for name in found if name.endswith((".json", ".jsonl", ".csv", ".npz"))]


def test_every_source_states_a_licence_and_a_day() -> None:
    for source in sources.shipped_sources():
        assert source.holds and source.comes_from and source.licence and source.as_of, source.file


def test_the_notice_credits_what_licences_ask_for() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")

    for credit in (
        "mySociety",
        "Creative Commons Attribution 4.0",
        "Open Government Licence",
        "SIL Open Font License",
        "GOV.UK Frontend",
        "psycopg",
        "pikepdf",
    ):
        assert credit in notice
