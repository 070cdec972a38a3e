"""What a council is called in running text: its official name, the forms councils really use, and its bare place name.

Forms are built by rule from the register and completed from data/spellings.csv. A form that two councils could claim
belongs to the one whose official name it is, or to neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache

from moothall.domain.authorities import Authority
from moothall.reference.authorities import all_authorities
from moothall.reference.sources import read_rows

_KINDS = {
    "Metropolitan Borough": ("Metropolitan Borough Council", "Borough Council", "MBC", "Council"),
    "Borough": ("Borough Council", "BC", "Council"),
    "District": ("District Council", "DC", "Council"),
    "County": ("County Council", "CC", "Council"),
    "City": ("City Council", "Council"),
}


@cache
def names(authority: Authority) -> tuple[str, ...]:
    """The spellings that name this council and no other, the official one first, longest of the rest next.

    They are safe to look for in a text as whole words. Each is given with "and" and "&", with and without hyphens and
    full stops, and with straight and curly apostrophes, wherever that makes a difference.
    """
    mine = [spelling for spelling, owner in _owners().items() if owner == authority.gss]
    mine.sort(key=lambda spelling: (spelling != authority.official_name, -len(spelling), spelling))
    return tuple(mine)


@cache
def short_names(authority: Authority) -> tuple[str, ...]:
    """The bare place names ("Reading", "North Herts"). They also mean a town, so are never enough on their own."""
    given = _given(authority, "short")
    found: dict[str, None] = {}
    for spelling in (_place(authority), *given):
        found.update(dict.fromkeys(_variants(spelling)))
    return tuple(found)


def _given(authority: Authority, form: str) -> list[str]:
    return _spellings().get((authority.gss, form), [])


@cache
def _spellings() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in read_rows("spellings.csv"):
        found[row["gss"], row["form"]].append(row["spelling"])
    return found


def by_name(text: str, on: date | None = None) -> Authority | None:
    """The council whose full name this text is, whatever its capitals and spacing, or None.

    With ``on``, only a council that existed that day.
    """
    authority = _folded().get(_fold(text))
    return authority if authority and (on is None or authority.exists_on(on)) else None


@cache
def _folded() -> dict[str, Authority]:
    by_code = {authority.gss: authority for authority in all_authorities()}
    return {_fold(spelling): by_code[gss] for spelling, gss in _owners().items()}


def _fold(text: str) -> str:
    text = text.casefold().replace("&", " and ")
    text = re.sub(r"\bsaint\b", "st", re.sub(r"['’.]", "", text))
    return " ".join(re.findall(r"[a-z]+", text))


@cache
def _owners() -> dict[str, str]:
    """Each full spelling with the GSS code of the one council it names."""
    official = {_fold(a.official_name): a.gss for a in all_authorities()}
    claims: dict[str, set[str]] = defaultdict(set)
    written: dict[str, dict[str, None]] = defaultdict(dict)
    current = {a.gss for a in all_authorities() if a.ends_on is None}
    for authority in all_authorities():
        for form in _forms(authority):
            for spelling in _variants(form):
                claims[_fold(spelling)].add(authority.gss)
                written[_fold(spelling)][spelling] = None
    owners: dict[str, str] = {}
    for fold, claimants in claims.items():
        owner = official.get(fold) or _only(claimants) or _only(claimants & current)
        if owner:
            owners.update(dict.fromkeys(written[fold], owner))
    return owners


def _only(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def _forms(authority: Authority) -> tuple[str, ...]:
    """The council's full names before spelling variants: official, by rule from its kind, and given as data."""
    place, official = _place(authority), authority.official_name
    given = _given(authority, "full")
    if authority.kind == "City of London":
        return (official, *given)
    if authority.kind == "London borough council":
        style = "Royal Borough" if official.startswith("Royal") else "London Borough"
        return (official, f"{style} of {place}", f"{place} Council", f"{place} London Borough Council", *given)
    kind = next((kind for kind in _KINDS if kind in official), "")
    if official.startswith("City of"):
        kind = "City"
    forms = [f"{place} {ending}" for ending in _KINDS.get(kind, ("Council",))]
    if kind == "City":
        forms.append(f"City of {place} Council")
    return (official, *forms, *given)


def _place(authority: Authority) -> str:
    """The place without the register's own additions ("City of Lincoln", "Dorset Council", "County Durham")."""
    name = re.sub(r"^(City of|County) (?!London)", "", authority.name)
    return re.sub(r" (Council|County)$", "", name)


def _variants(form: str) -> tuple[str, ...]:
    """One form in the ways it is typed: and or &, hyphens or spaces, St or St. or Saint, apostrophe or none."""
    found = {form: None}
    for old, new in ((" and ", " & "), (" & ", " and "), ("-", " "), ("St. ", "St "), ("'", "’"), ("'", "")):
        found.update({spelling.replace(old, new): None for spelling in list(found)})
    for new in ("St. ", "Saint "):
        found.update({re.sub(r"^St ", new, spelling): None for spelling in list(found)})
    return tuple(found)
