"""The words a person has typed and not saved, each with what it is about and the page on which it waits."""

from typing import Any

from django.urls import reverse

from moothall.apps.rounds import queries as rounds
from moothall.apps.writing import keeping
from moothall.domain.sections import OPENING


def rows(person: Any) -> list[tuple[Any, str, str]]:
    """(kept words, address, title) of everything a person has not saved, the latest first."""
    return [(row, *_place(row)) for row in keeping.unsaved(person)]


def _place(row: Any) -> tuple[str, str]:
    here = row.draft.workspace
    at = (here.round_slug, here.slug)
    if row.section == OPENING:
        return f"{reverse('council:opening', args=at)}?kept={row.pk}", "Title and introduction"
    round_ = rounds.round_called(here.round_slug)
    titles = {one.id: one.title for _, one in round_.questions()} if round_ else {}
    return f"{reverse('council:question', args=(*at, row.section))}?kept={row.pk}", titles.get(row.section, row.section)
