"""The reference pages of clocks and routes, made from the code that counts them."""

from __future__ import annotations

from moothall.domain.clock_list import ListedClock, by_moment
from moothall.domain.clocks import CLOCKS
from moothall.domain.known_then import AS_KNOWN_ON
from moothall.domain.provisions import Provision
from moothall.domain.routes import ROUTES, WAY_OF, Route, Way
from moothall.domain.ways import GROUNDS
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
        f"Every clock takes `{AS_KNOWN_ON.option} DATE` besides (`{AS_KNOWN_ON.key}` in a batch): "
        f"{AS_KNOWN_ON.meaning}, and the answer names that table. Each has a page for anyone at `/clocks/NAME` and the "
        "same object from `/api/v1/clocks/NAME`, and [a date is checked](../how-to/council/check-a-date.md) without "
        "an account. The clocks stand in the order an officer meets them.",
        *(
            part
            for moment, clocks in by_moment()
            for part in (f"## {moment.value}", *(said for clock in clocks for said in _clock(clock)))
        ),
    )


def routes() -> tuple[str, ...]:
    """The parts of the page of routes: every shape and what it costs, the ways out, and what ties the planner."""
    return (
        "Every shape below was taken by a real council in one round. `moothall plan-route` gives each as an object of "
        "its own; on the page those that share the dates of another stand under it, because they change what is "
        "decided more than when. A way out is never said to fit.",
        _table(
            ("Id", "Route", "Governance", "Call-in", "Members endorse", "Dates", "What it costs"),
            [_route(route) for route in ROUTES],
        ),
        "## Ways out",
        "What is left when no ordinary route makes the deadline, or when somebody must give way. Some go along a shape "
        "of the table above with less notice; the others are shapes of their own. Each says whose consent it needs.",
        _table(
            ("Way out", "Along", "Whose consent", "Where from", "Afterwards"),
            [_way(way) for way in Way],
        ),
        "## What ties the planner",
        "Besides its rules a council may say what it is tied to. Left out, none of it holds.",
        _table(
            ("Option of `plan-route`", "What it does"),
            [
                ("`--without BODY`", "a body, by its name or its kind, neither decides nor advises"),
                ("`--avoid DAYS`", "a route that decides on such a day says so: advice, and no block"),
                ("`--never DAYS`", "the same, and no such route fits"),
                ("`--reserved-to-council yes`", "only full Council decides; the executive may only recommend"),
                ("`--exempt yes`", "one exempt part is enough: the executive's meeting then owes 28 and 5 clear days"),
                ("`--ready DATE`", "papers that go out before that day cannot have the text in them"),
                ("`--scrutiny-first yes`", "a route without a scrutiny meeting before it does not fit"),
                ("`--consultation DAYS`", "so many calendar days on a draft before the papers go out"),
            ],
        ),
        "A file of meetings with a column `council` is of several councils: the planner then looks for one text that "
        "each can decide on, and the slowest sets the pace.",
    )


def _way(way: Way) -> tuple[str, ...]:
    ground = GROUNDS[way]
    along = [shape for shape, its in WAY_OF.items() if its is way]
    return (
        way.value.replace("_", " "),
        ", ".join(along) or "the route it shortens",
        ground.consent,
        ground.provision.in_words() if ground.provision else "the round's own terms",
        ground.afterwards,
    )


def _clock(clock: ListedClock) -> tuple[str, ...]:
    question = clock.question
    kinds = ", ".join(f"`{kind}` ({words[:1].lower()}{words[1:]})" for kind, words in question.kinds)
    return (
        f"### `{question.name}`",
        f"{question.called}. Gives {question.gives}. Rule {clock.rule}, as of {clock.version}.",
        "\n\n".join(_says(question.name)),
        *((f"Kinds: {kinds}.",) if kinds else ()),
        _table(
            ("Argument", "Option", "Meaning", "Default"),
            [
                (f"`{argument.key}`", f"`{argument.option}`", argument.meaning, argument.default or "must be given")
                for argument in question.arguments
            ],
        ),
        "\n".join(f"- {_cited(provision)}" for provision in clock.provisions),
    )


def _says(name: str) -> list[str]:
    """The paragraphs of what the clock's own function says of itself, without what it raises."""
    [clock] = [clock for clock in CLOCKS if name == clock.NAME]
    said = (clock.deadline.__doc__ or "").split(" Raises a Refusal")[0].replace("``", "`")
    return [" ".join(part.split()) for part in said.split("\n\n")]


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
