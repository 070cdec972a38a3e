"""Mails made while the tests run: with attachments of every kind, within one another, sealed and broken."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart


def mail(
    words: str = "The report is attached.\n",
    *,
    marked: str = "",
    attached: tuple[tuple[str, bytes], ...] = (),
    subject: str = "Productivity plan – covering report",
    sender: str = "Policy team <policy@moorbeck.gov.uk>",
) -> EmailMessage:
    """A mail with these words, as a web page too where ``marked`` is given, and these files attached."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "Democratic services <democracy@moorbeck.gov.uk>", subject
    made["Date"] = "Mon, 01 Jul 2024 09:30:00 +0100"
    made.set_content(words)
    if marked:
        made.add_alternative(marked, subtype="html")
    for name, data in attached:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made


def nested(depth: int) -> bytes:
    """A mail within a mail within a mail, so many deep."""
    made = mail("The innermost words.\n")
    for level in range(depth):
        outer = mail(f"Forwarded {level}.\n", subject=f"Forwarded {level}")
        outer.add_attachment(made)
        made = outer
    return made.as_bytes()


def nested_out_of_sight(depth: int) -> bytes:
    """The same, each mail packed in base64 so that it cannot be counted from outside."""
    data = mail("The innermost words.\n").as_bytes()
    for level in range(depth):
        data = mail(f"Forwarded {level}.\n", attached=(("inner.eml", data),)).as_bytes()
    return data


def sealed() -> bytes:
    """A mail that only its reader's key opens."""
    made = MIMEMultipart("encrypted", protocol="application/pgp-encrypted")
    made["From"], made["Subject"] = "a@example.org", "Sealed"
    part = MIMEBase("application", "octet-stream")
    part.set_payload(b"-----BEGIN PGP MESSAGE-----")
    made.attach(part)
    return made.as_bytes()


def saved_page(page: str, *, frames: tuple[str, ...] = (), charset: str = "utf-8") -> bytes:
    """A web page saved by a browser whole in one file."""
    made = MIMEMultipart("related", type="text/html")
    made["From"], made["Subject"] = "<Saved by Blink>", "Decision details"
    made["Snapshot-Content-Location"] = "https://democracy.moorbeck.gov.uk/ieDecisionDetails.aspx?ID=12"
    for text in (page, *frames):
        part = MIMEBase("text", "html", charset=charset)
        part.set_payload(text.encode(charset))
        part["Content-Location"] = "https://democracy.moorbeck.gov.uk/ieDecisionDetails.aspx?ID=12"
        made.attach(part)
    return made.as_bytes()
