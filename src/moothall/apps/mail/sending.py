"""Handing messages to the mail server, trying again, and gathering what need not come at once into a digest."""

import email
import email.message
import smtplib
from datetime import date, datetime, timedelta
from email.policy import SMTP
from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from moothall.apps.files import queries as files
from moothall.apps.mail import outbox
from moothall.apps.mail.models import Message
from moothall.apps.people.models import Person
from moothall.domain.refusals import Refusal

WAITS = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8))
"""How long to wait after each try that failed; after one more the message is told as not sent."""
MONDAY = 0


def send_message(pk: int, *, at: datetime) -> Message | None:
    """Try to send a waiting message whose time has come, and keep what the server said. None where it was not its turn.

    The try is claimed first, so that two workers never send one message.
    """
    row = Message.objects.filter(pk=pk, state=Message.State.WAITING, is_prompt=True, try_after__lte=at).first()
    if row is None:
        return None
    next_try = at + WAITS[min(row.attempts, len(WAITS) - 1)]
    mine = Message.objects.filter(pk=pk, state=Message.State.WAITING, attempts=row.attempts)
    if not mine.update(attempts=row.attempts + 1, try_after=next_try):
        return None
    row.refresh_from_db()
    try:
        _message(row).send()
    except (smtplib.SMTPException, OSError, Refusal) as fault:
        row.told = _told(fault)
        row.state = Message.State.FAILED if _is_final(fault, row.attempts) else Message.State.WAITING
    else:
        row.state, row.sent_at, row.told = Message.State.SENT, at, ""
    row.save(update_fields=["state", "sent_at", "told"])
    return row


class _Written(email.message.EmailMessage):
    """A message that was written beforehand: its bytes are those that were kept, whatever is asked of them."""

    whole: bytes = b""

    def as_bytes(self, *said: Any, **more: Any) -> bytes:
        """The bytes as they were kept, which have the line ends that mail has."""
        return self.whole


class _AsItStands(EmailMessage):
    """A message that goes byte for byte as it was kept."""

    whole: bytes = b""

    def message(self, **said: Any) -> Any:
        """The kept message, as the mail server is given it."""
        found: Any = email.message_from_bytes(self.whole, _class=_Written, policy=SMTP)
        found.whole = self.whole
        return found


def _message(row: Message) -> EmailMessage:
    if row.whole is None:
        return EmailMessage(row.subject, _words(row), settings.DEFAULT_FROM_EMAIL, [row.to])
    kept = _AsItStands(row.subject, row.words, settings.DEFAULT_FROM_EMAIL, [row.to])
    kept.whole = files.content(row.whole)
    return kept


def send_waiting(*, at: datetime) -> int:
    """Try every prompt message whose time has come; how many were tried."""
    due = Message.objects.filter(state=Message.State.WAITING, is_prompt=True, try_after__lte=at).values_list("pk")
    return sum(send_message(pk, at=at) is not None for (pk,) in list(due))


@transaction.atomic
def gather(day: date, *, at: datetime) -> int:
    """Gather what waits for no hurry into one message a person; how many were made.

    Every day, or on Mondays where the installation asks for a weekly digest. Once a day at most, and none is empty.
    """
    if settings.MOOTHALL.mail_digest == "weekly" and day.weekday() != MONDAY:
        return 0
    waiting = Message.objects.select_for_update().filter(
        state=Message.State.WAITING, is_prompt=False, person__is_active=True
    )
    made = 0
    for _, some in groupby(waiting.order_by("person_id", "queued_at", "pk"), key=lambda row: row.person_id):
        made += _gathered(list(some), day, at)
    return made


def _gathered(rows: list[Message], day: date, at: datetime) -> int:
    key = f"digest:{rows[0].person_id}:{day}"
    if Message.objects.filter(key=key).exists():
        return 0
    first = rows[0]
    subject = first.subject if len(rows) == 1 else f"{len(rows)} things on Moothall"
    words = "\n\n".join(row.words if len(rows) == 1 else f"{row.subject}\n{row.words}" for row in rows)
    spaces = {row.workspace_id for row in rows}
    digest = outbox.put(
        person=first.person,
        subject=subject,
        words=words,
        key=key,
        at=at,
        about=first.about if len(rows) == 1 else "",
        workspace=first.workspace if len(spaces) == 1 else None,
        is_prompt=True,
    )
    for row in rows:
        row.state, row.digest = Message.State.GATHERED, digest
        row.save(update_fields=["state", "digest"])
    return 1


def invitation_path(person: Person) -> str:
    """The address under which a person sets a password, good once and for a fortnight."""
    return f"/welcome/{urlsafe_base64_encode(force_bytes(person.pk))}/{default_token_generator.make_token(person)}"


def _words(row: Message) -> str:
    if row.invites is None:
        return row.words
    return row.words.replace(outbox.LINK, _way_in(row.invites))


def _way_in(person: Person) -> str:
    """How a person signs in: with the password they have, or by setting a first one."""
    if person.has_usable_password() or person.is_demonstration:
        return f"You have an account: sign in as you do.\n{settings.MOOTHALL.address}"
    link = f"{settings.MOOTHALL.address}{invitation_path(person)}"
    return f"Set your password here. The link works once, within a fortnight:\n{link}"


def _told(fault: Exception) -> str:
    """What the server said, in its own words; the kind of fault where it said nothing."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return "; ".join(f"{code} {_text(said)}" for code, said in fault.recipients.values())
    if isinstance(fault, smtplib.SMTPResponseException):
        return f"{fault.smtp_code} {_text(fault.smtp_error)}"
    return str(fault) or type(fault).__name__


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said


def _is_final(fault: Exception, attempts: int) -> bool:
    """Whether it is not tried again: it was tried often enough, or the server refuses the address for good."""
    refused = isinstance(fault, smtplib.SMTPRecipientsRefused)
    return attempts > len(WAITS) or (refused and all(code >= 500 for code, _ in fault.recipients.values()))  # type: ignore[attr-defined]
