"""Invented reports and their corrected versions, with the true place of every word in both."""

from __future__ import annotations

import hashlib
import random
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace

from moothall.documents.reading.document import Block, BlockKind, Document, Page

PLACES = ("Ambermere", "Wrenbourne", "Oxleigh", "Tarnford", "Hollowby", "Quillmouth", "Estermoor", "Pennick", "Dunwold")
SERVICES = ("waste", "planning", "housing", "benefits", "licensing", "parks", "revenues", "highways", "libraries")
ROLES = ("Head of Finance", "Director of Place", "Monitoring Officer", "Leader of the Council", "Chief Executive")
DATES = "3 June 2024|18 June 2024|10 July 2024|19 July 2024|16 April 2024|2 May 2024|25 July 2024|4 September 2024"
SENTENCES = (
    "The {service} service moved to {place} in the spring and now answers most letters within {n} working days.",
    "Officers propose that the {service} budget be kept at £{n},{nn} for the year, as set out in paragraph {n}.",
    "A shared team with {place} has handled {service} since {date}, and both councils pay half of its cost.",
    "Members asked on {date} how the savings in {service} were counted and were told that only cash was counted.",
    "The “one front door” programme for {service} will end its first stage by {date}, subject to staffing.",
    "It is expected that {n}% of requests about {service} can be settled without a visit to the office.",
    "Short funding settlements make it hard to plan {service} beyond a single year, as {place} has found too.",
    "The {role} will report the effect on {service} to scrutiny before the end of the financial year.",
    "Agency spending in {service} fell from £{nn},000 to £{n},000 after the posts were made permanent.",
    "Data about {service} is held in {n} different systems, which the council intends to bring into one.",
)
STOCK = (
    "There are no {kind} implications arising from this report.",
    "None.",
    "The {kind} implications are set out in the body of this report.",
    "Not applicable.",
)
KINDS = ["legal", "financial", "equality", "climate", "staffing", "risk", "procurement", "safeguarding"]


@dataclass(frozen=True)
class Part:
    """A heading, paragraph, item or row that keeps its ``id`` through every correction."""

    id: int
    kind: BlockKind
    text: str
    number: str = ""

    @property
    def printed(self) -> str:
        """The words with their number."""
        return f"{self.number} {self.text}" if self.number else self.text


@dataclass(frozen=True)
class Printed:
    """A version as a reader hands it on, with the place of each part: page, start and end of every piece of it."""

    document: Document
    places: dict[int, tuple[tuple[int, int, int], ...]]


def report(seed: int) -> list[Part]:
    """An invented covering report of some sixty parts, stock sentences that repeat among them."""
    draw = random.Random(seed)  # noqa: S311 - an invented report, no secret
    parts: list[tuple[BlockKind, str]] = [
        (BlockKind.HEADING, f"Savings Plan of {draw.choice(PLACES)} District Council"),
        (BlockKind.TABLE_ROW, f"Report to:\tCabinet\tDate:\t{draw.choice(DATES.split('|'))}"),
        (BlockKind.TABLE_ROW, f"Report of:\t{draw.choice(ROLES)}\tKey decision:\tNo"),
    ]
    for section in draw.sample(("Summary", "Background", "Proposals", "What we ask of government", "Next steps"), 4):
        parts.append((BlockKind.HEADING, section))
        for _ in range(draw.randint(3, 6)):
            parts.append((BlockKind.PARAGRAPH, " ".join(_sentence(draw) for _ in range(draw.randint(1, 4)))))
        if draw.random() < 0.6:
            parts.append((BlockKind.PARAGRAPH, f"The {draw.choice(SERVICES)} team will:"))
            parts.extend((BlockKind.LIST_ITEM, _item(draw)) for _ in range(draw.randint(2, 5)))
    for kind in draw.sample(KINDS, 6):
        parts.append((BlockKind.HEADING, f"{kind.capitalize()} implications"))
        parts.append((BlockKind.PARAGRAPH, draw.choice(STOCK).format(kind=kind)))
    parts.append((BlockKind.HEADING, "Background papers"))
    parts.append((BlockKind.PARAGRAPH, draw.choice(("None.", "Letter of 16 April 2024."))))
    return numbered([Part(at, kind, text) for at, (kind, text) in enumerate(parts)])


def numbered(parts: list[Part]) -> list[Part]:
    """The parts with sections and paragraphs counted anew."""
    section = paragraph = 0
    out = []
    for part in parts:
        if part.kind is BlockKind.HEADING and part.id:
            section, paragraph = section + 1, 0
            part = replace(part, number=f"{section}")
        elif part.kind is BlockKind.PARAGRAPH:
            paragraph += 1
            part = replace(part, number=f"{section}.{paragraph}")
        out.append(part)
    return out


def _sentence(draw: random.Random) -> str:
    return draw.choice(SENTENCES).format(
        service=draw.choice(SERVICES), place=draw.choice(PLACES), role=draw.choice(ROLES),
        date=draw.choice(DATES.split("|")), n=draw.randint(2, 99), nn=draw.randint(100, 999),
    )  # fmt: skip


def _item(draw: random.Random) -> str:
    words = ("close", "share", "review", "retender", "renew", "publish", "measure")
    return f"{draw.choice(words)} the {draw.choice(SERVICES)} contract by {draw.choice(DATES.split('|'))};"


def printed(
    parts: list[Part],
    *,
    width: int = 0,
    per_page: int = 10_000,
    head: str = "",
    dress: Callable[[str], str] = str,
    hyphens: bool = False,
    order: Callable[[list[Part]], list[Part]] = list,
) -> Printed:
    """The parts as pages: lines of ``width`` letters, so many lines a page, with a running head and other letters."""
    lines: list[list[tuple[int, BlockKind, str]]] = [[]]
    for part in order(parts):
        words = dress(part.printed)
        some = textwrap.wrap(words, width, break_long_words=False) if width and "\t" not in words else [words]
        if hyphens:
            some = _hyphenated(some)
        for line in some:
            if len(lines[-1]) >= per_page:
                lines.append([])
            lines[-1].append((part.id, part.kind, line))
    return _pages(lines, head)


def _hyphenated(lines: list[str]) -> list[str]:
    """The lines with a word of the next broken over each end."""
    out = list(lines)
    for at in range(len(out) - 1):
        word, space, rest = out[at + 1].partition(" ")
        if len(word) > 7 and word.isalpha() and space:
            out[at] += f" {word[:4]}-"
            out[at + 1] = f"{word[4:]} {rest}"
    return out


def _pages(lines: list[list[tuple[int, BlockKind, str]]], head: str) -> Printed:
    pages, places = [], {}
    for number, here in enumerate(lines, start=1):
        text = f"{head} Page {number} of {len(lines)}\n" if head else ""
        spans: dict[int, tuple[BlockKind, int, int]] = {}
        for part, kind, line in here:
            start = len(text)
            text += line + "\n"
            spans[part] = (kind, spans[part][1] if part in spans else start, start + len(line))
        blocks = []
        for part, (kind, start, end) in spans.items():
            places[part] = (*places.get(part, ()), (number, start, end))
            blocks.append(Block(kind, start, end))
        pages.append(Page(number, text, tuple(blocks)))
    sha256 = hashlib.sha256("\f".join(page.text for page in pages).encode()).hexdigest()
    return Printed(Document("report.pdf", sha256, "application/pdf", tuple(pages)), places)
