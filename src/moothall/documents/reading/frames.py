"""How the reading process and its parent talk: a JSON head of known length, then so many bytes of body."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

_LONGEST_HEAD = 1024 * 1024
_LONGEST_BODY = 512 * 1024 * 1024


def send(stream: BinaryIO, head: dict[str, Any], body: bytes = b"") -> None:
    """Write one message. Raises OSError if the other side has gone."""
    packed = json.dumps({**head, "size": len(body)}).encode()
    stream.write(len(packed).to_bytes(4, "big") + packed)
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next message, or None when the other side has closed the stream or stopped in the middle of one.

    Raises ValueError if what arrives is not a message.
    """
    length = _exactly(stream, 4)
    if length is None:
        return None
    size = int.from_bytes(length, "big")
    if size > _LONGEST_HEAD:
        raise ValueError(f"a message head of {size} bytes is longer than any that is sent")
    packed = _exactly(stream, size)
    if packed is None:
        return None
    head = json.loads(packed)
    if not isinstance(head, dict) or not 0 <= int(head["size"]) <= _LONGEST_BODY:
        raise ValueError("a message head does not say how long its body is")
    body = _exactly(stream, int(head.pop("size")))
    return None if body is None else (head, body)


def _exactly(stream: BinaryIO, count: int) -> bytes | None:
    parts = []
    while count:
        part = stream.read(count)
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
