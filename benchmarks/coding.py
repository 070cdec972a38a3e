"""How well codes are suggested for passages of a writer nobody learnt from, beside TF-IDF with a linear model taught
the same passages. They are in data/coding_held_out.jsonl: the first 300 are what coders confirmed, and the weights of
the views were chosen with their help; the rest are judged, and nothing is ever tuned on them."""

from __future__ import annotations

import time
from collections.abc import Sequence

from benchmarks._coding_measures import (
    LEARNT,
    SHARES,
    THEMES,
    by_theme,
    held_out,
    hits,
    interval,
    linear,
    macro,
    part,
    sentences,
    themes_told,
    told_to_strangers,
    words_alone,
)
from moothall.corpus.coding import suggester
from moothall.corpus.coding.calibration import gap, reliability
from moothall.corpus.coding.excerpts import Suggestion
from moothall.corpus.coding.learning import fitted
from moothall.domain.coding import Example
from moothall.reference import coding_frame


def main() -> None:
    """Print macro-F1 with its interval and by theme, before and after learning, the curves, and speed."""
    first, held = held_out()
    written = (*coding_frame.examples(), *sentences())
    asked = [suggester.excerpt_of(one) for one in held]
    print(f"  {len(written)} examples of the frame, {len(held)} held-out passages of another writer")
    ours = list(suggester.shipped().suggest(asked))
    _show("taught by the frame", held, ours, linear(written, held))
    alone = macro(held, themes_told(suggester.shipped(), [words_alone(one) for one in held]))
    print(f"  taught by the frame, words alone: macro-F1 {alone:.3f}")
    since = time.process_time()
    taught = suggester.taught(first)
    took = time.process_time() - since
    _show(f"after {LEARNT} confirmed", held, list(taught.suggest(asked)), linear((*written, *first), held))
    print(f"  {LEARNT} confirmed passages were learnt in {took:.1f} s of CPU")
    _show_curve(held)
    _show_reliability(first, held, taught)
    _show_codes(held, ours)
    since = time.process_time()
    for _ in range(3):
        list(suggester.shipped().suggest(asked))
    print(f"  {3 * len(asked) / (time.process_time() - since):.0f} passages a CPU second")


def _show(name: str, right: Sequence[Example], ours: Sequence[Suggestion], theirs: Sequence[str]) -> None:
    told = [one.theme for one in ours]
    mine, their = macro(right, told), macro(right, theirs)
    low, high = interval(right, told)
    print(f"  {name}: macro-F1 {mine:.3f} ({low:.3f} to {high:.3f}); TF-IDF and a linear model {their:.3f}; ", end="")
    print(f"ahead by {mine - their:+.3f}")
    for theme, one, two in zip(THEMES, by_theme(right, told), by_theme(right, theirs), strict=True):
        print(f"    {theme:<20} {one:.2f}   {two:.2f}")


def _show_curve(held: Sequence[Example]) -> None:
    """How far ahead the codebook is where fewer examples are known: the farther away real plans are, the fewer help."""
    print("  taught a share of the examples:   whole   words alone   TF-IDF and a linear model")
    for share, whole, alone, theirs in lead(held):
        print(f"    {share:>4.0%}                            {whole:.3f}   {alone:.3f}         {theirs:.3f}")


def lead(held: Sequence[Example]) -> list[tuple[float, float, float, float]]:
    """Macro-F1 by share of the examples: with headings and neighbours, by words alone, and of the linear model."""
    found = []
    for share in SHARES:
        taught = fitted(part(share), ()) if share < 1 else suggester.shipped()
        whole = macro(held, themes_told(taught, [suggester.excerpt_of(one) for one in held]))
        alone = macro(held, themes_told(taught, [words_alone(one) for one in held]))
        found.append((share, whole, alone, macro(held, linear((*part(share), *sentences()), held))))
    return found


def _show_reliability(first: Sequence[Example], held: Sequence[Example], taught: suggester.Suggester) -> None:
    strangers = told_to_strangers()
    right = [one for one, _, _ in strangers]
    _reliability("writers left out of the frame", right, [one for _, one, _ in strangers])
    _reliability("writers left out of the frame, words alone", right, [one for _, _, one in strangers])
    asked = [suggester.excerpt_of(one) for one in held]
    _reliability("held-out writer", held, list(suggester.shipped().suggest(asked)))
    _reliability(f"held-out writer, {len(first)} confirmed", held, list(taught.suggest(asked)))


def _reliability(name: str, right: Sequence[Example], given: Sequence[Suggestion]) -> None:
    hit = hits(right, given)
    curve = reliability([one.confidence for one in given], hit)
    print(f"  reliability, {name}: told and right differ by {gap(curve):.3f} on average")
    for one in curve:
        print(f"    told {one.lowest:.1f} to {one.highest:.1f}: {one.passages:4d} passages, ", end="")
        print(f"told {one.told:.2f}, right {one.right:.2f}")
    for name, kept in (("relied on", False), ("unsure", True)):
        some = [ok for ok, told in zip(hit, given, strict=True) if told.is_unsure == kept]
        print(f"    {name}: {len(some) / len(hit):.0%} of passages, {sum(some) / max(1, len(some)):.0%} of them right")


def _show_codes(right: Sequence[Example], ours: Sequence[Suggestion]) -> None:
    for kind in ("practice", "barrier"):
        pairs = [(getattr(one, kind), getattr(told, kind)) for one, told in zip(right, ours, strict=True)]
        given = [code == told for code, told in pairs if told]
        there = [code == told for code, told in pairs if code]
        print(f"  {kind}: {sum(given) / max(1, len(given)):.0%} of {len(given)} suggested are right, ", end="")
        print(f"{sum(there) / max(1, len(there)):.0%} of {len(there)} given are suggested")
