"""The reference page of a file of rules, made from its schema and from the table of clocks that rules can settle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from moothall.documents.exchange import rules_json
from moothall.domain.authorities import BodyKind
from moothall.domain.local_rules import RULINGS, RuledClock, Ruling, Shape, makers_in_words
from moothall.domain.own_arguments import FILLINGS, SHOWN_ONLY

EXAMPLE: dict[str, Any] = {
    "format": rules_json.FORMAT,
    "name": "Ambermere",
    "governance": [
        {"model": "committee", "valid_to": "2026-05-12"},
        {"model": "executive", "valid_from": "2026-05-13", "source": "Council, 11 March 2026, minute 94"},
    ],
    "rules": [
        {
            "id": "call-in-1",
            "clock": "call-in",
            "valid_from": "2026-05-13",
            "source": "Part 4, scrutiny rule 15",
            "value": {"days": 5, "closes": "17:00", "requesters": "three members"},
        },
        {
            "id": "call-in-2",
            "clock": "call-in",
            "makers": ["individual_member"],
            "valid_from": "2026-05-13",
            "source": "Part 4, scrutiny rule 15(b)",
            "value": {"days": 5, "starts_after": 1},
        },
        {
            "id": "call-in-3",
            "clock": "call-in",
            "makers": ["officer"],
            "valid_from": "2026-05-13",
            "source": "Part 4, scrutiny rule 16",
            "value": {"none": "Officers’ decisions are not open to call-in."},
        },
        {"id": "papers", "clock": "agenda-publication", "makers": ["executive"], "value": {"clear_days": 7}},
    ],
    "closures": [
        {"on": "2026-12-29", "name": "Christmas closure"},
        {"on": "2022-09-16", "name": "National mourning", "kind": "mourning", "clocks": ["agenda-publication"]},
    ],
}
FLAT: dict[str, Any] = {
    "governance": "executive",
    "call_in": {"days": 5, "closes": "17:00", "closures": ["2026-12-29"]},
    "agenda": {"clear_days": 7},
    "source": "Part 4, scrutiny rule 15",
}
_SHAPES = {
    Shape.CALL_IN: ("call_in_rule", "Call-in", 'Or `{"none": "the reason"}` where such decisions are not open to it.'),
    Shape.CLEAR_DAYS: ("clear_days", "Clear days", ""),
    Shape.HOLD: ("hold", "Hold", ""),
    Shape.THRESHOLDS: ("thresholds", "Thresholds", "A list, each with:"),
    Shape.POLICY: ("policy", "Policy", ""),
    Shape.EVERY: ("every", "Every", ""),
    Shape.KEPT: ("kept", "Kept", ""),
}


def rules_format() -> tuple[str, ...]:
    """The parts of the page: the full form with its keys, the clocks, each shape of value, and the flat form."""
    parts = rules_json.schema()["$defs"]
    return (
        "A council's rules are a JSON file. `moothall plan-route` and `moothall clock` read it with `--rules "
        "FILE.json`, in the full form or in the flat one. The schema is "
        "`src/moothall/documents/exchange/schemas/rules.schema.json`. [How a rule is found]"
        "(../explanation/how-a-rule-is-found.md) says which rule answers for a decision.",
        "## The full form",
        _json(EXAMPLE),
        _keys(parts["full"]),
        "### A rule",
        _keys(parts["rule"]),
        f"Kinds of decision maker: {', '.join(f'`{kind.value}`' for kind in BodyKind)}. Days are written 2026-05-13.",
        "### A spell of governance",
        _keys(parts["spell"]),
        "### A closure",
        _keys(parts["closure"]),
        "## The clocks",
        "What is asked for where no rule is entered stands in the last column. It is a default, and every answer says "
        "so. A timetable counts by call-in and by clear days.",
        _table(
            ("Clock", "What it settles", "Value", "For", "What the law has", "Without a rule"),
            tuple(_clock(clock, ruling) for clock, ruling in RULINGS.items()),
        ),
        "## What a rule fills in",
        "`moothall clock NAME --rules FILE.json` and the clocks in the workspace count by the rules of the day asked "
        "about. A rule stands in place of the clock's default; a value that is given goes before the rule, and the "
        "answer says both. `--maker KIND` says whose decision it is. Without it, and without an argument of the clock "
        "that says it, it is that of the executive, or of a committee in a committee system.",
        _table(("Clock of the rules", "Clock that is asked", "Arguments it fills"), tuple(_fills())),
        "A rule that fills nothing is shown:",
        "\n".join(_shown_only()),
        "## The values",
        *(part for shape in Shape for part in _shape(shape, parts)),
        "## What is refused",
        "A file that contradicts itself is refused in a sentence that names both entries and what to enter instead: "
        "two rules for one clock, decision maker and day; a last day before the first; two models of governance on one "
        "day; an executive's call-in that runs on into a committee system; a hold, a waiver or an exclusion where a "
        "committee system has recorded no call-in; a closure on a bank holiday that is known already. A day that no "
        "rule covers is no contradiction: the default answers, and says that it is one.",
        "## The flat form",
        "One pack for every decision maker and day, as `plan-route` has always read it. Its parts become rules for "
        "all.",
        _json(FLAT),
        _keys(parts["flat"]),
    )


def _fills() -> Iterator[tuple[str, str, str]]:
    for row in FILLINGS:
        yield f"`{row.ruled.value}`", f"`{row.clock}`", ", ".join(f"`{key}`" for key in row.keys)


def _shown_only() -> Iterator[str]:
    for ruled, shown in SHOWN_ONLY.items():
        beside = " and ".join(f"`{name}`" for name in shown.beside)
        yield f"- `{ruled.value}`{f', beside {beside}' if beside else ''}. {shown.why}"


def _json(plain: dict[str, Any]) -> str:
    """An example with one entry of a list to a line."""
    parts = []
    for key, value in plain.items():
        said = json.dumps(value, ensure_ascii=False)
        if isinstance(value, list):
            said = "[\n" + ",\n".join(f"    {json.dumps(one, ensure_ascii=False)}" for one in value) + "\n  ]"
        parts.append(f"  {json.dumps(key)}: {said}")
    return "```json\n{\n" + ",\n".join(parts) + "\n}\n```"


def _clock(clock: RuledClock, ruling: Ruling) -> tuple[str, ...]:
    without = f"{ruling.otherwise.clear()}, a default" if ruling.otherwise else "nothing is assumed"
    if clock is RuledClock.CALL_IN:
        without = "five working days after publication, a default; none in a committee system"
    makers = "any" if ruling.makers == frozenset(BodyKind) else ", ".join(makers_in_words(ruling.makers))
    return f"`{clock.value}`", ruling.title, _SHAPES[ruling.shape][1].lower(), makers, ruling.law, without


def _shape(shape: Shape, parts: dict[str, Any]) -> tuple[str, ...]:
    name, title, note = _SHAPES[shape]
    part = parts[name]
    keys = _keys(part.get("items", part))
    return tuple(filter(None, (f"### {title}", part.get("description", ""), note, keys)))


def _keys(part: dict[str, Any]) -> str:
    needed = part.get("required", ())
    return _table(
        ("Key", "What it is", "Values"),
        tuple(
            (f"`{key}`" + (" (needed)" if key in needed else ""), said.get("description", ""), _values(said))
            for key, said in part["properties"].items()
        ),
    )


def _values(said: dict[str, Any]) -> str:
    allowed = [f"`{value}`" for value in said.get("enum", ()) if value is not None]
    if allowed:
        return ", ".join(allowed)
    if "const" in said:
        return f"`{said['const']}`"
    if "minimum" in said:
        return f"{said['minimum']} or more" if "maximum" not in said else f"{said['minimum']} to {said['maximum']}"
    return ""


def _table(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
