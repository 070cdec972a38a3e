"""A PDF altered without altering how it looks: its tags taken off, or its drawing done in another order."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2

_STATE = {"w", "J", "j", "M", "d", "ri", "i", "gs", "CS", "cs", "SC", "SCN", "sc", "scn", "G", "g", "RG", "rg", "K",
          "k", "cm", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts"}  # fmt: skip
_PATH = {"m", "l", "c", "v", "y", "h", "re"}
_PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}


def without_tags(data: bytes) -> bytes:
    """The PDF without its structure tree: what is left when a file is printed to PDF again."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        for key in ("/StructTreeRoot", "/MarkInfo"):
            if key in opened.Root:
                del opened.Root[key]
        for page in opened.pages:
            if "/StructParents" in page:
                del page["/StructParents"]
        return _saved(opened)


def scrambled(data: bytes, seed: int) -> bytes:
    """The PDF without tags, every page's text drawn in an order of chance; what lies beneath text is drawn first."""
    by = random.Random(seed)  # noqa: S311 - not for secrets
    with pikepdf.open(io.BytesIO(without_tags(data))) as opened:
        for page in opened.pages:
            units = _Units()
            for operands, operator in pikepdf.parse_content_stream(page):
                units.take(list(operands), str(operator))
            by.shuffle(units.texts)
            order = [step for unit in (*units.beneath, *units.texts) for step in unit]
            page.Contents = opened.make_stream(pikepdf.unparse_content_stream(order))
        return _saved(opened)


def locked(data: bytes) -> bytes:
    """The PDF under a password."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        kept = io.BytesIO()
        opened.save(kept, encryption=pikepdf.Encryption(user="open", owner="own", R=6))
        return kept.getvalue()


def without_words(data: bytes) -> bytes:
    """The PDF with nothing on its pages."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        for page in opened.pages:
            page.Contents = opened.make_stream(b"")
        return _saved(opened)


def pictured(data: bytes, pages: int = 3) -> bytes:
    """The first pages as a scanner gives them: one picture each, no words."""
    opened = pypdfium2.PdfDocument(data)
    taken = [opened[place].render(scale=200 / 72).to_pil().convert("L") for place in range(min(pages, len(opened)))]
    kept = io.BytesIO()
    taken[0].save(kept, "PDF", save_all=True, append_images=taken[1:], resolution=200)
    return kept.getvalue()


def _saved(opened: pikepdf.Pdf) -> bytes:
    kept = io.BytesIO()
    opened.save(kept, deterministic_id=True)
    return kept.getvalue()


Step = tuple[list[Any], pikepdf.Operator]


@dataclass
class _Units:
    """A page's drawing in units that each carry all the state they need, and so may be drawn in any order."""

    texts: list[list[Step]] = field(default_factory=list)
    beneath: list[list[Step]] = field(default_factory=list)
    state: list[Step] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    pending: list[Step] = field(default_factory=list)
    clips: bool = False

    def take(self, operands: list[Any], name: str) -> None:
        """Take in one operator of the page's own stream."""
        step = (operands, pikepdf.Operator(name))
        if name == "q":
            self.kept.append(len(self.state))
        elif name == "Q":
            del self.state[self.kept.pop() :]
        elif name in ("BDC", "BMC", "EMC", "MP", "DP"):
            return
        elif name == "BT":
            self.pending = [step]
        elif name == "ET":
            self.texts.append(self._unit([*self.pending, step]))
            # what was set inside lasts beyond the text object, as fonts and colours do
            self.state += [held for held in self.pending if str(held[1]) in _STATE]
            self.pending = []
        elif self.pending and str(self.pending[0][1]) == "BT":
            self.pending.append(step)
        elif name in _STATE:
            self.state.append(step)
        elif name in _PATH:
            self.pending.append(step)
        elif name in ("W", "W*"):
            self.pending.append(step)
            self.clips = True
        elif name in (*_PAINT, "n"):
            self._paint(step, name)
        else:
            self.beneath.append(self._unit([step]))

    def _paint(self, step: Step, name: str) -> None:
        if name != "n":
            self.beneath.append(self._unit([*self.pending, step]))
        if self.clips:
            self.state += [*self.pending, ([], pikepdf.Operator("n"))] if name == "n" else []
        self.pending, self.clips = [], False

    def _unit(self, steps: list[Step]) -> list[Step]:
        return [([], pikepdf.Operator("q")), *self.state, *steps, ([], pikepdf.Operator("Q"))]
