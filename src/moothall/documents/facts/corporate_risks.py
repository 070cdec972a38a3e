"""The entries of the corporate risk register that the report cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.documents.clues import Clues
from moothall.documents.implication_labels import implication_kinds
from moothall.documents.outline import Outline
from moothall.documents.sentences import says_none
from moothall.domain.facts import Fact

_CODE = re.compile(r"\b(?:CR|SR|CRR|CSR|SRR|R)[-/ ]?\d{1,3}\b")


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact a code where risks are cited by code, else one a line of a label for corporate risks."""
    risk = [entry for entry in outline.all("implication") if "risk" in implication_kinds(entry.label.text)]
    for entry in (*outline.all("corporate_risks"), *risk):
        codes = False
        for line in entry.values:
            for match in _CODE.finditer(line.text):
                codes = True
                yield line.fact("corporate_risks", match.group(), "corporate_risks.code", match.start(), match.end())
        if not codes and entry.slot == "corporate_risks":
            for line in entry.values[:8]:
                if line.text and len(line.text.split()) <= 22 and not says_none(line.text):
                    yield line.fact("corporate_risks", line.text.strip(" ."), "corporate_risks.label")
