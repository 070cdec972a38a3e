"""Makes the ZIP of a file, a part at a time onto the disk: data, kept files, documents, account, manifest, index."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from mimetypes import guess_extension
from tempfile import TemporaryFile
from typing import IO, Any

from django.conf import settings
from django.utils.module_loading import import_string

from moothall.apps.audit.models import Entry
from moothall.apps.audit_files import account
from moothall.apps.audit_files.apart import NAMES, NOT_FINISHED, Place, Sorting, sorting, strings_in, texts
from moothall.apps.audit_files.catalogue import LEFT_OUT, TABLES, Told
from moothall.apps.audit_files.models import AuditFile
from moothall.apps.audit_files.rows import Row, columns, dictionary, rows
from moothall.apps.files import queries as files
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.rounds import queries as rounds
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import audit_json, audit_pages
from moothall.documents.layouts import committee_report, plan_layouts
from moothall.documents.writing import docx, html, pdf
from moothall.documents.writing.document import Block, Document, Heading, Paragraph, Setting, words
from moothall.domain.audit_files import Chapter, Purpose
from moothall.domain.handing_over import in_letters
from moothall.domain.refusals import Refusal
from moothall.domain.rounds import Round
from moothall.reference import house_templates

STEPS = len(TABLES) + 3
Heard = Callable[[int], None]


@dataclass
class Folder:
    """One folder of the ZIP. ``listed`` has each file's name, size and SHA-256, in the order they were written."""

    name: str
    archive: zipfile.ZipFile
    at: datetime
    check: Callable[[str, bytes], None]
    listed: list[tuple[str, int, str]] = field(default_factory=list)

    def add(self, name: str, data: bytes) -> None:
        """Write a file. In the open folder, its bytes are held against Part 2 first."""
        self.check(name, data)
        with self.archive.open(self._entry(name), "w") as out:
            out.write(data)
        self.listed.append((name, len(data), hashlib.sha256(data).hexdigest()))

    def add_from(self, name: str, source: IO[bytes]) -> None:
        """Write a file from a temporary one, a piece at a time."""
        source.seek(0)
        size, mark = 0, hashlib.sha256()
        with self.archive.open(self._entry(name), "w", force_zip64=True) as out:
            for piece in iter(lambda: source.read(1 << 20), b""):
                out.write(piece)
                mark.update(piece)
                size += len(piece)
        self.listed.append((name, size, mark.hexdigest()))

    def close(self) -> bytes:
        """Write the list of fingerprints and how to check them; gives the manifest's bytes."""
        self.add("how-to-check.html", audit_pages.how_to_check())
        listed = [{"name": name, "size": size, "sha256": mark} for name, size, mark in self.listed]
        manifest = json.dumps({"files": listed}, ensure_ascii=False, indent=1).encode()
        sums = "".join(f"{mark}  {name}\n" for name, _, mark in self.listed)
        self.add("manifest.json", manifest)
        self.add("SHA256SUMS", sums.encode())
        return manifest

    def _entry(self, name: str) -> zipfile.ZipInfo:
        at = self.at.astimezone(UTC)
        moment = (max(at.year, 1980), at.month, at.day, at.hour, at.minute, at.second // 2 * 2)
        entry = zipfile.ZipInfo(f"{self.name}/{name}", date_time=moment)
        entry.create_system, entry.external_attr = 3, 0o644 << 16
        return entry


@dataclass
class Making:
    """A file in the making: what it is made of, where it is written, and the blocks of its account so far."""

    row: AuditFile
    workspace: Workspace
    round_: Round
    sort: Sorting
    at: datetime
    open: Folder
    apart: Folder
    blocks: list[Block] = field(default_factory=list)
    kept: dict[str, tuple[Place, Any, str]] = field(default_factory=dict)


def make(row: AuditFile, out: IO[bytes], *, made_at: datetime, told: Heard = lambda done: None) -> str:
    """Write the ZIP of a file and give the fingerprint of its content, which is the same for the same state.

    ``told`` hears how many of ``STEPS`` parts are done. Only ``made.json`` has the moment of making. Raises a Refusal
    where a kept file is damaged or a sentence of Part 2 would stand open, and NotWritten where a PDF cannot be made.
    """
    workspace = row.workspace
    round_ = rounds.round_called(workspace.round_slug)
    assert round_ is not None
    last = _entries(row).order_by("-id").first()
    at = last.at if last else workspace.opened_at
    sort = sorting(workspace, Purpose(row.purpose), has_part_2=row.has_part_2, as_of=at.date())
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        one = Making(
            row, workspace, round_, sort, at,
            Folder("open", archive, at, sort.check_bytes), Folder("apart", archive, at, lambda name, data: None),
        )  # fmt: skip
        _tables(one, told)
        _files(one)
        told(STEPS - 2)
        _documents(one)
        told(STEPS - 1)
        _record(one)
        mark = _close(one)
        _made(one, archive, made_at, mark)
    told(STEPS)
    return mark


def _entries(row: AuditFile) -> Any:
    return Entry.objects.filter(workspace_id=row.workspace_id, id__lte=row.until_entry)


def _tables(one: Making, told: Heard) -> None:
    chapter = None
    for done, table in enumerate(TABLES, start=1):
        if table.chapter is not chapter:
            chapter = table.chapter
            one.blocks.append(Heading(chapter.heading, 2, anchor=chapter.value))
            one.blocks += _opening(one, chapter)
        one.blocks += _table(one, table)
        told(done)


def _opening(one: Making, chapter: Chapter) -> Iterator[Block]:
    if chapter is Chapter.ROUND:
        yield from account.of_round(one.workspace, one.round_)
    elif chapter is Chapter.PLAN:
        yield from account.of_versions(one.workspace, one.round_)
    elif chapter is Chapter.ROUTE:
        yield from account.of_dates(one.workspace)


def _table(one: Making, told: Told) -> list[Block]:
    """Write a table as data, in the folders where its rows belong; gives its part of the account."""
    names = [each.attname for each in columns(told)]
    shown: list[Row] = []
    counts = {Place.OPEN: 0, Place.APART: 0, Place.OUT: 0}
    with ExitStack() as stack:
        kept = {place: [stack.enter_context(TemporaryFile()) for _ in range(2)] for place in (Place.OPEN, Place.APART)}
        for row in rows(told, one.workspace):
            place = one.sort.place(told, row)
            counts[place] += 1
            for file, name in row.files:
                _keep(one, told, place, file, name)
            if place is Place.OUT:
                continue
            values = one.sort.hidden(row.values) if place is Place.OPEN else row.values
            line = audit_json.line(values)
            if place is Place.OPEN:
                one.sort.check_bytes(told.label, line)
                if len(shown) < account.MOST_ROWS:
                    shown.append(Row(values, one.sort.hidden(row.named), row.files, False))
            kept[place][0].write(line)
            kept[place][1].write(audit_json.cells([values[name] for name in names]))
        for place, folder in ((Place.OPEN, one.open), (Place.APART, one.apart)):
            if counts[place]:
                _data(folder, told, names, *kept[place])
    return list(account.of_table(told, shown, counts[Place.OPEN]))


def _data(folder: Folder, told: Told, names: list[str], lines: IO[bytes], table: IO[bytes]) -> None:
    folder.add_from(f"data/{told.label}.jsonl", lines)
    with TemporaryFile() as headed:
        headed.write(audit_json.cells(names))
        table.seek(0)
        for piece in iter(lambda: table.read(1 << 20), b""):
            headed.write(piece)
        folder.add_from(f"data/{told.label}.csv", headed)
    folder.add(f"data/{told.label}.dictionary.csv", audit_json.dictionary(dictionary(told)))


def _keep(one: Making, told: Told, place: Place, file: Any, name: str) -> None:
    """Note where a file goes. The same bytes named twice go to the more closed of the two places."""
    place = one.sort.place_file(told, place, file, name)
    order = (Place.OPEN, Place.OUT, Place.APART)
    before = one.kept.get(file.sha256)
    if before is None or order.index(place) > order.index(before[0]):
        one.kept[file.sha256] = (place, file, before[2] if before else name)


def _files(one: Making) -> None:
    """Write each kept file once, under its fingerprint and its name, with a list of them."""
    header = audit_json.cells(("file", "name", "sha256", "bytes", "kind", "kept"))
    listed = {one.open.name: [header], one.apart.name: [header]}
    for mark, (place, file, name) in sorted(one.kept.items()):
        if place is Place.OUT:
            continue
        folder = one.open if place is Place.OPEN else one.apart
        name = one.sort.hidden(name) if place is Place.OPEN else name
        path = f"files/{mark[:12]}-{_file_name(name, file.media_type)}"
        folder.add(path, files.content(file))
        said = (path, name, mark, file.size, file.media_type, file.kept_at.isoformat())
        listed[folder.name].append(audit_json.cells(said))
    for folder in (one.open, one.apart):
        if len(listed[folder.name]) > 1:
            folder.add("files/list.csv", b"".join(listed[folder.name]))


def _file_name(name: str, media_type: str) -> str:
    """A name any system can keep, with the ending it had, or one that tells what the file is."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not ending.isalnum() or len(ending) > 5:
        stem, ending = name, (guess_extension(media_type.partition(";")[0]) or ".bin").lstrip(".")
    return f"{in_letters(stem)[:90] or 'file'}.{ending}"


def _documents(one: Making) -> None:
    """Write the plan's versions and the report, each to be read as it was."""
    colour = one.workspace.colour
    for version in sorted(plans.versions(one.workspace), key=lambda each: each.number):
        plan = plans.frozen(version)
        document = plan_layouts.compose(plan, one.round_, colour=colour)
        _document(one, f"documents/plan-version-{version.number}", document)
    row = reports.report(one.workspace)
    if row is not None:
        template = house_templates.by_id(row.house_template)
        _document(one, "documents/report", committee_report.compose(reports.value(row), template, colour=colour))


def _document(one: Making, name: str, document: Document) -> None:
    """A document as HTML, PDF and DOCX; set apart as a whole where a sentence of Part 2 stands in it."""
    place = one.sort.place_document(name, document)
    if place is Place.OUT:
        return
    folder = one.open if place is Place.OPEN else one.apart
    document = one.sort.hidden_in(document) if place is Place.OPEN else document
    folder.add(f"{name}.html", html.write(document, standalone=True))
    folder.add(f"{name}.pdf", pdf.write(document, timestamp=one.at))
    folder.add(f"{name}.docx", docx.write(document, timestamp=one.at))


def _record(one: Making) -> None:
    """Write the account with the whole record at its end, and the record as data where that may be."""
    found, sort = _entries(one.row).order_by("id"), one.sort
    sentence = import_string(settings.RECORD_IN_SENTENCES)(one.workspace, one.round_)
    with TemporaryFile() as lines, TemporaryFile() as closed:
        count = {"open": 0, "apart": 0}
        for each in found.iterator(chunk_size=500):
            value = {
                "id": each.pk, "at": each.at.isoformat(), "event": each.event, "by": each.by_name,
                "about": each.about_kind, "about_id": each.about_id, "details": each.details,
            }  # fmt: skip
            is_open = sort.purpose is Purpose.INTERNAL_AUDIT and not sort.is_exempt(strings_in(each.details))
            if not is_open and (sort.purpose is Purpose.BEST_VALUE or (not sort.has_part_2 and sort.exempt)):
                sort.out[_DATA] = sort.out.get(_DATA, 0) + 1
                continue
            (lines if is_open else closed).write(audit_json.line(value))
            count["open" if is_open else "apart"] += 1
            if not is_open:
                sort.reasons[_DATA] = sort.reasons.get(_DATA, 0) + 1
        for folder, source in ((one.open, lines), (one.apart, closed)):
            if count[folder.name]:
                folder.add_from("data/audit.Entry.jsonl", source)
    record = list(account.of_record(found.iterator(chunk_size=500), sentence, sort))
    if sort.names:
        sort.reasons["Names and addresses", NAMES] = len(sort.names)
    document = sort.hidden_in(_account(one, record))
    if sort.is_exempt(texts(document.blocks)):
        raise Refusal(
            "A sentence of Part 2 would stand in the account, so no file was made.",
            next_step="Look at the differences between the plan's versions, and at the record.",
        )
    _document(one, "account/account", document)


_DATA = ("Lines of the record as data (their sentences are open)", NOT_FINISHED)


def _account(one: Making, record: list[Block]) -> Document:
    purpose, workspace = Purpose(one.row.purpose), one.workspace
    chapters = list(dict.fromkeys(told.chapter for told in TABLES))
    start: list[Block] = [
        Paragraph(words(purpose.says), setting=Setting.LEDE),
        Paragraph(words(f"As it stood on {account.moment(one.at)}, when the last line of its record was written.")),
        Heading("What is in it", 2),
        account.contents(chapters),
        *account.of_apart(one.sort),
    ]
    return Document(
        title=f"Everything about the plan: {one.round_.title}",
        blocks=(*start, *_without_empty(one.blocks), *record),
        owner=workspace.official_name,
        eyebrow=f"Audit file {one.row.number}",
        subtitles=(f"Made for {purpose.label}",),
        foot=f"{workspace.official_name}, audit file {one.row.number}",
        colour=workspace.colour,
    )


def _without_empty(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, with a sentence in each chapter in which there is nothing."""
    for one, after in zip(blocks, [*blocks[1:], None], strict=True):
        yield one
        is_chapter = isinstance(one, Heading) and one.level == 2
        if is_chapter and (after is None or (isinstance(after, Heading) and after.level == 2)):
            yield Paragraph(words("Nothing of this stands in the open part."))


def _close(one: Making) -> str:
    """Write what is set apart and the index, then both manifests; gives the fingerprint of the content."""
    marks = hashlib.sha256()
    if one.sort.names:
        rows_ = [audit_json.cells((said, stands)) for said, stands in one.sort.names.items()]
        one.apart.add("names.csv", b"".join([audit_json.cells(("name", "in the open folder")), *rows_]))
    one.open.add("index.html", _index(one))
    marks.update(one.open.close())
    if one.apart.listed:
        one.apart.add("index.html", _apart_index(one))
        marks.update(one.apart.close())
    return marks.hexdigest()


def _index(one: Making) -> bytes:
    names = [name for name, _, _ in one.open.listed]
    read = [("account/account.html", "The account, as a web page"), ("account/account.pdf", "The account, as PDF")]
    read.append(("account/account.docx", "The account, for Word"))
    papers = [(name, name.removeprefix("documents/")) for name in names if name.startswith("documents/")]
    kept = [(name, name.removeprefix("files/")) for name in names if name.startswith("files/")]
    titles = {told.label: told.title for told in TABLES}
    data = [
        (name, f"{titles.get(name[5:].rsplit('.', 1)[0].removesuffix('.dictionary'), 'The record')}: {name[5:]}")
        for name in names if name.startswith("data/")
    ]  # fmt: skip
    out = [f"{what} ({count}): {why}" for (what, why), count in one.sort.out.items()]
    out += [f"{label}: {why}" for label, why in LEFT_OUT.items()]
    return audit_pages.page(
        f"{one.workspace.official_name}: {one.round_.title}",
        lede=Purpose(one.row.purpose).says,
        facts=(
            ("Made for", Purpose(one.row.purpose).label),
            ("As it stood", account.moment(one.at)),
            ("Set apart", _how_much(sum(one.sort.reasons.values()), "in the folder beside this one")),
        ),
        parts=(
            audit_pages.links("Read it", read),
            audit_pages.links("The plan's versions and the report", papers, empty="There are none."),
            audit_pages.links("Files as they were kept", kept, empty="No file stands open."),
            audit_pages.links("The data", data),
            audit_pages.links(
                "Check it",
                [
                    ("how-to-check.html", "How"),
                    ("manifest.json", "Fingerprints as JSON"),
                    ("SHA256SUMS", "Fingerprints for a checker"),
                ],
            ),
            audit_pages.said("What is left out, and why", out),
        ),
    )


def _apart_index(one: Making) -> bytes:
    return audit_pages.page(
        "Set apart: not for release as it stands",
        lede="A person decides what of this is given to anybody. Each thing has its reason.",
        parts=(
            audit_pages.said(
                "What is here, and why",
                [f"{what} ({count}): {why}" for (what, why), count in one.sort.reasons.items()],
            ),
            audit_pages.links("Its files", [(name, name) for name, _, _ in one.apart.listed]),
        ),
    )


def _how_much(count: int, where: str) -> str:
    return f"{count} thing{'' if count == 1 else 's'}, {where}" if count else "nothing"


def _made(one: Making, archive: zipfile.ZipFile, made_at: datetime, mark: str) -> None:
    row = one.row
    said = {
        "made_at": made_at.isoformat(), "asked_by": row.asked_by_name, "asked_at": row.asked_at.isoformat(),
        "purpose": row.purpose, "why": row.why, "content_sha256": mark,
    }  # fmt: skip
    entry = Folder("open", archive, one.at, lambda name, data: None)._entry("x")
    entry.filename = "made.json"
    archive.writestr(entry, json.dumps(said, ensure_ascii=False, indent=1))
