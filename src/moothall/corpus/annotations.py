"""Marked passages as W3C Web Annotations: those made elsewhere read into what finds their words again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from moothall.corpus.selectors import BESIDE, Selectors
from moothall.domain.facts import Locator

MOST = 2000
LARGEST = 4 * 1024 * 1024
OURS = "urn:moothall:evidence:"
_FILE = "urn:sha256:"
_DEEPEST = 6
_NO_LETTER = re.compile("[\x00\ud800-\udfff]")


class NoAnnotations(ValueError):
    """The file holds no annotations that can be read. Its words are a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage somebody marked. ``selectors`` say where; ``says`` is what the annotation says of it, in words.

    ``id`` is its own address or empty, ``purpose`` why it says so ("commenting"), ``by`` who made it, where it is told.
    None of it holds a letter that no database keeps.
    """

    id: str
    selectors: Selectors
    purpose: str
    says: str
    by: str


def read(data: bytes) -> tuple[tuple[Marked, ...], tuple[str, ...]]:
    """The annotations in a file of JSON, and a sentence for each that gives no words to look for.

    One annotation, a list, an AnnotationPage, a collection with its first page in it, and the "rows" other programs
    write are read. Raises NoAnnotations for a file that is too large, no JSON, or holds none.
    """
    if len(data) > LARGEST:
        raise NoAnnotations(f"The file has more than {LARGEST // 1024 // 1024} MB.")
    try:
        given = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NoAnnotations("This is no JSON. Export the annotations as JSON and bring in that file.") from error
    found = list(_annotations(given, 0))
    if not found:
        raise NoAnnotations("There are no annotations in this file.")
    if len(found) > MOST:
        raise NoAnnotations(f"The file has {len(found)} annotations; the most that are read at once is {MOST}.")
    marked, left = [], []
    for place, one in enumerate(found, 1):
        try:
            marked.append(_marked(one))
        except (KeyError, TypeError, AttributeError, ValueError, StopIteration, OverflowError):
            left.append(f"Annotation {place} quotes no words, so it cannot be placed.")
    return tuple(marked), tuple(left)


def _annotations(given: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(given, list):
        for one in given:
            yield from _annotations(one, depth + 1)
    elif isinstance(given, dict):
        if "target" in given:
            yield given
        else:
            for key in ("items", "@graph", "rows", "first"):
                yield from _annotations(given.get(key), depth + 1)


def _marked(one: Mapping[str, Any]) -> Marked:
    target = next(iter(_listed(one["target"])))
    source = _text(target.get("source"))
    selectors = list(_flat(_listed(target["selector"])))
    quote = next(each for each in selectors if each.get("type") == "TextQuoteSelector")
    exact = _text(quote["exact"])
    if not exact.strip():
        raise ValueError("an empty quotation")
    where = tuple(place for each in selectors if (place := _page(each)) is not None)
    return Marked(
        id=_text(one.get("id"))[:300],
        selectors=Selectors(
            sha256=source.removeprefix(_FILE)[:64] if source.startswith(_FILE) else "",
            where=where,
            exact=exact,
            prefix=_text(quote.get("prefix"))[-BESIDE:],
            suffix=_text(quote.get("suffix"))[:BESIDE],
            nth=int(quote.get("nth", 1)),
            of=int(quote.get("of", 1)),
        ),
        purpose=_purpose(one),
        says=_says(one),
        by=_by(one),
    )


def _flat(selectors: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    """Selectors with those that refine a selector which is no page, one after the other."""
    for each in selectors:
        if isinstance(each, dict):
            yield each
            inner = each.get("refinedBy")
            if isinstance(inner, dict) and inner.get("type") == "TextQuoteSelector":
                yield inner


def _page(selector: Mapping[str, Any]) -> Locator | None:
    value, refined = str(selector.get("value", "")), selector.get("refinedBy")
    name, _, number = value.partition("=")
    if name != "page" or not number.isdigit() or not isinstance(refined, dict) or "start" not in refined:
        return None
    return Locator(int(number), int(refined["start"]), int(refined["end"]))


def _purpose(one: Mapping[str, Any]) -> str:
    body = next((each for each in _listed(one.get("body")) if isinstance(each, dict)), {})
    said = body.get("purpose") or next(iter(_listed(one.get("motivation"))), "") or "highlighting"
    return _text(said)[:100]


def _says(one: Mapping[str, Any]) -> str:
    said = [each.get("value") if isinstance(each, dict) else each for each in _listed(one.get("body"))]
    said += [one[key] for key in ("bodyValue", "text") if one.get(key)]
    return "; ".join(_text(each) for each in said if each not in (None, ""))[:4000]


def _by(one: Mapping[str, Any]) -> str:
    who = next(iter(_listed(one.get("creator") or one.get("user"))), "")
    return _text(who.get("name") or who.get("id") if isinstance(who, dict) else who)[:200]


def _text(given: Any) -> str:
    """A value as words: data as JSON, and a mark in the place of what is no letter."""
    words = "" if given is None else given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
    return _NO_LETTER.sub("\ufffd", words)


def _listed(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [] if given is None else [given]
