"""Whose document it is: our own council's, another's, or not known. A draft is made only from one's own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from moothall.domain.refusals import Refusal

PLAINLY = frozenset({"named", "named_in_appendix"})
"""The ways of finding a council that are its name; the others only point to one, and a person is asked."""


class Whose(StrEnum):
    """What is known of whose document it is."""

    OURS = "ours"
    ANOTHERS = "anothers"
    NOT_KNOWN = "not_known"


def whose(read: Mapping[str, Any] | None, confirmed: Mapping[str, Any], *, gss: str) -> Whose:
    """Whose the document is, for the council with this code.

    ``read`` is the record's authority or None, ``confirmed`` what people stand behind. A person's word goes before the
    reading, but "the document does not say" leaves another council's name standing.
    """
    if confirmed.get("authority") is not None:
        return Whose.OURS if confirmed["authority"].get("gss") == gss else Whose.ANOTHERS
    if read is None or read.get("basis") not in PLAINLY:
        return Whose.NOT_KNOWN
    if read.get("gss") != gss:
        return Whose.ANOTHERS
    return Whose.NOT_KNOWN if "authority" in confirmed else Whose.OURS


def check_ours(found: Whose, *, authority_name: str, named: str = "") -> None:
    """Raise a Refusal unless the document is this council's own. ``named`` is the other council, where it is known."""
    if found is Whose.ANOTHERS:
        raise Refusal(
            f"This is the report of {named or 'another council'}, and this is {authority_name}'s workspace.",
            next_step=f"Nothing is filled in from it. Bring in {authority_name}'s own report.",
        )
    if found is Whose.NOT_KNOWN:
        raise Refusal(
            "Nobody has said whose report this is, and the report does not name its council.",
            next_step=f"Say first whether it is {authority_name}'s.",
        )
