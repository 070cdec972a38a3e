"""How well facts are found in invented reports: precision, recall and F1 of each field.

Two folders of reports are kept apart, one to tune on and one only to be judged by. From the project's root:
`python -m benchmarks.facts [--held-out] [--show] [NAME...]`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moothall.documents.reading import html, text
from moothall.documents.review import Review, review

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "documents" / "facts" / "samples"
FOLDERS = {"tuned on": SAMPLES / "reports", "held out": SAMPLES / "reports_held_out"}
# Fields judged even where an expectation leaves them out: absent there means the document does not say.
SILENT = (
    "implications",
    "options",
    "consultees",
    "background_papers",
    "appendices",
    "exempt",
    "objectives",
    "corporate_risks",
    "linked_documents",
    "power",
    "wards",
    "length_guidance",
    "unanswered_questions",
    "monitoring",
    "officer_comments",
    "officers",
    "portfolio_holder",
    "key_decision",
    "key_decision_judgement",
    "earlier_stages",
    "amendments",
)
_ALIKE = 0.6  # the share of words two phrasings of one thing have in common


@dataclass(slots=True)
class Tally:
    """What was found right, found wrong and missed of one field, over all documents."""

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
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main(arguments: Sequence[str] = ()) -> None:
    """Print each field of the tuned-on reports; of the held-out ones only when asked, so that nobody tunes on them."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--held-out", action="store_true", help="judge by the reports nobody tunes on")
    wanted.add_argument("--show", action="store_true", help="print what is wrong and what was missed")
    wanted.add_argument("names", nargs="*", help="only reports with these words in their file's name")
    asked = wanted.parse_args(list(arguments))
    name = "held out" if asked.held_out else "tuned on"
    print(f"  {name}")
    _print(scored(FOLDERS[name], show=asked.show, only=asked.names))


def scored(folder: Path, *, show: bool = False, only: list[str] | None = None) -> dict[str, Tally]:
    """A tally a field over every report of a folder; what is wrong is printed when ``show`` is set."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    for name, wanted in expected.items():
        if only and not any(part in name for part in only):
            continue
        found = reviewed(folder / name)
        for field, want, is_optional in judged(wanted):
            have = comparable(found, field)
            right, wrong, missed = compared(want, have)
            if is_optional and not right:
                continue
            if is_optional:
                wrong, missed = [], []
            tally = tallies[field]
            tally.right += right
            tally.wrong += len(wrong)
            tally.missed += len(missed)
            if show and (wrong or missed):
                print(f"    {name} {field}: wrong {wrong}, missed {missed}")
    return dict(tallies)


def mean_f1(tallies: dict[str, Tally]) -> float:
    """The mean of the fields' F1, over the fields that any report of the folder says something of."""
    asked = [tally for tally in tallies.values() if tally.right + tally.wrong + tally.missed]
    return sum(tally.f1 for tally in asked) / max(1, len(asked))


def judged(wanted: dict[str, Any]) -> list[tuple[str, list[str], bool]]:
    """Each field to judge, what it should hold, and whether a reader may leave it out ("field?" in the file)."""
    out = []
    for field in (*wanted, *(each for each in SILENT if each not in wanted and f"{each}?" not in wanted)):
        value = wanted.get(field)
        plain = field.rstrip("?")
        if plain == "implications":
            out.append((plain, list(value or ()), False))
            none = [kind for kind, said in (value or {}).items() if said == "none_stated"]
            out.append(("implications, none stated", none, False))
        elif plain == "implication_authors":
            out.append((plain, [f"{kind} {who}" for kind, who in value.items()], False))
        else:
            out.append((plain, _listed(value), field.endswith("?")))
    return out


def reviewed(path: Path) -> Review:
    """What is read from one report of a folder."""
    read = html.read if path.suffix == ".html" else text.read
    return review(read(path.read_bytes(), path.name))


def comparable(found: Review, field: str) -> list[str]:
    """What was found of a field, as a list of words to compare."""
    plain = found.record.plain()
    value = plain.get(field)
    if field == "kind":
        return [found.kind.value]
    if field in ("recommendation_count", "alternatives"):
        items = plain["recommendations"] or []
        return _listed(len(items) if field == "recommendation_count" else any(each["alternative_to"] for each in items))
    implications = plain["implications"] or []
    if field == "implications, none stated":
        return [each["kind"] for each in implications if each["text"] == "none_stated"]
    if field == "implication_authors":
        return [f"{each['kind']} {each['author']}" for each in implications if each["author"]]
    if value is None or field == "authority":
        return _listed(value)
    key = {"body": "name", "officers": "name", "implications": "kind", "officer_comments": "officer", "exempt": "value"}
    if field in key and value != "none":
        return _listed([each[key[field]] for each in value] if isinstance(value, list) else value[key[field]])
    if field == "earlier_stages":
        return [f"{each['body']} {each['date']}" for each in value]
    return _listed(value)


def compared(want: list[str], have: list[str]) -> tuple[int, list[str], list[str]]:
    """How many are right, which found ones are wrong, which wanted ones are missed. "kind?" may be there or not."""
    left, missed, right = list(have), [], 0
    for each in want:
        match = next((other for other in left if _same(each.rstrip("?"), other)), None)
        if match is not None:
            left.remove(match)
        if match is not None and not each.endswith("?"):
            right += 1
        elif match is None and not each.endswith("?"):
            missed.append(each)
    return right, left, missed


def _same(want: str, have: str) -> bool:
    one, other = (set(re.findall(r"[a-z0-9]+", words.lower())) - {"the", "a", "of", "to"} for words in (want, have))
    if not one or not other:
        return want.strip() == have.strip()
    return len(one & other) / len(one) >= _ALIKE and (
        len(one & other) / len(other) >= 0.3 or want.lower() in have.lower()
    )


def _listed(value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, list) and value and isinstance(value[0], list):
        return [" ".join(each) for each in value]
    if isinstance(value, list) and all(isinstance(each, int) for each in value):
        return ["-".join(map(str, value))] if value else []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _print(tallies: dict[str, Tally]) -> None:
    for field, tally in sorted(tallies.items(), key=lambda pair: pair[1].f1):
        print(
            f"    {field:<28} P {tally.precision:5.2f}  R {tally.recall:5.2f}  F1 {tally.f1:5.2f}"
            f"   {tally.right} right, {tally.wrong} wrong, {tally.missed} missed"
        )
    print(f"    mean F1 {mean_f1(tallies):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
