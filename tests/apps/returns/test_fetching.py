"""A page outside is fetched within limits, and never from a private network."""

from __future__ import annotations

import http.client
from typing import Any
from urllib.parse import SplitResult

import pytest

from moothall.apps.returns import fetching
from moothall.apps.returns.fetching import NotFetched, fetch, is_public

OPEN = "8.8.8.8"


class Answer:
    """A connection that answers what it was told to, one answer after another."""

    def __init__(self, *answers: tuple[int, dict[str, str], bytes]) -> None:
        self.answers, self.asked, self.sock = list(answers), [], None

    def __call__(self, parts: SplitResult, ip: str, timeout: float) -> Any:
        self.asked.append((parts.geturl(), ip))
        return self

    def request(self, method: str, target: str, headers: dict[str, str]) -> None:
        self.status, self.headers, self.data = self.answers.pop(0)

    def getresponse(self) -> Any:
        return self

    def getheader(self, name: str, default: str) -> str:
        return self.headers.get(name, default)

    def read1(self, size: int) -> bytes:
        found, self.data = self.data[:size], self.data[size:]
        return found

    def close(self) -> None:
        pass


def asked(address: str, answer: Answer, *ips: str) -> fetching.Fetched:
    return fetch(address, resolve=lambda host, port: list(ips) or [OPEN], connect=answer)


def test_redirects_are_followed_and_told_and_the_checked_address_is_the_one_connected_to() -> None:
    answer = Answer((301, {"Location": "/new"}, b""), (200, {"Content-Type": "text/html"}, b"Here"))

    found = asked("https://council.example/plan", answer)

    assert (found.status, found.data, found.address) == (200, b"Here", "https://council.example/new")
    assert found.went_through == ("https://council.example/plan",)
    assert {ip for _, ip in answer.asked} == {OPEN}


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
     "2002:a00:1::", "100.64.0.1", "0.0.0.0", "224.0.0.1", "nonsense"],
)  # fmt: skip
def test_no_address_of_a_private_network_is_public(ip: str) -> None:
    assert not is_public(ip)


def test_a_name_that_leads_inward_is_not_asked_even_where_one_of_its_addresses_is_public() -> None:
    answer = Answer()

    with pytest.raises(NotFetched, match="private network") as refused:
        asked("https://council.example/", answer, OPEN, "10.0.0.1")

    assert refused.value.is_refused
    assert answer.asked == []


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ([(302, {"Location": "http://127.0.0.1:8000/"}, b"")], "usual ports"),
        ([(302, {"Location": "file:///etc/passwd"}, b"")], "Only http and https"),
        ([(302, {"Location": "/again"}, b"")] * 7, "leads on more than 5 times"),
        ([(200, {}, b"x" * (fetching.MOST + 1))], "larger than 15 MB"),
    ],
)
def test_a_page_that_leads_astray_or_never_ends_is_given_up(answers: list[Any], says: str) -> None:
    with pytest.raises(NotFetched, match=says):
        asked("https://council.example/", Answer(*answers))


def test_a_host_that_does_not_answer_is_told_in_a_sentence() -> None:
    class Silent(Answer):
        def request(self, *said: Any, **more: Any) -> None:
            raise http.client.RemoteDisconnected("closed")

    with pytest.raises(NotFetched, match=r"council\.example did not answer: closed"):
        asked("https://council.example/", Silent())
