"""How well codes are suggested for passages of a writer nobody learnt from, beside TF-IDF with a linear model taught
the same passages. They are in data/coding_held_out.jsonl: the first 300 are what coders confirmed, and the weights of
the views were chosen with their help; the rest are judged, and nothing is ever tuned on them."""

from __future__ import annotations

import json
import math
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from moothall.corpus.coding import suggester
from moothall.corpus.coding.calibration import gap, reliability
from moothall.corpus.coding.excerpts import Excerpt, Suggestion
from moothall.corpus.coding.fitting import fit
from moothall.corpus.coding.words import words
from moothall.domain.coding import Example
from moothall.domain.plain import build
from moothall.project.shell.code import answers_of
from moothall.reference import coding_frame
from tests.samples import as_reportlab_pdf, report

HELD_OUT = Path(__file__).resolve().parent / "data" / "coding_held_out.jsonl"
LEARNT = 300
PLANS = 60
_RESAMPLED = 1000
_LINEAR_RIDGE = 0.1
THEMES = tuple(one.id for one in coding_frame.frame().themes)


def main() -> None:
    """Print macro-F1 with its interval and by theme, before and after learning, the curve of reliability, and speed."""
    first, held = held_out()[:LEARNT], held_out()[LEARNT:]
    written = (*coding_frame.examples(), *suggester.frame_sentences(coding_frame.frame()))
    written = tuple(one for one in written if one.theme)
    print(f"  {len(written)} examples of the frame, {len(held)} held-out passages of another writer")
    ours = _ours(suggester.shipped(), held)
    _show("taught by the frame", held, ours, linear(written, held))
    _show_without_heading(held)
    after = _ours(suggester.taught(first), held)
    _show(f"after {LEARNT} confirmed", held, after, linear((*written, *first), held))
    _show_reliability("taught by the frame", held, ours)
    _show_reliability(f"after {LEARNT} confirmed", held, after)
    _show_codes(held, ours)
    _show_speed(held)


def held_out() -> list[Example]:
    """The held-out passages with their codes."""
    return [build(Example, json.loads(line)) for line in HELD_OUT.read_text(encoding="utf-8").rstrip().split("\n")]


def linear(learnt: Sequence[Example], asked: Sequence[Example]) -> list[str]:
    """What TF-IDF of single words and multinomial logistic regression make of the passages: the measure to beat."""
    split = [Counter(words(one.text)) for one in learnt]
    seen = Counter(word for one in split for word in one)
    places = {word: place for place, word in enumerate(sorted(seen))}
    rarity = {word: math.log((1 + len(learnt)) / (1 + times)) + 1 for word, times in seen.items()}

    def look(counted: Sequence[Counter[str]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        found = np.zeros((len(counted), len(places) + 1))
        for row, one in enumerate(counted):
            for word, times in one.items():
                if word in places:
                    found[row, places[word]] = (1 + math.log(times)) * rarity[word]
        found /= np.maximum(np.sqrt((found * found).sum(axis=1, keepdims=True)), 1e-9)
        found[:, -1] = 1
        return found

    shares = np.array([[float(one.theme == theme) for theme in THEMES] for one in learnt])
    evened = shares @ (len(learnt) / (len(THEMES) * np.maximum(shares.sum(axis=0), 1)))
    ridge = np.full(len(places) + 1, _LINEAR_RIDGE)
    ridge[-1] = 1e-3
    coefficients = fit(look(split), shares, evened, ridge, np.zeros((len(places) + 1, len(THEMES))))
    scores = look([Counter(words(one.text)) for one in asked]) @ coefficients
    return [THEMES[int(best)] for best in scores.argmax(axis=1)]


def by_theme(right: Sequence[Example], given: Sequence[str]) -> list[float]:
    """F1 of each theme, where a second theme a coder could defend counts as right."""
    held = [told if told in (one.theme, one.theme_also) else one.theme for one, told in zip(right, given, strict=True)]
    found = []
    for theme in THEMES:
        both = sum(one == told == theme for one, told in zip(held, given, strict=True))
        either = held.count(theme) + list(given).count(theme)
        found.append(2 * both / either if either else 0.0)
    return found


def _ours(taught: suggester.Suggester, asked: Sequence[Example]) -> list[Suggestion]:
    return list(taught.suggest([suggester.excerpt_of(one) for one in asked]))


def _show(name: str, right: Sequence[Example], ours: Sequence[Suggestion], theirs: Sequence[str]) -> None:
    told = [one.theme for one in ours]
    each, other = by_theme(right, told), by_theme(right, theirs)
    mine, their = float(np.mean(each)), float(np.mean(other))
    low, high = _interval(right, told)
    print(f"  {name}: macro-F1 {mine:.3f} ({low:.3f} to {high:.3f}); TF-IDF and a linear model {their:.3f}; ", end="")
    print(f"ahead by {mine - their:+.3f}")
    for theme, one, two in zip(THEMES, each, other, strict=True):
        print(f"    {theme:<20} {one:.2f}   {two:.2f}")


def _show_without_heading(held: Sequence[Example]) -> None:
    """The same passages with nothing around them."""
    told = [one.theme for one in suggester.shipped().suggest([Excerpt(one.text) for one in held])]
    print(f"  taught by the frame, words alone: macro-F1 {float(np.mean(by_theme(held, told))):.3f}")


def _interval(right: Sequence[Example], told: Sequence[str]) -> tuple[float, float]:
    """The middle 95% of macro-F1 over passages drawn again with replacement."""
    draw, found = np.random.default_rng(0), []
    for _ in range(_RESAMPLED):
        picked = draw.integers(0, len(right), len(right))
        found.append(float(np.mean(by_theme([right[at] for at in picked], [told[at] for at in picked]))))
    return float(np.quantile(found, 0.025)), float(np.quantile(found, 0.975))


def _show_reliability(name: str, right: Sequence[Example], ours: Sequence[Suggestion]) -> None:
    hit = [told.theme in (one.theme, one.theme_also) for one, told in zip(right, ours, strict=True)]
    curve = reliability([one.confidence for one in ours], hit)
    print(f"  reliability, {name}: told and right differ by {gap(curve):.3f} on average")
    for one in curve:
        print(f"    told {one.lowest:.1f} to {one.highest:.1f}: {one.passages:4d} passages, ", end="")
        print(f"told {one.told:.2f}, right {one.right:.2f}")
    sure = [ok for ok, told in zip(hit, ours, strict=True) if not told.is_unsure]
    print(f"    relied on: {len(sure) / len(hit):.0%} of passages, {sum(sure) / max(1, len(sure)):.0%} of them right")


def _show_codes(right: Sequence[Example], ours: Sequence[Suggestion]) -> None:
    for kind in ("practice", "barrier"):
        pairs = [(getattr(one, kind), getattr(told, kind)) for one, told in zip(right, ours, strict=True)]
        given = [code == told for code, told in pairs if told]
        there = [code == told for code, told in pairs if code]
        print(f"  {kind}: {sum(given) / max(1, len(given)):.0%} of {len(given)} suggested are right, ", end="")
        print(f"{sum(there) / max(1, len(there)):.0%} of {len(there)} given are suggested")


def _show_speed(held: Sequence[Example]) -> None:
    excerpts = [suggester.excerpt_of(one) for one in held]
    since = time.process_time()
    for _ in range(3):
        list(suggester.shipped().suggest(excerpts))
    print(f"  {3 * len(excerpts) / (time.process_time() - since):.0f} passages a CPU second")
    data = as_reportlab_pdf.make(report.long(), header=report.HEAD)
    with tempfile.TemporaryDirectory() as folder:
        files = [str(Path(folder) / f"{number:03d}.pdf") for number in range(PLANS)]
        for file in files:
            Path(file).write_bytes(data)
        since = time.perf_counter()
        found = [answer for _, answers in answers_of(files, suggester.shipped()) for answer in answers]
        took = time.perf_counter() - since
    pages = max(one["page"] for one in found)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024
    each = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"  {PLANS} plans of {pages} pages read, split and coded in {took:.1f} s ({len(found)} passages); ", end="")
    print(f"317 of 6 pages would take {took / PLANS / pages * 6 * 317:.0f} s")
    print(f"  memory: {memory:.0f} MB here, {each:.0f} MB in the largest other process")
