"""What was saved of each section since somebody read it: many saves of one section are one change to a reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Save:
    """One save of a section: what its fields held before and after (none where it is not there), who saved, when."""

    section: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Touched:
    """A section that was saved since: what it held at first, what it holds now, and every save in order."""

    section: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    saves: tuple[Save, ...]

    @property
    def is_as_it_was(self) -> bool:
        """Whether it was changed and changed back, so that it holds what the reader read."""
        return dict(self.before) == dict(self.after)

    @property
    def who(self) -> tuple[tuple[str, datetime], ...]:
        """Who saved it and when last, each person once, the latest last."""
        found: dict[str, datetime] = {}
        for save in self.saves:
            found.pop(save.by_name, None)
            found[save.by_name] = save.at
        return tuple(found.items())


def touched(saves: Iterable[Save]) -> tuple[Touched, ...]:
    """Each section that was saved, in the order of its first save, from what it held before that to what it holds."""
    found: dict[str, list[Save]] = {}
    for save in saves:
        found.setdefault(save.section, []).append(save)
    return tuple(Touched(section, some[0].before, some[-1].after, tuple(some)) for section, some in found.items())
