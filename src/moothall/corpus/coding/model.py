"""What suggests codes once it is fitted: suggestions for passages, and its keeping in a file."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from moothall.corpus.coding.cue_book import CueBook
from moothall.corpus.coding.excerpts import Excerpt, Suggestion
from moothall.corpus.coding.explaining import Explanation, explained
from moothall.corpus.coding.fitting import Matrix, log_shares
from moothall.corpus.coding.heads import Head, theme_leanings
from moothall.corpus.coding.views import Views
from moothall.reference import coding_frame
from moothall.reference.word_vectors import word_vectors

UNSURE_BELOW = 0.6
"""A theme told with less than this probability is marked unsure: it is wrong too often to be relied on."""
HEED = 0.3
_BATCH = 256
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

    def explain(self, excerpt: Excerpt) -> Explanation:
        """Why the theme suggested for a passage was suggested: phrases and words with their places, and an example.

        It is evidence of what the suggestion rests on, and no proof that the theme is right.
        """
        (given,) = self.suggest([excerpt])
        return explained(self.views, self.themes, self.heat, excerpt, given.theme)

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


def _code(head: Head, shares: Matrix, needs: float) -> str | None:
    """The likeliest code, where some code is likelier than none by this much; else None."""
    best = int(np.argmax(shares[1:])) + 1
    return head.classes[best] if 1 - float(shares[0]) >= needs else None
