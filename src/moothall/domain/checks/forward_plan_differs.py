"""An entry in the forward plan that is not the report's: another reference, another title, another decision maker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.domain.remarks import Remark

CHECK = "forward_plan_differs"
_SMALL = frozenset({"a", "an", "and", "for", "full", "meeting", "of", "on", "or", "report", "the", "to"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What names a decision, in the forward plan or in the report: each None where it is not given."""

    reference: str | None = None
    title: str | None = None
    decision_maker: str | None = None


def check(*, entry: Entry, report: Entry) -> Iterator[Remark]:
    """Point out each of reference, title and decision maker in which the two differ (domain.md C4).

    References are compared without spacing and punctuation. A title or a body that only says more or fewer words is
    the same. Silent on what either does not give.
    """
    differing = [
        ("reference", entry.reference, report.reference, _letters),
        ("title", entry.title, report.title, _words),
        ("decision maker", entry.decision_maker, report.decision_maker, _words),
    ]
    for name, planned, reported, bare in differing:
        if planned and reported and not _is_same(bare(planned), bare(reported)):
            yield Remark(
                CHECK,
                f"The forward plan gives the {name} “{planned}”; the report gives “{reported}”.",
                None,
                "Ask democratic services which is right: a notice for another decision may not cover this one.",
            )


def _letters(words: str) -> frozenset[str]:
    return frozenset({re.sub(r"[^a-z0-9]", "", words.casefold())})


def _words(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", words.casefold())) - _SMALL


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one
