"""Who wrote each passage of the report and plan as it stands, read from the record."""

from collections.abc import Iterable, Mapping
from typing import Any

from moothall.apps.audit.models import Entry
from moothall.domain.plain import build
from moothall.domain.reports import CommitteeReport
from moothall.domain.signed_texts import PLAN, report_texts

_LISTS = {
    "commitment": "commitments",
    "measure": "measures",
    "barrier": "barriers",
    "linkeddocument": "documents",
    "objective": "objectives",
    "ownpoint": "own_points",
    "partnership": "partnerships",
    "figure": "figures",
    "section": "sections",
}
"""The list of the plan that each kind of thing stands in."""


def writers(lines: Iterable[Entry]) -> dict[str, str]:
    """The key of whoever last changed each place, the lines of the record in order. Moothall's own hand is empty."""
    found: dict[str, str] = {}
    for line in lines:
        for place in _places(line.event, line.details):
            found[place] = str(line.by_id or "")
    return found


def _places(event: str, said: Mapping[str, Any]) -> list[str]:
    """The places that a line of the record says were written."""
    if event == "report.field_written":
        return _of_report(str(said["field"]), said.get("before"), said.get("after"))
    if event in {"plan.begun", "plan.opening_written"}:
        return [f"{PLAN}.opening"]
    if event == "question.answered":
        return [f"{PLAN}.answers.{said['question']}"]
    if event == "milestone.added":
        return [f"{PLAN}.commitments.{str(said.get('key')).rpartition('.')[0]}"]
    kind, _, deed = event.partition(".")
    if kind in _LISTS and deed in {"added", "changed"}:
        value = said.get("value") or said.get("after") or {}
        return [f"{PLAN}.{_LISTS[kind]}.{value.get('key')}"]
    return []


def _of_report(name: str, before: Any, after: Any) -> list[str]:
    """The places of one field whose words are not what they were: an author of one implication wrote no other."""
    was, now = ({one.place: one.print for one in report_texts(_only(name, value))} for value in (before, after))
    there = [place for place in now if place.split(".")[1] == name]
    return [place for place in there if was.get(place) != now[place]]


def _only(name: str, value: Any) -> CommitteeReport:
    empty = {"authority_name": "", "title": "", "body": "", "meeting_on": None}
    try:
        return build(CommitteeReport, empty | ({name: value} if value is not None else {}))
    except ValueError:  # a line written before the field had its present form
        return build(CommitteeReport, empty)
