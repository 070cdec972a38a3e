"""All that the safety checks point out in one set of texts, in the order in which a person walks through them."""

from __future__ import annotations

from moothall.domain.placed_remarks import Material, PlacedRemark
from moothall.domain.safety import CHECKS


def safety_remarks(material: Material) -> tuple[PlacedRemark, ...]:
    """Every remark of every check, each once, by section and place; remarks on files last."""
    order = {section.key: number for number, section in enumerate(material.sections)}
    found = {one.key: one for module in CHECKS for one in module.check(material)}
    return tuple(sorted(found.values(), key=lambda one: (order.get(one.place, len(order)), one.start, one.end)))
