"""The exact texts of a report and a plan, each at a lasting place, for whoever is asked to agree to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from moothall.domain.fingerprints import fingerprint
from moothall.domain.plans import AnswerStatus, Plan
from moothall.domain.reports import CommitteeReport
from moothall.domain.rounds import Round
from moothall.domain.signoffs import Passage

REPORT, PLAN = "report", "plan"
_LABELS = {"is_open": "Open to the public", "meeting_on": "Day of the meeting", "report_of": "Report of"}
_ABOUT = frozenset({"authority", "authority_name", "round", "layout", "title", "introduction"})
_UNSAID = frozenset({"open", "answered"})
# What democratic services file a report under, and what members did with it, are no words that officers agree to.
_FILED = frozenset({"agenda_item", "file_reference", "taken", "authority_name", "background_files"})


def implication_place(kind: str) -> str:
    """The place of one kind of implication in the report."""
    return f"{REPORT}.implications.{kind}"


def comment_place(officer: str) -> str:
    """The place of what one officer says of the report."""
    return f"{REPORT}.officer_comments.{re.sub(r'[^a-z0-9]+', '_', officer.lower()).strip('_')}"


def report_texts(report: CommitteeReport) -> tuple[Passage, ...]:
    """Everything the report says, field by field; each kind of implication and each officer's comment by itself."""
    found: list[Passage] = []
    for field in fields(report):
        value = getattr(report, field.name)
        if field.name in _FILED or value in (None, "", ()) or (value is False and field.name.startswith("no_")):
            continue
        if field.name == "implications":
            kinds = dict.fromkeys(one.kind for one in report.implications)
            found += [
                _passage(
                    implication_place(kind), _named(kind), [one for one in report.implications if one.kind == kind]
                )
                for kind in kinds
            ]
        elif field.name == "officer_comments":
            officers = dict.fromkeys(one.officer for one in report.officer_comments)
            found += [
                _passage(comment_place(who), who, [one for one in report.officer_comments if one.officer == who])
                for who in officers
            ]
        else:
            found.append(_passage(f"{REPORT}.{field.name}", _named(field.name), value))
    return tuple(found)


def plan_texts(plan: Plan, round_: Round) -> tuple[Passage, ...]:
    """Everything the plan says: title and introduction, each answer, and each thing in its lists by its key."""
    titles = {question.id: question.title for _, question in round_.questions()}
    found = [_passage(f"{PLAN}.opening", "Title and introduction", [plan.title, plan.introduction])]
    for field in fields(plan):
        value = getattr(plan, field.name)
        if field.name in _ABOUT or value in (None, "", ()):
            continue
        if field.name == "answers":
            found += [
                _passage(f"{PLAN}.answers.{one.question}", titles.get(one.question, one.question), one)
                for one in value
                if one.status is not AnswerStatus.OPEN or one.text
            ]
        elif isinstance(value, tuple) and all(hasattr(one, "key") for one in value):
            found += [
                _passage(f"{PLAN}.{field.name}.{one.key}", getattr(one, "title", "") or one.key, one) for one in value
            ]
        else:
            found.append(_passage(f"{PLAN}.{field.name}", _named(field.name), value))
    return tuple(found)


def places_of(texts: Iterable[Passage]) -> tuple[tuple[str, str], ...]:
    """Places and labels that somebody may be asked to agree to: the whole report and plan, then each part of them."""
    some = tuple(texts)
    wholes = [(REPORT, "The whole report"), (PLAN, "The whole plan")]
    there = {one.place.split(".")[0] for one in some}
    parts = [(one.place, f"{one.place.split('.')[0].capitalize()}: {one.label}") for one in some]
    return (*(pair for pair in wholes if pair[0] in there), *parts)


def _passage(place: str, label: str, value: object) -> Passage:
    return Passage(place, label, "\n\n".join(_words(value)), fingerprint(value))


def _words(value: object) -> Iterator[str]:
    """A value as a person reads it, one paragraph a text."""
    if isinstance(value, bool):
        yield "Yes" if value else "No"
    elif isinstance(value, Enum):
        if value.value not in _UNSAID:
            yield _named(str(value.value))
    elif isinstance(value, date):
        yield f"{value.day} {value:%B %Y}"
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _words(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name not in {"key", "question", "limbs"} and inner not in (None, False, ()):
                yield from _words(inner)
    elif value not in (None, ""):
        yield str(value)


def _named(name: str) -> str:
    return _LABELS.get(name) or name.replace("_", " ").capitalize()
