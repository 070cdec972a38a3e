"""Elements of StratML and the instructions beside them: what an element cannot hold exactly stands in both."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from moothall.documents.exchange.checked import NotLoaded
from moothall.documents.writing.text import clean

REST = "moothall-rest"
MOST_BYTES = 20_000_000
Fields = Sequence[tuple[str, str]]

_RESULT = "MeasurementInstance/{}Result/Description"
SPOKEN: Mapping[str, Fields] = {
    "answers": (("text", "Description"),),
    "requirements": (("text", "Description"),),
    "commitments": (("title", "Name"), ("text", "Description")),
    "milestones": (("title", "MeasurementDimension"), ("due_on", "MeasurementInstance/TargetResult/EndDate")),
    "measures": (
        ("title", "MeasurementDimension"),
        ("unit", "UnitOfMeasurement"),
        ("baseline", _RESULT.format("Actual")),
        ("target", _RESULT.format("Target")),
        ("source", "OtherInformation"),
    ),
    "barriers": (("title", "Name"), ("text", "Description"), ("ask", "OtherInformation")),
    "documents": (("title", "Name"), ("address", "OtherInformation")),
    "objectives": (("title", "Name"), ("source", "OtherInformation")),
    "own_points": (("title", "Name"), ("text", "Description")),
    "partnerships": (("partners", "Name"), ("text", "Description"), ("title", "Role/Name")),
    "figures": (("title", "MeasurementDimension"), ("unit", "UnitOfMeasurement"), ("source", "OtherInformation")),
}
"""For each list of a plan, which of its fields stand in which element below the one that is written for an item."""

_NAME = re.compile(r"[A-Za-z0-9._-]{1,200}")


class Names:
    """Hands out identifiers that are names in XML and stand once in the file, as its schema asks."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, kind: str, key: str) -> str:
        """The identifier for a key, or an empty string where the key is no name or was given before."""
        name = f"{kind}-{key}"
        if not _NAME.fullmatch(key) or name in self._given:
            return ""
        self._given.add(name)
        return name


def add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    """A new last child of this name, with the text as far as XML can hold it."""
    child = etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}", attributes)
    if text is not None:
        child.text = clean(text)
    return child


def kept(element: Any, kind: str, place: int, item: Mapping[str, Any]) -> None:
    """Put beside an item's elements what they do not say: its kind and place, and every field they cannot hold."""
    rest = {"in": kind, "place": place, **item}
    element.append(etree.ProcessingInstruction(REST, said_of(rest, element, SPOKEN[kind])))


def said_of(rest: Mapping[str, Any], element: Any, fields: Fields) -> str:
    """The rest as the text of an instruction, without the fields that the elements hold exactly."""
    exact = {name for name, path in fields if rest.get(name) and _text(element, path) == rest[name]}
    left = {name: value for name, value in rest.items() if name not in exact and value != []}
    # In JSON any character may be written as its number, so no instruction ends early and none is refused by XML.
    return json.dumps(left, sort_keys=True, separators=(",", ":")).replace(">", "\\u003e")


def spoken(element: Any, fields: Fields | None = None) -> dict[str, Any] | None:
    """What an element and its instruction say together, or None without one. Changed words of an element hold."""
    own = next((one for one in element if one.tag is etree.PI and one.target == REST), None)
    if own is None:
        return None
    try:
        rest = json.loads(own.text or "")
    except (ValueError, RecursionError):
        raise NotLoaded(f"line {own.sourceline}", "The instruction for Moothall there is broken.") from None
    if not isinstance(rest, dict):
        raise NotLoaded(f"line {own.sourceline}", "The instruction for Moothall there is broken.")
    for name, path in fields if fields is not None else SPOKEN.get(str(rest.get("in")), ()):
        text = _text(element, path)
        written = rest.get(name)
        if text != "" if written is None else isinstance(written, str) and clean(written) != text:
            rest[name] = text
    return rest


def parsed(data: bytes) -> Any:
    """The root of an XML file. Raises NotLoaded for what is none, too large, or declares entities of its own."""
    if len(data) > MOST_BYTES:
        raise NotLoaded("", f"The file has more than {MOST_BYTES // 1_000_000} MB, and no plan is that large.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise NotLoaded("", f"The file is not XML: {problem}.") from problem
    told: Any = root.getroottree().docinfo
    if told.doctype:
        raise NotLoaded("", "The file declares a document type, and a plan in StratML needs none. Take it out.")
    return root


def _text(element: Any, path: str) -> str:
    namespace = etree.QName(element).namespace
    found = element.find("/".join(f"{{{namespace}}}{name}" for name in path.split("/")))
    return "" if found is None else found.text or ""
