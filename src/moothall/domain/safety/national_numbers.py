"""National Insurance numbers and NHS numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, at
from moothall.domain.remarks import Remark

CHECK = "national_number"
RULE = "UK GDPR, Articles 5 and 9"
_INSURANCE = re.compile(
    r"(?<![A-Za-z0-9])([A-CEGHJ-PR-TW-Z])([A-CEGHJ-NPR-TW-Z])\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?!\w)"
)
_NEVER = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_HEALTH = re.compile(r"(?<![\d.,£/+-])\d{3}([ -]?)\d{3}\1\d{4}(?![\d/,-]|\.\d)")


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a number of National Insurance by its form, and an NHS number by its check digit.

    A National Insurance number has no check digit: its letters follow HM Revenue and Customs' rules (some never stand,
    some pairs are not given out). An NHS number's last digit is its check digit by modulus 11. Ten figures in one
    piece are only taken for an NHS number where the sentence speaks of the NHS, a patient or a client.
    """
    for section in material.sections:
        for found in _INSURANCE.finditer(section.text):
            if found[1] + found[2] not in _NEVER:
                yield at(section, found.start(), found.end(), _remark("a National Insurance number"))
        for found in _HEALTH.finditer(section.text):
            digits, before = re.sub(r"\D", "", found[0]), section.text[max(0, found.start() - 80) : found.start()]
            is_meant = bool(found[1]) or re.search(r"\b(?:NHS|patient|client|service user)\b", before)
            is_telephone = digits.startswith("0") and not re.search(r"\bNHS\b", before)
            if is_meant and not is_telephone and is_health_number(digits):
                yield at(section, found.start(), found.end(), _remark("an NHS number"))


def is_health_number(digits: str) -> bool:
    """Whether the tenth of ten digits is the check digit of the first nine, by modulus 11."""
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    left = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return left != 10 and left % 11 == int(digits[9])


def _remark(what: str) -> Remark:
    then = "Take it out here, and out of every file that goes with this text. Tell your data protection officer."
    return Remark(CHECK, f"This looks like {what}.", RULE, then)
