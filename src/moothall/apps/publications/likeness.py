"""Which published version a copy reads like, where neither its bytes nor data inside it say so."""

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.apps.publications import queries
from moothall.apps.publications.models import Publication
from moothall.apps.publications.pdfs import plan_document
from moothall.apps.rounds import queries as rounds
from moothall.documents.exchange import plan_json
from moothall.documents.layouts import passages, plan_layouts
from moothall.documents.writing.document import Document
from moothall.domain.plain import build
from moothall.domain.plans import Layout
from moothall.domain.publications import KnownText, PublishedDecision
from moothall.domain.rounds import Round
from moothall.domain.same_words import Likeness, likeness
from moothall.reference import rounds as shipped

MOST = 30  # versions of the councils that a copy names, the newest first


@dataclass(frozen=True, slots=True)
class Alike:
    """The version that a copy reads like most, and how it reads beside it."""

    known: KnownText
    likeness: Likeness


def most_alike(copy: str) -> Alike | None:
    """The version whose passages a copy's text says most of, among those of the councils it names; None if none half.

    Of a withdrawn version no words are given back, only how many of its passages are missing.
    """
    best: tuple[tuple[int, int, int], Publication, Likeness] | None = None
    for row in _of_councils_named_in(copy):
        for found in _readings(row, copy):
            order = (len(found.missing), found.besides, -row.version)
            if found.is_like and (best is None or order < best[0]):
                best = (order, row, found)
    return Alike(queries.known(best[1]), best[2]) if best else None


def _of_councils_named_in(copy: str) -> list[Publication]:
    said = " ".join(copy.split()).casefold()
    names = Publication.objects.order_by().values_list(
        "workspace_id", "workspace__official_name", "workspace__authority_name"
    )
    named = {pk for pk, *called in names.distinct() if any(name.casefold() in said for name in called if name)}
    rows = Publication.objects.filter(workspace_id__in=named).select_related("workspace", "pdf")
    return list(rows.order_by("-published_at")[:MOST])


def _readings(row: Publication, copy: str) -> Iterator[Likeness]:
    """How the copy reads beside the version as its PDF sets it, and as its page does."""
    round_slug = row.workspace.round_slug
    round_ = rounds.round_called(round_slug) or shipped.by_slug(round_slug)
    if round_ is None:
        return
    plan = plan_json.load(row.plan)
    document = _printed(row, round_)
    yield likeness(*passages.compose(document), copy)
    if plan.layout is not Layout.NARRATIVE:
        narrative = plan_layouts.compose(plan, round_, layout=Layout.NARRATIVE)
        yield likeness(*passages.compose(narrative), copy)


def _printed(row: Publication, round_: Round) -> Document:
    decided = build(PublishedDecision, row.decision).sentence if row.decision else ""
    return plan_document(
        plan_json.load(row.plan), round_, colour=row.workspace.colour, decided=decided, version=row.version,
        note=row.note, at=row.published_at,
    )  # fmt: skip
