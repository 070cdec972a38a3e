"""Numbers for headings and paragraphs, in the ways councils number their reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from moothall.documents.layouts.report_values import Piece
from moothall.documents.layouts.resolutions import letter
from moothall.documents.writing.document import Block, Paragraph
from moothall.domain.house_templates import HouseTemplate, Numbering, Slot

NUMBERED_HEADINGS = frozenset({Numbering.DECIMAL, Numbering.DECIMAL_ZERO, Numbering.HEADING})


class Numberer:
    """Counts headings and paragraphs through one report."""

    def __init__(self, template: HouseTemplate) -> None:
        self._template = template
        self._headings = 0
        self._running = 0
        self._place = 0

    def heading(self, slot: Slot) -> str:
        """The number of the next heading, or nothing where its slot has none."""
        if self._scheme(slot) not in NUMBERED_HEADINGS:
            return ""
        self._headings += 1
        zero = ".0" if self._template.numbering is Numbering.DECIMAL_ZERO else ""
        return f"{self._headings}{zero}{'.' if self._template.heading_stop else ''}"

    def paragraphs(self, pieces: Sequence[Piece], slot: Slot, *, goes_on: bool = False) -> list[Block]:
        """The slot's blocks with their numbers on, in the slot's own scheme or the template's.

        One that ``goes_on`` counts on from the slot before it.
        """
        done: list[Block] = []
        self._place = self._place if goes_on else 0
        several = sum(piece.counts for piece in pieces) > 1
        for piece in pieces:
            if piece.counts and isinstance(piece.block, Paragraph):
                number = self._number(slot, self._place, several)
                self._place += 1
                done.append(replace(piece.block, number=number))
            else:
                done.append(piece.block)
        return done

    def _scheme(self, slot: Slot) -> Numbering:
        return slot.numbering or self._template.numbering

    def _number(self, slot: Slot, place: int, several: bool) -> str:
        stop = "." if self._template.paragraph_stop else ""
        match self._scheme(slot):
            case Numbering.DECIMAL | Numbering.DECIMAL_ZERO:
                return f"{self._headings}.{place + 1}{stop}"
            case Numbering.RUNNING:
                self._running += 1
                return f"{self._running}{stop}"
            case Numbering.LETTERED:
                return letter(place, "A")
            case Numbering.NONE | Numbering.HEADING if slot.field == "recommendations" and several:
                return f"{place + 1}."
            case _:
                return ""
