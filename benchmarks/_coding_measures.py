"""What the bench of codes measures by: the held-out passages, macro-F1, and TF-IDF with a linear model beside ours."""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from moothall.corpus.coding import suggester
from moothall.corpus.coding.excerpts import Excerpt, Suggestion
from moothall.corpus.coding.fitting import fit
from moothall.corpus.coding.learning import fitted
from moothall.corpus.coding.words import words
from moothall.domain.coding import Example
from moothall.domain.plain import build
from moothall.reference import coding_frame

HELD_OUT = Path(__file__).resolve().parent / "data" / "coding_held_out.jsonl"
LEARNT = 300
THEMES = tuple(one.id for one in coding_frame.frame().themes)
SHARES = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
_RESAMPLED = 1000
_LINEAR_RIDGE = 0.1


def held_out() -> tuple[list[Example], list[Example]]:
    """The held-out passages with their codes: those that coders confirmed, and those that are judged."""
    lines = HELD_OUT.read_text(encoding="utf-8").rstrip().split("\n")
    found = [build(Example, json.loads(line)) for line in lines]
    return found[:LEARNT], found[LEARNT:]


def sentences() -> tuple[Example, ...]:
    """The frame's own sentences that have a theme: the linear model is taught them too."""
    return tuple(one for one in suggester.frame_sentences(coding_frame.frame()) if one.theme)


def part(share: float) -> list[Example]:
    """A share of the written examples, drawn alike on every run."""
    every = coding_frame.examples()
    return random.Random(0).sample(every, round(share * len(every)))  # noqa: S311 - the same on every run is what counts


def words_alone(one: Example) -> Excerpt:
    """A passage with nothing around it."""
    return Excerpt(one.text)


def told_to_strangers() -> list[tuple[Example, Suggestion, Suggestion]]:
    """Each written example with what is suggested by those who learnt from the other writers: with its heading and
    neighbours, and by its words alone."""
    found = []
    for writer in sorted({_writer(one) for one in coding_frame.examples()}):
        asked = [one for one in coding_frame.examples() if _writer(one) == writer]
        taught = fitted([one for one in coding_frame.examples() if _writer(one) != writer], ())
        whole = taught.suggest([suggester.excerpt_of(one) for one in asked])
        found += zip(asked, whole, taught.suggest([words_alone(one) for one in asked]), strict=True)
    return found


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
    coefficients = fit(look(split), shares, evened, ridge, np.zeros((len(places) + 1, len(THEMES))))
    leanings = look([Counter(words(one.text)) for one in asked]) @ coefficients
    return [THEMES[int(best)] for best in leanings.argmax(axis=1)]


def themes_told(taught: suggester.Suggester, asked: Sequence[Excerpt]) -> list[str]:
    """The theme suggested for each passage."""
    return [one.theme for one in taught.suggest(asked)]


def by_theme(right: Sequence[Example], given: Sequence[str]) -> list[float]:
    """F1 of each theme, where a second theme a coder could defend counts as right."""
    held = [told if told in (one.theme, one.theme_also) else one.theme for one, told in zip(right, given, strict=True)]
    found = []
    for theme in THEMES:
        both = sum(one == told == theme for one, told in zip(held, given, strict=True))
        either = held.count(theme) + list(given).count(theme)
        found.append(2 * both / either if either else 0.0)
    return found


def macro(right: Sequence[Example], given: Sequence[str]) -> float:
    """The mean of the themes' F1."""
    return float(np.mean(by_theme(right, given)))


def interval(right: Sequence[Example], given: Sequence[str]) -> tuple[float, float]:
    """The middle 95% of macro-F1 over passages drawn again with replacement."""
    draw, found = np.random.default_rng(0), []
    for _ in range(_RESAMPLED):
        picked = draw.integers(0, len(right), len(right))
        found.append(macro([right[at] for at in picked], [given[at] for at in picked]))
    return float(np.quantile(found, 0.025)), float(np.quantile(found, 0.975))


def hits(right: Sequence[Example], given: Sequence[Suggestion]) -> list[bool]:
    """Whether each suggested theme is one that coders gave or could defend."""
    return [told.theme in (one.theme, one.theme_also) for one, told in zip(right, given, strict=True)]


def _writer(one: Example) -> str:
    return one.id.split("-")[0]
