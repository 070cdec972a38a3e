"""A council's own rules for the clocks, as one dated value: governance, call-in, conventions, thresholds.

Statute sets no call-in period, so a pack that nobody has filled in says loudly that it holds defaults.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from moothall.domain import given
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.call_in_rules import (
    FIVE_WORKING_DAYS,
    Base,
    CallInRule,
    Effective,
    NonworkingEnd,
    call_in_as_plain,
    call_in_rule,
    length,
)
from moothall.domain.closures import Closure
from moothall.domain.days import Counting, Holidays, Length, Unit, in_words
from moothall.domain.local_rules import RULINGS, LocalRule, NoCallIn, RuledClock, Threshold
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import standing

__all__ = [
    "FIVE_WORKING_DAYS",
    "PARTS",
    "TWENTY_EIGHT_DAYS",
    "Base",
    "CallInRule",
    "Effective",
    "NonworkingEnd",
    "RulePack",
    "Threshold",
    "as_plain",
    "calendar",
    "call_in_as_plain",
    "call_in_rule",
    "clear_length",
    "counting",
    "rule_pack",
]
TWENTY_EIGHT_DAYS = Length(28, Unit.CALENDAR)


@dataclass(frozen=True, slots=True)
class RulePack:
    """The rules one council counts by. ``call_in`` is None where none is recorded and none may be assumed.

    ``member_notice`` is a local rule, where there is one, that papers for a single member stand for some clear days.
    ``defaults`` names the parts that nobody at the council has entered.

    A pack made from a rulebook holds besides all ``rules`` valid in its spell of time, by decision maker, the council's
    ``closures``, what is counted by where no rule answers (``fallback``), and the packs of all ``spells``, so that it
    can be asked of any day with ``on``. Its other parts are then those for the body that decides most: the executive,
    or a committee where there is none.
    """

    name: str
    governance: Governance
    call_in: CallInRule | None
    agenda: Length = FIVE_WORKING_DAYS
    key_decision_notice: Length = TWENTY_EIGHT_DAYS
    member_notice: Length | None = None
    thresholds: tuple[Threshold, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    defaults: tuple[str, ...] = ()
    rules: tuple[LocalRule, ...] = ()
    closures: tuple[Closure, ...] = ()
    spells: tuple[RulePack, ...] = ()
    fallback: RulePack | None = None

    def on(self, day: date) -> RulePack:
        """The pack valid on a day; this one where it knows of no other."""
        for spell in self.spells:
            if (spell.valid_from is None or spell.valid_from <= day) and (
                spell.valid_to is None or day <= spell.valid_to
            ):
                return spell
        return self

    def rule(self, clock: RuledClock, kind: BodyKind) -> LocalRule | None:
        """The council's own rule for a clock and a kind of decision maker, or None where the default answers."""
        return standing(self.rules, clock, kind)

    def closures_of(self, clock: RuledClock) -> tuple[Closure, ...]:
        """The council's own closures that a count leaves out."""
        return tuple(closure for closure in self.closures if clock.value in closure.clocks)

    def call_in_for(self, kind: BodyKind) -> CallInRule | None:
        """How a decision of this kind of maker may be called in; None where it may not."""
        own = self.rule(RuledClock.CALL_IN, kind)
        if own is None:
            return (self.fallback or self).call_in
        if not isinstance(own.value, CallInRule):
            return None
        return _leaving_out(own.value, self.closures) if self.closures else own.value

    def why_no_call_in(self, kind: BodyKind) -> str:
        """The council's own reason why a decision of this kind of maker is not open to call-in; empty without one."""
        own = self.rule(RuledClock.CALL_IN, kind)
        return own.value.reason if own is not None and isinstance(own.value, NoCallIn) else ""

    def assumes_call_in(self, kind: BodyKind) -> bool:
        """Whether nobody has entered how a decision of this kind of maker may be called in."""
        if self.fallback is None:
            return "call_in" in self.defaults
        return self.rule(RuledClock.CALL_IN, kind) is None

    def agenda_for(self, kind: BodyKind) -> Length:
        """How long the papers of this kind of body are public before it meets."""
        return self._clear(RuledClock.AGENDA_PUBLICATION, kind) or (self.fallback or self).agenda

    def key_decision_notice_for(self, kind: BodyKind) -> Length:
        """How long notice of a key decision of this kind of maker stands."""
        return self._clear(RuledClock.KEY_DECISION_NOTICE, kind) or (self.fallback or self).key_decision_notice

    def member_notice_for(self, kind: BodyKind) -> Length | None:
        """How long the papers stand before a member decides alone; None where the council has no such rule."""
        return self._clear(RuledClock.MEMBER_NOTICE, kind) or (self.fallback or self).member_notice

    def clear_days(self, clock: RuledClock, kind: BodyKind) -> Length | None:
        """The clear days of any notice for this kind of maker, the law's own where the council has none of its own.

        None where neither has any, or where the clock is not counted in clear days.
        """
        if clock is RuledClock.AGENDA_PUBLICATION:
            return self.agenda_for(kind)
        if clock is RuledClock.KEY_DECISION_NOTICE:
            return self.key_decision_notice_for(kind)
        if clock is RuledClock.MEMBER_NOTICE:
            return self.member_notice_for(kind)
        return self._clear(clock, kind) or RULINGS[clock].otherwise

    def _clear(self, clock: RuledClock, kind: BodyKind) -> Length | None:
        own = self.rule(clock, kind)
        return own.value if own is not None and isinstance(own.value, Length) else None

    @property
    def is_default(self) -> bool:
        """Whether no part of the pack is the council's own."""
        return set(PARTS) <= set(self.defaults)

    def warnings(self) -> tuple[str, ...]:
        """What a reader must know about this pack before relying on a date, in sentences."""
        if "call_in" not in self.defaults:
            return ()
        if self.call_in is None:
            return (
                "No call-in is counted: none is recorded for this council, and the law sets none for its governance.",
            )
        return (
            f"The call-in rule ({self.call_in.in_words()}) is a default, the commonest seen and not this council's own:"
            " the law sets no period. Look it up in the constitution and enter it before relying on the date.",
        )


@lru_cache(maxsize=256)
def _leaving_out(rule: CallInRule, closures: tuple[Closure, ...]) -> CallInRule:
    """The rule with the council's closures as its own; remembered, because a plan asks for it at every meeting."""
    closed = frozenset(closure.on for closure in closures if RuledClock.CALL_IN.value in closure.clocks)
    return replace(rule, closures=closed)


PARTS = ("call_in", "agenda", "key_decision_notice")
_PACK = ("name", "governance", *PARTS, "member_notice", "thresholds", "valid_from", "valid_to", "source")


def clear_length(plain: Mapping[str, Any], default: Length, *, where: str) -> Length:
    """A length of clear days from JSON data: `clear_days` and `convention`. None stands for the default."""
    given.check_keys(plain, ("clear_days", "convention"), where=where)
    return length(plain, "clear_days", "convention", default)


def rule_pack(plain: Mapping[str, Any], *, default: RulePack) -> RulePack:
    """A rule pack from JSON data; parts that are not given come from the default and are named as defaults.

    `call_in: null` says that this council has no call-in. Raises a Refusal that names an unknown key or a bad value.
    """
    given.check_keys(plain, _PACK, where="The rules")
    governance = given.choice(plain.get("governance", default.governance.value), "governance", Governance)
    call_in = default.call_in
    if "call_in" in plain:
        call_in = None if plain["call_in"] is None else call_in_rule(_object(plain["call_in"], "call_in"))
    member_notice = plain.get("member_notice")
    first, last = _day_or_none(plain.get("valid_from"), "valid_from"), _day_or_none(plain.get("valid_to"), "valid_to")
    if first and last and last < first:
        raise Refusal(
            f"The rules end ({in_words(last)}) before they begin ({in_words(first)}).",
            next_step="Give valid_to a day on or after valid_from, or leave one of them out.",
        )
    return RulePack(
        name=given.words(plain.get("name", default.name), "name"),
        governance=governance,
        call_in=call_in,
        agenda=clear_length(_object(plain.get("agenda"), "agenda"), default.agenda, where="agenda"),
        key_decision_notice=clear_length(
            _object(plain.get("key_decision_notice"), "key_decision_notice"),
            default.key_decision_notice,
            where="key_decision_notice",
        ),
        member_notice=clear_length(_object(member_notice, "member_notice"), default.agenda, where="member_notice")
        if member_notice is not None
        else None,
        thresholds=_thresholds(plain.get("thresholds")),
        valid_from=first,
        valid_to=last,
        source=given.words(plain.get("source", ""), "source"),
        defaults=tuple(part for part in PARTS if part not in plain),
    )


def calendar(pack: RulePack, holidays: Holidays, clock: RuledClock = RuledClock.CALL_IN) -> Holidays:
    """The holidays with the council's own closures that a clock leaves out, each by its name."""
    return holidays.closed_on(pack.closures_of(clock))


def counting(pack: RulePack, holidays: Holidays) -> Counting:
    """Working days as this council has them: the holidays, and its own closure days."""
    closures = pack.call_in.closures if pack.call_in else frozenset()
    return Counting(calendar(pack, holidays), closures=closures)


def as_plain(pack: RulePack) -> dict[str, Any]:
    """A rule pack as JSON data that `rule_pack` reads back."""
    return {
        "name": pack.name,
        "governance": pack.governance.value,
        "call_in": call_in_as_plain(pack.call_in) if pack.call_in else None,
        "agenda": _plain_length(pack.agenda),
        "key_decision_notice": _plain_length(pack.key_decision_notice),
        "member_notice": _plain_length(pack.member_notice) if pack.member_notice else None,
        "thresholds": [{"what": threshold.what, "pounds": threshold.pounds} for threshold in pack.thresholds],
        "valid_from": pack.valid_from.isoformat() if pack.valid_from else None,
        "valid_to": pack.valid_to.isoformat() if pack.valid_to else None,
        "source": pack.source,
    }


def _plain_length(length: Length) -> dict[str, Any]:
    return {"clear_days": length.number, "convention": length.unit.value}


def _thresholds(plain: Any) -> tuple[Threshold, ...]:
    if plain is None:
        return ()
    if not isinstance(plain, list):
        raise Refusal("thresholds is not a list.", next_step='Give [{"what": "capital spending", "pounds": 250000}].')
    found = []
    for entry in plain:
        row = _object(entry, "thresholds")
        given.check_keys(row, ("what", "pounds"), where="A threshold")
        found.append(Threshold(given.words(row.get("what"), "what"), given.whole_number(row.get("pounds"), "pounds")))
    return tuple(found)


def _object(plain: Any, key: str) -> Mapping[str, Any]:
    if plain is None:
        return {}
    if isinstance(plain, Mapping):
        return plain
    raise Refusal(f"{key} is not an object with keys.", next_step='Give it as {"days": 5}, with the keys it knows.')


def _day_or_none(plain: Any, key: str) -> date | None:
    return None if plain is None else given.day(plain, key)
