"""What a council ties the planner to besides its rules: bodies it may not use, days it avoids, when the text is ready.

Every constraint is an answer somebody gave. None is guessed, and days to avoid are advice unless asked to be a block.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.domain import given
from moothall.domain.authorities import BodyKind
from moothall.domain.days import Length, Unit, in_words
from moothall.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Avoided:
    """Days on which the council would rather not decide, both ends included. ``why`` is in words."""

    first: date
    last: date
    why: str = ""
    is_block: bool = False

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise Refusal(
                f"The days to avoid begin on {in_words(self.first)}, after they end ({in_words(self.last)}).",
                next_step="Give the earlier day first.",
            )

    def has(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Constraints:
    """What the routes must keep to. As it stands, nothing.

    ``not_used`` names bodies, or kinds of body (`individual_member`), that may not decide or advise here.
    ``reserved_to_council`` says that only full Council may decide. ``exempt_part`` says that a part of the report, one
    appendix say, will be exempt. ``ready_on`` is the first day on which the text can be given to anybody.
    ``scrutiny_first`` says that scrutiny is to look at it before it is decided. ``consultation`` is how long people
    outside are asked about a draft before the papers go out.
    """

    not_used: frozenset[str] = frozenset()
    avoided: tuple[Avoided, ...] = ()
    reserved_to_council: bool = False
    exempt_part: bool = False
    ready_on: date | None = None
    scrutiny_first: bool = False
    consultation: Length | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "not_used", frozenset(plain_name(name) for name in self.not_used))
        if self.reserved_to_council and self.not_used & {"full council", "council"}:
            raise Refusal(
                "The decision is reserved to Council, and Council may not be used.",
                next_step="Take one of the two away.",
            )
        if self.scrutiny_first and "scrutiny" in self.not_used:
            raise Refusal(
                "Scrutiny is to look at it first, and scrutiny may not be used.", next_step="Take one of the two away."
            )

    def may_use(self, body: str, kind: BodyKind) -> bool:
        """Whether a body may be used, by its name and by its kind."""
        return not self.not_used or not self.not_used & {plain_name(body), plain_name(kind.value)}

    def avoided_on(self, day: date) -> Avoided | None:
        """The days to avoid in which a day falls, a block before advice, or None."""
        hit = [each for each in self.avoided if each.has(day)]
        return max(hit, key=lambda each: each.is_block, default=None)


UNCONSTRAINED = Constraints()


def plain_name(name: str) -> str:
    """A name as names are compared: small letters, single spaces."""
    return " ".join(name.casefold().replace("_", " ").split())


KEYS = ("not_used", "avoid", "reserved_to_council", "exempt", "ready_on", "scrutiny_first", "consultation_days")
_AVOID = ("from", "to", "why", "block")


def constraints(plain: Mapping[str, Any]) -> Constraints:
    """Constraints from JSON data. What is left out is no constraint.

    Raises a Refusal that names an unknown key or a value that cannot be read, or two that cannot both hold.
    """
    given.check_keys(plain, KEYS, where="The constraints")
    days = plain.get("consultation_days")
    return Constraints(
        not_used=frozenset(given.words(name, "not_used") for name in _list(plain.get("not_used"), "not_used")),
        avoided=tuple(_avoided(row) for row in _list(plain.get("avoid"), "avoid")),
        reserved_to_council=given.yes_or_no(plain.get("reserved_to_council", False), "reserved_to_council"),
        exempt_part=given.yes_or_no(plain.get("exempt", False), "exempt"),
        ready_on=given.day(plain["ready_on"], "ready_on") if plain.get("ready_on") else None,
        scrutiny_first=given.yes_or_no(plain.get("scrutiny_first", False), "scrutiny_first"),
        consultation=None if days is None else Length(given.whole_number(days, "consultation_days"), Unit.CALENDAR),
    )


def _list(value: Any, key: str) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, list | tuple):
        return list(value)
    raise Refusal(f"{key} is not a list.", next_step='Give it in square brackets: ["Council"].')


def _avoided(row: Any) -> Avoided:
    if not isinstance(row, Mapping):
        raise Refusal("A row of avoid is not an object.", next_step='Give {"from": "2024-05-25", "to": "2024-07-04"}.')
    given.check_keys(row, _AVOID, where="A row of avoid")
    first = given.day(row.get("from"), "from")
    return Avoided(
        first,
        given.day(row["to"], "to") if row.get("to") else first,
        given.words(row.get("why", ""), "why"),
        given.yes_or_no(row.get("block", False), "block"),
    )
