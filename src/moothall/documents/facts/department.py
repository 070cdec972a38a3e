"""The department that asks, as the document writes it: rightly, misspelt, or by its initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from moothall.documents.clues import Clues
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.domain.facts import Fact
from moothall.reference import departments

_OFFICE = r"\b(?:Department|Ministry|Dept\.?|Office|Ministries)\s+(?:for|of)\s+(?:the\s+)?"
_NAMED = re.compile(
    rf"{_OFFICE}[A-Z][\w'’-]*"
    r"(?:(?:,\s+(?:and\s+|&\s+)?|\s+and\s+|\s+&\s+|\s+of\s+|[\s-]+)(?:[A-Z][\w'’-]*|up\b)){0,8}"
)
_OURS = re.compile(r"levell?ing|housing|homes|communit\w+|local government", re.IGNORECASE)
# The same words without their capitals: they end with the last word that is one of the department's.
_SMALL = re.compile(
    r"\b(?:department|ministry|dept\.?) (?:for|of) (?:the )?"
    r"(?:(?:levell?ing[ -]up|housing|homes|communit(?:y|ies)|local government)(?:,? (?:and|&) |, | )?){2,5}",
    re.IGNORECASE,
)
_LONG_ENOUGH = 5
_ENDS = re.compile(r"\s+(?:Committee|Minister|Secretary|Productivity|The|To|In|By|On|And)\b")


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The first full name in the document; without one, the first short name."""
    for line in outline.lines:
        if (spot := _full_name(line)) is not None:
            words = line.text[slice(*spot)]
            yield line.fact("department", words, "department.name", *spot)
            return
    for line in outline.lines:
        if found := _short_forms().search(line.text):
            yield line.fact("department", found.group(), "department.short_name", found.start(), found.end())
            return


def _full_name(line: Line) -> tuple[int, int] | None:
    for match in _NAMED.finditer(line.text):
        words = re.sub(r"['’]s?$", "", _ENDS.split(match.group())[0])
        plain = re.sub(r"^(Department|Ministry|Dept\.?) of\b", "Department for", words)
        known = departments.recognise(words) or departments.recognise(plain)
        if known is not None or len({m.lower() for m in _OURS.findall(words)}) >= 2:
            return match.start(), match.start() + len(words)
    if (small := _SMALL.search(line.text)) is not None:
        return small.start(), small.start() + len(re.sub(r"(?:,|\s|\band\b|&)+$", "", small.group()))
    return None


@cache
def _short_forms() -> re.Pattern[str]:
    """The short names as shipped, and any jumble of the letters of one that keeps its first and most of the rest."""
    short = sorted({form for form in departments.written_forms() if form.isupper()}, key=len, reverse=True)
    current = {each.short_name for each in departments.all_departments() if len(each.short_name) >= _LONG_ENOUGH}
    jumbled = [_jumbled(name) for name in sorted(current)]
    return re.compile(rf"\b(?:{'|'.join((*map(re.escape, short), *jumbled))})\b")


def _jumbled(name: str) -> str:
    """A pattern for a short name with two of its letters changed about or one left out: "DULHC", "DLUC"."""
    rest = name[1:]
    swapped = {name[0] + rest[:at] + rest[at + 1] + rest[at] + rest[at + 2 :] for at in range(len(rest) - 1)}
    dropped = {name[0] + rest[:at] + rest[at + 1 :] for at in range(len(rest))}
    return "|".join(sorted(map(re.escape, swapped | dropped), key=lambda form: (-len(form), form)))
