"""What it costs to read, part and code a whole round of plans: stage by stage, as whole commands, and over a thousand.

Seconds of the processor are what to compare: by the clock it depends on what else the machine does. The ratio beside a
stage is to what pdfplumber, where it is installed, takes to draw the text alone from the same PDFs in the same run.
"""

from __future__ import annotations

import importlib.util
import json
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pypdfium2

from benchmarks import _many_plans
from benchmarks._whole_command import Cost, moothall
from moothall.corpus.coding import suggester
from moothall.corpus.coding.excerpts import Excerpt
from moothall.corpus.passages import split_document
from moothall.documents.reading import gate, reader, wire
from moothall.documents.reading.document import Document
from moothall.documents.reading.limits import DEFAULT
from moothall.documents.review import review

ROUND, THOUSAND = 317, 1_000
BAR_SECONDS, BAR_MEGABYTES, BAR_ONE = 30, 1_000, 0.5
_EVERY_FIFTH = 5  # the makers take turns by eight, so that every one is among them
Found = TypeVar("Found")


def main() -> None:
    """Print what each stage costs, then the commands, then whether memory grows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = _many_plans.make(ROUND, folder)
        files = sorted(file for some in made.values() for file in some)
        print("  " + ", ".join(f"{len(some)} by {maker}" for maker, some in made.items()))
        _print_stages(files[::_EVERY_FIFTH])
        _print_one(next(file for file in files if _pages(file) == 6), folder)
        _print_round(files, folder)
        _print_thousand(files, folder)


def _print_stages(files: list[Path]) -> None:
    """Seconds of the processor for each stage in this one process, drawn out to a round."""
    taught = suggester.shipped()
    for warm in (True, False):
        spent: dict[str, float] = defaultdict(float)
        for file in files[:4] if warm else files:
            _stages(file, taught, spent)
    theirs = _peer([file for file in files if file.suffix == ".pdf"])
    share = ROUND / len(files)
    told = f"pdfplumber, text alone: {theirs * share:.1f} s" if theirs else "pdfplumber is not installed, so no ratio"
    print(f"\n  seconds of the processor for {ROUND}, from {len(files)} of them in one process; {told}")
    for stage, seconds in spent.items():
        ratio = f"   {seconds / theirs:.3f} of pdfplumber" if theirs else ""
        print(f"    {stage:<32}{seconds * share:6.2f}{ratio}")


def _stages(file: Path, taught: suggester.Suggester, spent: dict[str, float]) -> None:
    data = file.read_bytes()

    def timed(stage: str, do: Callable[[], Found]) -> Found:
        since = time.process_time()
        found = do()
        spent[stage] += time.process_time() - since
        return found

    def passed_on() -> Document:
        return wire.load(json.loads(json.dumps(wire.dump(read))))

    admitted = timed("at the gate", lambda: gate.examine(data, file.name, DEFAULT))
    kind = "pages of PDFs" if file.suffix == ".pdf" else "Word documents"
    read = timed(kind, lambda: reader.read(admitted.media, data, file.name, DEFAULT))
    document = timed("handed from the reading process", passed_on)
    passages = timed("parted into passages", lambda: split_document(document))
    asked = [Excerpt(one.text, " / ".join(one.headings[-2:]), one.before, one.after) for one in passages]
    timed("codes suggested", lambda: list(taught.suggest(asked)))
    timed("facts and remarks, for read", lambda: review(document))


def _peer(files: list[Path]) -> float:
    if importlib.util.find_spec("pdfplumber") is None:
        return 0.0
    import pdfplumber  # type: ignore[import-not-found]

    since = time.process_time()
    for file in files:
        with pdfplumber.open(file) as opened:
            for page in opened.pages:
                page.extract_text()
    return time.process_time() - since


def _print_one(file: Path, folder: Path) -> None:
    data, taken = file.read_bytes(), []
    for _ in range(5):
        since = time.process_time()
        review(reader.read(gate.examine(data, file.name, DEFAULT).media, data, file.name, DEFAULT))
        taken.append(time.process_time() - since)
    one = sorted(taken)[2]
    costs = [moothall("read", str(file), "--json", to=folder / "one.jsonl") for _ in range(3)]
    cost = min(costs, key=lambda each: each.wall)
    print(f"\n  one PDF of 6 pages with its facts, warm: {one:.2f} s of the processor (bar {BAR_ONE} s)")
    print(
        f"  the whole command `moothall read` for it: {cost.wall:.2f} s by the clock, {cost.cpu:.2f} s of the processor"
    )


def _print_round(files: list[Path], folder: Path) -> None:
    print(f"\n  whole commands over all {len(files)}, {os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}")
    answers = folder / "answers.jsonl"
    names = [str(file) for file in files]
    coded = moothall("code", *names, "--json", to=answers)
    passages = sum(1 for _ in answers.open("rb"))
    print(f"    moothall code: {_told(coded)}; {passages:,} passages. Bar {BAR_SECONDS} s, {BAR_MEGABYTES} MB")
    print(f"    moothall read: {_told(moothall('read', *names, '--json', to=answers))}")


def _print_thousand(files: list[Path], folder: Path) -> None:
    names = [str(file) for file in (files * (THOUSAND // len(files) + 1))[:THOUSAND]]
    cost = moothall("read", *names, "--json", to=folder / "answers.jsonl")
    print(f"    moothall read of {THOUSAND:,}: {_told(cost)}")
    if len(cost.megabytes) >= 10:
        tenth = len(cost.megabytes) // 10
        early, late = cost.megabytes[tenth : 2 * tenth], cost.megabytes[-2 * tenth : -tenth]
        print(f"      in the second tenth of it {sum(early) / tenth:.0f} MB on average, ", end="")
        print(f"in the last but one {sum(late) / tenth:.0f} MB")


def _told(cost: Cost) -> str:
    return f"{cost.wall:.1f} s by the clock, {cost.cpu:.1f} s of the processor, {cost.peak}"


def _pages(file: Path) -> int:
    return len(pypdfium2.PdfDocument(file)) if file.suffix == ".pdf" else 0
