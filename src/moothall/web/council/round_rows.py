"""What the pages of the rounds held here show: who works on each, what an edition changed, whose answers it touches."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.apps.plans import queries as plans
from moothall.apps.rounds import queries as rounds
from moothall.apps.workspaces import queries as workspaces
from moothall.domain.round_differences import RoundDifference, differences, is_correction, new_amendments
from moothall.domain.rounds import Round


@dataclass(frozen=True, slots=True)
class Held:
    """A round held here, and how many councils work on it."""

    round_: Round
    councils: int


@dataclass(frozen=True, slots=True)
class ChangeOf:
    """What keeping a file would do. ``kept`` is None for a new round; then nothing changes for anybody.

    ``touched`` are the councils that work on it, each with the questions it answered that are no longer asked.
    """

    kept: Round | None
    differences: tuple[RoundDifference, ...]
    is_same: bool
    is_correction: bool
    amendments: int
    touched: tuple[tuple[Any, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition that was replaced: by whom, when, why, and what the one after it changed."""

    number: int
    at: datetime
    by: str
    note: str
    changed: tuple[RoundDifference, ...]


def held() -> list[Held]:
    """Every round held here, the one with the latest deadline first."""
    counts: dict[str, int] = {}
    for slug in workspaces.all_workspaces().values_list("round_slug", flat=True):
        counts[slug] = counts.get(slug, 0) + 1
    return [Held(one, counts.get(one.slug, 0)) for one in rounds.rounds()]


def councils(slug: str) -> list[Any]:
    """The workspaces of a round, by council's name."""
    return list(workspaces.all_workspaces().filter(round_slug=slug))


def change(found: Round) -> ChangeOf:
    """What keeping this round would change, and for whom."""
    kept = rounds.round_as_written(found.slug)
    if kept is None:
        return ChangeOf(None, (), False, False, 0, ())
    changed = differences(kept, found)
    gone = [one.question for one in changed if one.is_removal and one.question]
    return ChangeOf(
        kept, changed, kept == found, is_correction(kept, found), new_amendments(kept, found),
        _touched(found.slug, gone),
    )  # fmt: skip


def editions(slug: str, now: Round) -> list[EditionRow]:
    """The editions before this one, the latest first, each with what its successor changed."""
    rows, after = [], now
    for row in rounds.earlier_editions(slug):
        before = rounds.edition(slug, row.number) or after
        changed = differences(before, after)
        rows.append(EditionRow(row.number, row.replaced_at, row.replaced_by_name, row.note, changed))
        after = before
    return rows


def _touched(slug: str, gone: Iterable[str]) -> tuple[tuple[Any, tuple[str, ...]], ...]:
    answered = plans.answered(slug, gone)
    return tuple((one, tuple(answered.get(one.pk, ()))) for one in councils(slug))
