"""The rule packs that come with the product: what is assumed of a council that has entered no rules."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import Any

from moothall.domain import rule_packs
from moothall.domain.authorities import Governance
from moothall.domain.rule_packs import RulePack


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


@lru_cache(maxsize=1)
def _packs() -> dict[str, Any]:
    text = resources.files("moothall.reference").joinpath("data/rule_packs.json").read_text(encoding="utf-8")
    packs: dict[str, Any] = json.loads(text)["packs"]
    return packs
