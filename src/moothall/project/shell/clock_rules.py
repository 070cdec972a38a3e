"""`moothall clock NAME --rules FILE.json [--maker KIND]`: a clock asked by a council's own rules."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from moothall.documents.exchange import rules_json
from moothall.domain import given, known_then, own_rules
from moothall.domain.authorities import BodyKind
from moothall.domain.deadlines import Deadline
from moothall.domain.known_then import KnownThen
from moothall.domain.own_rules import OwnRules
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import Rulebook
from moothall.reference import bank_holidays, rule_packs

RULES, MAKER = "rules", "maker"
KINDS = ", ".join(BodyKind)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, what it was asked with besides, and the rules it was counted by; None where no rules were given."""

    found: Deadline
    asked: Mapping[str, Any]
    own: OwnRules | None

    def as_plain(self) -> dict[str, Any]:
        """The answer as JSON data; only with rules does it say which they were, under a further key."""
        plain = self.found.as_plain()
        return plain if self.own is None else {**plain, "own_rules": [one.as_plain() for one in self.own.rules]}

    def beside(self) -> KnownThen | None:
        """The same with the holidays as they are known now, where it was asked as known on a day."""
        tables = bank_holidays.england if self.own is None else self.own.tables(bank_holidays.england)
        return known_then.shown_with(self.found, self.asked, tables)


def add_arguments(parser: argparse._ActionsContainer) -> None:
    """Add the council's rules and who decides."""
    parser.add_argument(
        f"--{RULES}", metavar="FILE.json", help="count by the council's own rules; what is given here goes before them"
    )
    parser.add_argument(f"--{MAKER}", metavar="KIND", help=f"with --{RULES}, who decides: {KINDS}")


def given_of(args: argparse.Namespace) -> dict[str, str]:
    """The rules and the decision maker that were given, by key. A file that is not there is wrong usage."""
    if args.rules is not None and not Path(args.rules).is_file():
        args.parser.error(f"{args.rules} cannot be read. Check the path.")
    return {key: value for key in (RULES, MAKER) if (value := getattr(args, key)) is not None}


def answer(name: str, plain: Mapping[str, Any]) -> Answered:
    """The answer of a clock to arguments, among which may be ``rules`` (a file's name, or the rules) and ``maker``.

    Raises a Refusal for rules that cannot be read, for a decision maker without rules, and as the clock does.
    """
    asked = {key: value for key, value in plain.items() if key not in (RULES, MAKER)}
    rules, kind = plain.get(RULES), plain.get(MAKER)
    if rules is None:
        if kind is not None:
            raise Refusal(
                "A decision maker (maker) is given, and no rules that could differ by it.",
                next_step="Give the rules too, or leave maker out.",
            )
        return Answered(known_then.answer(name, asked, bank_holidays.england), asked, None)
    maker = None if kind is None else given.choice(kind, MAKER, BodyKind)
    found, own = own_rules.answer(name, asked, bank_holidays.england, _book(rules), maker=maker)
    return Answered(found, own_rules.merged(own, asked), own)


def _book(rules: Any) -> Rulebook:
    if isinstance(rules, Mapping):
        return rule_packs.rulebook(rules)
    path = Path(given.words(rules, RULES))
    try:
        return _read(path.read_bytes())
    except OSError as problem:
        raise Refusal(f"{path} cannot be read ({problem.strerror}).", next_step="Check the path.") from None


@lru_cache(maxsize=64)
def _read(data: bytes) -> Rulebook:
    return rule_packs.rulebook(rules_json.read(data))
