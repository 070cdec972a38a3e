"""The parts of a plan and of its covering report, as they are given to people to write, frozen and read.

A part has a lasting key: ``plan`` and ``report`` are the whole; ``plan/opening``, ``plan/T1.Q1``, ``plan/S1`` and
``report/purpose`` are sections of them.
"""

from __future__ import annotations

from moothall.domain.roles import Deed

PLAN = "plan"
REPORT = "report"
WHOLES = (PLAN, REPORT)


def part(whole: str, section: str = "") -> str:
    """The key of a section of the plan or of the report; of the whole without one. Raises ValueError for another."""
    if whole not in WHOLES:
        raise ValueError(f"{whole} is no whole with parts: plan or report")
    return f"{whole}/{section}" if section else whole


def whole_of(key: str) -> str:
    """The whole that a part belongs to: ``plan`` or ``report``."""
    return key.split("/", 1)[0]


def section_of(key: str) -> str:
    """The section a key names, empty for a whole."""
    return key.partition("/")[2]


def holds(outer: str, inner: str) -> bool:
    """Whether what is said of one part is said of the other too: a whole holds all its sections."""
    return inner == outer or inner.startswith(f"{outer}/")


def writing_deed(key: str) -> Deed:
    """The deed by which the words of a part are saved."""
    return Deed.WRITE_REPORT if whole_of(key) == REPORT else Deed.WRITE_PLAN
