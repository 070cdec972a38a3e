"""How much of what a careful reader finds on invented web pages, records and minutes is found, by field.

Each folder of tests/documents/facts with an expected.json is measured apart; no finder is written from pages_held_out.
A field that a page's expectation leaves out is not judged. What is wrong, named:
`python -m benchmarks.pages FOLDER...`. Covering reports are measured in ``facts``.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moothall.documents.reading.read import Readers
from moothall.documents.review import review

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "documents" / "facts"
_NOT_FIELDS = {"url", "remarks"}
_OF_EACH = {"officers": "name", "implications": "kind", "recommendations": "text", "officer_comments": "officer"}


@dataclass(slots=True)
class Tally:
    """What was found rightly, found wrongly, and missed, counted in values."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 1 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A field of a page that was read otherwise than expected."""

    page: str
    field: str
    found: frozenset[str]
    expected: frozenset[str]


def main() -> None:
    """Print precision, recall and F1 of each field for every folder of expectations."""
    for folder in folders():
        tallies, misses = measured(folder)
        pages = len(json.loads((folder / "expected.json").read_text(encoding="utf-8")))
        mean = sum(tally.f1 for tally in tallies.values()) / max(1, len(tallies))
        print(
            f"  {folder.name}: {pages} documents, mean F1 over {len(tallies)} fields {mean:.3f}, {len(misses)} misread"
        )
        for field, tally in sorted(tallies.items(), key=lambda pair: pair[1].f1):
            print(f"    {field:<24} F1 {tally.f1:.2f}  precision {tally.precision:.2f}  recall {tally.recall:.2f}")


def folders() -> list[Path]:
    """The folders of documents that have expectations."""
    return sorted(path.parent for path in FOLDER.glob("*/expected.json"))


def measured(folder: Path) -> tuple[dict[str, Tally], list[Miss]]:
    """A tally for each field that any expectation gives a value or any reading finds one, and every misreading."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    misses: list[Miss] = []
    held = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    with Readers(workers=1) as readers:
        read = {name: _found(readers, folder, name, held[name].get("url")) for name in held}
    for name, expected in held.items():
        found = read[name]
        for field, value in expected.items():
            if field in _NOT_FIELDS:
                continue
            right, have = _values(field, value), _values(field, found.get(field))
            tally = tallies[field]
            tally.right += len(right & have)
            tally.wrong += len(have - right)
            tally.missed += len(right - have)
            if right != have:
                misses.append(Miss(name, field, have, right))
    return {field: tally for field, tally in tallies.items() if tally.right + tally.wrong + tally.missed}, misses


def _found(readers: Readers, folder: Path, name: str, url: str | None) -> dict[str, Any]:
    path = next(path for path in sorted(folder.glob(f"{name}.*")))
    seen = review(readers.read(path.read_bytes(), path.name), url=url)
    return {"kind": seen.kind.value, **seen.record.plain()}


def _values(field: str, value: Any) -> frozenset[str]:
    """A field's values as compared: words without capitals and marks; a person by the name, an implication by kind."""
    if value is None or value == []:
        return frozenset()
    each = value if isinstance(value, list) and field != "body" else [value]
    return frozenset(_plain(field, one) for one in each)


def _plain(field: str, value: Any) -> str:
    if field == "authority":
        return str(value["gss"] if isinstance(value, dict) else value)
    if field == "body":
        name, kind = value if isinstance(value, list) else (value["name"], value["kind"])
        return f"{_squeezed(name)} ({kind})"
    if isinstance(value, dict):
        value = value[_OF_EACH[field]] if field in _OF_EACH else " ".join(str(value[key]) for key in sorted(value))
    words = _squeezed(str(value).split(" (")[0] if field == "portfolio_holder" else str(value))
    return re.sub(r"^(?:councillor|cllr|the) ", "", words)


def _squeezed(words: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", words.lower()))


def _listed(asked: list[str]) -> Iterator[str]:
    for folder in folders():
        if folder.name in asked:
            for miss in measured(folder)[1]:
                yield f"{miss.page}: {miss.field}: found {sorted(miss.found)}, expected {sorted(miss.expected)}"


if __name__ == "__main__":
    main()
    print("\n".join(_listed(sys.argv[1:])))
