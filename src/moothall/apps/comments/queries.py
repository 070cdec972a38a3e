"""Reading comments: which words of today they are about, and which kept version they were carried over from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from moothall.apps.comments import anchors
from moothall.apps.comments.models import Comment
from moothall.apps.comments.sections import sections
from moothall.apps.plans import queries as plans
from moothall.apps.workspaces.models import Workspace
from moothall.domain.rounds import Round

Kept = tuple[int, datetime]


@dataclass(frozen=True, slots=True)
class Stood:
    """A comment as it stands today.

    ``found`` is where its words are, None for a comment on the whole place and for words that are gone (``is_gone``).
    ``carried_from`` is the first version kept while it was open; ``settled_in`` the version it was settled in, None for
    the words being written.
    """

    comment: Comment
    found: anchors.Found | None
    is_gone: bool
    carried_from: int | None
    settled_in: int | None


def comments(workspace: Workspace) -> QuerySet[Comment]:
    """Every comment with its replies, the first first."""
    return Comment.objects.filter(workspace=workspace).prefetch_related("replies")


def at_place(workspace: Workspace, place: str) -> QuerySet[Comment]:
    """Every comment on the words of one place."""
    return comments(workspace).filter(Q(place=place) | Q(place__startswith=f"{place}/"))


def comment(workspace: Workspace, pk: int) -> Comment | None:
    """One comment of this workspace, or None."""
    return comments(workspace).filter(pk=pk).select_related("workspace").first()


def open_counts(workspace: Workspace, which: str, place: str = "") -> tuple[int, int]:
    """How many comments and how many suggestions are open in the ``plan`` or the ``report``, or at one place."""
    found = at_place(workspace, place or which).filter(outcome="")
    words = [one.is_suggestion for one in found.prefetch_related(None).only("words")]
    return words.count(False), words.count(True)


def version_counts(workspace: Workspace, number: int) -> tuple[int, int]:
    """How many comments on the plan were open when a version was kept, and how many were settled while it was made."""
    ends = [at for each, at in versions(workspace) if each <= number]
    rows = Comment.objects.filter(workspace=workspace, place__startswith="plan/", at__lte=ends[-1])
    still_open = rows.filter(Q(settled_at=None) | Q(settled_at__gt=ends[-1])).count()
    settled = rows.filter(settled_at__lte=ends[-1])
    return still_open, (settled.filter(settled_at__gt=ends[-2]) if len(ends) > 1 else settled).count()


def texts(workspace: Workspace, round_: Round, which: str) -> dict[str, str]:
    """The words under each key of the plan or the report today."""
    return {one.key: one.text for one in sections(workspace, round_, which) if one.key}


def versions(workspace: Workspace) -> list[Kept]:
    """The number of every kept version of the plan and when it was kept, the first first."""
    return [(one.number, one.kept_at) for one in reversed(plans.versions(workspace))]


def stood(rows: Iterable[Comment], texts: Mapping[str, str], kept: Iterable[Kept]) -> list[Stood]:
    """Comments held against the words of today, by their keys, and the kept versions."""
    return [_stood(one, texts.get(one.place), list(kept)) for one in rows]


def _stood(row: Comment, text: str | None, kept: list[Kept]) -> Stood:
    found = anchors.find(row.anchor, row.over, text) if text is not None else None
    until = row.settled_at
    if not row.place.startswith("plan/"):
        kept = []  # versions are kept of the plan
    return Stood(
        row,
        found,
        is_gone=text is None or bool(row.quote and found is None),
        carried_from=next((number for number, at in kept if at >= row.at and (until is None or at < until)), None),
        settled_in=next((number for number, at in kept if until is not None and at >= until), None),
    )


def holds(text: str, quote: str) -> bool:
    """Whether words stand in a text, whatever their spacing and marks."""
    return anchors.holds(text, quote)
