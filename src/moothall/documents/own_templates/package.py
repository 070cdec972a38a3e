"""A Word file's parts: opened through the gates every upload goes through, and packed again."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from moothall.documents.own_templates.xml import below, local, parsed, said, text_of, written
from moothall.documents.reading import gate, media
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import DEFAULT, MEGABYTE, Limits

LIMITS = replace(
    DEFAULT, bytes=5 * MEGABYTE, unpacked_bytes=40 * MEGABYTE, part_bytes=15 * MEGABYTE, parts=400, cpu_seconds=15
)
_MAIN = "word/document.xml"
_CLICKED = "hyperlink"
_SAFE_LINKS = ("http://", "https://", "mailto:")
_CARRIED = {"oleObject": "an embedded object", "package": "an embedded file", "control": "a control that runs",
            "aFChunk": "a piece of another file"}  # fmt: skip
_FETCHING = re.compile(r"\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|DATABASE|MACROBUTTON|RD)\b", re.I)
_CHANGES = ("ins", "del", "moveFrom", "moveTo")
_CORE = {"title", "creator", "subject", "description", "keywords", "lastModifiedBy", "category", "contentStatus"}


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by name. ``texts`` are the parts with words of their own: the body first."""

    parts: dict[str, bytes]
    texts: tuple[str, ...]


def opened(data: bytes, name: str, limits: Limits = LIMITS) -> Package:
    """The file's parts, after the gates: size, ratio, members, macros, locks, and whatever would fetch or run.

    Raises Unreadable with a reason and its sentence: those of the gate, ``unknown_format`` for another kind of file,
    ``external`` for one that fetches something, ``carried`` for one with something embedded, and ``unfinished`` for
    one with tracked changes or comments, which would go out with every report.
    """
    admitted = gate.examine(data, name, limits)
    if admitted.media is not media.DOCX:
        raise Unreadable(
            "unknown_format", f"{name} is {admitted.media.called}. Save the template in Word as .docx and bring that."
        )
    package = _unpacked(data)
    for part in package.parts:
        if part.lower().endswith(".rels"):
            _check_relations(parsed(package.parts[part]), name)
    for part in package.texts:
        _check_text(parsed(package.parts[part]), name)
    return package


def _unpacked(data: bytes) -> Package:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {member: archive.read(member) for member in archive.namelist() if not member.endswith("/")}
    main = _main(parts)
    folder, file = posixpath.split(main)
    found = [main]
    for one in _relations(parts, posixpath.join(folder, "_rels", f"{file}.rels")):
        target = posixpath.normpath(posixpath.join("/", folder, said(one, "Target"))).lstrip("/")
        if said(one, "Type").rpartition("/")[2] in ("header", "footer") and target in parts and target not in found:
            found.append(target)
    return Package(parts, tuple(found))


def _main(parts: dict[str, bytes]) -> str:
    for one in _relations(parts, "_rels/.rels"):
        target = said(one, "Target").lstrip("/")
        if said(one, "Type").rpartition("/")[2] == "officeDocument" and target in parts:
            return target
    return _MAIN


def _relations(parts: dict[str, bytes], name: str) -> list[Any]:
    return [one for one in parsed(parts[name]) if local(one) == "Relationship"] if name in parts else []


def _check_relations(root: Any, name: str) -> None:
    for one in below(root, "Relationship"):
        kind, target = said(one, "Type").rpartition("/")[2], said(one, "Target")
        if kind in _CARRIED:
            raise Unreadable(
                "carried",
                f"{name} carries {_CARRIED[kind]}, of which a report has no need. Take it out in Word and bring that.",
            )
        fetches = kind != _CLICKED or not target.lower().startswith(_SAFE_LINKS)
        if said(one, "TargetMode").lower() == "external" and fetches:
            raise Unreadable(
                "external",
                f"{name} links to something outside itself ({target[:80]}). "
                "Take out the linked picture, template or file in Word, save it again, and bring that copy.",
            )


def _check_text(root: Any, name: str) -> None:
    for paragraph in below(root, "p"):
        codes = "".join(one.text or "" for one in below(paragraph, "instrText"))
        codes += " ".join(said(one, "instr") for one in below(paragraph, "fldSimple"))
        if found := _FETCHING.search(codes):
            raise Unreadable(
                "external",
                f"{name} has a field that fetches or runs something ({found.group().upper()}) near "
                f"“{text_of(paragraph)[:60]}”. Take the field out in Word, save it again, and bring that copy.",
            )
    if any(local(one) in _CHANGES for one in root.iter()):
        raise Unreadable(
            "unfinished",
            f"{name} has tracked changes, which would stand in every report. "
            "Accept or reject them in Word, save it again, and bring that copy.",
        )
    if next(below(root, "commentReference"), None) is not None:
        raise Unreadable(
            "unfinished",
            f"{name} has comments, which would go out with every report. "
            "Delete them in Word, save it again, and bring that copy.",
        )


def packed(package: Package, changed: dict[str, bytes], *, title: str, owner: str, timestamp: datetime) -> bytes:
    """The file with these parts in place of its own, its properties saying whose report it is and when it was made.

    The same template, parts and ``timestamp`` give the same bytes.
    """
    parts = package.parts | changed
    for name in parts:
        if name == "docProps/core.xml":
            parts[name] = _core(parts[name], title, owner, timestamp)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _core(data: bytes, title: str, owner: str, timestamp: datetime) -> bytes:
    root = parsed(data)
    at = timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for one in root:
        if local(one) in _CORE:
            one.text = {"title": title[:255], "creator": owner[:255]}.get(local(one), "")
        elif local(one) in ("created", "modified"):
            one.text = at
    return written(root)
