"""The council's own name, written wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from moothall.domain.placed_remarks import Material, PlacedRemark, at
from moothall.domain.remarks import Remark

CHECK = "own_name"
_NAMED = re.compile(r"\b[A-Z][\w’'-]+(?:[ \t]+(?:and|of|upon|on|the|in|le|&|with|[A-Z][\w’'-]+)){0,7}[ \t]+Council\b")
_KINDS = frozenset(
    ["borough", "city", "county", "district", "council", "metropolitan", "royal", "london", "town", "parish", "of"]
)
_ALIKE = 0.86


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out a council's name that is nearly, and not, this council's: a letter astray, or another kind of
    council.

    The names of other councils are left alone.
    """
    if not material.official_name:
        return
    right = {_folded(name) for name in (material.official_name, *material.own_names)}
    others = _all_folded(material.known.council_names) - right
    ours, place = _folded(material.official_name), _place(material.official_name)
    for section in material.sections:
        for found in _NAMED.finditer(section.text):
            for start in (found.start() + word.start() for word in re.finditer(r"\S+", found[0])):
                written = section.text[start : found.end()]
                folded = _folded(written)
                if not written[0].isupper() or folded in right or folded in others:
                    if folded in right or folded in others:
                        break
                    continue
                if _is_slip(folded, ours, place):
                    yield at(section, start, found.end(), _remark(written, material.official_name))
                    break


def _is_slip(written: str, ours: str, place: str) -> bool:
    if SequenceMatcher(None, written, ours).ratio() >= _ALIKE and abs(len(written.split()) - len(ours.split())) == 0:
        return True
    if {"town", "parish", "youth"} & set(written.split()) - set(ours.split()):
        return False
    theirs = _place(written)
    return bool(theirs) and theirs == place and len(written.split()) > len(theirs.split()) + 1


def _remark(written: str, right: str) -> Remark:
    return Remark(CHECK, f"“{written}” is not the council’s name.", None, f"Write {right}.")


def _place(name: str) -> str:
    return " ".join(word for word in _folded(name).split() if word not in _KINDS)


@lru_cache(maxsize=4)
def _all_folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_folded, names))


def _folded(name: str) -> str:
    return " ".join(re.findall(r"[a-z]+", name.casefold().replace("&", " and ").replace("’", "").replace("'", "")))
