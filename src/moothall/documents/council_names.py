"""Councils by the names that words give them: in full, by what a body is called after, or around a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from moothall.documents.lines import Line, squeezed
from moothall.documents.outline import Outline
from moothall.domain.authorities import Authority
from moothall.reference import authorities, spellings

_COUNCIL = re.compile(r"\b(?:Council|COUNCIL|council|Corporation|CORPORATION|(?:MB|LB|B|D|C)C)\b")
_OF = re.compile(r"\b(?:London|Royal|LONDON|ROYAL)\s+(?:Borough|BOROUGH)\s+(?:of|OF)\s+|\bCity of (?=London)")
_KIND_FIRST = re.compile(r"\b(?P<kind>(?:(?:Metropolitan )?Borough|City|District|County) Council) of\s+(?=[A-Z])")
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[\w'’.&-]+")
_MOST_WORDS = 8
_CALLED_AFTER = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]*(?:\s+(?:and|upon|on|of|with)?\s*[A-Z][\w'’-]*){0,3}?)(?:['’]s?)?\s+"
    r"(?:Cabinet|Executive|Full Council|District|Borough|City|Overview|Planning|Policy)\b"
)
SECTOR_BODY = re.compile(
    r"(?:the )?(?:local government association|lga|(?:district|county|unitary) councils['’]? network|london councils|"
    r"local government (?:chronicle|information unit|first)|[\w ]{3,40} (?:association|institute|society))",
    re.IGNORECASE,
)


def named(text: str) -> Iterator[tuple[int, int, Authority]]:
    """Full names of councils in a text, the longest that fits at each place."""
    for match in _COUNCIL.finditer(text):
        words = list(_WORD.finditer(text, max(0, match.start() - 90), match.end()))[-_MOST_WORDS - 1 :]
        for word in words[:-1]:
            if not (word.group()[0].isupper() or word.group()[0].isdigit()):
                continue
            authority = spellings.by_name(text[word.start() : match.end()])
            if authority is not None:
                yield word.start(), match.end(), authority
                break
    for match in _KIND_FIRST.finditer(text):
        words = list(_WORD.finditer(text, match.end()))[:_MOST_WORDS]
        for word in reversed(words):
            place = text[match.end() : word.end()].strip(" .,")
            if (authority := spellings.by_name(f"{place} {match.group('kind')}")) is not None:
                yield match.start(), match.end() + len(place), authority
                break
    for match in _OF.finditer(text):
        words = list(_WORD.finditer(text, match.end()))[:5]
        for count in range(len(words), 0, -1):
            end = words[count - 1].end()
            authority = spellings.by_name(_POSSESSIVE.sub("", text[match.start() : end].strip(" .,")))
            if authority is not None:
                yield match.start(), end, authority
                break


def by_short_name(words: str) -> Authority | None:
    claims = short_names().get(words, set())
    return authorities.by_gss(next(iter(claims))) if len(claims) == 1 else None


@cache
def short_names() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for authority in authorities.all_authorities():
        if authority.ends_on is None:
            for name in spellings.short_names(authority):
                found[squeezed(name)].add(authority.gss)
    return found


def named_around(outline: Outline) -> Iterator[tuple[int, int, int, Authority]]:
    """Councils named in the page's title for the browser, or in its banner or foot: page, start, end, council."""
    parts = outline.document.metadata.get("left_out", ())
    if any(SECTOR_BODY.fullmatch(words.strip()) for part in parts for words in re.split(r"[|–—:-]", part["text"])):
        return
    for part in parts:
        for start, end, authority in named(part["text"]):
            yield part["page"], part["start"] + start, part["start"] + end, authority


def by_its_body(outline: Outline, url: str | None) -> tuple[Line, int, int, Authority] | None:
    """The council that a body is called after, where the site's address holds its name: line, start, end, council."""
    if not url:
        return None
    host = squeezed(urlsplit(url if "//" in url else f"//{url}").netloc).replace(" ", "")
    found: dict[str, tuple[Line, int, int, Authority]] = {}
    for entry in outline.all("body", "decided_at"):
        for line in entry.values[:1]:
            for match in _CALLED_AFTER.finditer(line.text):
                authority = by_short_name(squeezed(match.group("name")))
                if authority is not None and squeezed(match.group("name")).replace(" ", "") in host:
                    found.setdefault(authority.gss, (line, *match.span("name"), authority))
    return next(iter(found.values())) if len(found) == 1 else None
