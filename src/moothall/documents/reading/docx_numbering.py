"""The numbers Word prints before list paragraphs and numbered headings: they are counted, not stored."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """Counts through one document. Call ``printed`` once for each paragraph, in order."""

    def __init__(self, package: Any) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._styles: dict[str, Any] = {style.style_id: style.element for style in package.styles}
        self._counts: dict[str, dict[int, int]] = {}
        self._shared: dict[str, str] = {}
        try:
            numbering = package.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        abstract = {a.get(qn("w:abstractNumId")): a for a in numbering.findall(qn("w:abstractNum"))}
        for num in numbering.findall(qn("w:num")):
            identifier = num.get(qn("w:numId"), "")
            pointer = num.find(qn("w:abstractNumId"))
            source = abstract.get(pointer.get(qn("w:val"))) if pointer is not None else None
            if source is None:
                continue
            self._shared[identifier] = (
                identifier if num.find(qn("w:lvlOverride")) is not None else pointer.get(qn("w:val"), "")
            )
            self._levels[identifier] = {int(lvl.get(qn("w:ilvl"), 0)): lvl for lvl in source.findall(qn("w:lvl"))}

    def printed(self, paragraph: Any) -> str | None:
        """The number or bullet Word prints before a paragraph ("2.1", "a)", "•"), or None where it prints none."""
        where = self._place(paragraph)
        if where is None:
            return None
        identifier, depth = where
        levels = self._levels.get(identifier, {})
        level = levels.get(depth)
        if level is None:
            return None
        counts = self._counts.setdefault(self._shared[identifier], {})
        counts[depth] = counts.get(depth, _start(level) - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        if _value(level, "w:numFmt") == "bullet":
            return "•"
        pattern = _value(level, "w:lvlText")

        def counted(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            source = levels.get(at, level)
            return _written(counts.get(at, _start(source)), _value(source, "w:numFmt"))

        return re.sub(r"%(\d)", counted, pattern).strip() or None

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is None:
            style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            element = self._styles.get(style.get(qn("w:val"), "")) if style is not None else None
            properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") if element is not None else None
        if properties is None:
            return None
        number, depth = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
        if number is None or number.get(qn("w:val")) == "0":
            return None
        return number.get(qn("w:val"), ""), int(depth.get(qn("w:val"), 0)) if depth is not None else 0


def _value(level: Any, name: str) -> str:
    element = level.find(qn(name))
    return "" if element is None else str(element.get(qn("w:val"), ""))


def _start(level: Any) -> int:
    written = _value(level, "w:start")
    return int(written) if written.isdigit() else 1


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        words, left = "", count
        for size, sign in _ROMAN:
            while left >= size:
                words, left = words + sign, left - size
        return words.upper() if form == "upperRoman" else words
    return str(count)
