"""The comments of a Word file: who said what, about which words, in answer to which, and whether it is settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from moothall.documents.exchange.word_parts import Parts, local, value
from moothall.documents.exchange.word_sections import FoundComment, Place
from moothall.domain.returned_words import BREAK, Piece

AROUND = 40


@dataclass(slots=True)
class _Range:
    before: str
    quoted: list[tuple[Place | None, str]] = field(default_factory=list)
    after: str = ""


class Ranges:
    """Which words each comment is about, filled while the text goes by."""

    def __init__(self) -> None:
        self._ranges: dict[str, _Range] = {}
        self._open: dict[str, _Range] = {}
        self._after: list[_Range] = []
        self._places: dict[str, Place | None] = {}
        self._before = ""
        self._line: Any = None

    def begin(self, name: str) -> None:
        """A comment's words begin here."""
        self._ranges[name] = self._open[name] = _Range(self._before[-AROUND:])

    def end(self, name: str) -> None:
        """A comment's words end here."""
        if (found := self._open.pop(name, None)) is not None:
            self._after.append(found)

    def mention(self, name: str, line: Any) -> None:
        """The comment's own mark stands in this line."""
        self._places[name] = line.place

    def say(self, line: Any, piece: Piece) -> None:
        """Words go by; paragraphs are parted by a blank line."""
        if line is not self._line:
            if self._line is not None:
                self._pass(line.place, BREAK)
            self._line = line
        self._pass(line.place, piece.text)

    def _pass(self, place: Place | None, text: str) -> None:
        for one in self._open.values():
            one.quoted.append((place, text))
        for one in self._after:
            one.after += text[: AROUND - len(one.after)]
        self._after = [one for one in self._after if len(one.after) < AROUND]
        self._before = (self._before + text)[-AROUND:]

    def about(self, name: str) -> tuple[Place | None, str, str, str]:
        """(the section, the words, some before, some after) of a comment."""
        place, found = self._places.get(name), self._ranges.get(name)
        if found is None:
            return place, "", "", ""
        inside = next((where for where, text in found.quoted if where is not None and text != BREAK), place)
        return inside, "".join(text for _, text in found.quoted).strip(), found.before, found.after


def comments(parts: Parts, ranges: Ranges) -> tuple[FoundComment, ...]:
    """Every comment of the file in its order, answers with the comment they answer."""
    paragraphs: dict[str, str] = {}
    held = [one for name in parts.of_kind("comments") for one in _children(parts.xml(name)) if local(one) == "comment"]
    for one in held:
        for line in one.iter():
            if local(line) == "p" and (identifier := value(line, "paraId")):
                paragraphs[identifier] = value(one, "id")
    more = [one for name in parts.of_kind("commentsExtended") for one in _children(parts.xml(name))]
    parents, resolved = {}, set()
    for one in more:
        name = paragraphs.get(value(one, "paraId"), "")
        if (parent := paragraphs.get(value(one, "paraIdParent"))) is not None:
            parents[name] = parent
        if value(one, "done") in ("1", "true", "on"):
            resolved.add(name)
    return tuple(_comment(one, ranges, parents, resolved) for one in held)


def _children(root: Any) -> list[Any]:
    return [] if root is None else list(root)


def _comment(element: Any, ranges: Ranges, parents: dict[str, str], resolved: set[str]) -> FoundComment:
    name = value(element, "id")
    parent = parents.get(name)
    place, quote, before, after = ranges.about(name)
    if parent is not None and not quote:
        place, quote, before, after = ranges.about(parent)
    lines = [
        "".join(part.text or "" for part in line.iter() if local(part) == "t")
        for line in element.iter()
        if local(line) == "p"
    ]
    return FoundComment(
        name=name,
        author=value(element, "author"),
        at=value(element, "date"),
        text="\n\n".join(line for line in lines if line.strip()),
        place=place,
        quote=quote,
        before=before,
        after=after,
        parent=parent,
        is_resolved=name in resolved or parent in resolved,
    )
