"""A plan that is not the one that was approved: dated later, or with comments or tracked changes left in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from moothall.domain.remarks import Remark

CHECK = "plan_not_final"


def check(
    *, dated_on: date | None, approved_on: date | None, body: str = "", comments: int = 0, changes: int = 0
) -> Iterator[Remark]:
    """Point out a plan dated after its approval, and one that still holds comments or tracked changes (domain.md C4).

    ``body`` is who approved it. Nothing is said of dates while either is unknown. What is published should be what
    members approved, or what somebody was given the power to change.
    """
    if dated_on is not None and approved_on is not None and dated_on > approved_on:
        yield Remark(
            CHECK,
            f"The plan is dated {_day(dated_on)}, after {body or 'it'} "
            f"{'approved it' if body else 'was approved'} on {_day(approved_on)}.",
            None,
            "Say what changed after approval and under which delegation, or publish the text that was approved.",
        )
    left = [_some(comments, "comment"), _some(changes, "tracked change")]
    if comments or changes:
        yield Remark(
            CHECK,
            f"The file still holds {' and '.join(one for one in left if one)}.",
            None,
            "Accept or reject the changes and delete the comments before it is published: anybody can open them.",
        )


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def _some(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}" if count else ""
