"""The record in sentences: every event that a deed writes has one, and each reads as what somebody did."""

from __future__ import annotations

import ast
import itertools
from pathlib import Path

import pytest

import moothall.apps
from moothall.apps.audit.models import Entry
from moothall.web.council import told
from tests.apps import (
    deeds,
    deeds_audit_files,
    deeds_best_value,
    deeds_decisions,
    deeds_department,
    deeds_hours,
    deeds_of_the_return,
    deeds_progress,
    deeds_rounds,
    deeds_with_words,
)
from tests.apps.deeds import Trial
from tests.people import Council

TRIALS = (
    *deeds.TRIALS,
    *deeds_with_words.TRIALS,
    *deeds_with_words.SAVING,
    *deeds_audit_files.TRIALS,
    *deeds_best_value.TRIALS,
    *deeds_decisions.TRIALS,
    *deeds_department.TRIALS,
    *deeds_hours.TRIALS,
    *deeds_rounds.TRIALS,
    *deeds_progress.TRIALS,
    *deeds_of_the_return.TRIALS,
)
# The kinds of thing that hang on a plan: the record names them by their table.
KINDS = ("commitment", "measure", "barrier")
FURTHER = ("linkeddocument", "objective", "ownpoint", "partnership", "figure", "section")


def written_events() -> set[str]:
    """The event of every line that the actions write, and what Moothall itself sees through, read from the code."""
    found: set[str] = set()
    for path in Path(moothall.apps.__path__[0]).glob("*/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.record":
                found |= set(_events(node.args[0]))
    return found


def _events(argument: ast.expr) -> list[str]:
    if isinstance(argument, ast.Constant):
        return [str(argument.value)]
    assert isinstance(argument, ast.JoinedStr), "an event is written out, or begins with the name of a table"
    parts = [[str(one.value)] if isinstance(one, ast.Constant) else [*KINDS, *FURTHER] for one in argument.values]
    return ["".join(chosen) for chosen in itertools.product(*parts)]


def test_every_event_that_a_deed_writes_has_its_sentence_and_no_sentence_is_left_over() -> None:
    assert set(told.TOLD) == written_events()


@pytest.mark.django_db
@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_the_line_of_each_deed_reads_as_a_sentence(council: Council, trial: Trial) -> None:
    deed = trial.ready(council)
    deed(council.who(trial.role))

    line = Entry.objects.filter(event=trial.event).latest("id")
    said = told.sentence(line.event, line.details, {"T1.Q1": "What changed"})

    assert said == said.strip() and said[0].islower() and not said.endswith(".")
    assert not any(word in said for word in ("None", "“”", "{", "_"))


def test_a_key_is_told_by_what_it_stands_for() -> None:
    names = {"T1.Q1": "What changed", "M1": "Agency spend"}

    assert told.sentence("question.answered", {"question": "T1.Q1"}, names) == "answered “What changed”"
    said = told.sentence("reading.recorded", {"measure": "M1", "value": "3.3", "period": "to September 2024"}, names)
    assert said == "recorded a reading of “Agency spend”: 3.3, to September 2024"


def test_a_meeting_that_moved_is_told_with_both_days() -> None:
    said = told.sentence(
        "meeting.recorded", {"body": "Cabinet", "planned_on": "2024-07-11", "met_on": "2024-07-12"}, {}
    )

    assert said == "recorded that Cabinet met on Fri 12 July 2024, not on Thu 11 July 2024 as planned"
