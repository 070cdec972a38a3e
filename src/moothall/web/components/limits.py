"""How often one address may ask for what costs much: the planner, the check page, the API and feeds.

Generous, so that nobody who works or reads meets it. Whoever is signed in and whoever sits at the machine itself is
never counted. Each web process counts for itself. Pages that are kept in memory are given out before anything is
counted: they cost next to nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from http import HTTPStatus
from ipaddress import IPv6Address, ip_address
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

A_MINUTE: dict[str, RateLimitItem] = {
    "planner": RateLimitItemPerMinute(90),
    "check": RateLimitItemPerMinute(30),
    "api": RateLimitItemPerMinute(300),
    "feeds": RateLimitItemPerMinute(120),
}
"""How many requests of each kind an address may make in any minute."""


class Limits:
    """A middleware that refuses the request that is too many, with a sentence and when to come again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.windows = MovingWindowRateLimiter(MemoryStorage())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on: what is asked for is known only once its view is."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """A 429 where the address has asked too often, else nothing."""
        kind = kind_of(request)
        if kind is None:
            return None
        visitor = visitor_of(request)
        if visitor is None or request.user.is_authenticated or self.windows.hit(A_MINUTE[kind], kind, visitor):
            return None
        again_at, _ = self.windows.get_window_stats(A_MINUTE[kind], kind, visitor)
        seconds = max(1, round(again_at - time.time()))
        answer = HttpResponse(
            f"Too many requests came from your address in the last minute. Ask again in {seconds} seconds.\n",
            status=HTTPStatus.TOO_MANY_REQUESTS,
            content_type="text/plain; charset=utf-8",
        )
        answer["Retry-After"] = str(seconds)
        return answer


def kind_of(request: HttpRequest) -> str | None:
    """Under which limit a request falls, or None."""
    match = request.resolver_match
    if match is None:
        return None
    if match.namespace in ("api", "feeds"):
        return match.namespace
    if match.namespace != "public":
        return None
    name = match.url_name or ""
    if name.startswith("planner"):
        return "planner"
    if name in ("check", "check_round", "learn"):
        return "check"
    return "feeds" if name.endswith(("_atom", "_json")) and "changes" in name else None


def visitor_of(request: HttpRequest) -> str | None:
    """The address a request comes from, as its proxies tell it; None for the machine itself.

    Only as many proxies are believed as `MOOTHALL_PROXIES` says stand before us: what a visitor writes into the header
    stands before what they add. Of an IPv6 address the network counts, since a visitor has the whole of it.
    """
    proxies = settings.MOOTHALL.proxies
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    written = told[-proxies] if 0 < proxies <= len(told) else request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(written)
    except ValueError:
        return "unknown"
    if address.is_loopback and not proxies:
        return None
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped) if address.ipv4_mapped else address.exploded[:19]
    return str(address)
