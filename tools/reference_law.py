"""The reference page of every rule of law, made from the table that the domain keeps."""

from __future__ import annotations

from moothall.domain.law import PARTS
from moothall.domain.law.row import Gives, Part, Row
from moothall.domain.provisions import Provision, Read

KNOWN = {Read.OWN_TEXT: "text read", Read.ACCOUNT: "known from others", Read.RECALLED: "recalled"}


def every_rule() -> tuple[str, ...]:
    """The parts of the page: how to read it, how many rules of each kind there are, and the rules in order."""
    rows = [row for part in PARTS for row in part.rows]
    counts = ", ".join(f"{sum(row.gives is gives for row in rows)} {_plural(gives)}" for gives in Gives)
    unread = sum(row.provision.check_with_monitoring_officer for row in rows)
    return (
        "Every rule of law that Moothall knows, in the order of the law, for a monitoring officer to check. It is a "
        "table kept in `src/moothall/domain/law` and not legal advice.",
        f"Of {len(rows)} rules there are {counts}. A date or a test can be asked for with "
        "`moothall clock NAME --json`; [the page of clocks](clocks.md) says what each needs. A record is a list of "
        "what must be written down, and a duty alone has neither date nor test, so nothing is computed for it.",
        f"**Check with your monitoring officer.** {unread} rules rest on a text that was not read itself. Each is "
        "marked so here and in every answer.",
        *(text for part in PARTS for text in _part(part)),
    )


def _plural(gives: Gives) -> str:
    return {
        Gives.DATE: "that give a date",
        Gives.TEST: "that put a test",
        Gives.RECORD: "that ask for a record",
        Gives.DUTY: "that are a duty only",
    }[gives]


def _part(part: Part) -> tuple[str, str]:
    heads = ("Rule", "What it says", "Gives", "Ask", "Provision")
    lines = [heads, tuple("---" for _ in heads), *(_row(row) for row in part.rows)]
    table = "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
    return f"## {part.title}", table


def _row(row: Row) -> tuple[str, ...]:
    clocks = [f"[`{name}`](clocks.md#{name})" for name in row.clocks]
    place = [f"`moothall.{row.where}`"] if row.where else []
    return (row.id, row.says, row.gives.value, ", ".join([*clocks, *place]) or "-", _cited(row.provision))


def _cited(provision: Provision) -> str:
    mark = f" (**check with your monitoring officer**: {KNOWN[provision.read]})"
    cited = provision.cite() + (mark if provision.check_with_monitoring_officer else "")
    return f"{cited}. {provision.note}".rstrip(". ") + "."
