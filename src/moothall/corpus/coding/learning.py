"""Fitting what suggests codes: from the passages written for the frame, and then from what coders confirmed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from moothall.corpus.coding.calibration import heat_of
from moothall.corpus.coding.cue_book import CueBook
from moothall.corpus.coding.excerpts import Excerpt
from moothall.corpus.coding.fitting import Matrix, Narrow
from moothall.corpus.coding.heads import CodeLessons, ThemeLessons, theme_leanings
from moothall.corpus.coding.model import HEED, Suggester
from moothall.corpus.coding.views import Views, views_of
from moothall.domain.coding import CodeKind, CodingFrame, Example
from moothall.reference import coding_frame
from moothall.reference.word_vectors import word_vectors

VERSION = "2"
CONFIRMED_COUNTS = 2.0
"""How many written examples a confirmed passage outweighs: it is a real passage, and its coder knows the round."""
ENOUGH_TO_JUDGE = 60
"""From this many confirmed passages on, probabilities are judged by them and no longer by written ones."""
WRITTEN_IS_CLEARER = 1.6
"""Passages written to teach are clearer than real ones, so what they promise is softened by this much (judgement)."""
_PARTS = 4
_BATCH = 256


def taught(confirmed: Sequence[Example]) -> Suggester:
    """The suggester taught by the frame and then by these confirmed passages, in a few seconds.

    Passages of one document should stand beside each other, so that probabilities are judged by other documents.
    Raises ValueError where a confirmed passage has a code the frame does not hold.
    """
    check(confirmed)
    return fitted(coding_frame.examples(), confirmed)


def fitted(written: Sequence[Example], confirmed: Sequence[Example]) -> Suggester:
    """A suggester fitted to written passages (their writer stands before the dash of an id), to the sentences of the
    frame, and to confirmed passages."""
    frame = coding_frame.frame()
    examples = (*written, *frame_sentences(frame), *confirmed)
    views = views_of(CueBook(coding_frame.cues()), (one.text for one in examples), word_vectors()[1].shape[1])
    seen = _seen(views, examples)
    counts = np.ones(len(examples))
    counts[len(examples) - len(confirmed) :] = CONFIRMED_COUNTS
    with_theme = [row for row, one in enumerate(examples) if one.theme]
    themed, seen_themed = [examples[row] for row in with_theme], seen[with_theme]
    lessons = ThemeLessons(views, seen_themed, themed, counts[with_theme], [one.id for one in frame.themes])
    themes = lessons.head()
    codes = CodeLessons(views, seen, counts)
    practices = codes.head([one.practice for one in examples], [one.id for one in frame.practices])
    barriers = codes.head([one.barrier for one in examples], [one.id for one in frame.barriers])
    heat = _heat(lessons, views, seen_themed, themed, _parts(written, len(themed), len(confirmed)))
    if len(confirmed) < ENOUGH_TO_JUDGE:
        heat *= WRITTEN_IS_CLEARER
    return Suggester(views, themes, practices, barriers, heat, _name(frame, confirmed))


def excerpt_of(one: Example) -> Excerpt:
    """An example as a passage to be asked about."""
    return Excerpt(one.text, one.heading, one.before, one.after)


def frame_sentences(frame: CodingFrame) -> Iterator[Example]:
    """The short sentences that stand beside each code in the frame. One beside a practice may be of any theme."""
    for kind, code in frame.every():
        for number, sentence in enumerate(code.examples, 1):
            yield Example(
                id=f"{code.id}-{number}",
                text=sentence,
                theme={CodeKind.THEME: code.id, CodeKind.BARRIER: "barriers", CodeKind.PRACTICE: ""}[kind],
                practice=code.id if kind is CodeKind.PRACTICE else None,
                barrier=code.id if kind is CodeKind.BARRIER else None,
            )


def check(confirmed: Sequence[Example]) -> None:
    """Raise ValueError, with the code, for a confirmed passage whose code the frame does not hold."""
    frame = coding_frame.frame()
    known = {kind: {one.id for one in frame.codes(kind)} for kind in CodeKind}
    for one in confirmed:
        for kind, code in (
            (CodeKind.THEME, one.theme),
            (CodeKind.THEME, one.theme_also),
            (CodeKind.PRACTICE, one.practice),
            (CodeKind.BARRIER, one.barrier),
        ):
            if code is not None and code not in known[kind]:
                raise ValueError(f"{code!r} is no {kind.value} of frame {frame.version}. Use a code of the frame.")


def _seen(views: Views, examples: Sequence[Example]) -> Narrow:
    excerpts = [excerpt_of(one) for one in examples]
    parts = [excerpts[start : start + _BATCH] for start in range(0, len(excerpts), _BATCH)]
    return np.vstack([views.look(part).astype(np.float32) for part in parts])


def _parts(written: Sequence[Example], themed: int, confirmed: int) -> Iterator[tuple[list[int], list[int]]]:
    """The places of passages to judge by, with those to leave out of the fit: each writer's passages, or where enough
    are confirmed, those in parts of neighbours, so that most documents lie in one part."""
    first = themed - confirmed
    if confirmed >= ENOUGH_TO_JUDGE:
        bounds = np.linspace(first, themed, _PARTS + 1).astype(int)
        for start, end in pairwise(bounds):
            yield list(range(start, end)), list(range(start, end))
        return
    held: dict[str, list[int]] = {}
    for row, one in enumerate(written):
        held.setdefault(one.id.split("-")[0], []).append(row)
    for writer in sorted(held):
        yield held[writer], [*held[writer], *range(first, themed)]


def _heat(
    lessons: ThemeLessons,
    views: Views,
    seen: Narrow,
    themed: Sequence[Example],
    parts: Iterable[tuple[list[int], list[int]]],
) -> float:
    """How far to soften leanings, judged by passages that were left out of the fit."""
    leanings, right = [], []
    for part, left_out in parts:
        head = lessons.head_without(left_out)
        leanings.append(theme_leanings(head, views, seen[part], [excerpt_of(themed[row]) for row in part], HEED))
        right.append(_accepted([themed[row] for row in part]))
    return heat_of(np.vstack(leanings), np.vstack(right))


def _accepted(examples: Sequence[Example]) -> Matrix:
    """1 for each theme that coders gave or could defend (passages by themes)."""
    themes = [one.id for one in coding_frame.frame().themes]
    return np.array([[float(theme in (one.theme, one.theme_also)) for theme in themes] for one in examples])


def _name(frame: CodingFrame, confirmed: Sequence[Example]) -> str:
    name = f"moothall coding {VERSION}, frame {frame.version}"
    if not confirmed:
        return name
    told = "\n".join(sorted(repr(one) for one in confirmed))
    return f"{name}, {len(confirmed)} confirmed ({hashlib.sha256(told.encode()).hexdigest()[:8]})"
