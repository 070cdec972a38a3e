"""A remark as its page shows it: the sentence with the words marked in it, and where to change them."""

from dataclasses import dataclass

from moothall.domain.placed_remarks import PlacedRemark, Whole
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address
from moothall.web.council.forms.report_fields import FIELDS

_AROUND = 220
"""How many characters of a sentence are shown on either side of the words."""


@dataclass(frozen=True, slots=True)
class SafetyRow:
    """``before``, ``quote`` and ``after`` make the sentence; ``href`` is where to change it, or empty."""

    remark: PlacedRemark
    before: str
    quote: str
    after: str
    href: str


def row(here: Here, remark: PlacedRemark) -> SafetyRow:
    """One remark, cut to what fits on the page and led to its place."""
    before, found, after = remark.around.partition(remark.quote) if remark.quote else ("", "", "")
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return SafetyRow(remark, before, found, after, _where(here, remark))


def _where(here: Here, remark: PlacedRemark) -> str:
    _, _, rest = remark.place.partition(".")
    if remark.whole is Whole.FILE:
        return address(here, "document", int(rest))
    if remark.whole is Whole.REPORT:
        return address(here, "report_field", rest) if here.may(Deed.WRITE_REPORT) and rest in FIELDS else ""
    if not here.may(Deed.WRITE_PLAN):
        return ""
    kind, _, key = rest.partition(".")
    if kind == "opening":
        return address(here, "opening")
    return address(here, "question" if kind == "answer" else "change_item", key)
