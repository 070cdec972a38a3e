"""Addresses at which a person lives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, at, sentence_at
from moothall.domain.remarks import Remark

CHECK = "home_address"
RULE = "UK GDPR, Article 5(1)(c): no more personal data than is needed"
_HOUSE = re.compile(
    r"\b(?:(?:Flat|Apartment)\s+\d+[A-Za-z]?,?\s+)?\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][a-z’']+\s+){1,3}"
    r"(?:Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Grove|Gardens|Terrace|Place|Court|Mews|Rise|Walk|Row|"
    r"Hill)\b"
)
_LIVES = re.compile(
    r"\b(?:tenants?|tenancy|lives?|living|resident(?! parking)|resides?|occupier|householder|home of|home address|"
    r"claimant|applicant|complainant|family|Mr|Mrs|Ms|Miss)\b"
)
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
_PUBLIC = re.compile(
    r"\b(?:offices?|centre|hall|library|depot|site|hub|car park|school|scheme|development|acquisition|premises|shop|"
    r"units?|building|temporary accommodation|planning|works|registered)\b",
    re.IGNORECASE,
)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a house number and street where the sentence says who lives there, or a postcode follows.

    Offices, sites and schemes have addresses too: a sentence about one of these is left alone unless a person lives
    there by its own words.
    """
    for section in material.sections:
        for found in _HOUSE.finditer(section.text):
            start, end = sentence_at(section.text, found.start())
            sentence = section.text[start:end]
            postcode = _POSTCODE.search(section.text[found.end() : found.end() + 40])
            if _LIVES.search(sentence) or (postcode and not _PUBLIC.search(sentence)):
                yield at(
                    section,
                    found.start(),
                    found.end(),
                    Remark(
                        CHECK,
                        f"“{found[0]}” reads as the address of somebody’s home.",
                        RULE,
                        "Say the ward or the parish instead, or take it out.",
                    ),
                )
