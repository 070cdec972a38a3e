"""The status of a decision in the words of councils' pages, derived from what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.domain.days import in_words
from moothall.domain.limb_changes import Change, LimbChange


def outcome(changes: Sequence[LimbChange], *, has_report: bool) -> str:
    """What members made of the recommendations, in words; that they decided, where no report recommended anything."""
    if not has_report or not changes:
        return "Decision made"
    kinds = {one.change for one in changes}
    if kinds == {Change.AS_RECOMMENDED}:
        return "Recommendations approved"
    if kinds <= {Change.ADDED, Change.LEFT_OUT}:
        return "Decision made, other than recommended"
    return "Recommendations approved with changes"


def standing(
    *, published_on: date | None, closes_on: date | None, in_force_on: date | None, is_held: bool, is_replaced: bool,
    as_of: date,
) -> str:  # fmt: skip
    """Whether a decision can be carried out on a day, in words."""
    if is_replaced:
        return "called in and replaced by a later decision"
    if is_held:
        return "called in, and not to be carried out meanwhile"
    if published_on is None:
        return "not published yet"
    if closes_on is not None and as_of <= closes_on and (in_force_on is None or as_of < in_force_on):
        return f"subject to call-in until {in_words(closes_on)}"
    if in_force_on is not None and in_force_on <= as_of:
        return f"in force since {in_words(in_force_on)}"
    return f"in force on {in_words(in_force_on)}" if in_force_on else "published"


def status(made: str, stands: str) -> str:
    """Both as one line: Recommendations approved; in force since Friday 19 July 2024."""
    return f"{made}; {stands}"
