"""Plain or Markdown-like text as the pieces a report is made of, for the makers of sample files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Item:
    """A heading, paragraph, list item or table of a sample. ``number`` is printed before the words."""

    kind: str  # heading, paragraph, bullet, numbered or table
    text: str = ""
    level: int = 1
    number: str = ""
    rows: list[list[str]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Everything a reader should find, number and cells included."""
        cells = " ".join(cell for row in self.rows for cell in row)
        return f"{self.number} {self.text} {cells}".strip()


_NUMBERED = re.compile(r"^(?:- )?(\d+(?:\.\d+)*\.?|[a-z][.)])\s+(?=\S)")


def items(text: str) -> list[Item]:
    """The items of a text, its marks of emphasis taken off."""
    found: list[Item] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if re.fullmatch(r"[\s|:-]*", line):
            continue
        if "\t" in line:
            cells = [_bare(cell) for cell in line.split("\t")]
            if found and found[-1].kind == "table":
                found[-1].rows.append(cells)
            else:
                found.append(Item("table", rows=[cells]))
            continue
        found.append(_item(line.strip()))
    return found


def _item(line: str) -> Item:
    marks = re.match(r"^(#+)\s+", line)
    words = _bare(line[marks.end() :] if marks else line)
    heading = bool(marks) or bool(re.fullmatch(r"\*\*.+\*\*", line))
    numbered = _NUMBERED.match(words)
    number, rest = (numbered.group(1), words[numbered.end() :]) if numbered else ("", words)
    if heading:
        return Item("heading", rest, level=min(len(marks.group(1)) if marks else 2, 4), number=number)
    if numbered:
        return Item("numbered", rest, number=number)
    if words.startswith("- "):
        return Item("bullet", words[2:])
    return Item("paragraph", words)


def _bare(words: str) -> str:
    words = re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r"\1", words)
    return re.sub(r"\*+|</?u>|__", "", words).strip()
