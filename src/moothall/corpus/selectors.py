"""How a stretch of a document is described so that it can be found again: its words, what stands beside them, its page
and place, and the file. Written as W3C Web Annotation selectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from moothall.corpus.folding import fold, label
from moothall.corpus.ground import Ground
from moothall.documents.reading.document import Document
from moothall.domain.facts import Locator

BESIDE = 96
"""How many characters before and after the words are kept with them."""
_PAGES = "http://tools.ietf.org/rfc/rfc3778"
_LIST = "selectors: a list with a TextQuoteSelector, and a FragmentSelector for each page"


@dataclass(frozen=True, slots=True)
class Selectors:
    """The description of a stretch of words. ``where`` has one place, or one for each page the words run over.

    ``exact`` are the words, ``prefix`` and ``suffix`` what stands before and after them in reading order. ``nth`` of
    ``of``: the same words, whatever their number, stand so many times in the file with this ``sha256``, and these are
    the nth (from 1).
    """

    sha256: str
    where: tuple[Locator, ...]
    exact: str
    prefix: str = ""
    suffix: str = ""
    nth: int = 1
    of: int = 1


def select(document: Document | Ground, *where: Locator) -> Selectors:
    """The description of the words at a place, or at the places of a sentence that runs over a page.

    Raises ValueError for a place that the document has not.
    """
    ground = document if isinstance(document, Ground) else Ground(document)
    ranges = [ground.whole(one) for one in where]
    start, end = ranges[0][0], ranges[-1][1]
    exact = ground.words(where)
    number = label(exact, ground.text[max(0, start - 1) : start])
    same = occurrences(ground, exact[len(number) :])
    low, high = ground.folded_range(start + len(number), end)
    before = sum(one[0] < low for one in same)
    return Selectors(
        sha256=ground.sha256,
        where=where,
        exact=exact,
        prefix=ground.text[max(0, start - BESIDE) : start],
        suffix=ground.text[end : end + BESIDE],
        nth=before + 1 if (low, high) in same else 1,
        of=len(same) if (low, high) in same else max(1, len(same)),
    )


def occurrences(ground: Ground, words: str, *, opens: bool = True, closes: bool = True) -> list[tuple[int, int]]:
    """Where words stand in the folded text, whatever their spacing and punctuation.

    ``opens`` and ``closes``: only where they begin, and end, as whole words and whole numbers.
    """
    needle, folded = fold(words).text, ground.folded
    found: list[tuple[int, int]] = []
    at = folded.text.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        if (not opens or not _runs_on(ground, at)) and (not closes or not _runs_on(ground, end)):
            found.append((at, end))
        at = folded.text.find(needle, at + 1)
    return found


def _runs_on(ground: Ground, at: int) -> bool:
    """Whether a word or a number runs on over this point of the folded text."""
    folded = ground.folded
    if not 0 < at < len(folded.text):
        return False
    left, right = folded.at[at - 1], folded.at[at]
    between = ground.text[left + 1 : right]
    if left == right or not between:
        return folded.text[at - 1].isalnum() and folded.text[at].isalnum()
    is_number = folded.text[at - 1].isdigit() and folded.text[at].isdigit()
    return is_number and between in (",", "/", ".")


def dump(selectors: Selectors) -> list[dict[str, Any]]:
    """The selectors as the W3C Web Annotation Data Model writes them, in plain JSON.

    ``nth`` and ``of`` are members of our own beside the quotation; another reader may leave them out.
    """
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": selectors.exact}
    quote |= {"prefix": selectors.prefix, "suffix": selectors.suffix, "nth": selectors.nth, "of": selectors.of}
    return [quote, *(_fragment(one) for one in selectors.where)]


def _fragment(where: Locator) -> dict[str, Any]:
    position = {"type": "TextPositionSelector", "start": where.start, "end": where.end}
    return {"type": "FragmentSelector", "conformsTo": _PAGES, "value": f"page={where.page}", "refinedBy": position}


def load(selectors: list[Mapping[str, Any]], sha256: str) -> Selectors:
    """The selectors in plain JSON, of the file with this SHA-256. Raises ValueError, naming what is wrong."""
    try:
        quote = next(one for one in selectors if one["type"] == "TextQuoteSelector")
        where = tuple(_place(one) for one in selectors if one["type"] == "FragmentSelector")
        return Selectors(
            sha256=sha256,
            where=where,
            exact=str(quote["exact"]),
            prefix=str(quote.get("prefix", "")),
            suffix=str(quote.get("suffix", "")),
            nth=int(quote.get("nth", 1)),
            of=int(quote.get("of", 1)),
        )
    except (KeyError, TypeError, AttributeError, StopIteration) as error:
        raise ValueError(f"These are no selectors Moothall reads. Give {_LIST}.") from error


def _place(fragment: Mapping[str, Any]) -> Locator:
    name, _, number = str(fragment["value"]).partition("=")
    position = fragment["refinedBy"]
    if name != "page" or not number.isdigit():
        raise ValueError(f"A FragmentSelector names a page (page=2), not {fragment['value']}.")
    return Locator(int(number), int(position["start"]), int(position["end"]))
