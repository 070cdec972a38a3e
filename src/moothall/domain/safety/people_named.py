"""People named without a role that makes their name public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from moothall.domain.placed_remarks import Material, PlacedRemark, at
from moothall.domain.remarks import Remark

CHECK = "person_named"
RULE = "UK GDPR, Article 5(1)(c): no more personal data than is needed"
_THINGS = re.compile(
    r"Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Park|House|Centre|Hall|School|Academy|College|Ward|Court"
    r"|Trust|Hospital|Council|Group|Square|Gardens|Act|Report|Review|Ltd|Limited|Foundation|Library|Place"
    r"|Church|Institute|University|Hill|Green|Market|Bridge|Inquiry|Partnership|Estate|Theatre|Museum|Award"
    r"|Prize|Associates|Partners|LLP|Plc|Rowntree|Lewis|Housing|Homes|Suite|Room|Building|Stadium|Station|Index"
    r"|Model|Method|Framework"
)
_PUBLIC = re.compile(
    r"\b(?:Councillors?|Cllrs?|Leader|Deputy Leader|Mayor|Chief Executive|Director|Head of|Section 151|s151|"
    r"Monitoring Officer|Chief (?:Finance|Operating|Legal) Officer|Portfolio Holder|Cabinet Member|MP|Minister|"
    r"Secretary of State|Lord|Lady|Sir|Dame|Baroness|Chair(?:man|woman|person)?|Commissioner|Professor|"
    r"Vice-Chair\w*|Alderman|Member for|author|inquiry|review by)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+(?:[A-Z]\.?\s+)?(?:[A-Z][a-z]+\s+)?([A-Z][a-z’'-]+(?:-[A-Z][a-z]+)?)\b"
)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a person who is named, and is neither named in a role by the report nor beside an office in the text.

    Members, ministers and senior officers answer in public; their names stand. Others are found by a title before the
    name, or by a common given name before a surname. Each name is pointed out once in each section.
    """
    public = {word.casefold() for name in material.named for word in name.split() if len(word) > 2}
    for section in material.sections:
        seen: set[str] = set()
        for start, end, surname in _names(section.text, material.known.given_names):
            near = section.text[max(0, start - 50) : end + 50].replace("\n", " ")
            if surname.casefold() in public or surname in seen or _PUBLIC.search(near):
                continue
            seen.add(surname)
            yield at(
                section,
                start,
                end,
                Remark(
                    CHECK,
                    f"{section.text[start:end]} is named, and no public role is.",
                    RULE,
                    "Say the post instead, or have the person agree to be named.",
                ),
            )


def _names(text: str, given: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    for found in _TITLED.finditer(text):
        yield found.start(), found.end(), found[1]
    for found in _given(given).finditer(text) if given else ():
        after = re.match(r"\s+([A-Z][a-z]+)", text[found.end() :])
        if not _THINGS.fullmatch(found[1]) and not (after and _THINGS.fullmatch(after[1])):
            yield found.start(), found.end(), found[1]


@lru_cache(maxsize=4)
def _given(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(names))})[ \t]+((?:Mc|Mac|O[’'])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b")
