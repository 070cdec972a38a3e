"""The record in sentences for a file that is made outside a page."""

from collections.abc import Callable
from typing import Any

from moothall.apps.plans import queries as plans
from moothall.domain.rounds import Round
from moothall.web.council import told
from moothall.web.council.access import Here


def sentences(workspace: Any, round_: Round) -> Callable[[Any], str]:
    """What gives the sentence of a line of this workspace's record. An event nothing knows any more is named."""
    names = told.names_here(Here(workspace, round_, frozenset()), plans.draft(workspace))

    def of(entry: Any) -> str:
        if entry.event not in told.TOLD:
            return f"did what the record calls {entry.event}"
        return told.sentence(entry.event, entry.details, names)

    return of
