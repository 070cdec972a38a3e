"""The process that opens strangers' files. It reads requests from stdin, answers on stdout, and may do little else.

Started by ``worker.Worker`` as ``python -m moothall.documents.reading.child`` with a bare environment. Memory, open
files and file writing are bounded for its whole life, processor time for each request.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, BinaryIO

from moothall.documents.reading import frames, gate, media, progress, reader, wire
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import Limits

OUT_OF_MEMORY = 77
_SECONDS_BETWEEN = 0.5


def main() -> int:
    """Answer requests until stdin closes; the exit status is 0, or OUT_OF_MEMORY when a file asked for too much."""
    requests, answers = _take_streams()
    bounded = False
    progress.listen(_Teller(answers))
    while (message := frames.receive(requests)) is not None:
        head, data = message
        limits = Limits(**head["limits"])
        if not bounded:
            _bound_process(limits)
            bounded = True
        _bound_processor_time(limits)
        try:
            frames.send(answers, *_answer(head, data, limits))
        except MemoryError:
            return OUT_OF_MEMORY
    return 0


class _Teller:
    """Sends word of how far a reading is, at most twice a second."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._last = time.monotonic()

    def __call__(self, done: int, of: int | None) -> None:
        if time.monotonic() - self._last >= _SECONDS_BETWEEN:
            self._last = time.monotonic()
            frames.send(self._answers, {"progress": [done, of]})


def _answer(head: dict[str, Any], data: bytes, limits: Limits) -> tuple[dict[str, Any], bytes]:
    name = str(head["name"])
    try:
        return {"ok": True}, DEEDS[head["deed"]](data, name, head.get("with", {}), limits)
    except Unreadable as refusal:
        return {"ok": False, "reason": refusal.reason, "sentence": refusal.sentence}, b""
    except MemoryError:
        raise
    except Exception as error:  # whatever a parser trips over is the file's fault, and is said as such
        return {"ok": False, "reason": "damaged", "sentence": reader.damaged(name), "detail": repr(error)[:500]}, b""


def _read(data: bytes, name: str, _: dict[str, Any], limits: Limits) -> bytes:
    admitted = gate.examine(data, name, limits)
    document = reader.read(admitted.media, data, name, limits)
    if admitted.fetches:
        document = replace(document, metadata={**document.metadata, "fetches": list(admitted.fetches)})
    return json.dumps(wire.dump(document)).encode()


def _picture(data: bytes, name: str, asked: dict[str, Any], limits: Limits) -> bytes:
    from moothall.documents.reading import pdf_pictures

    _only_pdf(data, name, limits)
    return pdf_pictures.png(data, name, int(asked["page"]), int(asked["width"]), limits)


def _boxes(data: bytes, name: str, asked: dict[str, Any], limits: Limits) -> bytes:
    from moothall.documents.reading import pdf_pictures

    _only_pdf(data, name, limits)
    spans = [(int(start), int(end)) for start, end in asked["spans"]]
    return json.dumps(pdf_pictures.boxes(data, name, int(asked["page"]), spans, limits)).encode()


def _plan(data: bytes, name: str, _: dict[str, Any], limits: Limits) -> bytes:
    """The plan's data inside a PDF, or nothing where there is none."""
    from moothall.documents.reading import attachments

    _only_pdf(data, name, limits)
    return attachments.plan_inside(data) or b""


def _word(data: bytes, name: str, _: dict[str, Any], limits: Limits) -> bytes:
    """What a Word file that went out from here holds, now that it is back."""
    from moothall.documents.exchange import word_reading

    return word_reading.inside(data, name, limits)


def _template(data: bytes, name: str, _: dict[str, Any], limits: Limits) -> bytes:
    """What a council's own template of a report asks for, and what is wrong with it."""
    from moothall.documents.own_templates import checking

    return checking.inside(data, name, limits)


def _properties(data: bytes, name: str, _: dict[str, Any], limits: Limits) -> bytes:
    """What a file carries that its pages do not show."""
    from moothall.documents.reading import properties

    return properties.inside(data, name, limits)


def _only_pdf(data: bytes, name: str, limits: Limits) -> None:
    if gate.examine(data, name, limits).media is not media.PDF:
        raise Unreadable("unknown_format", f"{name} has no pages to draw; only a PDF has. Read its text instead.")


DEEDS: dict[str, Callable[[bytes, str, dict[str, Any], Limits], bytes]] = {
    "read": _read,
    "picture": _picture,
    "boxes": _boxes,
    "plan": _plan,
    "word": _word,
    "template": _template,
    "properties": _properties,
}


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep the two pipes to ourselves, so that nothing a parser prints can pass for an answer."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return requests, answers


def _bound_process(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # no such limits on this system; the parent's clock still holds
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def _bound_processor_time(limits: Limits) -> None:
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(used.ru_utime + used.ru_stime) + 1 + limits.cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    sys.exit(main())
