"""Asking a web server over kept connections: as fast as it answers, or at a rate that does not wait for it.

The answers of one run are all of one length, so that counting bytes is counting answers. The one who asks runs beside
the server on the same cores and takes its share of them, the same for every peer.
"""

from __future__ import annotations

import selectors
import socket
import time
from collections import deque
from dataclasses import dataclass, field

HOST = "127.0.0.1"


def request(path: str, *, port: int, packed: bool) -> bytes:
    """One request for a path, as a browser that takes compressed answers sends it, or as one that does not."""
    takes = "Accept-Encoding: gzip\r\n" if packed else ""
    return f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\n{takes}Connection: keep-alive\r\n\r\n".encode()


def answer(port: int, asked: bytes) -> bytes:
    """One whole answer. Raises RuntimeError for one that is no 200 with its length told."""
    with socket.create_connection((HOST, port), timeout=30) as one:
        one.sendall(asked)
        found = b""
        while b"\r\n\r\n" not in found:
            found += _more(one)
        head, _, body = found.partition(b"\r\n\r\n")
        lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
        if not head.startswith(b"HTTP/1.1 200") or not lengths:
            raise RuntimeError(f"The server answered: {head[:200]!r}")
        while len(body) < int(lengths[0]):
            body += _more(one)
    return head + b"\r\n\r\n" + body


def _more(one: socket.socket) -> bytes:
    read = one.recv(1 << 16)
    if not read:
        raise RuntimeError("The server closed the connection in the middle of an answer.")
    return read


@dataclass
class _Line:
    """One kept connection: what is still to come, and when each request that waits for its answer was due."""

    port: int
    size: int
    socket: socket.socket = field(init=False)
    read: int = 0
    due: deque[float] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        self.socket = socket.create_connection((HOST, self.port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.read = 0


def at_most(port: int, asked: bytes, size: int, *, connections: int, seconds: float) -> float:
    """Answers a second, each connection asking again as soon as it is answered. ``size``: bytes of one whole answer."""
    with selectors.DefaultSelector() as waiting:
        lines = [_Line(port, size) for _ in range(connections)]
        for line in lines:
            waiting.register(line.socket, selectors.EVENT_READ, line)
            line.socket.sendall(asked)
        answered, since = 0, time.perf_counter()
        while (now := time.perf_counter()) - since < seconds:
            for key, _ in waiting.select(1.0):
                line = key.data
                read = line.socket.recv(1 << 18)
                if not read:  # a server ends a connection after so many answers, and does not say so
                    waiting.unregister(line.socket)
                    line.socket.close()
                    line.open()
                    waiting.register(line.socket, selectors.EVENT_READ, line)
                    line.socket.sendall(asked)
                    continue
                line.read += len(read)
                if line.read >= size:
                    answered += 1
                    line.read -= size
                    line.socket.sendall(asked)
        for line in lines:
            line.socket.close()
    return answered / (now - since)


def at_a_rate(port: int, asked: bytes, size: int, *, connections: int, rate: float, seconds: float) -> list[float]:
    """How long each answer took, in seconds, counted from when its request was due and not from when it could be sent.

    Requests come due evenly, whatever the server does, so one that waits behind a slow answer is slow too.
    """
    took: list[float] = []
    with selectors.DefaultSelector() as waiting:
        free = deque(_Line(port, size) for _ in range(connections))
        for line in free:
            waiting.register(line.socket, selectors.EVENT_READ, line)
        since = time.perf_counter()
        end, sent, owed = since + seconds, 0, deque[float]()
        while (now := time.perf_counter()) < end or owed or len(free) < connections:
            if now > end + 10:
                raise RuntimeError("The server no longer keeps up with the rate it was asked at.")
            while now < end and since + sent / rate <= now:
                owed.append(since + sent / rate)
                sent += 1
            while owed and free:
                line = free.popleft()
                line.due.append(owed.popleft())
                line.socket.sendall(asked)
            for key, _ in waiting.select(0 if owed else max(0.0, min(0.001, since + sent / rate - now))):
                line = key.data
                read = line.socket.recv(1 << 18)
                if not read:
                    waiting.unregister(line.socket)
                    line.socket.close()
                    line.open()
                    waiting.register(line.socket, selectors.EVENT_READ, line)
                    if line.due:
                        line.socket.sendall(asked)
                    continue
                line.read += len(read)
                if line.read >= size and line.due:
                    line.read -= size
                    took.append(time.perf_counter() - line.due.popleft())
                    free.append(line)
    return took
