"""A resolution that only notes, where endorsement was asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from moothall.domain.decisions import ENDORSING, Verb
from moothall.domain.remarks import Remark

CHECK = "note_is_not_endorse"


def check(*, verbs: Collection[Verb], decided: bool) -> Iterator[Remark]:
    """Point out that members note the plan and do not endorse it. ``decided`` where it was resolved, not proposed.

    Oversight is shown by noting, endorsement is not (domain.md B2).
    """
    if Verb.NOTE not in verbs or not ENDORSING.isdisjoint(verbs):
        return
    who = "Members noted" if decided else "Members are asked to note"
    yield Remark(
        CHECK,
        f"{who} the plan. That shows oversight; endorsement is not evident.",
        None,
        "If the round asks for endorsement, put a limb that approves or endorses the plan before members.",
    )
