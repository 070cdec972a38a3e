"""Public pages kept in memory: the same to everyone, made anew once the record is added to, and never private."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import given
from hypothesis import strategies as st

from moothall.apps.publications import actions as publications
from moothall.domain.roles import Role
from moothall.project.kept_pages import LONGEST, LOOK_AFTER, KeptPages, Newest
from moothall.project.newest import newest_lines
from moothall.web.public.published import FOR_EVERYONE
from tests.people import OPENED, Council

PLAN = "/plans/savings-plans/ambermere/"
PAGE = b"<p>" + b"The plan. " * 400 + b"</p>"


@dataclass
class Behind:
    """An application that counts how often it is asked, and says whether its answer is for everyone."""

    body: bytes = PAGE
    status: str = "200 OK"
    is_for_everyone: bool = True
    headers: list[tuple[str, str]] = field(default_factory=list)
    asked: int = 0

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.asked += 1
        if self.is_for_everyone:
            environ[FOR_EVERYONE] = True
        named = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("ETag", '"one"'),
            ("Content-Length", str(len(self.body))),
        ]
        start_response(self.status, [*named, *self.headers])
        return [self.body]


@dataclass
class Clock:
    """A clock that is moved by hand, and a record that is added to by hand."""

    now: float = 100.0
    line: int = 1
    fails: bool = False
    looked: int = 0

    def look(self) -> int:
        self.looked += 1
        if self.fails:
            raise OSError("the database does not answer")
        return self.line


@dataclass
class Answer:
    status: str
    headers: dict[str, str]
    body: bytes


def ask(pages: Any, path: str = PLAN, method: str = "GET", **headers: str) -> Answer:
    told: list[Any] = []
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": headers.pop("query", ""), "SCRIPT_NAME": "",
        "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000", "HTTP_HOST": "127.0.0.1", "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(), "wsgi.errors": None, **headers,
    }  # fmt: skip
    found = pages(environ, lambda status, named, failed=None: told.extend([status, named]))
    body = b"".join(found)
    if hasattr(found, "close"):
        found.close()
    return Answer(told[0], {name.lower(): value for name, value in told[1]}, body)


def kept(behind: Any, clock: Clock, **asked: Any) -> KeptPages:
    return KeptPages(behind, Newest(clock.look, clock=lambda: clock.now), clock=lambda: clock.now, **asked)


def test_a_page_is_made_once_until_something_is_added_to_the_record() -> None:
    behind, clock = Behind(), Clock()
    pages = kept(behind, clock)

    assert [ask(pages).body for _ in range(5)] == [PAGE] * 5
    assert (behind.asked, clock.looked) == (1, 1)

    behind.body, clock.line = PAGE + b"corrected", 2
    clock.now += LOOK_AFTER
    assert ask(pages).body.endswith(b"corrected")

    clock.now += LONGEST + 1
    ask(pages)
    assert behind.asked == 3


def test_what_was_just_done_here_shows_at_once() -> None:
    behind, clock = Behind(), Clock()
    pages = kept(behind, clock)
    ask(pages)

    behind.is_for_everyone, clock.line = False, 2
    ask(pages, "/council/somewhere/", "POST")
    behind.is_for_everyone, behind.body = True, PAGE + b"withdrawn"

    assert ask(pages).body.endswith(b"withdrawn")


def test_where_the_record_cannot_be_looked_at_every_page_is_asked_for_behind() -> None:
    behind, clock = Behind(), Clock(fails=True)
    pages = kept(behind, clock)

    assert [ask(pages).status for _ in range(3)] == ["200 OK"] * 3
    assert behind.asked == 3


@pytest.mark.parametrize(
    ("case", "behind"),
    [
        ("a page that depends on who asks", Behind(is_for_everyone=False)),
        ("an answer that sets a cookie", Behind(headers=[("Set-Cookie", "a=b")])),
        ("a fault", Behind(status="500 Internal Server Error")),
        ("an address that is none", Behind(status="404 Not Found")),
        ("a file too large to keep", Behind(body=b"x" * (2 * 1024 * 1024 + 1))),
    ],
)
def test_what_may_not_be_kept_is_asked_for_each_time(case: str, behind: Behind) -> None:
    pages = kept(behind, Clock())

    assert ask(pages).body == ask(pages).body == behind.body
    assert behind.asked == 2


def test_queries_make_no_entries_and_memory_has_an_end() -> None:
    behind = Behind()
    pages = kept(behind, Clock(), most_bytes=3 * len(PAGE))

    for number in range(50):
        ask(pages, query=f"utm_source={number}")
    assert behind.asked == 1

    for number in range(50):
        ask(pages, f"{PLAN}{number}")
    assert pages._bytes <= 3 * len(PAGE)
    assert len(pages._kept) < 4


def test_whoever_has_the_page_is_told_so_and_whoever_takes_gzip_gets_less() -> None:
    pages = kept(Behind(headers=[("Last-Modified", "Fri, 19 Jul 2024 09:00:00 GMT")]), Clock())
    whole = ask(pages)

    packed = ask(pages, HTTP_ACCEPT_ENCODING="br, gzip")
    assert gzip.decompress(packed.body) == PAGE
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert int(packed.headers["content-length"]) == len(packed.body) < len(PAGE) / 5
    assert ask(pages, HTTP_ACCEPT_ENCODING="gzip;q=0").body == PAGE

    for mark in (whole.headers["etag"], packed.headers["etag"], '"none", W/"one"', "*"):
        assert ask(pages, HTTP_IF_NONE_MATCH=mark).status == "304 Not Modified"
    assert ask(pages, HTTP_IF_NONE_MATCH='"other"', HTTP_IF_MODIFIED_SINCE="Fri, 19 Jul 2024 09:00:00 GMT").body == PAGE
    assert ask(pages, HTTP_IF_MODIFIED_SINCE="Fri, 19 Jul 2024 09:00:00 GMT").body == b""
    assert ask(pages, HTTP_IF_MODIFIED_SINCE="yesterday").body == PAGE

    head = ask(pages, method="HEAD")
    assert (head.body, head.headers["content-length"]) == (b"", str(len(PAGE)))


@given(
    st.dictionaries(
        st.sampled_from(["HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE"]),
        st.text(max_size=30) | st.sampled_from(["gzip", "gzip;q=1", '"one"', "*", "bytes=0-3"]),
    )
)
def test_no_header_gets_anything_but_this_page_or_word_that_it_is_unchanged(headers: dict[str, str]) -> None:
    answer = ask(kept(Behind(), Clock()), **headers)

    body = gzip.decompress(answer.body) if "content-encoding" in answer.headers else answer.body
    assert (answer.status, body) in [("200 OK", PAGE), ("304 Not Modified", b"")]


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Requests leave the test's own connection open, as Django's test client has it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.usefixtures("one_connection")
def test_a_withdrawn_plan_is_gone_within_a_second_in_every_process_and_no_page_holds_who_asked(
    council: Council, client: Any
) -> None:
    council.sent()
    here, there = (KeptPages(WSGIHandler(), Newest(newest_lines, clock=lambda: now[0])) for _ in range(2))
    now = [100.0]
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    cookie = client.cookies["sessionid"].value
    mine = ask(here, HTTP_COOKIE=f"sessionid={cookie}")

    assert mine.body == ask(there).body
    assert "Ines" not in mine.body.decode()
    assert "cookie" not in mine.headers.get("vary", "").lower()
    assert "set-cookie" not in mine.headers

    publication = council.workspace.publications.get()
    publications.withdraw(
        publication=publication, note="It named a resident.", by=council.who(Role.POLICY_OFFICER), at=OPENED
    )
    now[0] += LOOK_AFTER
    for pages in (here, there):
        assert "It named a resident." in ask(pages).body.decode()
        assert ask(pages, f"{PLAN}v1/plan.json").status.startswith("410")

    private = ask(here, "/council/savings-plans/ambermere/", HTTP_COOKIE=f"sessionid={cookie}")
    assert private.status == "200 OK"
    assert "private" in private.headers["cache-control"]
    assert len(here._kept) == 2


def test_many_readers_at_once_see_the_old_page_or_the_new_one_and_nothing_between() -> None:
    behind, clock = Behind(), Clock()
    pages = kept(behind, clock, most_bytes=len(PAGE))
    seen: set[bytes] = set()

    def read() -> None:
        for _ in range(100):
            seen.add(ask(pages).body)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for line in range(2, 12):
        behind.body, clock.line = PAGE + str(line).encode(), line
        clock.now += LOOK_AFTER
    for reader in readers:
        reader.join()

    assert seen <= {PAGE, *(PAGE + str(line).encode() for line in range(2, 12))}
    clock.now += LOOK_AFTER
    assert ask(pages).body == PAGE + b"11"
