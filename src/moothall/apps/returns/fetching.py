"""Fetching one page from outside, within limits: public addresses only, a few redirects, so much time, so many bytes.

A name is resolved once and the connection goes to the very address that was looked at, so that a name cannot answer
one way when it is checked and another when it is asked.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

SECONDS = 15.0
MOST = 15 * 1024 * 1024
REDIRECTS = 5
AGENT = "Moothall (looks whether a council's own page still stands)"
_PORTS = {"http": 80, "https": 443}
_CHUNK = 65_536
_INWARD = tuple(ipaddress.ip_network(one) for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"))
"""Networks of IPv6 that carry an IPv4 address, which may be a private one."""

Resolve = Callable[[str, int], list[str]]
Connect = Callable[[SplitResult, str, float], http.client.HTTPConnection]


class NotFetched(Exception):
    """A page that was not fetched. ``is_refused`` where it was not even asked for."""

    def __init__(self, sentence: str, *, is_refused: bool = False, went_through: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.is_refused = is_refused
        self.went_through = went_through


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a page answered. ``address`` is where it stands, ``went_through`` the addresses that led there."""

    address: str
    status: int
    media_type: str
    data: bytes
    went_through: tuple[str, ...] = ()


def resolved(host: str, port: int) -> list[str]:
    """The addresses a name stands for."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def connected(parts: SplitResult, ip: str, timeout: float) -> http.client.HTTPConnection:
    """A connection to one address, which has to prove that it is the named host where it speaks HTTPS."""
    host, port = str(parts.hostname), _port(parts)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(host, port, timeout=timeout)
    plain = socket.create_connection((ip, port), timeout=timeout)
    connection.sock = (
        ssl.create_default_context().wrap_socket(plain, server_hostname=host) if parts.scheme == "https" else plain
    )
    return connection


def fetch(address: str, *, resolve: Resolve = resolved, connect: Connect = connected) -> Fetched:
    """The page at an address, and the redirects on the way to it.

    Raises NotFetched, with a sentence, for an address that is not public, too many redirects, too much, too slow, and
    where nobody answers.
    """
    ends_at, seen = time.monotonic() + SECONDS, list[str]()
    while len(seen) <= REDIRECTS:
        parts = _parts(address, seen)
        try:
            answer = _asked(parts, _public(parts, resolve, seen), connect, ends_at)
        except (OSError, http.client.HTTPException, UnicodeError) as fault:
            said = str(fault) or type(fault).__name__
            raise NotFetched(f"{parts.hostname} did not answer: {said}.", went_through=tuple(seen)) from fault
        except NotFetched as fault:
            raise NotFetched(fault.sentence, is_refused=fault.is_refused, went_through=tuple(seen)) from fault
        if not isinstance(answer, str):
            return Fetched(address, *answer, tuple(seen))
        seen.append(address)
        address = urljoin(address, answer)
    raise NotFetched(f"It leads on more than {REDIRECTS} times.", went_through=tuple(seen))


def _parts(address: str, seen: list[str]) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as fault:
        raise NotFetched("That is no address of a page.", is_refused=True, went_through=tuple(seen)) from fault
    if parts.scheme not in _PORTS or not parts.hostname or parts.username or parts.password:
        raise NotFetched("Only http and https pages are looked at.", is_refused=True, went_through=tuple(seen))
    if port not in (None, *_PORTS.values()):
        raise NotFetched("Only the usual ports, 80 and 443, are asked.", is_refused=True, went_through=tuple(seen))
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


def _public(parts: SplitResult, resolve: Resolve, seen: list[str]) -> str:
    """The address to connect to. All that a name stands for must be public, or none is asked."""
    found = resolve(str(parts.hostname), _port(parts))
    if not found:
        raise NotFetched(f"Nobody knows the name {parts.hostname}.", went_through=tuple(seen))
    if not all(is_public(one) for one in found):
        raise NotFetched(
            f"{parts.hostname} leads into a private network, and nothing there is asked.",
            is_refused=True,
            went_through=tuple(seen),
        )
    return found[0]


def is_public(ip: str) -> bool:
    """Whether an address is one of the open internet, and carries none of another network."""
    try:
        found = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return is_public(str(found.ipv4_mapped))
        if any(found in network for network in _INWARD):
            return False
    return found.is_global and not found.is_multicast


def _asked(parts: SplitResult, ip: str, connect: Connect, ends_at: float) -> str | tuple[int, str, bytes]:
    """What one address answers: where it leads on to, or its status, media type and bytes."""
    connection = connect(parts, ip, _left(ends_at))
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", target, headers={"User-Agent": AGENT, "Accept-Encoding": "identity"})
        answer = connection.getresponse()
        leads_to = answer.getheader("Location", "")
        if answer.status in (301, 302, 303, 307, 308) and leads_to:
            return leads_to
        return answer.status, answer.getheader("Content-Type", ""), _read(answer, connection, ends_at)
    finally:
        connection.close()


def _read(answer: http.client.HTTPResponse, connection: http.client.HTTPConnection, ends_at: float) -> bytes:
    found = bytearray()
    while True:
        if connection.sock is not None:
            connection.sock.settimeout(_left(ends_at))
        else:
            _left(ends_at)
        part = answer.read1(_CHUNK)
        if not part:
            return bytes(found)
        found += part
        if len(found) > MOST:
            raise NotFetched(f"It is larger than {MOST // 1_048_576} MB, and no plan is that large.")


def _left(ends_at: float) -> float:
    left = ends_at - time.monotonic()
    if left <= 0:
        raise NotFetched(f"It did not answer within {SECONDS:.0f} seconds.")
    return left
