"""The places whose words go out to Word: what each says now, and saving it by the plan's or the report's own deed.

A place has a lasting key: ``plan/opening/introduction``, ``plan/question/T1.Q1``, ``plan/item/C1/text``,
``report/purpose``, ``report/recommendations/0/text``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.apps.plans import actions as plans
from moothall.apps.plans import queries as plan_queries
from moothall.apps.plans.models import Answer, Draft
from moothall.apps.reports import actions as reports
from moothall.apps.reports import queries as report_queries
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange.word_sections import Section
from moothall.documents.limbs import limbs
from moothall.domain.fingerprints import plain
from moothall.domain.plans import AnswerStatus
from moothall.domain.refusals import Refusal
from moothall.domain.returned_words import BREAK, paragraphs, settled
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round

PROSE = (
    "purpose", "summary", "recommendations", "reasons", "options", "consultation", "background", "proposals",
    "relevant_considerations", "implications", "officer_comments", "risks", "conclusion", "next_steps", "appendices",
    "background_papers", "glossary",
)  # fmt: skip
_ALWAYS = frozenset({"purpose", "summary", "reasons", "consultation", "background", "proposals", "risks", "conclusion"})
_WORDS_OF_A_ROW = ("title", "text", "appraisal")
_NAMED_BY = ("kind", "officer", "number", "title")
_ITEMS = {"commitment": ("title", "text"), "barrier": ("title", "text", "ask"), "measure": ("title",)}
_STATUS_FIELD = {"elsewhere": "where", "not_answered": "reason"}
_NOWHERE = "Its words can be kept in another place, or put aside with a reason."


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at a place now, and the revision it stands in."""

    text: str
    revision: int


def deed(key: str) -> Deed:
    """The deed by which the words at a place are saved."""
    return Deed.WRITE_REPORT if key.startswith("report/") else Deed.WRITE_PLAN


def label(key: str, sections: Sequence[Section]) -> str:
    """What a place is called where it is among these sections; the key itself otherwise."""
    return next((one.title for one in sections if one.key == key), key)


def chosen(workspace: Workspace, round_: Round, what: str) -> list[Section]:
    """The sections that go out for ``plan``, ``report``, or the key of one place or of several that begin alike.

    Raises a Refusal where nothing stands there yet.
    """
    whole = sections(workspace, round_, "report" if what.startswith("report") else "plan")
    if what in ("plan", "report"):
        found = whole
    else:
        found = [one for one in whole if one.key == what or one.key.startswith(f"{what}/")]
    if not any(one.key for one in found):
        raise Refusal("There are no words to take out yet.", next_step="Begin the plan or the report first.")
    return [*_labelled(found), _guide("The end. Words written below this line belong to no section.")]


def _labelled(found: Sequence[Section]) -> Iterator[Section]:
    """The sections with a guide right before each that says what it is."""
    before: Section | None = None
    for one in found:
        if one.key and (before is None or before.key):
            yield _guide(one.title, 3)
        yield one
        before = one


def sections(workspace: Workspace, round_: Round, which: str) -> list[Section]:
    """Every section of the plan or of the report in order, headings and what the letter asks among them."""
    if which == "report":
        return list(_of_report(workspace))
    draft = plan_queries.draft(workspace)
    return list(_of_plan(draft, round_)) if draft is not None else []


def _guide(text: str, level: int = 0) -> Section:
    return Section("", text, settled(text), level)


def _of_plan(draft: Draft, round_: Round) -> Iterator[Section]:
    yield _guide("Title and introduction", 1)
    yield Section("plan/opening/title", "Title of the plan", settled(draft.title))
    yield Section("plan/opening/introduction", "Introduction", settled(draft.introduction))
    written = {one.question: one for one in draft.answers.all()}
    for theme in round_.themes:
        yield _guide(theme.title, 1)
        for question in theme.questions:
            yield _guide(f"{question.id} {question.title}", 2)
            yield _guide(question.text)
            row = written.get(question.id)
            text = _answer_words(row) if row else ""
            yield Section(f"plan/question/{question.id}", f"{question.id} {question.title}", settled(text))
    for kind, rows in (
        ("commitment", draft.commitment_set.all()),
        ("measure", draft.measure_set.all()),
        ("barrier", draft.barrier_set.all()),
    ):
        for item in rows:
            yield _guide(f"{kind.capitalize()} {item.key}", 2)
            for name in _ITEMS[kind]:
                said = {"title": kind.capitalize(), "ask": "What is asked of government"}.get(name, "Words")
                yield Section(f"plan/item/{item.key}/{name}", f"{item.key} {said}", settled(getattr(item, name)))


def _answer_words(row: Answer) -> str:
    return str(getattr(row, _STATUS_FIELD.get(row.status, "text")))


def _of_report(workspace: Workspace) -> Iterator[Section]:
    row = report_queries.report(workspace)
    if row is None:
        return
    filled = {one.name: one.value for one in row.fields.all()}
    yield _guide("Covering report", 1)
    yield Section("report/title", "Title of the report", settled(str(filled.get("title") or "")))
    for name in PROSE:
        value = filled.get(name)
        if not value and name not in _ALWAYS:
            continue
        said = name.replace("_", " ").capitalize()
        yield _guide(said, 2)
        if value is None or isinstance(value, str):
            yield Section(f"report/{name}", said, settled(value or ""))
        elif all(isinstance(one, str) for one in value):
            yield Section(f"report/{name}", said, settled(BREAK.join(value)))
        else:
            yield from _of_rows(name, said, value)


def _of_rows(name: str, said: str, rows: Sequence[Any]) -> Iterator[Section]:
    for at, row in enumerate(rows):
        if isinstance(row, list):  # a pair: a term and its meaning, a time and what happens
            if len(row) == 2 and all(isinstance(one, str) for one in row):
                yield Section(f"report/{name}/{at}/1", f"{said}: {row[0]}", settled(row[1]))
            continue
        named = next((str(row[part]) for part in _NAMED_BY if row.get(part)), str(at + 1)).replace("_", " ")
        for part in _WORDS_OF_A_ROW:
            if isinstance(row.get(part), str):
                yield Section(f"report/{name}/{at}/{part}", f"{said}: {named}, {part}", settled(row[part]))


def standing(workspace: Workspace, key: str) -> Standing:
    """What stands at a place now. Raises a Refusal where the place is gone."""
    return _report_place(workspace, key) if key.startswith("report/") else _plan_place(workspace, key)


def _gone(key: str) -> Refusal:
    return Refusal(f"There is no such place any more ({key}).", next_step=_NOWHERE)


def _plan_place(workspace: Workspace, key: str) -> Standing:
    draft = plan_queries.draft(workspace)
    kind, name, *rest = [*key.split("/")[1:], ""]
    if draft is None:
        raise _gone(key)
    if kind == "opening" and name in ("title", "introduction"):
        return Standing(settled(getattr(draft, name)), draft.revision)
    if kind == "question":
        row = next((one for one in draft.answers.all() if one.question == name), None)
        return Standing(settled(_answer_words(row)), row.revision) if row else Standing("", 0)
    item = plan_queries.item(draft, name)
    if kind != "item" or item is None or rest[0] not in _ITEMS[item._meta.model_name]:
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
    """Save words at a place by its own deed. Raises WordsMoved if they changed since, and that deed's refusals."""
    if key.startswith("report/"):
        _save_report(workspace, key, text, revision=revision, by=by, at=at)
    else:
        _save_plan(workspace, key, text, revision=revision, by=by, at=at)


def _save_plan(workspace: Workspace, key: str, text: str, *, revision: int, by: Any, at: datetime) -> None:
    draft = plan_queries.draft(workspace)
    if draft is None:
        raise _gone(key)
    kind, name, *rest = key.split("/")[1:]
    if kind == "opening":
        words = {
            "title": draft.title,
            "introduction": draft.introduction,
            name: _line(text, 200) if name == "title" else text,
        }
        plans.write_opening(draft=draft, **words, revision=revision, by=by, at=at)
    elif kind == "question":
        row = next((one for one in draft.answers.all() if one.question == name), None)
        status = AnswerStatus(row.status) if row else AnswerStatus.OPEN
        if status is AnswerStatus.OPEN and text:
            status = AnswerStatus.ANSWERED
        words = {part: getattr(row, part) if row else "" for part in ("text", "where", "reason")}
        field = _STATUS_FIELD.get(status.value, "text")
        words[field] = _line(text, 400) if field == "where" else text
        plans.answer_question(draft=draft, question=name, status=status, **words, revision=revision, by=by, at=at)
    else:
        item = plan_queries.item(draft, name)
        if item is None:
            raise _gone(key)
        said = {rest[0]: _line(text) if rest[0] == "title" else text}
        plans.change_item(item=item, revision=revision, by=by, at=at, **said)


def _line(text: str, most: int = 300) -> str:
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
    if not path:
        value = list(paragraphs(text)) if isinstance(value, list) else _line(text) if name == "title" else text
    else:
        row = _step(value, path[0], key)
        if isinstance(row, list):
            row[int(path[1])] = text
        else:
            row[path[1]] = text
            if row.get("limbs"):  # the decision starts from the limbs: they follow the words
                row["limbs"] = [plain(one.limb) for one in limbs(text)]
    report = report_queries.report(workspace)
    if report is None:
        raise _gone(key)
    reports.write_field(report=report, name=name, value=value, revision=revision, by=by, at=at)
