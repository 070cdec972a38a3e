"""The rounds shipped with Moothall, one file each in data/rounds."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from moothall.domain.days import Counting
from moothall.domain.remarks import Remark
from moothall.domain.round_files import from_file
from moothall.domain.round_remarks import remarks
from moothall.domain.rounds import Round
from moothall.reference import authorities, bank_holidays
from moothall.reference.sources import read_json


@cache
def shipped() -> tuple[Round, ...]:
    """Every round that comes with Moothall, the earliest letter first. Real rounds only: no example is among them."""
    folder = files("moothall.reference").joinpath("data", "rounds")
    names = [entry.name for entry in folder.iterdir() if entry.name.endswith(".json")]
    rounds = [from_file(read_json(f"rounds/{name}")) for name in names]
    return tuple(sorted(rounds, key=lambda each: (each.letter_on, each.slug)))


def looked_over(round_: Round) -> tuple[Remark, ...]:
    """What a careful reader points out in a round, by England's working days and the register of authorities."""
    known = authorities.all_authorities()
    return remarks(
        round_,
        is_working=Counting(bank_holidays.england()).is_working,
        known_kinds={one.kind for one in known},
        known_codes={one.gss for one in known},
    )


def by_slug(slug: str) -> Round | None:
    """The shipped round with this slug, or None."""
    return next((each for each in shipped() if each.slug == slug), None)
