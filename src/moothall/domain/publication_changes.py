"""What changed for the public: a plan published, corrected, withdrawn, decided on or sent, and word of progress."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.goings import Going, What
from moothall.domain.publications import PublishedDecision, PublishedVersion


class ChangeKind(StrEnum):
    """What happened, in the order in which it happens to a plan."""

    DECIDED = "decided"
    PUBLISHED = "published"
    SENT = "sent"
    RETURNED = "returned"
    SENT_AGAIN = "sent_again"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of what the public sees of a plan. ``which`` tells changes of one kind apart, and never moves.

    ``version`` is the version it is about; 0 for word of progress, which is about the plan as it stands.
    """

    kind: ChangeKind
    which: str
    at: datetime
    slug: str
    round_slug: str
    authority_name: str
    is_fictional: bool
    plan_title: str
    version: int
    sentence: str

    @property
    def title(self) -> str:
        """The change as a headline: Ambermere District Council: plan corrected (version 2)."""
        said = {
            ChangeKind.DECIDED: "members decided on the plan",
            ChangeKind.PUBLISHED: "plan published",
            ChangeKind.SENT: "return sent",
            ChangeKind.RETURNED: "return came back undelivered",
            ChangeKind.SENT_AGAIN: "return sent again",
            ChangeKind.CORRECTED: f"plan corrected (version {self.version})",
            ChangeKind.WITHDRAWN: f"plan withdrawn (version {self.version})",
            ChangeKind.PROGRESS: "word of progress",
        }[self.kind]
        return f"{'Example. ' if self.is_fictional else ''}{self.authority_name}: {said}"

    @property
    def urn(self) -> str:
        """A lasting name of the change, the same wherever and whenever a feed names it (RFC 4122, version 5)."""
        name = f"moothall:change:{self.round_slug}/{self.slug}/{self.kind.value}/{self.which}"
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


@dataclass(frozen=True, slots=True)
class Subject:
    """The plan that changes are of: whose, for which round, and its title as it stands now."""

    slug: str
    round_slug: str
    authority_name: str
    is_fictional: bool
    plan_title: str

    def change(self, kind: ChangeKind, which: str, at: datetime, sentence: str, version: int = 0) -> Change:
        """A change of this plan."""
        return Change(
            kind, which, at, self.slug, self.round_slug, self.authority_name, self.is_fictional, self.plan_title,
            version, sentence,
        )  # fmt: skip


def of_texts(subject: Subject, versions: Iterable[PublishedVersion]) -> list[Change]:
    """That each version was published or corrected, and withdrawn, with the council's notes."""
    found = []
    for one in versions:
        kind = ChangeKind.CORRECTED if one.version > 1 else ChangeKind.PUBLISHED
        found.append(
            subject.change(kind, str(one.version), one.published_at, one.note or "As first published.", one.version)
        )
        if one.withdrawn_at is not None:
            found.append(
                subject.change(
                    ChangeKind.WITHDRAWN, str(one.version), one.withdrawn_at, one.withdrawn_note, one.version
                )
            )
    return found


def of_decision(subject: Subject, decision: PublishedDecision, *, told_at: datetime, version: int) -> Change:
    """That members decided. ``told_at`` is when the public could first read of it here."""
    which = f"{decision.body}/{decision.decided_on.isoformat()}"
    return subject.change(ChangeKind.DECIDED, which, told_at, decision.sentence, version)


def of_goings(subject: Subject, goings: Iterable[Going], *, receipt: str, version: int) -> list[Change]:
    """That a return came back undelivered, and that it was sent again, each with its day."""
    kinds = {What.RETURNED: ChangeKind.RETURNED, What.AGAIN: ChangeKind.SENT_AGAIN}
    found = []
    for one in goings:
        if one.what in kinds:
            which = f"{receipt}/{one.recorded_at.astimezone(UTC).isoformat()}"
            said = "It was returned undelivered" if one.what is What.RETURNED else "It was sent again"
            sentence = f"{said} on {in_words(one.on)}. Its receipt is {receipt}."
            found.append(subject.change(kinds[one.what], which, one.recorded_at, sentence, version))
    return found


def of_progress(subject: Subject, told: Iterable[tuple[datetime, str]]) -> list[Change]:
    """One change for each moment at which progress was let out; ``told`` is the moment and what was said."""
    return [subject.change(ChangeKind.PROGRESS, at.astimezone(UTC).isoformat(), at, sentence) for at, sentence in told]


def newest(changes: Iterable[Change], most: int) -> tuple[Change, ...]:
    """The newest changes first; of one moment, the later step of a plan's life first."""
    order = list(ChangeKind)
    return tuple(sorted(changes, key=lambda one: (one.at, order.index(one.kind), one.urn), reverse=True)[:most])
