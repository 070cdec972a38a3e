"""What a council sends: the files of a return with their fingerprints, the message they go with, and how they went."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from moothall.domain.refusals import Refusal

_ADDRESS = re.compile(r"[^\s@<>,;:\"\\()\[\]]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LONGEST = 254


class Channel(StrEnum):
    """How a return goes. ``MAIL`` is sent from here; the others a person does, and brings the proof."""

    MAIL = "mail"
    MAILBOX = "email"
    PORTAL = "portal"
    HAND = "hand"

    @property
    def words(self) -> str:
        """The channel as it ends a sentence."""
        return _WORDS[self]

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody sends it themselves."""
        return self is not Channel.MAIL


_WORDS = {
    Channel.MAIL: "by e-mail from Moothall",
    Channel.MAILBOX: "by e-mail from the council’s own mailbox",
    Channel.PORTAL: "through the recipient’s own form",
    Channel.HAND: "by hand or post",
}


def in_words(channel: str) -> str:
    """A channel as it was kept, as it ends a sentence; what was kept before there was a list stands as it is."""
    return Channel(channel).words if channel in {one.value for one in Channel} else channel.replace("_", " ")


class State(StrEnum):
    """How far a return has got. It is read from what was recorded, and is kept nowhere."""

    CERTIFIED = "certified"
    QUEUED = "queued"
    TRIED_AGAIN = "tried_again"
    FAILED = "failed"
    SENT = "sent"
    BOUNCED = "bounced"
    ACKNOWLEDGED = "acknowledged"

    @property
    def words(self) -> str:
        """The state in words."""
        return _STATES[self]

    @property
    def has_gone(self) -> bool:
        """Whether it left the council, as far as anybody recorded."""
        return self in (State.SENT, State.ACKNOWLEDGED)


_STATES = {
    State.CERTIFIED: "Certified, not sent yet",
    State.QUEUED: "Certified, waiting to be sent",
    State.TRIED_AGAIN: "Tried, and tried again soon",
    State.FAILED: "Not sent",
    State.SENT: "Sent",
    State.BOUNCED: "Came back",
    State.ACKNOWLEDGED: "Acknowledged",
}


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack: its name, its size in bytes, its SHA-256 in hexadecimal, and what it is in a sentence."""

    name: str
    size: int
    sha256: str
    what: str


@dataclass(frozen=True, slots=True)
class Pack:
    """The files that go with a return. ``made_at`` is when they were made; the list itself is none of its files."""

    receipt_number: str
    authority: str
    authority_name: str
    round: str
    made_at: datetime
    plan_fingerprint: str
    files: tuple[PackFile, ...]


def check_recipient(address: str, again: str) -> str:
    """The address to send to, without spaces. Raises a Refusal for none, for two that differ, or where it is none."""
    first, second = address.strip(), again.strip()
    if not first:
        raise Refusal(
            "There is no address to send to.",
            next_step="Type the one that the letter of the round gives. Moothall ships none.",
        )
    if first.casefold() != second.casefold():
        raise Refusal("The two addresses are not the same.", next_step="Type the same address twice.")
    if len(first) > _LONGEST or not _ADDRESS.fullmatch(first) or not first.isascii():
        raise Refusal(f"{first[:80]} is no e-mail address.", next_step="Write it like name@department.example.")
    return first


def check_again(reason: str) -> None:
    """Raise a Refusal where what was sent is sent once more without a word why: it is a gap that somebody noticed."""
    if not reason.strip():
        raise Refusal(
            "This text was sent already, so sending it again needs a reason.",
            next_step="Say in a sentence why it goes again. The receipt stays the same.",
        )


def check_went(sent_at: datetime, *, certified_at: datetime, now: datetime) -> None:
    """Raise a Refusal for a day of sending before it was certified, or still to come."""
    if sent_at > now:
        raise Refusal("That moment is still to come.", next_step="Record it once it has been sent.")
    if sent_at.date() < certified_at.date():
        raise Refusal(
            "That is before it was certified.", next_step="Give the day it really went, or look at the receipt again."
        )


def sums(files: Iterable[PackFile]) -> bytes:
    """The files as the lines that ``sha256sum --check`` reads."""
    return "".join(f"{one.sha256}  {one.name}\n" for one in files).encode()


def covering_words(
    *,
    authority_name: str,
    round_title: str,
    title: str,
    decided: str,
    page: str,
    certifier: str,
    replaces: str = "",
) -> str:
    """Words to start a covering message from; the council writes what it will. ``page`` is the plan's own address."""
    parts = [
        f"Attached is the plan of {authority_name} for {round_title}: {title}.",
        decided,
        f"It is published at {page}.",
        f"It takes the place of what was sent under receipt {replaces}." if replaces else "",
        "The list of files gives the fingerprint of each.",
        "Tell us by answering this message that it has come.",
        certifier,
    ]
    return "\n\n".join(part.strip() for part in parts if part.strip())


def follow_up_words(*, title: str, receipt_number: str, sent_on: str, certifier: str) -> str:
    """Words to start a question from whether a return has come, where nobody has said so."""
    return (
        f"On {sent_on} we sent you our plan, {title} (receipt {receipt_number}). We have not heard that it came.\n\n"
        "Tell us by answering this message that you have it, or that it is to be sent again.\n\n"
        f"{certifier}"
    )
