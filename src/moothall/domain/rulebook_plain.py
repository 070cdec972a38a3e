"""A rulebook as JSON data and back: the full form with its days and decision makers, and the flat form of one pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from moothall.domain import given
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.call_in_rules import CallInRule, call_in_as_plain, call_in_rule, length
from moothall.domain.closures import USUAL_CLOCKS, Closure, ClosureKind
from moothall.domain.days import Length, Unit
from moothall.domain.local_rules import (
    RULINGS,
    Every,
    Hold,
    Kept,
    LocalRule,
    NoCallIn,
    Policy,
    RuledClock,
    RuleValue,
    Shape,
    Threshold,
)
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import RulePack, rule_pack
from moothall.domain.rulebook import GovernanceSpell, Rulebook

FORMAT = "moothall.rules/1"
_BOOK = ("format", "name", "governance", "rules", "closures")
_RULE = ("id", "clock", "makers", "valid_from", "valid_to", "source", "value")
_CLOSURE = ("on", "name", "kind", "clocks", "source")
_SPELL = ("model", "valid_from", "valid_to", "source")
_FLAT = {
    "agenda": RuledClock.AGENDA_PUBLICATION,
    "key_decision_notice": RuledClock.KEY_DECISION_NOTICE,
    "member_notice": RuledClock.MEMBER_NOTICE,
}
_NO_CALL_IN = "The constitution has no call-in."


def is_full(plain: Mapping[str, Any]) -> bool:
    """Whether JSON data is a rulebook in the full form, and not the flat form of one pack."""
    return "format" in plain or "rules" in plain or "closures" in plain or isinstance(plain.get("governance"), list)


def rulebook(plain: Mapping[str, Any]) -> Rulebook:
    """A rulebook from JSON data in the full form.

    Raises a Refusal, in a sentence, for an unknown key, a value that cannot be read, or a contradiction, which it names
    with both rules.
    """
    given.check_keys(plain, _BOOK, where="The rulebook")
    if plain.get("format", FORMAT) != FORMAT:
        raise Refusal(f"The rulebook is not in the format {FORMAT}.", next_step=f'Give "format": "{FORMAT}".')
    rules: list[LocalRule] = []
    for number, entry in enumerate(_list(plain.get("rules"), "rules"), 1):
        rules.append(local_rule(_object(entry, "rules"), otherwise_id=f"rule-{number}"))
    return Rulebook(
        name=given.words(plain.get("name", ""), "name"),
        rules=tuple(rules),
        closures=tuple(closure(_object(one, "closures")) for one in _list(plain.get("closures"), "closures")),
        governance=tuple(
            governance_spell(_object(one, "governance")) for one in _list(plain.get("governance"), "governance")
        ),
    )


def local_rule(plain: Mapping[str, Any], *, otherwise_id: str = "") -> LocalRule:
    """One rule from JSON data. Raises a Refusal that names what cannot be read."""
    given.check_keys(plain, _RULE, where="A rule")
    clock = given.choice(_needed(plain, "clock", "A rule"), "clock", RuledClock)
    id_ = given.words(plain.get("id") or otherwise_id, "id")
    makers = [given.choice(one, "makers", BodyKind) for one in _list(plain.get("makers"), "makers")]
    return LocalRule(
        id=id_,
        clock=clock,
        value=_value(_needed(plain, "value", f"The rule {id_}"), clock, id_),
        makers=frozenset(makers),
        valid_from=_day_or_none(plain, "valid_from"),
        valid_to=_day_or_none(plain, "valid_to"),
        source=given.words(plain.get("source") or "", "source"),
    )


def closure(plain: Mapping[str, Any]) -> Closure:
    """One closure day from JSON data. Raises a Refusal that names what cannot be read."""
    given.check_keys(plain, _CLOSURE, where="A closure")
    clocks = _list(plain.get("clocks"), "clocks")
    return Closure(
        on=given.day(_needed(plain, "on", "A closure"), "on"),
        name=given.words(plain.get("name") or "", "name"),
        kind=given.choice(plain.get("kind") or ClosureKind.CLOSURE, "kind", ClosureKind),
        clocks=frozenset(given.choice(one, "clocks", RuledClock).value for one in clocks) or USUAL_CLOCKS,
        source=given.words(plain.get("source") or "", "source"),
    )


def governance_spell(plain: Mapping[str, Any]) -> GovernanceSpell:
    """One spell of governance from JSON data. Raises a Refusal that names what cannot be read."""
    given.check_keys(plain, _SPELL, where="A spell of governance")
    return GovernanceSpell(
        model=given.choice(_needed(plain, "model", "A spell of governance"), "model", Governance),
        valid_from=_day_or_none(plain, "valid_from"),
        valid_to=_day_or_none(plain, "valid_to"),
        source=given.words(plain.get("source") or "", "source"),
    )


def from_flat(plain: Mapping[str, Any], *, default: RulePack) -> Rulebook:
    """The rulebook of a pack in the flat form: each part that is given becomes a rule for all, valid as the pack is.

    Raises a Refusal as `rule_packs.rule_pack` does.
    """
    pack = rule_pack(plain, default=default)
    spell: dict[str, Any] = {"valid_from": pack.valid_from, "valid_to": pack.valid_to, "source": pack.source}
    rules: list[LocalRule] = []
    if "call_in" in plain:
        own = pack.call_in
        value = replace(own, closures=frozenset()) if own else NoCallIn(_NO_CALL_IN)
        rules.append(LocalRule("call-in-1", RuledClock.CALL_IN, value, **spell))
    for part, clock in _FLAT.items():
        if plain.get(part) is not None:
            rules.append(LocalRule(f"{clock.value}-1", clock, getattr(pack, part), **spell))
    if pack.thresholds:
        clock = RuledClock.KEY_DECISION_THRESHOLD
        rules.append(LocalRule(f"{clock.value}-1", clock, pack.thresholds, **spell))
    closed = sorted(pack.call_in.closures) if pack.call_in else []
    return Rulebook(
        name=given.words(plain.get("name", ""), "name"),
        rules=tuple(rules),
        closures=tuple(Closure(day) for day in closed),
        governance=(GovernanceSpell(pack.governance, pack.valid_from, pack.valid_to),) if "governance" in plain else (),
    )


def as_plain(book: Rulebook) -> dict[str, Any]:
    """A rulebook as JSON data in the full form, which `rulebook` reads back."""
    return {
        "format": FORMAT,
        "name": book.name,
        "governance": [
            {"model": spell.model.value, **_spell(spell), "source": spell.source} for spell in book.governance
        ],
        "rules": [rule_as_plain(rule) for rule in book.rules],
        "closures": [closure_as_plain(one) for one in book.closures],
    }


def rule_as_plain(rule: LocalRule) -> dict[str, Any]:
    """One rule as JSON data, which `local_rule` reads back."""
    return {
        "id": rule.id,
        "clock": rule.clock.value,
        "makers": [kind.value for kind in BodyKind if kind in rule.makers],
        **_spell(rule),
        "source": rule.source,
        "value": value_as_plain(rule.value),
    }


def closure_as_plain(one: Closure) -> dict[str, Any]:
    """One closure as JSON data, which `closure` reads back."""
    return {
        "on": one.on.isoformat(),
        "name": one.name,
        "kind": one.kind.value,
        "clocks": sorted(one.clocks),
        "source": one.source,
    }


def value_as_plain(value: RuleValue) -> Any:
    """What a rule settles, as JSON data in the shape of its clock."""
    match value:
        case CallInRule():
            plain = call_in_as_plain(value)
            return {key: plain[key] for key in plain if key != "closures"}
        case NoCallIn():
            return {"none": value.reason}
        case Length():
            return {"clear_days": value.number, "convention": value.unit.value}
        case Hold():
            hold = {"days": value.length.number, "unit": value.length.unit.value}
            return {**hold, "first_day_counts": value.first_day_counts}
        case Policy():
            return {"words": value.words, "pounds": value.pounds}
        case Every():
            return {"months": value.months}
        case Kept():
            return {"records": value.records, "papers": value.papers}
        case _:
            return [{"what": threshold.what, "pounds": threshold.pounds} for threshold in value]


def _value(plain: Any, clock: RuledClock, id_: str) -> RuleValue:
    where = f"The rule {id_}"
    ruling = RULINGS[clock]
    if ruling.shape is Shape.THRESHOLDS:
        return tuple(_threshold(_object(one, "value")) for one in _list(plain, "value"))
    readers: dict[Shape, Callable[[Mapping[str, Any], str], RuleValue]] = {
        Shape.CALL_IN: _call_in,
        Shape.HOLD: _hold,
        Shape.POLICY: _policy,
        Shape.EVERY: _every,
        Shape.KEPT: _kept,
    }
    if ruling.shape is Shape.CLEAR_DAYS:
        given.check_keys(_object(plain, "value"), ("clear_days", "convention"), where=where)
        _needed(plain, "clear_days", where)
        return length(plain, "clear_days", "convention", ruling.otherwise or Length(1, Unit.WORKING))
    return readers[ruling.shape](_object(plain, "value"), where)


def _call_in(plain: Mapping[str, Any], where: str) -> RuleValue:
    if "none" in plain:
        given.check_keys(plain, ("none",), where=where)
        return NoCallIn(given.words(plain["none"], "none"))
    return call_in_rule(plain, where=where)


def _hold(plain: Mapping[str, Any], where: str) -> RuleValue:
    given.check_keys(plain, ("days", "unit", "first_day_counts"), where=where)
    _needed(plain, "days", where)
    first = plain.get("first_day_counts")
    return Hold(
        length(plain, "days", "unit", Length(1, Unit.WORKING)),
        first is not None and given.yes_or_no(first, "first_day_counts"),
    )


def _policy(plain: Mapping[str, Any], where: str) -> RuleValue:
    given.check_keys(plain, ("words", "pounds"), where=where)
    pounds = plain.get("pounds")
    words = given.words(_needed(plain, "words", where), "words")
    return Policy(words, None if pounds is None else given.whole_number(pounds, "pounds"))


def _every(plain: Mapping[str, Any], where: str) -> RuleValue:
    given.check_keys(plain, ("months",), where=where)
    return Every(given.whole_number(_needed(plain, "months", where), "months"))


def _kept(plain: Mapping[str, Any], where: str) -> RuleValue:
    given.check_keys(plain, ("records", "papers"), where=where)
    return Kept(
        given.whole_number(_needed(plain, "records", where), "records"),
        given.whole_number(_needed(plain, "papers", where), "papers"),
    )


def _threshold(plain: Mapping[str, Any]) -> Threshold:
    given.check_keys(plain, ("what", "pounds"), where="A threshold")
    return Threshold(
        given.words(_needed(plain, "what", "A threshold"), "what"),
        given.whole_number(_needed(plain, "pounds", "A threshold"), "pounds"),
    )


def _spell(dated: LocalRule | GovernanceSpell) -> dict[str, str | None]:
    return {
        "valid_from": dated.valid_from.isoformat() if dated.valid_from else None,
        "valid_to": dated.valid_to.isoformat() if dated.valid_to else None,
    }


def _needed(plain: Mapping[str, Any], key: str, where: str) -> Any:
    if plain.get(key) is None:
        raise Refusal(f"{where} needs {key}, and it is not given.", next_step=f"Add {key}.")
    return plain[key]


def _object(plain: Any, key: str) -> Mapping[str, Any]:
    if isinstance(plain, Mapping):
        return plain
    raise Refusal(f"{key} holds something that is not an object with keys.", next_step='Give it as {"clock": ...}.')


def _list(plain: Any, key: str) -> Iterable[Any]:
    if plain is None:
        return ()
    if isinstance(plain, list | tuple):
        return plain
    raise Refusal(f"{key} is not a list.", next_step="Put it in square brackets.")


def _day_or_none(plain: Mapping[str, Any], key: str) -> date | None:
    return None if plain.get(key) is None else given.day(plain[key], key)
