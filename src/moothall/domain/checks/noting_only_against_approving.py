"""An implication that says the report is only to be noted, under a recommendation that does more."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from moothall.domain.decisions import ENDORSING, Verb
from moothall.domain.remarks import Remark

CHECK = "noting_only_against_approving"
_ONLY = re.compile(
    r"\b(?:for (?:noting|information)(?: purposes)? only|only for (?:noting|information)|noting only)\b", re.IGNORECASE
)


def check(*, verbs: Collection[Verb], implications: Sequence[tuple[str, str]]) -> Iterator[Remark]:
    """Point out each implication, as (label, text), that speaks of noting only while members are asked to approve."""
    asked = sorted(verb.value for verb in ENDORSING.intersection(verbs))
    if not asked:
        return
    for label, text in implications:
        if _ONLY.search(text):
            yield Remark(
                CHECK,
                f"{label} says the report is for noting only; the recommendation also asks members to "
                f"{' and '.join(asked)}.",
                None,
                "Ask its author to look at the whole recommendation again.",
            )
