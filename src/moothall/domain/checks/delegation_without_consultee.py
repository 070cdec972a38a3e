"""A delegation with nobody to consult."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moothall.domain.decisions import Limb, Verb
from moothall.domain.remarks import Remark

CHECK = "delegation_without_consultee"


def check(*, limbs: Sequence[Limb]) -> Iterator[Remark]:
    """Point out a limb that gives authority to one post alone, with no member to consult (domain.md C4)."""
    for limb in limbs:
        alone = len(limb.delegates) == 1 and "consult" not in f"{limb.condition} {limb.object}".lower()
        if limb.verb is Verb.DELEGATE and alone:
            yield Remark(
                CHECK,
                f"Authority is given to the {limb.delegates[0]} with nobody to be consulted.",
                None,
                "Check the scheme of delegation, and name the member to be consulted if it asks for one.",
            )
