"""Evidence by theme as it stands."""

from collections.abc import Iterable

from django.utils import timezone

from moothall.apps.best_value import gathering, models
from moothall.apps.workspaces.models import Workspace
from moothall.domain import best_value as domain
from moothall.domain.best_value import Item, Matter, ThemeEvidence, ThemeText
from moothall.domain.rounds import Round
from moothall.reference import best_value_themes


def evidence(workspace: Workspace, round_: Round) -> tuple[ThemeEvidence, ...]:
    """Every theme with what is chosen, found and taken away, in the order of the guidance."""
    return _evidence(workspace, round_, best_value_themes.shipped())


def of_theme(workspace: Workspace, round_: Round, theme: ThemeText) -> ThemeEvidence:
    """The same, of one theme."""
    return _evidence(workspace, round_, (theme,))[0]


def _evidence(workspace: Workspace, round_: Round, themes: Iterable[ThemeText]) -> tuple[ThemeEvidence, ...]:
    there = gathering.matters(workspace, round_)
    rows = list(models.Item.objects.filter(workspace=workspace))
    return tuple(_one(theme, there, [row for row in rows if row.theme == theme.key.value]) for theme in themes)


def _one(theme: ThemeText, there: tuple[Matter, ...], rows: list[models.Item]) -> ThemeEvidence:
    """What was last said of a source holds: chosen again after it was taken away, it is chosen."""
    known = {one.key: one for one in there}
    last = {row.source: row for row in rows}
    items = [_item(row, known.get(row.source)) for row in last.values()]
    return ThemeEvidence(
        theme,
        chosen=tuple(one for one in items if not one.why_away),
        found=domain.candidates(theme, there, settled=last.keys()),
        away=tuple(one for one in items if one.why_away),
    )


def _item(row: models.Item, matter: Matter | None) -> Item:
    return Item(
        row.source, row.title, row.words, row.address, row.on, row.by_name, timezone.localdate(row.recorded_at), matter,
        row.why_ended, row.ended_by_name, timezone.localdate(row.ended_at) if row.ended_at else None,
    )  # fmt: skip
