"""The rule packs that come with the product: what is assumed of a council that has entered no rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

from moothall.domain import given, rule_packs, rulebook_packs, rulebook_plain
from moothall.domain.authorities import Governance
from moothall.domain.rule_packs import RulePack
from moothall.domain.rulebook import GovernanceSpell, Rulebook, check_holidays
from moothall.reference import bank_holidays


@lru_cache(maxsize=8)
def default(governance: Governance) -> RulePack:
    """The rules assumed of a council with this governance until it enters its own. Every part is named as a default.

    For an executive or a mayor the call-in rule is the commonest of the dated cases we know (it explains 62% of 191);
    for a committee system none is assumed, because the law gives none.
    """
    plain = _packs()[governance.value]
    empty = RulePack(name="", governance=governance, call_in=None)
    entered = rule_packs.rule_pack(plain["rules"], default=empty)
    return RulePack(
        name=entered.name,
        governance=governance,
        call_in=entered.call_in,
        agenda=entered.agenda,
        key_decision_notice=entered.key_decision_notice,
        source=plain["why"],
        defaults=rule_packs.PARTS,
    )


def read(plain: Mapping[str, Any], *, on: date, governance: Governance | None = None) -> RulePack:
    """The rules of a file, as JSON data in the full or the flat form, on a day, over the defaults of its governance.

    ``governance`` is the model where the file names none. A pack of the full form knows its other days too. Raises a
    Refusal that names what cannot be read, or both rules where two contradict each other.
    """
    if not rulebook_plain.is_full(plain):
        asked = plain.get("governance", governance or Governance.EXECUTIVE)
        said = given.choice(asked, "governance", Governance)
        return rule_packs.rule_pack({**plain, "governance": said.value}, default=default(said))
    book = rulebook_plain.rulebook(plain)
    check_holidays(book.closures, bank_holidays.england())
    model = book.governance_on(on) or governance or Governance.EXECUTIVE
    if not book.governance:
        replace(book, governance=(GovernanceSpell(model),))  # what was said beside the file must not contradict it
    return rulebook_packs.pack_on(book, on, defaults=default, governance=model)


def rulebook(plain: Mapping[str, Any]) -> Rulebook:
    """The rules of a file, as JSON data in the full or the flat form, as a rulebook that can be asked of any day.

    Raises a Refusal that names what cannot be read, or both rules where two contradict each other.
    """
    if not rulebook_plain.is_full(plain):
        said = given.choice(plain.get("governance", Governance.EXECUTIVE), "governance", Governance)
        return rulebook_plain.from_flat(plain, default=default(said))
    book = rulebook_plain.rulebook(plain)
    check_holidays(book.closures, bank_holidays.england())
    return book


@lru_cache(maxsize=1)
def _packs() -> dict[str, Any]:
    text = resources.files("moothall.reference").joinpath("data/rule_packs.json").read_text(encoding="utf-8")
    packs: dict[str, Any] = json.loads(text)["packs"]
    return packs
