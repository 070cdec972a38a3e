"""Which field of a report or decision a heading or row label stands for.

Each slot is a name of ours with the wordings seen for it (domain brief, report headings and decision-record fields).
"""

from __future__ import annotations

import re
from functools import lru_cache

from moothall.documents.field_wordings import FIELDS
from moothall.documents.implication_labels import asked_kind, implication_slot
from moothall.documents.plain_labels import normalised
from moothall.documents.section_wordings import SECTIONS

_COMPILED = tuple((slot, re.compile(pattern)) for slot, pattern in (*FIELDS, *SECTIONS))
# A heading that asks what others state: "What are the legal implications?".
_ASKED = re.compile(
    r"^(?:what (?:is|are|were|was)(?: the| any)?|are there any|is there any|"
    r"does (?:the|this) (?:report|decision) have any|what) (?=\w+ \w)"
)
_ANSWERED = re.compile(r" and how (?:are|will) (?:they|these|it|risks) (?:being |be )?(?:managed|mitigated|addressed)$")


@lru_cache(maxsize=4096)
def slot_of(label: str) -> str | None:
    """The slot a heading or label stands for, or None when it is none we know.

    An implication of its own (``Legal Implications``) answers "implication"; the kinds come from
    ``implication_kinds``. A bare word such as "Finance" answers "implication?" and counts only under a heading
    for implications.
    """
    plain = normalised(label)
    if not plain or len(plain) > 110:
        return None
    if label.rstrip().endswith("?"):
        if asked_kind(plain) is not None:
            return "implication"
        if (asked := next((slot for slot, pattern in _COMPILED if pattern.fullmatch(plain)), None)) is not None:
            return asked
        plain = _ANSWERED.sub("", _ASKED.sub("", plain))
    if (among := implication_slot(plain)) is not None:
        return among
    slot = next((slot for slot, pattern in _COMPILED if pattern.fullmatch(plain)), None)
    return slot or ("implication" if re.fullmatch(r"(?:[\w/]+ ){1,5}implications", plain) else None)
