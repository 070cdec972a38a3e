"""What every section of the plan said at every revision: derived from the record, which never changes."""

from collections.abc import Iterable
from typing import Any

from moothall.apps.audit.models import Entry
from moothall.apps.plans.models import Answer, Draft
from moothall.domain.plans import AnswerStatus
from moothall.domain.sections import OPENING, Written

ANSWER_FIELDS = ("status", "text", "where", "reason")
OPENING_FIELDS = ("title", "introduction")


def _unwritten(section: str) -> Written:
    fields = OPENING_FIELDS if section == OPENING else ANSWER_FIELDS
    words = {field: AnswerStatus.OPEN.value if field == "status" else "" for field in fields}
    return Written(section, 0, words)


def stands(draft: Draft, section: str) -> Written:
    """What the opening or the answer to a question says now. Revision 0 where nobody wrote it."""
    row: Any = draft if section == OPENING else Answer.objects.filter(draft=draft, question=section).first()
    if row is None:
        return _unwritten(section)
    if section == OPENING:
        row = Draft.objects.get(pk=draft.pk)
    last = _lines(row).last()
    words = {field: getattr(row, field) for field in (OPENING_FIELDS if section == OPENING else ANSWER_FIELDS)}
    return Written(section, row.revision, words, last.by_name if last else "", last.at if last else None)


def history(draft: Draft, section: str) -> list[Written]:
    """Every revision of the opening or of an answer, the first first; empty where nobody wrote it."""
    row = draft if section == OPENING else Answer.objects.filter(draft=draft, question=section).first()
    return list(_told(section, _lines(row))) if row is not None else []


def at_revision(draft: Draft, section: str, revision: int) -> Written | None:
    """What a section said at one revision, or None where it had no such revision."""
    if revision == 0:
        return _unwritten(section)
    found = history(draft, section)
    return found[revision - 1] if 0 < revision <= len(found) else None


def _lines(row: Any) -> Any:
    events = ("plan.begun", "plan.opening_written", "question.answered")
    return Entry.objects.filter(about_kind=row._meta.label, about_id=str(row.pk), event__in=events).order_by("id")


def _told(section: str, lines: Iterable[Entry]) -> Iterable[Written]:
    """Each line of the record about a section as what it said from then on: a save is a revision."""
    fields = OPENING_FIELDS if section == OPENING else ANSWER_FIELDS
    for revision, line in enumerate(lines, 1):
        said = line.details if section == OPENING else line.details["after"]
        yield Written(section, revision, {field: said.get(field) or "" for field in fields}, line.by_name, line.at)
