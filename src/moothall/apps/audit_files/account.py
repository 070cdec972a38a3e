"""The readable account: every chapter in order, each row in words, and the whole record a sentence a line."""

import itertools
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from moothall.apps.audit.models import Entry
from moothall.apps.audit_files.apart import Sorting
from moothall.apps.audit_files.catalogue import Told
from moothall.apps.audit_files.rows import Row, columns, label
from moothall.apps.plans import queries as plans
from moothall.apps.routes import queries as routes
from moothall.apps.workspaces.models import Workspace
from moothall.documents.writing.document import (
    Block,
    Cell,
    Heading,
    Item,
    Items,
    Paragraph,
    Setting,
    Table,
    cell,
    words,
)
from moothall.domain.audit_files import Chapter
from moothall.domain.days import in_short, in_words, time_in_words
from moothall.domain.rounds import Round
from moothall.domain.text_differences import differences

Sentence = Callable[[Entry], str]
MOST_ROWS = 150
MOST_WORDS = 3000
_QUIET = frozenset({"id", "revision", "workspace_id", "draft_id", "report_id", "uid", "gss", "fingerprint", "position"})


def of_round(workspace: Workspace, round_: Round) -> Iterator[Block]:
    """The letter, the day it asks for, its questions and its requirements."""
    yield from _pairs(
        "The letter and what it asks",
        [
            ("Council", workspace.official_name),
            ("Round", round_.title),
            ("From", round_.issuer),
            ("Letter of", in_words(round_.letter_on)),
            ("Due by", in_words(round_.deadline_on)),
            *((f"Question {one.id}", one.text) for _, one in round_.questions()),
            *((f"Requirement ({one.strength.value})", one.text) for one in round_.requirements),
        ],
    )


def of_versions(workspace: Workspace, round_: Round) -> Iterator[Block]:
    """Each version of the plan against the one before it: every place that differs, with the words before and after."""
    titles = {one.id: one.title for _, one in round_.questions()}
    kept = sorted(plans.versions(workspace), key=lambda one: one.number)
    for before, after in itertools.pairwise(kept):
        found = differences(plans.frozen(before), plans.frozen(after), titles)
        title = f"From version {before.number} to version {after.number}"
        yield Heading(title, 3)
        if not found:
            yield Paragraph(words("They say the same."))
            continue
        rows = tuple((cell(one.place), cell(one.before or "Nothing"), cell(one.after or "Nothing")) for one in found)
        yield Table(rows, ("Where", "Before", "After"), (24, 38, 38), title)


def of_dates(workspace: Workspace) -> Iterator[Block]:
    """Every date of the route as it stands, with the rule it comes from and the days that were counted."""
    found = routes.standing_dates(routes.route(workspace))
    if not found:
        return
    rows = []
    for one in found:
        step, why = one.step, []
        if step.provision is not None:
            why.append(f"{step.provision.in_words()}.")
        if step.deadline is not None:
            counted = [in_short(day.day) + f" ({day.why})" for day in step.deadline.counted]
            why += [step.deadline.what, f"Counted: {'; '.join(counted)}." if counted else "", *step.deadline.notes]
        if one.override is not None:
            why.append(f"Put by an officer in place of {in_words(one.counted.on)}: {one.override.reason}")
        if one.follows:
            why.append(one.follows)
        rows.append((cell(in_words(step.on)), cell(step.what, step.body or ""), cell(*why)))
    yield Heading("Its dates and how each was counted", 3)
    yield Table(tuple(rows), ("Day", "What", "How it was counted"), (22, 30, 48), "Dates of the route")


def of_table(told: Told, open_rows: list[Row], count: int) -> Iterator[Block]:
    """The rows of a table in words. Where there are very many, the last stand in the data alone, and that is said."""
    if not count:
        return
    yield Heading(told.title, 3)
    names = {one.attname: label(one) for one in columns(told)}
    shown = [(cell(str(number)), _said(told, names, row)) for number, row in enumerate(open_rows, start=1)]
    yield Table(tuple(shown), ("No.", "What is kept"), (8, 92), told.title)
    if count > len(open_rows):
        rest = f"The other {count - len(open_rows)} stand in the data, in {told.label}.csv."
        yield Paragraph(words(rest), setting=Setting.NOTE)


def _said(told: Told, names: dict[str, str], row: Row) -> Cell:
    lines = []
    for column, value in row.values.items():
        if column in _QUIET or value in (None, "", [], {}):
            continue
        said = row.named.get(column) or _words(value)
        if len(said) > MOST_WORDS or (not isinstance(value, str) and len(said) > MOST_WORDS // 4):
            said = f"in the data, in {told.label}.csv ({len(said)} characters)"
        lines.append(f"{names[column]}: {said}")
    return cell(*(lines or ["Nothing was filled in."]))


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return _moment(value)
    if isinstance(value, dict):
        filled = {key: one for key, one in value.items() if one not in (None, "", [], {})}
        return ", ".join(f"{key.replace('_', ' ')}: {_words(one)}" for key, one in filled.items())
    if isinstance(value, list):
        inside = any(isinstance(one, list | dict) for one in value)
        return ("; " if inside else ", ").join(_words(one) for one in value)
    return str(value)


def _moment(said: str) -> str:
    try:
        if len(said) == 10 and isinstance(day := parse_date(said), date):
            return in_words(day)
        if len(said) > 18 and said[10:11] == "T" and isinstance(at := parse_datetime(said), datetime):
            return moment(at)
    except ValueError:
        return said
    return said


def moment(at: datetime) -> str:
    """A moment in England's local time, in words."""
    here = timezone.localtime(at)
    return f"{in_words(here.date())}, {time_in_words(here.time())}"


def of_record(entries: Iterator[Entry], sentence: Sentence, sort: Sorting) -> Iterator[Block]:
    """Every line of the record, in order, each once. One that says what Part 2 says keeps its place and no words."""
    rows = []
    for number, one in enumerate(entries, start=1):
        did = sentence(one)
        if sort.is_exempt([did]):
            did = "did something whose words are exempt; the line is kept in the record"
        when = moment(one.at)
        rows.append((cell(str(number)), cell(when), cell(f"{one.by_name} {did}".rstrip(".") + ".")))
    yield Heading("The record, line by line", 2, anchor="record")
    yield Paragraph(
        words("One line for everything that was done, the first first. Nobody can change or delete a line."),
        setting=Setting.LEDE,
    )
    if rows:
        yield Table(tuple(rows), ("Line", "When", "What"), (8, 27, 65), "The record")


def of_apart(sort: Sorting) -> Iterator[Block]:
    """What was set apart and what was left out, with the reason of each."""
    for title, found in (("What is set apart", sort.reasons), ("What is left out", sort.out)):
        if found:
            rows = tuple((cell(what), cell(str(count)), cell(why)) for (what, why), count in found.items())
            yield Heading(title, 2)
            yield Table(rows, ("What", "How many", "Why"), (34, 12, 54), title)


def contents(chapters: list[Chapter]) -> Block:
    """What the account holds, in order."""
    titles = [*(one.heading for one in chapters), "The record, line by line"]
    return Items(tuple(Item(words(title)) for title in titles))


def _pairs(title: str, pairs: list[tuple[str, str]]) -> Iterator[Block]:
    yield Heading(title, 3)
    yield Table(tuple((cell(name), cell(said)) for name, said in pairs), (), (28, 72), title)
