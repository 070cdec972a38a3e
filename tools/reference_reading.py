"""What the pages on facts and checks say: from the finders, the record and the checks themselves."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterable, Iterator

from moothall.documents.clues import DocumentKind
from moothall.documents.facts import FINDERS, OF_THE_WHOLE
from moothall.documents.item import item_about, meeting_that_decides
from moothall.documents.listed_decisions import decision_listed
from moothall.documents.records import FIELDS, GATHERED
from moothall.domain.checks import CHECKS


def facts() -> Iterator[str]:
    """The parts of the page on facts."""
    yield (
        "A fact is one value read from a document and the place it was read: a page, and where the words start and end "
        "in that page's text. A finder looks for one kind of statement, in the ways councils make it, and says nothing "
        "where the document says nothing. Facts are candidates until a named person confirms them. "
        "`moothall read FILE --json` prints them."
    )
    yield "## Kinds of document\n\n" + ", ".join(f"`{kind.value}`" for kind in DocumentKind) + "."
    yield (
        "## The record\n\n"
        "Facts make a record with these fields, in this order. A field is null where the document does not say. "
        "`options`, `consultees`, `background_papers` and `appendices` are the word `none` where it says there is none."
        "\n\n" + _rows(("Field", "Holds"), ((f"`{name}`", _holds(name)) for name in FIELDS))
    )
    yield "## What is looked at\n\nA page may hold more than the plan's decision. Of several, in this order:"
    yield "\n".join(
        f"- {' '.join(_words(part).split())}" for part in (decision_listed, item_about, meeting_that_decides)
    )
    yield "## Finders"
    for name, find in FINDERS:
        module = sys.modules[find.__module__]
        whole = " It looks at the whole of a meeting's document." if name in OF_THE_WHOLE else ""
        yield f"### `{name}`\n\n{_words(module)}\n\nYields: {_words(find)}{whole}"


def checks() -> Iterator[str]:
    """The parts of the page on checks."""
    yield (
        "A check looks at what was read and points something out, as a remark: what it is, and what to do next. A "
        "remark never changes anything and never blocks by itself. The ids are lasting; other programs may rely on "
        "them."
    )
    for module in CHECKS:
        yield f"## `{module.CHECK}`\n\n{_words(module)}\n\n{_words(module.check)}"


def _holds(name: str) -> str:
    says = "every fact of this kind says, each once" if name in GATHERED else "the first fact of this kind says"
    return f"what {says}"


def _words(thing: object) -> str:
    return inspect.getdoc(thing) or ""


def _rows(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
