"""A working group: councils of one round that share a base text. Who is in it, who edits, and what each tells the rest.

Each council stays sovereign: it decides apart and publishes its own plan (R17). The group sees its base text, the words
that people put into it, and what a council chooses to tell; never another council's draft.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from moothall.domain.refusals import Refusal


class Place(StrEnum):
    """Where a council stands to a group. It is in it only as a MEMBER."""

    INVITED = "invited"
    MEMBER = "member"
    DECLINED = "declined"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Telling:
    """What a council lets its group see of it, each by itself; and whether its public page may name the group.

    ``edition`` is the edition it stands on, ``meetings`` the days its bodies meet and its deciding day, ``decision``
    whether it has decided, ``publication`` where its plan is published.
    """

    edition: bool = False
    meetings: bool = False
    decision: bool = False
    publication: bool = False
    public: bool = False

    @property
    def in_words(self) -> tuple[str, ...]:
        """What is told, each in a few words, in the order of the page; empty where nothing is."""
        said = {
            "the edition its plan stands on": self.edition,
            "when its bodies meet": self.meetings,
            "whether it has decided": self.decision,
            "where its plan is published": self.publication,
            "on public pages, that it shares a base text": self.public,
        }
        return tuple(words for words, is_told in said.items() if is_told)


def check_named(name: str, purpose: str, *, taken: Collection[str]) -> None:
    """Raise a Refusal for a group without a name or purpose, or with a name that a group of the round has already."""
    if not name.strip():
        raise Refusal("The group has no name.", next_step="Give it one that every council knows it by.")
    if not purpose.strip():
        raise Refusal("Nobody can tell what the group is for.", next_step="Say in a sentence what it shares and why.")
    if name.strip().casefold() in {one.casefold() for one in taken}:
        raise Refusal(
            f"A working group of this round is called “{name.strip()}” already.", next_step="Choose another name."
        )


def check_may_invite(name: str, place: Place | None) -> None:
    """Raise a Refusal where a council is in the group or is asked already."""
    if place is Place.MEMBER:
        raise Refusal(f"{name} is in the group already.", next_step="Choose another council.")
    if place is Place.INVITED:
        raise Refusal(f"{name} is asked already.", next_step="Wait for its answer.")


def check_may_answer(place: Place | None, *, joins: bool, why: str) -> None:
    """Raise a Refusal where nothing is asked, and for a no without a reason."""
    if place is not Place.INVITED:
        raise Refusal("Your council is not asked to join this group now.", next_step="Ask the group to invite it.")
    if not joins and not why.strip():
        raise Refusal("There is no reason.", next_step="Say in a sentence why your council does not join.")


def check_may_leave(*, others: int, other_editors: int, is_editor: bool, why: str) -> None:
    """Raise a Refusal without a reason, and where councils would be left with a base text that nobody may edit."""
    if not why.strip():
        raise Refusal("There is no reason.", next_step="Say in a sentence why your council leaves.")
    if is_editor and others and not other_editors:
        raise Refusal(
            "Nobody would be left who may edit the base text.", next_step="First let another council edit it."
        )


def check_editors(editors: Collection[int], members: Collection[int]) -> None:
    """Raise a Refusal where nobody would edit, or a council would that is not in the group."""
    if not editors:
        raise Refusal("Nobody could edit the base text.", next_step="Choose at least one council.")
    if not set(editors) <= set(members):
        raise Refusal("A council that is not in the group cannot edit its text.", next_step="Choose among its members.")


def check_may_edit(*, is_editor: bool) -> None:
    """Raise a Refusal unless the council is one whose people edit the base text."""
    if not is_editor:
        raise Refusal(
            "Your council does not edit the base text of this group.",
            next_step="Propose your words: the editors take or decline them.",
        )
