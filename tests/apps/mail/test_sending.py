"""Mail: nobody gets the same twice, what the server said is kept, and what need not hurry comes in one mail."""

from __future__ import annotations

import smtplib
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.core.mail import EmailMessage

from moothall.apps.mail import outbox, sending
from moothall.apps.mail.models import Message
from moothall.domain.roles import Role
from tests.apps.deeds import NOW
from tests.people import Council

pytestmark = pytest.mark.django_db
ADDRESS = "implication_author@ambermere.example"


def put(council: Council, key: str = "asked:1", **said: Any) -> Message:
    usual: dict[str, Any] = {"subject": "You are asked", "words": "Open the page.", "is_prompt": True}
    row = outbox.put(
        person=council.who(Role.IMPLICATION_AUTHOR), key=key, at=NOW, workspace=council.workspace, **(usual | said)
    )
    assert row is not None
    return row


def fails(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    def send(self: EmailMessage, fail_silently: bool = False) -> int:
        raise fault

    monkeypatch.setattr(EmailMessage, "send", send)


def test_a_message_is_sent_once_however_often_it_is_put_and_tried(council: Council) -> None:
    rows = {put(council).pk, put(council).pk}

    for _ in range(2):
        sending.send_waiting(at=NOW)

    assert [(one.subject, one.to) for one in mail.outbox] == [("You are asked", [ADDRESS])]
    assert [(row.state, row.sent_at) for row in Message.objects.filter(pk__in=rows)] == [("sent", NOW)]


def test_what_the_server_said_is_kept_and_it_is_tried_again_until_it_is_told_as_not_sent(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = put(council)
    fails(monkeypatch, smtplib.SMTPResponseException(451, b"Try later"))

    seen, at = [], NOW
    for _ in range(6):
        sending.send_waiting(at=at)
        row.refresh_from_db()
        seen.append((row.state, row.attempts))
        at += timedelta(days=1)

    assert seen == [("waiting", n) for n in range(1, 5)] + [("failed", 5)] * 2
    assert row.told == "451 Try later"


def test_it_waits_before_it_is_tried_again(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    row = put(council)
    fails(monkeypatch, ConnectionRefusedError("Connection refused"))
    sending.send_waiting(at=NOW)

    tried_at_once = sending.send_waiting(at=NOW + timedelta(minutes=1))
    tried_later = sending.send_waiting(at=NOW + timedelta(minutes=6))

    row.refresh_from_db()
    assert (tried_at_once, tried_later, row.was_tried_again) == (0, 1, True)


def test_an_address_the_server_refuses_for_good_is_not_tried_again(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = put(council)
    fails(monkeypatch, smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"No such person")}))

    sending.send_waiting(at=NOW)

    row.refresh_from_db()
    assert (row.state, row.told) == ("failed", "550 No such person")


def test_what_need_not_hurry_comes_in_one_mail_a_day_and_nobody_gets_an_empty_one(council: Council) -> None:
    for key in ("before:1", "lapsed:2"):
        put(council, key, is_prompt=False)

    made = [sending.gather(date(2024, 7, 22) + timedelta(days=day), at=NOW) for day in (0, 0, 1)]
    sending.send_waiting(at=NOW)

    assert made == [1, 0, 0]
    assert [one.subject for one in mail.outbox] == ["2 things on Moothall"]
    assert {row.state for row in Message.objects.filter(digest__isnull=False)} == {"gathered"}


def test_nothing_is_kept_for_somebody_whose_account_was_ended(council: Council) -> None:
    person = council.who(Role.IMPLICATION_AUTHOR)
    person.is_active = False
    person.save()

    assert outbox.put(person=person, subject="You are asked", words="", key="asked:1", at=NOW) is None


def test_the_link_of_an_invitation_is_in_the_mail_and_kept_nowhere(council: Council) -> None:
    new = council.stranger()
    new.set_unusable_password()
    new.save()
    row = put(council, "invited:1", invites=new, words=f"Here: {outbox.LINK}")

    sending.send_waiting(at=NOW)

    token = mail.outbox[0].body.rpartition("/")[2]
    assert "/welcome/" in mail.outbox[0].body and default_token_generator.check_token(new, token)
    row.refresh_from_db()
    assert row.words == f"Here: {outbox.LINK}"
