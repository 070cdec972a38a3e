"""Members asked only to note in one place, and to approve or endorse in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, Section, at
from moothall.domain.remarks import Remark

CHECK = "note_or_approve"
_ACTS = re.compile(r"\b(?:approv(?:e|es|ed|al)|endors(?:e|es|ed|ement)|adopt(?:s|ed)?|agree(?:s|d)?(?! with))\b", re.I)
_NOTES = re.compile(r"\b(?:note[sd]?|noting|for information(?: only)?)\b", re.IGNORECASE)
_ASKS_TO_ACT = re.compile(
    r"\b(?:seeks?|asks?|requests?|invite[sd]?|for|to obtain|recommends?)\b[^.;]{0,60}?\b(?:approv(?:e|al)|"
    r"endorse(?:ment)?|adopt"
    r"(?:ion)?|agree(?:ment)?)\b|^(?:to )?(?:approve|endorse|adopt|agree)\b",
    re.IGNORECASE | re.MULTILINE,
)
_ASKS_TO_NOTE = re.compile(
    r"\b(?:for noting|for information(?: only)?|(?:is|are|be) (?:asked|invited|recommended|"
    r"requested)(?: only)? to note|to note "
    r"only|only to note|no decision is (?:required|sought|needed))\b",
    re.IGNORECASE,
)
_OF = {"report.title": "title", "report.purpose": "purpose", "report.summary": "summary"}


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a title, purpose or summary that asks members to note, over recommendations to act; or the other way.

    Noting shows oversight, and endorsement is not noting (domain.md B2).
    """
    asked = material.section("report.recommendations")
    if asked is None or not asked.text.strip():
        return
    acts, notes = bool(_ACTS.search(asked.text)), bool(_NOTES.search(asked.text))
    for key, name in _OF.items():
        section = material.section(key)
        found = _against(section, acts, notes) if section else None
        if section and found:
            yield at(section, *found.span(), _remark(name, acts))


def _against(section: Section, acts: bool, notes: bool) -> re.Match[str] | None:
    if acts and not _ASKS_TO_ACT.search(section.text):
        return _ASKS_TO_NOTE.search(section.text)
    if notes and not acts:
        return _ASKS_TO_ACT.search(section.text)
    return None


def _remark(name: str, acts: bool) -> Remark:
    here, there = ("only to note", "approve, endorse or agree") if acts else ("more than noting", "only note")
    message = f"The {name} asks members for {here}, and the recommendations {there}."
    if acts:
        message = (
            f"The {name} asks members only to note, and the recommendations ask them to approve, endorse or agree."
        )
    then = "Say in each place what members are asked to resolve. Noting a plan does not endorse it."
    return Remark(CHECK, message, None, then)
