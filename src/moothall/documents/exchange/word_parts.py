"""The parts of a Word file by what they are for, under both families of names Word gives its XML."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import Any

from lxml import etree

from moothall.documents.reading.document import Unreadable

# Word's own names, and the "strict" ones of ISO/IEC 29500, are read as the same by the last part of each.
_DOCUMENT = "word/document.xml"
_WORDS_IN_MARKUP = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]+>", re.I | re.S)


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Any, name: str, default: str = "") -> str:
    """An attribute by its name without namespace."""
    for key, said in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(said)
    return default


def child(element: Any, *names: str) -> Any:
    """The first child found along these names, or None."""
    for name in names:
        element = next((one for one in element if local(one) == name), None)
        if element is None:
            return None
    return element


class Parts:
    """An opened Word file. Raises Unreadable where its main part cannot be found or read."""

    def __init__(self, data: bytes, name: str) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._names = set(self._archive.namelist())
        self.main = self._main()
        document = self.xml(self.main)
        body = None if document is None else child(document, "body")
        if body is None:
            raise Unreadable(
                "damaged", f"{name} has no text that Word would open. Open it in Word, save it again and bring it in."
            )
        self.body = body
        self.relations = self._relations(self.main)

    def _main(self) -> str:
        for kind, target, _ in self._relations("").values():
            if kind == "officeDocument":
                return target
        return _DOCUMENT

    def _relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Each relationship of a part: id to (the last word of its type, the part it leads to, whether outside)."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for one in root if root is not None else ():
            outside = value(one, "TargetMode") == "External"
            target = value(one, "Target")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[value(one, "Id")] = (value(one, "Type").rpartition("/")[2], target, outside)
        return found

    def of_kind(self, kind: str) -> list[str]:
        """The parts the document leads to of this kind ("comments", "footnotes", "header"), in their order."""
        return [target for said, target, outside in self.relations.values() if said == kind and not outside]

    def xml(self, name: str) -> Any:
        """A part as XML, or None where there is none. Raises lxml's error where it is no XML."""
        if name not in self._names:
            return None
        return etree.fromstring(
            self._archive.read(name),
            etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False),
        )

    def piece(self, relation: str) -> tuple[str, str]:
        """The name and the words of an embedded piece of another format; no words where they cannot be told."""
        _, target, _ = self.relations.get(relation, ("", "", True))
        if target not in self._names:
            return target, ""
        if target.lower().endswith((".htm", ".html", ".xhtml", ".txt", ".mht", ".xml")):
            text = self._archive.read(target).decode("utf-8", "replace")
            return target, " ".join(_WORDS_IN_MARKUP.sub(" ", text).split())
        return target, ""

    def custom(self) -> dict[str, str]:
        """The file's own properties that a program gave it: name to value."""
        root = self.xml("docProps/custom.xml")
        return {} if root is None else {value(one, "name"): "".join(one.itertext()) for one in root}

    def core(self, name: str) -> str:
        """One of the properties every file has, such as lastModifiedBy; empty where it says none."""
        root = self.xml("docProps/core.xml")
        found = None if root is None else child(root, name)
        return "" if found is None else (found.text or "").strip()
