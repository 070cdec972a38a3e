"""The suggester: taught by the frame, then by what coders confirm. `shipped` and `taught` are its two doors."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

import numpy as np

from moothall.corpus.coding.calibration import heat_of
from moothall.corpus.coding.cue_book import CueBook
from moothall.corpus.coding.excerpts import Excerpt, Suggestion
from moothall.corpus.coding.fitting import Matrix, log_shares
from moothall.corpus.coding.heads import Head, code_head, theme_head, theme_leanings
from moothall.corpus.coding.views import Views, views_of
from moothall.domain.coding import CodeKind, CodingFrame, Example
from moothall.reference import coding_frame
from moothall.reference.sources import read_bytes
from moothall.reference.word_vectors import word_vectors

VERSION = "1"
UNSURE_BELOW = 0.6
"""A theme told with less than this probability is marked unsure: more than two in five of them may be wrong."""
HEED = 0.15
CONFIRMED_COUNTS = 2.0
"""How many written examples a confirmed passage outweighs: it is a real passage, and its coder knows the round."""
ENOUGH_TO_JUDGE = 60
"""From this many confirmed passages on, probabilities are judged by them and no longer by written ones."""
WRITTEN_IS_CLEARER = 1.6
"""Passages written to teach are clearer than real ones, so what they promise is softened by this much (judgement)."""
_BATCH = 256
_FOLDS = 4
_CODE_NEEDS = 0.5
_PLACES = 3


@dataclass(frozen=True, slots=True)
class Suggester:
    """Views and heads that were fitted, and how they are called in what they suggest."""

    views: Views
    themes: Head
    practices: Head
    barriers: Head
    heat: float
    name: str

    def suggest(self, excerpts: Iterable[Excerpt]) -> Iterator[Suggestion]:
        """A suggestion for every passage, in the order given. A passage's answer rests on itself alone."""
        waiting = iter(excerpts)
        while some := list(islice(waiting, _BATCH)):
            seen = self.views.look(some)
            leanings = theme_leanings(self.themes, self.views, seen, some, HEED) / self.heat
            shares = np.exp(log_shares(leanings))
            practices = np.exp(log_shares(self.practices.leanings(seen)))
            barriers = np.exp(log_shares(self.barriers.leanings(seen)))
            for row in range(len(some)):
                yield self._suggestion(shares[row], practices[row], barriers[row])

    def _suggestion(self, shares: Matrix, practices: Matrix, barriers: Matrix) -> Suggestion:
        themes = [str(one) for one in self.themes.classes]
        best = int(np.argmax(shares))
        is_barrier = themes[best] == "barriers"
        told = round(float(shares[best]), _PLACES)
        return Suggestion(
            theme=themes[best],
            confidence=told,
            is_unsure=told < UNSURE_BELOW,
            practice=None if is_barrier else _code(self.practices, practices, _CODE_NEEDS),
            barrier=_code(self.barriers, barriers, _CODE_NEEDS) if is_barrier else None,
            suggested_by=self.name,
            shares={theme: round(float(share), _PLACES) for theme, share in zip(themes, shares, strict=True)},
        )


@cache
def shipped() -> Suggester:
    """The suggester taught by the frame alone, as it was fitted by tools/coding_fitted.py."""
    return load(read_bytes("coding_fitted.npz"))


def taught(confirmed: Sequence[Example]) -> Suggester:
    """The suggester taught by the frame and then by these confirmed passages.

    Raises ValueError where a confirmed passage has a code the frame does not hold.
    """
    frame = coding_frame.frame()
    check(confirmed)
    written = (*coding_frame.examples(), *frame_sentences(frame))
    heat = _heat(coding_frame.examples(), confirmed)
    if len(confirmed) < ENOUGH_TO_JUDGE:
        heat *= WRITTEN_IS_CLEARER
    return fitted((*written, *confirmed), len(written), heat, _name(frame, confirmed))


def fitted(examples: Sequence[Example], written: int, heat: float, name: str) -> Suggester:
    """A suggester fitted to examples, of which the first ``written`` were written for the frame and not confirmed."""
    frame = coding_frame.frame()
    views = views_of(CueBook(coding_frame.cues()), (one.text for one in examples), word_vectors()[1].shape[1])
    seen = views.look([excerpt_of(one) for one in examples])
    counts = np.array([1.0] * written + [CONFIRMED_COUNTS] * (len(examples) - written))
    with_theme = [row for row, one in enumerate(examples) if one.theme]
    themes = theme_head(
        views,
        seen[with_theme],
        [examples[row] for row in with_theme],
        counts[with_theme],
        [one.id for one in frame.themes],
    )
    practices = code_head(views, seen, [one.practice for one in examples], counts, [one.id for one in frame.practices])
    barriers = code_head(views, seen, [one.barrier for one in examples], counts, [one.id for one in frame.barriers])
    return Suggester(views, themes, practices, barriers, heat, name)


def dump(suggester: Suggester) -> bytes:
    """The fitted suggester as a file. The frame and the phrases are not in it: they are read where they stand."""
    held = io.BytesIO()
    np.savez_compressed(
        held,
        terms=np.frombuffer("\n".join(suggester.views.terms).encode(), dtype=np.uint8),
        rarity=suggester.views.rarity,
        themes=suggester.themes.coefficients.astype(np.float32),
        practices=suggester.practices.coefficients.astype(np.float32),
        barriers=suggester.barriers.coefficients.astype(np.float32),
        heat=np.array(suggester.heat),
        name=np.frombuffer(suggester.name.encode(), dtype=np.uint8),
    )
    return held.getvalue()


def load(data: bytes) -> Suggester:
    """The suggester from the file that ``dump`` made."""
    frame = coding_frame.frame()
    with np.load(io.BytesIO(data), allow_pickle=False) as held:
        views = Views(
            CueBook(coding_frame.cues()),
            bytes(held["terms"]).decode().split("\n"),
            held["rarity"],
            word_vectors()[1].shape[1],
        )
        themes, practices, barriers = (held[name].astype(np.float64) for name in ("themes", "practices", "barriers"))
        return Suggester(
            views,
            Head(tuple(one.id for one in frame.themes), themes),
            Head((None, *(one.id for one in frame.practices)), practices),
            Head((None, *(one.id for one in frame.barriers)), barriers),
            float(held["heat"]),
            bytes(held["name"]).decode(),
        )


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


def _heat(written: Sequence[Example], confirmed: Sequence[Example]) -> float:
    """How far to soften leanings, by passages left out of the fit: each writer's, or confirmed ones by parts."""
    leanings, right = [], []
    for learnt, some, part in _left_out(written, confirmed):
        if part and learnt:
            leanings.append(raw_leanings(learnt, some, part))
            right.append(accepted(part))
    return heat_of(np.vstack(leanings), np.vstack(right)) if leanings else 1.0


def _left_out(
    written: Sequence[Example], confirmed: Sequence[Example]
) -> Iterator[tuple[list[Example], list[Example], list[Example]]]:
    """Written and confirmed passages to learn from, with those to judge by."""
    if len(confirmed) < ENOUGH_TO_JUDGE:
        for writer in sorted({_writer(one) for one in written}):
            others = [one for one in written if _writer(one) != writer]
            yield others, [], [one for one in written if _writer(one) == writer]
        return
    for fold in range(_FOLDS):
        part = [one for one in confirmed if _fold(one.text) == fold]
        yield list(written), [one for one in confirmed if _fold(one.text) != fold], part


def raw_leanings(written: Sequence[Example], confirmed: Sequence[Example], asked: Sequence[Example]) -> Matrix:
    """Scores of themes (passages by themes) for passages that were not learnt from, before they are softened."""
    examples = (*written, *confirmed)
    views = views_of(CueBook(coding_frame.cues()), (one.text for one in examples), word_vectors()[1].shape[1])
    counts = np.array([1.0] * len(written) + [CONFIRMED_COUNTS] * len(confirmed))
    themes = [one.id for one in coding_frame.frame().themes]
    head = theme_head(views, views.look([excerpt_of(one) for one in examples]), examples, counts, themes)
    excerpts = [excerpt_of(one) for one in asked]
    return theme_leanings(head, views, views.look(excerpts), excerpts, HEED)


def accepted(examples: Sequence[Example]) -> Matrix:
    """1 for each theme that coders gave or could defend (passages by themes)."""
    themes = [one.id for one in coding_frame.frame().themes]
    return np.array([[float(theme in (one.theme, one.theme_also)) for theme in themes] for one in examples])


def _code(head: Head, shares: Matrix, needs: float) -> str | None:
    """The likeliest code, where some code is likelier than none by this much; else None."""
    best = int(np.argmax(shares[1:])) + 1
    return head.classes[best] if 1 - float(shares[0]) >= needs else None


def _writer(one: Example) -> str:
    return one.id.split("-")[0]


def _fold(text: str) -> int:
    return hashlib.sha256(text.encode()).digest()[0] % _FOLDS


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


def _name(frame: CodingFrame, confirmed: Sequence[Example]) -> str:
    name = f"moothall coding {VERSION}, frame {frame.version}"
    if not confirmed:
        return name
    told = "\n".join(sorted(repr(one) for one in confirmed))
    return f"{name}, {len(confirmed)} confirmed ({hashlib.sha256(told.encode()).hexdigest()[:8]})"
