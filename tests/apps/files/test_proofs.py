"""What is kept as proof is looked at by its bytes, and what is not what it says is refused."""

import pytest

from moothall.apps.files.proofs import LARGEST, proof
from moothall.domain.refusals import Refusal

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
MAIL = b"Received: from a\r\nMessage-ID: <1@a.example>\r\nSubject: Our plan\r\n\r\nHere it is.\r\n"


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (PNG, "screen.png", "image/png"),
        (MAIL, "sent.eml", "message/rfc822"),
        (b"Yes, until Friday.", "a.txt", "text/plain"),
    ],
)
def test_a_mail_a_note_and_a_picture_of_the_screen_are_kept(data: bytes, name: str, media_type: str) -> None:
    assert proof(data, name).media_type == media_type


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.pdf", "is empty"),
        (bytes(LARGEST + 1), "a.png", "the most"),
        (PNG, "letter.pdf", "though its name says"),
        (b"<html><script>alert(1)</script></html>", "page.html", "not kept as proof"),
        (b"MZ" + bytes(200), "program.exe", "cannot be read"),
        (b"PK\x03\x04", "macro.docm", "macros"),
    ],
)
def test_what_is_empty_too_large_or_something_else_is_refused_in_words(data: bytes, name: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        proof(data, name)
