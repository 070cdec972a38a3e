"""What the public is told of the changes between the text members resolved on and the published one.

Words that were taken out are never told: they were not published, and some may have been exempt.
"""

from __future__ import annotations

from dataclasses import dataclass

from moothall.domain.lineage import Account, Ground, Line, Placed, between
from moothall.domain.publications import Moment

UNKNOWN = "No confirmed authority is on record for this change."


@dataclass(frozen=True, slots=True)
class PublicChange:
    """One change: its place, what became of it, the words that now stand there, and what it rests on in sentences."""

    place: str
    fate: str
    words: str
    rests_on: tuple[str, ...]


def public_changes(line: Line) -> tuple[PublicChange, ...]:
    """Every change from what members resolved to what was published last; none where either is not there."""
    resolved, published = line.at(Moment.RESOLVED), line.at(Moment.PUBLISHED)
    if resolved is None or published is None:
        return ()
    return tuple(_told(one) for one in between(line, resolved, published).placed)


def _told(one: Placed) -> PublicChange:
    difference = one.difference
    is_gone = not difference.after
    place = difference.aspect.label.capitalize() if is_gone else difference.place
    rests_on = tuple(sentence for account in one.accounts for sentence in _said(account))
    return PublicChange(place, difference.fate, difference.after, rests_on if one.is_accounted else (UNKNOWN,))


def _said(account: Account) -> list[str]:
    found = [account.sentence]
    if account.limb:
        found.append(f"Limb {account.limb.rstrip('.')}.")
    if account.minute:
        found.append(f"Minute: “{account.minute}”")
    if account.within:
        found.append(f"Within the delegation: {account.within}")
    if account.words and account.ground is Ground.CORRECTION:
        found.append(account.words)
    return found
