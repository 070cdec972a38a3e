"""Another deadline, or another day of the letter, than the round's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from moothall.domain.days_written import days_written
from moothall.domain.placed_remarks import Material, PlacedRemark, at, sentences
from moothall.domain.remarks import Remark

CHECK = "round_date"
SUBMITTED = re.compile(r"\b(?:submi(?:t|ts|tted|tting|ssion)|return(?:ed)?|sen[dt]|deadline)\b", re.IGNORECASE)
TO_GOVERNMENT = re.compile(
    r"\b(?:government|department|ministry|secretary of state|minister|deadline)\b", re.IGNORECASE
)
LAST_DAY = re.compile(
    r"\b(by|no later than|not later than|on or before|deadline (?:of|is|was|being)|due (?:on|by)|before|prior to|"
    r"in advance of|ahead of)\s+(?:(?:the|its|a|submission|deadline|of|midnight|noon|5pm|on)\s+){0,4}$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b(?:letter|wrote|written to|writing to)\b", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:exten\w+|agreed with|later date|last year|previous|progress|report back)\b", re.IGNORECASE)
_NEAR = 120


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a last day for submission, or a day of government's letter, that is not the round's.

    A sentence that speaks of an extension is left alone, and so is a letter months away from the round's, which is
    another letter.
    """
    for section in material.sections:
        for begin, end in sentences(section.text):
            sentence = section.text[begin:end]
            days = list(days_written(sentence))
            if not days or _AGREED.search(sentence) or not _is_to_government(sentence, material):
                continue
            for start, stop, day in days:
                remark = _about(sentence, start, day, material)
                if remark is not None:
                    yield at(section, begin + start, begin + stop, remark)


def _about(sentence: str, start: int, day: date, material: Material) -> Remark | None:
    before = sentence[:start]
    if material.deadline_on and SUBMITTED.search(sentence) and LAST_DAY.search(before):
        if day != material.deadline_on:
            return _remark("deadline", material.deadline_on, "Correct it, or record the extension that was agreed.")
        return None
    is_letter = _LETTER.search(before) and re.search(r"\b(?:of|on|dated)\W*$", before)
    if is_letter and material.letter_on and day != material.letter_on and _is_near(day, material.letter_on):
        return _remark("letter’s day", material.letter_on, "Correct it, or say which other letter is meant.")
    return None


def _is_to_government(sentence: str, material: Material) -> bool:
    return TO_GOVERNMENT.search(sentence) is not None or any(
        name.written in sentence for name in material.known.departments
    )


def _is_near(day: date, of: date) -> bool:
    return abs((day - of).days) <= _NEAR or (day.day, day.month) == (of.day, of.month)


def _remark(what: str, day: date, then: str) -> Remark:
    return Remark(CHECK, f"The round’s {what} is {day.day} {day:%B %Y}.", None, then)
