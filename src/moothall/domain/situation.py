"""What every route is worked out from: the day looked from, the deadline, the council's rules, the decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.call_in_rules import Base, CallInRule
from moothall.domain.constraints import UNCONSTRAINED, Constraints
from moothall.domain.days import ONE_DAY, Counting, Holidays, in_short
from moothall.domain.local_rules import RuledClock
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.remembered import Remembered
from moothall.domain.rule_packs import RulePack

Answer = TypeVar("Answer")
OFFICER_RECORD = Provision(
    "Openness of Local Government Bodies Regulations 2014 (SI 2014/2095)", "regulation 7", Read.ACCOUNT
)
RECORDS = {
    BodyKind.EXECUTIVE: ("G-D1", Provision(EXECUTIVE_REGULATIONS, "regulation 12")),
    BodyKind.INDIVIDUAL_MEMBER: ("G-D2", Provision(EXECUTIVE_REGULATIONS, "regulation 13(1) to (3)", Read.RECALLED)),
    BodyKind.OFFICER: ("G-D2", Provision(EXECUTIVE_REGULATIONS, "regulation 13(4)", Read.ACCOUNT)),
}
EXECUTIVE_MAKERS = frozenset(RECORDS)


class Key(StrEnum):
    """Whether the decision is a key decision. Unsure keeps to the rules of a key decision wherever they still fit."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Situation:
    """What every route is worked out from. ``remembered`` holds the dates already counted with this table."""

    as_of: date
    deadline_on: date
    pack: RulePack
    governance: Governance
    key: Key
    callable_: bool
    holidays: Holidays
    constraints: Constraints = UNCONSTRAINED
    remembered: Remembered | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.remembered is None or self.remembered.holidays is not self.holidays:
            object.__setattr__(self, "remembered", Remembered(self.holidays))

    def ask(self, clock: Callable[..., Answer], *arguments: Any, **options: Any) -> Answer:
        """What a clock answers with this council's table of holidays, asked once."""
        assert self.remembered is not None
        return self.remembered.ask(clock, *arguments, **options)

    def ask_ruled(self, ruled: RuledClock, clock: Callable[..., Answer], *arguments: Any, **options: Any) -> Answer:
        """The same, with the days of closure besides that this council leaves out of what is ``ruled``."""
        assert self.remembered is not None
        return self.remembered.closed_on(self.pack.closures_of(ruled)).ask(clock, *arguments, **options)

    def rules_on(self, day: date) -> RulePack:
        """The council's rules as they are valid on a day."""
        return self.pack.on(day)

    def governance_on(self, day: date) -> Governance:
        """How the council is run on a day; where somebody chose another model than its rules have, that one."""
        return self.rules_on(day).governance if self.governance is self.pack.governance else self.governance

    @property
    def counting(self) -> Counting:
        """Working days as this council has them, its closure days included."""
        assert self.remembered is not None
        holidays = self.remembered.closed_on(self.pack.closures_of(RuledClock.CALL_IN)).holidays
        return Counting(holidays, closures=self.pack.call_in.closures if self.pack.call_in else frozenset())

    @property
    def consultation(self) -> tuple[date, date] | None:
        """The first and last day of the consultation, begun as soon as there is a text, or None where none is wanted.

        Its last day is counted like any period: the day it opens is left out.
        """
        length = self.constraints.consultation
        if length is None:
            return None
        opens = self.counting.first_working(self._text_from)
        return opens, Counting(self.holidays, length.unit).days_after(opens, length.number).on

    @property
    def text_ready_on(self) -> date | None:
        """The first day on which the text can go into papers, or None where nobody said that it takes time."""
        consulted = self.consultation
        if consulted:
            return self.counting.first_working(consulted[1] + ONE_DAY)
        return self.constraints.ready_on

    @property
    def _text_from(self) -> date:
        return max(self.as_of, self.constraints.ready_on or self.as_of)

    def short(self, day: date) -> str:
        """A day as it stands in a sentence; its year too where that is not the deadline's."""
        return in_short(day, year=day.year != self.deadline_on.year)

    def has_call_in(self, kind: BodyKind, on: date | None = None) -> bool:
        """Whether scrutiny may call in a decision of this kind of body here, on a day or on the day looked from."""
        return self.call_in_rule(kind, on or self.as_of) is not None

    def call_in_rule(self, kind: BodyKind, on: date) -> CallInRule | None:
        """The rule by which a decision of this kind of body may be called in on a day, or None where it may not be.

        A rule made for this kind of body opens it. One made for all opens what the law calls the executive's; in a
        committee system, what committees decide, and there only where a rule is recorded.
        """
        rules = self.rules_on(on)
        rule = rules.call_in_for(kind)
        if rule is None or not self.callable_:
            return None
        # officers' decisions are commonly open to call-in only where they are key
        key_only = kind is BodyKind.OFFICER if rule.key_only is None else rule.key_only
        if key_only and self.key is Key.NO:
            return None
        own = rules.rule(RuledClock.CALL_IN, kind)
        if own is not None and own.makers:
            return rule
        committee = self.governance_on(on) is Governance.COMMITTEE
        return rule if (kind is BodyKind.COMMITTEE if committee else kind in EXECUTIVE_MAKERS) else None

    def call_in_day(self, kind: BodyKind, *, decided_on: date, published_on: date) -> date:
        """The day whose rule governs a call-in: that of publication, or of the decision where that starts the count."""
        rule = self.call_in_rule(kind, decided_on)
        return published_on if rule is not None and rule.base is Base.PUBLICATION else decided_on

    def is_executive(self, kind: BodyKind, on: date | None = None) -> bool:
        """Whether a decision of this kind of body is an executive one here, under the executive's regulations."""
        return self.governance_on(on or self.as_of) is not Governance.COMMITTEE and kind in EXECUTIVE_MAKERS

    def record(self, kind: BodyKind, on: date | None = None) -> tuple[str, Provision] | None:
        """The rule and provision for publishing the record of a decision, or None where the minutes are the record."""
        if self.governance_on(on or self.as_of) is Governance.COMMITTEE:
            return ("G-D3", OFFICER_RECORD) if kind is BodyKind.OFFICER else None
        return RECORDS.get(kind)
