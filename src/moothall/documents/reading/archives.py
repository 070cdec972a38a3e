"""Zipped documents (Word, Excel, OpenDocument) looked at before a parser opens them: bombs, macros, locks, links."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from moothall.documents.reading import media
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import MEGABYTE, Limits

_HEAD = 65_536
_SMALL = 10 * MEGABYTE
_PARTS_OF = (media.DOCX, media.XLSX, media.ODT, media.ODS)
_ENTITY = tuple("<!ENTITY".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_RELATIONSHIP = re.compile(r"<Relationship\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_END_RECORD = b"PK\x05\x06"


@dataclass(frozen=True, slots=True)
class Archive:
    """What a zip holds: its kind of document, and the addresses outside it that it would fetch if it were opened."""

    media: media.Media
    fetches: tuple[str, ...] = ()


def examine(data: bytes, name: str, limits: Limits) -> Archive:
    """The kind of document a zip is, after its sizes, members and parts were looked at and nothing was unpacked whole.

    Raises Unreadable: damaged, bomb, encrypted or macros.
    """
    _check_member_count(data, name, limits)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, OSError, EOFError) as error:
        raise _cut_short(name) from error
    with archive:
        members = archive.infolist()
        _check_sizes(members, len(data), name, limits)
        if any(member.flag_bits & 1 for member in members):
            raise _locked(name)
        _check_names(members, name)
        kind = _kind(archive)
        _check_macros(archive, kind, name)
        if kind in _PARTS_OF:
            _check_entities(archive, name)
        if kind in (media.ODT, media.ODS) and b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
            raise _locked(name)
        return Archive(kind, _fetches(archive))


def _check_member_count(data: bytes, name: str, limits: Limits) -> None:
    """Refuse by the count in the end record before the directory, which may be long, is read at all."""
    at = data.rfind(_END_RECORD)
    if at < 0:
        raise _cut_short(name)
    if int.from_bytes(data[at + 10 : at + 12], "little") > limits.parts:
        raise _bomb(name, f"holds more than {limits.parts:,} parts")


def _check_sizes(members: list[zipfile.ZipInfo], size: int, name: str, limits: Limits) -> None:
    if len(members) > limits.parts:
        raise _bomb(name, f"holds more than {limits.parts:,} parts")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked_bytes or any(member.file_size > limits.part_bytes for member in members):
        raise _bomb(name, f"unpacks to {unpacked // MEGABYTE:,} MB")
    if unpacked > _SMALL and unpacked > limits.ratio * size:
        raise _bomb(name, f"unpacks to {unpacked // max(size, 1):,} times its own size")


def _check_names(members: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse parts that name a place outside the file, and two parts of one name, of which readers take either."""
    names = [member.orig_filename.replace("\\", "/") for member in members]
    if any(each.startswith("/") or ".." in each.split("/") or ":" in each.split("/")[0] for each in names):
        raise Unreadable(
            "damaged",
            f"{name} holds a part whose name points outside the file, which no office program writes. "
            "Open it in the program that made it, save it again, and upload the new copy.",
        )
    if len(set(names)) < len(names):
        raise Unreadable(
            "damaged",
            f"{name} holds two parts with the same name, so that two readers could see different documents in it. "
            "Open it in the program that made it, save it again, and upload the new copy.",
        )


def _kind(archive: zipfile.ZipFile) -> media.Media:
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return media.DOCX
    if "xl/workbook.xml" in names and "xl/workbook.bin" not in names:
        return media.XLSX
    if "[Content_Types].xml" in names:
        types = _part(archive, "[Content_Types].xml")
        if b"wordprocessingml" in types:
            return media.DOCX
        if b"spreadsheetml" in types:
            return media.XLSX
        if b"presentationml" in types:
            return media.PPTX
    if "mimetype" in names:
        declared = _part(archive, "mimetype").strip()
        if declared.startswith(b"application/vnd.oasis.opendocument.text"):
            return media.ODT
        if declared.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return media.ODS
        if declared.startswith(b"application/vnd.oasis.opendocument"):
            return media.OTHER
    return media.ODT if {"content.xml", "META-INF/manifest.xml"} <= names else media.ZIP


def _check_macros(archive: zipfile.ZipFile, kind: media.Media, name: str) -> None:
    if kind is media.ZIP:
        return
    programs = any(
        member.lower().endswith("vbaproject.bin") or member.startswith(("Basic/", "Scripts/"))
        for member in archive.namelist()
        if not member.endswith("/")
    )
    if programs or b"macroenabled" in _part(archive, "[Content_Types].xml").lower():
        raise Unreadable(
            "macros",
            f"{name} carries macros, which are small programs, and is not opened here. "
            "Save it as a document without macros (.docx or .xlsx), or export it as a PDF, and upload that.",
        )


def _check_entities(archive: zipfile.ZipFile, name: str) -> None:
    """No office program writes entity declarations; a file that has them means to grow or to fetch.

    They stand before a part's first element, so a part that has none in its first stretch is refused as well.
    """
    for member in archive.namelist():
        if not member.lower().endswith((".xml", ".rels")):
            continue
        head = _part(archive, member)
        if any(mark in head for mark in _ENTITY) or (len(head) == _HEAD and not _opens(head)):
            raise Unreadable(
                "bomb",
                f"{name} declares XML entities, which office programs never write and which can be used to exhaust "
                "a reader. Open it in Word, Excel or LibreOffice, save it again, and upload the new copy.",
            )


def _opens(head: bytes) -> bool:
    """Whether an element begins here, past every comment."""
    return (
        re.search(rb"<[A-Za-z_]", re.sub(rb"<!--.*?(?:-->|$)", b"", head.replace(b"\0", b""), flags=re.S)) is not None
    )


def _fetches(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """Addresses that opening the file in Word would fetch: templates, pictures, frames. Links to click are left out."""
    found = []
    for member in archive.namelist():
        if not member.lower().endswith(".rels"):
            continue
        for tag in _RELATIONSHIP.findall(_part(archive, member).decode("utf-8", "replace")):
            said = {key.lower(): first or second for key, first, second in _ATTRIBUTE.findall(tag)}
            if said.get("targetmode", "").lower() == "external" and not said.get("type", "").endswith("/hyperlink"):
                found.append(said.get("target", ""))
    return tuple(found)


def _part(archive: zipfile.ZipFile, member: str) -> bytes:
    """The first stretch of a part, or nothing where there is none or it cannot be unpacked (the reader will say so)."""
    try:
        with archive.open(member) as part:
            return part.read(_HEAD)
    except Exception:
        return b""


def _bomb(name: str, how: str) -> Unreadable:
    return Unreadable(
        "bomb",
        f"{name} {how}, far more than a report or plan needs, and was not opened. "
        "Open it, save it again without large pictures or embedded files, and upload the new copy.",
    )


def _locked(name: str) -> Unreadable:
    return Unreadable(
        "encrypted",
        f"{name} is protected with a password and cannot be read. "
        "Open it with the password, take the protection off, save it, and upload that copy.",
    )


def _cut_short(name: str) -> Unreadable:
    return Unreadable(
        "damaged",
        f"{name} stops before its end, as files do when an upload or download breaks off. "
        "Fetch or save the file again, check that it opens, and upload it again.",
    )
