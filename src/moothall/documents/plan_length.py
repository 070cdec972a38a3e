"""How long a plan is on paper: measured on its own PDF, remembered by what the plan says and how it is laid out."""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, datetime
from threading import Lock

import pypdfium2

from moothall.documents.layouts import plan_layouts
from moothall.documents.writing import pdf
from moothall.domain.fingerprints import fingerprint
from moothall.domain.plan_lengths import PlanLength
from moothall.domain.plans import Layout, Plan, word_count
from moothall.domain.rounds import Round

_KEPT = 200
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # the day stands only in the PDF's own data and moves no line
_TOP, _BOTTOM = 71.0, 74.0  # points: the margins of page.typ in which no text stands
_measured: OrderedDict[tuple[str, Layout], PlanLength] = OrderedDict()
_lock = Lock()


def known(plan: Plan, round_: Round, layout: Layout | None = None) -> PlanLength | None:
    """The length of this very plan in this layout where it was measured before, or None. Takes no time."""
    with _lock:
        return _measured.get((fingerprint((plan, round_)), layout or plan.layout))


def measure(plan: Plan, round_: Round, layout: Layout | None = None) -> PlanLength:
    """Pages and words of the plan in this layout (its own where none is named), from the PDF that would be published.

    Raises pdf.NotWritten where the PDF cannot be made.
    """
    chosen = layout or plan.layout
    name = (fingerprint((plan, round_)), chosen)
    with _lock:
        if name in _measured:
            _measured.move_to_end(name)
            return _measured[name]
    found = _measure(plan, round_, chosen)
    with _lock:
        _measured[name] = found
        while len(_measured) > _KEPT:
            _measured.popitem(last=False)
    return found


def _measure(plan: Plan, round_: Round, layout: Layout) -> PlanLength:
    written = pdf.write(plan_layouts.compose(plan, round_, layout=layout), timestamp=_ANY_DAY)
    document = pypdfium2.PdfDocument(written)
    try:
        return PlanLength(len(document), _filled(document[len(document) - 1]), word_count(plan))
    finally:
        document.close()


def _filled(page: pypdfium2.PdfPage) -> float:
    """The share of the page's text area that lies above the foot of its lowest line; the footer is left out."""
    height = float(page.get_height())
    text = page.get_textpage()
    try:
        feet = [height - float(text.get_rect(at)[1]) for at in range(text.count_rects())]
    finally:
        text.close()
    within = [foot for foot in feet if foot <= height - _BOTTOM + 1]
    return min(1.0, max(0.0, (max(within, default=_TOP) - _TOP) / (height - _TOP - _BOTTOM)))
