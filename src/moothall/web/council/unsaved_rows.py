"""The words a person has typed and not saved, each with what it is about and the page on which it waits."""

from typing import Any

from moothall.apps.plans import queries as plans
from moothall.apps.rounds import queries as rounds
from moothall.apps.writing import items
from moothall.domain.parts import PLAN, part
from moothall.web.council import kept_forms, parts_shown
from moothall.web.council.access import Here


def rows(person: Any) -> list[tuple[Any, str, str]]:
    """(kept words, address, title) of everything a person has not saved, the latest first."""
    return [(row, *_place(row)) for row in items.unsaved(person)]


def _place(row: Any) -> tuple[str, str]:
    workspace = row.draft.workspace
    round_ = rounds.round_called(workspace.round_slug)
    assert round_ is not None, "a workspace belongs to a round"
    here = Here(workspace, round_, frozenset())
    if items.is_section(row.draft, row.section):
        where = kept_forms.where(here, row.section)
        title = f"New: {row.words.get('title') or 'not named yet'}"
        if not row.section.startswith(items.NEW):
            title = str(plans.item(row.draft, row.section).title)
    else:
        where = parts_shown.where(here, part(PLAN, row.section))
        title = parts_shown.titles(here, None, PLAN).get(row.section, row.section)
    return f"{where}?kept={row.pk}", title
