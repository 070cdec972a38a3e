"""How far a long file is, told on stderr now and then, so that nobody waits before a silent screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic

_EVERY = 2.0
"""Seconds between two lines about one file; a file that is read sooner has none."""


def page_progress(name: str, *, now: Callable[[], float] = monotonic) -> Callable[[int, int | None], None]:
    """A listener that tells the pages of a file that are done, of how many where that is known."""
    told = now()

    def listen(done: int, of: int | None) -> None:
        nonlocal told
        if now() - told < _EVERY or done == of:
            return
        told = now()
        print(f"{name}: {done} of {of} pages" if of else f"{name}: {done} pages", file=sys.stderr, flush=True)

    return listen
