"""So few people, with something told of them, that those who live nearby know who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, at
from moothall.domain.remarks import Remark

CHECK = "small_number"
RULE = "UK GDPR, Article 9; statistics commonly give no count under five"
_PEOPLE = (
    r"(?:residents?|employees?|members of staff|staff|officers?|child(?:ren)?|pupils?|tenants?|famil(?:y|ies)|"
    r"wom[ae]n|"
    r"m[ae]n|people|persons?|applicants?|carers?|patients?|households?|clients?|service users?|young people|"
    r"claimants?)"
)
_TOLD = (
    r"(?:disab\w+|autis\w+|ethnic\w*|asylum|refugees?|pregnan\w+|maternity|transgender|gay|lesbian|muslim|jewish|"
    r"christian|hindu|sikh|mental health|long-term sick\w*|dismissed|disciplin\w+|grievances?|in care|"
    r"looked[- ]after|"
    r"special educational needs|EHCPs?|domestic abuse|convict\w+|dementia|cancer|HIV|learning difficult\w+|"
    r"learning disabilit\w+|substance misuse|bankrupt\w*|rough sleep\w+)"
)
_FEW = re.compile(
    rf"\b(?:only\s+)?(?:one|two|three|four|[1-4])\s+(?!in\b)(?:[a-z-]+\s+){{0,2}}?(?:{_PEOPLE}\b(?![’'])[^.;\n]{{0,60}}?\b{_TOLD}"
    rf"|{_TOLD}\s+(?:[a-z-]+\s+)?{_PEOPLE})\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:[\d,]\s*|£|\b(?:per cent|in|of|every|year|years|than|phase|stage|option|theme|priority|ward|band|tier|part|"
    r"paragraph|section|one|two|three|four|or)\s)$",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"\b(?:one|two|three|four|[1-4])\s+(?:\w+\s+)?(?:posts?|schemes?|teams?|officers? (?:to|will))\b", re.I
)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a count from one to four of people of whom the same clause tells something protected or private.

    Shares ("one in four"), posts that will help such people, and counts of things are left alone.
    """
    for section in material.sections:
        for found in _FEW.finditer(section.text):
            if _BEFORE.search(section.text[: found.start()]) or _KINDS.match(found[0]) or _helps(found[0]):
                continue
            yield at(
                section,
                found.start(),
                found.end(),
                Remark(
                    CHECK,
                    "So few people are meant that neighbours or colleagues may know them.",
                    RULE,
                    "Say “fewer than five”, give a wider area or a longer time, or leave out what is told of them.",
                ),
            )


def _helps(words: str) -> bool:
    """Whether the people counted are those who help, and what is told is told of those they help."""
    return re.search(r"\b(?:support\w*|advis\w+|help\w*|work(?:s|ing)? with|for|train\w*|serv\w+)\b", words) is not None
