"""Keeping words that are not saved yet. It is no deed: nothing of the plan changes and no line is recorded."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from moothall.apps.people.permissions import permit
from moothall.apps.plans.models import Draft
from moothall.apps.writing import queries
from moothall.apps.writing.models import KeptWords
from moothall.domain.roles import Deed


def keep(
    *, draft: Draft, section: str, sitting: str, words: Mapping[str, str], revision: int, by: Any, at: datetime
) -> KeptWords | None:
    """Keep what a person has typed in one sitting, over what was kept of that sitting before.

    None where nothing needs keeping, because there are no words or these stand in the plan.
    """
    permit(by, Deed.WRITE_PLAN, draft.workspace_id)
    same_sitting = {"draft": draft, "person": by, "section": section, "sitting": sitting[:40]}
    said = {field: text.replace("\r\n", "\n") for field, text in words.items()}
    if is_empty(said):
        return None  # a box emptied by mistake takes nothing away from what was kept before
    if is_said(queries.stands(draft, section).words, said):
        KeptWords.objects.filter(**same_sitting).delete()
        return None
    row, _ = KeptWords.objects.update_or_create(
        **same_sitting, defaults={"words": said, "revision": revision, "kept_at": at}
    )
    return row


def let_go(*, draft: Draft, section: str, by: Any, sitting: str) -> None:
    """Forget what a person kept in one sitting: it is saved now, or they want it no longer."""
    KeptWords.objects.filter(draft=draft, person=by, section=section, sitting=sitting[:40]).delete()


def kept(draft: Draft, section: str, by: Any) -> list[KeptWords]:
    """What a person kept of a section and has not saved, the latest first; what stands by now is left out."""
    stands = queries.stands(draft, section).words
    rows = KeptWords.objects.filter(draft=draft, person=by, section=section)
    return [row for row in rows if not is_said(stands, row.words)]


def is_empty(words: Mapping[str, str]) -> bool:
    """Whether there is nothing to lose: what becomes of a question is no word of its own."""
    return not any(text.strip() for field, text in words.items() if field != "status")


def is_said(stands: Mapping[str, str], words: Mapping[str, str]) -> bool:
    """Whether these words stand in the plan already."""
    return all(text.strip() == stands.get(field, "").strip() for field, text in words.items() if field != "status")
