"""What the public is shown of a plan, and whether the agreed, published and sent texts are one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from moothall.domain.closings import Continued
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.decisions import Limb, Verb
from moothall.domain.extensions import Due
from moothall.domain.goings import Going
from moothall.domain.packs import PackFile
from moothall.domain.plans import Plan
from moothall.domain.progress import Break, MilestoneUpdate, Pointer, Reading, ReleasedWord
from moothall.domain.refusals import Refusal

_PAST = {
    Verb.APPROVE: "approved",
    Verb.ENDORSE: "endorsed",
    Verb.NOTE: "noted",
    Verb.AGREE: "agreed",
    Verb.ADOPT: "adopted",
    Verb.RECOMMEND: "recommended",
    Verb.AMEND: "amended",
}
"""What a body did with the plan itself; a delegation is about what comes after."""


class Moment(StrEnum):
    """A moment in the life of the text, in the order in which they come."""

    CONSIDERED = "considered"
    RESOLVED = "resolved"
    FINALISED = "finalised"
    PUBLISHED = "published"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class TrailPoint:
    """One moment of the trail: the day, a sentence, and the fingerprint of the text as it then was."""

    moment: Moment
    on: date
    sentence: str
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class PutDate:
    """A date of the decision that the proper officer put in place of the computed one, as the public is told of it.

    ``sentence`` says who put it, when, why, and what was counted; ``working`` is how that was counted.
    """

    what: str
    on: date
    sentence: str
    working: Deadline | None = None


@dataclass(frozen=True, slots=True)
class PublishedDecision:
    """The decision as the public page tells it. ``put`` are the dates of it that the proper officer put.

    ``further`` is what else is on record of it, in sentences: scrutiny's recommendations and the answers to them, what
    a call-in came to or who waived it, and who judged that members meant what they do not say.
    """

    body: str
    decided_on: date
    limbs: tuple[Limb, ...]
    minute: str
    published_on: date | None
    in_force_on: date | None
    put: tuple[PutDate, ...] = ()
    further: tuple[str, ...] = ()

    LATER: ClassVar[frozenset[str]] = frozenset({"further"})

    @property
    def deeds(self) -> str:
        """What the body did with the plan itself, in words: approved and endorsed."""
        verbs = [_PAST[verb] for verb in dict.fromkeys(limb.verb for limb in self.limbs) if verb in _PAST]
        return (", ".join(verbs[:-1]) + (" and " if len(verbs) > 1 else "") + "".join(verbs[-1:])) or "decided on"

    @property
    def sentence(self) -> str:
        """What was decided, by whom and when: Approved and endorsed by Cabinet on Thursday 11 July 2024."""
        return f"{self.deeds.capitalize()} by {self.body} on {in_words(self.decided_on)}."


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether the agreed, the published and the sent text are the same, with the three fingerprints.

    ``sent`` is empty while nothing was sent. ``differs`` names the texts that are not the published one, ``because``
    says in how many places it differs from the agreed one and on what that rests.
    """

    resolved: str
    published: str
    sent: str
    differs: tuple[str, ...]
    because: str = ""

    @property
    def agrees(self) -> bool:
        """All that exist are one text, and there is an agreed text to compare with."""
        return bool(self.resolved) and not self.differs

    @property
    def sentence(self) -> str:
        """What is so, in a sentence for anyone."""
        if not self.resolved:
            return "No agreed text is on record, so there is nothing to compare this page with."
        if self.differs:
            return f"The text on this page is not the text that was {' or '.join(self.differs)}. {self.because}".strip()
        if not self.sent:
            return "The text on this page is the text that was agreed. It has not been sent yet."
        return "The text on this page is the text that was agreed and the text that was sent."


def agreement(*, resolved: str, published: str, sent: str, because: str = "") -> Agreement:
    """Compare the three fingerprints. ``published`` is taken anew from the page's own data, never from a row."""
    differs = tuple(name for name, mark in (("agreed", resolved), ("sent", sent)) if mark and mark != published)
    return Agreement(
        resolved=resolved, published=published, sent=sent, differs=differs, because=because if differs else ""
    )


def check_may_publish(*, in_force_on: date | None, is_decided: bool, today: date, is_held: bool = False) -> None:
    """Raise a Refusal while nothing is decided, the decision is held back by a call-in, or it is not in force."""
    if not is_decided:
        raise Refusal("Members have not decided on the plan yet.", next_step="Record the decision first.")
    if is_held:
        raise Refusal(
            "The decision was called in, and nothing is done under it until that is settled.",
            next_step="Wait for what becomes of the call-in.",
            rule="G-C1",
        )
    if in_force_on is None:
        raise Refusal("The decision is not published yet.", next_step="Publish the decision; call-in runs from then.")
    if today < in_force_on:
        raise Refusal(
            f"The decision is not in force until {in_force_on:%A} {in_force_on.day} {in_force_on:%B %Y}.",
            next_step="Wait until call-in has closed.",
            rule="G-C1",
        )


@dataclass(frozen=True, slots=True)
class PublishedPlan:
    """Everything the public page shows. ``latest`` is False on an older version's own address.

    ``subject_to`` is the banner of a plan that went out before members decided on it, ``decided_later`` what they made
    of it afterwards; ``goings`` each time the return went and came back.
    ``shares_with`` are the councils with which it shares a base text, where they and this one agree to say so.
    """

    slug: str
    gss: str
    authority_name: str
    short_name: str
    colour: str
    is_fictional: bool
    round_slug: str
    version: int
    is_latest: bool
    versions: tuple[int, ...]
    plan: Plan
    decision: PublishedDecision | None
    trail: tuple[TrailPoint, ...]
    agreement: Agreement
    is_endorsed: bool
    published_at: datetime
    note: str
    withdrawn_at: datetime | None
    withdrawn_note: str
    sent_at: datetime | None
    receipt_number: str
    pdf_size: int
    readings: dict[str, tuple[Reading, ...]]
    milestone_updates: dict[str, MilestoneUpdate]
    pointers: dict[str, tuple[Pointer, ...]] = field(default_factory=dict)
    breaks: dict[str, tuple[Break, ...]] = field(default_factory=dict)
    said: ReleasedWord | None = None
    continued: Continued | None = None
    subject_to: str = ""
    decided_later: str = ""
    shares_with: tuple[str, ...] = ()
    goings: tuple[Going, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedPlan:
    """A published plan as a row of a list: its newest version, and who decided on it in a sentence."""

    slug: str
    authority_name: str
    round_slug: str
    title: str
    decided: str
    published_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """One version in the list of corrections. ``note`` says what was corrected; empty on the first."""

    version: int
    published_at: datetime
    note: str
    withdrawn_at: datetime | None
    withdrawn_note: str


@dataclass(frozen=True, slots=True)
class PublicReceipt:
    """What anyone may see of a return that was sent: who certified it, when, which text, and whether it still agrees.

    ``agreement`` compares the texts as they are now. ``certified_by`` and ``post`` are empty where neither was kept,
    ``files`` where no pack was. ``due`` is the day that held for this council, None where the round is not held here;
    ``subject_to`` is what the plan is still subject to, ``not_sent`` that members resolved that none is sent.
    """

    number: str
    sent_at: datetime
    certified_by: str
    post: str
    authority_name: str
    slug: str
    round_slug: str
    version: int
    title: str
    is_latest: bool
    is_fictional: bool
    withdrawn_at: datetime | None
    sent_fingerprint: str
    pdf_sha256: str
    agreement: Agreement
    files: tuple[PackFile, ...] = ()
    subject_to: str = ""
    decided_later: str = ""
    not_sent: str = ""
    due: Due | None = None
    goings: tuple[Going, ...] = ()
    continued: Continued | None = None


@dataclass(frozen=True, slots=True)
class KnownText:
    """A text that was published here: whose plan and which version it is, and what else was done with these words.

    ``is_endorsed`` says that members endorsed the plan; ``later`` are the versions that correct this one.
    """

    authority_name: str
    slug: str
    round_slug: str
    version: int
    title: str
    is_latest: bool
    published_at: datetime
    withdrawn_at: datetime | None
    resolved_fingerprint: str
    sent_fingerprint: str
    fingerprint: str
    pdf_sha256: str
    is_endorsed: bool = False
    withdrawn_note: str = ""
    later: tuple[PublishedVersion, ...] = ()

    @property
    def is_agreed(self) -> bool:
        """Members decided on these very words."""
        return bool(self.resolved_fingerprint) and self.resolved_fingerprint == self.fingerprint

    @property
    def is_sent(self) -> bool:
        """These very words were sent."""
        return bool(self.sent_fingerprint) and self.sent_fingerprint == self.fingerprint
