"""The forward plan's number of this decision, and the day it was first notified."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.documents.written_dates import written_dates
from moothall.domain.facts import Fact

_NUMBER = re.compile(
    r"(?:\b(?:no|number|ref(?:erence)?)\b\.?\s*:?\s*)?\b(?P<number>[A-Z]{0,6}[-/ ]?\d{2,}[\w/-]*)\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:first|notified|notice|published|included|entered|added|appeared|placed)\b", re.IGNORECASE)
_KEY = re.compile(r"(?P<number>KD[ /.-]?\d[\w/.-]*)\s*$")  # the number of a key decision's notice, under "Reference"


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """A number and a first day, each at most once; a mention that gives neither is none."""
    if clues.kind in (DocumentKind.PLAN, DocumentKind.PRESS, DocumentKind.OTHER):
        return
    number = day = False
    decided = [
        said.on.isoformat()
        for entry in outline.all("decision_date")
        for line in entry.values[:1]
        for said in written_dates(line.text, year=clues.year)
    ]
    for entry in outline.all("forward_plan", "first_notified"):
        for line in entry.values[:3]:
            if not day and (fact := _notified(line, clues, anywhere=entry.slot == "first_notified")):
                if any(str(fact.value["first_notified"]) >= on for on in decided):
                    continue  # the notice of a decision that was taken, not of one to come
                day = True
                yield fact
            if not number and entry.slot == "forward_plan" and entry.via != "heading" and (fact := _number(line)):
                number = True
                yield fact
    for entry in outline.all("file_ref") if not number else ():
        if entry.values and (key := _KEY.match(entry.values[0].text)):
            value = {"number": key.group("number")}
            yield entry.values[0].fact(
                "forward_plan", value, "forward_plan.key", key.start("number"), key.end("number")
            )
            break
    for line in outline.lines if not day else ():
        if re.search(r"\bforward plan\b|\bnotice of (?:key |proposed |the )?decision", line.text, re.IGNORECASE) and (
            fact := _notified(line, clues, anywhere=False)
        ):
            yield fact
            return


def _number(line: Line) -> Fact | None:
    taken = [(day.start, day.end) for day in written_dates(line.text)]
    for match in _NUMBER.finditer(line.text):
        if not any(start <= match.start("number") < end for start, end in taken):
            number = match.group("number").strip()
            return line.fact(
                "forward_plan", {"number": number}, "forward_plan.number", match.start("number"), match.end("number")
            )
    return None


def _notified(line: Line, clues: Clues, *, anywhere: bool) -> Fact | None:
    for start, _, words in sentences(line):
        for day in written_dates(words, year=clues.year):
            if anywhere or (
                re.search(r"\b(?:forward plan|notice)\b", words, re.IGNORECASE) and _FIRST.search(words[: day.start])
            ):
                value = {"first_notified": day.on.isoformat()}
                return line.fact(
                    "forward_plan", value, "forward_plan.first_notified", start + day.start, start + day.end
                )
    return None
