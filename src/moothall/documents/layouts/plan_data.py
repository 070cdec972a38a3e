"""A plan's questions, commitments, measures and barriers as plain tables, one a file, each column with its meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from moothall.documents.layouts.plan_parts import DIRECTIONS, STAGES
from moothall.documents.writing.document import Document, Table, cell
from moothall.domain.plans import AnswerStatus, Plan
from moothall.domain.progress import MilestoneState, MilestoneUpdate, Reading
from moothall.domain.rounds import Round

Rows = Iterable[tuple[str, ...]]
SETTLED = {
    AnswerStatus.OPEN: "Open",
    AnswerStatus.ANSWERED: "Answered",
    AnswerStatus.ELSEWHERE: "Answered elsewhere",
    AnswerStatus.NOT_ANSWERED: "Not answered",
}
STANDS = {
    MilestoneState.NOT_STARTED: "Not started",
    MilestoneState.IN_HAND: "In hand",
    MilestoneState.DONE: "Done",
    MilestoneState.STOPPED: "Stopped",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a table is made from: the plan, its round, and the progress told since, empty for a frozen version."""

    plan: Plan
    round_: Round
    readings: Mapping[str, tuple[Reading, ...]]
    updates: Mapping[str, MilestoneUpdate]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of data. ``columns`` are (name, meaning) in order; ``follows`` where it changes with progress."""

    name: str
    title: str
    columns: tuple[tuple[str, str], ...]
    rows: Callable[[Told], Rows]
    follows: bool = False


def compose(sheet: Sheet, told: Told) -> Document:
    """The table of this sheet as a document that ``writing.csv`` takes."""
    rows = tuple(tuple(cell(text) for text in row) for row in sheet.rows(told))
    return Document(title=told.plan.title, blocks=(Table(rows, header=tuple(name for name, _ in sheet.columns)),))


def dictionary() -> Document:
    """What every column of every file means, as a table of its own."""
    rows = tuple(
        (cell(f"{sheet.name}.csv{'' if sheet.follows else ' of a version'}"), cell(name), cell(meaning))
        for sheet in SHEETS
        for name, meaning in sheet.columns
    )
    return Document(title="What the columns mean", blocks=(Table(rows, header=("file", "column", "meaning")),))


def _questions(told: Told) -> Rows:
    asked = {question.id: (theme, question) for theme, question in told.round_.questions()}
    for one in told.plan.answers:
        theme, question = asked.get(one.question, (None, None))
        yield (
            one.question,
            theme.title if theme else "",
            question.title if question else "",
            question.text if question else "",
            SETTLED[one.status],
            one.text,
            one.where,
            one.reason,
        )


def _commitments(told: Told) -> Rows:
    themes = {theme.key: theme.title for theme in told.round_.themes}
    for one in told.plan.commitments:
        about = (one.key, themes.get(one.theme, one.theme), one.title, one.text, STAGES[one.status])
        for step in one.milestones:
            yield (*about, step.key, step.title, step.due_on.isoformat())
        if not one.milestones:
            yield (*about, "", "", "")


def _measures(told: Told) -> Rows:
    themes = {theme.key: theme.title for theme in told.round_.themes}
    for one in told.plan.measures:
        yield (
            one.key, themes.get(one.theme, one.theme), one.title, one.unit, DIRECTIONS[one.direction], one.baseline,
            one.baseline_period, one.target, one.target_period, one.source,
        )  # fmt: skip


def _barriers(told: Told) -> Rows:
    return ((one.key, one.title, one.text, one.ask) for one in told.plan.barriers)


def _readings(told: Told) -> Rows:
    for one in told.plan.measures:
        about = (one.key, one.title, one.unit, DIRECTIONS[one.direction], one.baseline, one.baseline_period, one.target)
        readings = told.readings.get(one.key, ())
        for reading in readings:
            yield (
                *about, reading.period, reading.period_ends_on.isoformat(), format(reading.value, "f"), reading.note,
                reading.source, reading.recorded_at.isoformat(timespec="seconds"),
            )  # fmt: skip
        if not readings:
            yield (*about, "", "", "", "", one.source, "")


def _milestones(told: Told) -> Rows:
    for one in told.plan.commitments:
        for step in one.milestones:
            about = (step.key, step.title, one.title, step.due_on.isoformat())
            update = told.updates.get(step.key)
            if update is None:
                yield (*about, "", "", "", "")
                continue
            done_on = update.done_on.isoformat() if update.done_on else ""
            yield (
                *about,
                STANDS[update.state],
                update.words,
                done_on,
                update.recorded_at.isoformat(timespec="seconds"),
            )


_KEY = "A lasting name, unique in the plan"
_THEME = "The theme of the round it stands under"
QUESTIONS = Sheet(
    "questions",
    "Questions and answers",
    (
        ("question", "The question's id in the round"),
        ("theme", _THEME),
        ("title", "The question in a few words"),
        ("asked", "The question in full"),
        ("status", "What became of it: answered, answered elsewhere, not answered, or open"),
        ("answer", "The answer, in the council's words"),
        ("where", "Where it is answered, when it is answered elsewhere"),
        ("reason", "Why it is not answered"),
    ),
    _questions,
)
COMMITMENTS = Sheet(
    "commitments",
    "Commitments and their milestones",
    (
        ("commitment", f"{_KEY}; one row for each of its milestones"),
        ("theme", _THEME),
        ("title", "The commitment in a few words"),
        ("text", "The commitment in full"),
        ("status", "How far it was when the plan was written: done, under way or planned"),
        ("milestone", "The milestone's lasting name, or empty where there is none"),
        ("milestone_title", "The milestone in a few words"),
        ("due_on", "The day it is due, as the plan says"),
    ),
    _commitments,
)
MEASURES = Sheet(
    "measures",
    "Measures, as the plan sets them",
    (
        ("measure", _KEY),
        ("theme", _THEME),
        ("title", "What is measured"),
        ("unit", "The unit, in words"),
        ("direction", "Which way is meant, if any way"),
        ("baseline", "The value it started from"),
        ("baseline_period", "The period of that value"),
        ("target", "The council's own target, if it has one"),
        ("target_period", "The period the target is for"),
        ("source", "The report or system the values come from"),
    ),
    _measures,
)
BARRIERS = Sheet(
    "barriers",
    "Barriers, and what is asked of government",
    (
        ("barrier", _KEY),
        ("title", "The barrier in a few words"),
        ("text", "What stands in the way"),
        ("ask", "What is asked of government"),
    ),
    _barriers,
)
READINGS = Sheet(
    "measures",
    "Measures, with every reading since",
    (
        ("measure", f"{_KEY}; one row for each of its readings"),
        ("title", "What is measured"),
        ("unit", "The unit, in words"),
        ("direction", "Which way is meant, if any way"),
        ("baseline", "The value it started from"),
        ("baseline_period", "The period of that value"),
        ("target", "The council's own target, if it has one"),
        ("period", "The period of the reading, as the council calls it"),
        ("period_ends_on", "Its last day"),
        ("value", "The value"),
        ("note", "The council's note on it"),
        ("source", "Where the value stands"),
        ("recorded_at", "When it was recorded"),
    ),
    _readings,
    follows=True,
)
MILESTONES = Sheet(
    "milestones",
    "Milestones, with the latest word on each",
    (
        ("milestone", _KEY),
        ("title", "The milestone in a few words"),
        ("commitment", "The commitment it belongs to"),
        ("due_on", "The day it is due, as the plan says"),
        ("state", "Where it stands: not started, in hand, done or stopped; empty where nothing was said"),
        ("words", "The council's words"),
        ("done_on", "The day it was done"),
        ("recorded_at", "When that was recorded"),
    ),
    _milestones,
    follows=True,
)
SHEETS = (QUESTIONS, COMMITMENTS, MEASURES, BARRIERS, READINGS, MILESTONES)
