"""The text some words come from: where they stood in it, beside what, and which place of another text is theirs."""

from __future__ import annotations

from moothall.corpus.beside import beside
from moothall.corpus.folding import fold
from moothall.corpus.ground import Ground
from moothall.corpus.selectors import Selectors, occurrences, select

SHORT = 60
"""Words of so many letters or fewer are looked for in the paragraph that was theirs, before anywhere else."""

Stretch = tuple[int, int]
"""Where some words begin and end in a folded text."""


class Earlier:
    """The earlier text, looked at beside the one in which its words are looked for."""

    def __init__(self, text: Ground, ground: Ground) -> None:
        self.text = text
        self.ground = ground

    def holds(self, selectors: Selectors) -> bool:
        """Whether the words were taken from this very text."""
        return self.text.sha256 == selectors.sha256

    def span(self, selectors: Selectors) -> tuple[int, int]:
        """Where the words begin and end in the earlier text."""
        return self.text.whole(selectors.where[0])[0], self.text.whole(selectors.where[-1])[1]

    def before(self, selectors: Selectors) -> tuple[list[Stretch], Stretch | None]:
        """Where the words stood in the earlier text, and which of these places is theirs."""
        if not self.holds(selectors):
            return [], None
        before = occurrences(self.text, selectors.exact)
        end = self.text.folded_range(*self.span(selectors))[1]
        return before, next((one for one in before if one[1] == end), None)

    def within(self, selectors: Selectors, ours: Stretch) -> tuple[int, int] | None:
        """How much of their paragraph stood before and after short words; None for long ones."""
        if len(fold(selectors.exact).text) > SHORT:
            return None
        return self.text.inside(*span_of(self.text, ours))

    def was_whole(self, one: Stretch) -> bool:
        """Whether the words at a place of the earlier text were a whole paragraph of it."""
        return self.text.is_whole(*span_of(self.text, one))

    def beneath(self, found: list[Stretch], before: list[Stretch], ours: Stretch) -> Stretch | None:
        """The words under the heading they stood under, where it has them as often as it had."""
        heading = _heading(self.text, ours)
        if self.text.is_heading(span_of(self.text, ours)[0]):
            return None
        if not heading or self.text.headings(heading) != 1 or self.ground.headings(heading) != 1:
            return None
        was = [one for one in before if _heading(self.text, one) == heading]
        now = [one for one in found if _heading(self.ground, one) == heading]
        return now[was.index(ours)] if len(was) == len(now) else None

    def is_heading_still(self, ours: Stretch, found: Stretch) -> bool:
        """Whether the words were a heading and are one where they were found."""
        return self.text.is_heading(self.text.folded.at[ours[0]]) and self.ground.is_heading(
            self.ground.folded.at[found[0]]
        )

    def is_nearest(self, found: Stretch, before: list[Stretch], ours: Stretch) -> bool:
        """Whether, of the places where the words stood before, none is nearer to what was found than theirs."""
        heading = _heading(self.text, ours)
        if heading and self.ground.headings(heading) and _heading(self.ground, found) != heading:
            return False
        there = select(self.ground, *self.ground.places(*span_of(self.ground, found)))
        within = self.ground.inside(*span_of(self.ground, found))
        agrees = {one: beside(there, self.text, one, within) for one in before}
        return all(agrees[ours].is_nearer_than(other) for one, other in agrees.items() if one != ours)


def span_of(ground: Ground, found: Stretch) -> tuple[int, int]:
    """A stretch of the folded text as one of the text."""
    return ground.folded.at[found[0]], ground.folded.at[found[1] - 1] + 1


def _heading(ground: Ground, found: Stretch) -> str:
    return ground.heading(ground.folded.at[found[0]])
