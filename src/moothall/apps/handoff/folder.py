"""The files of a folder: what each is called, what it is written from, and its bytes. Part 2 is made apart."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from moothall.apps.files import queries as files
from moothall.apps.handoff import appendices
from moothall.apps.handoff.appendices import Appendix
from moothall.apps.handoff.matter import Matter, exempt_in
from moothall.apps.handoff.models import FileHandedOver
from moothall.apps.reports import own_reports
from moothall.documents.exchange import item_json, plan_json
from moothall.documents.layouts import agenda_sheet, committee_report, exempt_part, hand_off_checklist, plan_layouts
from moothall.documents.reading import media
from moothall.documents.reading.document import Unreadable
from moothall.documents.writing import docx, pdf
from moothall.documents.writing.document import Document
from moothall.domain import handing_over
from moothall.domain.agenda_items import Item, ItemExempt, item_of
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.fingerprints import fingerprint
from moothall.domain.handing_over import HandedFile, Kind, System
from moothall.domain.refusals import Refusal
from moothall.reference import house_templates

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF, TEXT, JSON = "application/pdf", "text/plain; charset=utf-8", "application/json"
SHEET, CHECKLIST, PART_2 = (
    "Sheet for democratic services",
    "Checklist for democratic services",
    "Part 2 not for publication",
)
_ENDINGS = {DOCX: "docx", PDF: "pdf", TEXT: "txt", JSON: "json"}


@dataclass(frozen=True)
class Wanted:
    """A file to be written. ``said`` is the fingerprint of what it is written from, ``write`` gives its bytes."""

    kind: Kind
    title: str
    media_type: str
    said: str
    write: Callable[[], bytes]
    name: str = ""
    kept_ending: str = ""

    @property
    def ending(self) -> str:
        """The ending of its name: that of a kept file as it came, else by its media type."""
        return self.kept_ending or _ENDINGS[self.media_type]


@dataclass(frozen=True)
class Written:
    """A file that was written, with what it was written from."""

    file: HandedFile
    said: str
    data: bytes


@dataclass(frozen=True)
class Folder:
    """The files of a folder and, apart from them, those of Part 2; empty where there is none."""

    matter: Matter
    system: System
    reason: str
    at: datetime
    files: tuple[Written, ...]
    part_2: tuple[Written, ...]


def for_the_agenda(found: Matter, *, at: datetime) -> tuple[Wanted, ...]:
    """The report, the plan, the appendices and the public background papers, in the order of the agenda, each with its
    name. Nothing is written.
    """
    opened = [one for one in found.appendices if not one.is_exempt]
    wanted = [*_report(found, at), *_beside(found, at), *_appendices(found, opened, at), *_papers(found)]
    names = handing_over.named_apart((one.title, one.ending) for one in wanted)
    return tuple(replace(one, name=name) for one, name in zip(wanted, names, strict=True))


def make(found: Matter, *, system: System, reason: str, at: datetime, before: list[FileHandedOver]) -> Folder:
    """The folder with its bytes. A file that says what one of ``before`` said, under its name, is that file again.

    Raises a Refusal where a sentence of Part 2 stands in the open (or, in the reason or a background paper, one of an
    exempt appendix), and where something is not ready and ``reason`` is
    empty; NotWritten where a PDF cannot be made.
    """
    closed = exempt_in(found.exempt_words, [("why it goes", reason), *_words_of_papers(found)], at.date())
    handing_over.check_nothing_exempt((*found.exempt, *closed))
    handing_over.check_may_hand_over(found.not_ready, reason)
    agenda = [_written(one, before) for one in for_the_agenda(found, at=at)]
    item = _item(found, agenda)
    helps = [_written(one, before) for one in _for_officers(found, item, system, reason, at)]
    data = _written(Wanted(Kind.ITEM, item_json.FILE_NAME, JSON, *_as_is(_with(item, helps))), before, "item.json")
    return Folder(found, system, reason.strip(), at, (*agenda, *helps, data), _part_2(found, item, before, at))


def _report(found: Matter, at: datetime) -> list[Wanted]:
    template = house_templates.by_id(found.row.house_template)
    document = committee_report.compose(found.report, template, colour=found.workspace.colour)
    title = f"Report {found.report.title.strip() or 'without a title'}"
    word, tagged = _as_document_twice(Kind.REPORT, title, document, at)
    own = found.row.own_template
    if own is not None:
        said = fingerprint(("own", own.file.sha256, template, found.report))
        word = replace(word, said=said, write=lambda: _in_own_template(found, at))
    return [word, tagged]


def _in_own_template(found: Matter, at: datetime) -> bytes:
    try:
        return own_reports.word(found.row, at=at)
    except Unreadable as fault:
        raise Refusal(fault.sentence) from fault


def _as_document_twice(kind: Kind, title: str, document: Document, at: datetime) -> list[Wanted]:
    """A document as DOCX and as tagged PDF."""
    return [
        Wanted(kind, title, DOCX, fingerprint(("docx", document)), lambda: docx.write(document, timestamp=at)),
        Wanted(kind, title, PDF, fingerprint(("pdf", document)), lambda: pdf.write(document, timestamp=at)),
    ]


def _beside(found: Matter, at: datetime) -> list[Wanted]:
    """The plan, where it is none of the appendices."""
    if found.plan is None or found.plan_is_appendix:
        return []
    return [_plan(found, Kind.PLAN, f"Plan {found.plan.title}", at)]


def _plan(found: Matter, kind: Kind, title: str, at: datetime) -> Wanted:
    plan = found.plan
    assert plan is not None
    document = plan_layouts.compose(plan, found.round_, colour=found.workspace.colour)
    inside = pdf.Attachment("plan.json", plan_json.to_bytes(plan), description="The plan as data")
    said = fingerprint(("plan", document, plan))
    return Wanted(kind, title, PDF, said, lambda: pdf.write(document, attachments=(inside,), timestamp=at))


def _appendices(found: Matter, some: Iterable[Appendix], at: datetime) -> list[Wanted]:
    wanted = []
    for one in some:
        title = handing_over.appendix_name(one.label, one.place)
        if one.given is None:
            continue
        if one.given.is_plan:
            wanted += [_plan(found, Kind.APPENDIX, title, at)] if found.plan else []
        else:
            wanted.append(_kept(Kind.APPENDIX, title, one.given.file, one.given.name))
    return wanted


def _papers(found: Matter) -> list[Wanted]:
    """The background papers of which a public file is kept, numbered as the report lists them."""
    return [
        _kept(Kind.BACKGROUND_PAPER, f"Background paper {place} {paper}", copy.file, copy.name)
        for place, paper, copy in found.papers
    ]


def _words_of_papers(found: Matter) -> list[tuple[str, str]]:
    """What can be read in those files, by the paper; only looked at where there is a Part 2 to hold it against."""
    if found.part_2 is None:
        return []
    return [(paper, appendices.words_of(copy.file, copy.name)) for _, paper, copy in found.papers]


def _kept(kind: Kind, title: str, file: Any, name: str) -> Wanted:
    """A file as it came. Its kind is told by its name, which the gates have held against its bytes."""
    known, ending = media.named(name), name.rpartition(".")[2].lower()
    mime = known.mime if known else "application/octet-stream"
    return Wanted(kind, title, mime, file.sha256, lambda: files.content(file), kept_ending=ending)


def _item(found: Matter, agenda: list[Written]) -> Item:
    return item_of(
        found.report,
        authority=found.workspace.gss,
        round_slug=found.round_.slug,
        recommendations=agenda_sheet.asked(found.report),
        paragraphs=found.part_2.paragraphs if found.part_2 else (),
        files=[one.file for one in agenda],
        paper_files={paper: _file_of(agenda, place) for place, paper, _ in found.papers},
    )


def _file_of(agenda: list[Written], place: int) -> str:
    start = f"Background paper {place} "
    return next((one.file.name for one in agenda if one.file.title.startswith(start)), "")


def _with(item: Item, more: list[Written]) -> Item:
    return replace(item, files=(*item.files, *(one.file for one in more)))


def _for_officers(found: Matter, item: Item, system: System, reason: str, at: datetime) -> list[Wanted]:
    """The sheet twice, and the checklist: for whoever puts the item on the agenda, and not for the agenda itself."""
    sheet = agenda_sheet.compose(item, colour=found.workspace.colour)
    said = hand_off_checklist.as_text(
        item,
        system=system,
        waits=found.not_ready,
        reason=reason,
        cut_off=found.cut_off[1] if found.cut_off else None,
    )
    wanted = [
        Wanted(Kind.SHEET, SHEET, PDF, fingerprint(("pdf", sheet)), lambda: pdf.write(sheet, timestamp=at)),
        _text(Kind.SHEET, SHEET, agenda_sheet.as_text(item)),
        _text(Kind.CHECKLIST, CHECKLIST, said),
    ]
    return [replace(one, name=f"{one.title}.{one.ending}") for one in wanted]


def _text(kind: Kind, title: str, said: str) -> Wanted:
    return Wanted(kind, title, TEXT, fingerprint(said), said.encode)


def _as_is(item: Item) -> tuple[str, Callable[[], bytes]]:
    return fingerprint(item), lambda: item_json.to_bytes(item)


def _part_2(found: Matter, item: Item, before: list[FileHandedOver], at: datetime) -> tuple[Written, ...]:
    part = found.part_2
    if part is None:
        return ()
    document = exempt_part.compose(part, found.report, colour=found.workspace.colour)
    closed = [one for one in found.appendices if one.is_exempt]
    wanted = [*_as_document_twice(Kind.REPORT, PART_2, document, at), *_appendices(found, closed, at)]
    names = handing_over.named_apart((one.title, one.ending) for one in wanted)
    written = [_written(one, before, name) for one, name in zip(wanted, names, strict=True)]
    own = _own_item(item, part, written)
    return (*written, _written(Wanted(Kind.ITEM, item_json.FILE_NAME, JSON, *_as_is(own)), before, "item.json"))


def _own_item(item: Item, part: ExemptPart, written: list[Written]) -> Item:
    exempt = ItemExempt(part.paragraphs, part.public_interest, part.review_on)
    return replace(item, part=2, exempt=exempt, files=tuple(one.file for one in written))


def _written(wanted: Wanted, before: list[FileHandedOver], name: str = "") -> Written:
    name = wanted.name or name
    same = next((one for one in before if (one.name, one.said) == (name, wanted.said)), None)
    data = files.content(same.file) if same else wanted.write()
    file = HandedFile(name, wanted.kind, wanted.title, wanted.media_type, len(data), files.fingerprint(data))
    return Written(file, wanted.said, data)
