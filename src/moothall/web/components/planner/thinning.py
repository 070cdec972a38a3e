"""Which routes a page prints where there are very many: the best of each shape, so that none drowns the others."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

MOST = 12
"""Up to so many rows all are printed, and nobody has to ask for the rest."""
EACH = 3
WAYS_EACH = 1


def thinned(rows: Sequence[Any], chosen: Any, *, each: int = EACH) -> tuple[Any, ...]:
    """The rows to print, in their order: at most ``each`` of a shape that fit, as many that do not, and the chosen one.

    Rows stand best first, so these are the best of their shape. Where there are few, all of them.
    """
    return tuple(rows) if len(rows) <= MOST else tuple(_first_of_each(rows, chosen, each))


def _first_of_each(rows: Sequence[Any], chosen: Any, each: int) -> Iterator[Any]:
    seen: Counter[Hashable] = Counter()
    for row in rows:
        kind = _kind(row)
        seen[kind] += 1
        if seen[kind] <= each or row is chosen or chosen in row.same_dates:
            yield row


def _kind(row: Any) -> Hashable:
    """What counts as one shape: the route where it fits, all that miss the deadline together, each way out."""
    route = row.route
    if route.way_out:
        return route.way_out.way
    return route.route if route.fits else "misses"
