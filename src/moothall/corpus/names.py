"""Lasting names: what a passage is called while its words stay the same, whatever happens around it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from moothall.corpus.folding import folded_text, label

_MARK = 8
_WORDS = 12


def names(texts: Iterable[str], whose: str) -> Iterator[str]:
    """A name for each text of one document, in order: "3f9a01c7-5d0c2b7e9f10", and "-2" for the same words again.

    ``whose`` says what document it is: a file's SHA-256, or an authority and a round for a plan that is written here.
    Words that differ only in spacing, hyphens, quotation marks, letters set as one, capitals, or the number
    printed before them have the same name.
    """
    mark = hashlib.sha256(whose.encode()).hexdigest()[:_MARK]
    seen: Counter[str] = Counter()
    for text in texts:
        words = folded_text(text[len(label(text)) :]) or text
        name = f"{mark}-{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:_WORDS]}"
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"
