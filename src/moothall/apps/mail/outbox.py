"""Putting a message out: kept first, sent after the deed it belongs to has happened."""

from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.files.models import StoredFile
from moothall.apps.mail.models import Message
from moothall.apps.people.models import Person

LINK = "[your link]"
"""Stands in a kept invitation for the way in, with its link, which is written when it is sent."""


def put(
    *,
    person: Person,
    subject: str,
    words: str,
    key: str,
    at: datetime,
    about: str = "",
    workspace: Any = None,
    is_prompt: bool = False,
    invites: Person | None = None,
    to: str = "",
    whole: StoredFile | None = None,
) -> Message | None:
    """Keep a message and, where it is prompt, have the worker send it. One with this key already is not sent twice.

    ``to`` is an address outside, with ``whole`` the message that goes there as it stands, on behalf of the person.

    Nothing is kept for somebody whose account was ended: None then.
    """
    if not person.is_active:
        return None
    row, is_new = Message.objects.get_or_create(
        key=key,
        defaults={
            "person": person,
            "to": to or person.email,
            "subject": " ".join(subject.split())[:300],
            "words": words,
            "about": about,
            "workspace": workspace,
            "is_prompt": is_prompt,
            "invites": invites,
            "whole": whole,
            "queued_at": at,
            "try_after": at,
        },
    )
    if is_new and is_prompt:
        # Where the worker cannot be asked, its own round sends it: the deed stands, and is not told as failed.
        transaction.on_commit(lambda: _ask_worker(row.pk), robust=True)
    return row


def _ask_worker(pk: int) -> None:
    from moothall.apps.mail.tasks import send  # the task calls back into this app

    send.enqueue(pk)
