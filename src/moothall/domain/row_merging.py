"""Bringing together what two people made of the same rows: risks, options, implications, a list of papers.

Rows are merged one by one, and the parts of a row one by one. Where both changed the same part, both rows are kept
side by side and a person chooses.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from moothall.domain.merging import Choice, merge

Row = Mapping[str, Any]
PROSE_PARTS = frozenset({"text", "appraisal", "against", "outcome", "response"})
"""Parts of a row whose words are merged. All others are taken whole from one side."""
_ALIKE = 0.5  # rows without a name in common, with at least this share of their letters, are one row that was changed
_NOTHING: tuple[Any, ...] = (None, "", [])
Node = tuple[str, int]


@dataclass(frozen=True, slots=True)
class RowAgreed:
    """A row about which there is no doubt."""

    row: Row


@dataclass(frozen=True, slots=True)
class RowConflict:
    """A row that both changed, and not alike. ``mine`` or ``theirs`` is None where its writer took the row out.

    What only one of them changed in it stands in both already. ``both`` are the rows that stay if both are kept:
    one where only prose is in doubt, two otherwise, and none where there is room for one row only.
    """

    mine: Row | None
    theirs: Row | None
    both: tuple[Row, ...]

    def kept(self, choice: Choice) -> tuple[Row, ...]:
        """The rows that stay under a choice. Raises ValueError where both cannot stay."""
        if choice is Choice.BOTH:
            if not self.both:
                raise ValueError("there is no room for both rows")
            return self.both
        one = self.mine if choice is Choice.MINE else self.theirs
        return () if one is None else (one,)


@dataclass(frozen=True, slots=True)
class RowMerge:
    """The merged rows in order."""

    pieces: tuple[RowAgreed | RowConflict, ...]

    @property
    def conflicts(self) -> tuple[RowConflict, ...]:
        """The rows a person must choose in, in order; none where all merge by themselves."""
        return tuple(piece for piece in self.pieces if isinstance(piece, RowConflict))

    def chosen(self, choices: Sequence[Choice] = ()) -> list[Row]:
        """The rows, with one choice for each conflict in order. Raises ValueError where their number differs."""
        if len(choices) != len(self.conflicts):
            raise ValueError(f"{len(self.conflicts)} rows want a choice, and {len(choices)} were made")
        left = iter(choices)
        rows: list[Row] = []
        for piece in self.pieces:
            rows += [piece.row] if isinstance(piece, RowAgreed) else piece.kept(next(left))
        return rows


def merge_rows(
    base: Sequence[Row],
    mine: Sequence[Row],
    theirs: Sequence[Row],
    *,
    key: str,
    is_single: bool = False,
    one_a_key: bool = False,
) -> RowMerge:
    """What becomes of the rows ``base`` when one made them ``mine`` and the other ``theirs``.

    A row is the same row where it says the same, where its part ``key`` does, or where it is the only one changed in
    its place. ``is_single`` where there is room for one row, ``one_a_key`` where no two may have one key. No word that
    either put in is lost: it stands in an agreed row or in a conflict.
    """
    if list(mine) == list(theirs) or list(theirs) == list(base):
        return RowMerge(tuple(RowAgreed(row) for row in mine))
    if list(mine) == list(base):
        return RowMerge(tuple(RowAgreed(row) for row in theirs))
    to_mine, to_theirs = _matched(base, mine, key), _matched(base, theirs, key)
    if is_single:
        to_mine, to_theirs = ({0: 0} if base and side else {} for side in (mine, theirs))
    of_mine, of_theirs = ({there: at for at, there in found.items()} for found in (to_mine, to_theirs))
    twins = _twins(mine, theirs, of_mine, of_theirs, key, is_single)
    mine_order: list[Node] = [("base", of_mine[at]) if at in of_mine else ("mine", at) for at in range(len(mine))]
    theirs_order: list[Node] = [
        ("base", of_theirs[at]) if at in of_theirs else ("mine", twins[at]) if at in twins else ("theirs", at)
        for at in range(len(theirs))
    ]
    both_added = {at_mine: at_theirs for at_theirs, at_mine in twins.items()}
    pieces: list[RowAgreed | RowConflict] = []
    for side, at in _ordered([("base", at) for at in range(len(base))], mine_order, theirs_order):
        if side == "theirs":
            pieces.append(RowAgreed(theirs[at]))
        elif side == "base":
            ours = mine[to_mine[at]] if at in to_mine else None
            others = theirs[to_theirs[at]] if at in to_theirs else None
            pieces += _row(base[at], ours, others, has_room=not (is_single or one_a_key))
        elif at in both_added:
            pieces += _row({}, mine[at], theirs[both_added[at]], has_room=not (is_single or one_a_key))
        else:
            pieces.append(RowAgreed(mine[at]))
    return RowMerge(tuple(pieces))


def _row(was: Row, ours: Row | None, others: Row | None, *, has_room: bool) -> Iterator[RowAgreed | RowConflict]:
    """What becomes of one row: nothing where one took it out and the other left it. New ones with room stay apart."""
    if ours is None or others is None:
        left = others if ours is None else ours
        if left is not None and _said(left) != _said(was):
            yield RowConflict(ours, others, ())
        return
    one, other, both, in_doubt = dict(ours), dict(others), dict(ours), set()
    for part in {**ours, **others}:
        old, left, right = was.get(part), ours.get(part), others.get(part)
        if part in PROSE_PARTS:
            merged = merge(str(old or ""), str(left or ""), str(right or ""))
            one[part], other[part], both[part] = (
                merged.chosen([choice] * len(merged.conflicts)) for choice in (Choice.MINE, Choice.THEIRS, Choice.BOTH)
            )
            in_doubt |= {part} if merged.conflicts else set()
        elif _same(left, right) or _same(right, old):
            one[part] = other[part] = both[part] = left
        elif _same(left, old):
            one[part] = other[part] = both[part] = right
        else:
            in_doubt.add(part)
    if not in_doubt:
        yield RowAgreed(one)
    elif in_doubt <= PROSE_PARTS and (was or not has_room):
        yield RowConflict(one, other, (both,))
    else:
        yield RowConflict(one, other, (other, one) if has_room else ())


def _same(one: Any, other: Any) -> bool:
    """Whether two parts say the same; nothing said is the same however it is kept."""
    return bool(one == other) or (one in _NOTHING and other in _NOTHING)


def _matched(base: Sequence[Row], side: Sequence[Row], key: str) -> dict[int, int]:
    """Which row of ``base`` is which of a side's: by all it says, then by its key, then by its place or its letters."""
    was, now = [_said(one) for one in base], [_said(one) for one in side]
    found = {
        block.a + step: block.b + step
        for block in SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
        for step in range(block.size)
    }
    for at, row in enumerate(base):
        if at not in found and row.get(key):
            there = next((to for to, one in _left(side, found) if one.get(key) == row.get(key)), None)
            found |= {} if there is None else {at: there}
    for at in range(len(base)):
        if at not in found:
            low, high = _between(at, found, len(side))
            free = [to for to in range(low, high) if to not in found.values()]
            waiting = [one for one in range(len(base)) if one not in found]
            same_gap = sum(_between(one, found, len(side))[0] == low for one in waiting)
            there = free[0] if free and len(free) == same_gap else _nearest(was[at], now, free)
            found |= {} if there is None else {at: there}
    return found


def _left(side: Sequence[Row], found: Mapping[int, int]) -> Iterable[tuple[int, Row]]:
    taken = set(found.values())
    return [(to, one) for to, one in enumerate(side) if to not in taken]


def _between(at: int, found: Mapping[int, int], length: int) -> tuple[int, int]:
    """The places of a side between those of the rows matched before and after one."""
    before = [to for was, to in found.items() if was < at]
    low = max(before, default=-1) + 1
    after = [to for was, to in found.items() if was > at and to >= low]
    return low, min(after, default=length)


def _nearest(said: str, now: Sequence[str], free: Sequence[int]) -> int | None:
    alike = [(SequenceMatcher(None, said, now[to], autojunk=False).ratio(), -to) for to in free]
    ratio, place = max(alike, default=(0.0, 0))
    return -place if ratio >= _ALIKE else None


def _twins(
    mine: Sequence[Row],
    theirs: Sequence[Row],
    of_mine: Mapping[int, int],
    of_theirs: Mapping[int, int],
    key: str,
    is_single: bool,
) -> dict[int, int]:
    """Rows that both added under one key, as place among theirs to place among mine."""
    found: dict[int, int] = {}
    for at, row in enumerate(theirs):
        for there, one in enumerate(mine):
            is_free = at not in of_theirs and there not in of_mine and at not in found and there not in found.values()
            is_one = is_single or one == row or bool(row.get(key) and one.get(key) == row.get(key))
            if is_free and is_one:
                found[at] = there
    return found


def _ordered(base: Sequence[Node], mine: Sequence[Node], theirs: Sequence[Node]) -> list[Node]:
    """Every row once, in the order of whoever moved rows; what only the other has follows what it followed there."""
    moved = [at for side, at in theirs if side == "base"]
    lead, other = (mine, theirs) if moved == sorted(moved) else (theirs, mine)
    found = list(lead)
    for order in (other, base):
        for place, node in enumerate(order):
            if node not in found:
                found.insert(found.index(order[place - 1]) + 1 if place else 0, node)
    return found


def _said(row: Row) -> str:
    return json.dumps(row, sort_keys=True, default=str)
