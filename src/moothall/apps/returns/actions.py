"""Certifying and sending the return, saying how it went, and what came back."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.files import actions as files
from moothall.apps.files.proofs import Proof
from moothall.apps.mail import outbox
from moothall.apps.mail import queries as mail
from moothall.apps.mail.models import Message
from moothall.apps.people.permissions import permit
from moothall.apps.publications import actions as publications
from moothall.apps.publications.models import Publication
from moothall.apps.returns import certified, packs
from moothall.apps.returns.models import Heard, Return, ReturnSetting, Sending
from moothall.apps.returns.packs import Prepared
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import return_json
from moothall.domain import packs as rules
from moothall.domain import page_checks
from moothall.domain.fingerprints import fingerprint
from moothall.domain.packs import Channel
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@transaction.atomic
def submit_return(
    *,
    workspace: Workspace,
    words: str,
    channel: str,
    recipient: str,
    by: Any,
    at: datetime,
    prepared: Prepared | None = None,
    is_sent: bool = True,
) -> Return:
    """Certify the published plan and send it. ``words`` is the certificate; ``recipient`` is entered by the council.

    By mail it is put in the outbox with the deed itself, and counts as sent once the mail server has taken it. Another
    way it counts as sent now, or where not ``is_sent`` once somebody records that they sent it. ``prepared`` is the
    pack that was looked at. All of it stands, or nothing.

    Raises a Refusal while nothing is published, when the texts differ without a reason, when the certifier wrote the
    plan, when the same text was certified already, and where what would go is no longer what was looked at.
    """
    permit(by, Deed.SUBMIT_RETURN, workspace.pk)
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    publication, mark = certified.to_certify(workspace, words=words, recipient=recipient, by=by)
    row = _sent(workspace, publication, mark, words, channel, recipient, by, prepared.value.sent_at if prepared else at)
    if prepared is not None:
        _keep_pack(row, prepared, at)
    has_gone = is_sent and channel != Channel.MAIL
    if channel == Channel.MAIL:
        _queue(row, Sending.Kind.FIRST, row.recipient, _letter(prepared), by, at)
    elif is_sent:
        _sending(row, Sending.Kind.FIRST, channel=channel, recipient=recipient, by=by, at=at, went_at=at)
        went(row, at)
    said: dict[str, Any] = {
        "receipt": row.receipt_number,
        "recipient": recipient,
        "fingerprint": row.plan_fingerprint,
        "pack": row.pack_fingerprint,
        "channel": channel,
        "replaces": row.replaces.receipt_number if row.replaces else "",
        "folder": row.folder.file.sha256 if row.folder else "",
    }
    if has_gone:
        audit.record("return.submitted", about=row, by=by, at=at, **said)
    else:
        audit.record("return.certified", about=row, by=by, at=at, **said)
    return row


def _sent(
    workspace: Workspace,
    publication: Publication,
    mark: str,
    words: str,
    channel: str,
    recipient: str,
    by: Any,
    at: datetime,
) -> Return:
    value = certified.value(
        workspace, publication, mark, words=words, channel=channel, recipient=recipient, by=by, at=at
    )
    pack = return_json.dump(value)
    return Return.objects.create(
        workspace=workspace,
        publication=publication,
        receipt_number=value.receipt_number,
        certified_by_name=value.certified_by.name,
        certified_by_post=value.certified_by.post,
        certified_by_id=getattr(by, "pk", 0) or 0,
        words=words,
        channel=channel,
        recipient=recipient,
        sent_at=at,
        plan_fingerprint=mark,
        pdf_sha256=publication.pdf.sha256,
        pack=pack,
        pack_fingerprint=fingerprint(pack),
        replaces=certified.last(workspace),
    )


def _keep_pack(row: Return, prepared: Prepared, at: datetime) -> None:
    """Keep the very bytes that were looked at. Raises a Refusal where the return is another by now."""
    if return_json.dump(prepared.value) != row.pack:
        raise Refusal(
            "What would be sent has changed since you looked at it.", next_step="Look at it again, then certify it."
        )
    row.folder = files.keep_folder(f"return/{row.receipt_number}", prepared.folder, prepared.listed, at=at)
    row.subject, row.covering = prepared.asked.subject, prepared.asked.covering
    if prepared.letter:
        row.letter = files.keep(prepared.letter, media_type="message/rfc822", at=at)
    row.save(update_fields=["folder", "letter", "subject", "covering"])


def _letter(prepared: Prepared | None) -> bytes:
    if prepared is None or not prepared.letter:
        raise Refusal("There is no message to send.", next_step="Look at what will be sent, then certify it.")
    return prepared.letter


def _queue(row: Return, kind: str, recipient: str, letter: bytes, by: Any, at: datetime, reason: str = "") -> Sending:
    """Put a message in the outbox with the deed, and have the worker see it through once the deed stands."""
    if not mail.goes_out():
        raise Refusal(
            "No mail server is set here, so Moothall cannot send it.",
            next_step="Send it from your own mailbox, and record that you did.",
        )
    number = row.sendings.count() + 1
    message = outbox.put(
        person=by,
        subject=row.subject or f"Return {row.receipt_number}",
        words=row.covering,
        key=f"return:{row.receipt_number}:{number}",
        at=at,
        about=f"return:{row.pk}",
        workspace=row.workspace,
        is_prompt=True,
        to=recipient,
        whole=files.keep(letter, media_type="message/rfc822", at=at),
    )
    sending = _sending(
        row, kind, channel=Channel.MAIL.value, recipient=recipient, by=by, at=at, message=message, reason=reason
    )
    # Where the worker cannot be asked, its own round sees it through: the deed stands, and is not told as failed.
    transaction.on_commit(lambda: _ask_worker(sending.pk), robust=True)
    return sending


def _ask_worker(pk: int) -> None:
    from moothall.apps.returns.tasks import see_through  # the task calls back into this app

    see_through.enqueue(pk)


def _sending(row: Return, kind: str, *, by: Any, at: datetime, proof: Proof | None = None, **said: Any) -> Sending:
    return Sending.objects.create(
        sent=row,
        kind=kind,
        recorded_at=at,
        recorded_by_name=getattr(by, "name", "Moothall"),
        **_proof(proof, at),
        **said,
    )


def _proof(proof: Proof | None, at: datetime) -> dict[str, Any]:
    if proof is None:
        return {}
    return {"file": files.keep(proof.data, media_type=proof.media_type, at=at), "file_name": proof.name}


def went(row: Return, at: datetime) -> None:
    """Say of a return, and of the page it was sent from, that it went. Part of a deed, which writes the line."""
    if row.went_at is not None:
        return
    row.went_at = at
    row.save(update_fields=["went_at"])
    publications.mark_sent(
        row.publication,
        sent_at=at,
        fingerprint=row.plan_fingerprint,
        receipt_number=row.receipt_number,
        certified_by=(row.certified_by_name, row.certified_by_post),
    )


@transaction.atomic
def record_sent(
    *,
    sent: Return,
    channel: str,
    recipient: str,
    went_at: datetime,
    reference: str = "",
    proof: Proof | None = None,
    reason: str = "",
    by: Any,
    at: datetime,
) -> Sending:
    """Record that somebody sent a certified return themselves: how, to whom, when, and what proves it.

    Where it went before, this is the same return once more and needs a ``reason``; the receipt stays. Raises a Refusal
    without that, for a moment before the certificate or to come, and without a recipient.
    """
    permit(by, Deed.RECORD_SENDING, sent.workspace_id)
    sent = Return.objects.select_for_update().get(pk=sent.pk)
    if not recipient.strip():
        raise Refusal("To whom it was sent is needed.", next_step="Give the address, the form or the office.")
    rules.check_went(went_at, certified_at=sent.sent_at, now=at)
    is_again = sent.went_at is not None
    if is_again:
        rules.check_again(reason)
    row = _sending(
        sent, Sending.Kind.AGAIN if is_again else Sending.Kind.FIRST, channel=channel, recipient=recipient.strip(),
        by=by, at=at, proof=proof, went_at=went_at, reference=reference.strip(), reason=reason.strip(),
    )  # fmt: skip
    went(sent, went_at)
    said: dict[str, Any] = {
        "receipt": sent.receipt_number,
        "recipient": row.recipient,
        "channel": channel,
        "reference": row.reference,
        "reason": row.reason,
        "went_at": went_at,
        "proof": row.file.sha256 if row.file else "",
        "fingerprint": sent.plan_fingerprint,
    }
    if is_again:
        audit.record("return.sent_again", about=sent, by=by, at=at, **said)
    else:
        audit.record("return.submitted", about=sent, by=by, at=at, **said)
    return row


@transaction.atomic
def send_again(*, sent: Return, recipient: str, again: str, reason: str, by: Any, at: datetime) -> Sending:
    """Send the files of a certified return once more by mail, under the same receipt, with a reason.

    Raises a Refusal without a reason, for addresses that differ, while a message still waits, or without a pack.
    """
    permit(by, Deed.RECORD_SENDING, sent.workspace_id)
    sent = Return.objects.select_for_update().get(pk=sent.pk)
    address = rules.check_recipient(recipient, again)
    rules.check_again(reason)
    if sent.sendings.filter(message__state=Message.State.WAITING).exists():
        raise Refusal("A message with it still waits to be sent.", next_step="Wait for what becomes of that one.")
    kept = packs.kept_files(sent)
    if not kept:
        raise Refusal(
            "No files were kept with this return.", next_step="Send it from your own mailbox, and record that you did."
        )
    letter = packs.message(
        return_json.load(sent.pack), sent.subject, sent.covering, address, Channel.MAIL, by, at, kept
    )
    row = _queue(sent, Sending.Kind.AGAIN, address, letter, by, at, reason=reason.strip())
    audit.record(
        "return.queued_again", about=sent, by=by, at=at, receipt=sent.receipt_number, recipient=address,
        reason=row.reason,
    )  # fmt: skip
    return row


@transaction.atomic
def ask_whether_it_came(
    *, sent: Return, subject: str, words: str, recipient: str, again: str, by: Any, at: datetime
) -> Sending:
    """Ask by mail whether a return has come, in the council's own words.

    Raises a Refusal for a return that did not go, without words, and for addresses that differ.
    """
    permit(by, Deed.RECORD_SENDING, sent.workspace_id)
    sent = Return.objects.select_for_update().get(pk=sent.pk)
    if sent.went_at is None:
        raise Refusal("It has not been sent yet.", next_step="Send it first.")
    if not words.strip() or not subject.strip():
        raise Refusal("The question has no words.", next_step="Write what you ask.")
    address = rules.check_recipient(recipient, again)
    letter = packs.message(return_json.load(sent.pack), subject, words, address, Channel.MAIL, by, at, [])
    row = _queue(sent, Sending.Kind.FOLLOW_UP, address, letter, by, at, reason=words.strip())
    audit.record(
        "return.asked_about", about=sent, by=by, at=at, receipt=sent.receipt_number, recipient=address, words=row.reason
    )
    return row


@transaction.atomic
def record_acknowledgement(
    *,
    sent: Return,
    on: date,
    who: str,
    words: str = "",
    reference: str = "",
    proof: Proof | None = None,
    by: Any,
    at: datetime,
) -> Heard:
    """Record that the return was received: when, by whom, in which words. A later one stands beside an earlier.

    Raises a Refusal for a day before it went or to come, and where neither words nor a file say it.
    """
    permit(by, Deed.RECORD_SENDING, sent.workspace_id)
    _check_heard(sent, on, at)
    if not who.strip() or not (words.strip() or proof):
        raise Refusal(
            "Who acknowledged it, and their words or a file, are both needed.", next_step="Fill in what is empty."
        )
    row = _heard(sent, Heard.Kind.ACKNOWLEDGED, on, proof, by, at, who=who.strip(), words=words.strip(),
                 reference=reference.strip())  # fmt: skip
    audit.record(
        "return.acknowledged", about=sent, by=by, at=at, receipt=sent.receipt_number, on=on, who=row.who,
        reference=row.reference, proof=row.file.sha256 if row.file else "",
    )  # fmt: skip
    return row


@transaction.atomic
def record_bounce(
    *, sending: Sending, on: date, words: str, proof: Proof | None = None, by: Any, at: datetime
) -> Heard:
    """Record that what was sent came back, with what the mail said.

    Raises a Refusal for what did not go, a day before it went or to come, no words, and what came back before.
    """
    permit(by, Deed.RECORD_SENDING, sending.sent.workspace_id)
    if sending.went_at is None:
        raise Refusal("That was never sent, so it cannot have come back.", next_step="Look at what was sent again.")
    _check_heard(sending.sent, on, at)
    if not words.strip():
        raise Refusal("What the mail said is needed.", next_step="Copy its words.")
    if sending.heard.filter(kind=Heard.Kind.BOUNCED).exists():
        raise Refusal("That it came back is on record already.", next_step="Send it again to another address.")
    row = _heard(sending.sent, Heard.Kind.BOUNCED, on, proof, by, at, words=words.strip(), sending=sending)
    audit.record(
        "return.bounced", about=sending.sent, by=by, at=at, receipt=sending.sent.receipt_number, on=on,
        recipient=sending.recipient, words=row.words,
    )  # fmt: skip
    return row


def _check_heard(sent: Return, on: date, at: datetime) -> None:
    if sent.went_at is None:
        raise Refusal("It has not been sent yet.", next_step="Record that it was sent first.")
    if on > timezone.localdate(at):
        raise Refusal("That day is still to come.", next_step="Record it once it has happened.")
    if on < timezone.localdate(sent.went_at):
        raise Refusal("That is before it was sent.", next_step="Correct the day.")


def _heard(
    sent: Return, kind: str, on: date, proof: Proof | None, by: Any, at: datetime, **said: Any
) -> Heard:  # fmt: skip
    return Heard.objects.create(
        sent=sent, kind=kind, on=on, recorded_at=at, recorded_by_name=getattr(by, "name", "Moothall"),
        **_proof(proof, at), **said,
    )  # fmt: skip


@transaction.atomic
def keep_return_settings(
    *, workspace: Workspace, acknowledgement_days: int, page_address: str, by: Any, at: datetime
) -> ReturnSetting:
    """Keep after how many days without an acknowledgement that is noted, and the plan's page on the council's own site.

    Raises a Refusal for a number of days out of bounds, or what is no address of a page.
    """
    permit(by, Deed.RECORD_SENDING, workspace.pk)
    page_checks.check_days(acknowledgement_days)
    address = page_checks.check_page_address(page_address)
    before = ReturnSetting.objects.filter(workspace=workspace).first()
    row, _ = ReturnSetting.objects.update_or_create(
        workspace=workspace,
        defaults={
            "acknowledgement_days": acknowledgement_days,
            "page_address": address,
            "set_at": at,
            "set_by_name": getattr(by, "name", "Moothall"),
        },
    )
    audit.record(
        "return.settings_kept", about=row, by=by, at=at,
        before={"days": before.acknowledgement_days, "page": before.page_address} if before else {},
        after={"days": row.acknowledgement_days, "page": row.page_address},
    )  # fmt: skip
    return row
