"""Which passages a coder goes through, and in which order: of suggestions or of names, never one of councils."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, When
from django.db.models.functions import Lower

from moothall.apps.coding.models import Coding
from moothall.apps.panel.models import Passage
from moothall.apps.people.models import Person
from moothall.domain.coding import CodeKind
from moothall.reference import coding_frame

ORDERS = {
    "unsure": "Least sure suggestion first",
    "theme": "By suggested theme",
    "plan": "Plan by plan, as they stand",
}
STATES = {
    "open": "Not coded by anyone",
    "second": "Not coded by you",
    "coded": "Coded",
    "differ": "Coders differ",
    "all": "Every passage",
}
_HOLDS = Q(ended_at__isnull=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list. Codes are ids of the frame, empty where any will do."""

    order: str = "unsure"
    state: str = "open"
    theme: str = ""
    practice: str = ""
    barrier: str = ""


def passages(round_slug: str) -> QuerySet[Passage]:
    """The passages of the plans of a round as they are published now."""
    return Passage.objects.filter(
        publication__split__is_searched=True, publication__workspace__round_slug=round_slug
    ).order_by(Lower("publication__workspace__authority_name"), "publication_id", "position")


def undecided(round_slug: str) -> QuerySet[Passage]:
    """Those of them that nobody's coding holds for."""
    return passages(round_slug).filter(~Exists(_codings()))


def queue(round_slug: str, asked: Asked, coder: Person) -> QuerySet[Passage]:
    """The passages asked for, in the order asked for; within it by the name of the council and as they stand."""
    rows = _in_state(passages(round_slug), asked.state, coder)
    for kind in CodeKind:
        code = getattr(asked, kind.value)
        if code:
            rows = rows.filter(Q(**{f"suggested__{kind.value}": code}) | Q(Exists(_coded_as(kind, code))))
    as_they_stand = (Lower("publication__workspace__authority_name"), "publication_id", "position")
    if asked.order == "unsure":
        return rows.order_by(F("suggested__confidence").asc(nulls_last=True), *as_they_stand)
    if asked.order == "theme":
        themes = [When(suggested__theme=one.id, then=at) for at, one in enumerate(coding_frame.frame().themes)]
        rows = rows.annotate(theme_at=Case(*themes, default=len(themes), output_field=IntegerField()))
        return rows.order_by("theme_at", *as_they_stand)
    return rows.order_by(*as_they_stand)


def _in_state(rows: QuerySet[Passage], state: str, coder: Person) -> QuerySet[Passage]:
    if state == "open":
        return rows.filter(~Exists(_codings()))
    if state == "second":
        return rows.filter(~Exists(_codings().filter(coder=coder)))
    if state == "coded":
        return rows.filter(Exists(_codings()))
    if state == "differ":
        return differing(rows)
    return rows


def differing(rows: QuerySet[Passage]) -> QuerySet[Passage]:
    """Those that two coders gave different codes of one kind."""
    holds = Q(codings__ended_at__isnull=True)
    counts: dict[str, Any] = {
        f"{kind.value}s_given": Count(f"codings__{kind.value}", distinct=True, filter=holds) for kind in CodeKind
    }
    differs = Q()
    for name in counts:
        differs |= Q(**{f"{name}__gt": 1})
    return rows.annotate(**counts).filter(differs)


def _codings() -> QuerySet[Coding]:
    return Coding.objects.filter(_HOLDS, stands_at=OuterRef("pk"))


def _coded_as(kind: CodeKind, code: str) -> QuerySet[Coding]:
    also = Q(theme_also=code) if kind is CodeKind.THEME else Q()
    return _codings().filter(Q(**{kind.value: code}) | also)
