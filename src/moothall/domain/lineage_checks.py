"""What the line of a plan's texts points out, how it is told in a sentence, and when a text may go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moothall.domain.days import in_words
from moothall.domain.lineage import Account, CorrectionKind, Ground, Line, between
from moothall.domain.publications import Moment
from moothall.domain.refusals import Refusal
from moothall.domain.remarks import Remark


def remarks(whole: Line) -> tuple[Remark, ...]:
    """What the line points out, with what to do: changes without authority, not confirmed, or not reported back."""
    found = []
    for change in whole.changes:
        way = f"between {change.earlier.told} and {change.later.told}"
        if flagged := [one for one in change.placed if one.is_flagged]:
            found.append(
                Remark(
                    "difference_without_authority",
                    f"{_differences(len(flagged))} {way} {_has(flagged)} no authority on record.",
                    None,
                    "Say under which decision, limb or correction it was made, or take the words back.",
                )
            )
        if waiting := [one for one in change.placed if one.is_waiting]:
            found.append(
                Remark(
                    "authority_not_confirmed",
                    f"{_differences(len(waiting))} {way} {_has(waiting)} an authority that nobody has confirmed.",
                    None,
                    "Ask democratic services or the monitoring officer to confirm it or to say why not.",
                )
            )
    delegated = {
        account.id: account
        for change in whole.changes
        for one in change.placed
        for account in one.accounts
        if account.ground is Ground.DELEGATION and account.is_confirmed and not account.reported
    }
    found += [
        Remark(
            "change_not_reported_back",
            f"Nobody has recorded that members were told what {one.made_by} changed on {in_words(one.made_on)}.",
            None,
            "Send them the schedule of changes, then record when and how.",
        )
        for one in delegated.values()
    ]
    return tuple(found)


def said_of(whole: Line, moment: Moment) -> str:
    """How the published or the sent text differs from what members resolved, in a sentence; empty where it does not."""
    resolved, last = whole.at(Moment.RESOLVED), whole.at(moment)
    if resolved is None or last is None:
        return ""
    change = between(whole, resolved, last)
    if not change.placed:
        return ""
    count = len(change.placed)
    places = "1 place" if count == 1 else f"{count} places"
    verb = "published" if moment is Moment.PUBLISHED else "sent"
    opening = f"What was {verb} differs from what members resolved in {places}"
    if change.open:
        some = "it" if count == 1 else "any of them" if len(change.open) == count else f"{len(change.open)} of them"
        return f"{opening}, and no confirmed authority is on record for {some}."
    accounts = {account.id: account for one in change.placed for account in one.accounts}
    grounds = [one.ground for one in accounts.values()]
    ways = [
        words
        for ground, words in (
            (Ground.MEETING, "by members at the meeting"),
            (Ground.DELEGATION, f"under a delegation, by {_names(accounts.values())}"),
            (Ground.CORRECTION, "as a correction"),
        )
        if ground in grounds
    ]
    each = "it was made" if count == 1 else "each was made"
    return f"{opening}; {each} {' or '.join(ways)}."


def _names(accounts: Iterable[Account]) -> str:
    names = list(dict.fromkeys(one.made_by for one in accounts if one.ground is Ground.DELEGATION))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {''.join(names[-1:])}"


def _differences(count: int) -> str:
    return "1 difference" if count == 1 else f"{count} differences"


def _has(some: Sequence[object]) -> str:
    return "has" if len(some) == 1 else "have"


def check_may_go_out(whole: Line, *, note: str) -> None:
    """Raise a Refusal where a difference from what members resolved has no authority, and no note says why.

    ``note`` is the word of the person who publishes or sends, whose name stands beside it.
    """
    if note.strip() or not whole.open:
        return
    count = len(whole.open)
    raise Refusal(
        f"This version is not the text members decided on, and {_differences(count)} "
        f"{'has' if count == 1 else 'have'} no authority that counts.",
        next_step="Say under what authority each was made, on the page of the plan’s texts, or write a note that says "
        "who changed it and why.",
    )


def check_account(
    ground: Ground, *, limb: str, minute: str, within: str, made_by: str, words: str, correction: CorrectionKind | None
) -> None:
    """Raise a Refusal, with what to do, where an authority does not say what one of its kind must say."""
    if not made_by.strip():
        raise Refusal("Nobody is named who made the change.", next_step="Name the body, the delegate or the officer.")
    if ground is Ground.MEETING and not (limb or minute.strip()):
        raise Refusal(
            "It does not say where the meeting amended the text.", next_step="Choose the limb, or copy the minute."
        )
    if ground is Ground.DELEGATION and not limb:
        raise Refusal("It does not say under which limb.", next_step="Choose the limb that delegates.")
    if ground is Ground.DELEGATION and not within.strip():
        raise Refusal(
            "It does not say whether the change is within the delegation.",
            next_step="Say why it keeps to the condition of the limb.",
        )
    if ground is Ground.CORRECTION and (correction is None or not words.strip()):
        raise Refusal("A correction says what was wrong.", next_step="Choose its kind, and say what was wrong.")
