"""A round's file looked at: what it says, everything wrong with it, and what a careful reader points out."""

from dataclasses import dataclass
from typing import Any

from moothall.documents.exchange import round_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.domain.amendments import in_force
from moothall.domain.remarks import Remark
from moothall.domain.rounds import Asked, LegalBasis, RequirementKind, Round
from moothall.reference import rounds as shipped

LARGEST = 1_000_000
"""Bytes of the largest file that is looked at: the longest letter is a fiftieth of it."""
LEGAL_BASES = {
    LegalBasis.STATUTORY: "A duty in law",
    LegalBasis.RETURNS_POWER: "A general power to ask for returns",
    LegalBasis.POLICY_REQUEST: "A request of policy, without a duty in law",
    LegalBasis.GRANT_CONDITION: "A condition of grant",
}
CONFIDENCE = {
    "A": "Seen in an answer that was set out question by question",
    "B": "Described or answered in a source",
    "C": "Recalled only",
}
KINDS = {
    RequirementKind.OVERSIGHT: "Oversight by members",
    RequirementKind.ENDORSEMENT: "Endorsement by members",
    RequirementKind.CERTIFICATE: "A certificate",
    RequirementKind.PUBLICATION: "Publication",
    RequirementKind.RETURN: "The return",
    RequirementKind.THEMES: "The themes",
    RequirementKind.MEASURES: "Measures",
    RequirementKind.UPDATES: "Updates",
    RequirementKind.LENGTH: "The length",
    RequirementKind.OTHER: "",
}


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A file that was looked at. ``round_`` is what it says, as written; None where ``faults`` say why it is none."""

    round_: Round | None
    faults: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def look(content: bytes) -> LookedAt:
    """What the file says, or each of its faults as a sentence with its path."""
    try:
        found = round_json.read(content)
    except NotLoaded as fault:
        return LookedAt(None, (str(fault),))
    except round_json.InvalidRound as invalid:
        return LookedAt(None, invalid.faults)
    return LookedAt(found, (), shipped.looked_over(found))


def shown(round_: Round) -> dict[str, Any]:
    """What a page that shows a round needs beside the round itself, which is taken as it stands now."""
    standing = in_force(round_)
    marks = {question.confidence for _, question in standing.questions() if question.confidence}
    return {
        "round_": standing,
        "legal_basis": LEGAL_BASES[round_.legal_basis],
        "confidence": [(mark, words) for mark, words in CONFIDENCE.items() if mark in marks],
        "question_count": sum(1 for _ in standing.questions()),
        "kinds": KINDS,
        "who_is_asked": asked_in_words(round_.asked),
    }


def asked_in_words(asked: Asked) -> str:
    """Who is asked, in a sentence: the letter's own where it is given."""
    if asked.words:
        return asked.words
    if asked.is_everyone:
        return "Every principal authority in England."
    codes = len(asked.authorities)
    parts = [f"every {kind}" for kind in asked.kinds]
    parts += [f"{codes} named {'authority' if codes == 1 else 'authorities'}"] if codes else []
    said = " and ".join(parts)
    return f"{said[0].upper()}{said[1:]}."
