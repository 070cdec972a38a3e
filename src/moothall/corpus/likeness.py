"""Words that changed: the stretches of a document that are like a quotation and like what stood beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from moothall.corpus.folding import fold
from moothall.corpus.ground import Ground
from moothall.corpus.selectors import Selectors
from moothall.domain.facts import Locator

LEAST = 0.4
"""Of a quotation, by letters, so much must be there still for a place to be shown to a person."""
SURE = 0.7
"""So much, for a place to be taken without one."""
FEWEST_WORDS = 5
MOST_WINDOWS = 6
_COMMON = 60
_WORD = re.compile(r"\S+(?:[-\u00ad\u2010]\n\s*\S+)?")
_NO = "not no never none nor without unless except neither cannot only nothing refuse refused reject rejected"
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday weekly monthly quarterly yearly annual before after"
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand million billion"
)
_MEASURES = "half third quarter more less fewer increase decrease rise fall above below least most all some"
_DUTIES = "must shall should will fail failed"
TURNS = frozenset(f"{_NO} {_MONTHS} {_DAYS} {_NUMBERS} {_MEASURES} {_DUTIES}".split())
"""Words that turn what a sentence says. Where one of them came or went, a person looks."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word folded, with where it stands in the whole text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """A stretch of the text that may be the changed words.

    ``kept`` is the share of the quotation found there, ``own`` the share of the stretch that is the quotation's, and
    ``before`` and ``after`` the shares of what stood beside. ``turned``: a figure, a date, a "not" or another word
    that turns the meaning came or went.
    """

    start: int
    end: int
    places: tuple[Locator, ...]
    kept: float
    own: float
    before: float
    after: float
    count: int
    turned: bool

    @property
    def agrees(self) -> float:
        """All of it as one number, to compare places with each other."""
        return self.kept * (0.5 + self.own / 2) + 0.2 * (self.before + self.after)

    @property
    def is_sure(self) -> bool:
        """Whether these are the words, though some changed, and still say the same."""
        is_like = self.kept >= SURE and self.own >= 0.6 and self.count >= FEWEST_WORDS and not self.turned
        return is_like and (max(self.before, self.after) >= 0.6 or (self.kept >= 0.85 and self.count >= 12))

    @property
    def is_held(self) -> bool:
        """Whether what stands beside holds the place by itself, with nothing known of the earlier text."""
        return min(self.before, self.after) >= 0.6 or (max(self.before, self.after) >= 0.9 and self.kept >= 0.85)


def alike(selectors: Selectors, ground: Ground) -> Iterator[Likeness]:
    """Every stretch of the text that is like the words, no two of them the same."""
    sides = [words_of(one) for one in (selectors.prefix, selectors.exact, selectors.suffix)]
    if not sides[1]:
        return
    # A word cut in two where the prefix begins, or the suffix ends, is none.
    sides[0], sides[2] = sides[0][1:], sides[2][:-1]
    text = words_of(ground.text)
    asked = [word.text for side in sides for word in side]
    low = len(sides[0])
    high = low + len(sides[1])
    seen: set[tuple[int, int]] = set()
    for begin in _windows(asked, text):
        first = max(0, begin - 12 - len(sides[1]) // 2)
        window = text[first : begin + len(asked) + 12 + len(sides[1]) // 2]
        found = _aligned(asked, low, high, window, ground)
        if found is not None and (found.start, found.end) not in seen:
            seen.add((found.start, found.end))
            yield found


def words_of(text: str) -> list[Word]:
    """The words of a text folded; a word broken at the end of a line is one."""
    found = ((match, fold(match.group()).text) for match in _WORD.finditer(text))
    return [Word(folded, match.start(), match.end()) for match, folded in found if folded]


def _windows(asked: Sequence[str], text: Sequence[Word]) -> list[int]:
    """Where in the text the words asked for may begin: where most of them, rare ones, stand in step."""
    places: dict[str, list[int]] = {}
    wanted = set(asked)
    for at, word in enumerate(text):
        if word.text in wanted:
            places.setdefault(word.text, []).append(at)
    votes: Counter[int] = Counter()
    step = max(6, len(asked) // 4)
    for at, letters in enumerate(asked):
        stands = places.get(letters, [])
        if len(stands) <= _COMMON:
            for place in stands:
                votes[(place - at) // step] += len(letters)
    joined = {bucket: count + votes.get(bucket + 1, 0) for bucket, count in votes.items()}
    best = sorted(joined, key=lambda bucket: (-joined[bucket], bucket))[:MOST_WINDOWS]
    return [bucket * step for bucket in best]


def _aligned(asked: Sequence[str], low: int, high: int, window: Sequence[Word], ground: Ground) -> Likeness | None:
    """The stretch of a window that lines up with the quotation, which is ``asked[low:high]``."""
    said = [word.text for word in window]
    pairs: dict[int, int] = {}
    for block in SequenceMatcher(None, asked, said, autojunk=False).get_matching_blocks():
        pairs.update((block.a + at, block.b + at) for at in range(block.size))
    inside = [at for at in range(low, high) if at in pairs]
    start, end = _edges(pairs, inside, low, high, len(window))
    if start is None or end is None or start >= end:
        return None
    matched = {pairs[at] for at in inside}
    gone = [asked[at] for at in range(low, high) if at not in pairs]
    come = [said[at] for at in range(start, end) if at not in matched]
    kept = _letters(asked[at] for at in inside) / _letters(asked[low:high])
    sides = _share(asked, pairs, range(low)), _share(asked, pairs, range(high, len(asked)))
    if kept < LEAST and min(sides) < 0.6:
        return None
    own = _letters(said[at] for at in matched) / max(1, _letters(said[start:end]))
    whole = window[start].start, window[end - 1].end
    turned = any(_turns(word) for word in (*gone, *come))
    return Likeness(*whole, ground.places(*whole), kept, own, *sides, high - low, turned)


def _edges(
    pairs: dict[int, int], inside: Sequence[int], low: int, high: int, length: int
) -> tuple[int | None, int | None]:
    """Where the quotation begins and ends in the window: at its own words, or where its neighbours leave room."""
    before, after = pairs.get(low - 1), pairs.get(high)
    if not inside:
        return (None, None) if before is None or after is None else (before + 1, after)
    start, end = pairs[inside[0]], pairs[inside[-1]] + 1
    if inside[0] > low:
        missing = inside[0] - low
        room = start - before - 1 if before is not None else -1
        start -= room if 0 <= room <= 2 * missing + 2 else min(missing, start)
    if inside[-1] < high - 1:
        missing = high - 1 - inside[-1]
        room = after - end if after is not None else -1
        end += room if 0 <= room <= 2 * missing + 2 else min(missing, length - end)
    return start, end


def _share(asked: Sequence[str], pairs: dict[int, int], side: range) -> float:
    whole = _letters(asked[at] for at in side)
    return _letters(asked[at] for at in side if at in pairs) / whole if whole else 0.0


def _letters(words: Iterator[str] | Sequence[str]) -> int:
    return sum(len(word) for word in words)


def _turns(word: str) -> bool:
    return word in TURNS or any(letter.isdigit() for letter in word) or "£" in word
