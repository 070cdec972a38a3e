"""The five real covering reports say the same as PDF, whoever printed it, as they do as text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moothall.documents.reading.document import Document
from moothall.documents.reading.read import Readers
from moothall.documents.review import Review, review
from tests.samples import as_docx, as_html, as_reportlab_pdf, as_typst_pdf, by_programs, compared, matter
from tests.samples.matter import Item

HEAD = "Moorbeck District Council"
PLAIN = (
    "authority", "title", "body", "meeting_date", "verbs", "department", "deadline", "themes", "key_decision",
    "call_in",
    "forward_plan", "portfolio_holder", "officers", "scrutiny", "delegation", "implications", "options",
    "background_papers", "exempt", "publish_on_website",
)  # fmt: skip
Printer = Callable[[list[Item], Path], bytes | None]
PRINTERS: dict[str, Printer] = {
    "typst": lambda items, _: as_typst_pdf.make(items, header=HEAD),
    "reportlab": lambda items, _: as_reportlab_pdf.make(items, header=HEAD),
    "chromium": lambda items, folder: by_programs.chromium_pdf(as_html.make(items), folder),
    "chromium-untagged": lambda items, folder: by_programs.chromium_pdf(as_html.make(items), folder, tagged=False),
    "libreoffice": lambda items, folder: by_programs.libreoffice(as_docx.make(items), ".docx", "pdf", folder),
}


@pytest.fixture(scope="module")
def seeds(shared_folder: Path) -> list[Path]:
    found = sorted((shared_folder / "seeds").glob("*.txt"))
    if not found:
        pytest.skip("There are no reports in ../shared/seeds.")
    return found


@pytest.fixture(scope="module")
def gold(shared_folder: Path) -> dict[str, Any]:
    return dict(json.loads((shared_folder / "seeds" / "gold.json").read_text()))


@pytest.fixture(scope="module", params=PRINTERS)
def printed(request: pytest.FixtureRequest, seeds: list[Path], tmp_path_factory: Any) -> list[tuple[Path, Document]]:
    made = []
    for seed in seeds:
        data = PRINTERS[request.param](matter.items(seed.read_text()), tmp_path_factory.mktemp("printed"))
        if data is None:
            pytest.skip(f"{request.param} is not installed.")
        made.append((data, f"{seed.stem}.pdf"))
    with Readers(workers=2) as readers:
        documents = list(readers.read_many(made))
    assert all(isinstance(document, Document) for document in documents)
    return list(zip(seeds, documents, strict=True))  # type: ignore[arg-type]


def as_text(seed: Path) -> Review:
    with Readers() as readers:
        return review(readers.read(seed.read_bytes(), seed.name))


def test_all_their_text_is_there_in_its_order(printed: list[tuple[Path, Document]]) -> None:
    for seed, document in printed:
        found = compared.compare(document, matter.items(seed.read_text()))

        assert found.words >= 0.99, (seed.name, found.missed)
        assert found.order == 1, seed.name
        assert "shortfall" not in document.metadata


def test_headings_numbered_paragraphs_and_tables_are_kept(printed: list[tuple[Path, Document]]) -> None:
    for seed, document in printed:
        found = compared.compare(document, matter.items(seed.read_text()))

        assert (found.headings or 1) >= 0.9, (seed.name, found.missed)
        assert (found.numbers or 1) == 1, (seed.name, found.missed)
        assert (found.rows or 1) >= 0.9, (seed.name, found.missed)
        assert (found.paragraphs or 1) >= 0.9, (seed.name, found.missed)


def test_the_plain_fields_come_out_as_they_do_from_text(printed: list[tuple[Path, Document]]) -> None:
    differing, asked = [], 0
    for seed, document in printed:
        from_text, from_pdf = as_text(seed).record.plain(), review(document).record.plain()
        asked += len(PLAIN)
        differing += [f"{seed.name} {field}" for field in PLAIN if even(from_text[field]) != even(from_pdf[field])]

    assert len(differing) <= 0.03 * asked, differing


def test_dates_and_choices_are_those_a_careful_reader_finds(
    printed: list[tuple[Path, Document]], gold: dict[str, Any]
) -> None:
    wrong, asked, invented = [], 0, []
    for seed, document in printed:
        record, expected = review(document).record.plain(), gold[seed.name]
        for field in ("meeting_date", "deadline", "key_decision", "call_in", "publish_on_website", "forward_plan"):
            asked += 1
            if record[field] != expected.get(field):
                wrong.append(f"{seed.name} {field}: {record[field]}")
                if expected.get(field) is None:
                    invented.append(wrong[-1])
        for field in ("verbs", "themes"):
            asked += 1
            if set(record[field] or ()) != set(expected[field]):
                wrong.append(f"{seed.name} {field}: {record[field]}")

    assert len(wrong) <= 0.05 * asked, wrong
    assert invented == []


def test_every_fact_quotes_exactly_what_stands_at_its_place(printed: list[tuple[Path, Document]]) -> None:
    for _, document in printed:
        pages = {page.number: page.text for page in document.pages}

        facts = review(document).facts

        assert facts
        assert [f for f in facts if pages[f.where.page][f.where.start : f.where.end] != f.quote] == []


def even(value: Any) -> Any:
    """A value with its white space evened out, since a line ends elsewhere on another page."""
    if isinstance(value, str):
        return " ".join(re.sub(r"[‘’]", "'", value).split())
    if isinstance(value, list):
        return [even(part) for part in value]
    if isinstance(value, dict):
        return {key: even(part) for key, part in value.items()}
    return value
