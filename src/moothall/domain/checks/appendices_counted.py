"""A report that says how many appendices it has, over a list or a bundle that has more or fewer."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.domain.remarks import Remark

CHECK = "appendices_counted"


def check(*, said: int | None, where: str, there: int | None, are_attached: bool = False) -> Iterator[Remark]:
    """Point out that the number of appendices said is not the number listed or attached (domain.md C4).

    ``where`` are the words that say the number; ``there`` is how many are listed, or how many came with it where
    ``are_attached``. Silent while either is unknown.
    """
    if said is None or there is None or said == there:
        return
    found = "came with it" if are_attached else "are listed"
    is_one = {"came with it": "came with it", "are listed": "is listed"}[found]
    yield Remark(
        CHECK,
        f"The report says “{where}”; {there} {is_one if there == 1 else found}.",
        None,
        "Attach what is missing, or put the number right, before the agenda is published.",
    )
