"""How far a long reading is. A reader says each page it has done; who listens, if anybody, is the process's affair."""

from __future__ import annotations

from collections.abc import Callable

Listener = Callable[[int, int | None], None]
"""Takes how many pages are done and how many there are in all, None where that is not known."""

_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Have this process's readers tell ``listener`` from now on."""
    _listeners[:] = [listener]


def tell(done: int, of: int | None) -> None:
    """Say that so many pages are done. Without a listener nothing happens."""
    for listener in _listeners:
        listener(done, of)
