"""A department under a name it does not bear on the day the text is for, or under a slip of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from moothall.domain.days_written import DAY, days_written
from moothall.domain.placed_remarks import DepartmentName, Material, PlacedRemark, Section, Whole, at, sentence_at
from moothall.domain.remarks import Remark

CHECK = "department_that_day"
_EARLIER = re.compile(
    r"\b(?:then|former(?:ly)?|previous(?:ly)?|now (?:the|called|known)|renamed|at the time|predecessor)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a slip in the department's name, and a name it no longer or not yet bears, once in each text.

    A name that was right on a day or in a year the same sentence gives is right there. A text that once says that the
    department was renamed has said it.
    """
    for whole in (Whole.PLAN, Whole.REPORT):
        seen: set[str] = set()
        is_explained = any(_EARLIER.search(_around(one, at_)) for one, at_, _, _ in _named(material, whole))
        for section, start, end, name in _named(material, whole):
            day = material.day_of(whole)
            if name.meant:
                message, then = f"“{name.written}” is a slip for {name.meant}.", f"Write {name.meant}."
            elif is_explained or _was_right(name, day, _around(section, start)):
                continue
            else:
                message = f"On {day.day} {day:%B %Y} the department is not called {name.written}."
                then = (
                    f"Write {material.department_now}, or say in the sentence when it was called {name.written}."
                    if material.department_now
                    else "Write the name it bears, or say when it bore this one."
                )
            if name.written not in seen:
                seen.add(name.written)
                yield at(section, start, end, Remark(CHECK, message, None, then))


def _named(material: Material, whole: Whole) -> Iterator[tuple[Section, int, int, DepartmentName]]:
    names = {name.written: name for name in material.known.departments}
    if not names:
        return
    longest_first = sorted(names, key=lambda written: (-len(written), written))
    pattern = re.compile(rf"(?<![\w./@-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w@-]|\.\w)")
    for section in material.of(whole):
        for found in pattern.finditer(section.text):
            yield section, found.start(), found.end(), names[found[0]]


def _around(section: Section, place: int) -> str:
    start, end = sentence_at(section.text, place)
    return section.text[start:end]


def _was_right(name: DepartmentName, day: date, sentence: str) -> bool:
    days = [day, *(told for _, _, told in days_written(sentence))]
    years = [int(year) for year in _YEAR.findall(re.sub(DAY, "", sentence)) if int(year) < day.year]
    return any(
        any(start <= one and (end is None or one < end) for one in days)
        or any(start.year <= year <= (end.year if end else year) for year in years)
        for start, end in name.held
    )
