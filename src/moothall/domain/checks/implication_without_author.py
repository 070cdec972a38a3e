"""Implications that nobody has put a name to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moothall.domain.remarks import Remark

CHECK = "implication_without_author"


def check(*, implications: Sequence[tuple[str, str | None]]) -> Iterator[Remark]:
    """Name the implications that carry no author, given as (label, author) pairs; one remark for all of them."""
    nameless = [label for label, author in implications if not author]
    if not nameless:
        return
    listed = nameless[0] if len(nameless) == 1 else f"{', '.join(nameless[:-1])} and {nameless[-1]}"
    yield Remark(
        CHECK,
        f"No author is named for {listed}.",
        None,
        "Ask whoever wrote each of them to put their name to it.",
    )
