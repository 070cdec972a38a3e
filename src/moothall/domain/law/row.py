"""One line of the page "every rule": what a rule gives, on what it rests, and where it can be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from moothall.domain.provisions import Provision


class Gives(StrEnum):
    """What a rule gives: a date, the outcome of a test, the fields of a record, or only a duty to know of."""

    DATE = "date"
    TEST = "test"
    RECORD = "record"
    DUTY = "duty only"


@dataclass(frozen=True, slots=True)
class Row:
    """A rule in plain English. ``clocks`` are the names under which it can be asked; ``where`` is other code, dotted.

    ``where`` is the path of a module below the package (domain.checks.implication_without_author) or empty; a duty that
    nothing in the code serves has neither.
    """

    id: str
    says: str
    gives: Gives
    provision: Provision
    clocks: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the law with its rules, in its own order."""

    title: str
    rows: tuple[Row, ...]
