"""Keeping evidence, finding its words in a new version, and what a person says of those that were not found."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.evidence.models import Evidence, Move
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.corpus import selectors
from moothall.corpus.anchoring import Anchored, Anchoring, How, Several
from moothall.corpus.annotations import OURS, Marked
from moothall.corpus.ground import Ground
from moothall.corpus.selectors import occurrences, select
from moothall.documents.reading.document import Document
from moothall.domain.facts import Locator
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed

_AROUND = 40
CHOSEN, GONE, WAITS = "chosen", "gone", "waits"
_STATES = {GONE: Evidence.State.GONE, WAITS: Evidence.State.WAITING}


@dataclass(frozen=True, slots=True)
class Rests:
    """What rests on the words at ``where``: a field and its value, or a kind of coding and its code."""

    where: Locator
    what: str
    value: Any
    found_by: str = ""
    is_confirmed: bool = False


def keep(
    some: Iterable[Rests],
    *,
    workspace: Workspace,
    document: str,
    text: Document,
    holder: str = Evidence.Holder.COUNCIL,
) -> list[Evidence]:
    """Keep words of a text as evidence, with all that finds them again. Those kept already stay as they are.

    ``document`` names the text ("upload/12"). Raises ValueError for a place that the text has not.
    """
    ground = Ground(text)
    kept = []
    for one in some:
        place = select(ground, one.where)
        row, is_new = Evidence.objects.get_or_create(
            workspace=workspace,
            holder=holder,
            name=_name(text.sha256, one),
            defaults={
                "document": document,
                "document_name": text.name,
                "sha256": text.sha256,
                "selectors": selectors.dump(place),
                "first": {"sha256": text.sha256, "selectors": selectors.dump(place)},
                "quote": place.exact,
                "what": one.what,
                "value": one.value,
                "found_by": one.found_by,
                "is_confirmed": one.is_confirmed,
            },
        )
        if one.is_confirmed and not is_new and not row.is_confirmed:
            row.is_confirmed = True
            row.save(update_fields=["is_confirmed"])
        kept.append(row)
    return kept


def _name(sha256: str, one: Rests) -> str:
    """A lasting name: the file the words were first seen in, and what was read where."""
    said = f"{one.what}/{one.where.page}/{one.where.start}/{one.where.end}/{one.value!r}"
    return f"{sha256[:8]}-{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of annotations made elsewhere: placed by themselves, waiting for a person, or here already."""

    placed: int
    waiting: int
    here_already: int


ANNOTATION = "annotation"
"""What rests on a passage that was marked in another program: its value is {"id", "purpose", "says", "by"}."""


@transaction.atomic
def bring_annotations(
    *, workspace: Workspace, document: str, text: Document, marked: Sequence[Marked], by: Any, at: datetime
) -> Brought:
    """Keep passages that were marked elsewhere as evidence of a document, each placed by its selectors.

    What is not found for sure waits in the tray for a person, with the places it may be at. One that is here already,
    by its id or by its words and what it says, stays as it is.
    """
    permit(by, Deed.CHOOSE_PLACE, workspace.pk)
    search, counts = Anchoring(text), {"placed": 0, "waiting": 0, "here_already": 0}
    for one in marked:
        counts[_brought(one, workspace, document, text, search, getattr(by, "name", "Moothall"), at)] += 1
    audit.record(
        "annotations.brought_in", about=workspace, by=by, at=at, workspace=workspace, document=document,
        name=text.name, **counts,
    )  # fmt: skip
    return Brought(**counts)


def _brought(
    one: Marked, workspace: Workspace, document: str, text: Document, search: Anchoring, by_name: str, at: datetime
) -> str:
    own = Evidence.objects.filter(workspace=workspace, holder=Evidence.Holder.COUNCIL, name=one.id.removeprefix(OURS))
    if one.id.startswith(OURS) and own.exists():
        return "here_already"
    places = one.selectors.where
    stands = one.selectors.sha256 == text.sha256 and places and _stand(search.ground, places, one.selectors.exact)
    # A place that somebody else gives is kept only where the words are: a later search must not rest on it.
    sought = one.selectors if stands else replace(one.selectors, sha256="", where=())
    said = f"{one.id or one.selectors.exact}/{one.purpose}/{one.says!r}"
    made = f"{text.sha256[:8]}-{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    row, is_new = Evidence.objects.get_or_create(
        workspace=workspace,
        holder=Evidence.Holder.COUNCIL,
        name=made,
        defaults={
            "document": document,
            "document_name": text.name,
            "sha256": sought.sha256,
            "selectors": selectors.dump(sought),
            "first": {"sha256": one.selectors.sha256, "selectors": selectors.dump(one.selectors)},
            "quote": one.selectors.exact,
            "what": ANNOTATION,
            "value": {"id": one.id, "purpose": one.purpose, "says": one.says, "by": one.by},
            "found_by": ANNOTATION,
            "is_confirmed": True,
        },
    )
    if not is_new:
        return "here_already"
    if stands:
        _move(row, search.ground, places, str(How.STANDS), by_name, at)
    else:
        _look(row, search, at)
    row.save()
    return "placed" if row.state == Evidence.State.FOUND else "waiting"


def _stand(ground: Ground, places: tuple[Locator, ...], words: str) -> bool:
    try:
        for one in places:
            ground.whole(one)
        return ground.words(places) == words
    except (KeyError, ValueError):
        return False


@transaction.atomic
def re_anchor(
    *,
    workspace: Workspace,
    document: str,
    text: Document,
    earlier: Document | None = None,
    now_called: str = "",
    holder: str = Evidence.Holder.COUNCIL,
    by: Any,
    at: datetime,
) -> dict[str, int]:
    """Look for the words of all evidence of a document in its new text, and say how many were found and how many wait.

    What is found moves there; the rest waits for a person with the places it may be at. What was said to be gone stays
    so. ``now_called`` is the document's new name where another file replaces it. With no evidence it changes nothing.
    """
    permit(by, Deed.RE_ANCHOR if holder == Evidence.Holder.COUNCIL else Deed.PLACE_PASSAGE, _where(workspace, holder))
    rows = list(Evidence.objects.select_for_update().filter(workspace=workspace, holder=holder, document=document))
    if not rows:
        return {}
    search = Anchoring(text, earlier)
    counts = {"found": 0, "waiting": 0, "gone": 0}
    for row in rows:
        row.document, row.document_name = now_called or document, text.name
        if row.state != Evidence.State.GONE:
            _look(row, search, at)
        row.save()
        counts[row.state] += 1
    audit.record(
        "evidence.re_anchored", about=workspace, by=by, at=at, workspace=workspace, document=now_called or document,
        sha256=text.sha256, **counts,
    )  # fmt: skip
    return counts


def _look(row: Evidence, search: Anchoring, at: datetime) -> None:
    answer = search.find(row.place())
    if isinstance(answer, Anchored):
        _move(row, search.ground, answer.places, str(answer.how), "Moothall", at)
        return
    row.candidates = (
        [_candidate(one, search.ground) for one in answer.candidates] if isinstance(answer, Several) else []
    )
    _step(row, WAITS, None, "Moothall", at)


def _candidate(one: Anchored, ground: Ground) -> dict[str, Any]:
    """A place with what stands around it, so that a date alone can be told from another."""
    start, end = ground.whole(one.places[0])[0], ground.whole(one.places[-1])[1]
    return {
        "places": [[where.page, where.start, where.end] for where in one.places],
        "quote": one.quote,
        "how": str(one.how),
        "before": " ".join(ground.text[max(0, start - _AROUND) : start].split()),
        "after": " ".join(ground.text[end : end + _AROUND].split()),
    }


def _move(row: Evidence, ground: Ground, places: tuple[Locator, ...], how: str, by_name: str, at: datetime) -> None:
    place = select(ground, *places)
    is_same = place.sha256 == row.sha256 and selectors.dump(place) == row.selectors
    if not is_same or row.state != Evidence.State.FOUND:
        _step(row, how, {"sha256": place.sha256, "selectors": selectors.dump(place)}, by_name, at)
    row.sha256, row.selectors, row.quote, row.candidates = place.sha256, selectors.dump(place), place.exact, []


def _step(row: Evidence, how: str, after: dict[str, Any] | None, by_name: str, at: datetime) -> None:
    before = {"sha256": row.sha256, "selectors": row.selectors}
    Move.objects.create(evidence=row, at=at, by_name=by_name, how=how, before=before, after=after)
    row.how, row.state = how, _STATES.get(how, Evidence.State.FOUND)


@transaction.atomic
def choose_place(
    *, evidence: Evidence, text: Document, candidate: int | None = None, words: str = "", by: Any, at: datetime
) -> Evidence:
    """Say where the words stand now: at one of the candidates (counted from 0), or where other words stand, once.

    The value that rests on them stays as it is. Raises a Refusal where there is no such candidate, where the words
    typed do not stand in the text, and where they stand in several places.
    """
    permit(by, *_deed(evidence, Deed.CHOOSE_PLACE))
    ground = Ground(text)
    places = _named(evidence, candidate) if candidate is not None else _typed(ground, words)
    _move(evidence, ground, places, CHOSEN, getattr(by, "name", "Moothall"), at)
    evidence.save()
    audit.record(
        "evidence.placed", about=evidence, by=by, at=at, workspace=evidence.workspace, name=evidence.name,
        quote=evidence.quote, pages=evidence.pages,
    )  # fmt: skip
    return evidence


@transaction.atomic
def say_gone(*, evidence: Evidence, by: Any, at: datetime) -> Evidence:
    """Say that the words are no longer in the document. They stay on record, and so does what rested on them."""
    permit(by, *_deed(evidence, Deed.SAY_GONE))
    evidence.candidates = []
    _step(evidence, GONE, None, getattr(by, "name", "Moothall"), at)
    evidence.save()
    audit.record(
        "evidence.gone", about=evidence, by=by, at=at, workspace=evidence.workspace, name=evidence.name,
        quote=evidence.quote,
    )  # fmt: skip
    return evidence


def _deed(row: Evidence, of_council: Deed) -> tuple[Deed, int | None]:
    """Which deed it is: the panel's passages are placed by the panel, a council's facts by that council."""
    if row.holder == Evidence.Holder.PANEL:
        return Deed.PLACE_PASSAGE, None
    return of_council, row.workspace_id


def _where(workspace: Workspace, holder: str) -> int | None:
    return workspace.pk if holder == Evidence.Holder.COUNCIL else None


def _named(row: Evidence, candidate: int) -> tuple[Locator, ...]:
    if not 0 <= candidate < len(row.candidates):
        raise Refusal("There is no such place to choose.", next_step="Look at the places shown now and choose again.")
    return tuple(Locator(*one) for one in row.candidates[candidate]["places"])


def _typed(ground: Ground, words: str) -> tuple[Locator, ...]:
    found = occurrences(ground, words)
    if not found:
        raise Refusal(
            "These words do not stand in the document.", next_step="Copy them from the document as it is now."
        )
    if len(found) > 1:
        raise Refusal(
            f"These words stand in {len(found)} places of the document.",
            next_step="Copy more of the sentence, so that it is only one.",
        )
    low, high = found[0]
    return ground.places(ground.folded.at[low], ground.folded.at[high - 1] + 1)
