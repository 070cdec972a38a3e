"""The seven themes of the best value guidance: for which a plan points to evidence, and for which it does not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1999, Provision, Read

NAME = "best-value-themes"
RULE = "G-V1"
VERSION = "2024-05-08"
IN_FORCE = date.fromisoformat(VERSION)
PROVISION = Provision(
    ACT_1999,
    "section 26, and the guidance under it",
    Read.RECALLED,
    note="The guidance was read; the section, and the names of its themes, are recalled.",
)
PROVISIONS = (PROVISION,)
EACH, SOME = "evidence_for_each", "evidence_for_some"


class Theme(StrEnum):
    """A theme of the guidance."""

    CONTINUOUS_IMPROVEMENT = "continuous_improvement"
    LEADERSHIP = "leadership"
    GOVERNANCE = "governance"
    CULTURE = "culture"
    USE_OF_RESOURCES = "use_of_resources"
    SERVICE_DELIVERY = "service_delivery"
    PARTNERSHIPS = "partnerships"


def deadline(day: date, *, evidence: Mapping[Theme, str]) -> Deadline:
    """For which of the seven themes a council points to evidence: a map for its own use, and no mark of any kind.

    Councils have regard to the guidance. A theme without evidence in one plan may have it elsewhere. Raises a Refusal
    before the guidance was issued, on 8 May of its year.
    """
    in_force.check(day, IN_FORCE, provision=PROVISION, rule=RULE)
    said = {theme: evidence.get(theme, "").strip() for theme in Theme}
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=EACH if all(said.values()) else SOME,
        what="Evidence is named for each theme" if all(said.values()) else "Evidence is named for some themes",
        points=tuple(
            Point(
                theme.value.replace("_", " ").capitalize(),
                bool(said[theme]) or None,
                theme.value,
                said[theme] or "None is named here. It may stand elsewhere: say where.",
            )
            for theme in Theme
        ),
    )
