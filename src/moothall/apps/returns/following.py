"""What Moothall itself sees through: that a return's mail went, or that it could not. May be done twice.

The mail's own row says what the server said. If the process ends between the two, the next look says it.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.mail import sending as mail
from moothall.apps.mail.models import Message
from moothall.apps.returns.actions import went
from moothall.apps.returns.models import Return, Sending


def see_through(pk: int, *, at: datetime) -> None:
    """Try the mail of one sending, where its time has come, and write down what became of it."""
    row = Sending.objects.filter(pk=pk).first()
    if row and row.message_id:
        mail.send_message(row.message_id, at=at)
        settle(pk, at=at)


def settle_all(*, at: datetime) -> int:
    """Write down what became of every mail that the server has taken or refused for good since; how many."""
    waiting = Sending.objects.filter(went_at=None, failed_at=None)
    done = waiting.filter(message__state__in=(Message.State.SENT, Message.State.FAILED)).values_list("pk", flat=True)
    return sum(settle(pk, at=at) for pk in list(done))


@transaction.atomic
def settle(pk: int, *, at: datetime) -> bool:
    """Write down once what became of a return's mail: the sending, the return, its public page and the line."""
    row = Sending.objects.select_for_update().filter(pk=pk, went_at=None, failed_at=None).first()
    if row is None or row.message is None:
        return False
    message, sent = row.message, Return.objects.select_for_update().get(pk=row.sent_id)
    said: dict[str, Any] = {
        "receipt": sent.receipt_number,
        "recipient": row.recipient,
        "channel": row.channel,
        "fingerprint": sent.plan_fingerprint,
        "told": message.told,
        "attempts": message.attempts,
    }
    if message.state == Message.State.SENT and message.sent_at:
        is_first, row.went_at = sent.went_at is None, message.sent_at
        if row.kind == Sending.Kind.FOLLOW_UP:
            audit.record("return.asked", about=sent, by=None, at=at, **said)
        elif is_first:
            went(sent, message.sent_at)
            audit.record("return.submitted", about=sent, by=None, at=at, **said)
        else:
            audit.record("return.sent_again", about=sent, by=None, at=at, **said)
    elif message.state == Message.State.FAILED:
        row.failed_at = at
        audit.record("return.not_sent", about=sent, by=None, at=at, **said)
    else:
        return False
    row.save(update_fields=["went_at", "failed_at"])
    return True
