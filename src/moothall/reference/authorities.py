"""The register of principal English authorities, from data/authorities.csv, and their addresses on the web.

What a council is called in running text lives in ``spellings``. Fictional authorities are not here.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from moothall.domain.authorities import Authority
from moothall.reference.sources import read_rows

COMPLETE_FROM = date(2019, 3, 31)
"""The register lists every principal authority from this day on, and no earlier day."""

_HOSTED_COMMITTEE_SITES = ("moderngov.co.uk", "cmis.uk.com", "public-i.tv")
_STAGING_SITES = ("gosshosted.com", "azurewebsites.net", "jadu.net", "netlify.app", "squiz.cloud", "cloudfront.net")


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def all_authorities() -> tuple[Authority, ...]:
    """Every authority in the register, current and abolished, in the order of their GSS codes."""
    return tuple(
        Authority(
            gss=row["gss"],
            register_code=row["register_code"],
            name=row["name"],
            official_name=row["official_name"],
            kind=row["kind"],
            region=row["region"],
            county=row["county"],
            starts_on=_day(row["starts_on"]),
            ends_on=_day(row["ended_on"]),
            replaced_by=tuple(row["successors"].split()),
        )
        for row in read_rows("authorities.csv")
    )


@cache
def _index() -> dict[str, Authority]:
    return {authority.gss: authority for authority in all_authorities()}


def principal(on: date) -> tuple[Authority, ...]:
    """The principal authorities that existed on a day, in the order of their names.

    Raises ValueError for a day before COMPLETE_FROM, which the register does not cover.
    """
    if on < COMPLETE_FROM:
        raise ValueError(
            f"The register of authorities starts on {COMPLETE_FROM.isoformat()} and cannot say who existed on "
            f"{on.isoformat()}. Choose a later day."
        )
    return tuple(sorted((a for a in all_authorities() if a.exists_on(on)), key=lambda a: (a.name.casefold(), a.gss)))


def by_gss(gss: str) -> Authority:
    """The authority with this GSS code, current or abolished. Raises KeyError, with a sentence, for any other code."""
    try:
        return _index()[gss.strip().upper()]
    except KeyError:
        raise KeyError(f"No principal English authority has the code {gss}. Check it against the register.") from None


def successors(authority: Authority) -> tuple[Authority, ...]:
    """The authorities that exist in its place today, through every later change; empty while it exists itself."""
    found: list[Authority] = []
    for gss in authority.replaced_by:
        heir = by_gss(gss)
        for last in successors(heir) or (heir,):
            if last not in found:
                found.append(last)
    return tuple(found)


def centroid(gss: str) -> tuple[float, float] | None:
    """Latitude and longitude near the middle of the area, for orientation only; None where the source has none."""
    return _centroids().get(gss)


@cache
def _centroids() -> dict[str, tuple[float, float]]:
    rows = read_rows("authorities.csv")
    return {row["gss"]: (float(row["latitude"]), float(row["longitude"])) for row in rows if row["latitude"]}


@cache
def hosts() -> dict[str, tuple[str, ...]]:
    """Each council domain name, with the GSS codes of those who have used it, the earliest first.

    A domain that two councils use at the same time is left out: it names neither.
    """
    return {row["host"]: tuple(row["gss"].split()) for row in read_rows("hosts.csv")}


def by_host(host: str, on: date | None = None) -> Authority | None:
    """The council that a host name, web address or e-mail address belongs to, or None where we are not sure.

    Any name under a council's own domain is that council's ("democracy.", "modgov.", ...), and so is a committee
    site that its supplier hosts under the council's label. With ``on``, a domain that passed from an abolished council
    to its successor gives the one that existed that day; without, the latest.
    """
    labels = _host_of(host).split(".")
    for start in range(len(labels) - 1):
        codes = hosts().get(".".join(labels[start:]))
        if codes:
            return _holder(codes, on)
    if ".".join(labels[1:]) in _HOSTED_COMMITTEE_SITES:
        codes = hosts().get(f"{labels[0]}.gov.uk")
        return _holder(codes, on) if codes else None
    return None


def staging_labels(address: str) -> tuple[str, ...]:
    """The parts of a host name that a council or its supplier chose for a trial of its website; empty elsewhere.

    Suppliers put a site on a domain of their own before it goes live, named for the council as they please, so these
    words can only hint at one.
    """
    host = _host_of(address)
    for site in (*_STAGING_SITES, *_HOSTED_COMMITTEE_SITES):
        if host.endswith(f".{site}"):
            return tuple(part for part in re.split(r"[.-]", host.removesuffix(f".{site}")) if part)
    return ()


def _host_of(text: str) -> str:
    text = text.strip().lower()
    if "@" in text and "/" not in text:
        text = text.rpartition("@")[2]
    return (urlsplit(text if "//" in text else f"//{text}").hostname or "").rstrip(".")


def _holder(codes: tuple[str, ...], on: date | None) -> Authority | None:
    held = [by_gss(code) for code in codes]
    if on is None or len(held) == 1:
        return held[-1]
    return next((authority for authority in held if authority.exists_on(on)), None)
