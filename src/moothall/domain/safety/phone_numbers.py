"""Telephone numbers of one person: mobiles, and lines beside a person who is not the report's contact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, at
from moothall.domain.remarks import Remark

CHECK = "phone_number"
RULE = "UK GDPR, Article 5(1)(c): no more personal data than is needed"
_MOBILE = re.compile(r"(?<![\d.,£])(?:\+44\s?\(?0?\)?\s?|0)7\d(?:[\s-]?\d){8}(?![\d,])")
_DIRECT = re.compile(
    r"\b(?:direct (?:line|dial)|extension|ext\.?|home (?:tel\w*|phone|number))\W{0,3}(?:no\.?|number|on|is)?\W{0,3}"
    r"((?:\+44|0)?[\d\s()-]{4,16}\d)",
    re.IGNORECASE,
)
_SHARED = re.compile(r"\b(?:switchboard|helpline|hotline|text (?:line|service)|out of hours|duty)\b", re.IGNORECASE)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out mobile numbers and direct lines that are not given as the report's own contact."""
    officers = () if material.report is None else (material.report.lead_officer, *material.report.contact_officers)
    given = {_digits(one.phone) for one in officers if one and one.phone}
    for section in material.sections:
        for start, end in _numbers(section.text):
            number, before = section.text[start:end], section.text[max(0, start - 60) : start]
            if _digits(number) in given or _SHARED.search(before):
                continue
            yield at(
                section,
                start,
                end,
                Remark(
                    CHECK,
                    f"“{number}” looks like the number of one person.",
                    RULE,
                    "Take it out, or give a number the public is meant to ring.",
                ),
            )


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    mobiles = [found.span() for found in _MOBILE.finditer(text)]
    yield from mobiles
    for found in _DIRECT.finditer(text):
        if not any(start < found.end() and found.start(1) < end for start, end in mobiles):
            yield found.span(1)


def _digits(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return "0" + digits[2:].lstrip("0") if digits.startswith("44") else digits
