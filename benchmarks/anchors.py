"""How much evidence finds its words by itself in another version of its document, and whether any finds wrong ones."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks import _producers
from benchmarks._changes import CHANGES
from benchmarks._corrected import Part, Printed, printed, report
from moothall.corpus.anchoring import Anchored, Anchoring, Answer
from moothall.corpus.folding import fold
from moothall.corpus.ground import Ground
from moothall.corpus.selectors import Selectors, select
from moothall.domain.facts import Locator

REPORTS = 40
PRINTED = 5
_SHORT = re.compile(
    r"\d{1,2} [A-Z][a-z]+ \d{4}|£[\d,]+\w*|\b\d+%|Cabinet|None|\bNo\b|Head of \w+|Not applicable|“[^”]+”"
)
Letters = frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Evidence:
    """A stretch of a part: its letters from ``low`` to ``high``, counted in the part's words without their number."""

    part: int
    low: int
    high: int
    selectors: Selectors


def main() -> None:
    """Print, for each kind of change, what was found, what waits, and what was taken wrongly, which must be nothing."""
    everything: Counter[str] = Counter()
    since = time.process_time()
    print(f"  {'':38} evidence   found   waits  changed  gone   wrong")
    for name in CHANGES:
        found = sum((measure(name, seed) for seed in range(REPORTS)), Counter())
        everything += found
        print(f"  {name:38} {line(found)}")
    print(f"  {'all of it':38} {line(everything)}")
    asked = sum(everything[key] for key in ("found", "waits", "changed", "gone", "wrong"))
    print(f"  {asked / (time.process_time() - since):.0f} pieces of evidence a second of processor time")
    print("  the same report printed by Typst first, then by another program")
    for producer, found in _producers.measure(range(PRINTED)).items():
        print(f"  {producer:38} {line(found)}")


def line(found: Counter[str]) -> str:
    """Counts of one kind. ``changed``: the quotation itself has another figure; ``gone``: its part was taken out."""
    there = found["found"] + found["waits"] + found["wrong"]
    share = f"{100 * found['found'] / there:6.2f}%" if there else "      -"
    return f"{there:8} {share} {found['waits']:7} {found['changed']:8} {found['gone']:5} {found['wrong']:7}"


def measure(name: str, seed: int) -> Counter[str]:
    """What became of the evidence of one invented report after one kind of change."""
    draw = random.Random(f"{name}/{seed}")  # noqa: S311 - an invented report, no secret
    before = report(seed)
    old = printed(before)
    after, new = CHANGES[name](before, draw)
    search = Anchoring(new.document, old.document)
    now, was = {part.id: part for part in after}, {part.id: part for part in before}
    found: Counter[str] = Counter()
    draw_words = random.Random(seed)  # noqa: S311 - the same
    for one in evidence(before, old, draw_words):
        found[verdict(one, was[one.part], now.get(one.part), new, search.find(one.selectors))] += 1
    return found


def verdict(one: Evidence, was: Part, now: Part | None, new: Printed, answer: Answer) -> str:
    """found, waits, changed, gone or wrong."""
    if now is None:
        return "wrong" if isinstance(answer, Anchored) else "gone"
    low, high = _range_now(one, was, now)
    true = letters(new, now, low, high)
    if isinstance(answer, Anchored):
        share = _overlap(true, _letters_at(new, answer.places))
        is_same = was.text == now.text
        return "found" if share >= (0.9 if is_same else 0.7) else "wrong"
    old_words, new_words = fold(was.text).text[one.low : one.high], fold(now.text).text[low:high]
    return "changed" if re.findall(r"\d+", old_words) != re.findall(r"\d+", new_words) else "waits"


def evidence(parts: list[Part], old: Printed, draw: random.Random) -> Iterator[Evidence]:
    """Whole parts as coded passages are, and short stretches as facts are: dates, sums, names, a word."""
    ground = Ground(old.document)
    for part in parts:
        (page, start, end), *_ = old.places[part.id]
        begin = len(part.printed) - len(part.text)
        whole = select(ground, Locator(page, start, end))
        yield Evidence(part.id, 0, len(fold(part.text).text), whole)
        for match in _SHORT.finditer(part.text):
            low = len(fold(part.text[: match.start()]).text)
            at = start + begin + match.start()
            there = select(ground, Locator(page, at, at + len(match.group())))
            yield Evidence(part.id, low, low + len(fold(match.group()).text), there)
        sentences = [one for one in re.finditer(r"[^.]+\.", part.text) if len(one.group().split()) > 6]
        if len(sentences) > 1:
            one = draw.choice(sentences)
            low, words = len(fold(part.text[: one.start()]).text), one.group().strip()
            at = start + begin + part.text.index(words, one.start())
            yield Evidence(
                part.id, low, low + len(fold(words).text), select(ground, Locator(page, at, at + len(words)))
            )


def _range_now(one: Evidence, was: Part, now: Part) -> tuple[int, int]:
    """Where the letters of the evidence are in the changed words of its part, which changed in one place."""
    old, new = fold(was.text).text, fold(now.text).text
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    last = min(len(old), len(new)) - same
    tail = next((at for at, (a, b) in enumerate(zip(old[::-1], new[::-1], strict=False)) if a != b), last)
    tail = min(tail, last)
    grown = len(new) - len(old)
    low = one.low if one.low <= same else max(same, one.low + grown)
    high = one.high if one.high <= same else max(low, one.high + grown)
    return low, high


def letters(new: Printed, part: Part, low: int, high: int) -> Letters:
    """The places of some letters of a part as it is printed now."""
    at = [
        (page, start + place)
        for page, start, end in new.places[part.id]
        for place in fold(new.document.pages[page - 1].text[start:end]).at
    ]
    number = len(fold(part.printed[: len(part.printed) - len(part.text)]).text)
    return frozenset(at[number + low : number + high])


def _letters_at(new: Printed, places: tuple[Locator, ...]) -> Letters:
    return frozenset(
        (one.page, one.start + place)
        for one in places
        for place in fold(new.document.pages[one.page - 1].text[one.start : one.end]).at
    )


def _overlap(some: Letters, other: Letters) -> float:
    """The share of two sets of letters that both have; a number before the words is no difference."""
    if some and some < other and len(other) - len(some) <= 5:
        return 1.0
    return len(some & other) / max(1, len(some | other))
