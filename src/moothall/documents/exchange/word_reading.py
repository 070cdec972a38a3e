"""A returned Word file read in a process of its own, through the same gates as every other upload."""

from __future__ import annotations

import json

from moothall.documents.exchange import word_back
from moothall.documents.exchange.word_sections import FromWord
from moothall.documents.reading import gate, media
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.reader import damaged
from moothall.documents.reading.worker import Worker
from moothall.domain.fingerprints import plain
from moothall.domain.plain import build


def read(data: bytes, name: str, *, limits: Limits = DEFAULT) -> FromWord:
    """What a Word file holds that went out from here and came back.

    Raises Unreadable, with a reason and a sentence: whatever the gate refuses (size, ratio, members, macros, locks),
    ``unknown_format`` for another kind of file and ``external`` for one that fetches something when it is opened.
    """
    gate.check_size(data, name, limits)
    with Worker(limits) as worker:
        answer = worker.ask("word", data, name)
    try:
        return build(FromWord, json.loads(answer))
    except ValueError as error:
        raise Unreadable("damaged", damaged(name)) from error


def inside(data: bytes, name: str, limits: Limits) -> bytes:
    """The same as JSON, for the reading process alone. Raises Unreadable, and what a parser raises on a broken file."""
    admitted = gate.examine(data, name, limits)
    if admitted.media is not media.DOCX:
        raise Unreadable(
            "unknown_format",
            f"{name} is {admitted.media.called}. Bring back the Word file (.docx) that was sent out, saved as .docx.",
        )
    if admitted.fetches:
        raise Unreadable(
            "external",
            f"{name} fetches something from elsewhere when it is opened ({admitted.fetches[0][:80]}). "
            "Take out the linked picture or template in Word, save it again, and bring that copy.",
        )
    return json.dumps(plain(word_back.load(data, name))).encode()
