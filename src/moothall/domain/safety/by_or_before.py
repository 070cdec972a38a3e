"""A deadline that leaves the day out in one place and counts it in another: "by" against "prior to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from moothall.domain.days_written import days_written
from moothall.domain.placed_remarks import Material, PlacedRemark, Section, Whole, at, sentences
from moothall.domain.remarks import Remark
from moothall.domain.safety.round_dates import LAST_DAY, SUBMITTED

CHECK = "by_or_before"
_LEAVES_OUT = re.compile(r"^(?:before|prior to|in advance of|ahead of)$", re.IGNORECASE)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out that one text says "by" a day and, of the same day, "before" or "prior to" elsewhere."""
    for whole in (Whole.PLAN, Whole.REPORT):
        said: dict[date, dict[bool, str]] = {}
        for section, start, end, day, word in _statements(material, whole):
            leaves_out = _LEAVES_OUT.match(word) is not None
            others = said.setdefault(day, {})
            if leaves_out not in others and (not leaves_out) in others:
                told = f"{day.day} {day:%B %Y}"
                message = f"Here it is “{word} {told}”; under {others[not leaves_out]} the same day is given otherwise."
                then = "Settle whether the day itself still counts, and say it the same way throughout."
                yield at(section, start, end, Remark(CHECK, message, None, then))
            others.setdefault(leaves_out, f"{section.label}")


def _statements(material: Material, whole: Whole) -> Iterator[tuple[Section, int, int, date, str]]:
    for section in material.of(whole):
        for begin, end in sentences(section.text):
            sentence = section.text[begin:end]
            for start, stop, day in days_written(sentence) if SUBMITTED.search(sentence) else ():
                word = LAST_DAY.search(sentence[:start])
                if word:
                    yield section, begin + word.start(), begin + stop, day, word[1].lower()
