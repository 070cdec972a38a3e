"""One document looked at once: its kind, its facts, the record they make, and what the checks remark on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.facts import deadline, find_facts
from moothall.documents.item import item_about, meeting_that_decides
from moothall.documents.kinds import document_kind
from moothall.documents.listed_decisions import decision_listed
from moothall.documents.outline import Outline, outline
from moothall.documents.papers import attached_remarks, entry_in, entry_remarks, paper_remarks
from moothall.documents.parts import Part, documents_in, in_the_whole, main_part, parts_of
from moothall.documents.reading.document import Document
from moothall.documents.records import Record, record
from moothall.documents.written_dates import written_dates
from moothall.domain.checks import (
    authority_not_named,
    deadline_contradiction,
    deadline_differs_from_round,
    delegation_without_consultee,
    department_name,
    implication_without_author,
    not_all_read,
    note_is_not_endorse,
    noting_only_against_approving,
    officer_comments_on_own_report,
    status_contradicts_resolution,
    step_after_deadline,
)
from moothall.domain.decisions import Limb, Verb
from moothall.domain.facts import Fact
from moothall.domain.remarks import Remark
from moothall.domain.rounds import Round
from moothall.reference import departments, rounds

_OF_A_MEETING = (DocumentKind.MINUTES, DocumentKind.AGENDA, DocumentKind.DECISION)
_MAY_LIST = (*_OF_A_MEETING, DocumentKind.OTHER, DocumentKind.PLAN)
# A report is written and published before its meeting, so a name that changed since is no slip.
_WRITTEN_BEFORE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the finders looked at: the whole of what was read as one, and the part of it that what was found is of."""

    whole: Outline
    part: Outline
    clues: Clues


@dataclass(frozen=True, slots=True)
class Review:
    """What was read from one document. ``round`` is the round it speaks of, where its words show which.

    ``parts`` are the parts of a document that holds others, each with its kind of document (None where it was not
    read); the record is of the one that ``main`` counts.
    """

    kind: DocumentKind
    record: Record
    facts: tuple[Fact, ...]
    remarks: tuple[Remark, ...]
    round: Round | None = None
    parts: tuple[tuple[Part, DocumentKind | None], ...] = ()
    main: int = 0
    seen: Seen | None = field(default=None, compare=False, repr=False)


def review(document: Document, *, url: str | None = None, of_round: Round | None = None) -> Review:
    """Everything read from a document. ``url`` is its address, ``of_round`` the round it was given for, if known.

    A saved page that is given without its address is taken to come from where it says it does. Of a mail it is what its
    main attachment says; only a council that is not named there is taken from the mail.
    """
    address = url or _saved_from(document)
    found = _of_parts(document, of_round) if parts_of(document) else _of_one(document, address, of_round)
    left_out = [str(sentence) for sentence in document.metadata.get("not_read", ())]
    return replace(found, remarks=(*found.remarks, *not_all_read.check(left_out=left_out)))


def _saved_from(document: Document) -> str | None:
    """The address a saved page says it came from; None for every other file."""
    address = str(document.metadata.get("address", ""))
    return address if address.startswith(("https://", "http://")) else None


def _of_parts(document: Document, of_round: Round | None) -> Review:
    seen = [(part, _of_one(each, None, of_round)) for part, each in documents_in(document)]
    place = main_part([(one.kind.value, one.round is not None, len(one.facts)) for _, one in seen])
    part, main = seen[place]
    facts, remarks = in_the_whole(main.facts, part), main.remarks
    if main.record.authority is None:
        facts += tuple(fact for fact in seen[0][1].facts if place and fact.kind == "authority")
        told = [one for one in seen[0][1].remarks if one.check == authority_not_named.CHECK]
        remarks = (*told, *(one for one in remarks if one.check != authority_not_named.CHECK))
    if main.seen is not None and place and main.kind is DocumentKind.COMMITTEE_REPORT:
        remarks = (*remarks, *_beside_a_report(main, [one for _, one in seen], document, part))
    read = {part.first: one.kind for part, one in seen}
    parts = tuple((each, read.get(each.first) if each.first else None) for each in parts_of(document))
    at = [each.first for each, _ in parts].index(part.first)
    return replace(main, record=record(facts), facts=facts, remarks=tuple(remarks), parts=parts, main=at)


def _beside_a_report(main: Review, seen: list[Review], document: Document, part: Part) -> Iterator[Remark]:
    """What is remarked on a report for the files that came with it in a mail."""
    if main.seen is not None:
        others = [each.name for each in parts_of(document)[1:] if each.name != part.name]
        yield from attached_remarks(main.seen.whole, main.record, others)
    entries = [entry for one in seen if one.seen and one is not main and (entry := entry_in(one.seen.whole))]
    if len(entries) == 1:
        yield from entry_remarks(entries[0], main.record)


def _of_one(document: Document, url: str | None, of_round: Round | None) -> Review:
    sketch = outline(document)
    if not sketch.lines:
        return Review(
            DocumentKind.OTHER, Record(), (), tuple(authority_not_named.check(name=None, basis=None)), of_round
        )
    meant = of_round or _round(sketch)
    kind = document_kind(sketch, url)
    clues = Clues(url=url, kind=kind, year=_year(sketch), subject=subject(meant) if meant else "plan")
    listed = decision_listed(sketch, clues.subject) if kind in _MAY_LIST else None
    item = listed or (item_about(sketch, clues.subject) if kind in _OF_A_MEETING else None)
    meeting = listed or meeting_that_decides(sketch)
    facts = find_facts(sketch, clues, item, meeting)
    found = record(facts)
    seen = Seen(sketch, item or meeting or sketch, clues)
    return Review(kind, found, facts, tuple(_remarks(sketch, clues, found, meant)), meant, seen=seen)


def subject(of_round: Round) -> str:
    """What a round asks for, in the singular and without its year: "productivity plan"."""
    words = re.sub(r"\b(?:19|20)\d\d(?:[-/]\d+)?\b|[^\w\s-]", " ", of_round.title)
    match = re.search(r"[\w-]+\s+plan\b", re.sub(r"plans\b", "plan", words, flags=re.I), re.I)
    return " ".join(match.group().lower().split()) if match else "plan"


def _round(sketch: Outline) -> Round | None:
    """The shipped round whose plan the document names most, if it names one."""
    text = "\n".join(line.text for line in sketch.lines).lower()
    named = [(text.count(subject(each)), each) for each in rounds.shipped() if subject(each) != "plan"]
    named = [pair for pair in named if pair[0]]
    return max(named, key=lambda pair: pair[0])[1] if named else None


def _year(sketch: Outline) -> int | None:
    years = Counter(day.on.year for line in sketch.lines for day in written_dates(line.text))
    return years.most_common(1)[0][0] if years else None


def _remarks(sketch: Outline, clues: Clues, found: Record, meant: Round | None) -> Iterator[Remark]:
    authority = found.authority or {}
    yield from authority_not_named.check(name=authority.get("name"), basis=authority.get("basis"))
    yield from _date_remarks(sketch, clues, found, meant)
    yield from _department_remarks(found)
    yield from _resolution_remarks(clues, found)
    status = sketch.first("status") if clues.kind is DocumentKind.DECISION else None
    yield from status_contradicts_resolution.check(
        status=status.values[0].text if status else None,
        resolution=_resolution(sketch, found),
        verbs=[Verb(verb) for verb in found.verbs or ()],
        call_in=found.call_in,
    )
    yield from officer_comments_on_own_report.check(
        authors=[],
        comments=[(str(comment["officer"]), str(comment["text"])) for comment in found.officer_comments or ()],
    )
    yield from paper_remarks(sketch, clues, found)
    if clues.kind is DocumentKind.COMMITTEE_REPORT:
        yield from implication_without_author.check(
            implications=list(dict.fromkeys((str(each["label"]), each["author"]) for each in found.implications or ()))
        )


def _date_remarks(sketch: Outline, clues: Clues, found: Record, meant: Round | None) -> Iterator[Remark]:
    stated_on = _day(found.deadline)
    round_on = meant.deadline_on if meant else None
    body = str((found.body or {}).get("name") or "The meeting")
    yield from step_after_deadline.check(
        step=body, step_on=_day(found.meeting_date), deadline_on=stated_on or round_on, of_round=stated_on is None
    )
    yield from deadline_differs_from_round.check(stated_on=stated_on, round_on=round_on)
    statements = [
        deadline_contradiction.Statement(each.on, each.is_strict, _where(sketch, each))
        for each in deadline.stated(sketch, clues)
        if stated_on is None or each.on == stated_on or each.weight >= 4
    ]
    yield from deadline_contradiction.check(statements=statements)


def _where(sketch: Outline, place: deadline.Stated) -> str:
    if place.number:
        return f"paragraph {place.number}"
    for entry in sketch.entries:
        if any(line.source == place.line.source and line.index[:1] == place.line.index[:1] for line in entry.values):
            return f"“{entry.name}”"
    return "another place"


def _department_remarks(found: Record) -> Iterator[Remark]:
    if found.department is None:
        return
    meeting_on = _day(found.meeting_date)
    seen = departments.recognise(found.department, meeting_on)
    that_day = None
    if meeting_on is not None and seen is not None and not found.department.isupper():
        names = [departments.current_on(day).name for day in (meeting_on - _WRITTEN_BEFORE, meeting_on)]
        that_day = None if seen.department.name in names else names[0]
    yield from department_name.check(
        written=found.department,
        right_name=seen.department.name if seen else None,
        is_misspelt=seen.is_misspelt if seen else False,
        name_that_day=that_day,
    )


def _resolution_remarks(clues: Clues, found: Record) -> Iterator[Remark]:
    verbs = [Verb(verb) for verb in found.verbs or ()]
    decided = clues.kind in (DocumentKind.DECISION, DocumentKind.MINUTES)
    yield from note_is_not_endorse.check(verbs=verbs, decided=decided)
    yield from noting_only_against_approving.check(
        verbs=verbs, implications=[(str(each["label"]), _implication_text(each)) for each in found.implications or ()]
    )
    yield from delegation_without_consultee.check(
        limbs=[_limb(limb) for each in found.recommendations or () for limb in each["limbs"]]
    )


def _resolution(sketch: Outline, found: Record) -> list[str]:
    """The words of what was resolved; those of the record's field for it where they hold no limb of ours."""
    if found.recommendations:
        return [str(each["text"]) for each in found.recommendations]
    return [entry.text for entry in sketch.all("decision", "resolved")]


def _implication_text(value: dict[str, Any]) -> str:
    return str(value["text"])


def _limb(value: dict[str, Any]) -> Limb:
    return Limb(Verb(value["verb"]), value["object"], value["condition"], tuple(value["delegates"]))


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None
