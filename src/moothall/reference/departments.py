"""The department in charge of local government in England: its names over time, and how they get misspelt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from moothall.reference.sources import read_json


@dataclass(frozen=True, slots=True)
class Department:
    """One name of the department. It holds from ``starts_on`` until the day before ``ends_on`` (None: still)."""

    id: str
    name: str
    short_name: str
    starts_on: date
    ends_on: date | None
    basis: str

    def is_current_on(self, day: date) -> bool:
        """Whether the department bore this name on that day."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Recognition:
    """A department as somebody wrote it. ``is_misspelt`` when the words are a known slip for its name."""

    department: Department
    written: str
    is_misspelt: bool


@cache
def all_departments() -> tuple[Department, ...]:
    """Every name of the department, the earliest first."""
    return tuple(
        Department(
            id=row["id"],
            name=row["name"],
            short_name=row["short_name"],
            starts_on=date.fromisoformat(row["starts_on"]),
            ends_on=date.fromisoformat(row["ends_on"]) if row["ends_on"] else None,
            basis=row["basis"],
        )
        for row in read_json("departments.json")["departments"]
    )


def current_on(day: date) -> Department:
    """The department by the name it bore on a day. Raises ValueError for a day before the first name we know."""
    for department in all_departments():
        if department.is_current_on(day):
            return department
    first = all_departments()[0].starts_on.isoformat()
    raise ValueError(f"The names of the department are known from {first}. Choose a later day than {day.isoformat()}.")


def recognise(text: str, on: date | None = None) -> Recognition | None:
    """The department that these words name, rightly or misspelt, or None.

    The words are the whole name, long or short, with or without the short name in brackets. Where one name was borne
    twice, ``on`` chooses the time it held or, failing that, held last before; without ``on`` it is the latest.
    """
    folded = _fold(re.sub(r"\s*\([^)]*\)\s*$", "", text)) or _fold(text)
    known = _known().get(folded)
    if known is None:
        return None
    short_name, is_misspelt = known
    bearers = [department for department in all_departments() if department.short_name == short_name]
    begun = [department for department in bearers if on is None or department.starts_on <= on]
    return Recognition((begun or bearers[:1])[-1], text, is_misspelt)


@cache
def written_forms() -> tuple[str, ...]:
    """Every name, short name and known misspelling to look for in a text, the longest first."""
    forms = {form for department in all_departments() for form in (department.name, department.short_name)}
    forms.update(row["written"] for row in read_json("departments.json")["misspellings"])
    forms.update(form.replace(" and ", " & ") for form in tuple(forms))
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@cache
def _known() -> dict[str, tuple[str, bool]]:
    """Each way of writing a name, folded, with the short name it stands for and whether it is a slip."""
    known = {_fold(row["written"]): (row["short_name"], True) for row in read_json("departments.json")["misspellings"]}
    for department in all_departments():
        for form in (department.name, department.short_name):
            known[_fold(form)] = (department.short_name, False)
    return known


def _fold(text: str) -> str:
    words = re.findall(r"[a-z-]+", text.casefold().replace("&", " and "))
    return " ".join(words[1:] if words[:1] == ["the"] else words)
