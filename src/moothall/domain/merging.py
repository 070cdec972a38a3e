"""Bringing together what two people made of the same words: by paragraphs first, then by words.

Where their changes do not touch, both stand. Where they do, both texts are kept side by side and a person chooses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Generic, TypeVar

APART = 3
"""Changes with fewer unchanged words between them are one change: so near, either may depend on the other."""
BREAK = "\n\n"
_PARAGRAPHS = re.compile(r"[ \t]*\n[ \t]*\n\s*")
_WORDS = re.compile(r"(\s*)(\S+)")
T = TypeVar("T")


class Choice(StrEnum):
    """What a person keeps of a piece that both changed."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Token:
    """A word with the white space before it. Without a word, the break between two paragraphs."""

    lead: str
    word: str

    @property
    def key(self) -> tuple[str, bool]:
        """By what two words are the same: their letters, and whether a line begins with them."""
        return self.word, "\n" in self.lead


@dataclass(frozen=True, slots=True)
class Agreed:
    """Words about which there is no doubt: nobody changed them, one did, or both alike."""

    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The words."""
        return _render(self.tokens)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Words that both changed, and not alike. One side is empty where its writer took the words out.

    ``is_paragraphs`` where nothing of the paragraphs it stands in is agreed.
    """

    base_tokens: tuple[Token, ...]
    mine_tokens: tuple[Token, ...]
    theirs_tokens: tuple[Token, ...]
    is_paragraphs: bool = False

    @property
    def base(self) -> str:
        """The words both began from."""
        return _render(self.base_tokens)

    @property
    def mine(self) -> str:
        """What one made of them."""
        return _render(self.mine_tokens)

    @property
    def theirs(self) -> str:
        """What the other made of them."""
        return _render(self.theirs_tokens)

    def kept(self, choice: Choice) -> tuple[Token, ...]:
        """The words that stay under a choice; of both, theirs come first."""
        if choice is Choice.BOTH:
            between = (Token(BREAK, ""),) if self.is_paragraphs else ()
            return self.theirs_tokens + between + self.mine_tokens
        return self.mine_tokens if choice is Choice.MINE else self.theirs_tokens


@dataclass(frozen=True, slots=True)
class Merge:
    """The pieces of the merged text in order."""

    pieces: tuple[Agreed | Conflict, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The pieces a person must choose in, in order; none where the text merges by itself."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Conflict))

    def chosen(self, choices: Sequence[Choice] = ()) -> str:
        """The whole text, with one choice for each conflict in order. Raises ValueError where their number differs."""
        if len(choices) != len(self.conflicts):
            raise ValueError(f"{len(self.conflicts)} pieces want a choice, and {len(choices)} were made")
        left = iter(choices)
        tokens: list[Token] = []
        for piece in self.pieces:
            tokens += piece.tokens if isinstance(piece, Agreed) else piece.kept(next(left))
        return _render(tokens)


def merge(base: str, mine: str, theirs: str) -> Merge:
    """What becomes of ``base`` when one made it ``mine`` and the other ``theirs``.

    Merging with a side that changed nothing gives the other side as it is (with one kind of line end). No word that
    either side put in is lost: it stands in an agreed piece, or in a conflict.
    """
    base, mine, theirs = (text.replace("\r\n", "\n").replace("\r", "\n") for text in (base, mine, theirs))
    if mine in (base, theirs) or theirs == base:
        return Merge((Agreed((Token("", theirs if mine == base else mine),)),))
    pieces: list[Agreed | Conflict] = []
    for one in _aligned(_paragraphs(base), _paragraphs(mine), _paragraphs(theirs), lambda paragraph: paragraph):
        sides = _tokens(one.was), _tokens(one.ours), _tokens(one.others)
        pieces += [Agreed(sides[1])] if one.is_same else _by_words(*sides)
        pieces.append(Agreed((Token(BREAK, ""),)))
    return Merge(tuple(pieces))


def merge_whole(base: str, mine: str, theirs: str) -> Merge:
    """As `merge`, for what is not prose (a title, a choice, a place): it is taken from one side, never put together."""
    if mine in (base, theirs) or theirs == base:
        return Merge((Agreed((Token("", theirs if mine == base else mine),)),))
    return Merge((Conflict((Token("", base),), (Token("", mine),), (Token("", theirs),)),))


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in _PARAGRAPHS.split(text) if part.strip()]


def _tokens(paragraphs: Sequence[str]) -> tuple[Token, ...]:
    found: list[Token] = []
    for paragraph in paragraphs:
        if found:
            found.append(Token(BREAK, ""))
        found += [Token(lead, word) for lead, word in _WORDS.findall(paragraph)]
    return tuple(found)


def _render(tokens: Sequence[Token]) -> str:
    """Words and breaks as text: no break at either end, none twice, and a space wherever two words would touch."""
    parts: list[str] = []
    is_after_break = True
    for token in tokens:
        if token.lead == BREAK and not token.word:
            is_after_break = True
        elif token.word:
            lead = (BREAK if parts else "") if is_after_break else token.lead or " "
            parts.append(lead + token.word)
            is_after_break = False
    return "".join(parts)


def _by_words(old: Sequence[Token], left: Sequence[Token], right: Sequence[Token]) -> Iterator[Agreed | Conflict]:
    stretches = _folded(_aligned(old, left, right, lambda token: token.key))
    for one in stretches:
        was, ours, others = ([token.key for token in side] for side in (one.was, one.ours, one.others))
        if one.is_same or was == others or ours == others:
            yield Agreed(tuple(one.ours))
        elif was == ours:
            yield Agreed(tuple(one.others))
        else:
            yield Conflict(tuple(one.was), tuple(one.ours), tuple(one.others), is_paragraphs=len(stretches) == 1)


@dataclass(frozen=True, slots=True)
class _Stretch(Generic[T]):
    """Part of the three texts: the same in all of them, or changed by somebody."""

    is_same: bool
    was: Sequence[T]
    ours: Sequence[T]
    others: Sequence[T]


def _aligned(
    was: Sequence[T], ours: Sequence[T], others: Sequence[T], key: Callable[[T], Hashable]
) -> list[_Stretch[T]]:
    """The three texts cut where what all three have begins or ends: stretches that are the same, and those between."""
    to_ours, to_others = _matches(was, ours, key), _matches(was, others, key)
    found: list[_Stretch[T]] = []
    low = (0, 0, 0)
    common = [(at, to_ours[at], to_others[at]) for at in range(len(was)) if at in to_ours and at in to_others]
    at = 0
    while at <= len(common):
        here = common[at] if at < len(common) else (len(was), len(ours), len(others))
        if here != low:
            found.append(_Stretch(False, was[low[0] : here[0]], ours[low[1] : here[1]], others[low[2] : here[2]]))
        end = at
        while end < len(common) and common[end] == tuple(one + end - at for one in here):
            end += 1
        if end > at:
            run = end - at
            found.append(
                _Stretch(True, *(side[i : i + run] for side, i in zip((was, ours, others), here, strict=True)))
            )
        low = (here[0] + end - at, here[1] + end - at, here[2] + end - at)
        at = max(end, at + 1)
    return found


def _matches(was: Sequence[T], now: Sequence[T], key: Callable[[T], Hashable]) -> dict[int, int]:
    """Which of the old stand where in the new."""
    blocks = SequenceMatcher(None, [key(one) for one in was], [key(one) for one in now], autojunk=False)
    return {block.a + step: block.b + step for block in blocks.get_matching_blocks() for step in range(block.size)}


def _folded(stretches: Sequence[_Stretch[Token]]) -> list[_Stretch[Token]]:
    """The stretches with too few unchanged words between two changes taken into one change with both."""
    found: list[_Stretch[Token]] = []
    for at, one in enumerate(stretches):
        following = stretches[at + 1] if at + 1 < len(stretches) else None
        is_near = bool(found and following and _is_near(found[-1], one, following))
        if found and not found[-1].is_same and (not one.is_same or is_near):
            last = found.pop()
            one = _Stretch(False, [*last.was, *one.was], [*last.ours, *one.ours], [*last.others, *one.others])
        found.append(one)
    return found


def _is_near(before: _Stretch[Token], between: _Stretch[Token], after: _Stretch[Token]) -> bool:
    """Whether two changes stand in one paragraph with too few words between them."""
    ends = [side[-1] for side in (before.was, before.ours, before.others) if side]
    begins = [side[0] for side in (after.was, after.ours, after.others) if side]
    are_parted = all(not one.word for one in ends) or all(not one.word for one in begins)
    return not are_parted and all(one.word for one in between.was) and len(between.was) < APART
