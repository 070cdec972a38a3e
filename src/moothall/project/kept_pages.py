"""Public pages kept in memory, in front of everything else: on a news day most answers are made once.

A view says that what it answers is the same for everyone (`web/public/published.kept_a_short_while`). What it answered
is then given out until anything is added to the record, the day changes, or it is `LONGEST` old. Every deed adds a line
to the record, so no page needs to know what it depends on; the record is looked at no more than once in `LOOK_AFTER`
seconds, which is how long an old page may still be seen. See docs/decisions/0015.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from moothall.web.public.published import FOR_EVERYONE

LOOK_AFTER = 1.0  # seconds for which the record counts as unchanged since it was looked at
LONGEST = 60.0  # seconds after which a page is made again whatever the record says
MOST_BYTES = 48 * 1024 * 1024  # of all kept answers together, in one web process
MOST_OF_ONE = 2 * 1024 * 1024  # a larger answer is not kept
WORTH_PACKING = 1024  # bytes from which an answer is also kept compressed
PACKED_TYPES = ("text/", "application/json", "application/xml", "application/atom+xml", "application/feed+json")
_STATUSES = {HTTPStatus.OK, HTTPStatus.GONE}
_NOT_KEPT = {"set-cookie", "content-length", "date", "connection"}

Headers = list[tuple[str, str]]
Environment = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environment, StartResponse], Iterable[bytes]]


class Newest:
    """What the record's newest lines are, looked up at most once in a while, by one thread at a time.

    ``look`` answers something that differs once anything was added. Where it fails nothing is known, and nothing kept
    is given out.
    """

    def __init__(self, look: Callable[[], Hashable], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._look, self._clock = look, clock
        self._known: Hashable | None = None
        self._looked_at = float("-inf")
        self._looking = threading.Lock()

    def mark(self) -> Hashable | None:
        """What stands for the record as it is, or None where that is not known."""
        now = self._clock()
        if now - self._looked_at >= LOOK_AFTER and self._looking.acquire(blocking=self._known is None):
            try:
                if now - self._looked_at >= LOOK_AFTER:  # nobody looked while this thread waited
                    self._known = self._look()
                    self._looked_at = now
            except Exception:
                self._known = None
            finally:
                self._looking.release()
        return self._known

    def forget(self) -> None:
        """Look again at the next question: something may just have been done here."""
        self._looked_at = float("-inf")


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer as it goes out: whole, and compressed where that is worth it."""

    status: str
    headers: Headers
    body: bytes
    packed: bytes | None
    etag: str
    last_modified: str
    mark: Hashable
    made_at: float

    @property
    def size(self) -> int:
        """How much memory its bytes take."""
        return len(self.body) + len(self.packed or b"")


class KeptPages:
    """A WSGI application that answers from memory where it may, and asks the one behind it where it may not."""

    def __init__(
        self,
        application: Application,
        newest: Newest,
        *,
        most_bytes: int = MOST_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._application, self._newest, self._clock = application, newest, clock
        self._most_bytes, self._bytes = most_bytes, 0
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, environ: Environment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if not self._most_bytes:
            return self._application(environ, start_response)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            try:
                return self._application(environ, start_response)
            finally:
                self._newest.forget()
        key = (environ["wsgi.url_scheme"], environ.get("HTTP_X_FORWARDED_PROTO"), environ.get("HTTP_HOST"),
               environ.get("PATH_INFO"))  # fmt: skip
        kept = self._kept.get(key)
        if kept is not None:
            if kept.mark == self._newest.mark() and self._clock() - kept.made_at < LONGEST:
                return _answer(kept, environ, start_response)
            self._drop(key)
        return self._ask(key, environ, start_response)

    def _ask(self, key: Hashable, environ: Environment, start_response: StartResponse) -> Iterable[bytes]:
        """Have it answered behind, and keep the answer where the view says that it is for everyone."""
        if environ["REQUEST_METHOD"] == "HEAD":
            return self._application(environ, start_response)
        told: list[Any] = []

        def tell(status: str, headers: Headers, failed: Any = None) -> Callable[[bytes], object]:
            if environ.get(FOR_EVERYONE) is None or failed:
                writer: Callable[[bytes], object] = start_response(status, headers, failed) if failed else (
                    start_response(status, headers)
                )  # fmt: skip
                return writer
            told[:] = [status, headers]
            return told.append  # nothing behind us writes past its answer

        mark = self._newest.mark()  # before it is made: what is added meanwhile makes it old
        found = self._application(environ, tell)
        if not told:
            return found
        try:
            body = b"".join(found)
        finally:
            if hasattr(found, "close"):
                found.close()
        status, headers = told[0], told[1]
        named = {name.lower(): value for name, value in headers}
        if mark is None or int(status[:3]) not in _STATUSES or "set-cookie" in named or len(body) > MOST_OF_ONE:
            start_response(status, headers)
            return [body]
        kept = _kept(status, headers, body, mark, self._clock())
        self._keep(key, kept)
        return _answer(kept, environ, start_response)

    def _keep(self, key: Hashable, kept: Kept) -> None:
        with self._lock:
            before = self._kept.pop(key, None)
            self._kept[key] = kept
            self._bytes += kept.size - (before.size if before else 0)
            while self._bytes > self._most_bytes and self._kept:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= oldest.size

    def _drop(self, key: Hashable) -> None:
        with self._lock:
            before = self._kept.pop(key, None)
            self._bytes -= before.size if before else 0


def _kept(status: str, headers: Headers, body: bytes, mark: Hashable, now: float) -> Kept:
    """The answer as it is kept. Headers that are made anew for each request are left out."""
    named = {name.lower(): value for name, value in headers}
    packed = None
    if len(body) >= WORTH_PACKING and named.get("content-type", "").startswith(PACKED_TYPES):
        packed = gzip.compress(body, compresslevel=6, mtime=0)
        packed = packed if len(packed) < len(body) else None
    lasting = [(name, value) for name, value in headers if name.lower() not in _NOT_KEPT | {"vary"}]
    if packed is not None:
        lasting.append(("Vary", "Accept-Encoding"))
    return Kept(status, lasting, body, packed, named.get("etag", ""), named.get("last-modified", ""), mark, now)


def _answer(kept: Kept, environ: Environment, start_response: StartResponse) -> Iterable[bytes]:
    """Give out a kept answer: nothing but its headers where the visitor has it already or asks for no more."""
    if kept.status.startswith("200") and _has_it(kept, environ):
        start_response(
            "304 Not Modified", [pair for pair in kept.headers if not pair[0].lower().startswith("content-")]
        )
        return []
    is_packed = kept.packed is not None and _takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
    body = kept.packed if is_packed and kept.packed is not None else kept.body
    headers = [*kept.headers, ("Content-Length", str(len(body)))]
    if is_packed:
        # Other bytes of the same page: a strong mark would promise the same ones.
        headers = [(name, f"W/{value}" if name == "ETag" and value[:1] == '"' else value) for name, value in headers]
        headers.append(("Content-Encoding", "gzip"))
    start_response(kept.status, headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _has_it(kept: Kept, environ: Environment) -> bool:
    """Whether the visitor's copy is this one. A mark goes before a day, as RFC 9110 section 13.2.2 has it."""
    marks = environ.get("HTTP_IF_NONE_MATCH")
    if marks is not None:
        plain = kept.etag.removeprefix("W/")
        given = {mark.strip().removeprefix("W/") for mark in marks.split(",")}
        return bool(plain) and (plain in given or "*" in given)
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    if since is None or not kept.last_modified:
        return False
    try:
        return parsedate_to_datetime(kept.last_modified) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False


def _takes_gzip(accepted: str) -> bool:
    """Whether a visitor takes gzip, by the header that says so."""
    if "gzip" not in accepted:
        return False
    for part in accepted.lower().split(","):
        name, *rest = (piece.strip() for piece in part.split(";"))
        if name == "gzip":
            return not any(piece.replace(" ", "") in ("q=0", "q=0.0", "q=0.00", "q=0.000") for piece in rest)
    return False
