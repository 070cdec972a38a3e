"""Sections that ask for more years at school than most readers have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from moothall.domain.placed_remarks import Material, PlacedRemark, Section, at, sentences
from moothall.domain.remarks import Remark

CHECK = "reading_age"
RULE = "Flesch-Kincaid school year, plus five years"
HARD = 20
"""Years of age from which a section is pointed out: beyond a first degree's first years."""
LEAST = 80
"""Words a section needs before the formula says anything of it."""
SHOWN = 3
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_VOWELS = re.compile(r"[aeiouy]+")


def check(material: Material) -> Iterator[PlacedRemark]:
    """Give the reading age of each hard section with its hardest sentences. A hint: some subjects are hard."""
    for section in material.sections:
        years = age(section.text)
        if years is None or years < HARD:
            continue
        hardest = sorted(_counted(section), key=lambda one: (-one[0], one[1]))[:SHOWN]
        _, start, end = hardest[0]
        message = f"{section.label} reads at an age of about {years}."
        then = "Part the longest sentences in two, and use the shorter word where there is one."
        also = tuple(section.text[first:last] for _, first, last in hardest[1:])
        yield replace(at(section, start, end, Remark(CHECK, message, RULE, then), is_hint=True), also=also)


def age(text: str) -> int | None:
    """The reading age of a text in years by the Flesch-Kincaid school year and five, or None for less than 80 words.

    The school year is 0.39 words a sentence and 11.8 syllables a word, less 15.59 (Kincaid and others, 1975).
    """
    found = list(sentences(text))
    words = _WORD.findall(text)
    if len(words) < LEAST or not found:
        return None
    return round(_school_year(len(words), len(found), sum(map(syllables, words))) + 5)


@lru_cache(maxsize=20_000)  # the same words come again and again, and a long plan is looked at on every page of it
def syllables(word: str) -> int:
    """How many syllables a word has, counted by its vowels; at least one."""
    bare = re.sub(r"[^a-z]", "", word.casefold())
    count = len(_VOWELS.findall(bare))
    if bare.endswith("e") and not bare.endswith(("le", "ee", "ie")) and count > 1:
        count -= 1
    if bare.endswith(("ed", "es")) and not bare.endswith(
        ("ted", "ded", "ses", "xes", "zes", "ches", "shes", "ges", "ces")
    ):
        count -= 1 if count > 1 else 0
    return max(1, count)


def _school_year(words: int, sentences_: int, syllables_: int) -> float:
    return 0.39 * words / sentences_ + 11.8 * syllables_ / words - 15.59


def _counted(section: Section) -> Iterator[tuple[float, int, int]]:
    for start, end in sentences(section.text):
        words = _WORD.findall(section.text[start:end])
        if words:
            yield _school_year(len(words), 1, sum(map(syllables, words))), start, end
