"""Saving a section that someone else may have saved meanwhile. The deed itself is the plan's."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.people.permissions import permit
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Draft
from moothall.apps.writing import keeping, queries
from moothall.domain.merging import Merge
from moothall.domain.plans import AnswerStatus
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.sections import OPENING, Written, merged


class WordsMeet(Refusal):
    """Two people changed the same words. ``merges`` holds each field's pieces, ``theirs`` what stands now."""

    def __init__(self, merges: dict[str, Merge], theirs: Written, *, revision: int) -> None:
        super().__init__(
            f"{theirs.by_name or 'Someone else'} changed the same words while you were writing.",
            next_step="Both texts are below. Choose what stays, then save.",
        )
        self.merges, self.theirs, self.revision = merges, theirs, revision


@dataclass(frozen=True, slots=True)
class Saved:
    """What a section says now; ``beside`` is what another person saved meanwhile and is merged in, if somebody did."""

    words: dict[str, str]
    beside: Written | None


@transaction.atomic
def save(
    *,
    draft: Draft,
    section: str,
    words: Mapping[str, str],
    revision: int,
    sitting: str = "",
    by: Any,
    at: datetime,
) -> Saved:
    """Save the opening or the answer to a question, written over ``revision``.

    What was kept of this ``sitting`` is forgotten in the same transaction, so the words are always in one of both
    places. What another person saved meanwhile is merged in where the changes do not touch. Raises WordsMeet where
    they do, and a Refusal where the plan takes no such answer. Words that stand already are not saved twice.
    """
    permit(by, Deed.WRITE_PLAN, draft.workspace_id)
    # One save of a plan at a time, so that two first answers to a question meet here and not in a constraint.
    Draft.objects.select_for_update().get(pk=draft.pk)
    theirs = queries.stands(draft, section)
    if theirs.revision == revision:
        found, beside = dict(words), None
    else:
        merges = met(draft, section, words, revision=revision, theirs=theirs)
        if any(one.conflicts for one in merges.values()):
            raise WordsMeet(merges, theirs, revision=revision)
        found, beside = {field: one.chosen() for field, one in merges.items()}, theirs
    if theirs.revision == 0 or found != dict(theirs.words):
        _write(draft, section, found, theirs.revision, by, at)
    keeping.let_go(draft=draft, section=section, sitting=sitting, by=by)
    return Saved(found, beside)


def met(draft: Draft, section: str, words: Mapping[str, str], *, revision: int, theirs: Written) -> dict[str, Merge]:
    """Each field's pieces where ``words`` were written over ``revision`` and ``theirs`` stands.

    Raises a Refusal where the section never had that revision.
    """
    base = queries.at_revision(draft, section, revision)
    if base is None:
        raise Refusal(
            "Moothall cannot tell from which words you began.",
            next_step="Copy your words, open the page again, and put them in.",
        )
    return merged(base.words, {field: text.replace("\r\n", "\n") for field, text in words.items()}, theirs.words)


def _write(draft: Draft, section: str, words: dict[str, str], revision: int, by: Any, at: datetime) -> None:
    if section == OPENING:
        plans.write_opening(draft=draft, **words, revision=revision, by=by, at=at)
        return
    fields: dict[str, Any] = {**words, "status": AnswerStatus(words["status"])}
    plans.answer_question(draft=draft, question=section, **fields, revision=revision, by=by, at=at)
