"""Word's XML as far as filling needs it: names without their family, children in the order the schema asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXT_BOX = "txbxContent"

# Part of the order in which ISO/IEC 29500 wants what is said of a paragraph and of a run.
_PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_RUN = ("rStyle", "rFonts", "b", "bCs", "i", "iCs")


def parsed(data: bytes) -> Any:
    """A part as XML: no entity is resolved and nothing is fetched. Raises lxml's error where it is no XML."""
    return etree.fromstring(
        data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    )


def written(root: Any) -> bytes:
    """The XML as a part of a Word file."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def local(element: Any) -> str:
    """The name of an element without its family; empty for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def said(element: Any, name: str) -> str:
    """An attribute by its name without its family; empty where it is not there."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def child(element: Any, name: str) -> Any:
    """The first child of this name, or None."""
    return next((one for one in element if local(one) == name), None)


def below(element: Any, name: str) -> Iterator[Any]:
    """Every element of this name within, in order."""
    return (one for one in element.iter() if local(one) == name)


def make(like: Any, name: str, **attributes: str) -> Any:
    """A new element of the same family as ``like``, its attributes too."""
    family = etree.QName(like).namespace
    return etree.Element(f"{{{family}}}{name}", {f"{{{family}}}{key}": value for key, value in attributes.items()})


def own_texts(paragraph: Any) -> list[Any]:
    """The stretches of text of a paragraph, in order, without those of text boxes that hang on it."""
    found: list[Any] = []

    def gather(element: Any) -> None:
        for one in element:
            name = local(one)
            if name == "t":
                found.append(one)
            elif name != TEXT_BOX:
                gather(one)

    gather(paragraph)
    return found


def text_of(paragraph: Any) -> str:
    """The words of a paragraph, without those of text boxes."""
    return "".join(one.text or "" for one in own_texts(paragraph))


def put_paragraph_property(properties: Any, new: Any) -> None:
    """Put one property of a paragraph in its place, instead of the one that was there."""
    _put(properties, new, _PARAGRAPH)


def put_run_property(properties: Any, new: Any) -> None:
    """Put bold or italic of a run in its place, instead of what was there."""
    _put(properties, new, _RUN)


def drop(element: Any, *names: str) -> None:
    """Take these children out."""
    for one in [one for one in element if local(one) in names]:
        element.remove(one)


def _put(properties: Any, new: Any, order: tuple[str, ...]) -> None:
    drop(properties, local(new))
    before = set(order[: order.index(local(new))])
    at = max((place + 1 for place, one in enumerate(properties) if local(one) in before), default=0)
    properties.insert(at, new)
