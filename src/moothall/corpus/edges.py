"""Where some words begin and end: at whole words or inside one, with marks around them, after a paragraph's number."""

from __future__ import annotations

from dataclasses import replace

from moothall.corpus.folding import fold, label
from moothall.corpus.selectors import Selectors


def is_whole(selectors: Selectors) -> tuple[bool, bool]:
    """Whether the words began and ended as whole words where they were taken."""
    exact = selectors.exact.strip()
    line = selectors.prefix + selectors.exact + selectors.suffix
    start = len(selectors.prefix) + selectors.exact.find(exact)
    end = start + len(exact)
    return not _inside(line, start), not _inside(line, end)


def _inside(line: str, at: int) -> bool:
    if not 0 < at < len(line):
        return False
    left, right = line[at - 1], line[at]
    if left.isalnum() and right.isalnum():
        return True
    if right in ",./" and left.isdigit():
        return line[at + 1 : at + 2].isdigit()
    return left in ",./" and right.isdigit() and line[at - 2 : at - 1].isdigit()


def dress(words: str) -> tuple[str, str]:
    """The marks before the first letter and after the last of some words."""
    at = fold(words).at
    return words[: at[0]].lstrip(), words[at[-1] + 1 :].rstrip()


def without_number(selectors: Selectors) -> Selectors:
    """The words without the number that their paragraph began with."""
    number = label(selectors.exact, selectors.prefix)
    return replace(selectors, exact=selectors.exact[len(number) :], prefix=selectors.prefix + number)


def number_before(text: str, start: int) -> int:
    """How many characters a paragraph's number takes right before its words; 0 where none stands there."""
    begin = max(text.rfind("\n", 0, start) + 1, start - 12)
    found = label(text[begin : start + 1])
    return len(found) if found and begin + len(found) == start else 0
