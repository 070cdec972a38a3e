"""The reference pages of clocks and routes, made from the code that counts them."""

from __future__ import annotations

from types import ModuleType

from moothall.domain.clock_arguments import ClockQuestion
from moothall.domain.clock_questions import QUESTIONS
from moothall.domain.clocks import CLOCKS
from moothall.domain.provisions import Provision
from moothall.domain.routes import ROUTES, Route
from moothall.reference import bank_holidays


def clocks() -> tuple[str, ...]:
    """The parts of the page of clocks: what each gives, its arguments, its provisions and how it counts."""
    table = bank_holidays.england()
    known_from, known_to = table.known_from.isoformat(), table.known_to.isoformat()
    return (
        "A clock is a date that the law or a council's own rule sets. Ask for one with `moothall clock NAME --json`, "
        "or for many with `--batch FILE.jsonl`, one object a line with the same arguments as keys (`first_day_counts` "
        "for `--first-day-counts`). Days are counted with the table of bank holidays "
        f"({table}), known from {known_from} to {known_to}. "
        "[How days are counted](../explanation/how-days-are-counted.md) says why. `moothall clock learn FILE.jsonl` "
        "[proposes a call-in rule](../how-to/council/learn-your-call-in-rule.md) from past decisions. Nothing here is "
        "legal advice.",
        *(part for clock in CLOCKS for part in _clock(clock)),
    )


def routes() -> tuple[str, ...]:
    """The parts of the page of routes: every shape, what it costs, and which governance it suits."""
    return (
        "Every shape below was taken by a real council in one round. `moothall plan-route` puts dates to those that "
        "have dates of their own; the others change what is decided and not when. A way out is never said to fit.",
        _table(
            ("Id", "Route", "Governance", "Call-in", "Members endorse", "Dates", "What it costs"),
            [_route(route) for route in ROUTES],
        ),
    )


def _clock(clock: ModuleType) -> tuple[str, ...]:
    question: ClockQuestion = QUESTIONS[clock.NAME]
    said = (clock.deadline.__doc__ or "").split(" Raises a Refusal")[0].replace("``", "`")
    says = [" ".join(part.split()) for part in said.split("\n\n")]
    return (
        f"## `{clock.NAME}`",
        f"Gives {question.gives}. Rule {clock.RULE}, as of {clock.VERSION}.",
        "\n\n".join(says),
        _table(
            ("Argument", "Option", "Meaning", "Default"),
            [
                (f"`{argument.key}`", f"`{argument.option}`", argument.meaning, argument.default or "must be given")
                for argument in question.arguments
            ],
        ),
        "\n".join(f"- {_cited(provision)}" for provision in _provisions(clock)),
    )


def _provisions(clock: ModuleType) -> list[Provision]:
    stated = clock.PROVISIONS
    return list(dict.fromkeys(stated.values() if isinstance(stated, dict) else stated))


def _cited(provision: Provision) -> str:
    known = {
        "S": "its own text was read",
        "S2": "known from others' accounts, so check with your monitoring officer",
        "R": "recalled and not read in full, so check with your monitoring officer",
    }[provision.read.value]
    return f"{provision.cite()}: {known}.{' ' + provision.note if provision.note else ''}"


def _route(route: Route) -> tuple[str, ...]:
    dates = "its own" if route.dated else f"as {', '.join(route.dates_of)}"
    return (
        route.id,
        route.name,
        ", ".join(sorted(model.value for model in route.governance)),
        "may be called in" if route.callable_ else "no",
        route.endorsement.value,
        dates + (", a way out" if route.way_out else ""),
        " ".join(route.costs),
    )


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
