"""What an OpenDocument's styles say: which paragraphs are headings or bold, and the labels its lists print."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from lxml import etree

_HEADING_STYLES = {"title": 1, "subtitle": 2, **{f"heading_20_{level}": level for level in range(1, 10)}}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def local(element: Any) -> str:
    """An element's name without its namespace; nothing for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def counted(said: str, otherwise: int = 1) -> int:
    """A number as an attribute has it; ``otherwise`` for anything else a stranger may have put there."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 8 else otherwise


class Styles:
    """The styles of one document, and where each of its lists has counted to."""

    def __init__(self, *roots: Any) -> None:
        self._parents: dict[str, str] = {}
        self._bold: dict[str, bool] = {}
        self._labels: dict[tuple[str, int], dict[str, str]] = {}
        self._outline: dict[int, dict[str, str]] = {}
        self._counts: dict[tuple[str, int], int] = defaultdict(int)
        for root in roots:
            for element in root.iter() if root is not None else ():
                self._note(element)

    def heading_level(self, style: str) -> int | None:
        """The level of the heading a paragraph style makes, or None where it makes none."""
        for name in self._line(style):
            if name.lower() in _HEADING_STYLES:
                return _HEADING_STYLES[name.lower()]
        return None

    def is_bold(self, paragraph: Any) -> bool:
        """Whether all the words of a paragraph are set in bold."""
        if self._is_bold(_attribute(paragraph, "style-name")):
            return True
        spans = [child for child in paragraph if local(child) == "span" and "".join(child.itertext()).strip()]
        outside = (paragraph.text or "") + "".join(child.tail or "" for child in paragraph)
        return bool(spans) and not outside.strip() and all(self._is_bold(_attribute(s, "style-name")) for s in spans)

    def begin_list(self, style: str, level: int) -> None:
        """Start a list's count again at a level."""
        start = self._labels.get((style, level), {}).get("start-value", "1")
        self._counts[style, level] = counted(start) - 1

    def list_label(self, style: str, level: int) -> str:
        """The number or letter the next item of a list prints; nothing for a bullet."""
        self._counts[style, level] += 1
        for deeper in range(level + 1, 11):
            self._counts.pop((style, deeper), None)
        return self._printed(self._labels.get((style, level), {}), style, level, self._labels_of(style))

    def heading_number(self, level: int) -> str:
        """The number the next heading of a level prints; nothing where headings are not numbered."""
        self._counts["", level] += 1
        for deeper in range(level + 1, 11):
            self._counts.pop(("", deeper), None)
        return self._printed(self._outline.get(level, {}), "", level, self._outline)

    def _labels_of(self, style: str) -> dict[int, dict[str, str]]:
        return {level: said for (name, level), said in self._labels.items() if name == style}

    def _printed(self, said: dict[str, str], style: str, level: int, levels: dict[int, dict[str, str]]) -> str:
        if not said.get("num-format"):
            return ""
        shown = counted(said.get("display-levels", "1"))
        parts = [
            _numeral(max(1, self._counts[style, each]), levels.get(each, {}).get("num-format", "1"))
            for each in range(max(1, level - shown + 1), level + 1)
        ]
        return f"{said.get('num-prefix', '')}{'.'.join(parts)}{said.get('num-suffix', '')}".strip()

    def _note(self, element: Any) -> None:
        kind = local(element)
        name = _attribute(element, "name")
        if kind == "style":
            self._parents[name] = _attribute(element, "parent-style-name")
            for child in element:
                if local(child) == "text-properties" and _attribute(child, "font-weight"):
                    self._bold[name] = _attribute(child, "font-weight") in ("bold", "600", "700", "800", "900")
        elif kind == "list-style":
            for child in element:
                if local(child) == "list-level-style-number":
                    self._labels[name, counted(_attribute(child, "level"))] = _said(child)
        elif kind == "outline-style":
            for child in element:
                self._outline[counted(_attribute(child, "level"))] = _said(child)

    def _line(self, style: str) -> list[str]:
        """A style and those it descends from."""
        line: list[str] = []
        while style and style not in line:
            line.append(style)
            style = self._parents.get(style, "")
        return line

    def _is_bold(self, style: str) -> bool:
        return next((self._bold[name] for name in self._line(style) if name in self._bold), False)


def _said(element: Any) -> dict[str, str]:
    return {etree.QName(key).localname: str(value) for key, value in element.attrib.items()}


def _attribute(element: Any, name: str) -> str:
    return _said(element).get(name, "")


def _numeral(count: int, style: str) -> str:
    if style in ("a", "A"):
        letters = ""
        while count > 0:
            count, rest = divmod(count - 1, 26)
            letters = chr(97 + rest) + letters
        return letters.upper() if style == "A" else letters
    if style in ("i", "I"):
        roman = ""
        for value, letters in _ROMAN:
            while count >= value:
                roman, count = roman + letters, count - value
        return roman.upper() if style == "I" else roman
    return str(count)
