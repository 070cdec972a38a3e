"""Every file the fuzzer starts from, and every one that once tripped a reader, trips none now."""

from __future__ import annotations

from pathlib import Path

import pytest

from moothall.documents.reading import gate, reader, wire
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import DEFAULT
from tools import fuzz

KEPT = [path for path in sorted(fuzz.CORPUS.rglob("*")) if path.is_file() and path.parent != fuzz.CORPUS]
SMALL = 20_000


def kind_of(path: Path) -> str:
    return path.parent.name


@pytest.mark.parametrize("path", KEPT, ids=lambda path: str(path.relative_to(fuzz.CORPUS)))
def test_a_kept_file_trips_no_reader(path: Path) -> None:
    fuzz.reading(kind_of(path))(path.read_bytes())


@pytest.mark.parametrize("kind", fuzz.ENDINGS)
def test_the_fuzzer_starts_every_reader_from_a_file_that_is_read(kind: str) -> None:
    starts = [path for path in KEPT if path.parent == fuzz.CORPUS / kind]
    read = []
    for path in starts:
        data, name = fuzz.whole(kind, path.read_bytes()), f"file{fuzz.ENDINGS[kind]}"
        try:
            document = reader.read(gate.examine(data, name, DEFAULT).media, data, name, DEFAULT)
        except Unreadable:
            continue
        assert wire.load(wire.dump(document)) == document
        read.append(path.name)

    assert read


def test_the_corpus_stays_small() -> None:
    assert all(path.stat().st_size <= SMALL for path in KEPT)
    assert len(KEPT) < 200


def test_every_reader_is_fuzzed() -> None:
    from moothall.documents.reading import READERS

    assert {kind for kind, _ in READERS} == set(fuzz.ENDINGS)
