"""A file of which something was left out: a hidden sheet, an attachment that could not be read, an unworked formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moothall.domain.remarks import Remark

CHECK = "not_all_read"


def check(*, left_out: Iterable[str]) -> Iterator[Remark]:
    """Point out each thing that was left out, in the sentence the reader gives for it."""
    for sentence in left_out:
        yield Remark(CHECK, sentence, None, "Look at it in the file itself, and bring it in by itself if it matters.")
