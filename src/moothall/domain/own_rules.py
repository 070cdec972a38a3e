"""A clock asked by a council's own rulebook: which rule holds on the day asked about, what it fills in, what wins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from moothall.domain import given, known_then
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.call_in_rules import Base, CallInRule
from moothall.domain.clock_questions import QUESTIONS
from moothall.domain.clocks import call_in, committee_call_in
from moothall.domain.clocks.retention import Record
from moothall.domain.closures import Closure
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.known_then import Tables
from moothall.domain.local_rules import RULINGS, LocalRule, NoCallIn, RuledClock, days_in_words, makers_in_words
from moothall.domain.own_arguments import SHOWN_ONLY, Filling, fillings_of, makers_of, rules_beside, says
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import Rulebook
from moothall.domain.rulebook_packs import MAIN_MAKER

_DAYS = ("decided", "decision", "meeting", "begins", "called_in", "last_report", "day")
_COUNTED_FROM_EITHER = (call_in.NAME, committee_call_in.NAME)
_MAKER_KEYS = ("taker", "body")
_MAKERS_OF_RECORDS = {"executive": BodyKind.EXECUTIVE, "officer": BodyKind.OFFICER}


@dataclass(frozen=True, slots=True)
class OwnRule:
    """How one thing the constitution may settle bears on an answer. ``rule`` is None where only a default answers.

    ``arguments`` are those put in place of the clock's defaults; ``why_not`` says why there are none though there is a
    rule. ``instead`` are the arguments that were given explicitly and won: the key, what the rule has, what was given.
    ``counts`` says whether the answer is counted by the rule in any part.
    """

    ruled: RuledClock
    rule: LocalRule | None
    arguments: Mapping[str, Any]
    note: str
    why_not: str = ""
    instead: tuple[tuple[str, Any, Any], ...] = ()
    counts: bool = False

    @property
    def says(self) -> str:
        """What the rule says, in a few words; empty without one."""
        return says(self.rule.value) if self.rule else ""

    @property
    def held(self) -> str:
        """The days the rule holds, in words; empty where it always does, and without one."""
        return days_in_words(self.rule.valid_from, self.rule.valid_to) if self.rule else ""

    @property
    def is_counted(self) -> bool:
        """Whether anything is counted by the rule: it filled in an argument, or one was given that it has too."""
        return self.rule is not None and self.counts

    def instead_in_words(self, clock: str) -> tuple[str, ...]:
        """A sentence for each value that was given and goes before the rule."""
        return tuple(_instead(clock, *one) for one in self.instead)

    def as_plain(self) -> dict[str, Any]:
        """It as JSON data, as `moothall clock --rules` gives it beside an answer."""
        rule = self.rule
        return {
            "settles": self.ruled.value,
            "rule": rule.id if rule else None,
            "default": rule is None,
            "source": rule.source if rule else None,
            "valid_from": rule.valid_from.isoformat() if rule and rule.valid_from else None,
            "valid_to": rule.valid_to.isoformat() if rule and rule.valid_to else None,
            "says": says(rule.value) if rule else None,
            "arguments": dict(self.arguments),
            "instead": {key: given_ for key, _, given_ in self.instead},
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What a rulebook says to a clock on a day, for a kind of decision maker.

    ``closures`` are the council's own days that the count leaves out. ``day`` is None where no day was asked about.
    """

    clock: str
    day: date | None
    maker: BodyKind | None
    rules: tuple[OwnRule, ...] = ()
    closures: tuple[Closure, ...] = ()
    maker_argument: tuple[tuple[str, str], ...] = ()

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments that the council's rules put in place of defaults, and the decision maker where it was said."""
        filled: dict[str, Any] = dict(self.maker_argument)
        for one in self.rules:
            filled |= one.arguments
        return filled

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentences that name each rule, or say that a default answers, for a reader of the answer."""
        return tuple(one.note for one in self.rules) or (NO_RULE_BEARS,)

    def tables(self, tables: Tables) -> Tables:
        """The holidays with the council's own closures that this clock leaves out."""
        return lambda known_on: tables(known_on).closed_on(self.closures)


NO_RULE_BEARS = "No rule of a council's own fills anything in for this clock."


def own_arguments(
    name: str, book: Rulebook, day: date, maker: BodyKind, *, asked: Mapping[str, Any] | None = None, form: bool = False
) -> OwnRules:
    """What the council's rules of a day put in place of a clock's defaults, for a kind of decision maker.

    A rule for that maker goes before one for all; without either a default answers, and its note says so. A value in
    ``asked`` wins over the rule's, and the note says that too. ``form`` leaves out what depends on a further argument,
    for a form that is filled in before anything is said. Raises a Refusal for a clock nobody knows, and where call-in
    is asked for and the rule, or the law under a committee system, has none.
    """
    if name not in QUESTIONS:
        raise Refusal(f"There is no clock called {name!r}.", next_step=f"The clocks are: {', '.join(QUESTIONS)}.")
    said = asked or {}
    rows = [row for row in fillings_of(name) if maker in RULINGS[row.ruled].makers and row.where(said)]
    filled = [_filled(row, book, day, maker, said) for row in rows if not (form and row.by)]
    shown = [_shown(ruled, book, day, maker) for ruled in rules_beside(name)]
    counts = {row.ruled.value for row in rows}
    closures = () if said.get("closures") else tuple(one for one in book.closures if one.clocks & counts)
    return OwnRules(name, day, maker, (*filled, *(one for one in shown if one)), closures)


def asked_of(
    name: str,
    asked: Mapping[str, Any],
    book: Rulebook,
    *,
    maker: BodyKind | None = None,
    governance: Governance = Governance.EXECUTIVE,
    otherwise_on: date | None = None,
) -> OwnRules:
    """What the rulebook says to a clock, with the day and the decision maker found in what is asked of it.

    Notices and papers follow the rule of the day of the meeting or decision, call-in that of the day that starts its
    count. ``maker`` says who decides where no argument does; else it is the one that decides most under the model of
    governance of that day, which is ``governance`` where the rulebook names none. Raises a Refusal for a bad day, for
    two decision makers, for one the clock never concerns, and as `own_arguments` does.
    """
    named = _named_maker(name, asked, maker)
    day = _day(name, asked, book, named, governance) or otherwise_on
    if day is None:
        return OwnRules(name, None, named)
    model = book.governance_on(day) or governance
    who = named or _usual_maker(name, asked, model)
    _check_call_in(name, asked, book, day, who, model)
    found = own_arguments(name, book, day, who, asked=asked)
    return replace(found, maker_argument=_maker_argument(name, asked, named))


def answer(
    name: str,
    plain: Mapping[str, Any],
    tables: Tables,
    book: Rulebook,
    *,
    maker: BodyKind | None = None,
    governance: Governance = Governance.EXECUTIVE,
) -> tuple[Deadline, OwnRules]:
    """The answer of a clock by a council's own rules, its notes naming each, and what they filled in.

    ``plain`` may hold ``as_known_on``. Raises a Refusal as `known_then.answer` and `asked_of` do.
    """
    asked, _ = known_then.split(name, plain)
    said = {key: value for key, value in asked.items() if value is not None}
    own = asked_of(name, said, book, maker=maker, governance=governance)
    found = known_then.answer(name, merged(own, plain), own.tables(tables))
    return replace(found, notes=(*found.notes, *own.notes)), own


def merged(own: OwnRules, plain: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments a clock is asked with: what was given, over what the rules fill in."""
    return {**own.arguments, **{key: value for key, value in plain.items() if value is not None}}


def is_same(own: Any, given_: Any) -> bool:
    """Whether a value that was given is the rule's, however it is written: 17:00 and 17:00:00, yes and true."""
    if isinstance(own, bool):
        return str(given_).strip().lower() in (("true", "yes") if own else ("false", "no"))
    one, other = str(own).strip(), str(given_).strip()
    if one == other:
        return True
    try:
        if isinstance(own, int):
            return given.whole_number(given_, "") == own
        return time.fromisoformat(one) == time.fromisoformat(other) if ":" in one else False
    except (ValueError, Refusal):
        return False


def _filled(row: Filling, book: Rulebook, day: date, maker: BodyKind, asked: Mapping[str, Any]) -> OwnRule:
    rule = book.rule_for(row.ruled, maker, day)
    if rule is None:
        return OwnRule(row.ruled, None, {}, _default(row.ruled, day, maker))
    filled, why_not = row.fill(rule, asked)
    instead = tuple(
        (key, value, asked[key]) for key, value in filled.items() if key in asked and not is_same(value, asked[key])
    )
    kept = {key: value for key, value in filled.items() if key not in asked}
    counted = bool(filled) and len(instead) < len(filled)
    note = [f"The council's own rule{' counts here' if counted else ''}: {_named(rule)}."]
    note += [why_not] if why_not else []
    note += [_instead(row.clock, *one) for one in instead]
    return OwnRule(row.ruled, rule, kept, " ".join(note), why_not, instead, counted)


def _shown(ruled: RuledClock, book: Rulebook, day: date, maker: BodyKind) -> OwnRule | None:
    rule = book.rule_for(ruled, maker, day)
    if rule is None:
        return None
    why = SHOWN_ONLY[ruled].why
    return OwnRule(
        ruled,
        rule,
        {},
        f"Shown beside the answer, the council's own rule on {_about(ruled)}: {_named(rule)}. {why}",
        why,
    )


def _named(rule: LocalRule) -> str:
    """A rule in a sentence: what it says, its paragraph, and its days."""
    held = days_in_words(rule.valid_from, rule.valid_to)
    where = ", ".join(filter(None, (rule.source or f"entered as {rule.id}", held)))
    return f"{says(rule.value)} ({where})"


def _default(ruled: RuledClock, day: date, maker: BodyKind) -> str:
    who = makers_in_words(frozenset({maker}))[0]
    has_default = RULINGS[ruled].otherwise is not None or ruled is RuledClock.CALL_IN
    begins = "A default counts here" if has_default else "Nothing is assumed"
    return f"{begins}: nobody has entered the council's own rule on {_about(ruled)} ({who}) for {in_words(day)}."


def _about(ruled: RuledClock) -> str:
    title = RULINGS[ruled].title
    return title[:1].lower() + title[1:]


def _instead(clock: str, key: str, own: Any, given_: Any) -> str:
    meaning = next((one.meaning for one in QUESTIONS[clock].arguments if one.key == key), key)
    return f"Given instead of the rule: {meaning}, {_said(given_)} and not {_said(own)}."


def _said(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _day(
    name: str, asked: Mapping[str, Any], book: Rulebook, named: BodyKind | None, governance: Governance
) -> date | None:
    """The day whose rules answer: for call-in the day that starts the count, else that of the decision or meeting."""
    keys = {argument.key for argument in QUESTIONS[name].arguments} if name in QUESTIONS else set()
    if name in _COUNTED_FROM_EITHER:
        decided, published = (_day_or_none(asked, key) for key in ("decided", "published"))
        if decided is None or published is None:
            return decided or published
        who = named or _usual_maker(name, asked, book.governance_on(decided) or governance)
        rule = book.rule_for(RuledClock.CALL_IN, who, decided)
        own = rule.value.base if rule and isinstance(rule.value, CallInRule) else Base.PUBLICATION
        return published if asked.get("base", own) == Base.PUBLICATION else decided
    return next((given.day(asked[key], key) for key in _DAYS if key in keys and key in asked), None)


def _day_or_none(asked: Mapping[str, Any], key: str) -> date | None:
    return given.day(asked[key], key) if key in asked else None


def _named_maker(name: str, asked: Mapping[str, Any], maker: BodyKind | None) -> BodyKind | None:
    key = _maker_key(name)
    said = given.choice(asked[key], key, BodyKind) if key and asked.get(key) is not None else None
    if said and maker and said is not maker:
        raise Refusal(
            f"Two decision makers are given: {maker.value} (maker) and {said.value} ({key}).",
            next_step="Leave one of them out.",
        )
    possible = makers_of(name)
    if maker and possible and maker not in possible:
        raise Refusal(
            f"No rule for the clock {name} concerns a decision of this maker: {maker.value}.",
            next_step=f"Give one of: {', '.join(kind.value for kind in possible)}.",
        )
    return said or maker


def _usual_maker(name: str, asked: Mapping[str, Any], governance: Governance) -> BodyKind:
    """Who decides where nobody says: as the record kept is of, else the one that decides most."""
    if "record" in asked:
        record = given.choice(asked["record"], "record", Record)
        if record.value.split("_")[0] in _MAKERS_OF_RECORDS:
            return _MAKERS_OF_RECORDS[record.value.split("_")[0]]
    main = BodyKind.COMMITTEE if name == committee_call_in.NAME else MAIN_MAKER[governance]
    possible = makers_of(name)
    return main if main in possible or not possible else possible[0]


def _maker_key(name: str) -> str:
    keys = {argument.key for argument in QUESTIONS[name].arguments} if name in QUESTIONS else set()
    return next((key for key in _MAKER_KEYS if key in keys), "")


def _maker_argument(name: str, asked: Mapping[str, Any], named: BodyKind | None) -> tuple[tuple[str, str], ...]:
    """The decision maker as the clock's own argument, where it has one and only --maker said who."""
    key = _maker_key(name)
    return ((key, named.value),) if key and named and key not in asked else ()


def _check_call_in(
    name: str, asked: Mapping[str, Any], book: Rulebook, day: date, maker: BodyKind, governance: Governance
) -> None:
    """Raise a Refusal where call-in is counted and there is none, unless its days are given explicitly."""
    if name != call_in.NAME or "days" in asked:
        return
    rule = book.rule_for(RuledClock.CALL_IN, maker, day)
    instead = "Give the days explicitly if they should be counted all the same."
    if rule is not None and isinstance(rule.value, NoCallIn):
        raise Refusal(f"The council's own rule has {_named(rule)}.", next_step=instead)
    if rule is None and governance is Governance.COMMITTEE:
        raise Refusal(
            f"No call-in is recorded for this council on {in_words(day)}, and the law sets none under the committee"
            " system.",
            next_step=f"Enter its rule, if it has one. {instead}",
            rule="G-C5",
        )
