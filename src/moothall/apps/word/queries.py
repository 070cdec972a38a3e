"""Reading what went out to Word and what came back."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from moothall.apps.comments import places
from moothall.apps.word.models import Change, Outgoing, Returned, ReturnedSection, Stray, Verdict, WordComment
from moothall.apps.workspaces.models import Workspace
from moothall.domain.returned_words import reads

_LATEST = 40
_OPEN_CHANGE = Q(sections__changes__verdict="")
_OPEN_STRAY = Q(strays__said_at=None, strays__isnull=False)


def outgoing(workspace: Workspace) -> list[Outgoing]:
    """What went out last, newest first."""
    return list(Outgoing.objects.filter(workspace=workspace).defer("sections")[:_LATEST])


def returned(workspace: Workspace) -> QuerySet[Returned]:
    """Every file that came back, newest first, with how many changes (``open``) and strays (``stray``) wait."""
    return (
        Returned.objects.filter(workspace=workspace)
        .select_related("outgoing", "file")
        .annotate(
            open=Count("sections__changes", filter=_OPEN_CHANGE, distinct=True),
            stray=Count("strays", filter=_OPEN_STRAY, distinct=True),
        )
    )


def one_returned(workspace: Workspace, pk: int) -> Returned | None:
    """One returned file with its sections, their changes and comments, and its strays; or None."""
    sections = ReturnedSection.objects.select_related("workspace").prefetch_related("changes", "comments")
    return returned(workspace).filter(pk=pk).prefetch_related(Prefetch("sections", sections), "strays").first()


def sent_sections(workspace: Workspace, tokens: frozenset[str]) -> dict[str, list[dict[str, Any]]]:
    """The sections of the outgoing files of this workspace that go by these names."""
    return dict(Outgoing.objects.filter(workspace=workspace, token__in=tokens).values_list("token", "sections"))


def accepted(section: ReturnedSection) -> frozenset[int]:
    """The numbers of the changes somebody accepted."""
    return frozenset(section.changes.filter(verdict=Verdict.ACCEPTED).values_list("number", flat=True))


def section(workspace: Workspace, pk: int) -> ReturnedSection | None:
    """One returned section of this workspace, or None."""
    return (
        ReturnedSection.objects.filter(workspace=workspace, pk=pk)
        .select_related("returned", "workspace")
        .prefetch_related("changes", "comments")
        .first()
    )


def stray(workspace: Workspace, pk: int) -> Stray | None:
    """Words that could not be placed, or None."""
    return Stray.objects.filter(workspace=workspace, pk=pk).select_related("returned", "workspace").first()


def same_file(workspace: Workspace, sha256: str) -> Returned | None:
    """The return of these very bytes that was brought in before, or None."""
    return Returned.objects.filter(workspace=workspace, file__sha256=sha256).first()


def gone_out(workspace: Workspace, tokens: frozenset[str]) -> dict[str, list[dict[str, Any]]]:
    """The comments that went out with the files of these names: {"id", "key", "author", "text"}."""
    return dict(Outgoing.objects.filter(workspace=workspace, token__in=tokens).values_list("token", "comments"))


def waiting(workspace: Workspace) -> int:
    """How many changes of returned files nobody has answered for."""
    return Change.objects.filter(section__workspace=workspace, verdict="").count()


def comment(workspace: Workspace, pk: int) -> WordComment | None:
    """One comment of a returned file, or None."""
    return (
        WordComment.objects.filter(section__workspace=workspace, pk=pk)
        .select_related("section__workspace", "section__returned", "here")
        .first()
    )


def side_by_side(section: ReturnedSection, numbers: Collection[int]) -> tuple[places.Standing, str]:
    """What stands at a section's place now, and what the file makes of it once these changes are accepted too.

    Raises a Refusal where the place is gone.
    """
    mine = reads(section.pieces(), accepted(section) | set(numbers))
    return places.standing(section.workspace, section.key), mine
