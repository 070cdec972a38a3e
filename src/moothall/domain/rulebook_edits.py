"""What a council does to its rulebook: each gives a new rulebook and leaves the old one as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from moothall.domain.closures import Closure
from moothall.domain.days import ONE_DAY, in_words
from moothall.domain.local_rules import LocalRule
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import GovernanceSpell, Rulebook


def entered(book: Rulebook, rule: LocalRule, *, follows: str = "") -> Rulebook:
    """The rulebook with a further rule. The rule it ``follows``, where one is named, ends on the day before it.

    Raises a Refusal where it contradicts another, or follows one without a first day of its own.
    """
    rules = book.rules
    if follows:
        if rule.valid_from is None or rule.valid_from == date.min:
            raise Refusal(
                f"The new rule follows {follows}, and no first day is given for it.",
                next_step="Give valid_from, the first day of the new rule.",
            )
        rules = _with(book, replace(book.rule(follows), valid_to=rule.valid_from - ONE_DAY))
    return replace(book, rules=(*rules, rule))


def ended(book: Rulebook, id_: str, *, valid_to: date) -> Rulebook:
    """The rulebook in which a rule has this last day. Raises a Refusal if it has that day, or a sooner one, already."""
    rule = book.rule(id_)
    if rule.valid_to is not None and rule.valid_to <= valid_to:
        raise Refusal(
            f"The rule {rule.name()} ends already, on {in_words(rule.valid_to)}.",
            next_step="Correct the rule if it should end later.",
        )
    return replace(book, rules=_with(book, replace(rule, valid_to=valid_to)))


def corrected(book: Rulebook, id_: str, rule: LocalRule) -> Rulebook:
    """The rulebook in which a rule reads as it always should have; it keeps its id.

    Raises a Refusal where nothing would change or it would contradict another rule.
    """
    before = book.rule(id_)
    after = replace(rule, id=id_)
    if after == before:
        raise Refusal(f"The rule {before.name()} reads like this already.", next_step="Change it, or go back.")
    return replace(book, rules=_with(book, after))


def taken_back(book: Rulebook, id_: str) -> Rulebook:
    """The rulebook without a rule that was entered by mistake. A rule that once held is ended instead."""
    rule = book.rule(id_)
    return replace(book, rules=tuple(one for one in book.rules if one is not rule))


def closed(book: Rulebook, *closures: Closure) -> Rulebook:
    """The rulebook with further days of closure, in order of days. Raises a Refusal for a day that is there already."""
    days = sorted((*book.closures, *closures), key=lambda closure: closure.on)
    return replace(book, closures=tuple(days))


def opened_again(book: Rulebook, day: date) -> Rulebook:
    """The rulebook without the closure of a day. Raises a Refusal where that day is no closure."""
    left = tuple(closure for closure in book.closures if closure.on != day)
    if left == book.closures:
        raise Refusal(f"No closure is entered for {in_words(day)}.", next_step="Choose one of the days entered.")
    return replace(book, closures=left)


def governed(book: Rulebook, spell: GovernanceSpell) -> Rulebook:
    """The rulebook with a spell of governance. One still open ends on the day before; one of the same first day goes.

    Raises a Refusal where nothing would change, or it contradicts another spell or a rule of call-in.
    """
    if spell in book.governance:
        raise Refusal(f"The governance {spell.name()} is entered already.", next_step="Change it, or go back.")
    kept = [_ending_before(one, spell) for one in book.governance if one.valid_from != spell.valid_from]
    spells = sorted((*kept, spell), key=lambda one: one.valid_from or date.min)
    return replace(book, governance=tuple(spells))


def _ending_before(one: GovernanceSpell, spell: GovernanceSpell) -> GovernanceSpell:
    if spell.valid_from is None or (one.valid_from or date.min) >= spell.valid_from:
        return one
    if one.valid_to is None:
        return replace(one, valid_to=spell.valid_from - ONE_DAY)
    return one


def _with(book: Rulebook, rule: LocalRule) -> tuple[LocalRule, ...]:
    book.rule(rule.id)
    return tuple(rule if one.id == rule.id else one for one in book.rules)
