"""A document that gives another deadline than the round's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from moothall.domain.remarks import Remark

CHECK = "deadline_differs_from_round"


def check(*, stated_on: date | None, round_on: date | None) -> Iterator[Remark]:
    """Point out that the deadline in the document is not the round's own. Silent while either is unknown."""
    if stated_on is None or round_on is None or stated_on == round_on:
        return
    yield Remark(
        CHECK,
        f"The document gives {stated_on.day} {stated_on:%B %Y} as the deadline; the round's is "
        f"{round_on.day} {round_on:%B %Y}.",
        None,
        "Correct the date, or record the extension that was agreed and with whom.",
    )
