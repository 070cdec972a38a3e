"""The technologies plans name, from data/technologies.json: each usual name, its sort, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from moothall.domain.plain import build
from moothall.reference.sources import read_json


@dataclass(frozen=True, slots=True)
class Technology:
    """``written`` are the forms it is met in; a form without small letters is sought exactly as it is written."""

    name: str
    sort: str
    written: tuple[str, ...]


@cache
def shipped() -> tuple[Technology, ...]:
    """Every technology of the list, in its order."""
    return tuple(build(Technology, row) for row in read_json("technologies.json")["technologies"])


def named_in(words: str) -> Iterator[tuple[int, int, Technology]]:
    """The technologies named in these words with where each stands, the longest form first where two overlap."""
    forms, pattern = _forms()
    for match in pattern.finditer(words):
        written = match.group()
        known = forms.get(written) or forms.get(_key(written))
        if known is not None:
            yield match.start(), match.end(), known


@cache
def _forms() -> tuple[dict[str, Technology], re.Pattern[str]]:
    forms: dict[str, Technology] = {}
    for known in shipped():
        for form in known.written:
            forms[form if form[:1].isupper() else _key(form)] = known
    exact = sorted((re.escape(form) for form in forms if form[:1].isupper()), key=len, reverse=True)
    loose = sorted((_loose(form) for form in forms if not form[:1].isupper()), key=len, reverse=True)
    return forms, re.compile(rf"(?<![\w-])(?:{'|'.join(exact)}|(?i:{'|'.join(loose)}))(?![\w-])")


def _key(written: str) -> str:
    plain = re.sub(r"[\s-]+", " ", written.lower())
    return plain


def _loose(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]+")
