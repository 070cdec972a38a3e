"""What is done to an invented report before its words are looked for again, one kind of change to a function."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from benchmarks import _corrected
from benchmarks._corrected import Part, Printed, numbered, printed
from moothall.corpus.likeness import TURNS
from moothall.documents.reading.document import BlockKind

Change = Callable[[list[Part], random.Random], tuple[list[Part], Printed]]
NEW = 10_000
"""Parts that were not there before are numbered from here."""
_PLAIN = ("local", "joint", "present", "usual", "further", "wider", "team", "work", "agreed", "council")
_LIGATURES = str.maketrans({"“": '"', "”": '"', "’": "'", "-": "‐", " ": "\u00a0"})


def _as_it_was(parts: list[Part], draw: random.Random, **how: object) -> tuple[list[Part], Printed]:
    return parts, printed(parts, **how)  # type: ignore[arg-type]


def _dressed(words: str) -> str:
    return words.translate(_LIGATURES).replace("fi", "ﬁ").replace("fl", "ﬂ")


def _columns(parts: list[Part]) -> list[Part]:
    """The rows of tables after everything else, as some readers take them."""
    return sorted(parts, key=lambda part: part.kind is BlockKind.TABLE_ROW)


def _inserted(parts: list[Part], draw: random.Random) -> tuple[list[Part], Printed]:
    out = list(parts)
    for new in range(draw.randint(2, 5)):
        out.insert(draw.randrange(2, len(out)), Part(NEW + new, BlockKind.PARAGRAPH, _sentences(draw)))
    out = numbered(out)
    return out, printed(out)


def _sentences(draw: random.Random) -> str:
    return " ".join(_corrected._sentence(draw) for _ in range(draw.randint(1, 3)))


def _stock_inserted(parts: list[Part], draw: random.Random) -> tuple[list[Part], Printed]:
    out = list(parts)
    for new in range(3):
        words = draw.choice(_corrected.STOCK).format(kind=draw.choice(_corrected.KINDS))
        out.insert(draw.randrange(2, len(out)), Part(NEW + new, BlockKind.PARAGRAPH, words))
    out = numbered(out)
    return out, printed(out)


def _deleted(parts: list[Part], draw: random.Random) -> tuple[list[Part], Printed]:
    """Some paragraphs less, and one section less with its heading."""
    section, sections = 0, {}
    for part in parts:
        section += part.kind is BlockKind.HEADING
        sections[part.id] = section
    left_out = draw.randint(2, section)
    some = [part.id for part in parts[1:] if part.kind is not BlockKind.HEADING]
    gone = {*draw.sample(some, max(2, len(some) // 8)), *(key for key, at in sections.items() if at == left_out)}
    out = numbered([part for part in parts if part.id not in gone])
    return out, printed(out)


def _moved(parts: list[Part], draw: random.Random) -> tuple[list[Part], Printed]:
    out = list(parts)
    for _ in range(3):
        part = out.pop(draw.randrange(3, len(out)))
        out.insert(draw.randrange(3, len(out)), part)
    out = numbered(out)
    return out, printed(out)


def _a_word(text: str, draw: random.Random) -> str:
    words = text.split(" ")
    plain = [at for at, word in enumerate(words) if re.fullmatch(r"[a-z]{4,}", word) and word not in TURNS]
    if len(words) < 8 or not plain:
        return text
    words[draw.choice(plain)] = draw.choice(_PLAIN)
    return " ".join(words)


def _reworded(parts: list[Part], draw: random.Random, *, share: float) -> tuple[list[Part], Printed]:
    out = [replace(part, text=_a_word(part.text, draw)) if draw.random() < share else part for part in parts]
    return out, printed(out)


def _other_figures(parts: list[Part], draw: random.Random) -> tuple[list[Part], Printed]:
    out = []
    for part in parts:
        figures = list(re.finditer(r"\d+", part.text))
        if figures and draw.random() < 0.5:
            one = draw.choice(figures)
            other = str(int(one.group()) + draw.randint(1, 8))
            part = replace(part, text=part.text[: one.start()] + other + part.text[one.end() :])
        out.append(part)
    return out, printed(out)


def _other_headings(parts: list[Part], draw: random.Random) -> tuple[list[Part], Printed]:
    out = [
        replace(part, text=f"{part.text} and advice") if part.kind is BlockKind.HEADING and part.id else part
        for part in parts
    ]
    return out, printed(out)


def _a_corrected_plan(parts: list[Part], draw: random.Random) -> tuple[list[Part], Printed]:
    """What a correction usually is: a paragraph more, one less, a few words, set on other pages by another program."""
    out = list(parts)
    out.insert(draw.randrange(3, len(out)), Part(NEW, BlockKind.PARAGRAPH, _sentences(draw)))
    for _ in range(2):
        at = draw.randrange(3, len(out))
        out[at] = replace(out[at], text=_a_word(out[at].text, draw))
    out = numbered(out)
    return out, printed(out, width=92, per_page=38, head="Savings Plan", dress=_dressed)


CHANGES: dict[str, Change] = {
    "lines set anew": partial(_as_it_was, width=61),
    "words broken at line ends": partial(_as_it_was, width=61, hyphens=True),
    "ligatures, quotes, hard spaces": partial(_as_it_was, dress=_dressed),
    "other pages, running heads": partial(_as_it_was, width=80, per_page=23, head="Item 7"),
    "tables read last": partial(_as_it_was, order=_columns),
    "paragraphs put in": _inserted,
    "stock sentences put in": _stock_inserted,
    "paragraphs taken out": _deleted,
    "paragraphs moved": _moved,
    "headings changed": _other_headings,
    "a word changed in one part of ten": partial(_reworded, share=0.1),
    "a word changed in every part": partial(_reworded, share=1.0),
    "figures changed in every second part": _other_figures,
    "a corrected version": _a_corrected_plan,
}
