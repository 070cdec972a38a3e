"""A council's rulebook: its own rules by clock, decision maker and day, its closures, and how it is governed when.

A rulebook holds no contradiction: it is refused, naming both rules, before anything is counted by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.closures import Closure
from moothall.domain.days import ONE_DAY, Holidays, in_words
from moothall.domain.local_rules import (
    LocalRule,
    NoCallIn,
    RuledClock,
    days_in_words,
    makers_in_words,
    overlap,
)
from moothall.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class GovernanceSpell:
    """The model the council is run by from one day to another, both included; None where open on that side."""

    model: Governance
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the council is run by this model on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def name(self) -> str:
        """The spell as it is named in a sentence: the committee system from 1 May 2024."""
        return f"{_MODELS[self.model]} {days_in_words(self.valid_from, self.valid_to)}".strip()


_MODELS = {
    Governance.EXECUTIVE: "leader and cabinet",
    Governance.MAYOR: "mayor and cabinet",
    Governance.COMMITTEE: "the committee system",
}
_NEED_CALL_IN = (RuledClock.CALL_IN_HOLD, RuledClock.CALL_IN_WAIVER, RuledClock.CALL_IN_EXCLUSIONS)
_OF_AN_EXECUTIVE = frozenset({BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER})


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules one council counts by, with their days. A day that no rule covers falls to the defaults.

    Raises a Refusal where two rules answer for one clock, decision maker and day, two models of governance for one
    day, or a rule of call-in meets a committee system that has recorded none.
    """

    name: str = ""
    rules: tuple[LocalRule, ...] = ()
    closures: tuple[Closure, ...] = ()
    governance: tuple[GovernanceSpell, ...] = ()

    def __post_init__(self) -> None:
        _check_ids(self.rules)
        _check_one_rule_each(self.rules)
        _check_governance(self.governance)
        _check_committee_system(self)
        _check_closures(self.closures)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has entered anything."""
        return not (self.rules or self.closures or self.governance)

    def rule(self, id_: str) -> LocalRule:
        """The rule with this id. Raises a Refusal that names those there are."""
        for rule in self.rules:
            if rule.id == id_:
                return rule
        there_are = ", ".join(rule.id for rule in self.rules) or "none yet"
        raise Refusal(f"There is no rule called {id_!r}.", next_step=f"The rules are: {there_are}.")

    def rule_for(self, clock: RuledClock, kind: BodyKind, day: date) -> LocalRule | None:
        """The one rule for a clock, a kind of decision maker and a day: one for that maker before one for all.

        None where no rule covers the day, so that the default answers.
        """
        return standing(self.rules_on(day), clock, kind)

    def rules_on(self, day: date) -> tuple[LocalRule, ...]:
        """Every rule valid on a day."""
        return tuple(rule for rule in self.rules if rule.holds_on(day))

    def governance_on(self, day: date) -> Governance | None:
        """The model of governance on a day, or None where nobody has entered it."""
        return next((spell.model for spell in self.governance if spell.holds_on(day)), None)

    def spells(self) -> tuple[tuple[date | None, date | None], ...]:
        """The spells of time within which no rule and no governance changes, in order; together they are all time."""
        starts: set[date] = set()
        dated = [(rule.valid_from, rule.valid_to) for rule in self.rules]
        dated += [(spell.valid_from, spell.valid_to) for spell in self.governance]
        for first, last in dated:
            starts |= {first} if first is not None else set()
            starts |= {last + ONE_DAY} if last is not None and last < date.max else set()
        firsts = [None, *sorted(starts - {date.min})]
        lasts = [*(first - ONE_DAY for first in firsts[1:] if first), None]
        return tuple(zip(firsts, lasts, strict=True))

    def new_id(self, clock: RuledClock) -> str:
        """A name for a further rule of this clock that no rule here bears yet: call-in-2."""
        taken = {rule.id for rule in self.rules}
        number = 1
        while f"{clock.value}-{number}" in taken:
            number += 1
        return f"{clock.value}-{number}"


def standing(rules: tuple[LocalRule, ...], clock: RuledClock, kind: BodyKind) -> LocalRule | None:
    """Of rules valid on one day the one for a clock and a kind of decision maker; the narrower before that for all."""
    for_all: LocalRule | None = None
    for rule in rules:
        if rule.clock is clock:
            if kind in rule.makers:
                return rule
            if not rule.makers:
                for_all = rule
    return for_all


def check_holidays(closures: tuple[Closure, ...], holidays: Holidays) -> None:
    """Raise a Refusal where a closure is entered for a day that is a bank holiday already.

    Asked when a closure is entered: one entered before the day was proclaimed stays as it was.
    """
    for closure in closures:
        if not holidays.known_from <= closure.on <= holidays.known_to:
            continue
        holiday = holidays.name_of(closure.on)
        if holiday is not None:
            raise Refusal(
                f"The closure {closure.name or closure.kind.value} on {in_words(closure.on)} is a bank holiday already"
                f" ({holiday}).",
                next_step="Leave it out: no count takes it for a working day.",
            )


def _check_ids(rules: tuple[LocalRule, ...]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if not rule.id.strip():
            raise Refusal("A rule has no id.", next_step="Give each rule a name of its own, such as call-in-1.")
        if rule.id in seen:
            raise Refusal(f"Two rules are called {rule.id}.", next_step="Give each a name of its own.")
        seen.add(rule.id)


def _check_one_rule_each(rules: tuple[LocalRule, ...]) -> None:
    for one, other in combinations(rules, 2):
        if one.clock is not other.clock or bool(one.makers) is not bool(other.makers):
            continue
        shared = one.makers & other.makers
        if one.makers and not shared:
            continue
        day = overlap((one.valid_from, one.valid_to), (other.valid_from, other.valid_to))
        if day is not None:
            raise Refusal(
                f"Two rules answer for {one.clock.value}{_for(shared)}{_on(day)}: {one.name()} and {other.name()}.",
                next_step=_part_them(one, other),
            )


def _check_governance(spells: tuple[GovernanceSpell, ...]) -> None:
    for spell in spells:
        if spell.valid_from and spell.valid_to and spell.valid_to < spell.valid_from:
            raise Refusal(
                f"The governance {_MODELS[spell.model]} ends ({in_words(spell.valid_to)}) before it begins"
                f" ({in_words(spell.valid_from)}).",
                next_step="Give valid_to a day on or after valid_from, or leave one of them out.",
            )
    for one, other in combinations(spells, 2):
        day = overlap((one.valid_from, one.valid_to), (other.valid_from, other.valid_to))
        if day is not None:
            raise Refusal(
                f"Two models of governance hold{_on(day)}: {one.name()} and {other.name()}.",
                next_step="End the one on the day before the other begins.",
            )


def _check_committee_system(book: Rulebook) -> None:
    """A committee system has call-in only where a rule made for it says so: none may run on from an executive's."""
    for spell in book.governance:
        if spell.model is not Governance.COMMITTEE:
            continue
        ours = [rule for rule in book.rules if _shared_day(rule, spell) is not None]
        for rule in ours:
            if rule.clock is RuledClock.CALL_IN and not isinstance(rule.value, NoCallIn):
                _check_made_for_committees(rule, spell, book)
            if rule.clock in _NEED_CALL_IN:
                _check_call_in_recorded(rule, spell, ours)


def _check_made_for_committees(rule: LocalRule, spell: GovernanceSpell, book: Rulebook) -> None:
    if rule.makers and rule.makers <= _OF_AN_EXECUTIVE:
        raise Refusal(
            f"The rule {rule.name()} is for an executive, and the council has none under {spell.name()}.",
            next_step="End the rule before that day, or enter it for committees.",
        )
    before = spell.valid_from - ONE_DAY if spell.valid_from and spell.valid_from > date.min else None
    if before is None or not rule.holds_on(before):
        return
    was = book.governance_on(before)
    if was is not None and was is not Governance.COMMITTEE:
        raise Refusal(
            f"The rule {rule.name()} was made for {_MODELS[was]} and runs on into {spell.name()}.",
            next_step=f"End it on {in_words(before)}, and enter the call-in of the committees if there is one.",
        )


def _check_call_in_recorded(rule: LocalRule, spell: GovernanceSpell, ours: list[LocalRule]) -> None:
    call_ins = [one for one in ours if one.clock is RuledClock.CALL_IN and not isinstance(one.value, NoCallIn)]
    if not any(overlap((rule.valid_from, rule.valid_to), (one.valid_from, one.valid_to)) for one in call_ins):
        raise Refusal(
            f"The rule {rule.name()} needs a call-in, and none is recorded under {spell.name()}.",
            next_step="Enter the call-in rule of the constitution first, or leave this one out.",
            rule="G-C5",
        )


def _check_closures(closures: tuple[Closure, ...]) -> None:
    seen: dict[date, Closure] = {}
    for closure in closures:
        if closure.on in seen:
            raise Refusal(
                f"{in_words(closure.on)} is entered twice, as {seen[closure.on].why} and as {closure.why}.",
                next_step="Leave one of them out.",
            )
        odd = sorted(closure.clocks - {clock.value for clock in RuledClock})
        if odd or not closure.clocks:
            raise Refusal(
                f"The closure on {in_words(closure.on)} is left out of {', '.join(odd) or 'no count'},"
                " which is not known here.",
                next_step=f"Name some of: {', '.join(clock.value for clock in RuledClock)}.",
            )
        seen[closure.on] = closure


def _shared_day(rule: LocalRule, spell: GovernanceSpell) -> date | None:
    return overlap((rule.valid_from, rule.valid_to), (spell.valid_from, spell.valid_to))


def _part_them(one: LocalRule, other: LocalRule) -> str:
    earlier, later = sorted((one, other), key=lambda rule: rule.valid_from or date.min)
    if later.valid_from is None or later.valid_from == (earlier.valid_from or date.min):
        return "Give one of them a valid_from and end the other the day before, or narrow one to certain makers."
    return f"Give {earlier.id} a valid_to of {(later.valid_from - ONE_DAY).isoformat()}, or narrow one of them."


def _for(makers: frozenset[BodyKind]) -> str:
    return f" of {' and '.join(makers_in_words(makers))}" if makers else ""


def _on(day: date) -> str:
    return f" on {in_words(day)}" if day > date.min else " on every day"
