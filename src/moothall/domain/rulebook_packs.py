"""A rulebook as rule packs: what the council counts by on a day, and on every other day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.call_in_rules import CallInRule
from moothall.domain.days import Length
from moothall.domain.local_rules import RULINGS, LocalRule, RuledClock, days_in_words, makers_in_words
from moothall.domain.rule_packs import RulePack, Threshold
from moothall.domain.rulebook import Rulebook, standing

Defaults = Callable[[Governance], RulePack]
MAIN_MAKER = {
    Governance.EXECUTIVE: BodyKind.EXECUTIVE,
    Governance.MAYOR: BodyKind.EXECUTIVE,
    Governance.COMMITTEE: BodyKind.COMMITTEE,
}
_PARTS = {
    RuledClock.CALL_IN: "call_in",
    RuledClock.AGENDA_PUBLICATION: "agenda",
    RuledClock.KEY_DECISION_NOTICE: "key_decision_notice",
}


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """What holds for a clock and some kinds of decision maker on one day. ``rule`` is None where a default answers.

    ``says`` is the default in words where there is no rule of the council's own.
    """

    clock: RuledClock
    makers: frozenset[BodyKind]
    rule: LocalRule | None
    says: str = ""

    @property
    def is_default(self) -> bool:
        """Whether nobody at the council has entered this."""
        return self.rule is None

    @property
    def for_whom(self) -> str:
        """The decision makers in words: executive, individual member."""
        return ", ".join(makers_in_words(self.makers))


def pack_on(
    book: Rulebook, day: date, *, defaults: Defaults, governance: Governance = Governance.EXECUTIVE
) -> RulePack:
    """The pack of the rules valid on a day, over the defaults of the governance of that day; it knows the other days.

    ``governance`` is the model where the rulebook names none for the day. An empty rulebook gives the defaults as they
    are. Which rule answers: one for that kind of maker, else one for all, else the default, which says that it is one.
    """
    if book.is_empty:
        return defaults(governance)
    packs = tuple(_pack(book, spell, defaults, governance) for spell in book.spells())
    here = RulePack(name=book.name, governance=governance, call_in=None, spells=packs).on(day)
    return replace(here, spells=packs) if len(packs) > 1 else here


def answers(
    book: Rulebook, day: date, *, defaults: Defaults, governance: Governance = Governance.EXECUTIVE
) -> tuple[RuleAnswer, ...]:
    """For every clock what holds on a day and for whom: each rule, and the default for the makers it leaves."""
    pack = pack_on(book, day, defaults=defaults, governance=governance)
    return tuple(answer for clock in RuledClock for answer in _answers(pack, clock))


def _answers(pack: RulePack, clock: RuledClock) -> list[RuleAnswer]:
    by_rule: dict[str, tuple[LocalRule | None, set[BodyKind]]] = {}
    for kind in BodyKind:
        if kind in RULINGS[clock].makers:
            rule = pack.rule(clock, kind)
            by_rule.setdefault(rule.id if rule else "", (rule, set()))[1].add(kind)
    return [
        RuleAnswer(clock, frozenset(kinds), rule, "" if rule else _default_says(pack, clock))
        for rule, kinds in by_rule.values()
    ]


def _default_says(pack: RulePack, clock: RuledClock) -> str:
    if clock is RuledClock.CALL_IN:
        assumed = (pack.fallback or pack).call_in
        return f"{assumed.in_words()}, a default" if assumed else "none, because none is recorded"
    clear = pack.clear_days(clock, MAIN_MAKER[pack.governance]) or RULINGS[clock].otherwise
    return f"{clear.clear()}, a default" if clear else "nothing entered"


def _pack(
    book: Rulebook, spell: tuple[date | None, date | None], defaults: Defaults, governance: Governance
) -> RulePack:
    first, last = spell
    day = first or last or date.min
    model = book.governance_on(day) or governance
    default, rules = defaults(model), book.rules_on(day)
    maker = MAIN_MAKER[model]
    found = {clock: standing(rules, clock, maker) for clock in RuledClock}
    own_call_in = found[RuledClock.CALL_IN]
    closed = frozenset(closure.on for closure in book.closures if RuledClock.CALL_IN.value in closure.clocks)
    fallback = replace(default, call_in=_closing(default.call_in, closed))
    call_in = own_call_in.value if own_call_in else fallback.call_in
    return RulePack(
        name=book.name or default.name,
        governance=model,
        call_in=_closing(call_in, closed) if isinstance(call_in, CallInRule) else None,
        agenda=_length(found[RuledClock.AGENDA_PUBLICATION]) or default.agenda,
        key_decision_notice=_length(found[RuledClock.KEY_DECISION_NOTICE]) or default.key_decision_notice,
        member_notice=_length(standing(rules, RuledClock.MEMBER_NOTICE, BodyKind.INDIVIDUAL_MEMBER)),
        thresholds=_thresholds(found[RuledClock.KEY_DECISION_THRESHOLD]),
        valid_from=first,
        valid_to=last,
        source=own_call_in.source if own_call_in else default.source,
        defaults=tuple(part for clock, part in _PARTS.items() if found[clock] is None),
        rules=rules,
        closures=book.closures,
        fallback=fallback,
    )


def spell_in_words(pack: RulePack) -> str:
    """The days for which a pack holds, in words: from 1 May 2024 to 30 April 2026; empty where it always holds."""
    return days_in_words(pack.valid_from, pack.valid_to)


def _closing(rule: CallInRule | None, closed: frozenset[date]) -> CallInRule | None:
    return replace(rule, closures=closed) if rule and closed else rule


def _length(rule: LocalRule | None) -> Length | None:
    return rule.value if rule and isinstance(rule.value, Length) else None


def _thresholds(rule: LocalRule | None) -> tuple[Threshold, ...]:
    return rule.value if rule and isinstance(rule.value, tuple) else ()
