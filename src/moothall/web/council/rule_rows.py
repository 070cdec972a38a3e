"""The rules of a council as its page shows them: a row for each clock and decision maker, and the changes of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.apps.rules import queries as rules
from moothall.apps.rules.queries import RuleChange
from moothall.domain import rulebook_plain
from moothall.domain.authorities import BodyKind
from moothall.domain.closures import Closure
from moothall.domain.days import in_words
from moothall.domain.local_rules import RULINGS, LocalRule, RuledClock, Shape, days_in_words
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import GovernanceSpell, Rulebook
from moothall.domain.rulebook_packs import RuleAnswer
from moothall.web.components.words import first_upper, listed
from moothall.web.council.rule_words import value_in_words

GROUPS = {
    "Call-in": (
        RuledClock.CALL_IN,
        RuledClock.CALL_IN_HOLD,
        RuledClock.CALL_IN_WAIVER,
        RuledClock.CALL_IN_EXCLUSIONS,
    ),
    "Meetings and their papers": (
        RuledClock.MEETING_NOTICE,
        RuledClock.AGENDA_PUBLICATION,
        RuledClock.COUNCIL_SUMMONS,
        RuledClock.MEMBER_NOTICE,
        RuledClock.LATE_ITEM,
    ),
    "Key decisions and private meetings": (
        RuledClock.KEY_DECISION_NOTICE,
        RuledClock.KEY_DECISION_THRESHOLD,
        RuledClock.SPECIAL_URGENCY_REPORT,
        RuledClock.PRIVATE_MEETING_NOTICE,
        RuledClock.PRIVATE_MEETING_SECOND_NOTICE,
    ),
    "Records": (RuledClock.OFFICER_DECISION_RECORDS, RuledClock.RETENTION),
}
MAKERS = {
    BodyKind.EXECUTIVE: "the executive",
    BodyKind.FULL_COUNCIL: "full council",
    BodyKind.COMMITTEE: "committees",
    BodyKind.SCRUTINY: "scrutiny committees",
    BodyKind.INDIVIDUAL_MEMBER: "members who decide alone",
    BodyKind.OFFICER: "officers",
}
DEEDS = {
    "rule.entered": "Entered a rule",
    "rule.ended": "Ended a rule",
    "rule.corrected": "Corrected a rule",
    "rule.taken_back": "Took a rule back",
    "closure.entered": "Entered closed days",
    "closure.taken_back": "Took a closed day back",
    "governance.entered": "Entered how the council is run",
    "rules.entered": "Brought in the rules",
}


NOTHING = ("Nothing entered",)


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One row: what a clock goes by for some decision makers, from when to when, and where that stands.

    ``rule`` is None for a default. ``when`` is empty where it holds on every day; ``standing`` is now, to come or past.
    """

    clock: RuledClock
    title: str
    for_whom: str
    says: tuple[str, ...]
    when: str
    where: str
    rule: LocalRule | None
    standing: str = "now"

    @property
    def is_default(self) -> bool:
        """Whether something is counted here that nobody at the council has entered."""
        return self.rule is None and self.says != NOTHING


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change of the rules: what was done, by whom, when and why, and the words before and after."""

    change: RuleChange
    did: str
    touched: tuple[tuple[str, str, str], ...]


def groups(workspace: Any, day: date) -> tuple[tuple[str, tuple[RuleRow, ...]], ...]:
    """Every clock under its heading, with what holds on a day and each rule to come."""
    answers = rules.answers_on(workspace, day)
    coming = [rule for rule in rules.rulebook_of(workspace.gss).rules if rule.valid_from and rule.valid_from > day]
    return tuple((heading, tuple(_rows_of(clocks, answers, coming))) for heading, clocks in GROUPS.items())


def past(workspace: Any, day: date) -> tuple[RuleRow, ...]:
    """The rules that have ended before a day, the latest first."""
    ended = [rule for rule in rules.rulebook_of(workspace.gss).rules if rule.valid_to and rule.valid_to < day]
    ended.sort(key=lambda rule: (rule.valid_to or day, rule.id), reverse=True)
    return tuple(row_of(rule, "past") for rule in ended)


def own_and_all(shown: Sequence[tuple[str, Sequence[RuleRow]]]) -> tuple[int, int]:
    """How many of the clocks have a rule of the council's own today, of how many."""
    rows = [row for _, some in shown for row in some if row.standing == "now"]
    return len({row.clock for row in rows if row.rule}), len({row.clock for row in rows})


def row_of(rule: LocalRule, standing: str = "now") -> RuleRow:
    """A rule of the council's own as a row."""
    return RuleRow(
        rule.clock,
        RULINGS[rule.clock].title,
        for_whom(rule.makers, rule.clock),
        value_in_words(rule.value),
        days_in_words(rule.valid_from, rule.valid_to),
        rule.source,
        rule,
        standing,
    )


def for_whom(makers: Iterable[BodyKind], clock: RuledClock) -> str:
    """The decision makers in words; everyone where a rule holds for all that the clock can concern."""
    some = set(makers)
    if not some or some == RULINGS[clock].makers:
        return "" if len(RULINGS[clock].makers) == 1 else "everyone"
    return listed(words for kind, words in MAKERS.items() if kind in some)


def changes(history: Iterable[RuleChange]) -> tuple[ChangeRow, ...]:
    """Each change in words, in the order given."""
    return tuple(ChangeRow(one, DEEDS.get(one.version.deed, "Changed the rules"), _touched(one)) for one in history)


def closure_words(closure: Closure) -> str:
    """A closure with the counts that leave its day out: call-in, and how long a decision waits."""
    titles = [RULINGS[clock].title.lower() for clock in RuledClock if clock.value in closure.clocks]
    return listed(titles)


def spells(book: Rulebook) -> tuple[GovernanceSpell, ...]:
    """The spells of governance, the latest first."""
    return tuple(reversed(book.governance))


def _rows_of(
    clocks: Sequence[RuledClock], answers: Iterable[RuleAnswer], coming: Sequence[LocalRule]
) -> Iterable[RuleRow]:
    by_clock: dict[RuledClock, list[RuleAnswer]] = {}
    for answer in answers:
        by_clock.setdefault(answer.clock, []).append(answer)
    for clock in clocks:
        for answer in by_clock.get(clock, ()):
            yield _answered(answer)
        yield from (row_of(rule, "to come") for rule in coming if rule.clock is clock)


def _answered(answer: RuleAnswer) -> RuleRow:
    if answer.rule is not None:
        row = row_of(answer.rule)
        return RuleRow(
            row.clock, row.title, for_whom(answer.makers, answer.clock), row.says, row.when, row.where, answer.rule
        )
    ruling = RULINGS[answer.clock]
    return RuleRow(
        answer.clock, ruling.title, for_whom(answer.makers, answer.clock), _default(answer), "", ruling.law, None
    )


def _default(answer: RuleAnswer) -> tuple[str, ...]:
    """The default in words, without the word default itself, which the page puts beside it as a state."""
    if RULINGS[answer.clock].shape in (Shape.CALL_IN, Shape.CLEAR_DAYS):
        return (first_upper(answer.says.removesuffix(", a default")),)
    return NOTHING


def _touched(change: RuleChange) -> tuple[tuple[str, str, str], ...]:
    keys = dict.fromkeys((*change.before, *change.after))
    return tuple((_name(key, change), _entry(change.before.get(key)), _entry(change.after.get(key))) for key in keys)


def _name(key: str, change: RuleChange) -> str:
    entry = change.after.get(key) or change.before[key]
    if "clock" in entry:
        return RULINGS[RuledClock(entry["clock"])].title
    return in_words(date.fromisoformat(key)) if "on" in entry else "How the council is run"


def _entry(plain: Mapping[str, Any] | None) -> str:
    """One entry of a rulebook in words; empty where there is none."""
    if plain is None:
        return ""
    try:
        if "clock" in plain:
            rule = rulebook_plain.local_rule(plain)
            parts = (". ".join(value_in_words(rule.value)), for_whom(rule.makers, rule.clock))
            held = "always" if not (rule.valid_from or rule.valid_to) else days_in_words(rule.valid_from, rule.valid_to)
            return ". ".join(filter(None, (f"{parts[0]}. For {parts[1]}" if parts[1] else parts[0], first_upper(held))))
        if "on" in plain:
            return rulebook_plain.closure(plain).why
        return first_upper(rulebook_plain.governance_spell(plain).name())
    except Refusal:
        return "It can no longer be read"
