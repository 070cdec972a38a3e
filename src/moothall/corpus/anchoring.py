"""Finding words again in another version of their document. What is not sure goes to a person, with what it may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from moothall.corpus.beside import APART, beside
from moothall.corpus.earlier import SHORT, Earlier, span_of
from moothall.corpus.edges import dress, is_whole, number_before, without_number
from moothall.corpus.folding import fold, label
from moothall.corpus.ground import Ground
from moothall.corpus.likeness import Likeness, alike
from moothall.corpus.selectors import Selectors, occurrences, select
from moothall.documents.reading.document import Document
from moothall.domain.facts import Locator

LONG = 16
"""Words of so many letters say by themselves which they are, where they stand once in both versions."""
MOST_CANDIDATES = 5


class How(StrEnum):
    """How words were found: where they stood, elsewhere, set otherwise, or with some of them changed."""

    STANDS = "stands"
    MOVED = "moved"
    RESET = "reset"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Anchored:
    """The words were found. ``quote`` is what stands at ``places`` now, a line for each place."""

    places: tuple[Locator, ...]
    quote: str
    how: How


@dataclass(frozen=True, slots=True)
class Several:
    """The words may be at one of these places, or at none: a person says which. The likeliest comes first."""

    candidates: tuple[Anchored, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """Nothing in the document is like the words. A person says that they are gone, or where they are."""


Answer = Anchored | Several | Lost


def anchor(selectors: Selectors, document: Document, *, earlier: Document | None = None) -> Answer:
    """Where the words stand in a document. With the ``earlier`` text they come from, more is found, and more surely."""
    return Anchoring(document, earlier).find(selectors)


class Anchoring:
    """The search for many words in one document. The same words always get the same answer, in whatever order."""

    def __init__(self, document: Document, earlier: Document | None = None) -> None:
        self.ground = Ground(document)
        self.earlier = Earlier(Ground(earlier), self.ground) if earlier is not None else None
        self._paragraphs: dict[Locator, Answer] = {}

    def find(self, selectors: Selectors) -> Answer:
        """Where the words stand: as they were, set otherwise, or changed. Several or Lost where that is not sure."""
        if not fold(selectors.exact).text:
            return self._without_letters(selectors)
        bare = without_number(selectors)
        inside = self._in_its_paragraph(bare)
        if inside is not None:
            return self._anchored(selectors, inside)
        opens, closes = is_whole(bare)
        found = occurrences(self.ground, bare.exact, opens=opens, closes=closes)
        if found:
            return self._among(selectors, found, fold(bare.exact).text)
        return self._changed(bare)

    def _in_its_paragraph(self, selectors: Selectors) -> tuple[int, int] | None:
        """Where short words stand in the paragraph that was theirs, if that is found and has them as often as before.

        A date or a name may stand in many places; the paragraph around it stands in one.
        """
        if self.earlier is None or len(fold(selectors.exact).text) > SHORT or not self.earlier.holds(selectors):
            return None
        was = self.earlier.text
        start, end = self.earlier.span(selectors)
        around = was.around(start, end)
        if around is None:
            return None
        answer = self._paragraph(around)
        if not isinstance(answer, Anchored):
            return None
        here = self.ground.folded_range(self.ground.whole(answer.places[0])[0], self.ground.whole(answer.places[-1])[1])
        there = was.folded_range(*was.whole(around))
        low = was.folded_range(start, end)[1] - len(fold(selectors.exact).text)
        before = [one for one in occurrences(was, selectors.exact) if there[0] <= one[0] < there[1]]
        now = [one for one in occurrences(self.ground, selectors.exact) if here[0] <= one[0] < here[1]]
        nth = next((at for at, one in enumerate(before) if one[0] == low), None)
        return now[nth] if nth is not None and len(now) == len(before) else None

    def _paragraph(self, where: Locator) -> Answer:
        if where not in self._paragraphs:
            assert self.earlier is not None
            self._paragraphs[where] = self.find(select(self.earlier.text, where))
        return self._paragraphs[where]

    def _without_letters(self, selectors: Selectors) -> Answer:
        """Marks alone, such as a dash in a table, are only known by the place where they stood."""
        answer = self._place(selectors, selectors.where)
        return answer if answer is not None and answer.how is How.STANDS else Lost()

    def _place(self, selectors: Selectors, places: tuple[Locator, ...]) -> Anchored | None:
        try:
            quote = self.ground.words(places)
            for one in places:
                self.ground.whole(one)
        except (KeyError, ValueError):
            return None
        if quote == selectors.exact:
            return Anchored(places, quote, How.STANDS if places == selectors.where else How.MOVED)
        return Anchored(places, quote, How.RESET) if fold(quote).text == fold(selectors.exact).text else None

    def _among(self, selectors: Selectors, found: list[tuple[int, int]], needle: str) -> Answer:
        """Which of the places of the words is theirs."""
        bare = without_number(selectors)
        earlier = self.earlier
        before, ours = earlier.before(bare) if earlier is not None else ([], None)
        is_once = len(found) == (len(before) or selectors.of) == 1
        was_whole = earlier is not None and ours is not None and earlier.was_whole(ours)
        alike = [one for one in found if self._is_as_whole(one)] if was_whole else []
        if alike and earlier is not None and ours is not None:
            before = [one for one in before if earlier.was_whole(one)] if len(alike) == len(found) else before
            found = alike
            known = earlier.beneath(found, before, ours)
            if known is not None:
                return self._anchored(selectors, known)
        within = earlier.within(bare, ours) if earlier is not None and ours is not None else None
        seen = [beside(bare, self.ground, one, within) for one in found]
        order = sorted(range(len(found)), key=lambda at: (-seen[at].agrees, found[at]))
        best = order[0]
        tied = [at for at in order if seen[best].agrees - seen[at].agrees < APART]
        nth = before.index(ours) if ours in before else selectors.nth - 1
        # A heading or a line that now stands only within a sentence is another thing that says the same words.
        if was_whole and not alike and len(needle) <= SHORT:
            is_sure = False
        elif len(tied) > 1:
            # Words that stand as often as before, with the very same beside them, are told apart by their order alone.
            is_same = all(seen[at] == seen[best] for at in tied) and seen[best].is_held
            is_sure = is_same and len(found) == (len(before) or selectors.of) and nth in tied
            best = nth if is_sure else best
        elif is_once:
            is_sure = len(needle) >= LONG or seen[best].is_near or self._is_heading_still(ours, found[0])
        else:
            is_sure = seen[best].is_near and self._is_ours(bare, found[best], before, ours)
        if is_sure and self._may_hold(ours, found[best], is_once=is_once):
            return self._anchored(selectors, found[best])
        candidates = [self._anchored(selectors, found[at]) for at in order[:MOST_CANDIDATES]]
        return Several(tuple(candidates))

    def _may_hold(self, ours: tuple[int, int] | None, found: tuple[int, int], *, is_once: bool) -> bool:
        """Whether a place is in what became of the paragraph of some short words, where that paragraph is in doubt."""
        if self.earlier is None or ours is None or ours[1] - ours[0] > SHORT:
            return True
        around = self.earlier.text.around(*span_of(self.earlier.text, ours))
        answer = self._paragraph(around) if around is not None else None
        if answer is None or isinstance(answer, Anchored):
            return True
        if isinstance(answer, Lost):
            return is_once
        start, end = span_of(self.ground, found)
        ranges = [self.ground.whole(place) for one in answer.candidates for place in one.places]
        return any(low <= start and end <= high for low, high in ranges)

    def _is_as_whole(self, found: tuple[int, int]) -> bool:
        start, end = span_of(self.ground, found)
        return self.ground.is_whole(start, end) or self.ground.is_heading(start)

    def _is_heading_still(self, ours: tuple[int, int] | None, found: tuple[int, int]) -> bool:
        return self.earlier is not None and ours is not None and self.earlier.is_heading_still(ours, found)

    def _is_ours(
        self, selectors: Selectors, found: tuple[int, int], before: list[tuple[int, int]], ours: tuple[int, int] | None
    ) -> bool:
        """Whether a place is ours by its neighbours. Without the earlier text only one that agrees on both sides is."""
        if self.earlier is None or ours is None:
            return beside(selectors, self.ground, found).is_certain
        return self.earlier.is_nearest(found, before, ours)

    def _anchored(self, selectors: Selectors, found: tuple[int, int]) -> Anchored:
        start, end = span_of(self.ground, found)
        lead, trail = dress(selectors.exact)
        text = self.ground.text
        start -= number_before(text, start) if label(selectors.exact, selectors.prefix) else 0
        if lead and text[max(0, start - len(lead)) : start] == lead:
            start -= len(lead)
        while trail and end < len(text) and text[end] in trail and not text[end].isspace():
            end += 1
        places = self.ground.places(start, end)
        return self._place(selectors, places) or Anchored(places, self.ground.words(places), How.RESET)

    def _changed(self, selectors: Selectors) -> Answer:
        like = [one for one in alike(selectors, self.ground) if one.places]
        like = sorted(like, key=lambda one: (-one.agrees, one.start))
        if not like:
            return Lost()
        best, second = like[0], like[1] if len(like) > 1 else None
        is_alone = second is None or best.agrees - second.agrees >= 0.15
        if best.is_sure and is_alone and self._was_ours(selectors, best):
            return Anchored(best.places, self.ground.words(best.places), How.CHANGED)
        return Several(
            tuple(Anchored(one.places, self.ground.words(one.places), How.CHANGED) for one in like[:MOST_CANDIDATES])
        )

    def _was_ours(self, selectors: Selectors, like: Likeness) -> bool:
        """Whether the changed words come from ours and from no other words of the earlier text."""
        if self.earlier is None:
            return like.is_held
        if occurrences(self.earlier.text, self.ground.words(like.places)):
            return False
        back = sorted(
            alike(select(self.ground, *like.places), self.earlier.text), key=lambda one: (-one.agrees, one.start)
        )
        if not back or (len(back) > 1 and back[0].agrees - back[1].agrees < 0.1):
            return False
        ours = [self.earlier.text.whole(one) for one in selectors.where]
        return back[0].start < ours[-1][1] and ours[0][0] < back[0].end


def moved(selectors: Selectors, found: Anchored, document: Document | Ground) -> Selectors:
    """The description of words at the place where they were found, for the next version to be looked through."""
    return select(document, *found.places)
