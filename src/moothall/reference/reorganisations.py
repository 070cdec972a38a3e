"""Councils that are to be followed by others, area by area: dates of one area each, kept as data and not as rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from moothall.domain.authorities import Governance
from moothall.reference.sources import read_json


@dataclass(frozen=True, slots=True)
class Reorganisation:
    """One area's change. ``ends`` are the GSS codes of councils that go on the day before ``vesting_on``.

    ``shadow_elections`` is the year and month in which shadow councils are elected; ``governance`` the model the order
    asks of them. ``is_confirmed`` is False while the order itself was not read.
    """

    area: str
    ends: tuple[str, ...]
    shadow_elections: str
    vesting_on: date
    governance: Governance
    is_confirmed: bool
    note: str


@cache
def all_reorganisations() -> tuple[Reorganisation, ...]:
    """Every change of councils that is known, the earliest vesting day first."""
    rows = read_json("reorganisations.json")["reorganisations"]
    return tuple(sorted((_built(row) for row in rows), key=lambda each: (each.vesting_on, each.area)))


def of(gss: str) -> Reorganisation | None:
    """The change in which the council with this code goes, or None where none is known."""
    return next((each for each in all_reorganisations() if gss in each.ends), None)


def _built(row: dict[str, object]) -> Reorganisation:
    ends = row["ends"]
    return Reorganisation(
        area=str(row["area"]),
        ends=tuple(map(str, ends)) if isinstance(ends, list) else (),
        shadow_elections=str(row["shadow_elections"]),
        vesting_on=date.fromisoformat(str(row["vesting_on"])),
        governance=Governance(str(row["governance"])),
        is_confirmed=row["confirmed"] is True,
        note=str(row["note"]),
    )
