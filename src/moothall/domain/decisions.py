"""What members decide: a list of limbs, each with verb, object, condition and delegates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verb(StrEnum):
    """The main verb of a limb."""

    APPROVE = "approve"
    ENDORSE = "endorse"
    NOTE = "note"
    AGREE = "agree"
    ADOPT = "adopt"
    DELEGATE = "delegate"
    RECOMMEND = "recommend"
    AMEND = "amend"


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb of a recommendation or a resolution. ``object`` is what it is about, in words."""

    verb: Verb
    object: str
    condition: str = ""
    delegates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a body resolved, on one text of the plan (by fingerprint)."""

    body: str
    decided_on: date
    limbs: tuple[Limb, ...]
    minute: str
    reasons: str = ""
    alternatives: str = ""
    interests: str = ""
    plan_fingerprint: str = ""


ENDORSING = frozenset({Verb.ENDORSE, Verb.APPROVE, Verb.ADOPT, Verb.AGREE})


def shows_oversight(limbs: tuple[Limb, ...]) -> bool:
    """Members had the plan before them: any limb at all, *note* included (domain.md B2)."""
    return bool(limbs)


def shows_endorsement(limbs: tuple[Limb, ...]) -> bool:
    """Members put their name to the plan. *Note* is not enough, nor is delegating alone (domain.md B2)."""
    return any(limb.verb in ENDORSING for limb in limbs)
