"""Annotations made elsewhere: what is read of them, and what is told of those that quote nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from moothall.corpus.annotations import MOST, NoAnnotations, read

ONE: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://notes.example/1",
    "type": "Annotation",
    "motivation": "commenting",
    "creator": {"type": "Person", "name": "Ines Harcombe"},
    "body": {"type": "TextualBody", "value": "Ask finance.", "purpose": "questioning"},
    "target": {
        "source": "https://www.ambermere.example/report",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "no duty in statute", "prefix": "There is ", "suffix": " to write"}
        ],
    },
}


@pytest.mark.parametrize(
    "wrapped",
    [ONE, [ONE], {"type": "AnnotationPage", "items": [ONE]}, {"first": {"items": [ONE]}}, {"rows": [ONE]}],
)
def test_one_annotation_is_read_in_whatever_it_is_wrapped(wrapped: Any) -> None:
    (marked,), left = read(json.dumps(wrapped).encode())

    assert (marked.selectors.exact, marked.says, marked.purpose) == (
        "no duty in statute",
        "Ask finance.",
        "questioning",
    )
    assert (marked.by, marked.selectors.sha256, left) == ("Ines Harcombe", "", ())


def test_one_that_quotes_nothing_is_told_by_its_place_and_the_others_are_read() -> None:
    nothing = {"target": {"selector": {"type": "TextPositionSelector", "start": 1, "end": 9}}}

    marked, left = read(json.dumps([nothing, ONE, {"target": "https://a.example"}]).encode())

    assert len(marked) == 1
    assert left == tuple(f"Annotation {place} quotes no words, so it cannot be placed." for place in (1, 3))


def test_what_no_database_keeps_is_a_mark() -> None:
    said = json.dumps({**ONE, "body": "zero \u0000 here \ud800"})

    assert read(said.encode())[0][0].says == "zero \ufffd here \ufffd"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xfe", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"{}", "no annotations"),
        (json.dumps([{"target": 1}] * (MOST + 1)).encode(), "the most that are read at once"),
        (b" " * (5 * 1024 * 1024), "more than 4 MB"),
    ],
)
def test_a_file_of_none_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(NoAnnotations, match=sentence):
        read(data)
