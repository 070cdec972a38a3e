"""Saving what hangs on the plan (a commitment, a measure, a barrier, a point and so on) that another may have saved
meanwhile, and keeping what was typed of it before it is saved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit.models import Entry
from moothall.apps.people import queries as people
from moothall.apps.people.permissions import permit
from moothall.apps.plans import actions as plans
from moothall.apps.plans import queries as plan_queries
from moothall.apps.plans.models import Draft, Listed
from moothall.apps.writing import keeping, queries
from moothall.apps.writing.models import KeptWords
from moothall.domain.fingerprints import plain
from moothall.domain.merging import merge
from moothall.domain.roles import Deed
from moothall.domain.sections import PROSE

NEW = "new-"
"""Begins the section under which words for something not in the plan yet are kept: new-commitment, new-milestone-C1."""
CHOSEN = frozenset(
    {"theme", "status", "direction", "library_id", "objective", "code", "kind", "standing", "recurrence", "about"}
)
"""Fields that are chosen from a list: by themselves they are no words to lose."""


@dataclass(frozen=True, slots=True)
class SavedItem:
    """The row as it is saved; ``beside`` names who saved it meanwhile, where somebody did and both stand."""

    row: Listed
    beside: str


@transaction.atomic
def save_item(
    *, item: Listed, fields: Mapping[str, Any], revision: int, sitting: str = "", by: Any, at: datetime
) -> SavedItem:
    """Save fields of what hangs on the plan, written over ``revision``.

    What another saved meanwhile is merged in: paragraphs of prose by their words, every other field from whoever
    changed it. Raises WordsMoved, with the row as it stands, where both changed the same, and the deed's own refusals.
    """
    permit(by, Deed.WRITE_PLAN, item.draft.workspace_id)
    row = type(item).objects.select_for_update().get(pk=item.pk)  # type: ignore[attr-defined]
    found, beside = dict(fields), ""
    if row.revision != revision:
        found = _merged(row, fields, revision)
        beside = _lines(row).last().by_name
    saved = plans.change_item(item=row, revision=row.revision, by=by, at=at, **found)
    keeping.let_go(draft=item.draft, section=item.key, sitting=sitting, by=by)
    return SavedItem(saved, beside)


def _merged(row: Any, fields: Mapping[str, Any], revision: int) -> dict[str, Any]:
    base = _value_at(row, revision)
    if base is None:
        raise plans.WordsMoved(row)
    found = {}
    for name, mine in fields.items():
        was, theirs = base.get(name), getattr(row, name)
        if name in PROSE:
            merged = merge(str(was or ""), str(mine or ""), str(theirs or ""))
            if merged.conflicts:
                raise plans.WordsMoved(row)
            found[name] = merged.chosen()
        elif plain(mine) == was or plain(mine) == plain(theirs):
            found[name] = theirs
        elif plain(theirs) == was:
            found[name] = mine
        else:
            raise plans.WordsMoved(row)
    return found


def _lines(row: Any) -> Any:
    name = row._meta.model_name
    events = (f"{name}.added", f"{name}.changed")
    return Entry.objects.filter(about_kind=row._meta.label, about_id=str(row.pk), event__in=events).order_by("id")


def _value_at(row: Any, revision: int) -> dict[str, Any] | None:
    """What it held at a revision, from the record; None where it never had that one."""
    line = _lines(row)[revision - 1 : revision].first() if revision > 0 else None
    return (line.details.get("after") or line.details.get("value")) if line else None


def is_section(draft: Draft, section: str) -> bool:
    """Whether words are kept under this name for what hangs on the plan, or is to hang on it."""
    if not section.startswith(NEW):
        return plan_queries.item(draft, section) is not None
    kind, _, key = section.removeprefix(NEW).partition("-")
    if kind == "milestone":
        return plan_queries.item(draft, key) is not None
    return section.removeprefix(NEW) in {"commitment", "measure", "barrier", *plan_queries.FURTHER}


def keep(
    *, draft: Draft, section: str, sitting: str, fields: Mapping[str, Any], revision: int, by: Any, at: datetime
) -> KeptWords | None:
    """Keep what a person has typed into a form in one sitting, by the names of its boxes. None where it is no word."""
    permit(by, Deed.WRITE_PLAN, draft.workspace_id)
    if not any(value for name, value in fields.items() if name not in CHOSEN):
        return None
    row, _ = KeptWords.objects.update_or_create(
        draft=draft, person=by, section=section, sitting=sitting[:40],
        defaults={"words": dict(fields), "revision": revision, "kept_at": at},
    )  # fmt: skip
    return row


def kept(draft: Draft, section: str, by: Any) -> list[KeptWords]:
    """What a person kept of a form and has not saved, the latest first; what stands by now is left out."""
    rows = KeptWords.objects.filter(draft=draft, person=by, section=section)
    item = None if section.startswith(NEW) else plan_queries.item(draft, section)
    return [row for row in rows if not is_said(item, row)]


def is_said(item: Any, row: KeptWords) -> bool:
    """Whether everything that was typed stands in the plan already."""
    typed = {name: value for name, value in row.words.items() if isinstance(value, str) and hasattr(item, name)}
    return bool(typed) and all(value.strip() == str(getattr(item, name)).strip() for name, value in typed.items())


def unsaved(by: Any) -> list[KeptWords]:
    """Everything a person kept and has not saved in any plan they may still write, the latest first."""
    rows = KeptWords.objects.filter(person=by, draft__workspace_id__in=people.workspace_ids(by))
    return [row for row in rows.select_related("draft__workspace") if not _stands(row)]


def _stands(row: KeptWords) -> bool:
    assert row.draft is not None, "kept of a plan"
    if is_section(row.draft, row.section):
        item = None if row.section.startswith(NEW) else plan_queries.item(row.draft, row.section)
        return is_said(item, row)
    return keeping.is_said(queries.stands(row.draft, row.section).words, row.words)
