"""When a plan may be sent, and who may certify it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from moothall.domain.plans import Plan
from moothall.domain.publications import Agreement, PublishedDecision
from moothall.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Certifier:
    """Who certified a return, and in what post."""

    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Return:
    """What was sent, whole: the plan, the decision it rests on, the certificate, and the proofs of each text.

    ``publication_version`` is the published version that was sent, ``resolved_fingerprint`` the text members decided
    on, ``pdf_sha256`` the PDF as it stood then. ``sent_at`` is when it was certified and given to be sent; what became
    of it afterwards is on the receipt. ``replaces`` is the receipt of the return in whose place it stands, or empty.
    """

    LATER: ClassVar[frozenset[str]] = frozenset({"replaces"})

    receipt_number: str
    authority: str
    authority_name: str
    round: str
    publication_version: int
    plan: Plan
    plan_fingerprint: str
    resolved_fingerprint: str
    pdf_sha256: str
    decision: PublishedDecision | None
    certified_by: Certifier
    certificate: str
    channel: str
    recipient: str
    sent_at: datetime
    replaces: str = ""


def check_certifier(certifier: str, *, writers: Collection[str], others: Collection[str]) -> None:
    """Raise a Refusal if the certifier wrote the plan: the certifier must be someone else (our advice, G-O4)."""
    if certifier in writers:
        who = " or ".join(sorted(set(others) - set(writers)))
        raise Refusal(
            "You cannot certify this return. You wrote the plan, and the certifier must be someone else.",
            next_step=f"Ask {who}, who may." if who else "Ask for someone to be given the chief executive's role.",
            rule="G-O4",
        )


def check_may_send(*, agreement: Agreement | None, is_withdrawn: bool, note: str, is_accounted: bool = False) -> None:
    """Raise a Refusal while nothing is published, or while the texts differ and nothing says why.

    That is a note on the publication, or a confirmed authority for every difference (``is_accounted``).
    """
    if agreement is None:
        raise Refusal(
            "The plan is not published yet.", next_step="Publish it first; what is sent is what is published."
        )
    if is_withdrawn:
        raise Refusal("The published plan was withdrawn.", next_step="Publish it again before sending.")
    if "agreed" in agreement.differs and not note.strip() and not is_accounted:
        raise Refusal(
            "The published text is not the text members decided on.",
            next_step="Say on the page of the plan’s texts what each change rests on, or publish again: the agreed "
            "text, or with a note that says who changed it and why.",
        )


def receipt_number(*, gss: str, sent_at: datetime, count: int, fingerprint: str) -> str:
    """A receipt's number: council, day, how many-th return, and the first six digits of the text's fingerprint."""
    return f"{gss}-{sent_at:%Y%m%d}-{count}-{fingerprint[:6].upper()}"
