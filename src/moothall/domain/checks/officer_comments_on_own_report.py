"""A statutory officer who comments on a report of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from moothall.domain.remarks import Remark

CHECK = "officer_comments_on_own_report"
_AS_AUTHOR = re.compile(r"\bas (?:the |its |this )?(?:report(?:'s|’s)? )?author\b", re.IGNORECASE)


def check(*, authors: Collection[str], comments: Sequence[tuple[str, str]]) -> Iterator[Remark]:
    """Point out each comment by the report's own author, given (officer, text) pairs and the authors' posts.

    The comment says so itself, or the commenting post is among the authors' posts.
    """
    posts = " | ".join(authors).casefold()
    for officer, text in comments:
        if _AS_AUTHOR.search(text) or (officer and officer.casefold() in posts):
            yield Remark(
                CHECK,
                f"The {officer.lower()} comments on the report as its author.",
                None,
                "Ask a deputy, or another statutory officer, for the comment.",
            )
