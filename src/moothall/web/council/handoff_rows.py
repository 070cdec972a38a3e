"""What is not ready, by what it is about, each led to the place where it is mended; and what differs, in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from moothall.domain.handing_over import FileDifference, How, Kind, NotReady
from moothall.domain.plain import build
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address
from moothall.web.council.forms.reports import FIELDS

_GROUPS = {
    "report": "The report",
    "part_2": "The report",
    "appendix": "The appendices",
    "plan": "The plan",
    "agreement": "Implications and sign-off",
    "safety": "Before the public sees it",
    "cut_off": "The day",
}
KINDS = {
    Kind.REPORT: "The report",
    Kind.PLAN: "The plan",
    Kind.APPENDIX: "An appendix",
    Kind.BACKGROUND_PAPER: "A background paper",
    Kind.SHEET: "What to enter, for democratic services",
    Kind.CHECKLIST: "What to do, for democratic services",
    Kind.ITEM: "The same as data",
}
HOW = {
    How.SAME: ("tick", "The same"),
    How.CHANGED: ("half", "Changed"),
    How.RENAMED: ("half", "Called otherwise"),
    How.ADDED: ("flag", "New"),
    How.TAKEN_OUT: ("square", "Taken out"),
}
_COUNTED = {How.CHANGED: "changed", How.RENAMED: "called otherwise", How.ADDED: "new", How.TAKEN_OUT: "taken out"}


@dataclass(frozen=True, slots=True)
class WaitRow:
    """One thing that is not ready, and where to mend it; without an address for those who may not."""

    wait: NotReady
    href: str


def grouped(here: Here, waits: Iterable[NotReady]) -> list[tuple[str, list[WaitRow]]]:
    """What is not ready under what it is about, in the order in which one would mend it."""
    found: dict[str, list[WaitRow]] = {title: [] for title in dict.fromkeys(_GROUPS.values())}
    for one in waits:
        found[_GROUPS[one.about]].append(WaitRow(one, _where(here, one)))
    return [(title, rows) for title, rows in found.items() if rows]


def as_kept(rows: Sequence[Any]) -> tuple[NotReady, ...]:
    """What was not ready when a folder was made, from what was kept of it."""
    return build(tuple[NotReady, ...], list(rows))


def _where(here: Here, one: NotReady) -> str:
    if one.about == "report":
        is_field = one.where in FIELDS and here.may(Deed.WRITE_REPORT)
        return address(here, "report_field", one.where) if is_field else address(here, "report")
    if one.about == "appendix":
        return address(here, "hand_off_appendix", int(one.where)) if here.may(Deed.HAND_OVER) else ""
    if one.about == "part_2":
        return address(here, "report_part_2") if here.may(Deed.READ_EXEMPT) else ""
    if one.about == "agreement":
        return address(here, "agreement", int(one.where)) if one.where else address(here, "agreements")
    return address(here, {"plan": "plan", "safety": "safety", "cut_off": "route"}[one.about])


def told(differences: Sequence[FileDifference], before: int) -> str:
    """What differs from the folder before, as a sentence."""
    counts = Counter(one.how for one in differences)
    said = [f"{counts[how]} {words}" for how, words in _COUNTED.items() if counts[how]]
    if not said:
        return f"Every file is the same as in hand-off {before}."
    return f"Against hand-off {before}: {', '.join(said)}, {counts[How.SAME]} the same."
