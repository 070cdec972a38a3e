"""What the page on notices says: every kind from the table itself, what late items lead to, and the two formats."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from moothall.documents.exchange import forward_plan_json, notice_json
from moothall.documents.exchange.checked import schema_text
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.notice_kinds import KINDS, Kind

_BODIES = {
    BodyKind.EXECUTIVE: "the executive",
    BodyKind.FULL_COUNCIL: "the council",
    BodyKind.COMMITTEE: "a committee",
    BodyKind.SCRUTINY: "scrutiny",
    BodyKind.INDIVIDUAL_MEMBER: "one member",
    BodyKind.OFFICER: "an officer",
}


def notices() -> Iterator[str]:
    """The parts of the page on notices."""
    yield (
        "Every kind of notice, record and entry that Moothall drafts from a workspace: who gives it and by when, what "
        "it says, and what it leads to. The words are ours; the provision is named with each, and one whose text was "
        "not read says so. A council run by committees gives only what does not belong to an executive. How to give "
        "one: [give notice](../how-to/council/give-notice.md)."
    )
    for kind in KINDS.values():
        yield f"## {kind.title}"
        yield _facts(kind)
        rows = (
            f"| {one.label} | {one.asks} | {'no' if one.optional else 'yes'} | {one.none} |" for one in kind.particulars
        )
        yield "\n".join(("| Particular | What it says | Must | Where there is nothing |", "|---|---|---|---|", *rows))
    yield "## The file of a notice"
    yield from _format(notice_json.FORMAT, "notice")
    yield "## The file of a forward plan"
    yield from _format(forward_plan_json.FORMAT, "forward_plan")


def _facts(kind: Kind) -> str:
    whose = ", ".join(_BODIES[one] for one in BodyKind if one in kind.makers)
    committee = any(kind.applies(Governance.COMMITTEE, maker) for maker in kind.makers)
    lines = [
        f"- Who gives it: {kind.who}",
        f"- By when: {kind.by_when}",
        f"- For a decision or meeting of: {whose}",
        f"- In a council run by committees: {'yes' if committee else 'no'}",
        f"- It rests on: {'; '.join(one.in_words() for one in kind.provisions)}",
        f"- It leads to: {' '.join(kind.afterwards)}",
    ]
    return "\n".join(lines)


def _format(name: str, schema: str) -> Iterator[str]:
    found: dict[str, Any] = json.loads(schema_text(schema))
    yield (
        f"Format `{name}`, version {found['properties']['version']['const']}. {found['description']} Its schema is "
        f"`src/moothall/documents/exchange/schemas/{schema}.schema.json`; what is written is read back without loss."
    )
    rows = [
        f"| `{key}` | {one.get('description', '')} |" for key, one in found["properties"].items() if key != "format"
    ]
    yield "\n".join(("| Key | What it holds |", "|---|---|", *rows))
    for part in found["$defs"].values():
        rows = [f"| `{key}` | {one.get('description', '')} |" for key, one in part["properties"].items()]
        yield "\n".join(("| Key inside it | What it holds |", "|---|---|", *rows))
