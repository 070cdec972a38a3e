"""A report that says the government's letter is attached or linked, where neither the letter nor a link is."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.domain.remarks import Remark

CHECK = "letter_not_there"


def check(*, said: str | None, is_link: bool, is_there: bool | None) -> Iterator[Remark]:
    """Point out that the letter is not where the report says it is (domain.md C4).

    ``said`` are the words that say so, or None; ``is_link`` where they promise a link and not an appendix. ``is_there``
    is None where that cannot be seen, as in a file that keeps no links.
    """
    if said is None or is_there is not False:
        return
    missing = "no link to it is in the file" if is_link else "no appendix that is listed or attached is a letter"
    yield Remark(
        CHECK,
        f"The report says “{said}”, but {missing}.",
        None,
        "Attach the letter, or link to it, where the report sends its reader.",
    )
