"""How routes are walked, for the reference page of routes: each one's steps, and the table of states and events."""

from __future__ import annotations

from collections.abc import Iterable

from moothall.domain.own_routes import DEED_WORDS, TERM_WORDS, of_shape
from moothall.domain.route_table import OWNERS, TABLE, Move
from moothall.domain.routes import ROUTES, Deed, Route
from moothall.domain.walks import walk

_ALIKE = (
    (Deed.ADVISE,),
    (Deed.DECIDE, Deed.DECIDE_URGENTLY, Deed.APPROVE_APPROACH, Deed.RATIFY, Deed.NOTE),
    (Deed.FINISH,),
    (Deed.SEND,),
    (Deed.AGREE_DELAY,),
)


def walks() -> tuple[str, ...]:
    """The parts of the page: each route's steps in order, then the states of each kind of step in a table."""
    return (
        "## How each is walked",
        "Every step is recorded as it happens, and where a route stands is read off those records each time: no state "
        "is kept. A route ends when the plan is sent and nothing is owed, when members resolve that no plan is sent, "
        "or when what was sent first is withdrawn because members did not agree. A council may "
        "[put a route of its own together](../how-to/council/walk-a-route.md); one that cannot end is refused.",
        _table(("Id", "Steps in order"), [(shape.id, _steps(shape)) for shape in ROUTES]),
        "## States and events",
        "One table rules every step. What must hold is in its last column; whose turn it is to record it in the one "
        "before.",
        *(part for deeds in _ALIKE for part in _kind(deeds)),
    )


def _steps(shape: Route) -> str:
    on = walk(of_shape(shape.id).parts)
    said = []
    for number, part in enumerate(on.parts, start=1):
        rests = "".join(f", {TERM_WORDS[term]}" for term in part.terms)
        said.append(f"{number}. {part.body} {DEED_WORDS[part.doing]}{rests}")
    return "<br>".join(said)


def _kind(deeds: tuple[Deed, ...]) -> Iterable[str]:
    rows = [one for one in TABLE if deeds[0] in one.deeds]
    title = ", or ".join(DEED_WORDS[deed] for deed in deeds)
    yield f"### A body or person {title}"
    yield "\n".join(("```mermaid", "stateDiagram-v2", "    [*] --> waiting", *_arrows(rows), "```"))
    yield _table(
        ("State", "What happens", "Then", "Who records it", "Only where"),
        [
            (
                one.state.label, one.event.label, one.to.label, _owner(one),
                "; ".join(guard.label for guard in one.guards),
            )
            for one in rows
        ],
    )  # fmt: skip


def _arrows(rows: Iterable[Move]) -> Iterable[str]:
    """The arrows from one state to another; what changes no state is in the table alone."""
    ways: dict[tuple[str, str], list[str]] = {}
    for one in rows:
        if one.state is not one.to:
            ways.setdefault((one.state.value, one.to.value), []).append(one.event.value.replace("_", " "))
    return [f"    {was} --> {to}: {', '.join(events)}" for (was, to), events in ways.items()]


def _owner(one: Move) -> str:
    owner = OWNERS[one.event]
    return owner.label if owner else "nobody: it comes with the day"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
