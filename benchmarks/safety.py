"""How often the checks before publication are right on invented council texts, and how long they take.

What should be pointed out is marked beside each text, read by hand. One set was tuned on, the other only measured.
From the project's root:
`python -m benchmarks.safety [--show]`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from moothall.domain.placed_remarks import Material, PlacedRemark, Section, Whole
from moothall.domain.reports import CommitteeReport, Implication
from moothall.domain.safety_remarks import safety_remarks
from moothall.reference import departments, public_safety

TEXTS = Path(__file__).resolve().parent / "data" / "safety" / "texts.txt"
HELD_OUT = TEXTS.with_name("held_out.txt")
WORDS_A_PAGE = 500
AS_OF = date(2024, 7, 10)


@dataclass(frozen=True, slots=True)
class Case:
    """One text with what should be pointed out in it, as (check, quotation) pairs."""

    id: str
    material: Material
    expected: frozenset[tuple[str, str]]
    words: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Remarks over all texts: those marked as right, the others, and the marked ones that were not made."""

    right: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    pages: float
    milliseconds: float

    @property
    def precision(self) -> float:
        """The share of remarks that are right."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of the marked places that are pointed out."""
        return self.right / max(1, self.right + len(self.missed))


def cases(texts: Path = TEXTS) -> Iterator[Case]:
    """The texts, in the order of the file."""
    for block in texts.read_text(encoding="utf-8").split("=== ")[1:]:
        yield _case(block)


def measure(texts: Path = TEXTS) -> Measured:
    """Look at every text once and compare with what is marked."""
    right, wrong, missed, words, took = 0, [], [], 0, 0.0
    for case in cases(texts):
        since = time.perf_counter()
        found = {_pair(one) for one in safety_remarks(case.material)}
        took += time.perf_counter() - since
        right += len(found & case.expected)
        wrong += [f"{case.id} {check}: {quote}" for check, quote in sorted(found - case.expected)]
        missed += [f"{case.id} {check}: {quote}" for check, quote in sorted(case.expected - found)]
        words += case.words
    pages = words / WORDS_A_PAGE
    return Measured(right, tuple(wrong), tuple(missed), pages, 1000 * took / pages)


def _pair(one: PlacedRemark) -> tuple[str, str]:
    return one.remark.check, "" if one.remark.check == "reading_age" else " ".join(one.quote.split())


def _case(block: str) -> Case:
    head, *lines = block.strip().splitlines()
    name, kind = head.split()
    told: dict[str, str] = {}
    expected: set[tuple[str, str]] = set()
    parts: dict[str, list[str]] = {}
    current = ""
    for line in lines:
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            told[key] = value
        elif line.startswith("! "):
            check, _, quote = line[2:].partition(":")
            if not check.startswith("-"):
                expected.add((check, quote.strip()))
        elif line.startswith("## "):
            current = line[3:]
            parts[current] = []
        else:
            parts[current].append(line)
    whole = Whole(kind)
    texts = {label: "\n".join(those).strip() for label, those in parts.items()}
    sections = tuple(Section(whole, f"{kind}.{label}", label, text) for label, text in texts.items())
    material = Material(
        sections=sections,
        as_of=date.fromisoformat(told.get("as_of", AS_OF.isoformat())),
        official_name="Ambermere District Council",
        letter_on=date(2024, 4, 16),
        deadline_on=date(2024, 7, 19),
        department_now=departments.current_on(AS_OF).name,
        report=_report(told) if whole is Whole.REPORT else None,
        poll=(date(2024, 3, 25), date(2024, 5, 2)),
        known=public_safety.known(),
    )
    return Case(name, material, frozenset(expected), sum(len(text.split()) for text in texts.values()))


def _report(told: dict[str, str]) -> CommitteeReport:
    said = {"yes": True, "no": False}
    return CommitteeReport(
        authority_name="Ambermere District Council",
        title="",
        body=told["body"],
        meeting_on=date.fromisoformat(told["meeting"]),
        key_decision=said.get(told.get("key", "")),
        subject_to_call_in=said.get(told.get("call_in", "")),
        implications=(Implication("financial", "None arise.", is_none=True),) if "financial" in told else (),
    )


def main() -> None:
    """Print the figures, and with --show each remark that is wrong or was not made."""
    for name, texts in (("tuned on", TEXTS), ("held out", HELD_OUT)):
        found = measure(texts)
        made = found.right + len(found.wrong)
        print(f"  {name}: {len(list(cases(texts)))} texts, {found.pages:.1f} pages of {WORDS_A_PAGE} words")
        print(
            f"    {made} remarks, {made / found.pages:.1f} a page, {len(found.wrong) / found.pages:.1f} of them wrong"
        )
        print(f"    precision {found.precision:.2f}, recall {found.recall:.2f}, {found.milliseconds:.1f} ms a page")
        if "--show" in sys.argv:
            print("".join(f"    wrong: {one}\n" for one in found.wrong), end="")
            print("".join(f"    missed: {one}\n" for one in found.missed), end="")


if __name__ == "__main__":
    main()
