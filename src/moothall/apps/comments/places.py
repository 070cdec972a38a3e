"""What stands under the key of a section now, and saving other words there by the plan's or the report's own deed.

`sections` lists the keys. Words of the opening, of answers and of fields of the report are saved through the
merge of `writing`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.apps.comments.sections import ITEMS, PROSE, STATUS_FIELD, answer_words
from moothall.apps.plans import actions as plans
from moothall.apps.plans import queries as plan_queries
from moothall.apps.reports import actions as reports
from moothall.apps.reports import queries as report_queries
from moothall.apps.workspaces.models import Workspace
from moothall.apps.writing import field_saving, saving
from moothall.documents.limbs import limbs
from moothall.domain.fingerprints import plain
from moothall.domain.plans import AnswerStatus
from moothall.domain.refusals import Refusal
from moothall.domain.returned_words import BREAK, paragraphs, settled
from moothall.domain.roles import Deed
from moothall.domain.sections import OPENING

_LONGEST = {"partners": 400}
_NOWHERE = "Its words can be kept in another place, or put aside with a reason."


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands under a key now, and the revision it stands in."""

    text: str
    revision: int


class WordsTouch(Refusal):
    """The same words were changed meanwhile. ``standing`` is what stands now, ``proposed`` what was to be saved."""

    def __init__(self, standing: Standing, proposed: str) -> None:
        super().__init__(
            "These words were changed here meanwhile.",
            next_step="Both texts are below. Choose what to keep, then save.",
        )
        self.standing = standing
        self.proposed = proposed


def deed(key: str) -> Deed:
    """The deed by which the words under a key are saved."""
    return Deed.WRITE_REPORT if key.startswith("report/") else Deed.WRITE_PLAN


def standing(workspace: Workspace, key: str) -> Standing:
    """What stands under a key now. Raises a Refusal where the place is gone."""
    return _report_place(workspace, key) if key.startswith("report/") else _plan_place(workspace, key)


def _gone(key: str) -> Refusal:
    return Refusal(f"There is no such place any more ({key}).", next_step=_NOWHERE)


def _plan_place(workspace: Workspace, key: str) -> Standing:
    draft = plan_queries.draft(workspace)
    kind, name, *rest = [*key.split("/")[1:], "", ""]
    if draft is None:
        raise _gone(key)
    if kind == "opening" and name in ("title", "introduction"):
        return Standing(settled(getattr(draft, name)), draft.revision)
    if kind == "question":
        row = next((one for one in draft.answers.all() if one.question == name), None)
        return Standing(settled(answer_words(row)), row.revision) if row else Standing("", 0)
    item = plan_queries.item(draft, name)
    if kind != "item" or item is None or rest[0] not in ITEMS[item._meta.model_name]:
        raise _gone(key)
    return Standing(settled(getattr(item, rest[0])), item.revision)


def _report_place(workspace: Workspace, key: str) -> Standing:
    value, revision = _field(workspace, key)
    for step in key.split("/")[2:]:
        value = _step(value, step, key)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = BREAK.join(value)
    if value is not None and not isinstance(value, str):
        raise _gone(key)
    return Standing(settled(value or ""), revision)


def _field(workspace: Workspace, key: str) -> tuple[Any, int]:
    row, name = report_queries.report(workspace), key.split("/")[1]
    if row is None or name not in (*PROSE, "title"):
        raise _gone(key)
    kept = report_queries.field(row, name)
    return (kept.value, kept.revision) if kept else (None, 0)


def _step(value: Any, step: str, key: str) -> Any:
    try:
        return value[int(step)] if isinstance(value, list) else value[step]
    except (LookupError, TypeError, ValueError) as error:
        raise _gone(key) from error


def save(workspace: Workspace, key: str, text: str, *, revision: int, by: Any, at: datetime) -> None:
    """Save words under a key by its own deed, merged with what somebody saved meanwhile where the section merges.

    Raises WordsTouch where the words were changed since ``revision`` and cannot be merged, and that deed's refusals.
    """
    saves = _save_report if key.startswith("report/") else _save_plan
    try:
        saves(workspace, key, text, revision=revision, by=by, at=at)
    except (plans.WordsMoved, saving.WordsMeet, field_saving.FieldsMeet) as moved:
        raise WordsTouch(standing(workspace, key), text) from moved


def _save_plan(workspace: Workspace, key: str, text: str, *, revision: int, by: Any, at: datetime) -> None:
    draft = plan_queries.draft(workspace)
    if draft is None:
        raise _gone(key)
    kind, name, *rest = key.split("/")[1:]
    if kind == "item":
        item = plan_queries.item(draft, name)
        if item is None:
            raise _gone(key)
        words = text if rest[0] in ("text", "ask") else _line(text, _LONGEST.get(rest[0], 300))
        plans.change_item(item=item, revision=revision, by=by, at=at, **{rest[0]: words})
    elif kind == "opening":
        said = {"title": draft.title, "introduction": draft.introduction}
        said[name] = _line(text, 200) if name == "title" else text
        saving.save(draft=draft, section=OPENING, words=said, revision=revision, by=by, at=at)
    else:
        said = _answer(draft, name, text)
        saving.save(draft=draft, section=name, words=said, revision=revision, by=by, at=at)


def _answer(draft: Any, question: str, text: str) -> dict[str, str]:
    """The fields of an answer with these words in the one that its status shows; words answer an open question."""
    row = next((one for one in draft.answers.all() if one.question == question), None)
    status = AnswerStatus(row.status) if row else AnswerStatus.OPEN
    if status is AnswerStatus.OPEN and text:
        status = AnswerStatus.ANSWERED
    words = {part: getattr(row, part) if row else "" for part in ("text", "where", "reason")}
    field = STATUS_FIELD.get(status.value, "text")
    words[field] = _line(text, 400) if field == "where" else text
    return {"status": status.value, **words}


def _line(text: str, most: int) -> str:
    """Words that stand on one line. Raises a Refusal for more letters than there is room for."""
    line = " ".join(text.split())
    if len(line) > most:
        raise Refusal(
            f"These words have {len(line)} letters; there is room for {most} here.",
            next_step="Choose the words by hand and make them shorter.",
        )
    return line


def _save_report(workspace: Workspace, key: str, text: str, *, revision: int, by: Any, at: datetime) -> None:
    value, _ = _field(workspace, key)
    name, *path = key.split("/")[1:]
    report = report_queries.report(workspace)
    if report is None:
        raise _gone(key)
    if not path:
        value = list(paragraphs(text)) if isinstance(value, list) else _line(text, 300) if name == "title" else text
        field_saving.save_field(report=report, name=name, value=value, revision=revision, by=by, at=at)
        return
    row = _step(value, path[0], key)
    if isinstance(row, list):
        row[int(path[1])] = text
    else:
        row[path[1]] = text
        if row.get("limbs"):  # the decision starts from the limbs: they follow the words
            row["limbs"] = [plain(one.limb) for one in limbs(text)]
    # A row goes by its place, which another's save may have moved: whoever comes second chooses by hand.
    reports.write_field(report=report, name=name, value=value, revision=revision, by=by, at=at)
